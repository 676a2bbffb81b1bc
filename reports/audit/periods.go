package audit

import (
	"vitrine/reports"
)

// periods holds longer periods of a table against the shorter ones that tile
// them, and looks for periods that overlap otherwise.
func (a *auditor) periods() error {
	for _, b := range a.blocks {
		if !b.Info().OverTime || !overlap(a.stated[nameOf(b)]) {
			continue
		}
		f := Finding{Check: "periods", Severity: Warning, Publisher: b.Publisher, Table: b.Table, Measure: b.Measure}
		group := b.Breakdown | b.Constant
		err := a.inPieces(b.Breakdown, []reports.Block{b}, func(limit reports.Request) error {
			sums, err := a.gather(b, group, limit)
			lines := map[reports.Split][]reports.Sum{}
			for _, s := range sums {
				lines[s.Key] = append(lines[s.Key], s)
			}
			for _, line := range lines {
				f.comparePeriods(b, group, line)
			}
			return err
		})
		if err != nil {
			return err
		}
		if len(f.Cases) > 0 {
			a.word(&f, "finding.periods")
			f.Settle = Phrase{Key: "settle.periods"}
			a.add(f)
		}
	}
	return nil
}

// overlap tells whether some of the periods share days.
func overlap(list []reports.StatedPeriod) bool {
	end := reports.Day(0)
	for i, p := range list {
		if i > 0 && p.Period.Start < end {
			return true
		}
		end = max(end, p.Period.End)
	}
	return false
}

// comparePeriods adds a case for each period of a line, in order, that two or
// more shorter ones tile and contradict.
func (f *Finding) comparePeriods(b reports.Block, group reports.Dims, line []reports.Sum) {
	var numbers []reports.Number
	sides := make([]Side, 0, len(line))
	for _, s := range line {
		side, one := published(b, group, s)
		if !one {
			return
		}
		sides, numbers = append(sides, side), append(numbers, side.Number)
	}
	for _, whole := range sides {
		p := whole.Periods[0]
		tiles, missing := shorter(numbers, p)
		if missing > 0 || len(tiles) < 2 {
			continue
		}
		f.Compared++
		parts := whole
		parts.Number, parts.Periods = total(tiles, p), nil
		for _, t := range tiles {
			parts.Periods = append(parts.Periods, t.Period)
		}
		if differ(whole.Number, parts.Number) && whole.Number.Status != reports.Provisional {
			f.Cases = append(f.Cases, Case{Period: p, Split: whole.Key, Sides: []Side{whole, parts}, Weight: distance(whole.Number, parts.Number)})
		}
	}
}

// shorter tiles a period with those of the numbers that are shorter than it,
// the shortest first.
func shorter(numbers []reports.Number, p reports.Period) (tiles []reports.Number, missing int) {
	var within []reports.Number
	for i := len(numbers) - 1; i >= 0; i-- {
		if n := numbers[i]; n.Period != p && p.Contains(n.Period) {
			within = append(within, n)
		}
	}
	at := p.Start
	for at < p.End {
		next := -1
		for i, n := range within {
			if n.Period.Start == at && (next < 0 || n.Period.End < within[next].Period.End) {
				next = i
			}
		}
		if next < 0 {
			return tiles, int(p.End - at)
		}
		tiles = append(tiles, within[next])
		at = within[next].Period.End
	}
	return tiles, 0
}
