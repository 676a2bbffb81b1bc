package chart

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"vitrine/reports"
)

// An EditionKind is a way to draw what the vintages of a report state.
type EditionKind int

// The kinds. Vintages draws figures over the days on which their vintages were
// published: one by its numbers, several by their change in percent. Grid is a
// row for each period of one series and a cell for each vintage, coloured by
// the change against the vintage before.
const (
	Vintages EditionKind = iota
	Grid
)

var editionKindNames = [...]string{"vintages", "grid"}

// EditionKinds lists the kinds in order.
func EditionKinds() []EditionKind { return []EditionKind{Vintages, Grid} }

// String returns the kind's name on the command line.
func (k EditionKind) String() string { return editionKindNames[k] }

// ParseEditionKind finds a kind by its name on the command line.
func ParseEditionKind(name string) (EditionKind, bool) {
	i := slices.Index(editionKindNames[:], strings.ToLower(strings.TrimSpace(name)))
	return EditionKind(max(i, 0)), i >= 0
}

// DrawEditions draws editions to pixels. A point of the picture is of
// Editions.Histories[Series].Statements[Number], or in a grid of
// Editions.Grids[0].Cells[Series][Number].
func DrawEditions(e reports.Editions, k EditionKind, o Options) (*Picture, error) {
	return pictured(composeEditions(e, k, o))
}

// EditionsPNG writes editions as a PNG picture.
func EditionsPNG(w io.Writer, e reports.Editions, k EditionKind, o Options) error {
	return written(w, (*drawing).writePNG)(composeEditions(e, k, o))
}

// EditionsSVG writes editions as an SVG document.
func EditionsSVG(w io.Writer, e reports.Editions, k EditionKind, o Options) error {
	return written(w, (*drawing).writeSVG)(composeEditions(e, k, o))
}

// EditionsPDF writes editions as a PDF document of one page.
func EditionsPDF(w io.Writer, e reports.Editions, k EditionKind, o Options) error {
	return written(w, (*drawing).writePDF)(composeEditions(e, k, o))
}

// An edited is what editions state, as it is drawn.
type edited struct {
	*drawing
	e reports.Editions
}

func composeEditions(e reports.Editions, k EditionKind, o Options) (*drawing, error) {
	o.Kind, o.Percent, o.Log = Line, false, false
	d, err := newDrawing(reports.Answer{}, o)
	if err != nil {
		return nil, err
	}
	d.placed = true
	s := &edited{drawing: d, e: e}
	w := d.o.Words
	d.said = &said{
		title: w.EditionsTitle(e, k == Grid), subtitle: w.EditionsSubtitle(e, k == Grid), footer: w.EditionsFooter(d.o.Sources),
		summary: func() string { return w.EditionsSummary(e, k == Grid) },
	}
	top := d.layTitles(marginY)
	bottom := d.layFooter(d.o.Height - marginY)
	switch {
	case len(e.Histories) == 0:
		d.a.Notes = []reports.Note{{Key: "editions.one", Text: "only one edition states it"}}
		d.layEmpty(top, bottom)
	case k == Grid:
		d.own = s.layGrid(top, bottom)
	default:
		d.own = s.layVintages(top, bottom)
	}
	return d, nil
}

// layHead writes what is drawn, and its unit, and returns where the rest begins.
func (s *edited) layHead(about, unit string, top float64) float64 {
	w := s.o.Width - 2*marginX
	if about != "" {
		s.texts = append(s.texts, writing{s.bold.fit(about, textSize, w), s.bold, textSize, s.theme.text, point{marginX, top + textSize}, left})
		top += textSize * lineFactor
	}
	if unit != "" {
		s.write(s.font.fit(unit, noteSize, w), noteSize, s.theme.quiet, marginX, top+noteSize, left)
		top += noteSize * lineFactor
	}
	return top + 4
}

// layMore says above bottom what is not drawn, and returns where the rest of
// the picture ends.
func (s *edited) layMore(key string, n int, bottom float64) float64 {
	if n == 0 {
		return bottom
	}
	text := s.o.Words.Plural(key, n, "n", fmt.Sprint(n))
	s.write(s.font.fit(text, noteSize, s.o.Width-2*marginX), noteSize, s.theme.quiet, marginX, bottom-2, left)
	return bottom - noteSize*lineFactor
}
