package window

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"vitrine/reports"
)

// everyKind is a shelf with each kind of figure: halves by country, of two
// publishers; quarters by category, one missing, one a range, one not stated;
// a rate; one period by service; days.
func everyKind() *shelf {
	s := countries()
	for _, of := range []*shelf{halves(), telegram()} {
		s.Declared = append(s.Declared, of.Declared...)
		s.Held = append(s.Held, of.Held...)
		s.sources = append(s.sources, of.sources...)
	}
	year := reports.EveryQuarter.Within(reports.EveryYear.Around(reports.DayOf(2023, 1, 1)), false)
	s.table("community", "content actioned", reports.Category, year, "spam", "bullying", "violence")
	s.table("proactive", reports.ProactiveRate, reports.Category, year, "spam", "bullying")
	s.table("once", "accounts actioned", reports.Service, year[:1], "Facebook", "Instagram")
	for i := range s.Held {
		switch f := &s.Held[i]; {
		case f.Table != "community":
		case f.Split.Category == "spam" && f.Period == year[1]:
			f.Value, f.Low, f.High, f.HasRange = math.NaN(), 0, 9, true
		case f.Split.Category == "bullying" && f.Period == year[2]:
			f.Value = math.NaN()
		case f.Split.Category == "violence" && f.Period == year[1]:
			f.Period = reports.EveryQuarter.Around(reports.DayOf(2022, 11, 1)) // none of 2023-Q2
		}
	}
	return s
}

// table adds a table of Meta's, a complete split by a dimension.
func (s *shelf) table(name string, m reports.Measure, by reports.Dim, periods []reports.Period, parts ...string) {
	dims := reports.DimsOf(by)
	s.Declared = append(s.Declared, reports.Block{Publisher: "Meta", Table: name, Measure: m, Breakdown: dims, Complete: dims, Order: 2})
	for i, period := range periods {
		for j, part := range parts {
			f := reports.Figure{
				Publisher: "Meta", Table: name, Measure: m, Period: period, Breakdown: dims, Value: float64(10*i + 5*j + 1),
				Origin: reports.Origin{Source: "abcdef0123", File: "meta.csv", Row: 2 + i, Column: 1 + j, Text: fmt.Sprint(10*i + 5*j + 1)},
			}
			f.Split = f.Split.With(by, part)
			s.Held = append(s.Held, f)
		}
	}
}

// everyQuestion is every kind of question.
var everyQuestion = map[string]reports.Question{
	"a total":            {Publisher: []string{"Google"}},
	"by area":            {Publisher: []string{"Google"}, By: []reports.Dim{reports.Area}},
	"by country":         {Publisher: []string{"Google"}, ByCountry: true},
	"by category":        {Publisher: []string{"Meta"}, Measure: []string{"content actioned"}, By: []reports.Dim{reports.Category}},
	"by service":         {Publisher: []string{"Meta"}, Measure: []string{"accounts actioned"}, By: []reports.Dim{reports.Service}},
	"several publishers": {Publisher: []string{"Google", "Meta"}, Measure: []string{string(reports.RemovalRequestsReceived)}, By: []reports.Dim{reports.Area}},
	"their totals":       {Publisher: []string{"Google", "Meta"}, Measure: []string{string(reports.RemovalRequestsReceived)}},
	"two measures":       {Publisher: []string{"Meta"}, Measure: []string{"content actioned", "accounts actioned"}},
	"a rate":             {Publisher: []string{"Meta"}, Measure: []string{string(reports.ProactiveRate)}, By: []reports.Dim{reports.Category}},
	"a range":            {Publisher: []string{"Meta"}, Measure: []string{"content actioned"}, By: []reports.Dim{reports.Category}, Where: where(reports.Category, "spam")},
	"not stated":         {Publisher: []string{"Meta"}, Measure: []string{"content actioned"}, By: []reports.Dim{reports.Category}, Where: where(reports.Category, "bullying")},
	"years":              {Publisher: []string{"Meta"}, Measure: []string{"content actioned"}, By: []reports.Dim{reports.Category}, Every: reports.EveryYear, Partial: true},
	"one period":         {Publisher: []string{"Google"}, By: []reports.Dim{reports.Area}, Since: reports.DayOf(2023, 1, 1), Until: reports.DayOf(2023, 7, 1)},
	"one number":         {Publisher: []string{"Google"}, Since: reports.DayOf(2023, 1, 1), Until: reports.DayOf(2023, 7, 1)},
	"days":               {Publisher: []string{"Telegram"}, Every: reports.EveryDay},
	"days by category":   {Publisher: []string{"Telegram"}, By: []reports.Dim{reports.Category}, Every: reports.EveryDay},
	"months":             {Publisher: []string{"Telegram"}, By: []reports.Dim{reports.Category}, Every: reports.EveryMonth},
	"no such part":       {Publisher: []string{"Meta"}, Measure: []string{"content actioned"}, Where: where(reports.Category, "nothing")},
	"no such split":      {Publisher: []string{"Telegram"}, By: []reports.Dim{reports.Ground}},
	"no such publisher":  {Publisher: []string{"Nobody"}},
	"no such days":       {Publisher: []string{"Meta"}, Measure: []string{"content actioned"}, Every: reports.EveryDay},
}

