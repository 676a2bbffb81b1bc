package reports

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// A spelled is what a text says: one end of a range, or a whole period; a year of 0 is not said.
type spelled struct {
	kind           partKind
	year, month, n int // n is the day, or the number of the quarter, half or week
}

type partKind int

const (
	partYear partKind = iota
	partHalf
	partQuarter
	partMonth
	partWeek
	partDay
	partNumber // a bare number: the day of the month that follows
)

func (p spelled) period() (Period, bool) {
	if p.year < 1900 || p.year > 2199 {
		return Period{}, false
	}
	switch p.kind {
	case partYear:
		return EveryYear.Around(DayOf(p.year, 1, 1)), true
	case partHalf:
		return EveryHalf.Around(DayOf(p.year, time.Month(6*p.n-5), 1)), p.n >= 1 && p.n <= 2
	case partQuarter:
		return EveryQuarter.Around(DayOf(p.year, time.Month(3*p.n-2), 1)), p.n >= 1 && p.n <= 4
	case partMonth:
		return EveryMonth.Around(DayOf(p.year, time.Month(p.month), 1)), p.month >= 1 && p.month <= 12
	case partWeek:
		week := EveryWeek.Around(DayOf(p.year, 1, 4) + Day(7*(p.n-1)))
		y, n := week.Start.Time().ISOWeek()
		return week, y == p.year && n == p.n
	case partDay:
		d := DayOf(p.year, time.Month(p.month), p.n)
		_, m, n := d.Date()
		return Period{d, d + 1}, int(m) == p.month && n == p.n
	}
	return Period{}, false
}

// A partForm is a way to write a part, and the meaning of each of its groups:
// y year, m month's number, M month's name, d day, n the number of the kind.
type partForm struct {
	kind   partKind
	groups string
	form   *regexp.Regexp
}

// partForms are tried in order; the first that matches is the one.
var partForms = []partForm{
	{partYear, "y", partPattern(`(\d{4})`)},
	{partDay, "ymd", partPattern(`(\d{4})(\d\d)(\d\d)`)},
	{partDay, "ymd", partPattern(`(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})`)},
	{partDay, "dmy", partPattern(`(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)`)},
	{partMonth, "ym", partPattern(`(\d{4})[-/.](\d{1,2})`)},
	{partMonth, "my", partPattern(`(\d{1,2})[/.](\d{4})`)},
	{partWeek, "yn", partPattern(`(\d{4})[- ]?w(\d{1,2})`)},
	{partQuarter, "yn", partPattern(`(\d{4})[- :]*[qt](\d)`)},
	{partQuarter, "ny", partPattern(`[qt](\d)[- ]?(?:of |de )?(\d{4})?`)},
	{partQuarter, "ny", partPattern(`(\d) (?:quarter|trimestre)(?: of| de)?(?: (\d{4}))?`)},
	{partHalf, "yn", partPattern(`(\d{4})[- :]*[hs](\d)`)},
	{partHalf, "ny", partPattern(`[hs](\d)[- ]?(?:of |de )?(\d{4})?`)},
	{partHalf, "ny", partPattern(`(\d) (?:half|half-year|semestre)(?: of| de)?(?: (\d{4}))?`)},
	{partMonth, "My", partPattern(`([a-z]+)[-.,']* ?(?:of |de )?(\d{4})`)},
	{partMonth, "yM", partPattern(`(\d{4})[- :,]*([a-z]+)\.?`)},
	{partDay, "dMy", partPattern(`(\d{1,2})[- .]*(?:of |de |d')?([a-z]+)[-.,]* ?(\d{4}|\d\d)?`)},
	{partDay, "Mdy", partPattern(`([a-z]+)[-.,]* ?(\d{1,2})(?:,? (\d{4}))?`)},
	{partMonth, "M", partPattern(`([a-z]+)\.?`)},
	{partNumber, "n", partPattern(`(\d{1,2})`)},
}

var slashedDay = partPattern(`(\d{1,2})([-/])(\d{1,2})([-/])(\d{4}|\d\d)`)

func partPattern(p string) *regexp.Regexp { return regexp.MustCompile(`^` + p + `$`) }

var ordinalWords = strings.NewReplacer("first ", "1 ", "second ", "2 ", "third ", "3 ", "fourth ", "4 ",
	"premier ", "1 ", "deuxieme ", "2 ", "troisieme ", "3 ", "quatrieme ", "4 ")

func readPart(text string, order DayOrder) (spelled, bool) {
	text = ordinals.ReplaceAllString(ordinalWords.Replace(text), "$1")
	if m := slashedDay.FindStringSubmatch(text); m != nil && m[2] == m[4] {
		day, month := number(m[1]), number(m[3])
		if order == MonthFirst {
			day, month = month, day
		}
		return spelled{partDay, fullYear(m[5]), month, day}, true
	}
	for _, f := range partForms {
		if m := f.form.FindStringSubmatch(text); m != nil {
			return f.read(m[1:])
		}
	}
	return spelled{}, false
}

func (f partForm) read(groups []string) (spelled, bool) {
	p := spelled{kind: f.kind}
	for i, g := range groups {
		switch f.groups[i] {
		case 'y':
			p.year = fullYear(g)
		case 'm':
			p.month = number(g)
		case 'M':
			m, ok := monthNames[g]
			if !ok {
				return spelled{}, false
			}
			p.month = int(m)
		case 'd', 'n':
			p.n = number(g)
		}
	}
	return p, true
}

// fullYear reads a year; of two digits, 70 to 99 are of the last century.
func fullYear(text string) int {
	y := number(text)
	switch {
	case len(text) != 2:
		return y
	case y >= 70:
		return 1900 + y
	}
	return 2000 + y
}

func number(digits string) int {
	n, _ := strconv.Atoi(digits) // "" is 0: not said
	return n
}

// monthNames has the months' names without accents, full and short, in
// English and French.
var monthNames = map[string]time.Month{
	"january": 1, "jan": 1, "janvier": 1, "janv": 1,
	"february": 2, "feb": 2, "fevrier": 2, "fevr": 2, "fev": 2,
	"march": 3, "mar": 3, "mars": 3,
	"april": 4, "apr": 4, "avril": 4, "avr": 4,
	"may": 5, "mai": 5,
	"june": 6, "jun": 6, "juin": 6,
	"july": 7, "jul": 7, "juillet": 7, "juil": 7,
	"august": 8, "aug": 8, "aout": 8,
	"september": 9, "sep": 9, "sept": 9, "septembre": 9,
	"october": 10, "oct": 10, "octobre": 10,
	"november": 11, "nov": 11, "novembre": 11,
	"december": 12, "dec": 12, "decembre": 12,
}
