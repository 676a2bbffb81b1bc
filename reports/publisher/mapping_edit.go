package publisher

import (
	"maps"
	"slices"
	"strings"

	"vitrine/reports"
)

// A mapping's methods that change it return a changed copy: whoever edits one
// can go back.

// clone copies all that a change may write to.
func (m Mapping) clone() Mapping {
	m.Columns, m.Measures = slices.Clone(m.Columns), slices.Clone(m.Measures)
	m.Complete, m.Disjoint, m.Overlapping = slices.Clone(m.Complete), slices.Clone(m.Disjoint), slices.Clone(m.Overlapping)
	m.Constant, m.Remarks = maps.Clone(m.Constant), maps.Clone(m.Remarks)
	return m
}

// WithKind says what a column is, one of ColumnKinds. What it said of a value
// stays only where it still is one.
func (m Mapping) WithKind(column int, is string) Mapping {
	m = m.clone()
	c := &m.Columns[column]
	c.Is, c.Remarks = is, nil
	if is != "value" && is != "low" {
		c.Measure, c.Period, c.Part = "", "", nil
	} else if c.Measure == "" && !m.namesMeasures() {
		c.Measure = m.usualMeasure()
	}
	if !isPart(is) {
		c.Empty = ""
	}
	if is != "period" && !strings.Contains(c.Header, "{period}") {
		c.Every = ""
	}
	return m.trimmed()
}

// namesMeasures tells whether a column says what each row counts.
func (m Mapping) namesMeasures() bool {
	return slices.ContainsFunc(m.Columns, func(c MappedColumn) bool { return c.Is == "measure" || strings.Contains(c.Header, "{measure}") })
}

// usualMeasure returns what the mapping's other values count, or Ask.
func (m Mapping) usualMeasure() string {
	for _, c := range m.Columns {
		if c.Measure != "" && c.Is == "value" {
			return c.Measure
		}
	}
	return Ask
}

// WithMeasure says what a column of values counts: a measure of the
// vocabulary, or one of the publisher's own.
func (m Mapping) WithMeasure(column int, name string) Mapping {
	m = m.clone()
	m.Columns[column].Measure = name
	known := reports.MeasureOf(reports.Measure(name)).Unit != "" || slices.ContainsFunc(m.Measures, func(o OwnMeasure) bool { return o.Name == name })
	if !known && name != Ask {
		m.Measures = append(m.Measures, OwnMeasure{Name: name, Unit: unitNamed(name)})
	}
	return m.trimmed()
}

// WithEmpty says what an empty cell of a column means: "above" or "not stated".
func (m Mapping) WithEmpty(column int, means string) Mapping {
	m = m.clone()
	m.Columns[column].Empty = means
	return m
}

// WithEvery says what a day of a column of periods stands for, one of
// DayStands.
func (m Mapping) WithEvery(column int, stands string) Mapping {
	m = m.clone()
	m.Columns[column].Every = stands
	return m
}

// WithNumbers says how numbers are written, one of NumberStyles.
func (m Mapping) WithNumbers(style string) Mapping {
	m = m.answered("numbers")
	m.Numbers = style
	return m
}

// WithDays says which of day and month comes first, one of DayStyles.
func (m Mapping) WithDays(style string) Mapping {
	m = m.answered("days")
	m.Days = style
	return m
}

// WithPeriodIn says where the period stands, one of PeriodPlaces.
func (m Mapping) WithPeriodIn(place string) Mapping {
	m = m.answered("period")
	m.Period = place
	return m
}

// answered is a copy without what a proposal remarked of a key.
func (m Mapping) answered(key string) Mapping {
	m = m.clone()
	delete(m.Remarks, key)
	return m
}

// WithParts says how the parts of a dimension relate: "complete", "disjoint" or
// "overlapping"; "": nothing is said of them.
func (m Mapping) WithParts(d reports.Dim, relate string) Mapping {
	m = m.answered("complete")
	for _, r := range []struct {
		name string
		list *[]string
	}{{"complete", &m.Complete}, {"disjoint", &m.Disjoint}, {"overlapping", &m.Overlapping}} {
		*r.list = slices.DeleteFunc(*r.list, func(s string) bool { return s == d.String() })
		if r.name == relate {
			*r.list = append(*r.list, d.String())
		}
	}
	return m
}

// Parts tells how the parts of a dimension relate, as WithParts says it.
func (m Mapping) Parts(d reports.Dim) string {
	switch name := d.String(); {
	case slices.Contains(m.Complete, name):
		return "complete"
	case slices.Contains(m.Disjoint, name):
		return "disjoint"
	case slices.Contains(m.Overlapping, name):
		return "overlapping"
	}
	return ""
}

// IsPattern tells whether a column stands for several of a table that are
// alike.
func (c MappedColumn) IsPattern() bool {
	k, err := c.compile()
	return err == nil && k.placeholder != ""
}