func where(d reports.Dim, values ...string) (w [len(reports.Question{}.Where)][]string) {
	w[d] = values
	return w
}

// Every question is drawn in every view, or a reason is given, in English and
// in French.
func TestEveryQuestionInEveryView(t *testing.T) {
	p := opened(t, everyKind())
	p.window.Resize(fyne.NewSize(1000, 640))
	for name, q := range everyQuestion {
		t.Run(name, func(t *testing.T) {
			p.setLanguage("en")
			p.change(func(s *state) { *s = state{question: q} })
			if strings.HasPrefix(name, "no such") == p.has() {
				t.Errorf("it has %d series, %v", len(p.result.answer.Series), p.result.err)
			}
			english := map[view]string{}
			for i := range views {
				english[view(i)] = p.drawnOrRefused(t, view(i))
			}
			p.setLanguage("fr")
			for i := range views {
				p.refusedToo(t, view(i), english[view(i)])
			}
		})
	}
}

// drawnOrRefused shows a view, or returns what is said in its place.
func (p *page) drawnOrRefused(t *testing.T, v view) string {
	t.Helper()
	before := p.shownView()
	reason := p.refused(v)
	p.setView(v)
	switch {
	case !p.has():
		if p.centre.shown != "message" {
			t.Errorf("%s of nothing shows %q", v, p.centre.shown)
		}
		return p.shownText()
	case reason != "":
		if p.shownView() != before || p.status.text.Text != reason {
			t.Errorf("%s is refused, %q, but %s is shown and %q said", v, reason, p.shownView(), p.status.text.Text)
		}
		return reason
	case p.shownView() != v:
		t.Errorf("%s shows %s", v, p.shownView())
	case v.kind().table:
		if p.table.count() == 0 || p.table.columns() == 0 {
			t.Errorf("the table has %d rows", p.table.count())
		}
	case p.picture.chart == nil || p.picture.drawn.answer != p.seen() || p.picture.drawn.kind != v.kind().chart:
		t.Errorf("%s is not drawn: %q", v, p.status.text.Text)
	case len(p.picture.chart.Points) == 0:
		t.Errorf("%s is empty", v)
	}
	return ""
}

// refusedToo holds what is said in place of a view in French against what is
// said in English.
func (p *page) refusedToo(t *testing.T, v view, english string) {
	t.Helper()
	french := p.refused(v)
	if !p.has() {
		french = p.shownText()
	}
	if (english == "") != (french == "") || english != "" && french == english {
		t.Errorf("%s: %q in English, %q in French", v, english, french)
	}
}
