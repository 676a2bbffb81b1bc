package assets

import (
	"slices"
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
	RoleAsOf      = "asof" // only where the question is about a day
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
		RoleBy:        w.by(q, a),
		RoleEvery:     w.every(q, a),
		RoleSpan:      w.span(q, a),
		RoleArea:      w.area(q, a),
	}
	return w.sentence("headline", texts, q, a)
}

// every returns how often a question asks. Of numbers that Vitrine worked out
// it does not say that they are as published: their periods are.
func (w *Words) every(q reports.Question, a reports.Answer) string {
	if q.Every == reports.AsPublished && workedOut(q, a) {
		return w.Say("grain.as-published.derived")
	}
	return w.Grain(q.Every)
}

// workedOut tells whether Vitrine worked numbers out: from shares, or per million
// people, as an index or a mean. None is worked out from shares unasked: then
// no number is looked at, of which there may be a million.
func workedOut(q reports.Question, a reports.Answer) bool {
	derived := func(n reports.Number) bool { return n.Basis == reports.Derived }
	return slices.ContainsFunc(a.Series, func(s reports.Series) bool {
		return s.Transform.Kind != "" || (q.Derived || a.Question.Derived) && slices.ContainsFunc(s.Numbers, derived)
	})
}

// sentence fills the template of a key with the texts of roles, and with the
// table and the day of publication where the question is about these.
func (w *Words) sentence(key string, texts map[string]string, q reports.Question, a reports.Answer) []Phrase {
	if table := w.table(q, a); table != "" {
		key, texts[RoleTable] = key+".table", table
	}
	var args []any
	for role, text := range texts {
		args = append(args, role, markStart+role+markMiddle+text+markEnd)
	}
	phrases := splitPhrases(w.Say(key, args...))
	if q.AsOf == 0 {
		return phrases
	}
	return append(phrases, splitPhrases(w.Say("headline.asof", RoleAsOf, markStart+RoleAsOf+markMiddle+w.Day(q.AsOf)+markEnd))...)
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

// Title returns the headline of an answer as one text; of numbers per million
// people or recipients it says so beside the measure.
func (w *Words) Title(a reports.Answer) string {
	var b strings.Builder
	for _, p := range w.Headline(a.Question, a) {
		b.WriteString(p.Text)
		if p.Role != RoleMeasure || len(a.Series) == 0 {
			continue
		}
		if kind := a.Series[0].Transform.Kind; kind == reports.PerMillion || kind == reports.PerRecipients {
			b.WriteString(" " + w.Say("transform."+string(kind)))
		}
	}
	return b.String()
}
