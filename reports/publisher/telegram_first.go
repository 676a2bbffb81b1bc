package publisher

import (
	"regexp"
	"strings"
	"time"

	"vitrine/reports"
)

// A telegramMonthly is one month of the first post of @ISISwatch (December
// 2016), which lists what had been banned in the months before it.
type telegramMonthly struct {
	Month time.Month
	Count telegramNumber
}

var (
	telegramFirst = regexp.MustCompile(`(?i)^(` + telegramMonths + `):?\s(` + telegramDigits + `)\sisis\sbots\sand\schannels`)
	// What comes before the list; the average in it is no figure of a month.
	telegramFirstLead = regexp.MustCompile(`(?is)^.*\bshut\sdown:\s?`)
)

// parseTelegramFirst reads the first post of @ISISwatch: "September: 1987
// ISIS bots and channels; October: 1800 …; December 2013 ISIS bots and
// channels...". A colon may be missing; "December 2013" is no year.
func parseTelegramFirst(text string) ([]telegramMonthly, bool) {
	if !strings.Contains(text, "shut") {
		return nil, false
	}
	text = foldTelegram(text)
	lead := telegramFirstLead.FindString(text)
	if lead == "" {
		return nil, false
	}
	var list []telegramMonthly
	for text = text[len(lead):]; ; {
		m := telegramFirst.FindStringSubmatchIndex(text)
		if m == nil {
			break
		}
		n, ok := parseTelegramNumber(text[m[4]:m[5]], text[:m[1]])
		if !ok {
			return nil, false
		}
		list = append(list, telegramMonthly{telegramMonth(text[m[2]:m[3]]), n})
		text = strings.TrimLeft(text[m[1]:], ";,.…\n ")
	}
	return list, len(list) > 0 && !hasNumber(text)
}

// period returns the days that a month of a post made on a day covers. The
// month of the post itself is still running: it ends the day before.
func (m telegramMonthly) period(posted reports.Day) (p reports.Period, running bool) {
	year, month, _ := posted.Date()
	if m.Month > month {
		year--
	}
	p = reports.EveryMonth.Around(reports.DayOf(year, m.Month, 1))
	if p.End > posted {
		p.End, running = posted, true
	}
	return p, running
}
