package window

import (
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
		if f.Role != "" && old[f.Role] != f.Text {
			list = append(list, f.Text)
		}
	}
	if before.compare.on && !after.compare.on {
		list = append(list, p.say("step.nocompare"))
	}
	if after.compare.on && after.compare.view != before.compare.view {
		list = append(list, p.words.Small(p.say("view."+after.compare.view.String())))
	}
	if after.view != before.view || after.asLines && !before.asLines {
		list = append(list, p.words.Small(p.say("view."+after.view.String())))
	}
	if after.worked != before.worked {
		list = append(list, p.words.Small(p.workedName(after.worked)))
	}
	for _, c := range []struct {
		changed, on bool
		text        string
	}{
		{before.log != after.log, after.log, "view.log"},
		{before.noEvents != after.noEvents, !after.noEvents, "action.events"},
		{before.ownAxis != after.ownAxis, after.ownAxis, "action.ownaxis"},
		{before.compare.pair.PerDay != after.compare.pair.PerDay, after.compare.pair.PerDay, "compare.perday"},
		{before.question.Partial != after.question.Partial, after.question.Partial, "action.partial"},
		{before.question.Derived != after.question.Derived, after.question.Derived, "action.derived"},
	} {
		if c.changed {
			list = append(list, p.either(c.on, "step.on", "step.off")+" "+p.words.Small(p.say(c.text)))
		}
	}
	if len(list) == 0 {
		return p.brief(after)
	}
	return capital(strings.Join(list, ", "))
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
