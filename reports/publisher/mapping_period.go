package publisher

import (
	"fmt"
	"regexp"
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// periodWords leads from what German, Spanish, Portuguese, Italian and French
// tables call months and parts of years to the English words, without
// accents.
var periodWords = words(
	"january: januar janner jan jaenner enero ene janeiro gennaio gen janvier janv",
	"february: februar feb febrero fevereiro fev febbraio fevrier fevr",
	"march: marz maerz mrz mar marzo marco mars",
	"april: april apr abril abr aprile avril avr",
	"may: mai mayo maio mag maggio",
	"june: juni junio junho jun giugno giu juin",
	"july: juli julio julho jul luglio lug juillet juil",
	"august: august aug agosto ago aout",
	"september: september sept sep septiembre setiembre setembro set settembre septembre",
	"october: oktober okt octubre outubro out ottobre ott octobre oct",
	"november: november nov noviembre novembro novembre",
	"december: dezember dez diciembre dic dezembro dicembre decembre dec",
	"quarter: quartal trimestre quarto qtr",
	"half: halbjahr semestre semester hj",
	"to: bis hasta ate al au a",
	"from: vom von desde du dal de del della di do da dos",
	"year: jahr ano anno annee kalenderjahr",
)

// words reads lists of "word: other words" as a map from the others.
func words(lists ...string) map[string]string {
	m := map[string]string{}
	for _, list := range lists {
		word, others, _ := strings.Cut(list, ": ")
		for _, other := range strings.Fields(others) {
			m[other] = word
		}
	}
	return m
}

var (
	ordinalNumber = regexp.MustCompile(`\b(\d|i{1,3}|iv)[.ºª°]* (quarter|half)\b`)
	numberedPart  = regexp.MustCompile(`^(?:([1-4])([tqsh])[ /]?'?(\d{4}|\d\d)|(\d{4})[ /-]?([1-4])([tqsh]))$`)
	lettered      = regexp.MustCompile(`^(?:([tqsh])([1-4])[ /-]*'?(\d{4}|\d\d)|(\d{4})[ /-]?([tqsh])([1-4]))$`)
	weekNumber    = regexp.MustCompile(`^kw ?(\d{1,2})[ /-]+(\d{4})$`)
	shortMonth    = regexp.MustCompile(`^([a-z]+)[. /'-]+(?:20)?(\d\d)$`)
	romans        = map[string]string{"i": "1", "ii": "2", "iii": "3", "iv": "4"}
)

// readPeriod reads a period as reports.SpellPeriodIn does, and also in
// German, Spanish, Portuguese and Italian: "1. Quartal 2024", "enero de 2024",
// "2T 2024", "1º semestre 2024".
func readPeriod(text string, order reports.DayOrder) (reports.Period, bool) {
	if p, ok := reports.SpellPeriodIn(text, order); ok {
		return p, true
	}
	if len(text) > 100 {
		return reports.Period{}, false
	}
	english := inEnglish(text)
	if p, ok := reports.SpellPeriodIn(english, order); ok {
		return p, true
	}
	return reports.SpellPeriodIn(strings.Join(strings.Fields(strings.ReplaceAll(english, "from ", "")), " "), order)
}

// inEnglish writes a period with English words, as far as it has any that
// are known.
func inEnglish(text string) string {
	text = strings.Join(strings.Fields(plainText(text)), " ")
	if m := weekNumber.FindStringSubmatch(text); m != nil {
		return fmt.Sprintf("%s-w%s", m[2], m[1])
	}
	if m := numberedPart.FindStringSubmatch(text); m != nil {
		return numbered(m[1]+m[5], m[2]+m[6], m[3]+m[4])
	}
	if m := lettered.FindStringSubmatch(text); m != nil {
		return numbered(m[2]+m[6], m[1]+m[5], m[3]+m[4])
	}
	if m := shortMonth.FindStringSubmatch(text); m != nil && periodWords[m[1]] != "" {
		return periodWords[m[1]] + " 20" + m[2]
	}
	var b strings.Builder
	for _, word := range splitWords(text) {
		if english, ok := periodWords[word]; ok {
			word = english
		}
		b.WriteString(word)
	}
	text = ordinalNumber.ReplaceAllStringFunc(b.String(), func(s string) string {
		m := ordinalNumber.FindStringSubmatch(s)
		if roman, ok := romans[m[1]]; ok {
			m[1] = roman
		}
		return m[1] + " " + m[2]
	})
	return text
}

// numbered writes a part of a year by its number and letter: q or t for a
// quarter, h or s for a half. There are no halves beyond the second.
func numbered(number, letter, year string) string {
	if len(year) == 2 {
		year = "20" + year
	}
	switch letter {
	case "t":
		letter = "q"
	case "s":
		letter = "h"
	}
	return year + " " + letter + number
}

// splitWords cuts a text between letters and all else.
func splitWords(text string) []string {
	var parts []string
	letters := false
	for i, r := range text {
		if is := r >= 'a' && r <= 'z'; i == 0 || is != letters {
			parts, letters = append(parts, ""), is
		}
		parts[len(parts)-1] += string(r)
	}
	return parts
}

// partOfYear reads a part of a year such as "Jan", "3" or "Q2", of a kind.
func partOfYear(year, part, kind string) (reports.Period, bool) {
	number := strings.TrimLeft(strings.TrimSpace(part), "0")
	if len(number) > 0 && len(number) <= 2 && strings.Trim(number, "0123456789") == "" {
		switch kind {
		case "month":
			part = fmt.Sprintf("%02s", number)
			return reports.SpellPeriod(year + "-" + part)
		case "quarter":
			return reports.SpellPeriod(year + "-Q" + number)
		case "half":
			return reports.SpellPeriod(year + "-H" + number)
		}
	}
	if strings.ContainsAny(part, "0123456789") && kind == "month" {
		return reports.Period{}, false
	}
	for _, text := range []string{part + " " + year, year + " " + part} {
		if p, ok := readPeriod(text, reports.OrderUnknown); ok && p.Days() < 300 {
			return p, true
		}
	}
	return reports.Period{}, false
}

// when returns the period of a row. sum tells that its cell says that the
// row is a sum over periods, which is not read.
func (r *mappedReader) when(l *Line) (p reports.Period, sum bool) {
	p = r.period
	year, part := "", placedColumn{}
	for _, c := range r.head.columns {
		text := r.text(l, c)
		switch c.Is {
		case "period", "from", "to", "year":
			if isTotal(text) {
				return p, true
			}
		}
		switch c.Is {
		case "period":
			p = r.cellPeriod(l, c, text)
		case "from":
			p.Start = r.cellPeriod(l, c, text).Start
		case "to":
			p.End = r.cellPeriod(l, c, text).End
		case "year":
			year = text
			p = r.cellPeriod(l, c, text)
		case "month", "quarter", "half":
			part = c
		}
	}
	if part.name == "" {
		return p, false
	}
	if text := r.text(l, part); !isTotal(text) && !l.Failed() {
		var ok bool
		if p, ok = partOfYear(year, text, part.Is); !ok {
			l.Fail(part.name, "%q and %q are no %s", year, text, part.Is)
		}
	}
	return p, false
}

// around returns the period that a day of the column stands for.
func (k *mappedColumn) around(p reports.Period) reports.Period {
	grain, err := reports.ParseGrain(k.Every)
	if p.Days() != 1 || err != nil || grain.Around(p.Start) == (reports.Period{}) {
		return p
	}
	return grain.Around(p.Start)
}

// cellPeriod reads a cell that must be a period: a text in any language, or
// a date of a workbook.
func (r *mappedReader) cellPeriod(l *Line, c placedColumn, text string) reports.Period {
	key := c.name + "\n" + text
	known, seen := l.header.spelled[key]
	if seen {
		return known
	}
	if cell := l.Cell(c.name); cell.Kind == sheet.Date {
		if day, ok := dayOf(cell); ok {
			return c.around(reports.Period{Start: day, End: day + 1})
		}
	}
	p, ok := readPeriod(text, r.order)
	if !ok {
		why := ""
		if r.order == reports.OrderUnknown && slashed.MatchString(text) {
			why = "; the mapping must say whether the day or the month comes first"
		}
		l.Fail(c.name, "%q is not a period%s", text, why)
		return p
	}
	p = c.around(p)
	l.header.spelled[key] = p
	return p
}

var slashed = regexp.MustCompile(`^\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}`)

// within returns the period of a value whose header names a part of the
// row's year.
func (r *mappedReader) within(l *Line, c placedColumn) reports.Period {
	for _, y := range r.head.columns {
		if y.Is != "year" && y.Is != "period" {
			continue
		}
		if p, ok := partOfYear(r.text(l, y), c.within, c.placeholder); ok {
			return p
		}
	}
	l.Fail(c.name, "no column says the year of %q", c.within)
	return reports.Period{}
}

// periodInText finds the one period that a text names.
func periodInText(text string) (reports.Period, bool) {
	var found []reports.Period
	for _, line := range strings.Split(text, "\n") {
		if len(line) > mostText {
			continue
		}
		found = append(found, periodsInName(line)...)
		if len(found) == 0 {
			found = append(found, periodsInName(inEnglish(line))...)
		}
	}
	for _, p := range found {
		if p != found[0] {
			return reports.Period{}, false
		}
	}
	if len(found) == 0 {
		return reports.Period{}, false
	}
	return found[0], true
}
