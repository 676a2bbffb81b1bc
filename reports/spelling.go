package reports

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// A DayOrder says which number of a day such as 3/4/17 is the month.
type DayOrder int

// The orders. Where it is unknown, a day that either order could read is
// refused.
const (
	OrderUnknown DayOrder = iota
	DayFirst              // 3/4/17 is 3 April 2017
	MonthFirst            // 3/4/17 is 4 March 2017
)

// longestSpelling is the longest text that is looked at, in bytes.
const longestSpelling = 100

// SpellPeriod reads a period in any spelling that publishers use: "2023Q1",
// "2025-H1", "Jan-Jun 2025", "jul12jun13", "01.01.24–30.09.24", "1 January
// 2025 to 31 December 2025", "du 1er janvier au 30 juin 2024". Days in slashes
// whose order nothing tells ("3/4/17") are no period.
func SpellPeriod(text string) (Period, bool) {
	return SpellPeriodIn(text, OrderUnknown)
}

// SpellPeriodIn reads a period as SpellPeriod does, with the order of days
// such as 3/4/17 known.
func SpellPeriodIn(text string, order DayOrder) (Period, bool) {
	if len(text) > longestSpelling {
		return Period{}, false
	}
	text = tidySpelling(text)
	if order != OrderUnknown {
		return spellIn(text, order)
	}
	a, okA := spellIn(text, DayFirst)
	b, okB := spellIn(text, MonthFirst)
	switch {
	case okA && okB && a != b:
		return Period{}, false
	case okA:
		return a, true
	}
	return b, okB
}

// SpellDay reads a day in any spelling that publishers use: "2024-08-14",
// "14 August 2024", "20240814", "8/14/24". order says how "3/4/17" is meant;
// with OrderUnknown it is refused.
func SpellDay(text string, order DayOrder) (Day, bool) {
	p, ok := SpellPeriodIn(text, order)
	if !ok || p.Days() != 1 {
		return 0, false
	}
	return p.Start, true
}

// SpellMonth reads the name of a month, full or short, in English or French.
func SpellMonth(text string) (time.Month, bool) {
	m, ok := monthNames[strings.Trim(tidySpelling(text), ". ")]
	return m, ok
}

var (
	dashes     = strings.NewReplacer("‐", "-", "‑", "-", "‒", "-", "–", "-", "—", "-", "―", "-", "−", "-", "_", " ", "’", "'")
	leadWords  = regexp.MustCompile(`^(?:(?:from|for|the|period|du|de|le|la|reporting|calendar year|year|annee)\b[ :]*)+`)
	ordinals   = regexp.MustCompile(`\b(\d{1,2})(?:st|nd|rd|th|er|e|eme)\b`)
	clockTimes = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})(?:t| )\d{2}:\d{2}.*$`)
	compressed = regexp.MustCompile(`^([a-z]{3})(\d\d)?([a-z]{3})(\d\d)$`)
	rangeWords = regexp.MustCompile(` ?(?:-|/|\bto\b|\buntil\b|\bau\b|\ba\b) ?`)
)

// tidySpelling reduces a text to small letters without accents, plain spaces
// and plain dashes.
func tidySpelling(text string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(text) {
		b.WriteString(plain(r))
	}
	text = strings.Join(strings.Fields(dashes.Replace(b.String())), " ")
	return strings.TrimSpace(leadWords.ReplaceAllString(text, ""))
}

func spellIn(text string, order DayOrder) (Period, bool) {
	if m := clockTimes.FindStringSubmatch(text); m != nil {
		text = m[1]
	}
	if p, ok := readPart(text, order); ok && p.year > 0 {
		return p.period()
	}
	if m := compressed.FindStringSubmatch(text); m != nil {
		first := m[2]
		if first == "" {
			first = m[4]
		}
		return spellRange(m[1]+" 20"+first, m[3]+" 20"+m[4], order)
	}
	return spellSplit(text, order)
}

// spellSplit tries every place at which a text can be a first and a last part.
// Places that give different periods give none.
func spellSplit(text string, order DayOrder) (found Period, ok bool) {
	for _, at := range rangeWords.FindAllStringIndex(text, -1) {
		p, fits := spellRange(text[:at[0]], text[at[1]:], order)
		if !fits {
			continue
		}
		if ok && p != found {
			return Period{}, false
		}
		found, ok = p, true
	}
	return found, ok
}

// spellRange joins a first and a last part of the same kind. A part without a
// year has the other's.
func spellRange(first, last string, order DayOrder) (Period, bool) {
	a, okA := readPart(strings.TrimSpace(leadWords.ReplaceAllString(first, "")), order)
	b, okB := readPart(strings.TrimSpace(last), order)
	if !okA || !okB {
		return Period{}, false
	}
	if a.kind == partNumber && b.kind == partDay {
		a.kind, a.month = partDay, b.month
	}
	if a.year == 0 {
		a.year = b.year
	}
	if b.year == 0 {
		b.year = a.year
	}
	from, okA := a.period()
	to, okB := b.period()
	if a.kind != b.kind || !okA || !okB || from.Start > to.Start {
		return Period{}, false
	}
	return Period{from.Start, to.End}, true
}

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
