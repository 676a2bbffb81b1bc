package publisher

import (
	"strings"

	"vitrine/reports"
)

// A spread is a pattern of headers and the columns that fit it.
type spread struct {
	before, after string
	kind          string
	columns       []*facts
}

// hasMonthHeaders tells whether the columns of numbers are named after parts
// of a year.
func (p *proposal) hasMonthHeaders() bool {
	n := 0
	for _, f := range p.values() {
		if _, _, kind := partPattern(f.name); kind != "" {
			n++
		}
	}
	return n > 1
}

// proposePatterns proposes columns that are alike but for what their headers
// name: periods, parts of a year, areas.
func (p *proposal) proposePatterns(values []*facts) {
	var spreads []*spread
	for _, f := range values {
		before, after, kind := periodPattern(f.name)
		if kind == "" && p.isDated() {
			before, after, kind = partPattern(f.name)
		}
		if _, ok := areaNamed(f.name); kind == "" && ok {
			kind = "area"
		}
		if kind == "" {
			continue
		}
		i := 0
		for i < len(spreads) && (spreads[i].before != before || spreads[i].after != after || spreads[i].kind != kind) {
			i++
		}
		if i == len(spreads) {
			spreads = append(spreads, &spread{before: before, after: after, kind: kind})
		}
		spreads[i].columns = append(spreads[i].columns, f)
	}
	for _, s := range spreads {
		for _, f := range values {
			if s.kind == "area" && len(s.columns) > 1 && isTotal(f.name) {
				s.columns = append(s.columns, f)
			}
		}
		if s.kind == "period" || len(s.columns) > 1 {
			p.proposeSpread(s)
		}
	}
}

func (p *proposal) proposeSpread(s *spread) {
	name, known := measureNamed(strings.TrimSpace(s.before + " " + s.after))
	if !known {
		name = p.subjectOr(Ask)
		if text := strings.TrimSpace(s.before + " " + s.after); text != "" {
			name = text
		}
	}
	header := strings.TrimSpace(s.before + " {" + s.kind + "} " + s.after)
	measure := p.measure(name, s.columns[0])
	if p.hasMeasureColumn() {
		measure = ""
	}
	for _, f := range s.columns {
		f.done = true
	}
	c := MappedColumn{Header: header, Is: "value", Measure: measure, Remarks: []Remark{{Key: "each." + s.kind}}}
	if s.kind == "period" && s.days() {
		c.Every = Ask
		c.Remarks = append(c.Remarks, Remark{Key: "headerdays"})
	}
	p.Columns = append(p.Columns, c)
}

// days tells whether the headers are first or last days of months.
func (s *spread) days() bool {
	for _, f := range s.columns {
		text := strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(f.name, s.before), s.after))
		p, ok := readPeriod(text, reports.DayFirst)
		month := reports.EveryMonth.Around(p.Start)
		if !ok || p.Days() != 1 || month.Start != p.Start && month.Last() != p.Start {
			return false
		}
	}
	return len(s.columns) > 1
}

// periodPattern finds the longest run of a header's words that is a period,
// and what stands around it.
func periodPattern(name string) (before, after, kind string) {
	return wordsThat(name, func(text string) bool {
		_, ok := readPeriod(text, reports.OrderUnknown)
		if !ok {
			_, ok = readPeriod(text, reports.DayFirst)
		}
		return ok && strings.ContainsAny(text, "0123456789")
	}, "period")
}

// partPattern does the same with the parts of a year.
func partPattern(name string) (before, after, kind string) {
	for _, kind := range []string{"month", "quarter", "half"} {
		before, after, found := wordsThat(name, func(text string) bool {
			_, ok := partOfYear("2024", text, kind)
			return ok && strings.Trim(text, "0123456789") != ""
		}, kind)
		if found != "" {
			return before, after, found
		}
	}
	return "", "", ""
}

func wordsThat(name string, fit func(string) bool, kind string) (before, after, found string) {
	words := strings.Fields(name)
	if len(words) > 12 {
		return "", "", ""
	}
	for n := len(words); n > 0; n-- {
		for at := 0; at+n <= len(words); at++ {
			if fit(strings.Join(words[at:at+n], " ")) {
				return strings.Join(words[:at], " "), strings.Join(words[at+n:], " "), kind
			}
		}
	}
	return "", "", ""
}
