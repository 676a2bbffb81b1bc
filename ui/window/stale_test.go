package window

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"vitrine/reports"
)

// What is grey says why when it is chosen, and the menu stays.
func TestGreyChoiceSaysWhy(t *testing.T) {
	p := opened(t, telegram())
	p.window.Canvas().Focus(p.headline.words["by"]) // which has a hint
	p.press(t, "by")
	test.Type(p.chooser.entry, "trigger")
	p.chooser.entry.OnSubmitted("trigger")
	if !p.chooser.pop.Visible() || !strings.Contains(p.status.text.Text, p.say("refused.notsplit")) {
		t.Errorf("the status line says %q, the menu is open: %v", p.status.text.Text, p.chooser.pop.Visible())
	}
	if len(p.history.states) != 1 {
		t.Error("a grey choice made a step")
	}
}

// A load that moves the question closes a menu about the one that was, and
// leaves a search alone.
func TestLoadClosesStaleMenus(t *testing.T) {
	p := opened(t, telegram())
	p.press(t, "measure")
	p.moveToBlocks(p.held.blocks)
	if p.chooser.pop.Visible() {
		t.Error("a menu of measures stays open after a load")
	}
	p.press(t, "search")
	p.moveToBlocks(p.held.blocks)
	if !p.chooser.pop.Visible() {
		t.Error("a load closes the search")
	}
}

// While a question waits for its answer, the headline is that of the picture.
func TestHeadlineWaitsForItsAnswer(t *testing.T) {
	p := opened(t, telegram())
	before := slices.Clone(p.headline.phrases)
	s := &stage{}
	p.asking = s.worker()
	p.ask(func(q *reports.Question) { q.By, q.Every = nil, reports.EveryYear })
	p.paint()
	if !slices.Equal(p.headline.phrases, before) {
		t.Errorf("it says %v above the older picture", p.headline.phrases)
	}
	s.queue[len(s.queue)-1]()
	if slices.Equal(p.headline.phrases, before) {
		t.Error("it does not change with the answer")
	}
}

// When colours or the language change, the picture stays until the new one is
// drawn.
func TestPictureStaysWhileColoursChange(t *testing.T) {
	p := opened(t, telegram())
	s := &stage{}
	p.drawing = s.worker()
	p.press(t, "contrast")
	if p.picture.chart == nil || p.picture.drawn.tone.Contrast {
		t.Fatal("the picture is empty until it is drawn anew")
	}
	s.queue[len(s.queue)-1]()
	if !p.picture.drawn.tone.Contrast {
		t.Error("it is not drawn anew in the new colours")
	}
	if !p.chartOptions().Contrast {
		t.Error("a saved picture does not have the stronger colours")
	}
}

// A saved picture has the lines that the picture on screen has, and says that
// others are hidden.
func TestSavedPictureLeavesOutHiddenLines(t *testing.T) {
	p := opened(t, telegram())
	if a := p.pictureSaved(); len(a.Series) != 2 || slices.ContainsFunc(a.Notes, func(n reports.Note) bool { return n.Key == "note.hidden" }) {
		t.Fatalf("with all lines it has %d and %v", len(a.Series), a.Notes)
	}
	test.Tap(p.legend.links[0])
	a := p.pictureSaved()
	if len(a.Series) != 1 || a.Series[0].Key.Category != "terrorism" {
		t.Errorf("%d lines are saved, want terrorism alone", len(a.Series))
	}
	if text := p.words.Footer(a, nil); !strings.Contains(text, "1 of 2 lines are shown.") {
		t.Errorf("its footer is %q", text)
	}
	if len(p.result.answer.Notes) == len(a.Notes) {
		t.Error("the answer itself took the note")
	}
}

// The menu of a line in the legend shows it alone, hides it, shows all.
func TestLegendMenuOfALine(t *testing.T) {
	p := opened(t, telegram())
	p.legend.links[1].TappedSecondary(&fyne.PointEvent{})
	p.chooser.choose(0)
	if got := p.picture.drawn.answer.Series; len(got) != 1 || got[0].Key.Category != "terrorism" {
		t.Fatalf("only this shows %d lines", len(got))
	}
	key(p.legend.links[1], desktop.KeyMenu)
	if got := labels(p.chooser.all); !slices.Equal(got, []string{"Only this", "All lines", "Hide this line (One line stays)"}) {
		t.Errorf("the menu offers %v", got)
	}
	p.chooser.choose(1)
	if len(p.picture.drawn.answer.Series) != 2 {
		t.Error("all lines does not show all")
	}
}

// Where days do not add up to months, or the parts have no days, what came in
// is shown as it was published.
func TestArrivalFallsBackToWhatIsPublished(t *testing.T) {
	p := opened(t, telegram())
	p.arrival = true
	s := p.history.now()
	s.question.Every, s.question.Since, s.question.Until = reports.EveryYear, reports.DayOf(2024, 3, 1), reports.DayOf(2024, 4, 1)
	p.history.set(s)
	p.update()
	if got := p.history.now().question.Every; got != reports.AsPublished || !known(*p.result.answer) {
		t.Errorf("an arrival without figures each year is asked %v", got)
	}
}

// While a comparison is made, the headline is that of the picture.
func TestHeadlineWaitsForItsComparison(t *testing.T) {
	p := opened(t, telegram())
	before := slices.Clone(p.headline.phrases)
	s := &stage{}
	p.pairing = s.worker()
	p.pick(t, "with", "the period before")
	if !slices.Equal(p.headline.phrases, before) {
		t.Errorf("it says %v above the lines", p.headline.text())
	}
	s.queue[len(s.queue)-1]()
	if !strings.Contains(p.headline.text(), "compared with") {
		t.Errorf("once it is there it says %q", p.headline.text())
	}
}
