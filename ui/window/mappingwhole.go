package window

import (
	"slices"

	"fyne.io/fyne/v2"

	"vitrine/reports"
	"vitrine/reports/publisher"
)

// A saidOfAll is something that is said of a table as a whole.
type saidOfAll struct {
	label, hint string
	open        func(anchor fyne.CanvasObject)
}

// wholes lists what can be said of the table as a whole.
func (m *mapper) wholes() []saidOfAll {
	p, now := m.page, m.now()
	numbers := now.Numbers
	if numbers == "" {
		numbers = publisher.NumberStyles[0]
	}
	period := now.Period
	if period == "" {
		period = publisher.PeriodPlaces[0]
	}
	text := func(key, value string) string {
		if value == publisher.Ask {
			value = "?"
		}
		return p.say(key, "value", value)
	}
	list := append(m.stands(),
		saidOfAll{text("mapping.numbers", numbers), p.hinted(p.say("hint.mapping.numbers"), now.Remarks["numbers"]), m.chooseNumbers},
		saidOfAll{p.daysText(now.Days), p.hinted(p.say("hint.mapping.days"), now.Remarks["days"]), m.chooseDays},
		saidOfAll{p.say("mapping.period." + period), p.hinted(p.say("hint.mapping.period"), now.Remarks["period"]), m.choosePeriod})
	for _, d := range now.Splits().List() {
		list = append(list, saidOfAll{p.said(capital(p.words.Dim(d)), p.partsText(now.Parts(d))), p.hinted(p.say("hint.mapping.parts"), now.Remarks["complete"]), func(o fyne.CanvasObject) { m.chooseParts(o, d) }})
	}
	for i, o := range now.Measures {
		if len(o.Says) > 0 {
			list = append(list, saidOfAll{p.said(p.words.Say("quote", "text", short(o.Says[0], 30)), measureNote(p, o.Name)), p.say("hint.mapping.says"), func(o fyne.CanvasObject) { m.chooseSays(o, i) }})
		}
	}
	return list
}

// chooseOf opens a menu of values of which one is so now.
func (m *mapper) chooseOf(anchor fyne.CanvasObject, values []string, now string, label func(string) string, with func(publisher.Mapping, string) publisher.Mapping) {
	var list []choice
	for _, value := range values {
		list = append(list, choice{Label: label(value), Checked: value == now, Choose: func() { m.change(with(m.now(), value)) }})
	}
	m.page.choose(anchor, "role", list)
}

func (m *mapper) chooseNumbers(anchor fyne.CanvasObject) {
	m.chooseOf(anchor, publisher.NumberStyles, m.now().Numbers, func(s string) string { return s }, publisher.Mapping.WithNumbers)
}

func (m *mapper) chooseDays(anchor fyne.CanvasObject) {
	m.chooseOf(anchor, publisher.DayStyles, m.now().Days, m.page.daysText,
		publisher.Mapping.WithDays)
}

func (m *mapper) choosePeriod(anchor fyne.CanvasObject) {
	m.chooseOf(anchor, publisher.PeriodPlaces, m.now().Period, func(s string) string { return m.page.say("mapping.period." + s) },
		publisher.Mapping.WithPeriodIn)
}

func (m *mapper) chooseParts(anchor fyne.CanvasObject, d reports.Dim) {
	m.chooseOf(anchor, []string{"", "complete", "disjoint", "overlapping"}, m.now().Parts(d), func(s string) string { return capital(m.page.partsText(s)) },
		func(m publisher.Mapping, s string) publisher.Mapping { return m.WithParts(d, s) })
}

// chooseSays opens the menu of what a text of the column of measures counts.
func (m *mapper) chooseSays(anchor fyne.CanvasObject, measure int) {
	mapping := m.now()
	names := []string{}
	for _, info := range reports.Measures {
		names = append(names, string(info.Name))
	}
	if own := mapping.Measures[measure].Name; own != publisher.Ask && !slices.Contains(names, own) {
		names = slices.Insert(names, 0, own)
	}
	m.chooseOf(anchor, names, mapping.Measures[measure].Name, func(s string) string { return m.page.words.Measure(reports.Measure(s)) },
		func(m publisher.Mapping, s string) publisher.Mapping { return m.WithSays(measure, s) })
}
