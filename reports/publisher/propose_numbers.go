package publisher

import (
	"regexp"
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// Forms of numbers that only one style has, and those that two read alike
// though they mean different numbers.
var (
	englishNumber = regexp.MustCompile(`^[-−]?(\d{1,3}(,\d{3}){2,}|\d{1,3}(,\d{3})+\.\d+|\d*\.\d{1,2}|\d+\.\d{4,}|\d{4,}\.\d+|0\.\d+)\s*%?$`)
	germanNumber  = regexp.MustCompile(`^[-−]?(\d{1,3}(\.\d{3}){2,}|\d{1,3}(\.\d{3})+,\d+|\d*,\d{1,2}|\d+,\d{4,}|\d{4,},\d+|0,\d+)\s*%?$`)
	frenchNumber  = regexp.MustCompile("^[-−]?\\d{1,3}([ \u00a0\u2009\u202f]\\d{3})+(,\\d+)?\\s*%?$")
	dotNumber     = regexp.MustCompile(`^[-−]?[1-9]\d{0,2}\.\d{3}$`)
	commaNumber   = regexp.MustCompile(`^[-−]?[1-9]\d{0,2},\d{3}$`)
)

// proposeNumbers proposes how numbers are written: by those that only one
// style has, else by the language of the header.
func (p *proposal) proposeNumbers() {
	var english, german, french, dots, commas int
	for i := range p.facts {
		f := &p.facts[i]
		if f.numbers == 0 || f.most(f.periods) {
			continue
		}
		for _, c := range f.cells {
			text := strings.TrimSpace(c.Text)
			switch {
			case c.Kind == sheet.Number:
			case englishNumber.MatchString(text):
				english++
			case germanNumber.MatchString(text):
				german++
			case frenchNumber.MatchString(text):
				french++
			case dotNumber.MatchString(text):
				dots++
			case commaNumber.MatchString(text):
				commas++
			}
		}
	}
	comma := p.writesCommas()
	switch {
	case english > 0 && german > 0, english > 0 && dots > 0 && commas > 0:
		p.Numbers = Ask
		p.remark("numbers", "mixed")
	case german > 0 && (french > 0 || dots == 0 && comma == "1 234,5"):
		p.Numbers = "1 234,5"
	case german > 0, dots > 0 && comma == "1.234,5" && commas == 0 && english == 0:
		p.Numbers = "1.234,5"
	case english > 0:
	case dots > 0 && commas == 0:
		p.Numbers = Ask
		p.remark("numbers", "dot")
	case commas > 0 && (comma != "" || dots > 0):
		p.Numbers = Ask
		p.remark("numbers", "comma")
	case french > 0 && comma != "":
		p.Numbers = "1 234,5"
	}
}

// writesCommas returns the style of the header's language if that has a
// decimal comma, "" for English and for none.
func (p *proposal) writesCommas() string {
	best := 0
	for language, n := range p.hits {
		if n > p.hits[best] {
			best = language
		}
	}
	switch languages[best] {
	case "en":
		return ""
	case "fr":
		return "1 234,5"
	}
	return "1.234,5"
}

// proposeDays proposes whether the day or the month comes first, where days
// such as 3/4/2017 leave it open.
func (p *proposal) proposeDays() {
	dayFirst, monthFirst, open := 0, 0, 0
	for _, c := range p.Columns {
		if c.Is != "period" && c.Is != "from" && c.Is != "to" {
			continue
		}
		for _, f := range p.facts {
			if f.name != c.Header {
				continue
			}
			for _, text := range f.order {
				a, okA := readPeriod(text, reports.DayFirst)
				b, okB := readPeriod(text, reports.MonthFirst)
				switch {
				case okA && okB && a != b:
					open++
				case okA && !okB:
					dayFirst++
				case okB && !okA:
					monthFirst++
				}
			}
		}
	}
	switch {
	case open == 0:
	case dayFirst > 0 && monthFirst == 0:
		p.Days = "day first"
	case monthFirst > 0 && dayFirst == 0:
		p.Days = "month first"
	default:
		p.Days = Ask
		p.remark("days", "dayorder")
	}
}
