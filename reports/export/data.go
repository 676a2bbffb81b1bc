package export

import (
	"fmt"
	"iter"
	"math"
	"slices"
	"strings"

	"vitrine/reports"
)

// sheetRows is how many rows a sheet holds.
var sheetRows = 1_048_576

// dataColumns are the columns of the long data: those of every long table,
// then what only the workbook has room for.
var dataColumns = append(slices.Clone(Columns), "file", "sha256", "text", "note")

// A survey is what the long data hold, found before they are written: a sheet
// must know its columns first.
type survey struct {
	count  int
	used   []bool // of dataColumns: whether a record has a value there
	widths []int  // of dataColumns: the longest text
	kept   []int  // indices of dataColumns that a workbook has

	sources map[string]bool // that the records are from
}

// surveyOf goes once through the long data.
func surveyOf(records iter.Seq2[Record, error]) (survey, error) {
	s := survey{used: make([]bool, len(dataColumns)), widths: make([]int, len(dataColumns)), sources: map[string]bool{}}
	for r, err := range records {
		if err != nil {
			return s, err
		}
		s.count++
		s.sources[r.Number.Origin.Source] = true
		for i, text := range r.dataTexts() {
			if text != "" {
				s.used[i] = true
				s.widths[i] = max(s.widths[i], len(text))
			}
		}
	}
	for i := range dataColumns {
		if s.keeps(i) {
			s.kept = append(s.kept, i)
		}
	}
	return s, nil
}

// stating returns the sources that state a figure of the long data; all of
// them where the data are sums, which do not say.
func (s survey) stating(sources []reports.Source) []reports.Source {
	var list []reports.Source
	for _, source := range sources {
		if s.sources[source.ID] {
			list = append(list, source)
		}
	}
	if len(list) == 0 {
		return sources
	}
	return list
}

// dataTexts returns the record's cells under dataColumns.
func (r Record) dataTexts() []string {
	o := r.Number.Origin
	if r.Number.Basis != reports.Published {
		o = reports.Origin{}
	}
	texts := append(r.Texts(), o.File, o.Source, o.Text, r.Number.Note)
	if len(o.More) > 0 {
		texts[len(texts)-2] = o.Text + " | " + strings.Join(moreTexts(o.More), " | ")
	}
	return texts
}

func moreTexts(cells []reports.Cell) []string {
	texts := make([]string, len(cells))
	for i, c := range cells {
		texts[i] = c.Address() + ": " + c.Text
	}
	return texts
}

// keeps tells which of dataColumns a workbook has: all but the dimensions and
// the notes that no record has a value of.
func (s survey) keeps(i int) bool {
	_, dim := reports.ParseDim(dataColumns[i])
	optional := dim || slices.Contains([]string{"code", "note", "low", "high"}, dataColumns[i])
	return s.used[i] || !optional
}

// columns returns the columns of the data sheets.
func (s survey) columns() []column {
	var list []column
	for _, i := range s.kept {
		name := dataColumns[i]
		c := column{header: name, kind: dataKind(name), width: float64(max(len(name)+4, min(s.widths[i]+2, 34)))}
		switch {
		case c.kind == dayColumn:
			c.width = 15
		case c.kind == numberColumn:
			c.width = max(c.width, 11)
		case name == "sha256", name == "code":
			c.width = min(c.width, 20)
		}
		list = append(list, c)
	}
	return list
}

func dataKind(name string) kind {
	switch name {
	case "period_start", "period_end":
		return dayColumn
	case "value", "low", "high", "row":
		return numberColumn
	case "status", "column":
		return statusColumn // each stands beside a number
	}
	return textColumn
}

// dataPages makes the sheets of the long data: as many as its rows need.
func (b Book) dataPages(s survey, n names) []page {
	like := page{title: b.Words.Say("export.data.title"), landscape: true, lines: []line{
		{text: b.Words.Say("export.data.about")},
		{text: b.Words.Say("export.data.place")},
	}}
	like.grid = &grid{columns: s.columns(), freeze: b.Profile == Analyst, filter: b.Profile == Analyst}
	room := sheetRows - like.fold().headerRow()
	var pages []page
	for from := 0; from == 0 || from < s.count; from += room {
		p, g := like, *like.grid
		p.name, p.grid = n.take(b.Words.Say("export.sheet.data")), &g
		if from > 0 {
			p.title = fmt.Sprintf("%s (%d)", p.title, len(pages)+1)
		}
		g.name, g.count = n.takeTable("Data"), min(room, s.count-from)
		g.rows = s.rows(b.records(), from, g.count)
		pages = append(pages, p)
	}
	return pages
}

// rows lists count records as cells, after leaving out those that stand on
// the sheets before.
func (s survey) rows(records iter.Seq2[Record, error], from, count int) iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		at := 0
		for r, err := range records {
			at++
			if at > from && !yield(s.cells(r), err) || at == from+count {
				return
			}
		}
	}
}

// cells returns a record's cells; one that would be empty holds shorthand.
func (s survey) cells(r Record) []any {
	n := r.Number
	texts := r.dataTexts()
	cells := make([]any, 0, len(s.kept))
	for _, i := range s.kept {
		switch name := dataColumns[i]; name {
		case "period_start":
			cells = append(cells, n.Period.Start)
		case "period_end":
			cells = append(cells, n.Period.Last())
		case "value":
			cells = append(cells, numberCell(n))
		case "low", "high", "row":
			cells = append(cells, r.extra(name))
		default:
			if texts[i] == "" {
				texts[i] = signNotApplicable
			}
			cells = append(cells, texts[i])
		}
	}
	return cells
}

// numberCell returns a number's value, or the shorthand that stands for it.
func numberCell(n reports.Number) any {
	if !n.Known() || math.IsInf(n.Value, 0) {
		return instead(n)
	}
	return n.Value
}

func (r Record) extra(name string) any {
	n := r.Number
	switch {
	case name == "row" && n.Basis == reports.Published && n.Origin.Row > 0:
		return n.Origin.Row
	case name == "low" && n.HasRange:
		return boundCell(n.Low)
	case name == "high" && n.HasRange:
		return boundCell(n.High)
	}
	return signNotApplicable
}

// boundCell returns a bound; an open one is "inf", as in csv.
func boundCell(v float64) any {
	if math.IsInf(v, 0) || math.IsNaN(v) {
		return Plain(v)
	}
	return v
}
