package publisher

import "strings"

// proposePeriods proposes the columns that say when.
func (p *proposal) proposePeriods() {
	p.proposeSpan()
	var year, whole *facts
	for i := range p.facts {
		f := &p.facts[i]
		dated := f.most(f.periods) && (f.years*2 < f.filled || f.says.is != "")
		switch {
		case f.done || f.filled == 0 || !dated && !(f.most(f.years) && f.says.is == ""):
		case f.most(f.years) && year == nil && !f.isValueByName():
			year = f
		case !f.most(f.years) && whole == nil && f.isPeriodByName():
			whole = f
		}
	}
	part := p.partOfYear()
	switch {
	case p.isDated():
	case whole != nil:
		p.proposePeriod(whole)
	case year != nil && part != nil:
		p.set(year, "year", "")
		p.set(part, part.partKind(), "")
	case year != nil && p.hasMonthHeaders():
		p.set(year, "year", "")
	case year != nil:
		p.set(year, "period", "")
	}
	for i := range p.facts { // what says it again
		f := &p.facts[i]
		if f.done || !p.isDated() {
			continue
		}
		if again := whole != nil && f.filled > 0 && (f == year || f == part); again {
			p.set(f, "ignored", "sameperiod", "column", whole.name)
		}
	}
}

// isDated tells whether a column says when.
func (p *proposal) isDated() bool {
	for _, c := range p.Columns {
		if c.Is == "period" || c.Is == "from" || c.Is == "year" {
			return true
		}
	}
	return false
}

// isPeriodByName tells whether nothing in the header speaks against periods.
func (f *facts) isPeriodByName() bool {
	switch f.says.is {
	case "", "period", "year", "month", "quarter", "half", "from", "to":
		return true
	}
	return false
}

// proposeSpan proposes columns of a first and a last day.
func (p *proposal) proposeSpan() {
	var from, to *facts
	for i := range p.facts {
		f := &p.facts[i]
		if f.done || !f.most(f.periods) {
			continue
		}
		switch f.says.is {
		case "from":
			from = f
		case "to":
			to = f
		}
	}
	if from != nil && to != nil {
		p.set(from, "from", "")
		p.set(to, "to", "")
	}
}

// partOfYear returns the column that says which part of a year a row is of.
func (p *proposal) partOfYear() *facts {
	for i := range p.facts {
		f := &p.facts[i]
		if !f.done && f.most(f.parts) && !f.most(f.periods) && f.partKind() != "" {
			return f
		}
	}
	return nil
}

// partKind returns which part of a year the column's cells name: by its
// header, or, where they are words, by these.
func (f *facts) partKind() string {
	switch f.says.is {
	case "month", "quarter", "half":
		return f.says.is
	}
	if f.most(f.numbers) || len(f.order) == 0 {
		return ""
	}
	for _, kind := range []string{"month", "quarter", "half"} {
		if _, ok := partOfYear("2024", f.order[0], kind); ok {
			return kind
		}
	}
	return ""
}

// proposePeriod proposes a column of whole periods. Days that all are the
// first or the last of a month may stand for more than a day.
func (p *proposal) proposePeriod(f *facts) {
	c := p.set(f, "period", "")
	switch stands := f.says.is; {
	case f.days < f.periods:
	case stands == "month" || stands == "quarter" || stands == "half" || stands == "year":
		c.Every = stands
	case f.firsts == f.days:
		c.Every = Ask
		c.Remarks = []Remark{{Key: "bounds"}}
	}
}

func (p *proposal) hasPeriodHeaders() bool {
	for _, c := range p.Columns {
		if c.Is == "value" && strings.Contains(c.Header, "{period}") || c.Period != "" {
			return true
		}
	}
	return false
}

// proposeNoPeriod proposes where the period stands of a table whose cells
// state none.
func (p *proposal) proposeNoPeriod() {
	if _, ok := periodInText(strings.Join(p.firstCells(), "\n")); ok {
		p.Period = "title"
		p.remark("period", "title")
		return
	}
	p.Period = "file"
	p.remark("period", "file")
}

// firstCells are the texts that mappedHeader.title has.
func (p *proposal) firstCells() []string {
	var list []string
	for row, err := range p.table.Rows() {
		if err != nil || row.Number >= p.header[0].Number {
			break
		}
		list = append(list, row.Text(1))
	}
	return list
}
