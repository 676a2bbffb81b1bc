package export

import (
	"fmt"
	"image/color"

	"github.com/xuri/excelize/v2"

	"vitrine/reports"
)

// picture makes the chart that a spreadsheet program draws.
func (c *drawing) picture(title string, from area) *excelize.Chart {
	w := c.book.Words
	unit := c.unit(w)
	chart := &excelize.Chart{
		Type:         c.chartType(),
		Format:       excelize.GraphicOptions{AltText: c.altText(title), LockAspectRatio: true, Locked: ptr(false), PrintObject: ptr(true)},
		Dimension:    excelize.ChartDimension{Width: 1080, Height: 560},
		Title:        c.title(title, 14, true),
		Legend:       excelize.ChartLegend{Position: "bottom", Font: chartFont(11, false)},
		XAxis:        c.timeAxis(),
		YAxis:        excelize.ChartAxis{Title: c.title(unit, 11, false), Font: *chartFont(10, false), MajorGridLines: true},
		ShowBlanksAs: "gap",
	}
	chart.YAxis.NumFmt = excelize.ChartNumFmt{CustomNumFmt: "#,##0.###"}
	if c.allWhole() {
		chart.YAxis.NumFmt.CustomNumFmt = wholeFormat
	}
	switch {
	case c.book.Log && c.kind != AreaChart:
		chart.YAxis.LogBase = 10
		chart.YAxis.Title = c.title(w.Say("export.chart.log", "unit", unit), 11, false)
	case c.kind != LineChart:
		chart.YAxis.Minimum = ptr(0.0)
	}
	var colors []color.Color
	if c.book.Colors != nil {
		colors = c.book.Colors(c.shown)
	}
	for i, column := range from.columns {
		s := c.line(i, from.name(column), from.column(from.labels), from.column(column))
		if colors != nil {
			fill := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{hex(colors[i])}}
			s.Fill, s.Line.Fill, s.Marker.Fill = fill, fill, fill
			if hasDerived(c.numbers[i]) && s.Marker.Symbol != "none" { // derived numbers have open marks
				s.Marker.Border = excelize.LineOptions{Fill: fill, Width: 1.5}
				s.Marker.Fill.Color = []string{"FFFFFF"}
			}
		}
		chart.Series = append(chart.Series, s)
	}
	return chart
}

func (c *drawing) chartType() excelize.ChartType {
	switch c.kind {
	case AreaChart:
		return excelize.AreaStacked
	case ColumnChart:
		return excelize.Col
	}
	return excelize.Line
}

func (c *drawing) timeAxis() excelize.ChartAxis {
	return excelize.ChartAxis{
		Title: c.title(c.book.Words.Say("export.axis."+c.grain.String()), 11, false), Font: *chartFont(10, false),
		TickLabelSkip: c.skip(), TickLabelPosition: excelize.ChartTickLabelLow,
		NumFmt:    excelize.ChartNumFmt{CustomNumFmt: dateFormat},
		Alignment: excelize.Alignment{TextRotation: automatic},
	}
}

// automatic is out of the range of angles: excelize then leaves it to the
// program. At 0 LibreOffice would draw all labels over each other.
const automatic = 91

// skip leaves room for each label of the time axis: a label a year where the
// months of several years stand.
func (c *drawing) skip() int {
	per := map[reports.Grain]int{reports.EveryDay: 365, reports.EveryWeek: 52, reports.EveryMonth: 12, reports.EveryQuarter: 4}[c.grain]
	n := len(c.periods)
	switch {
	case n <= 16:
		return 1
	case per > 0 && n > 3*per:
		return per * (1 + n/per/14)
	}
	return 1 + n/14
}

func (c *drawing) allWhole() bool {
	for _, list := range c.numbers {
		for _, n := range list {
			if n.Known() && n.Value != float64(int64(n.Value)) {
				return false
			}
		}
	}
	return true
}

// Dashes and markers tell lines apart without their colour.
var (
	dashes = []excelize.LineDashType{
		excelize.LineDashSolid, excelize.LineDashSysDash, excelize.LineDashSysDot, excelize.LineDashLgDash,
		excelize.LineDashLgDashDot, excelize.LineDashSysDashDot, excelize.LineDashLgDashDotDot, excelize.LineDashSysDashDotDot,
	}
	markers = []string{"circle", "square", "diamond", "triangle", "x", "plus", "star", "dash"}
)

// line makes the i-th series.
func (c *drawing) line(i int, name, categories, values string) excelize.ChartSeries {
	s := excelize.ChartSeries{Name: name, Categories: categories, Values: values}
	s.Marker = excelize.ChartMarker{Symbol: "none"}
	if c.kind == LineChart {
		s.Line = excelize.LineOptions{Width: 2.25, Dash: dashes[i%len(dashes)]}
		if len(c.periods) <= mostColumns {
			s.Marker = excelize.ChartMarker{Symbol: markers[i%len(markers)], Size: 6}
		}
	}
	return s
}

func hex(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("%02X%02X%02X", r>>8, g>>8, b>>8)
}

// addChart writes a page that holds a chart below its lines.
func (b *binder) addChart(p page) error {
	if _, err := b.file.NewSheet(p.name); err != nil {
		return err
	}
	if err := b.layOut(p); err != nil {
		return err
	}
	write := func(row int, text string, style int) error {
		height := b.lineHeight()
		if style == b.styles.title {
			height = b.titleHeight(p)
		}
		if err := b.file.SetRowHeight(p.name, row, height); err != nil {
			return err
		}
		cell := fmt.Sprintf("A%d", row)
		if err := b.file.SetCellStr(p.name, cell, text); err != nil {
			return err
		}
		return b.file.SetCellStyle(p.name, cell, cell, style)
	}
	if err := write(1, p.title, b.styles.title); err != nil {
		return err
	}
	for i, l := range p.lines {
		style, _ := b.lineStyle(p, l)
		if err := write(i+2, l.text, style); err != nil {
			return err
		}
	}
	return b.file.AddChart(p.name, fmt.Sprintf("A%d", len(p.lines)+3), p.picture)
}
