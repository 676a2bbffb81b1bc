package window

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vitrine/reports"
)

// What comes in while a menu is open, or after the user asked or selected
// something else meanwhile, is offered below the headline: neither the question
// nor the menu is taken away.
func TestLoadLeavesTheQuestionToWhoeverAsks(t *testing.T) {
	for name, meanwhile := range map[string]func(p *page){
		"a menu":     func(p *page) { p.press(t, "measure") },
		"a search":   func(p *page) { p.press(t, "search") },
		"a question": func(p *page) { p.ask(func(q *reports.Question) { q.Every = reports.EveryYear }) },
		"undo":       func(p *page) { p.press(t, "undo") },
		"a number":   func(p *page) { p.pinNewest() },
	} {
		s := telegram()
		p := opened(t, s)
		p.ask(func(q *reports.Question) { q.By = nil })
		s.meanwhile = func(int) { s.meanwhile = nil; meanwhile(p) }
		var before string
		s.after = func() { before = p.history.now().keep() }
		p.take([]string{"/x/chat.json", "/x/b-chat.json"})
		if got := p.history.now().keep(); got != before {
			t.Errorf("%s: the load moves the question to %s", name, got)
		}
		if menu := strings.HasPrefix(name, "a menu") || name == "a search"; menu && !p.menuOpen() {
			t.Errorf("%s: the load closes it", name)
		}
		row := p.suggestions
		if !row.object.Visible() || !strings.Contains(row.title, "Telegram") {
			t.Fatalf("%s: what came in is not offered: %q", name, row.title)
		}
		p.press(t, "partial")
		if !row.object.Visible() {
			t.Errorf("%s: another step takes the offer away", name)
		}
		test.Tap(row.links[0])
		if got := p.history.now().question.By; len(got) != 1 || len(p.came) > 0 {
			t.Errorf("%s: the offer leads to by %v, and stays: %v", name, got, len(p.came) > 0)
		}
	}
}

// A load that the user waits for moves the question, also after one that did
// not, and an offer can be hidden.
func TestLoadMovesTheQuestionOfWhoeverWaits(t *testing.T) {
	s := telegram()
	p := opened(t, s)
	p.ask(func(q *reports.Question) { q.By = nil })
	s.meanwhile = func(int) { s.meanwhile = nil; p.press(t, "partial") }
	p.take([]string{"/x/chat.json"})
	list := buttons(p.suggestions.object)
	test.Tap(list[len(list)-1])
	if p.suggestions.object.Visible() {
		t.Error("the offer is not hidden")
	}
	p.take([]string{"/x/b-chat.json"})
	if got := p.history.now().question.By; len(got) != 1 {
		t.Errorf("a load that is waited for asks by %v", got)
	}
}

// Files that the program is started with move the question from what it opens
// with, also where the list of what comes in opens by itself.
func TestFilesOfTheStartMoveTheQuestion(t *testing.T) {
	p := newPage(test.NewTempApp(t), Options{Language: "en"}, inline)
	p.take([]string{"/x/chat.json", "/x/b-chat.json"})
	p.use(telegram())
	if len(p.came) > 0 {
		t.Error("what came in is offered, where it should be asked about")
	}
}

// Esc ends what is nearest, and the load where nothing else is open.
func TestEscCancelsALoad(t *testing.T) {
	s := telegram()
	p := opened(t, s)
	s.meanwhile = func(file int) {
		switch file {
		case 0:
			p.press(t, "incoming")
			key(p.headline.words["measure"], fyne.KeyEscape)
			if p.history.now().side.kind != noSide {
				t.Error("Esc does not close the list of what comes in first")
			}
		case 1:
			key(p.headline.words["measure"], fyne.KeyEscape)
		}
	}
	p.take([]string{"/x/chat.json", "/x/a-chat.json", "/x/b-chat.json"})
	p.press(t, "incoming")
	if got := p.incomingStates(); got[0] != "chat.json: 2 figures" || got[1] != "a-chat.json: cancelled" || got[2] != "b-chat.json: cancelled" {
		t.Errorf("came in %q", got)
	}
}

// The last question is written down when it is asked: the program may be killed.
func TestLastQuestionIsKeptAtOnce(t *testing.T) {
	p := opened(t, telegram())
	p.ask(func(q *reports.Question) { q.Every = reports.EveryQuarter })
	p.press(t, "bars")
	again := newPage(p.app, Options{Language: "en"}, inline)
	again.use(telegram())
	if s := again.history.now(); s.question.Every != reports.EveryQuarter || s.view != bars {
		t.Errorf("the start after it shows %v each %v", s.view, s.question.Every)
	}
	p.press(t, "undo")
	again = newPage(p.app, Options{Language: "en"}, inline)
	again.use(telegram())
	if s := again.history.now(); s.question.Every != reports.EveryQuarter || s.view != lines {
		t.Errorf("after a step back it shows %v each %v", s.view, s.question.Every)
	}
}

// A menu that stands open when a load ends offers what came in, by what was
// typed meanwhile.
func TestMenuKnowsWhatCameIn(t *testing.T) {
	s, more := telegram(), countries()
	p := opened(t, s)
	s.meanwhile = func(int) {
		s.meanwhile = nil
		p.press(t, "publisher")
		test.Type(p.chooser.entry, "google")
		s.Declared, s.Held = append(s.Declared, more.Declared...), append(s.Held, more.Held...)
	}
	p.take([]string{"/x/chat.json"})
	if got := labels(p.chooser.shown); len(got) != 1 || got[0] != "Google" || p.chooser.entry.Text != "google" {
		t.Errorf("after “google” the menu offers %v, and its field holds %q", got, p.chooser.entry.Text)
	}
}

// So do the menus whose choices take a moment to find, and the search of
// everything.
func TestMenusThatLookKnowWhatCameIn(t *testing.T) {
	for name, want := range map[string]string{"search": "Google", "category": "Spam", "filters": "Trigger"} {
		s, more := telegram(), countries()
		p := opened(t, s)
		s.meanwhile = func(int) {
			s.meanwhile = nil
			p.press(t, name)
			s.Declared, s.Held = append(s.Declared, more.Declared...), append(s.Held, more.Held...)
			s.add(reports.DayOf(2024, 6, 1), reports.ByCategory, "spam", 5)
			both := s.Declared[1]
			both.Breakdown |= reports.ByTrigger
			s.add(reports.DayOf(2024, 6, 1), both.Breakdown, "spam", 5)
			s.Held[len(s.Held)-1].Trigger = "own initiative"
			s.Declared = append(s.Declared, both)
		}
		p.take([]string{"/x/chat.json"})
		offered := slices.ContainsFunc(p.chooser.all, func(c choice) bool { return c.Label == want && c.Refused == "" })
		if !p.menuOpen() || !offered {
			t.Errorf("%s does not offer %s: %v", name, want, labels(p.chooser.all))
		}
	}
}
