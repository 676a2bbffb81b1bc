package chart

// paintGrid draws the light lines of the value axis, and the rules of breaks.
func (d *drawing) paintGrid(p *pen) {
	for _, t := range d.valueTicks {
		c := d.theme.grid
		if t.minor {
			c = mix(c, d.theme.ground, 0.5)
		}
		y := d.scale.y(t.value)
		p.hair(stroke{color: c, width: 1}, point{d.plot.X, y}, point{d.plot.Right(), y})
	}
	d.paintRules(p)
}

// paintAxis draws the time axis over what stands on it: a line at the bottom,
// one at zero if that is elsewhere, and the ticks.
func (d *drawing) paintAxis(p *pen) {
	s := stroke{color: d.theme.axis, width: 1}
	bottom := d.plot.Bottom()
	if zero := d.scale.y(0); !d.o.Log && d.scale.low < 0 && d.scale.high >= 0 {
		p.hair(s, point{d.plot.X, zero}, point{d.plot.Right(), zero})
	}
	p.hair(s, point{d.plot.X, bottom}, point{d.plot.Right(), bottom})
	for _, t := range d.timeTicks {
		if t.start {
			p.hair(s, point{t.from, bottom}, point{t.from, bottom + 5})
		}
	}
}
