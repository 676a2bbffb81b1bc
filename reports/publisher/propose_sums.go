package publisher

import "math"

// totalOf returns the column to which all others add in every row.
func (p *proposal) totalOf(list []*facts) *facts {
	for _, f := range list {
		if len(list) > 2 && p.adds(f, list) {
			return f
		}
	}
	return nil
}

// isSum tells whether a column is the sum of all columns of numbers besides
// it.
func (p *proposal) isSum(f *facts) bool {
	var list []*facts
	for i := range p.facts {
		o := &p.facts[i]
		if o.most(o.numbers) && !o.most(o.years) && p.reads(o.name) {
			list = append(list, o)
		}
	}
	return p.adds(f, append(list, f))
}

// reads tells whether a column is a value of the mapping, by its name or by a
// pattern.
func (p *proposal) reads(name string) bool {
	t, err := p.Mapping.compile()
	if err != nil {
		return false
	}
	for i := range t.columns {
		k := &t.columns[i]
		if k.Is != "value" {
			continue
		}
		if _, fits := t.fits(k, name); k.placeholder != "" && fits || k.Header == name {
			return true
		}
	}
	return false
}

// adds tells whether the other columns of a list add to a column wherever it
// has a number.
func (p *proposal) adds(total *facts, list []*facts) bool {
	rows := 0
	for i := range total.cells {
		want, ok := p.numberOf(total, i)
		if !ok {
			continue
		}
		sum := 0.0
		for _, f := range list {
			if n, ok := p.numberOf(f, i); ok && f != total {
				sum += n
			}
		}
		if math.Abs(sum-want) > 1e-6*math.Abs(want)+1e-9 {
			return false
		}
		rows++
	}
	return rows > 1
}

func (p *proposal) numberOf(f *facts, row int) (float64, bool) {
	for _, s := range spellingsOf(p.Numbers) {
		n, ok := s.Read(f.cells[row].Text)
		return n.Value, ok && !math.IsNaN(n.Value)
	}
	return 0, false
}
