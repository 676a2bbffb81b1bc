package chart

import (
	"math"
	"slices"

	"vitrine/reports"
)

// The distance of stairs that run together, and of the two rows of days below
// them, in units.
const (
	stairLane = 5.0
	dayRow    = noteSize + 4
)

// roomOfDays is the height of the days of so many vintages: two have room in one
// row.
func roomOfDays(vintages int) float64 {
	if vintages > 2 {
		return timeRoom + dayRow
	}
	return timeRoom
}

// placeVintages places the vintages along X: at their days, or side by side
// where these lie too close to be named in two rows. Their days stand below, as
// many as have room.
func (s *edited) placeVintages(vintages []reports.Vintage) []float64 {
	const inset = 34
	n, days := len(vintages), s.daysOfVintages(vintages)
	span := float64(vintages[n-1].Day - vintages[0].Day)
	width := s.plot.Width - 2*inset
	x, even := make([]float64, n), make([]float64, n)
	for i, v := range vintages {
		x[i] = s.plot.X + inset + width*float64(v.Day-vintages[0].Day)/max(span, 1)
		even[i] = s.plot.X + inset + width*float64(i)/float64(max(n-1, 1))
	}
	rows := s.rowsOfDays(days, x)
	if span == 0 || slices.Contains(rows, -1) || stand(x) < leastStand {
		x = even
		rows = s.rowsOfDays(days, x)
	}
	for i, row := range rows {
		if row >= 0 {
			s.write(days[i], noteSize, s.theme.quiet, x[i], s.plot.Bottom()+noteSize+7+float64(row)*dayRow, center)
		}
	}
	return x
}

// leastStand is the least distance of two vintages at their days.
const leastStand = 26

// stand returns the least distance of neighbours.
func stand(x []float64) float64 {
	least := math.Inf(1)
	for i := 1; i < len(x); i++ {
		least = min(least, x[i]-x[i-1])
	}
	return least
}

// daysOfVintages writes the days of vintages.
func (s *edited) daysOfVintages(vintages []reports.Vintage) []string {
	var list []string
	for _, v := range vintages {
		list = append(list, s.o.Words.PeriodShort(reports.Period{Start: v.Day, End: v.Day + 1}))
	}
	return list
}

// rowsOfDays chooses for each day's name one of two rows, the first where there
// is room in it; -1 where neither has any.
func (s *edited) rowsOfDays(days []string, x []float64) []int {
	free, rows := [2]float64{math.Inf(-1), math.Inf(-1)}, make([]int, len(days))
	for i, day := range days {
		half := s.font.width(day, noteSize) / 2
		rows[i] = slices.IndexFunc(free[:], func(end float64) bool { return x[i]-half > end })
		if rows[i] >= 0 {
			free[rows[i]] = x[i] + half + 8
		}
	}
	return rows
}

// spreadStairs moves stairs that run together a little from each other, so that
// each is seen: those that are higher in the end lie higher.
func (s *edited) spreadStairs(stairs []stair) {
	order := make([]int, len(stairs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return compareStairs(stairs[a], stairs[b]) })
	for _, a := range order {
		for i := range stairs[a].steps {
			var met []int // itself, too
			step := &stairs[a].steps[i]
			for _, b := range order {
				if s.meets(stairs[b], *step) {
					met = append(met, b)
				}
			}
			step.beside.y = (float64(slices.Index(met, a)) - float64(len(met)-1)/2) * stairLane
		}
	}
	s.spreadRises(stairs, order)
}

// compareStairs orders stairs by where they end, the highest first.
func compareStairs(a, b stair) int {
	for i := 1; i <= min(len(a.steps), len(b.steps)); i++ {
		if d := b.steps[len(b.steps)-i].v - a.steps[len(a.steps)-i].v; d != 0 {
			return int(math.Copysign(1, d))
		}
	}
	return 0
}

// meets tells whether a stair has a step in the place of another's.
func (s *edited) meets(st stair, step stairStep) bool {
	return slices.ContainsFunc(st.steps, func(o stairStep) bool {
		return o.at == step.at && math.Abs(s.scale.y(o.v)-s.scale.y(step.v)) < stairLane/2
	})
}

// spreadRises moves what rises at one vintage from each other, and what falls:
// what goes farthest turns first.
func (s *edited) spreadRises(stairs []stair, order []int) {
	for _, down := range []bool{false, true} {
		moves := map[int][]*stairStep{} // at each vintage
		for _, a := range order {
			steps := stairs[a].steps
			for i := 1; i < len(steps); i++ {
				if v, before := steps[i].v, steps[i-1].v; v != before && v < before == down {
					moves[steps[i].at] = append(moves[steps[i].at], &steps[i])
				}
			}
		}
		for _, steps := range moves {
			for i, step := range steps {
				step.beside.x = (float64(i) - float64(len(steps)-1)/2) * stairLane
			}
		}
		slices.Reverse(order)
	}
}

// stepAt returns where a step is drawn.
func (s *edited) stepAt(step stairStep, x []float64) point {
	return point{x[step.at] + step.beside.x, s.scale.y(step.v) + step.beside.y}
}

// stairLine is the line of a stair: each statement holds until the next.
func (s *edited) stairLine(st stair, x []float64) []point {
	var line []point
	for i, step := range st.steps {
		at := s.stepAt(step, x)
		if i > 0 {
			line = append(line, point{at.x, line[len(line)-1].y})
		}
		line = append(line, at)
	}
	return line
}

func (s *edited) stairMarkSize() float64 {
	if len(s.labels) == 0 {
		return 4.5
	}
	return 3.5
}
