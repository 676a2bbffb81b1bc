package chart

import (
	"image/color"
	"math"
	"strings"
	"unicode"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// A canvas is what a pen draws on: the part of gonum's vg.Canvas that charts
// need, so that gonum's own canvases are canvases.
type canvas interface {
	SetColor(color.Color)
	SetLineWidth(vg.Length)
	SetLineDash(pattern []vg.Length, offset vg.Length)
	Stroke(vg.Path)
	Fill(vg.Path)
	FillString(f font.Face, at vg.Point, text string)
}

// A point is a place in units; y grows downwards.
type point struct{ x, y float64 }

// A stroke is how a line is drawn.
type stroke struct {
	color color.RGBA
	width float64
	dash  []vg.Length // nil: solid
}

// The patterns of dashed strokes.
var (
	dashes = []vg.Length{5, 3.5}
	dots   = []vg.Length{1.5, 2.5}
)

// A pen draws on a canvas in units from the top left corner, where vg counts
// from the bottom left.
type pen struct {
	canvas canvas
	height float64
	scale  float64 // pixels to a unit, where there are pixels
}

func (p *pen) at(pt point) vg.Point {
	return vg.Point{X: vg.Length(pt.x), Y: vg.Length(p.height - pt.y)}
}

func (p *pen) path(pts []point) vg.Path {
	path := make(vg.Path, 0, len(pts)+1)
	for i, pt := range pts {
		if i == 0 {
			path.Move(p.at(pt))
			continue
		}
		path.Line(p.at(pt))
	}
	return path
}

// line strokes the line through the points.
func (p *pen) line(s stroke, pts ...point) {
	if len(pts) < 2 {
		return
	}
	p.setStroke(s)
	p.canvas.Stroke(p.path(pts))
}

// outline strokes the polygon of the points.
func (p *pen) outline(s stroke, pts []point) {
	p.setStroke(s)
	path := p.path(pts)
	path.Close()
	p.canvas.Stroke(path)
}

func (p *pen) setStroke(s stroke) {
	p.canvas.SetColor(s.color)
	p.canvas.SetLineWidth(vg.Length(s.width))
	p.canvas.SetLineDash(s.dash, 0)
}

// fill fills the polygon of the points.
func (p *pen) fill(c color.RGBA, pts []point) {
	p.canvas.SetColor(c)
	path := p.path(pts)
	path.Close()
	p.canvas.Fill(path)
}

// rect fills a rectangle, with sharp edges unless that would change its
// width or height by much.
func (p *pen) rect(c color.RGBA, r Rect) {
	whole := func(v float64) float64 { return math.Round(v*p.scale) / p.scale }
	if r.Width*p.scale >= 4 {
		r.X, r.Width = whole(r.X), whole(r.Right())-whole(r.X)
	}
	if r.Height*p.scale >= 4 {
		r.Y, r.Height = whole(r.Y), whole(r.Bottom())-whole(r.Y)
	}
	p.fill(c, r.corners())
}

func (r Rect) corners() []point {
	return []point{{r.X, r.Y}, {r.Right(), r.Y}, {r.Right(), r.Bottom()}, {r.X, r.Bottom()}}
}

// snap moves a coordinate to where a line of one unit is sharp.
func (p *pen) snap(v float64) float64 {
	half := math.Mod(math.Round(p.scale), 2) / 2
	return (math.Round(v*p.scale-half) + half) / p.scale
}

// hair draws a sharp horizontal or vertical line.
func (p *pen) hair(s stroke, from, to point) {
	if from.y == to.y {
		from.y = p.snap(from.y)
		to.y = from.y
	} else {
		from.x = p.snap(from.x)
		to.x = from.x
	}
	p.line(s, from, to)
}

// An align says which end of a text is at its place.
type align int

const (
	left align = iota
	center
	right
)

// A writing is a line of text at a place.
type writing struct {
	text  string
	font  *typeface
	size  float64
	color color.RGBA
	at    point // of its baseline
	align align
}

// write writes a line of text.
func (p *pen) write(w writing) {
	text := w.font.spell(printable(w.text))
	switch w.align {
	case center:
		w.at.x -= w.font.width(text, w.size) / 2
	case right:
		w.at.x -= w.font.width(text, w.size)
	}
	p.canvas.SetColor(w.color)
	p.canvas.FillString(w.font.face(w.size), p.at(w.at), text)
}

// printable replaces what is no character of a line: control characters would
// make an SVG that no reader opens.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r):
			return ' '
		case r == 0xFFFE || r == 0xFFFF:
			return unicode.ReplacementChar
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
}

// mark draws the mark of a point; an open one is hollow. A large one stands
// clear of the line that it is on.
func (p *pen) mark(m mark, at point, r float64, c, ground color.RGBA, open bool) {
	shape := m.outline(at, r)
	if !open {
		if r > 2.5 {
			p.outline(stroke{color: ground, width: 1.5}, shape)
		}
		p.fill(c, shape)
		return
	}
	p.fill(ground, shape)
	p.outline(stroke{color: c, width: 1.5}, shape)
}
