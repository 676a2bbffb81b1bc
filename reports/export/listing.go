package export

import (
	"io"

	"vitrine/assets"
	"vitrine/reports"
)

// A Listing is a workbook of lists that are no answer to a question, such as
// findings and their cases: a cover, contents, a sheet a list, the sources.
type Listing struct {
	Title, About string
	Lists        []List
	Sources      []reports.Source
	Words        *assets.Words
}

// A List is one sheet: a title, lines below it, and a table.
type List struct {
	Sheet, Title string
	Lines        []string
	Columns      []ListColumn
	Rows         [][]any // strings, float64, int, reports.Day; nil is empty
}

// A ListColumn is a column of a list.
type ListColumn struct {
	Header string
	Number bool    // its cells are numbers
	Width  float64 // in characters
}

// WriteListing writes the workbook. The same listing gives the same bytes.
func WriteListing(w io.Writer, l Listing) error {
	b := Book{Title: l.Title, Question: l.About, Sources: l.Sources, Words: l.Words, Profile: Analyst}
	names := newNames()
	var rest []page
	for _, list := range l.Lists {
		rest = append(rest, list.page(names))
	}
	rest = append(rest, b.sourcesPage(names))
	cover := page{name: l.Words.Say("export.sheet.cover"), title: l.Title, width: frontWidth, lines: []line{
		{text: l.About}, {text: l.Words.Say("export.cover.sources"), heading: true},
	}}
	b.coverSources(&cover)
	return b.writePages(w, append([]page{cover, b.contentsPage(append([]page{cover}, rest...), names)}, rest...))
}

func (l List) page(n names) page {
	p := page{name: n.take(l.Sheet), title: l.Title, landscape: true}
	for _, text := range l.Lines {
		p.lines = append(p.lines, line{text: text})
	}
	p.grid = &grid{name: n.takeTable(l.Sheet), count: len(l.Rows), rows: listed(l.Rows), filter: true, freeze: true}
	for _, c := range l.Columns {
		column := column{header: c.Header, kind: wrapColumn, width: c.Width}
		if c.Number {
			column.kind = numberColumn
		}
		p.grid.columns = append(p.grid.columns, column)
	}
	return p
}
