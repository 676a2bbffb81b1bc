package assets

import (
	"strings"

	"vitrine/reports"
)

// A Phrase is a piece of a headline. A Role says what the piece chooses, and
// so which menu it opens; a piece without one is plain text.
type Phrase struct{ Role, Text string }

// The roles of phrases.
const (
	RoleMeasure   = "measure"
	RolePublisher = "publisher"
	RoleBy        = "by"
	RoleEvery     = "every"
	RoleSpan      = "span"
	RoleArea      = "area"
	RoleTable     = "table"
)

// Marks around a role's text in the filled-in template.
const markStart, markMiddle, markEnd = "\x02", "\x1f", "\x03"

// Headline returns a question and its answer as a sentence: "Groups and
// channels blocked at Telegram by category, each month, January 2017 to May
// 2026, worldwide". Every role has its phrase, also where nothing is chosen;
// the table only where the question names one or others could answer.
func (w *Words) Headline(q reports.Question, a reports.Answer) []Phrase {
	texts := map[string]string{
		RoleMeasure:   w.measures(q, a),
		RolePublisher: w.publishers(q, a),
		RoleBy:        w.by(q),
		RoleEvery:     w.Grain(q.Every),
		RoleSpan:      w.span(q, a),
		RoleArea:      w.area(q),
	}
	key := "headline"
	if table := w.table(q, a); table != "" {
		key, texts[RoleTable] = "headline.table", table
	}
	var args []any
	for role, text := range texts {
		args = append(args, role, markStart+role+markMiddle+text+markEnd)
	}
	return splitPhrases(w.Say(key, args...))
}

func splitPhrases(sentence string) []Phrase {
	var phrases []Phrase
	for sentence != "" {
		plain, rest, _ := strings.Cut(sentence, markStart)
		if plain != "" {
			phrases = append(phrases, Phrase{Text: plain})
		}
		marked, after, _ := strings.Cut(rest, markEnd)
		if role, text, ok := strings.Cut(marked, markMiddle); ok {
			phrases = append(phrases, Phrase{role, text})
		}
		sentence = after
	}
	return phrases
}

// Title returns the headline of an answer as one text.
func (w *Words) Title(a reports.Answer) string {
	var b strings.Builder
	for _, p := range w.Headline(a.Question, a) {
		b.WriteString(p.Text)
	}
	return b.String()
}

func (w *Words) measures(q reports.Question, a reports.Answer) string {
	var names set
	for _, s := range a.Series {
		names.add(string(s.Measure))
	}
	if len(names) == 0 {
		for _, text := range q.Measure {
			for _, m := range reports.FindMeasures(text) {
				names.add(string(m))
			}
		}
	}
	if len(names) == 0 {
		return w.Say("headline.measures")
	}
	var list []string
	for i, name := range names {
		text := w.Measure(reports.Measure(name))
		if i > 0 {
			text = small(text)
		}
		list = append(list, text)
	}
	return w.and(list)
}

func (w *Words) publishers(q reports.Question, a reports.Answer) string {
	var names set
	for _, s := range a.Series {
		names.add(s.Publisher)
	}
	if len(names) == 0 {
		for _, name := range q.Publisher {
			names.add(name)
		}
	}
	text := w.Say("headline.publishers")
	if len(names) > 0 {
		text = w.and(names)
	}
	if services := append(append([]string(nil), q.Service...), q.Where[reports.Service]...); len(services) > 0 {
		return w.Say("headline.service", "service", w.and(services), "publisher", text)
	}
	return text
}

// by says what the answer is split by and what it is filtered by. Publisher,
// service and area have phrases of their own.
func (w *Words) by(q reports.Question) string {
	var split, only []string
	for _, d := range q.By {
		split = append(split, w.Say("by."+d.String()))
	}
	if q.ByCountry {
		split = append(split, w.Say("by.country"))
	}
	if q.ByCode {
		split = append(split, w.Say("by.code"))
	}
	for _, d := range reports.AllDims() {
		if d == reports.Area || d == reports.Service {
			continue
		}
		for _, v := range q.Where[d] {
			only = append(only, w.Value(d, v))
		}
	}
	for _, code := range q.Code {
		only = append(only, w.Code(code))
	}
	switch {
	case len(split) == 0 && len(only) == 0:
		return w.Say("headline.total")
	case len(split) == 0:
		return w.Say("headline.only", "list", w.and(only))
	case len(only) == 0:
		return w.Say("headline.by", "list", w.and(split))
	}
	return w.Say("headline.byonly", "by", w.and(split), "list", w.and(only))
}

func (w *Words) span(q reports.Question, a reports.Answer) string {
	if len(a.Periods) > 0 {
		span := a.Periods[0]
		for _, p := range a.Periods {
			span.End = max(span.End, p.End)
		}
		return w.Span(span)
	}
	switch {
	case q.Since != 0 && q.Until != 0:
		return w.Span(reports.Period{Start: q.Since, End: q.Until})
	case q.Since != 0:
		return w.Say("span.since", "from", w.Day(q.Since))
	case q.Until != 0:
		return w.Say("span.until", "to", w.Day(q.Until-1))
	}
	return w.Say("span.whole")
}

func (w *Words) area(q reports.Question) string {
	var list []string
	for _, v := range append(append([]string(nil), q.Where[reports.Area]...), q.Country...) {
		list = append(list, w.Value(reports.Area, v))
	}
	switch {
	case len(list) > 0:
		return w.and(list)
	case q.ByCountry:
		return w.Say("headline.countries")
	case reports.DimsOf(q.By...).Has(reports.Area):
		return w.Say("headline.areas")
	}
	return w.Say("headline.world")
}

func (w *Words) table(q reports.Question, a reports.Answer) string {
	if len(q.Table) == 0 && len(a.Others) == 0 {
		return ""
	}
	var names set
	for _, s := range a.Series {
		names.add(w.Table(s.Publisher, s.Table))
	}
	if len(names) == 0 {
		names = q.Table
	}
	var list []string
	for _, name := range names {
		list = append(list, w.Say("quote", "text", name))
	}
	return w.and(list)
}
