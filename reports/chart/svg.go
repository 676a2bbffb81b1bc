package chart

import (
	"bytes"
	"fmt"
	"html"
	"io"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgsvg"
)

// writeSVG draws onto gonum's SVG canvas, and makes of its head one that says
// what the picture is, also to who cannot see it, and counts in units.
func (d *drawing) writeSVG(w io.Writer) error {
	c := vgsvg.New(vg.Length(d.o.Width), vg.Length(d.o.Height))
	d.paint(&pen{c, d.o.Height, 1})
	var doc bytes.Buffer
	if _, err := c.WriteTo(&doc); err != nil {
		return err
	}
	_, body, found := bytes.Cut(doc.Bytes(), []byte("xlink\">\n"))
	if !found {
		return fmt.Errorf("gonum's SVG has another head than expected")
	}
	if _, err := io.WriteString(w, svgHead(d)); err != nil {
		return err
	}
	_, err := w.Write(withFallbackFonts(body))
	return err
}

func svgHead(d *drawing) string {
	escaped := func(text string) string { return html.EscapeString(printable(text)) }
	return fmt.Sprintf(`<?xml version="1.0" encoding="UTF-8"?>
<svg width="%g" height="%g" viewBox="0 0 %[1]g %[2]g" role="img" lang="%[3]s" stroke-linejoin="round"
	xmlns="http://www.w3.org/2000/svg"
	xmlns:xlink="http://www.w3.org/1999/xlink">
<title>%[4]s</title>
<desc>%[5]s</desc>
`, d.o.Width, d.o.Height, escaped(d.o.Words.Lang), escaped(d.title()), escaped(d.summary()))
}

// withFallbackFonts names what a reader without the chart's font shows; gonum
// names one family, and the fallback would be a serif. Text has no stroke by
// itself, but readers have been met that go on with the last path's.
func withFallbackFonts(svg []byte) []byte {
	const family = ",'Liberation Sans',Arial,sans-serif;stroke:none"
	svg = bytes.ReplaceAll(svg, []byte(";font-variant:none;font-weight:normal;font-style:normal"), []byte(family))
	return bytes.ReplaceAll(svg, []byte(";font-variant:none;font-weight:bold;font-style:normal"), []byte(family+";font-weight:bold"))
}
