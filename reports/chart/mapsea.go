package chart

// keyAtSea places the legend of a lone map of the world in a corner where there
// is no land, if the map is larger so than below its legend; false where each
// corner has land.
func (d *drawing) keyAtSea(key *mapKey, c keyColumn) bool {
	if d.o.Kind != Map || d.fitting(d.plot).scale <= 1.02*d.fitting(d.belowKey(*key, 1)).scale {
		return false
	}
	lands := d.landsOf(nil, d.plot).lands
	for _, y := range []float64{d.plot.Y, d.plot.Bottom() - c.height} {
		if box := (Rect{marginX, y, c.width, c.height}); c.height <= d.plot.Height && openSea(lands, box) {
			key.paint = c.place(d, *key, marginX, y)
			return true
		}
	}
	return d.rowAtSea(key, c.period, lands)
}

// rowAtSea places the legend in a row at the foot of the map. False where land
// is in its way.
func (d *drawing) rowAtSea(key *mapKey, period string, lands []land) bool {
	written := len(d.texts)
	top := d.plot.Bottom() - key.rowHeight() - keyHead
	d.layAbove(key, period, top)
	box := Rect{marginX, top, 0, d.plot.Bottom() - top}
	for _, w := range d.texts[written:] {
		end := w.at.x + w.font.width(w.text, w.size)
		if w.align == center {
			end = w.at.x + w.font.width(w.text, w.size)/2
		}
		box.Width = max(box.Width, end-marginX)
	}
	if openSea(lands, box) {
		return true
	}
	d.texts = d.texts[:written]
	return false
}

// seaGap is the least distance of a legend from land, and a speck the size of
// an island that may lie beneath one, if its country is to be seen elsewhere.
const (
	seaGap = 6
	speck  = 1
)

// openSea tells whether no land reaches into a rectangle.
func openSea(lands []land, box Rect) bool {
	in := func(p point) bool {
		return p.x > box.X-seaGap && p.x < box.Right()+seaGap && p.y > box.Y-seaGap && p.y < box.Bottom()+seaGap
	}
	for _, l := range lands {
		if l.small() && in(l.middle) {
			return false
		}
		for _, r := range l.rings {
			if area, _ := r.size(); area < speck && !l.small() {
				continue
			}
			for _, p := range r {
				if in(p) {
					return false
				}
			}
		}
	}
	return true
}
