package audit

import (
	"cmp"
	"math"
	"strings"

	"vitrine/assets"
	"vitrine/reports"
)

// A Phrase is a sentence that waits for its language: a key of the
// translations, and what its text leaves open as names and values in turn.
// Values are written as the language does: numbers, periods, measures, splits,
// tables.
type Phrase struct {
	Key  string
	Args []any
}

// A tableName names a publisher's table within a sentence.
type tableName struct{ publisher, table string }

// A problemText is what a format said of a cell, in English.
type problemText string

// A place is where a case stands within a sentence: what it is about and when.
type place struct {
	split  reports.Split
	period reports.Period
}

// Say writes the phrase.
func (p Phrase) Say(w *assets.Words) string {
	args := make([]any, len(p.Args))
	for i, v := range p.Args {
		args[i] = v
		if i%2 == 1 {
			args[i] = say(w, v)
		}
	}
	return w.Say(p.Key, args...)
}

func say(w *assets.Words, v any) any {
	switch v := v.(type) {
	case float64:
		return w.Number(v)
	case int:
		return w.Number(float64(v))
	case reports.Period:
		return w.Period(v)
	case reports.Measure:
		return w.Measure(v)
	case reports.Dims:
		return w.Dims(v)
	case reports.Number:
		return w.Amount(v)
	case reports.Events:
		var list []string
		for _, e := range v {
			list = append(list, strings.TrimSuffix(w.Event(e), "."))
		}
		return strings.Join(list, w.Say("list.semicolon"))
	case problemText:
		return w.Problem(string(v))
	case tableName:
		return w.Table(v.publisher, v.table)
	case place:
		return v.say(w)
	case Phrase:
		return v.Say(w)
	}
	return v
}

// say writes a place: "Germany, spam, 2024", or "in total" for no split and
// no period.
func (p place) say(w *assets.Words) string {
	list := values(w, p.split)
	if p.period != (reports.Period{}) {
		list = append(list, w.Period(p.period))
	}
	return cmp.Or(strings.Join(list, w.Say("list.comma")), w.Say("series.total"))
}

// values lists what a split is about, in words.
func values(w *assets.Words, s reports.Split) []string {
	var list []string
	for _, d := range s.Stated().List() {
		list = append(list, w.Value(d, s.Get(d)))
	}
	return list
}

// about is the place of a case, without what is the same in all of its table.
func (c Case) about() place {
	split := c.Split
	if len(c.Sides) > 0 {
		var splits reports.Dims
		for _, s := range c.Sides {
			splits |= s.Breakdown
		}
		split = split.Only(splits)
	}
	return place{split, c.Period}
}

// Place writes what the case is about and when.
func (c Case) Place(w *assets.Words) string { return c.about().say(w) }

// distance is how far apart two numbers are at least.
func distance(a, b reports.Number) float64 {
	al, ah := bounds(a)
	bl, bh := bounds(b)
	return math.Max(0, math.Max(bl-ah, al-bh))
}

// bounds returns the least and the greatest number that a number can stand for.
func bounds(n reports.Number) (low, high float64) {
	switch {
	case n.HasRange:
		return n.Low, n.High
	case n.Known() && n.Incomplete:
		return n.Value, math.Inf(1)
	case n.Known():
		return n.Value, n.Value
	}
	return 0, math.Inf(1)
}
