package publisher

import (
	"strings"

	"vitrine/assets"
	"vitrine/reports"
)

// proposeDimensions proposes the columns whose texts split the table.
func (p *proposal) proposeDimensions() {
	p.proposeAreas()
	taken := map[string]bool{}
	for i := range p.facts {
		f := &p.facts[i]
		_, isDim := reports.ParseDim(f.says.is)
		switch {
		case f.done || f.filled == 0 || f.isValue() || f.most(f.periods):
		case f.says.is == "note" || f.says.is == "ignored" && !f.most(f.areas):
			p.set(f, f.says.is, "")
		case f.says.is == "measure":
			p.proposeMeasures(f)
		case isDim && f.says.is != "area" && !taken[f.says.is]:
			taken[f.says.is] = true
			p.set(f, f.says.is, "")
		case f.says.is == "" && f.known*2 >= len(f.cells) && !taken["category"]:
			taken["category"] = true
			p.set(f, "category", "its texts are names of categories")
		}
	}
	for i := range p.facts { // numbers that only tell rows apart
		if f := &p.facts[i]; !f.done && f.says.is == "ignored" {
			p.set(f, "ignored", "")
		}
	}
}

// proposeAreas proposes the column of areas: the one that its header and its
// texts both call so, else the one that its texts do. A column of codes beside
// one of names says nothing more.
func (p *proposal) proposeAreas() {
	var best *facts
	worth := func(f *facts) int {
		n := 0
		if f.says.is == "area" || f.says.is == "area code" {
			n++
		}
		if f.areas*5 >= (f.filled-f.totals)*3 && len(f.distinct) > 1 {
			n += 2
		}
		if f.isValue() || f.most(f.periods) || f.filled == 0 || f.says.is == "area code" && f.areas == 0 {
			n = 0
		}
		return n
	}
	for i := range p.facts {
		f := &p.facts[i]
		if w := worth(f); w > 0 && (best == nil || w > worth(best) || w == worth(best) && best.most(best.codes) && !f.most(f.codes)) {
			best = f
		}
	}
	if best == nil {
		return
	}
	is, remark := "area", ""
	if best.most(best.codes) {
		is = "area code"
	}
	if worth(best) == 1 {
		remark = "few of its texts are areas that Vitrine knows: the others stay as they are"
	}
	p.set(best, is, "%s", remark)
	for i := range p.facts {
		if f := &p.facts[i]; worth(f) > 1 && !f.done && f.sameAreas(best) {
			p.set(f, "ignored", "the same areas as in %q", best.name)
		}
	}
}

// sameAreas tells whether two columns name the same areas row by row.
func (f *facts) sameAreas(o *facts) bool {
	code := func(text string) string {
		if c, ok := assets.Areas().LookupCode(text); ok {
			return c
		}
		return areaOf(text)
	}
	same, different := 0, 0
	for i := range f.cells {
		a, b := strings.TrimSpace(f.cells[i].Text), strings.TrimSpace(o.cells[i].Text)
		switch {
		case a == "" || b == "" || isTotal(a) || isTotal(b):
		case code(a) == code(b):
			same++
		default:
			different++
		}
	}
	return same > 0 && different*20 <= same
}

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
			p.set(f, "ignored", "the period says it, too, in %q", whole.name)
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

// isValueByName tells whether the header says that the column counts
// something, though its numbers may look like years.
func (f *facts) isValueByName() bool {
	_, counts := measureNamed(f.name)
	return f.says.is == "value" || counts
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
		c.Remark = "each is the first or last day of a month: does it stand for that day, or for its month, quarter, half or year?"
	}
}
