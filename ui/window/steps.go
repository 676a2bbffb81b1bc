package window

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"vitrine/assets"
	"vitrine/reports"
)

// describe writes a state as a sentence, without its answer.
func (p *page) describe(s state) string {
	var b strings.Builder
	for _, f := range p.phrases(s) {
		b.WriteString(f.Text)
	}
	return b.String()
}

func (p *page) phrases(s state) []assets.Phrase {
	return p.sentenceOf(s, reports.Answer{Question: s.question})
}

// brief writes of a state what it counts, of whom, and how it is split.
func (p *page) brief(s state) string {
	role := map[string]string{}
	for _, f := range p.phrases(s) {
		if f.Role != "" && role[f.Role] == "" {
			role[f.Role] = f.Text
		}
	}
	return role[assets.RoleMeasure] + " " + role[assets.RoleBy] + ", " + role[assets.RoleEvery]
}

// difference writes what a step changed: the words of the headline that are
// others than before, and the view.
func (p *page) difference(before, after state) string {
	old := map[string]string{}
	for _, f := range p.phrases(before) {
		old[f.Role] = f.Text
	}
	var list []string
	for _, f := range p.phrases(after) {
		switch {
		case f.Role == "" || old[f.Role] == f.Text:
		case f.Role == assets.RoleWith:
			list = append(list, p.say("step.with", "what", f.Text))
		default:
			list = append(list, f.Text)
		}
	}
	list = append(list, p.looked(before, after)...)
	if len(list) == 0 {
		return p.brief(after)
	}
	return capital(strings.Join(list, ", "))
}

// looked writes what a step changed of how the answer is shown.
func (p *page) looked(before, after state) []string {
	var list []string
	add := func(changed bool, text string) {
		if changed {
			list = append(list, p.words.Small(text))
		}
	}
	add(before.compare.on && !after.compare.on, p.say("step.nocompare"))
	add(after.compare.on && after.compare.view != before.compare.view, p.say("view."+after.compare.view.String()))
	add(after.view != before.view || after.asLines && !before.asLines, p.say("view."+after.view.String()))
	add(after.worked != before.worked, p.workedName(after.worked))
	add(after.shown != before.shown && after.shown != (reports.Period{}), p.words.Period(after.shown))
	add(after.panels != before.panels, p.say("step.panels", "list", p.words.Dims(after.panels)))
	add(len(before.off) > 0 && len(after.off) == 0 && reflect.DeepEqual(before.question, after.question), p.say("legend.all"))
	add(len(after.off) > 0 && !slices.Equal(before.off, after.off), p.words.Plural("window.step.hidden", len(after.off)))
	for _, c := range []struct {
		before, after bool
		name          string
	}{
		{before.log, after.log, "log"},
		{!before.noEvents, !after.noEvents, "events"},
		{before.ownAxis, after.ownAxis, "ownaxis"},
		{before.compare.pair.PerDay, after.compare.pair.PerDay, "perday"},
		{before.question.Partial, after.question.Partial, "partial"},
		{before.question.Derived, after.question.Derived, "derived"},
	} {
		add(c.before != c.after, p.either(c.after, "step."+c.name, "step.no"+c.name))
	}
	return list
}

// openHistory opens the list of all steps, the newest first; choosing one goes
// there, and what came after can be done again.
func (p *page) openHistory() {
	states := p.history.states
	var list []choice
	for i := len(states) - 1; i >= 0; i-- {
		label := p.describe(states[i])
		if i > 0 {
			label = p.difference(states[i-1], states[i])
		}
		list = append(list, choice{Label: label, Note: strconv.Itoa(i + 1), Checked: i == p.history.at, Choose: func() { p.goToStep(i) }})
	}
	p.choose(nil, "history", list)
}

func (p *page) goToStep(i int) {
	p.history.at = i
	p.arrival = false
	p.update()
}
