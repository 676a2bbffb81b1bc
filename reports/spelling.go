package reports

import (
	"regexp"
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
