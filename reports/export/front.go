package export

import (
	"fmt"
	"iter"
	"strings"

	"vitrine/reports"
)

// frontWidth is the width of pages that are read as text, in characters.
const frontWidth = 82

// coverPage makes the first sheet: what the workbook is, in column A alone.
func (b Book) coverPage(pages []page) page {
	w := b.Words
	p := page{name: w.Say("export.sheet.cover"), title: b.title(), width: frontWidth}
	say := func(text string) { p.lines = append(p.lines, line{text: text}) }
	section := func(key string) { p.lines = append(p.lines, line{text: w.Say(key), heading: true}) }

	say(w.Say("export.cover.about"))
	section("export.cover.question")
	say(b.question())
	for _, text := range b.covered() {
		say(text)
	}
	section("export.cover.sources")
	b.coverSources(&p)
	section("export.cover.made")
	say(w.Say("export.cover.madeon", "day", w.Day(b.made())))
	section("export.cover.licence")
	say(w.Say("export.cover.licencenote"))
	section("export.cover.read")
	for _, key := range []string{"export.cover.read.tables", "export.cover.read.shorthand", "export.cover.read.data"} {
		say(w.Say(key))
	}
	return p
}

// covered says what the answer covers: publishers, measures, span, filters.
func (b Book) covered() []string {
	w, a := b.Words, b.Answer
	var publishers, measures []string
	var span reports.Period
	for _, s := range a.Series {
		publishers = append(publishers, w.Publisher(s.Publisher))
		measures = append(measures, w.Measure(s.Measure))
	}
	for i, p := range a.Periods {
		if i == 0 {
			span = p
		}
		span = reports.Period{Start: min(span.Start, p.Start), End: max(span.End, p.End)}
	}
	for _, s := range b.Sources {
		publishers = append(publishers, w.Publisher(s.Publisher))
	}
	texts := []string{w.Say("export.cover.publisher", "publishers", strings.Join(distinct(publishers), ", "))}
	if len(measures) > 0 {
		texts = append(texts, w.Say("export.cover.measures", "measures", strings.Join(distinct(measures), ", ")))
	}
	if span.Days() > 0 {
		texts = append(texts, w.Say("export.cover.span", "first", w.Day(span.Start), "last", w.Day(span.Last())))
	}
	return append(texts, b.filters())
}

// filters writes the question's filters in words.
func (b Book) filters() string {
	w, q := b.Words, b.Answer.Question
	var parts []string
	add := func(name string, values []string) {
		if len(values) > 0 {
			parts = append(parts, w.Say("export.filter.one", "name", name, "values", strings.Join(values, ", ")))
		}
	}
	add(w.Say("export.filter.publisher"), q.Publisher)
	add(w.Say("export.filter.table"), q.Table)
	add(w.Say("export.filter.service"), q.Service)
	for _, d := range reports.AllDims() {
		var values []string
		for _, v := range q.Where[d] {
			values = append(values, w.Value(d, v))
		}
		add(w.Dim(d), values)
	}
	add(w.Say("export.filter.country"), q.Country)
	add(w.Say("export.filter.code"), q.Code)
	if q.Since != 0 {
		add(w.Say("export.filter.since"), []string{w.Day(q.Since)})
	}
	if q.Until != 0 {
		add(w.Say("export.filter.until"), []string{w.Day(q.Until - 1)})
	}
	if len(parts) == 0 {
		return w.Say("export.filter.none")
	}
	return w.Say("export.filter.list", "filters", strings.Join(parts, w.Say("list.semicolon")))
}

// coverSources names the newest sources; the sheet of sources has them all.
func (b Book) coverSources(p *page) {
	const most = 8
	sources := newest(b.Sources)
	for i, s := range sources {
		if i == most {
			p.lines = append(p.lines, line{text: b.Words.Say("export.cover.more", "n", fmt.Sprint(len(sources)-most))})
			return
		}
		p.lines = append(p.lines, line{text: b.sourceText(s)})
		p.lines = append(p.lines, line{text: "SHA-256 " + s.ID})
		if s.Address != "" {
			p.lines = append(p.lines, line{text: s.Address, link: s.Address})
		}
	}
	if len(sources) == 0 {
		p.lines = append(p.lines, line{text: b.Words.Say("export.cover.nosources")})
	}
}

// sourceText names a source with its vintage and when it was got.
func (b Book) sourceText(s reports.Source) string {
	parts := []string{s.Name}
	if s.Published != 0 {
		parts = append(parts, b.Words.Say("export.cover.asof", "day", b.Words.Day(s.Published)))
	}
	if day := retrieved(s); day != 0 {
		parts = append(parts, b.Words.Say("export.cover.retrieved", "day", b.Words.Day(day)))
	}
	return strings.Join(parts, ", ")
}

// contentsPage lists the sheets that follow, with links to them.
func (b Book) contentsPage(pages []page, n names) page {
	w := b.Words
	p := page{name: w.Say("export.sheet.contents"), title: w.Say("export.contents.title"), landscape: true}
	rows := [][]any{}
	for _, to := range pages {
		rows = append(rows, []any{link{to.name, quoteSheet(to.name) + "!A1"}, orText(to.holds, to.title), rowsOf(to)})
	}
	p.grid = &grid{
		name: n.takeTable("Contents"), count: len(rows), rows: listed(rows),
		columns: []column{
			{w.Say("export.column.sheet"), textColumn, 22},
			{w.Say("export.column.holds"), wrapColumn, 80},
			{w.Say("export.column.rows"), numberColumn, 12},
		},
	}
	return p
}

func rowsOf(p page) any {
	if p.grid == nil {
		return signNotApplicable
	}
	return p.grid.count
}

func orText(text, other string) string {
	if text == "" {
		return other
	}
	return text
}

// listed goes through rows that are in memory.
func listed(rows [][]any) iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		for _, r := range rows {
			if !yield(r, nil) {
				return
			}
		}
	}
}
