package window

import (
	"slices"
	"testing"

	"vitrine/reports"
)

// policies is a shelf of two services' policies, which are no complete split of
// anything, and of the requests of each service, older ones in total only.
func policies() *shelf {
	s := &shelf{sources: []reports.Source{{ID: "abcdef0123", Name: "meta.csv", Publisher: "Meta", Format: "Meta", Current: 1}}}
	both := reports.DimsOf(reports.Service, reports.Category)
	s.Declared = []reports.Block{
		{Publisher: "Meta", Table: "community", Measure: "content actioned", Breakdown: both, Order: 1},
		{Publisher: "Meta", Table: "requests", Measure: reports.RemovalRequestsReceived, Order: 2},
		{Publisher: "Meta", Table: "requests", Measure: reports.RemovalRequestsReceived, Breakdown: reports.DimsOf(reports.Service), Order: 2},
	}
	for year := 2020; year < 2024; year++ {
		period := reports.EveryYear.Around(reports.DayOf(year, 1, 1))
		s.yearly(0, reports.Figure{Table: "requests", Measure: reports.RemovalRequestsReceived, Period: period})
		for _, service := range []string{"Facebook", "Instagram"} {
			if year > 2021 {
				s.yearly(reports.DimsOf(reports.Service), reports.Figure{Table: "requests", Measure: reports.RemovalRequestsReceived, Period: period, Split: reports.Split{Service: service}})
			}
			for _, policy := range []string{"spam", "bullying"} {
				s.yearly(both, reports.Figure{Table: "community", Measure: "content actioned", Period: period, Split: reports.Split{Service: service, Category: policy}})
			}
		}
	}
	for i := range s.Declared {
		b := &s.Declared[i]
		for _, f := range s.Held {
			if f.Measure == b.Measure && f.Breakdown == b.Breakdown {
				if b.Span == (reports.Period{}) {
					b.Span = f.Period
				}
				b.Span.End = max(b.Span.End, f.Period.End)
				b.Figures++
			}
		}
	}
	return s
}

func (s *shelf) yearly(by reports.Dims, f reports.Figure) {
	f.Publisher, f.Breakdown, f.Value = "Meta", by, 7
	f.Origin = reports.Origin{Source: "abcdef0123", File: "meta.csv", Row: len(s.Held) + 2, Column: 1, Text: "7"}
	s.Held = append(s.Held, f)
}

// A split that has figures only together with another one is grey and says so,
// as is a total that nobody published; what is offered has an answer.
func TestSplitsThatHaveFiguresOnlyTogether(t *testing.T) {
	p := opened(t, policies())
	p.press(t, "by")
	got := labels(p.chooser.all)
	for _, want := range []string{"Service × Category", "In total (no total is published)", "Category (only together with service)", "Area (not split by it)", "Harmonised category (only together with service)"} {
		if !slices.Contains(got, want) {
			t.Errorf("the menu lacks %q: %q", want, got)
		}
	}
	p.pick(t, "filters", "service")
	p.chooser.choose(1)
	p.press(t, "by")
	if got := labels(p.chooser.all); !slices.Contains(got, "Category") || !slices.Contains(got, "In total (only together with category)") {
		t.Errorf("of one service the menu offers %q", got)
	}
	for _, c := range p.chooser.all {
		if c.Refused == "" {
			if c.Choose(); !p.has() {
				t.Errorf("%s has no answer", c.Label)
			}
		}
	}
}

// Years of which the question has no figures are not offered.
func TestSpansOfTheSplitThatIsAsked(t *testing.T) {
	p := opened(t, policies())
	p.pick(t, "measure", "removal requests received")
	p.ask(func(q *reports.Question) { q.By = nil })
	p.press(t, "span")
	if !slices.Contains(labels(p.chooser.all), "2020") {
		t.Error("the total's first year is not offered")
	}
	p.ask(func(q *reports.Question) { q.By = []reports.Dim{reports.Service} })
	p.press(t, "span")
	if got := labels(p.chooser.all); slices.Contains(got, "2020") || !slices.Contains(got, "2022") {
		t.Errorf("of services, which are told from 2022 on, it offers %q", got)
	}
}

// A source whose requests are told by country and requestor at once is offered
// as shares of the requestors, and as a map of the countries.
func TestSuggestionsSumUpWhatIsComplete(t *testing.T) {
	both := reports.DimsOf(reports.Area, reports.Trigger)
	list := suggestions([]reports.Block{{Publisher: "Google", Table: "requests", Measure: reports.RemovalRequestsReceived, Breakdown: both, Complete: both, Order: 1, Figures: 10, Span: reports.Period{End: 900}}})
	if len(list) != 3 || list[1].view != shares || !slices.Equal(list[1].question.By, []reports.Dim{reports.Trigger}) || list[2].view != world || !list[2].question.ByCountry {
		t.Errorf("the suggestions are %+v", list)
	}
}

// A source is not taken out while a load is under way: that would stop it.
func TestNothingIsRemovedDuringALoad(t *testing.T) {
	s := telegram()
	p := opened(t, s)
	s.meanwhile = func(file int) {
		if file == 0 {
			p.forget(s.sources[0])
			p.press(t, "restore")
		}
	}
	p.take([]string{"/x/chat.json", "/x/b-chat.json"})
	if len(s.sources) != 3 || len(p.loaded) != 2 {
		t.Errorf("%d sources are there, of %d files something is said", len(s.sources), len(p.loaded))
	}
}

// A found value is asked about in a question that has an answer.
func TestAFoundValueHasAnAnswer(t *testing.T) {
	s, daily := policies(), telegram()
	s.sources, s.Declared, s.Held = append(s.sources, daily.sources...), append(s.Declared, daily.Declared...), append(s.Held, daily.Held...)
	p := opened(t, s)
	for _, c := range []struct {
		find string
		dim  reports.Dim
		name string
	}{{"spam", reports.Category, "Meta"}, {"terrorism", reports.Category, "Telegram"}, {"instagram", reports.Service, "Meta"}} {
		p.pick(t, "search", c.find)
		if q := p.history.now().question; len(q.Where[c.dim]) != 1 || !p.has() || !slices.Equal(p.publishers(), []string{c.name}) {
			t.Errorf("%s asks %+v of %v", c.find, q, p.publishers())
		}
	}
}
