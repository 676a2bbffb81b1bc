package chart

import (
	"vitrine/assets"
	"vitrine/reports"
)

// mapFrames places the legend where maps are largest: in the open sea of a lone
// one, beside them, or above them. It returns the room of each map, whose names
// stand above it.
func (d *drawing) mapFrames(key *mapKey, names []string) []Rect {
	var period string
	if len(names) == 1 {
		period = names[0]
	} else {
		d.edges = d.landEdges()
	}
	column := d.keyColumn(*key, period)
	if len(names) == 1 && d.keyAtSea(key, column) {
		return []Rect{d.plot}
	}
	if d.betterBeside(column, *key, len(names)) {
		key.paint = column.place(d, *key, marginX, d.plot.Y)
		if len(names) == 1 {
			return []Rect{d.besideKey(column)}
		}
		return d.sideBySide(d.besideKey(column), names)
	}
	spare := d.spareBelow(*key, len(names))
	top := d.plot.Y + spare/2
	d.layAbove(key, period, top)
	below := d.plot
	below.Y, below.Height = top+key.height, d.plot.Height-key.height-spare
	if len(names) == 1 {
		return []Rect{below}
	}
	return d.sideBySide(below, names)
}

// betterBeside tells whether maps are larger with their legend at their left
// than below it.
func (d *drawing) betterBeside(c keyColumn, k mapKey, maps int) bool {
	below, beside := d.belowKey(k, maps), d.besideKey(c)
	if maps > 1 {
		beside.Height -= mapHead
	}
	below.Width, beside.Width = shareOf(below.Width, maps), shareOf(beside.Width, maps)
	return c.height <= d.plot.Height && d.fitting(beside).scale > d.fitting(below).scale
}

// shareOf is the width of each of so many maps beside each other.
func shareOf(width float64, maps int) float64 {
	return max(leastPlot, (width+mapGap)/float64(maps)-mapGap)
}

// besideKey returns the room that a legend at the left leaves.
func (d *drawing) besideKey(c keyColumn) Rect {
	r := d.plot
	r.X, r.Width = r.X+c.width+mapGap, max(leastPlot, r.Width-c.width-mapGap)
	return r
}

// periodNames writes periods.
func (d *drawing) periodNames(list []reports.Period) []string {
	var names []string
	for _, p := range list {
		names = append(names, d.o.Words.Period(p))
	}
	return names
}

// sideBySide returns the room of each map in a rectangle, and writes the names
// of the maps above them.
func (d *drawing) sideBySide(room Rect, names []string) []Rect {
	var frames []Rect
	width := shareOf(room.Width, len(names))
	for i, name := range names {
		into := Rect{room.X + float64(i)*(width+mapGap), room.Y + mapHead, width, max(leastPlot, room.Height-mapHead)}
		d.nameMap(name, into.X, d.fitting(into).frame.Y-mapHead, width)
		frames = append(frames, into)
	}
	return frames
}

// belowKey returns the room that a legend in a row leaves, and the names of
// several maps.
func (d *drawing) belowKey(k mapKey, maps int) Rect {
	r := d.plot
	r.Height -= k.rowHeight() + keyHead
	if maps > 1 {
		r.Height -= mapHead
	}
	return r
}

// spareBelow is the height that maps below their legend leave.
func (d *drawing) spareBelow(k mapKey, maps int) float64 {
	room := d.belowKey(k, maps)
	room.Width = shareOf(room.Width, maps)
	return max(0, room.Height-d.fitting(room).frame.Height)
}

// nameMap writes the name of a map from a place to the right.
func (d *drawing) nameMap(name string, x, y, width float64) {
	name = d.font.fit(name, textSize, width)
	d.texts = append(d.texts, writing{name, d.bold, textSize, d.theme.text, point{x, y + textSize}, left})
}

// fitting scales the map's projection into a rectangle. Around Europe the map
// goes on as far as there is room, without numbers.
func (d *drawing) fitting(into Rect) fitting {
	if d.o.Kind == Europe {
		f := projection(europe).fit(europeEdges, into)
		f.frame = into
		return f
	}
	if d.edges != nil {
		return projection(equalEarth).fit(d.edges, into)
	}
	return projection(equalEarth).fit(worldEdges, into)
}

// island is the size of the smallest that widens maps beside each other, of a
// globe whose radius is 1: about 8,000 square kilometres.
const island = 2e-4

// landEdges are the edges of the world without the sea at its sides, which maps
// beside each other have no room for: they hold each part of a country that is
// larger than an island, and of those with numbers the largest.
func (d *drawing) landEdges() []assets.Place {
	numbered := map[string]bool{}
	for _, s := range d.a.Series {
		numbered[s.Key.Area] = true
	}
	west, east := assets.Place{}, assets.Place{}
	hold := func(list []assets.Place) {
		for _, at := range list {
			if x := equalEarth(at).x; x < equalEarth(west).x {
				west = at
			} else if x > equalEarth(east).x {
				east = at
			}
		}
	}
	for _, s := range assets.Shapes() {
		var largest []assets.Place
		most := 0.0
		for _, r := range s.Rings {
			area, _ := ring(places(equalEarth, r)).size()
			if area > most {
				largest, most = r, area
			}
			if area > island {
				hold(r)
			}
		}
		if numbered[s.Country] {
			hold(largest)
		}
	}
	return append([]assets.Place{west, east}, worldEdges[2:]...)
}
