package window

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"vitrine/reports"
	"vitrine/reports/publisher"
)

// roleOf says what a column of the table is called, and what it is.
func (v *mappingView) roleOf(column int) (name, role string, colour fyne.ThemeColorName) {
	m, p := v.mapper, v.mapper.page
	if column > len(m.laid.Columns) {
		return "", p.say("mapping.is.none"), theme.ColorNamePlaceHolder
	}
	c := m.laid.Columns[column-1]
	if c.At < 0 {
		return c.Name, p.say("mapping.is.ignored"), theme.ColorNamePlaceHolder
	}
	k := m.now().Columns[c.At]
	switch role = p.roleText(k); {
	case k.Is == publisher.Ask || k.Measure == publisher.Ask || k.Every == publisher.Ask || k.Empty == publisher.Ask:
		return c.Name, role, theme.ColorNameError
	case k.Is == "ignored" || k.Is == "note":
		return c.Name, role, theme.ColorNamePlaceHolder
	}
	return c.Name, role, theme.ColorNamePrimary
}

// roleText says what a column of a mapping is: of values, what they count.
func (p *page) roleText(c publisher.MappedColumn) string {
	text := p.kindText(c.Is)
	if c.Is == "value" || c.Is == "low" {
		switch c.Measure {
		case "":
		case publisher.Ask:
			text = p.said(text, "?")
		default:
			text = p.said(text, p.words.Measure(reports.Measure(c.Measure)))
		}
		for _, d := range reports.AllDims() {
			if part := c.Part[d.String()]; part != "" {
				text += " · " + p.words.Value(d, part)
			}
		}
		if c.Period != "" {
			text += " · " + c.Period
		}
	}
	if c.IsPattern() {
		text += " · " + p.say("mapping.several")
	}
	return text
}

// kindText says what a kind of column is called.
func (p *page) kindText(is string) string {
	if d, known := reports.ParseDim(is); known {
		return capital(p.words.Dim(d))
	}
	return p.say("mapping.is." + strings.ReplaceAll(is, " ", ""))
}

// chooseRole opens the menu of what a column of the table can be.
func (m *mapper) chooseRole(column int) {
	if column < 0 || column >= len(m.laid.Columns) || len(m.steps) == 0 {
		return
	}
	mapping, at := m.at(column)
	list := append(m.severalChoices(mapping, at), m.detailChoices(mapping, at)...)
	m.page.choose(m.view.grid.head(column+1), "role", append(list, m.kindChoices(mapping, at)...))
}

// kindChoices offers what a column can be.
func (m *mapper) kindChoices(mapping publisher.Mapping, at int) []choice {
	p, now := m.page, mapping.Columns[at]
	var list []choice
	for _, is := range publisher.ColumnKinds {
		c := choice{Label: p.kindText(is), Checked: now.Is == is, Choose: func() {
			to := mapping.WithKind(at, is)
			m.change(to)
			if to.Columns[at].Measure == publisher.Ask {
				m.chooseMeasure(at)
			}
		}}
		if key := "window.mapping.note." + strings.ReplaceAll(is, " ", ""); p.words.Has(key) {
			c.Note = p.words.Say(key)
		}
		if now.IsPattern() && is != "value" && is != "ignored" {
			c.Refused = p.say("refused.pattern")
		}
		list = append(list, c)
	}
	return list
}

