package assets

import (
	"cmp"
	"strings"
	"sync"

	"vitrine/reports"
)

// Measure returns a measure's name, with a capital: "Requests fulfilled".
func (w *Words) Measure(m reports.Measure) string {
	return w.or("measure."+string(m), capital(string(m)))
}

// Publisher returns a publisher's name: in the language where it has one there,
// else as it calls itself.
func (w *Words) Publisher(name string) string { return w.or("publisher."+name, name) }

// atPublisher returns a publisher's name as it stands behind "at".
func (w *Words) atPublisher(name string) string { return w.or("at."+name, w.Publisher(name)) }

// Publishers returns the names of publishers in the languages of the interface,
// by the names that they have themselves.
var Publishers = sync.OnceValue(func() map[string][]string {
	names := map[string][]string{}
	for _, lang := range Languages() {
		w := For(lang)
		for key := range w.keys {
			if name, ok := strings.CutPrefix(key, "publisher."); ok {
				names[name] = append(names[name], w.Publisher(name))
			}
		}
	}
	return names
})

// Unit returns what one of a measure is, in the plural: "groups and channels".
func (w *Words) Unit(m reports.Measure) string {
	return w.or("unit."+string(m), reports.MeasureOf(m).Unit)
}

// UnitOf returns the unit of a series: in the language where the vocabulary
// has its measure, else as its publisher's reader declared it.
func (w *Words) UnitOf(s reports.Series) string {
	unit := cmp.Or(w.Unit(s.Measure), s.Unit)
	switch s.Transform.Kind {
	case reports.PerMillion:
		return w.Say("transform.unit.permillion", "unit", unit)
	case reports.PerRecipients:
		return w.Say("transform.unit.perrecipients", "unit", unit)
	case reports.Indexed:
		return w.Say("transform.unit.index", "unit", unit, "period", w.Period(s.Transform.At))
	}
	return unit
}

// Definition returns the sentence that says what a measure counts.
func (w *Words) Definition(m reports.Measure) string {
	return w.or("definition."+string(m), reports.MeasureOf(m).Definition)
}

// Family returns the name of a family of measures.
func (w *Words) Family(f reports.Family) string { return w.or("family."+string(f), string(f)) }

// Table returns the name of a publisher's table, or of one that many
// publishers have.
func (w *Words) Table(publisher, table string) string {
	if name, ok := w.statementsTable(table); ok {
		return name
	}
	return w.or("table."+publisher+"."+table, w.or("table."+table, table))
}

// Code returns the name of a harmonised category.
func (w *Words) Code(code string) string { return Codes().Name(code, w.Lang) }

// Relation returns what a publisher's category is to a code, in one word.
func (w *Words) Relation(relation string) string { return w.or("relation."+relation, relation) }

// Dim returns a dimension's name, with a capital: "Category".
func (w *Words) Dim(d reports.Dim) string { return w.Say("dim." + d.String()) }

// Grain returns how often a question asks: "each month", "as published".
func (w *Words) Grain(g reports.Grain) string { return w.Say("grain." + g.String()) }

// Status returns how a number is to be taken: "normal", "withheld",
// "incomplete; partial, 17 of 30 days".
func (w *Words) Status(n reports.Number) string {
	var list []string
	if n.Status != reports.Normal {
		list = append(list, w.Say("status."+n.Status.String()))
	}
	if n.Incomplete {
		list = append(list, w.Say("status.incomplete"))
	}
	if n.Partial() {
		list = append(list, w.Say("status.partial", "days", n.Days, "of", n.Period.Days()))
	}
	if len(list) == 0 {
		return w.Say("status.normal")
	}
	return strings.Join(list, w.Say("list.semicolon"))
}

// Basis returns how a number came about: "published", "sum of 31", "derived".
func (w *Words) Basis(n reports.Number) string {
	if n.Transform != "" {
		worked := w.transform(n)
		n.Transform = ""
		return w.Basis(n) + w.Say("list.semicolon") + worked
	}
	switch n.Basis {
	case reports.Summed:
		return w.Plural("basis.sum", n.N)
	case reports.Derived:
		return w.Say("basis.derived")
	}
	return w.Say("basis.published")
}

// Series returns a series' label: the values that tell it apart, joined by
// commas, or "Total".
func (w *Words) Series(s reports.Series) string {
	var list []string
	for _, d := range s.Group.List() {
		v := s.Key.Get(d)
		if d == reports.Category && s.Code != "" {
			list = append(list, w.codeLabel(s))
		} else if v != "" {
			list = append(list, w.Value(d, v))
		}
	}
	if len(list) == 0 && s.Code != "" {
		return w.codeLabel(s)
	}
	if len(list) == 0 {
		return w.Say("series.total")
	}
	return strings.Join(list, w.Say("list.comma"))
}

// codeLabel names a series' code, and what the publisher's category is to it
// where the two are not the same.
func (w *Words) codeLabel(s reports.Series) string {
	if s.Relation == "" || s.Relation == reports.Exact {
		return w.Code(s.Code)
	}
	return w.Say("series.code", "name", w.Code(s.Code), "relation", w.Relation(s.Relation))
}

// SeriesOf returns a series' label among all of an answer's; see Labels.
func (w *Words) SeriesOf(a reports.Answer, s reports.Series) string { return w.Labels(a.Series)(s) }

// Labels returns how to label each of several series that stand together: the
// publisher, the table and the measure come first where there are several of
// them, and what all have in common is left out.
func (w *Words) Labels(all []reports.Series) func(reports.Series) string {
	var publishers, tables, measures set
	for i := range all {
		s := &all[i]
		if i > 0 && s.Publisher == all[i-1].Publisher && s.Table == all[i-1].Table && s.Measure == all[i-1].Measure {
			continue // as mostly, of which there may be a million
		}
		publishers.add(s.Publisher)
		tables.add(s.Publisher + " " + s.Table)
		measures.add(string(s.Measure))
	}
	common := commonDims(all)
	return func(s reports.Series) string {
		var list []string
		if len(publishers) > 1 {
			list = append(list, w.Publisher(s.Publisher))
		}
		if len(tables) > len(publishers) {
			list = append(list, w.Table(s.Publisher, s.Table))
		}
		if len(measures) > 1 {
			list = append(list, w.Measure(s.Measure))
		}
		if apart := s.Group &^ common; apart != 0 || s.Code != "" {
			s.Group = apart
		}
		if len(list) == 0 || s.Key.Stated() != 0 || s.Code != "" {
			list = append(list, w.Series(s))
		}
		if s.Transform.Kind == reports.WeekMean {
			list = append(list, w.Say("transform.mean of 7 days"))
		}
		return strings.Join(list, w.Say("list.comma"))
	}
}

// commonDims returns the dimensions of which all of several series have the
// same value.
func commonDims(all []reports.Series) reports.Dims {
	if len(all) < 2 {
		return 0
	}
	common := all[0].Key.Stated()
	for _, d := range common.List() {
		for i := range all {
			if all[i].Key.Get(d) != all[0].Key.Get(d) {
				common &^= reports.DimsOf(d)
				break
			}
		}
	}
	return common
}

// A set keeps texts once each, in the order in which they came.
type set []string

func (s *set) add(text string) {
	for _, old := range *s {
		if old == text {
			return
		}
	}
	*s = append(*s, text)
}

// capital writes a text with a capital letter first.
func capital(text string) string {
	for i, r := range text {
		return strings.ToUpper(string(r)) + text[i+len(string(r)):]
	}
	return text
}
