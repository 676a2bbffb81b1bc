package publisher

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"vitrine/reports"
)

// A telegramDisclosure is one number of a message of the @transparency bot.
type telegramDisclosure struct {
	Country string // as written, without its article; "" for "your country"
	Measure reports.Measure
	Period  reports.Period
	Number  telegramNumber
}

const (
	measureFulfilled reports.Measure = "requests fulfilled"
	measureAffected  reports.Measure = "users affected"
)

// The parts of a message, wherever its lines are broken. A report of the DSA
// that the last sentence links to is "for the period from", and no part.
var (
	telegramBotPart = regexp.MustCompile(`(?i)(\btransparency\sreport\sfor\sthe\speriod\s(from\s)?)` +
		`|\bfulfilled\srequests\sfrom\s((?s:.{1,80}?))\sfor\sip\saddress(?:es)?\sand/or\sphone\snumbers?:` +
		`|(\baffected\susers:)` +
		`|\bQ(\d{1,3})\s?[—–−:-]` +
		`|(\btotal:)`)
	telegramBotNumber = regexp.MustCompile(`^\s?(` + telegramDigits + `)`)
	telegramBotPeriod = regexp.MustCompile(`(?i)^(?:(\d{1,2})\.(\d{1,2})\.((?:20)?\d\d)|(\d{1,2})\s(` + telegramMonths + `)\s(20\d\d))` +
		`\s?(?:[—–−-]|to)\s?(?:(\d{1,2})\.(\d{1,2})\.((?:20)?\d\d)|(\d{1,2})\s(` + telegramMonths + `)\s(20\d\d))\b`)
)

// A telegramBotReader goes through the parts of one message.
type telegramBotReader struct {
	text     string
	period   reports.Period
	country  string
	measure  reports.Measure // "" until a part names one
	found    []telegramDisclosure
	problems []string
	numbers  int // of the part that is being read
}

// parseTelegramBot reads a message of the @transparency bot: the numbers that
// it states, each with its own period, and a sentence for each thing in it
// that makes no sense. It tells whether the message is a report at all.
func parseTelegramBot(text string) (found []telegramDisclosure, problems []string, ok bool) {
	if !strings.Contains(text, "ulfilled") && !strings.Contains(text, "ransparency") {
		return nil, nil, false // as most messages of other chats
	}
	r := telegramBotReader{text: foldTelegram(text)}
	for _, m := range telegramBotPart.FindAllStringSubmatchIndex(r.text, -1) {
		part := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return r.text[m[2*i]:m[2*i+1]]
		}
		switch {
		case part(2) != "":
		case part(1) != "":
			r.begin(m[1])
		case part(3) != "":
			r.open(measureFulfilled, telegramCountry(part(3)), m[0], m[1])
		case part(4) != "":
			r.open(measureAffected, r.country, m[0], m[1])
		case part(5) != "":
			r.quarter(part(5), m[0], m[1])
		case part(6) != "":
			r.total(m[0], m[1])
		}
		ok = ok || part(3) != "" || part(1) != "" && part(2) == ""
	}
	r.close()
	return r.found, r.problems, ok
}

// begin takes up the period whose words begin at a place of the text.
func (r *telegramBotReader) begin(at int) {
	r.close()
	r.measure, r.period = "", reports.Period{}
	m := telegramBotPeriod.FindStringSubmatch(r.text[at:])
	if m == nil {
		r.complain("%q is not a period", firstWords(r.text[at:]))
		return
	}
	start, ok := telegramDate(m[1]+m[4], m[2]+m[5], m[3]+m[6])
	last, ok2 := telegramDate(m[7]+m[10], m[8]+m[11], m[9]+m[12])
	if !ok || !ok2 || last < start {
		r.complain("%q is not a period", m[0])
		return
	}
	r.period = reports.Period{Start: start, End: last + 1}
}

// open begins the numbers of a measure; the one right behind the colon is
// that of the whole period.
func (r *telegramBotReader) open(m reports.Measure, country string, from, at int) {
	r.close()
	r.measure, r.country, r.numbers = m, country, 0
	if telegramBotNumber.MatchString(r.text[at:]) {
		r.add(r.period, from, at)
	}
}