// detailChoices offers what is to be said of a column beside its kind, what is
// still asked first.
func (m *mapper) detailChoices(mapping publisher.Mapping, at int) []choice {
	p, now := m.page, mapping.Columns[at]
	var list []choice
	add := func(label string, checked bool, to func() publisher.Mapping) {
		list = append(list, choice{Label: label, Checked: checked, Choose: func() { m.change(to()) }})
	}
	if now.Is == "value" || now.Is == "low" {
		list = append(list, choice{Label: p.say("mapping.measure"), Note: measureNote(p, now.Measure), Choose: func() { m.chooseMeasure(at) }})
	}
	if now.Empty == publisher.Ask || now.Empty != "" {
		add(p.say("mapping.empty.above"), now.Empty == "above", func() publisher.Mapping { return mapping.WithEmpty(at, "above") })
		add(p.say("mapping.empty.notstated"), now.Empty == "not stated", func() publisher.Mapping { return mapping.WithEmpty(at, "not stated") })
	}
	if now.Every != "" {
		for _, every := range publisher.DayStands[1:] {
			add(p.say("mapping.every."+every), now.Every == every, func() publisher.Mapping { return mapping.WithEvery(at, every) })
		}
	}
	if o, own := mapping.OwnMeasure(now.Measure); own {
		time, parts, share := o, o, o
		time.OverTime, parts.OverParts, share.Unit = !o.OverTime, !o.OverParts, "%"
		if o.Unit == "%" {
			share.Unit = ""
		}
		add(p.say("mapping.overtime"), o.OverTime, func() publisher.Mapping { return mapping.WithOwn(time) })
		add(p.say("mapping.overparts"), o.OverParts, func() publisher.Mapping { return mapping.WithOwn(parts) })
		add(p.say("mapping.percent"), o.Unit == "%", func() publisher.Mapping { return mapping.WithOwn(share) })
	}
	return list
}

func measureNote(p *page, name string) string {
	if name == publisher.Ask || name == "" {
		return "?"
	}
	return p.words.Measure(reports.Measure(name))
}

// severalChoices offers to read columns that are alike as one, or each by
// itself.
func (m *mapper) severalChoices(mapping publisher.Mapping, at int) []choice {
	p := m.page
	if mapping.Columns[at].IsPattern() {
		laid := m.laid
		return []choice{{Label: p.say("mapping.apart"), Choose: func() { m.change(mapping.Apart(at, laid)) }}}
	}
	var list []choice
	for _, by := range []string{"period", "area", "category", "service"} {
		label := p.say("mapping.together", "what", p.words.Small(p.kindText(by)))
		to, able := mapping.Together(at, by, m.laid)
		c := choice{Label: label, Note: p.say("mapping.wide"), Choose: func() { m.change(to) }}
		if !able {
			c.Refused = p.say("refused.together")
		}
		list = append(list, c)
	}
	return list
}

// chooseMeasure opens the menu of what a column can count: the vocabulary, and
// whatever is typed as a measure of the publisher's own.
func (m *mapper) chooseMeasure(at int) {
	p, mapping := m.page, m.now()
	set := func(name string) func() { return func() { m.change(mapping.WithMeasure(at, name)) } }
	var list []choice
	for _, o := range mapping.Measures {
		if _, own := mapping.OwnMeasure(o.Name); own {
			list = append(list, choice{Label: o.Name, Note: p.say("mapping.own"), Checked: mapping.Columns[at].Measure == o.Name, Choose: set(o.Name)})
		}
	}
	for _, info := range reports.Measures {
		list = append(list, choice{Label: p.words.Measure(info.Name), Checked: mapping.Columns[at].Measure == string(info.Name), Choose: set(string(info.Name))})
	}
	p.choose(nil, "mapped", list)
	p.chooser.always, p.chooser.typed = true, func(text string) []choice {
		if text = strings.Join(strings.Fields(text), " "); text == "" {
			return nil
		}
		return []choice{{Label: text, Note: p.say("mapping.own"), Choose: set(text)}}
	}
}

// said joins what is spoken of and what is said of it.
func (p *page) said(what, value string) string {
	return p.say("mapping.said", "what", what, "value", value)
}

func (p *page) daysText(days string) string {
	return p.say("mapping.days." + strings.ReplaceAll(cmp.Or(days, "plain"), " ", ""))
}

func (p *page) partsText(relate string) string {
	return p.say("mapping.parts." + cmp.Or(relate, "unsaid"))
}
