package window

import (
	"errors"
	"slices"

	"vitrine/reports"
	"vitrine/reports/publisher"
)

// asksOf lists what a mapping leaves to the user.
func (p *page) asksOf(m publisher.Mapping) []string {
	var asks []string
	add := func(value, key string, args ...any) {
		if value == publisher.Ask {
			asks = append(asks, p.say(key, args...))
		}
	}
	add(m.Publisher, "mapping.ask.publisher")
	add(m.Table, "mapping.ask.table")
	add(m.Numbers, "mapping.ask.numbers")
	add(m.Days, "mapping.ask.days")
	add(m.Period, "mapping.ask.period")
	for _, c := range m.Columns {
		add(c.Is, "mapping.ask.is", "column", c.Header)
		add(c.Measure, "mapping.ask.measure", "column", c.Header)
		add(c.Every, "mapping.ask.every", "column", c.Header)
		add(c.Empty, "mapping.ask.empty", "column", c.Header)
	}
	for _, o := range m.Measures {
		add(o.Name, "mapping.ask.says", "text", join(o.Says))
	}
	return asks
}

func (p *page) mappingError(err error) string {
	var lack *publisher.Lack
	switch {
	case errors.Is(err, reports.ErrUnknownPeriod):
		return p.say("mapping.noperiod")
	case errors.Is(err, publisher.ErrNoTable):
		return p.say("mapping.notable")
	case errors.As(err, &lack):
		return p.say("mapping.lack."+lack.Key, "column", lack.Column)
	}
	return p.why(err)
}

// openRemarks say what to think of before what is open is answered, and what
// would be read wrongly as the mapping stands.
func (p *page) openRemarks(m publisher.Mapping) []string {
	var texts []string
	for _, key := range []struct{ name, value string }{{"numbers", m.Numbers}, {"days", m.Days}} {
		if key.value == publisher.Ask {
			texts = append(texts, p.remarked(m.Remarks[key.name])...)
		}
	}
	for _, r := range m.Remarks["publisher"] {
		if r.Key == "doubles" {
			texts = append(texts, r.Text(p.words))
		}
	}
	return texts
}

// remarked writes remarks in the language of the window.
func (p *page) remarked(list []publisher.Remark) []string {
	var texts []string
	for _, r := range list {
		texts = append(texts, r.Text(p.words))
	}
	return texts
}

// hinted is a hint with what a proposal remarks of it.
func (p *page) hinted(hint string, list []publisher.Remark) string {
	for _, text := range p.remarked(list) {
		hint += " · " + text
	}
	return hint
}

// columnRemarks say why a column of the table, from 1, is what it is.
func (m *mapper) columnRemarks(column int) []string {
	if column < 1 || column > len(m.laid.Columns) || m.laid.Columns[column-1].At < 0 {
		return nil
	}
	now := m.now()
	c := now.Columns[m.laid.Columns[column-1].At]
	return m.page.remarked(append(slices.Clone(c.Remarks), now.Remarks["measure "+c.Measure]...))
}
