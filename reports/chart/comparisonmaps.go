package chart

import (
	"math"

	"vitrine/assets"
	"vitrine/reports"
)

// answerOf returns the items of a comparison as the series of an answer, in
// their order.
func answerOf(c reports.Comparison) reports.Answer {
	var a reports.Answer
	for _, item := range c.Items {
		a.Series = append(a.Series, c.About(item))
	}
	return a
}

// layMaps lays out a map of each side beside the other, with one legend.
func (s *sided) layMaps(top, bottom float64) func(*pen) {
	s.a = answerOf(s.c)
	if s.o.Kind = Map; s.european() {
		s.o.Kind = Europe
	}
	bottom = s.layMapNotes(bottom)
	s.plot = Rect{marginX, top, max(leastPlot, s.o.Width-2*marginX), max(leastPlot, bottom-top)}
	key := s.keyOf(s.allValues(), min(s.plot.Height, s.plot.Width/4)) // of a map of half the width
	s.panels = s.mapFrames(&key, []string{s.o.Words.SideName(s.c, 0), s.o.Words.SideName(s.c, 1)})
	var maps []worldMap
	for side := range s.c.Sides {
		m := s.landsOf(s.landsAt(side), s.panels[side])
		maps = append(maps, m)
		s.placeLands(m, side, key)
	}
	return func(p *pen) {
		for _, m := range maps {
			s.paintMap(p, m, key)
		}
		key.paint(p)
	}
}

// allValues lists the numbers of both sides.
func (s *sided) allValues() []float64 {
	var list []float64
	for _, item := range s.c.Items {
		for _, v := range item.Values {
			list = append(list, finite(v.Value))
		}
	}
	return list
}

// landsAt returns the countries that have a number on a side.
func (s *sided) landsAt(side int) map[string]land {
	lands := map[string]land{}
	for i, item := range s.c.Items {
		if v := item.Values[side]; item.Stated[side] != reports.NotTold {
			ranged := !v.Known() && !math.IsInf(v.Low, 0) && !math.IsInf(v.High, 0)
			lands[s.a.Series[i].Key.Area] = land{v: value{number: side, v: finite(v.Value), low: v.Low, high: v.High, ranged: ranged}, series: i}
		}
	}
	return lands
}

// european tells whether all countries with a number lie in Europe as its map
// shows it.
func (s *sided) european() bool {
	areas := assets.Areas()
	for _, series := range s.a.Series {
		a := series.Key.Area
		if areas.IsCountry(a) && !areas.Contains("EEA", a) && a != "GB" && a != "CH" {
			return false
		}
	}
	return true
}
