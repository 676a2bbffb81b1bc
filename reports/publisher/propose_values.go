package publisher

import "strings"

// proposeValues proposes what the columns of numbers are.
func (p *proposal) proposeValues() {
	p.proposeBounds()
	values := p.values()
	p.proposePatterns(values)
	rest := p.values()
	named := p.hasMeasureColumn()
	switch {
	case len(rest) == 1 && !p.hasValues() && !named:
		p.proposeOne(rest[0])
	case len(rest) == 1 && !p.hasValues():
		p.set(rest[0], "value", "")
	case len(rest) > 0:
		p.proposeSeveral(rest)
	}
	if !p.isDated() && !p.hasPeriodHeaders() {
		p.proposeNoPeriod()
	}
}

// values lists the columns of numbers whose meaning is open.
func (p *proposal) values() []*facts {
	var list []*facts
	for i := range p.facts {
		if f := &p.facts[i]; f.isValue() || !f.done && f.most(f.numbers) && f.isValueByName() {
			list = append(list, f)
		}
	}
	return list
}

func (p *proposal) hasValues() bool {
	for _, c := range p.Columns {
		if c.Is == "value" || c.Is == "low" {
			return true
		}
	}
	return false
}

func (p *proposal) hasMeasureColumn() bool {
	for _, c := range p.Columns {
		if c.Is == "measure" {
			return true
		}
	}
	return false
}

// proposeBounds proposes the columns of a least and a greatest number.
func (p *proposal) proposeBounds() {
	var low, high *facts
	for _, f := range p.values() {
		switch f.says.is {
		case "low":
			low = f
		case "high":
			high = f
		}
	}
	if low == nil || high == nil {
		return
	}
	c := p.set(low, "low", "")
	c.Measure = p.measure(p.subjectOr(Ask), low)
	p.set(high, "high", "")
}

func (p *proposal) subjectOr(other string) string {
	if p.subject != "" {
		return p.subject
	}
	return other
}

// proposeOne proposes the only column of numbers: what it counts says its
// header, or the title where the header says only that it counts.
func (p *proposal) proposeOne(f *facts) {
	name, known := measureNamed(f.name)
	switch {
	case known:
	case f.says.is == "value" || isTotal(f.name) || strings.HasPrefix(f.name, "(column "):
		name = p.subjectOr(Ask)
	}
	remark := ""
	if name == Ask {
		remark = "uncounted"
	}
	measure := p.measure(name, f)
	p.set(f, "value", remark).Measure = measure
}

// proposeSeveral proposes several columns of numbers: measures where their
// headers say so, parts of one where these are categories; else they are left
// to the user, since they may be either.
func (p *proposal) proposeSeveral(list []*facts) {
	categories, measures := 0, 0
	for _, f := range list {
		if isCategory(f.name) {
			categories++
		} else if _, ok := measureNamed(f.name); ok {
			measures++
		}
	}
	whole := p.totalOf(list)
	for _, f := range list {
		isCategory := isCategory(f.name)
		name, isMeasure := measureNamed(f.name)
		switch {
		case p.hasValues() && isTotal(f.name) && p.isSum(f):
			p.set(f, "ignored", "sum")
		case f == whole && categories*2 > len(list)-1:
			measure := p.measure(p.subjectOr(Ask), nil)
			p.set(f, "value", "total").Measure = measure
		case isCategory && categories > 1:
			measure := p.measure(p.subjectOr(Ask), nil)
			c := p.set(f, "value", "")
			c.Measure, c.Part = measure, map[string]string{"category": f.name}
		case isMeasure && measures > 1:
			measure := p.measure(name, f)
			p.set(f, "value", "").Measure = measure
		default:
			p.leave(f, whole)
		}
	}
}

// leave leaves a column of numbers to the user.
func (p *proposal) leave(f, whole *facts) {
	if whole != nil && f != whole {
		p.set(f, Ask, "partof", "whole", whole.name)
		return
	}
	p.set(f, Ask, "several")
}
