package publisher

import (
	"testing"
)

func TestPublishedWikimedia(t *testing.T) {
	for _, c := range []struct {
		name                  string
		figures               int
		problems, wrong, want []string
	}{
		{"data_jun_2018.xlsx", 31_428, []string{"Jul 2015 - Dec 2015!K2", "Jul 2015 - Dec 2015!I36"}, []string{
			"user data requests, user data requests received, 2014-H2: 29 by ground, 28 in all",
			"user data requests, usernames named in user data requests, 2012-07-01/2013-06-30: 30 by ground, 37 in all",
		}, []string{
			"content requests, content requests received, 2012-07-01/2013-06-30, US: 67",
			"content requests, content requests granted, 2012-07-01/2013-06-30, US, DMCA: 9",
			"content requests, content requests received, 2014-H2, commons: 23",
			"content requests, content requests received, 2018-H1: 400",
			"content requests, content requests received, 2018-H1, Takedown/Alteration, RTBF: 51",
			"user data requests, user data requests received, 2014-H2: 28",
			"user data requests, usernames whose data were disclosed, 2014-H2: 2121",
		}},
		{"data_aug2014.ods", 5384, nil, []string{
			"user data requests, usernames named in user data requests, 2012-07-01/2013-06-30: 30 by ground, 37 in all",
		}, []string{
			"content requests, content requests received, 2014-H1, DE: 17",
			"user data requests, user data requests received, 2014-H1, DE, Informal Government: 3",
			"user data requests, usernames named in user data requests, 2014-H1, DE: 5",
		}},
		{"where_from.csv", 854, nil, nil, []string{
			"takedown requests by country, content requests received, 2012-07-01/2013-06-30, US, Takedown/Alteration: 54",
			"takedown requests by country, content requests received, 2013-H2, US, Takedown/Alteration: 19",
			"takedown requests by country, content requests granted, 2014-H2, UA, Takedown/Alteration: 1",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := publishedReading(t, "wikimedia/"+c.name)
			checkReading(t, r, c.figures, c.problems, c.want)
			checkSums(t, r, c.wrong...)
		})
	}
}
