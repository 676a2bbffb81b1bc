package audit

import (
	"cmp"
	"math"
	"slices"

	"vitrine/assets"
	"vitrine/reports"
)

const (
	// jumpsFrom is the robust z-score from which on a change is told: how many
	// times the usual change of its line, by the median absolute deviation
	// scaled to a standard deviation.
	jumpsFrom = 8
	// leastPeriods is how many changes a line needs before any is unusual.
	leastPeriods = 8
	// leastFactor is by how much a number must grow or shrink to be told.
	leastFactor = 2.0
	// mostJumps is how many jumps of a table and measure are told.
	mostJumps = 5
	// leastSum keeps small numbers out, which double by chance.
	leastSum = 100
)

// jumps looks for sudden changes in the least split lines of each table and
// measure: questions, not verdicts, and few.
func (a *auditor) jumps() error {
	told := map[string]bool{}
	for _, b := range a.coarsest() {
		name := b.Publisher + " | " + b.Table + " | " + string(b.Measure)
		if told[name] || !b.Info().OverTime || b.Figures > 2*figuresAtOnce {
			continue
		}
		told[name] = true
		if err := a.jumpsOf(b); err != nil {
			return err
		}
	}
	return nil
}

// coarsest lists the blocks with the smallest breakdown first.
func (a *auditor) coarsest() []reports.Block {
	return slices.SortedStableFunc(slices.Values(a.blocks), func(x, y reports.Block) int {
		return x.Breakdown.Len() - y.Breakdown.Len()
	})
}

func (a *auditor) jumpsOf(b reports.Block) error {
	f := Finding{Check: "jump", Severity: Question, Publisher: b.Publisher, Table: b.Table, Measure: b.Measure}
	group := b.Breakdown
	if b.Complete.Contains(b.Breakdown) && b.Info().OverParts && b.Absent == reports.AbsentNone {
		group = 0 // its total is the sum of its parts
	}
	sums, err := a.gather(b, group, reports.Request{})
	if err != nil {
		return err
	}
	lines := map[reports.Split][]reports.Sum{}
	for _, s := range sums {
		lines[s.Key] = append(lines[s.Key], s)
	}
	for _, line := range lines {
		f.jumpsIn(b, group, line)
	}
	if len(f.Cases) == 0 {
		return nil
	}
	slices.SortFunc(f.Cases, func(x, y Case) int {
		return cmp.Or(cmp.Compare(y.Weight, x.Weight), x.Period.Compare(y.Period), x.Split.Compare(y.Split))
	})
	f.Compared = len(f.Cases)
	f.Cases = f.Cases[:min(len(f.Cases), mostJumps)]
	worst := f.Cases[0]
	key := "finding.jump.many"
	if len(f.Cases) == 1 {
		key = "finding.jump.one"
	}
	f.Text = Phrase{Key: key, Args: []any{"measure", f.Measure, "place", worst.about(), "before", worst.Sides[0].Number,
		"after", worst.Sides[1].Number, "score", math.Round(worst.Weight), "cases", f.Compared}}
	f.Settle = Phrase{Key: "settle.jump"}
	if near := a.eventsNear(f, group); len(near) > 0 {
		f.Settle = Phrase{Key: "settle.jump.event", Args: []any{"events", near}}
	}
	a.add(f)
	return nil
}

const (
	nearJump   = 3 // days about a jump in which an event may explain it
	mostNearby = 3 // events that are named
)

// eventsNear lists the dated facts that begin or end between the two numbers
// of a jump, and concern them: those of the greatest jump first.
func (a *auditor) eventsNear(f Finding, group reports.Dims) reports.Events {
	var near reports.Events
	for _, c := range f.Cases {
		about := reports.Series{Publisher: f.Publisher, Table: f.Table, Measure: f.Measure, Key: c.Split, Group: group}
		span := reports.Period{Start: c.Sides[0].Number.Period.Start - nearJump, End: c.Period.End + nearJump}
		for _, e := range assets.Events().Of([]reports.Series{about}, span, a.options.Names.Areas) {
			turns := e.Period.Start >= span.Start || e.Period.End <= span.End
			known := slices.ContainsFunc(near, func(o reports.Event) bool { return o.Period == e.Period && o.Text("en") == e.Text("en") })
			if turns && !known && len(near) < mostNearby {
				near = append(near, e)
			}
		}
	}
	return near
}

// A change is what a line does from one period to the next.
type change struct {
	before, after reports.Sum
	log           float64 // of the factor
}

// jumpsIn adds a case for each change of a line that is far from its usual
// ones and stays in no later change: a number that falls back is told once.
func (f *Finding) jumpsIn(b reports.Block, group reports.Dims, line []reports.Sum) {
	changes := changesOf(line)
	if len(changes) < leastPeriods {
		return
	}
	middle, spread := deviation(changes)
	for i, c := range changes {
		score := math.Abs(c.log-middle) / spread
		if score < jumpsFrom || math.Abs(c.log) < math.Log(leastFactor) || math.Max(c.before.Value, c.after.Value) < leastSum {
			continue
		}
		if i > 0 && c.before.Period == changes[i-1].after.Period && math.Abs(changes[i-1].log-middle)/spread >= jumpsFrom && c.log*changes[i-1].log < 0 {
			continue
		}
		f.Cases = append(f.Cases, Case{
			Period: c.after.Period, Split: c.after.Key, Weight: score,
			Sides: []Side{added(b, group, c.before), added(b, group, c.after)},
		})
	}
}

// changesOf lists the changes between consecutive periods of one length, as
// far as both numbers are whole, known and above zero.
func changesOf(line []reports.Sum) []change {
	var list []change
	for i := 1; i < len(line); i++ {
		before, after := line[i-1], line[i]
		days := before.Period.Days() - after.Period.Days()
		if before.Period.End != after.Period.Start || days > 5 || days < -5 || !whole(before) || !whole(after) {
			continue
		}
		list = append(list, change{before, after, math.Log(after.Value / before.Value)})
	}
	return list
}

func whole(s reports.Sum) bool {
	return s.Unknown == 0 && s.Value > 0 && s.Status <= reports.Estimated
}

// deviation returns the median change, and the median distance from it scaled
// to a standard deviation.
func deviation(changes []change) (middle, spread float64) {
	values := make([]float64, len(changes))
	for i, c := range changes {
		values[i] = c.log
	}
	middle = median(values)
	for i := range values {
		values[i] = math.Abs(values[i] - middle)
	}
	return middle, math.Max(1.4826*median(values), 0.02)
}

func median(values []float64) float64 {
	slices.Sort(values)
	n := len(values)
	if n%2 == 1 {
		return values[n/2]
	}
	return (values[n/2-1] + values[n/2]) / 2
}
