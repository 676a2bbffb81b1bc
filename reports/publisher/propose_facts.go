package publisher

import (
	"slices"
	"strings"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/sheet"
)

// facts are what the cells of a column are.
type facts struct {
	name  string
	index int // from 0
	says  said
	done  bool // that the mapping has the column

	cells    []sheet.Cell // of the rows that were looked at
	filled   int
	numbers  int
	percents int
	periods  int // cells that are one in some order of days
	years    int // of them, bare ones
	days     int // of them, single days
	firsts   int // of them, first days of a month
	parts    int // cells that are a part of a year: 1 to 12, "Jan", "Q2"
	areas    int
	codes    int // of them, by two or three letters
	totals   int
	known    int // cells that are a harmonised category
	links    int
	distinct map[string]int
	order    []string // distinct texts, in their order
}

// learn looks at every column of the sample.
func (p *proposal) learn() {
	p.stripFooter()
	for i, name := range columnNames(p.header) {
		if i == mostColumns {
			break
		}
		f := facts{name: name, index: i, says: headerSays(name), distinct: map[string]int{}}
		for _, language := range f.says.languages {
			p.hits[language]++
		}
		for _, row := range p.body {
			f.take(row.Cell(i + 1))
		}
		if f.filled > 0 || !strings.HasPrefix(name, "(column ") {
			p.facts = append(p.facts, f)
		}
	}
}

// headerSays returns what a header says: all of it, or the words before or
// after a slash or in front of brackets.
func headerSays(name string) said {
	whole := foldWords(name)
	if s, ok := headerWords[whole]; ok {
		return s
	}
	short, _, _ := strings.Cut(name, "(")
	for _, part := range append([]string{short}, strings.FieldsFunc(short, func(r rune) bool { return r == '/' || r == '|' })...) {
		if s, ok := headerWords[foldWords(part)]; ok {
			return s
		}
	}
	return said{}
}

// stripFooter leaves out the lines below the table: those with one text and
// no number.
func (p *proposal) stripFooter() {
	for len(p.body) > 0 {
		last := p.body[len(p.body)-1]
		if countTexts(last) > 1 || isBody(last) {
			return
		}
		p.body = p.body[:len(p.body)-1]
	}
}

func (f *facts) take(c sheet.Cell) {
	f.cells = append(f.cells, c)
	text := strings.TrimSpace(c.Text)
	if text == "" {
		return
	}
	f.filled++
	if f.distinct[text]++; f.distinct[text] == 1 {
		f.order = append(f.order, text)
	}
	if isTotal(text) {
		f.totals++
		return
	}
	if statesNumber(c) {
		f.numbers++
	}
	if strings.HasSuffix(text, "%") {
		f.percents++
	}
	f.takeWords(text)
	f.takePeriod(c, text)
}

func (f *facts) takeWords(text string) {
	_, area := areaNamed(text)
	_, code := assets.Areas().LookupCode(text)
	letters := len(text) <= 3 && strings.ToUpper(text) == text && strings.Trim(text, "0123456789") != ""
	if area || code && letters {
		f.areas++
	}
	if code && letters {
		f.codes++
	}
	if isCategory(text) {
		f.known++
	}
	if strings.HasPrefix(text, "http://") || strings.HasPrefix(text, "https://") {
		f.links++
	}
}

func (f *facts) takePeriod(c sheet.Cell, text string) {
	p, ok := reports.Period{}, false
	if c.Kind == sheet.Date {
		var day reports.Day
		day, ok = dayOf(c)
		p = reports.Period{Start: day, End: day + 1}
	}
	for _, order := range []reports.DayOrder{reports.OrderUnknown, reports.DayFirst, reports.MonthFirst} {
		if !ok {
			p, ok = readPeriod(text, order)
		}
	}
	ok = ok && p.Start >= earliest && p.End <= latest
	if _, part := partOfYear("2024", text, "month"); part {
		f.parts++
	} else if _, part := partOfYear("2024", text, "quarter"); part && !ok {
		f.parts++
	}
	if !ok {
		return
	}
	f.periods++
	if len(text) == 4 && strings.Trim(text, "0123456789") == "" {
		f.years++
	}
	if p.Days() == 1 {
		f.days++
		if month := reports.EveryMonth.Around(p.Start); month.Start == p.Start || month.Last() == p.Start {
			f.firsts++
		}
	}
}

// most tells whether n of the column's cells, without totals, are nearly all.
func (f *facts) most(n int) bool { return n > 0 && n*10 >= (f.filled-f.totals)*9 }

// isValue tells whether the column holds numbers.
func (f *facts) isValue() bool {
	return !f.done && f.most(f.numbers) && !f.most(f.years) && f.days*2 < f.filled
}

// blanks tells whether cells below the first are empty, in rows that the
// table counts.
func (f *facts) blanks() bool {
	return f.filled > 0 && len(f.cells)-f.filled > len(f.cells)/5 && strings.TrimSpace(f.cells[0].Text) != ""
}

// examples is a remark of some of the column's texts.
func (f *facts) examples() (key string, args []any) {
	if len(f.order) == 1 {
		return "always", []any{"text", f.order[0]}
	}
	return "texts", []any{"n", len(f.order), "texts", slices.Clone(f.order[:min(3, len(f.order))])}
}
