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
			p.set(f, "category", "categories")
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
		remark = "fewareas"
	}
	p.set(best, is, remark)
	for i := range p.facts {
		if f := &p.facts[i]; worth(f) > 1 && !f.done && f.sameAreas(best) {
			p.set(f, "ignored", "sameareas", "column", best.name)
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

// isValueByName tells whether the header says that the column counts
// something, though its numbers may look like years.
func (f *facts) isValueByName() bool {
	_, counts := measureNamed(f.name)
	return f.says.is == "value" || counts
}
