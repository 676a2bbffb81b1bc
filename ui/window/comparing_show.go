package window

import (
	"context"
	"io"

	"fyne.io/fyne/v2"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/chart"
	"vitrine/reports/export"
)

// sentenceOf writes a state as the headline has it.
func (p *page) sentenceOf(s state, a reports.Answer) []assets.Phrase {
	if !s.compare.on {
		return p.words.Headline(s.question, a)
	}
	pair := s.compare.pair
	if c := p.comparison(); c != nil && s.compare.pair == p.compared.pair {
		pair = c.Pair
	}
	return p.words.ComparedHeadline(s.question, a, pair)
}

// compareButtons offer a comparison, and another day of publication.
func (f *filterBar) compareButtons(q reports.Question) []fyne.CanvasObject {
	p := f.page
	f.with.set(p.history.now().compare.on, p.noAnswer() != "", p.say("hint.with"))
	list := []fyne.CanvasObject{f.with}
	f.asOf.Text = p.say("asof.off")
	if q.AsOf != 0 {
		f.asOf.Text = p.say("asof.on", "day", p.words.Day(q.AsOf))
	}
	if p.noAsOf() == "" {
		list = append(list, f.asOf)
	}
	return list
}

// compare puts in place what the state's comparison is: a picture above its
// table, the table alone, or why it is refused. While it is made, what stood
// there stays.
func (c *centre) compare(s state) {
	p := c.page
	if !p.comparisonDone() {
		if c.shown == "" || c.shown == "message" {
			c.say(p.say("wait.compare"), "", nil)
		}
		return
	}
	if err := p.compared.err; err != nil {
		c.say(p.say("compare.refused", "why", p.why(err)), p.say("compare.end"), p.compareNoMore)
		return
	}
	found := p.compared.found
	p.table.compare(found, p.words)
	p.table.sel(s.pin)
	v := p.sidedShown()
	if v == sidedTable {
		c.put("table", c.alone)
		c.foot()
		return
	}
	c.put("picture", c.room)
	c.Layout(c.room.Objects, c.room.Size())
	p.legend.object.Hide()
	p.multiples.object.Hide()
	p.dates.show()
	p.picture.show(drawn{compared: found, sided: v.chart(), panels: v == sidedMaps, log: s.log && v == slopes, tone: p.tone(), words: p.words})
	p.picture.sel(s.pin)
	c.foot()
}

// saveCompared writes the comparison as a workbook with live formulas.
func (p *page) saveCompared(c reports.Comparison) {
	p.save(".xlsx", p.comparedBook(c))
}

// comparedBook returns what writes the workbook of a comparison.
func (p *page) comparedBook(c reports.Comparison) func(context.Context, io.Writer) error {
	l := p.ledger
	book := export.ComparisonBook{Comparison: c, Sources: p.compared.sources, Words: p.words, Profile: export.Analyst}
	record := p.sidedRecord(c)
	return func(ctx context.Context, w io.Writer) error {
		var err error
		if book.Record, err = record(ctx); err != nil {
			return err
		}
		book.Figures = reports.BehindComparison(ctx, l, names(), c)
		return export.ComparisonWorkbook(w, book)
	}
}

// drawCompared writes the comparison as a picture with its titles.
func (p *page) drawCompared(extension string, c reports.Comparison, draw func(io.Writer, reports.Comparison, chart.ComparisonKind, chart.Options) error) {
	s, o := p.history.now(), p.chartOptions()
	v := p.sidedShown()
	o.Sources, o.Log = p.compared.sources, s.log && v == slopes
	kind := v.chart()
	if v == sidedTable {
		kind = chart.Slope
	}
	p.save(extension, func(_ context.Context, w io.Writer) error { return draw(w, c, kind, o) })
}

// sidedNumber returns the number at a point of a comparison: a side's of an
// item. An absent cell that means none is a sum of none.
func sidedNumber(c *reports.Comparison, at chart.Point) (reports.Series, reports.Number) {
	item := c.Items[at.Series]
	n := item.Numbers[at.Number]
	if len(item.Series[at.Number].Numbers) == 0 {
		v := item.Values[at.Number]
		n = reports.Number{Period: c.Sides[at.Number].Period, Value: v.Value, Low: v.Low, High: v.High, HasRange: !v.Known(), Basis: reports.Summed}
	}
	return item.Series[at.Number], n
}

// tip writes what stands beside the cursor: a number with its period, and in a
// comparison what became of the item.
func (d drawn) tip(at chart.Point, n reports.Number) string {
	c, w := d.compared, d.words
	if d.editions != nil {
		return d.editionTip(at)
	}
	if c == nil {
		return w.Period(n.Period) + "  " + w.Amount(n)
	}
	item := c.Items[at.Series]
	text := w.SideName(*c, at.Number) + "  " + w.SideQuantity(item, at.Number) + "  " + w.ItemDifference(item)
	if item.Percent.Known() {
		text += " (" + w.DifferencePercent(item.Percent) + ")"
	}
	return text
}
