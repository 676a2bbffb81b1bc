package publisher

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// publishedReading reads a published export, where it is at hand.
func publishedReading(t *testing.T, name string) reports.Reading {
	t.Helper()
	book, err := sheet.OpenFile(context.Background(), shared(t, name))
	if err != nil {
		t.Fatal(err)
	}
	r, err := Read(context.Background(), book, book.Name)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// line writes what a figure is about, its number last.
func line(f reports.Figure) string {
	text := fmt.Sprintf("%s, %s, %s", f.Table, f.Measure, f.Period)
	for _, d := range reports.AllDims() {
		if value := f.Split.Get(d); value != "" {
			text += ", " + value
		}
	}
	return fmt.Sprintf("%s: %v", text, f.Value)
}

// checkReading asserts how many figures a reading has, which problems, and
// that some figures, found in the file by hand, are among them.
func checkReading(t *testing.T, r reports.Reading, figures int, problems, want []string) {
	t.Helper()
	if len(r.Figures) != figures {
		t.Errorf("%d figures, want %d", len(r.Figures), figures)
	}
	stated := map[string]bool{}
	for _, f := range r.Figures {
		stated[line(f)] = true
	}
	for _, w := range want {
		if !stated[w] {
			t.Errorf("no figure says %s", w)
		}
	}
	var said []string
	for _, p := range r.Problems {
		said = append(said, fmt.Sprintf("%s!%s", p.Origin.Sheet, p.Origin.Cell().Address()))
	}
	if fmt.Sprint(said) != fmt.Sprint(problems) {
		t.Errorf("problems at %q, want %q", said, problems)
	}
}

// checkSums asserts that the parts of a dimension add to the total, table by
// table and period by period, but for those that the publisher got wrong.
func checkSums(t *testing.T, r reports.Reading, wrong ...string) {
	t.Helper()
	totals, sums := map[string]float64{}, map[string]map[reports.Dims]float64{}
	for _, f := range r.Figures {
		key := fmt.Sprintf("%s, %s, %s", f.Table, f.Measure, f.Period)
		if f.Breakdown == 0 {
			totals[key] = f.Value
		} else if len(f.Breakdown.List()) == 1 && f.Known() {
			if sums[key] == nil {
				sums[key] = map[reports.Dims]float64{}
			}
			sums[key][f.Breakdown] += f.Value
		}
	}
	var found []string
	for key, total := range totals {
		for by, sum := range sums[key] {
			if sum != total {
				found = append(found, fmt.Sprintf("%s: %v by %s, %v in all", key, sum, by, total))
			}
		}
	}
	slices.Sort(found)
	if !slices.Equal(found, wrong) {
		t.Errorf("parts that are not the total: %q, want %q", found, wrong)
	}
}

func TestPublishedMicrosoft(t *testing.T) {
	for _, c := range []struct {
		name           string
		figures        int
		problems, want []string
	}{
		{"Microsoft LERR_2013_H2.xlsx", 680, nil, []string{
			"law enforcement requests, information requests received, 2013-H2: 35083",
			"law enforcement requests, information requests received, 2013-H2, TR: 5330",
			"law enforcement requests, information requests received, 2013-H2, FR, Rejected: 276",
			"law enforcement requests, information requests received, 2013-H2, US, Disclosure of Content: 612",
			"law enforcement requests, information requests received, 2013-H2, AR, Disclosure of Content: 0",
		}},
		{"Microsoft LERR_2017_H2.xlsx", 830, []string{"Civil Legal Requests!A1"}, []string{
			"law enforcement requests, information requests received, 2017-H2: 22939",
			"emergency requests, emergency demands received, 2017-H2, US: 86",
			"civil legal requests, non-government information requests received, 2017-H1, BR: 74",
		}},
		{"Microsoft LERR_2021_H1.xlsx", 860, []string{"Criminal!Q54", "Criminal!R54"}, []string{
			"law enforcement requests, accounts named in information requests, 2021-H1, US: 14195",
			"law enforcement requests, share of information requests by outcome, 2021-H1, US, Disclosure of Content: 10.935544431",
			"law enforcement requests, accounts named in information requests, 2021-H1, RS: NaN",
			"emergency requests, emergency demands received, 2021-H1, BE: 5",
			"civil legal requests, non-government information requests received, 2021-H1, GB: 6",
		}},
		{"microsoft-2020-h1.xlsx", 14, nil, []string{
			"digital safety content, content actioned, 2020-H1, Bing Search Engine, Child Sexual Exploitation & Abuse Imagery (CSEAI): 718908",
			"digital safety content, accounts actioned, 2020-H1, Hosted Consumer Services, Child Sexual Exploitation & Abuse Imagery (CSEAI): 15935",
			"digital safety content, share of accounts reinstated, 2020-H1, Hosted Consumer Services, Terrorist & Violent Extremist Content (TVEC): 13.6",
			"digital safety content, content requests received, 2020-H1, Non-Consensual Intimate Imagery (NCII): 248",
			"digital safety content, reports to authorities, 2020-H1, Child Sexual Exploitation & Abuse Imagery (CSEAI): 32622",
		}},
		{"microsoft-2023-h2.xlsx", 13, []string{"Digital Safety Content!B7"}, []string{
			"digital safety content, content actioned, 2023-H2, Hosted Consumer Services, Child Sexual Exploitation & Abuse Imagery (CSEAI): 61348",
			"digital safety content, content requests granted, 2023-H2, Non-Consensual Intimate Imagery (NCII): 588",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := publishedReading(t, "microsoft/"+c.name)
			checkReading(t, r, c.figures, c.problems, c.want)
			checkSums(t, r)
		})
	}
}