// Apart writes a pattern out: a column for each of the table's that fit it.
func (m Mapping) Apart(column int, l Layout) Mapping {
	old := m.Columns[column]
	k, err := old.compile()
	if err != nil || k.placeholder == "" {
		return m
	}
	t, err := m.lax()
	if err != nil {
		return m
	}
	m = m.clone()
	var list []MappedColumn
	for _, c := range l.Columns {
		if c.At != column {
			continue
		}
		p, _ := t.fits(&k, c.Name)
		one := MappedColumn{Header: c.Name, Is: old.Is, Measure: old.Measure}
		if p.period != (reports.Period{}) {
			one.Period = p.period.String()
		}
		if p.what != "" {
			one.Measure = string(p.what)
		}
		for _, d := range p.part.Stated().List() {
			if one.Part == nil {
				one.Part = map[string]string{}
			}
			one.Part[d.String()] = p.part.Get(d)
		}
		list = append(list, one)
	}
	m.Columns = slices.Replace(m.Columns, column, column+1, list...)
	return m.trimmed()
}

// Together makes one pattern of a table's columns that are like one of it but
// for the placeholder: "period", "area" or another dimension. It is false
// where fewer than two are.
func (m Mapping) Together(column int, placeholder string, l Layout) (Mapping, bool) {
	before, after := "", ""
	if placeholder == "period" {
		var kind string
		if before, after, kind = periodPattern(m.Columns[column].Header); kind == "" {
			return m, false
		}
	}
	made := MappedColumn{Header: strings.TrimSpace(before + " {" + placeholder + "} " + after), Is: "value", Measure: m.Columns[column].Measure}
	if made.Measure == "" && !m.namesMeasures() {
		made.Measure = m.usualMeasure()
	}
	if m.Columns[column].Is == "ignored" {
		made.Is, made.Measure = "ignored", ""
	}
	k, err := made.compile()
	t, laxErr := m.lax()
	if err != nil || laxErr != nil {
		return m, false
	}
	if _, fits := t.fits(&k, m.Columns[column].Header); fits && m.has(made.Header) {
		changed := m.clone()
		changed.Columns = slices.Delete(changed.Columns, column, column+1)
		return changed.trimmed(), true
	}
	alike := map[int]bool{}
	for _, c := range l.Columns {
		if c.At < 0 || m.Columns[c.At].IsPattern() || !m.couldBeValue(c.At) {
			continue
		}
		if _, fits := t.fits(&k, c.Name); fits {
			alike[c.At] = true
		}
	}
	if len(alike) < 2 || !alike[column] {
		return m, false
	}
	changed := m.clone()
	changed.Columns = nil
	for i, c := range m.Columns {
		switch {
		case i == column:
			changed.Columns = append(changed.Columns, made)
		case !alike[i]:
			changed.Columns = append(changed.Columns, c)
		}
	}
	return changed.trimmed(), true
}

// has tells whether the mapping has a column of a header.
func (m Mapping) has(header string) bool {
	return slices.ContainsFunc(m.Columns, func(c MappedColumn) bool { return foldHeader(c.Header) == foldHeader(header) })
}

// couldBeValue tells whether a column is one of numbers, or may still be one.
func (m Mapping) couldBeValue(column int) bool {
	is := m.Columns[column].Is
	return is == "value" || is == Ask
}

// trimmed leaves out what is said of dimensions by which no column splits any
// longer, and own measures that no column counts.
func (m Mapping) trimmed() Mapping {
	has := m.Splits()
	gone := func(name string) bool {
		d, ok := reports.ParseDim(name)
		return !ok || !has.Has(d)
	}
	m.Complete, m.Disjoint, m.Overlapping = slices.DeleteFunc(m.Complete, gone), slices.DeleteFunc(m.Disjoint, gone), slices.DeleteFunc(m.Overlapping, gone)
	m.Extent = slices.DeleteFunc(slices.Clone(m.Extent), gone)
	if !m.namesMeasures() {
		m.Measures = slices.DeleteFunc(m.Measures, func(o OwnMeasure) bool {
			return !slices.ContainsFunc(m.Columns, func(c MappedColumn) bool { return c.Measure == o.Name })
		})
	}
	return m
}

// Naming returns the mapping with a column of a name, and its place; one that
// it has already stays as it is.
func (m Mapping) Naming(name string) (Mapping, int) {
	if at := slices.IndexFunc(m.Columns, func(c MappedColumn) bool { return foldHeader(c.Header) == foldHeader(name) }); at >= 0 {
		return m, at
	}
	m = m.clone()
	m.Columns = append(m.Columns, MappedColumn{Header: name, Is: "ignored"})
	return m, len(m.Columns) - 1
}

// OwnMeasure returns what the mapping says of a measure of the publisher's
// own; false where it declares none of that name.
func (m Mapping) OwnMeasure(name string) (OwnMeasure, bool) {
	for _, o := range m.Measures {
		if o.Name == name && reports.MeasureOf(reports.Measure(name)).Unit == "" {
			return o, true
		}
	}
	return OwnMeasure{}, false
}

// WithOwn says something else of a measure of the publisher's own.
func (m Mapping) WithOwn(o OwnMeasure) Mapping {
	m = m.clone()
	for i := range m.Measures {
		if m.Measures[i].Name == o.Name {
			m.Measures[i] = o
		}
	}
	return m
}

// WithSays says what a text of a column of measures counts.
func (m Mapping) WithSays(measure int, name string) Mapping {
	m = m.clone()
	o := &m.Measures[measure]
	if o.Name = name; reports.MeasureOf(reports.Measure(name)).Unit != "" {
		*o = OwnMeasure{Name: name, Says: o.Says}
	}
	return m
}