// close complains of a measure that was named and given no number.
func (r *telegramBotReader) close() {
	if r.measure != "" && r.numbers == 0 {
		r.complain("no number follows %s", map[reports.Measure]string{
			measureFulfilled: `"Fulfilled requests"`, measureAffected: `"Affected users"`}[r.measure])
	}
}

func (r *telegramBotReader) quarter(name string, from, to int) {
	n, _ := strconv.Atoi(name)
	p, ok := quarterWithin(r.period, n)
	if !ok && r.period != (reports.Period{}) {
		r.numbers++
		r.complain("Q%s: the period of the report, %v, has not exactly one such quarter", name, r.period)
		return
	}
	r.add(p, from, to)
}

func (r *telegramBotReader) total(from, to int) { r.add(r.period, from, to) }

// add takes the number that begins at a place; the words from from stand
// before it.
func (r *telegramBotReader) add(p reports.Period, from, at int) {
	r.numbers++
	m := telegramBotNumber.FindStringSubmatchIndex(r.text[at:])
	if m == nil || cutNumber(r.text[at+m[1]:]) {
		r.complain("%q has no number", firstWords(r.text[from:]))
		return
	}
	if r.measure == "" {
		r.complain("%q does not say what it counts", r.text[from:at+m[1]])
		return
	}
	if p == (reports.Period{}) {
		r.complain("%q is of a period that the message does not state", strings.TrimSpace(r.text[from:at+m[1]]))
		return
	}
	n, ok := parseTelegramNumber(r.text[at+m[2]:at+m[3]], strings.TrimSpace(r.text[from:at+m[1]]))
	if !ok {
		r.complain("%q is too large a number", r.text[at+m[2]:at+m[3]])
		return
	}
	r.found = append(r.found, telegramDisclosure{r.country, r.measure, p, n})
}

func (r *telegramBotReader) complain(format string, args ...any) {
	r.problems = append(r.problems, fmt.Sprintf(format, args...))
}

// quarterWithin returns the quarter of that number that lies within a period,
// if there is one and no second.
func quarterWithin(p reports.Period, n int) (q reports.Period, ok bool) {
	if n < 1 || n > 4 {
		return q, false
	}
	first, _, _ := p.Start.Date()
	last, _, _ := p.Last().Date()
	for y := first; y <= last; y++ {
		year := reports.EveryQuarter.Around(reports.DayOf(y, time.Month(3*n-2), 1))
		if p.Contains(year) {
			if ok {
				return q, false
			}
			q, ok = year, true
		}
	}
	return q, ok
}

// telegramDate reads a day of the calendar; the month is a number or a name,
// the year has two digits or four.
func telegramDate(day, month, year string) (reports.Day, bool) {
	d, _ := strconv.Atoi(day)
	y, _ := strconv.Atoi(year)
	m := telegramMonth(month)
	if n, err := strconv.Atoi(month); err == nil {
		m = time.Month(n)
	}
	if y < 100 {
		y += 2000
	}
	date := reports.DayOf(y, m, d)
	gotYear, gotMonth, gotDay := date.Date()
	return date, gotYear == y && gotMonth == m && gotDay == d
}

// telegramCountry takes the article from a country's name; "your country" is
// no name.
func telegramCountry(name string) string {
	name = strings.Join(strings.Fields(name), " ")
	if len(name) > 4 && strings.EqualFold(name[:4], "the ") {
		name = name[4:]
	}
	if strings.EqualFold(name, "your country") {
		return ""
	}
	return name
}

// cutNumber tells whether a number was read that is not at its end.
func cutNumber(rest string) bool {
	if rest == "" {
		return false
	}
	if rest[0] == '.' || rest[0] == ',' {
		rest = rest[1:]
	}
	return rest != "" && rest[0] >= '0' && rest[0] <= '9'
}

// firstWords shortens a text to what a message can show.
func firstWords(text string) string {
	const most = 60
	text = strings.ToValidUTF8(text[:min(len(text), 8*most)], "")
	text = strings.Join(strings.Fields(text), " ")
	for i := range text {
		if i > most {
			return strings.TrimSpace(text[:i]) + "…"
		}
	}
	return text
}
