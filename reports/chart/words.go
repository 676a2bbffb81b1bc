package chart

import (
	"slices"
	"strings"

	"vitrine/reports"
)

// Shown returns what of an answer a picture shows, which title and footer are
// about: of a map its periods, else all. Options.Sources are those of it.
func Shown(a reports.Answer, o Options) reports.Answer {
	if !o.Kind.maps() {
		return a
	}
	shown := mapPeriods(a, o)
	a.Periods = slices.DeleteFunc(slices.Clone(a.Periods), func(p reports.Period) bool { return !slices.Contains(shown, p) })
	a.Series = slices.Clone(a.Series)
	for i, s := range a.Series {
		a.Series[i].Numbers = slices.DeleteFunc(slices.Clone(s.Numbers), func(n reports.Number) bool { return !slices.Contains(shown, n.Period) })
	}
	if len(shown) == 1 { // nothing changes along one period
		a.Notes = slices.DeleteFunc(slices.Clone(a.Notes), func(n reports.Note) bool { return strings.HasPrefix(n.Key, "note.basischange") })
	}
	return a
}

func (d *drawing) part() reports.Answer { return Shown(d.a, d.o) }

func (d *drawing) title() string {
	if d.said != nil {
		return d.said.title
	}
	return d.o.Words.Title(d.part())
}

func (d *drawing) subtitle() string {
	if d.said != nil {
		return d.said.subtitle
	}
	return d.o.Words.Subtitle(d.part())
}

func (d *drawing) footer() string {
	if d.said != nil {
		return d.said.footer
	}
	return d.o.Words.Footer(d.part(), d.o.Sources)
}

// summary tells the picture in words, to be heard.
func (d *drawing) summary() string {
	if d.said != nil {
		return d.said.summary()
	}
	return d.o.Words.Summary(d.part())
}

// layTitles writes title and subtitle from y downwards, and returns where the
// rest of the picture begins.
func (d *drawing) layTitles(y float64) float64 {
	if !d.o.Titles {
		return y
	}
	width := d.o.Width - 2*marginX
	for _, line := range d.bold.wrapEvenly(d.title(), titleSize, width, 3) {
		y += titleSize * 1.2
		d.texts = append(d.texts, writing{line, d.bold, titleSize, d.theme.text, point{marginX, y - 4}, left})
	}
	y += 2
	for _, line := range d.font.wrapAtMost(d.subtitle(), textSize, width, 4) {
		y += textSize * lineFactor
		d.write(line, textSize, d.theme.quiet, marginX, y-3, left)
	}
	return y + 8
}

// layFooter writes the notes on what is drawn and, with titles, the footer
// upwards from y, and returns where the rest of the picture ends.
func (d *drawing) layFooter(y float64) float64 {
	const row = noteSize * lineFactor
	width := d.o.Width - 2*marginX
	open := d.font.wrapAtMost(d.openNote(), noteSize, width-openIndent, 2)
	lines := append(slices.Clone(open), d.font.wrapAtMost(d.leftOutNote(), noteSize, width, 2)...)
	if d.o.Titles {
		lines = append(lines, d.font.wrapAtMost(d.footer(), noteSize, width, 12)...)
	}
	lines = lines[:min(len(lines), max(0, int((y-leastPlot)/row)))]
	top := y - float64(len(lines))*row
	for i, line := range lines {
		x := float64(marginX)
		if i < len(open) {
			x += openIndent
		}
		d.write(line, noteSize, d.theme.quiet, x, top+float64(i+1)*row-4, left)
	}
	if len(open) > 0 && len(lines) > 0 {
		d.openKey = &point{marginX + 4, top + row - 8}
	}
	return top - 4
}

// openIndent is the room of the hollow mark before the note that explains it.
const openIndent = 14

// openNote says what open marks stand for.
func (d *drawing) openNote() string {
	var notes []string
	for _, kind := range d.openKinds() {
		notes = append(notes, d.o.Words.Say(kind))
	}
	return strings.Join(notes, " · ")
}

// leftOutNote says what has no place in the drawing.
func (d *drawing) leftOutNote() string {
	var notes []string
	if d.gaps {
		notes = append(notes, d.o.Words.Say("chart.zerogap"))
	}
	if d.hidden > 0 {
		notes = append(notes, d.o.Words.Plural("chart.hidden", d.hidden))
	}
	return strings.Join(notes, " · ")
}

// openKinds lists why numbers of the answer are drawn open.
func (d *drawing) openKinds() []string {
	var provisional, incomplete, partial, derived bool
	drawn := d.part().Series
	for _, s := range drawn[:min(len(drawn), maxDrawn)] {
		for _, n := range s.Numbers {
			if !n.Known() {
				continue
			}
			provisional = provisional || n.Status == reports.Provisional
			incomplete = incomplete || n.Incomplete
			partial = partial || n.Partial()
			derived = derived || n.Basis == reports.Derived
		}
	}
	var kinds []string
	for _, k := range []struct {
		key string
		is  bool
	}{{"chart.provisional", provisional}, {"chart.incomplete", incomplete}, {"chart.partial", partial}, {"chart.derived", derived}} {
		if k.is {
			kinds = append(kinds, k.key)
		}
	}
	return kinds
}

// layEmpty writes why there is nothing to draw.
func (d *drawing) layEmpty(top, bottom float64) {
	why := d.o.Words.Say("chart.empty")
	if len(d.a.Notes) > 0 {
		why = d.o.Words.Note(d.a.Notes[0])
	}
	lines := d.font.wrapAtMost(why, textSize, min(d.o.Width-2*marginX, 480), 6)
	y := (top+bottom)/2 - float64(len(lines)-1)*textSize*lineFactor/2
	for _, line := range lines {
		d.write(line, textSize, d.theme.quiet, d.o.Width/2, y, center)
		y += textSize * lineFactor
	}
}
