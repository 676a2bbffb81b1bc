package export

import (
	"github.com/xuri/excelize/v2"
)

// The look of a sheet: one family of type, ink and a quiet grey, one accent.
const (
	typeface = "Arial"
	ink      = "1B1B1D"
	quiet    = "5F6368"
	surface  = "F6F5F2"
	accent   = "005A9C"
)

// The number formats of cells.
const (
	wholeFormat   = "#,##0"
	decimalFormat = "#,##0.0##"
	dateFormat    = "yyyy-mm-dd"
)

// styles holds the identifiers of a workbook's cell styles.
type styles struct {
	title, titleText, heading, line, link, body int
	header, headerRight, headerStatus, status   int
	text, wrapped, whole, decimal, day          int
	sign, linkCell                              int
}

// makeStyles registers the styles of a workbook. size is that of its text, in
// points: 12 where a page is published, less where an analyst wants rows.
func makeStyles(f *excelize.File, size float64) (styles, error) {
	var s styles
	font := func(size float64, colour string, bold bool) *excelize.Font {
		return &excelize.Font{Family: typeface, Size: size, Color: colour, Bold: bold}
	}
	link := &excelize.Font{Family: typeface, Size: size, Color: accent, Underline: "single"}
	plain := font(size, ink, false)
	top := func(horizontal string, wrap bool) *excelize.Alignment {
		return &excelize.Alignment{Horizontal: horizontal, Vertical: "top", WrapText: wrap}
	}
	number := func(format string) *excelize.Style {
		return &excelize.Style{Font: plain, CustomNumFmt: &format, Alignment: top("right", false)}
	}
	header := func(horizontal string, indent int) *excelize.Style {
		return &excelize.Style{
			Font: font(size, ink, true), Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{surface}},
			Border:    []excelize.Border{{Type: "bottom", Color: quiet, Style: 2}},
			Alignment: &excelize.Alignment{Horizontal: horizontal, Vertical: "bottom", WrapText: true, Indent: indent},
		}
	}
	for _, d := range []struct {
		id    *int
		style *excelize.Style
	}{
		{&s.title, &excelize.Style{Font: font(size+4, ink, true), Alignment: top("left", false)}},
		{&s.titleText, &excelize.Style{Font: font(size+4, ink, true), Alignment: top("left", true)}},
		{&s.heading, &excelize.Style{Font: font(size+1, accent, true), Alignment: &excelize.Alignment{Vertical: "bottom"}}},
		{&s.line, &excelize.Style{Font: plain, Alignment: top("left", false)}},
		{&s.body, &excelize.Style{Font: plain, Alignment: top("left", true)}},
		{&s.link, &excelize.Style{Font: link, Alignment: top("left", false)}},
		{&s.header, header("left", 0)},
		{&s.headerRight, header("right", 0)},
		{&s.headerStatus, header("left", 1)},
		{&s.text, &excelize.Style{Font: plain, Alignment: top("left", false)}},
		{&s.status, &excelize.Style{Font: plain, Alignment: &excelize.Alignment{Horizontal: "left", Vertical: "top", Indent: 1}}},
		{&s.wrapped, &excelize.Style{Font: plain, Alignment: top("left", true)}},
		{&s.linkCell, &excelize.Style{Font: link, Alignment: top("left", true)}},
		{&s.whole, number(wholeFormat)},
		{&s.decimal, number(decimalFormat)},
		{&s.day, &excelize.Style{Font: plain, CustomNumFmt: ptr(dateFormat), Alignment: top("left", false)}},
		{&s.sign, &excelize.Style{Font: font(size, quiet, false), Alignment: top("right", false)}},
	} {
		var err error
		if *d.id, err = f.NewStyle(d.style); err != nil {
			return s, err
		}
	}
	return s, nil
}

func ptr[T any](v T) *T { return &v }
