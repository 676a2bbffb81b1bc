package window

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/test"

	"vitrine/reports"
)

// labels lists what a menu offers, and what it refuses, as it is read.
func labels(list []choice) []string {
	var out []string
	for _, c := range list {
		text := c.Label
		if c.Refused != "" {
			text += " (" + c.Refused + ")"
		}
		out = append(out, text)
	}
	return out
}

// pick opens a menu by its action, types, and chooses what is found first.
func (p *page) pick(t *testing.T, action, text string) {
	t.Helper()
	p.press(t, action)
	test.Type(p.chooser.entry, text)
	if len(p.chooser.shown) == 0 {
		t.Fatalf("%s finds no %q", action, text)
	}
	p.chooser.entry.OnSubmitted(text)
}

func TestFilterCountsItsFigures(t *testing.T) {
	p := opened(t, telegram())
	p.ask(func(q *reports.Question) { q.Since, q.Until = reports.DayOf(2024, 1, 1), reports.DayOf(2025, 1, 1) })
	test.Tap(p.headline.filters.chips[reports.Category])
	for _, c := range p.chooser.all[1:] {
		if c.Note != "366 figures" || c.Toggle == nil {
			t.Errorf("%s says %q, want 366 figures of 2024, one of several", c.Label, c.Note)
		}
	}
}

func TestSplitThatOnlySharesHaveIsOfferedAsDerived(t *testing.T) {
	p := opened(t, shared())
	p.ask(func(q *reports.Question) { q.Measure = []string{"videos removed"} })
	p.pick(t, "by", "Category")
	if q := p.history.now().question; !q.Derived || !slices.Equal(q.By, []reports.Dim{reports.Category}) || len(p.result.answer.Series) != 2 {
		t.Errorf("it asks %+v, and %d parts answer", q, len(p.result.answer.Series))
	}
}

// shared is a shelf of one number, and of two shares of it.
func shared() *shelf {
	s := &shelf{}
	s.sources = []reports.Source{{ID: "abcdef0123", Name: "removals.csv", Publisher: "TikTok", Format: "TikTok", Figures: 3, Current: 3}}
	half := reports.EveryHalf.Around(reports.DayOf(2024, 1, 1))
	for _, f := range []reports.Figure{
		{Measure: "videos removed", Value: 5000},
		{Measure: "share of videos removed", Value: 60, Low: 59.5, High: 60.5, HasRange: true, Split: reports.Split{Category: "Spam"}, Breakdown: reports.ByCategory},
		{Measure: "share of videos removed", Value: 40, Split: reports.Split{Category: "Fraud"}, Breakdown: reports.ByCategory},
	} {
		f.Publisher, f.Table, f.Period, f.Origin.Source = "TikTok", "removals", half, "abcdef0123"
		s.Held = append(s.Held, f)
	}
	s.Declared = []reports.Block{
		{Publisher: "TikTok", Table: "removals", Measure: "videos removed", Order: 1},
		{Publisher: "TikTok", Table: "removals", Measure: "share of videos removed", Breakdown: reports.ByCategory, Order: 1},
	}
	return s
}

func TestSharesHaveNoTotalOfAnotherMeasure(t *testing.T) {
	p := opened(t, shared())
	p.change(func(st *state) { st.question = reports.Question{By: []reports.Dim{reports.Category}} })
	if p.result.total != nil || p.table.count() != 2 {
		t.Errorf("%d rows, a total of %v beside shares; want the two shares", p.table.count(), p.result.total)
	}
}

func TestAnotherMeasureIsAskedAsItIsPublished(t *testing.T) {
	s, halves := telegram(), countries()
	s.sources, s.Declared, s.Held = append(s.sources, halves.sources...), append(s.Declared, halves.Declared...), append(s.Held, halves.Held...)
	p := opened(t, s)
	p.ask(func(q *reports.Question) { q.Every, q.Since = reports.EveryMonth, reports.DayOf(2024, 11, 1) })
	p.pick(t, "measure", "Removal requests received")
	if q := p.history.now().question; q.Every != reports.AsPublished || q.Since != 0 || !p.has() {
		t.Errorf("it asks %+v, which has an answer: %v", q, p.has())
	}
	p.press(t, "undo")
	if q := p.history.now().question; q.Every != reports.EveryMonth {
		t.Errorf("one step back it asks %+v", q)
	}
}

func TestOneMenuIsOpenAtATime(t *testing.T) {
	p := opened(t, telegram())
	p.press(t, "by")
	p.press(t, "measure")
	if n := len(p.window.Canvas().Overlays().List()); n != 1 {
		t.Errorf("%d menus stand open, want the second alone", n)
	}
	key(p.chooser.entry, fyne.KeyEscape)
	if p.window.Canvas().Overlays().Top() != nil {
		t.Error("a menu stands open after Esc")
	}
}

// What a dialog asks after it has closed keeps the keys, too.
func TestAQuestionInTheWayKeepsTheKeys(t *testing.T) {
	p := opened(t, telegram())
	dialog.ShowConfirm("Overwrite?", "numbers.csv", func(bool) {}, p.window)
	for _, name := range []string{"about", "measure", "spreadsheet", "by"} {
		p.press(t, name)
	}
	if n := len(p.window.Canvas().Overlays().List()); n != 1 {
		t.Errorf("%d things stand above the window, want the question alone", n)
	}
}

func TestFilterOutsideItsSpanIsGrey(t *testing.T) {
	s := telegram()
	s.add(reports.DayOf(2023, 12, 14), reports.ByCategory, "copyright", 5)
	p := opened(t, s)
	p.ask(func(q *reports.Question) { q.Since = reports.DayOf(2024, 1, 1) })
	test.Tap(p.headline.filters.chips[reports.Category])
	if got := labels(p.chooser.all); !slices.Contains(got, "Copyright (none in this span)") {
		t.Errorf("the filter offers %v", got)
	}
}

func TestFiltersOfWhatTheTablesState(t *testing.T) {
	p := opened(t, telegram())
	p.press(t, "filters")
	got := labels(p.chooser.all)
	if got[0] != "Category" || !slices.Contains(got, "Ground (not stated by these tables)") {
		t.Errorf("the filters are %v", got)
	}
	test.Type(p.chooser.entry, "category")
	p.chooser.entry.OnSubmitted("category")
	if p.window.Canvas().Overlays().Top() == nil || !slices.Contains(labels(p.chooser.all), "Terrorism") {
		t.Error("choosing a filter does not open its values")
	}
}

func TestSearchFindsAPart(t *testing.T) {
	p := opened(t, telegram())
	p.pick(t, "search", "terrorism")
	if got := p.history.now().question.Where[reports.Category]; !slices.Equal(got, []string{"terrorism"}) {
		t.Errorf("the filter is %v, want terrorism", got)
	}
	p.pick(t, "search", "problems")
	if p.history.now().side.kind != findingsSide {
		t.Error("searching problems does not show them")
	}
}

func TestSearchFindsTheSource(t *testing.T) {
	p := opened(t, telegram())
	p.ask(func(q *reports.Question) { q.By = nil })
	p.pick(t, "search", "safety.html overview")
	if got := p.history.now().question.By; len(got) != 1 {
		t.Errorf("a found source leads to by %v, want its first question", got)
	}
}

func TestFocusReturnsWhereItWas(t *testing.T) {
	p := opened(t, telegram())
	w := p.headline.words["every"]
	test.Tap(w)
	key(p.chooser.entry, fyne.KeyEscape)
	if p.window.Canvas().Focused() != fyne.Focusable(w) {
		t.Error("after Esc the focus is not on the word")
	}
	p.window.Canvas().Focus(p.table)
	p.press(t, "search")
	key(p.chooser.entry, fyne.KeyEscape)
	if p.window.Canvas().Focused() != fyne.Focusable(p.table) {
		t.Error("after Esc the focus is not on the table")
	}
}

func TestHistoryNamesItsSteps(t *testing.T) {
	p := opened(t, telegram())
	p.ask(func(q *reports.Question) { q.Every = reports.EveryYear })
	p.press(t, "bars")
	p.press(t, "partial")
	p.press(t, "history")
	want := []string{"With incomplete periods", "Bars", "Each year"}
	if got := labels(p.chooser.all); !slices.Equal(got[:3], want) || !strings.HasPrefix(got[3], "Groups and channels blocked at Telegram") {
		t.Errorf("the steps are %q, want %q", got, want)
	}
	p.chooser.choose(2)
	if s := p.history.now(); s.view != lines || s.question.Every != reports.EveryYear || !p.history.canRedo() {
		t.Errorf("the third step leads to %v each %v", s.view, s.question.Every)
	}
}

func TestBookmarkComesBack(t *testing.T) {
	p := opened(t, telegram())
	p.ask(func(q *reports.Question) {
		q.Every, q.Where[reports.Category], q.Since = reports.EveryYear, []string{"terrorism"}, reports.DayOf(2024, 1, 1)
	})
	p.press(t, "bars")
	kept := p.history.now()
	p.press(t, "bookmark")
	if p.bar.star.Text != "★" {
		t.Error("the star does not show the bookmark")
	}
	p.press(t, "first")
	p.press(t, "bookmarks")
	p.chooser.choose(0)
	if now := p.history.now(); now.keep() != kept.keep() || len(p.result.answer.Series) != 1 {
		t.Errorf("the bookmark leads to %s, want %s", now.keep(), kept.keep())
	}
	p.press(t, "bookmark")
	if len(p.bookmarks()) != 0 {
		t.Error("a second press does not take the bookmark away")
	}
}

func TestLastQuestionComesBack(t *testing.T) {
	p := opened(t, telegram())
	p.ask(func(q *reports.Question) { q.Every = reports.EveryQuarter })
	p.press(t, "bars")
	p.quit()
	again := newPage(p.app, Options{Language: "en"}, inline)
	again.use(telegram())
	if s := again.history.now(); s.question.Every != reports.EveryQuarter || s.view != bars || again.history.canUndo() {
		t.Errorf("the next start shows %v each %v", s.view, s.question.Every)
	}
	other := newPage(p.app, Options{Language: "en"}, inline)
	s := telegram()
	for i := range s.Declared {
		s.Declared[i].Publisher = "X"
	}
	for i := range s.Held {
		s.Held[i].Publisher = "X"
	}
	other.use(s)
	if got := other.publishers(); !slices.Equal(got, []string{"X"}) {
		t.Errorf("a library without the last question shows %v", got)
	}
}

func TestWhatIsNoStateIsNotRecalled(t *testing.T) {
	for _, text := range []string{"", "{", `{"Every":"fortnight"}`} {
		if _, ok := recall(text); ok {
			t.Errorf("%q was recalled", text)
		}
	}
}

func TestSuggestionsAtFirstSight(t *testing.T) {
	p := opened(t, telegram())
	if !p.suggestions.object.Visible() || len(p.suggestions.links) != 2 {
		t.Fatalf("%d suggestions, want the first question and whole years", len(p.suggestions.links))
	}
	test.Tap(p.suggestions.links[1])
	if s := p.history.now(); s.view != bars || s.question.Every != reports.EveryYear || len(s.question.By) != 0 {
		t.Errorf("the second leads to %v each %v", s.view, s.question.Every)
	}
	if !p.suggestions.object.Visible() || !p.suggestions.links[1].Chosen {
		t.Error("the suggestions do not stay, or do not show which is chosen")
	}
	p.press(t, "partial")
	if p.suggestions.object.Visible() {
		t.Error("the suggestions stay when the user goes another way")
	}
}

// A source by country is offered as a map per million people.
func TestSuggestionsGiveWayToAPanel(t *testing.T) {
	p := opened(t, telegram())
	p.press(t, "welcome")
	if p.suggestions.object.Visible() {
		t.Error("the suggestions take the picture's room beside a panel")
	}
	p.closeSide()
	if !p.suggestions.object.Visible() {
		t.Error("the suggestions do not come back")
	}
	p.window.Resize(fyne.NewSize(2560, 1440))
	p.press(t, "welcome")
	if !p.suggestions.object.Visible() {
		t.Error("there is room for suggestions and a panel")
	}
}

func TestSuggestionsShowCountriesOnAMap(t *testing.T) {
	p := opened(t, countries())
	list := suggestions(p.held.blocks)
	i := slices.IndexFunc(list, func(s state) bool { return s.view == world })
	if i < 0 || !list[i].question.ByCountry {
		t.Fatalf("the suggestions are %+v", list)
	}
	p.suggest(list[i])
	if p.shownView() != world || p.result.worked != reports.PerMillion {
		t.Errorf("it shows %v of %q", p.shownView(), p.result.worked)
	}
}

// Where the first question has no policies, another measure by policy is
// offered as small multiples.
func TestSuggestionsShowPoliciesAsSmallMultiples(t *testing.T) {
	block := func(m reports.Measure, by reports.Dims, order int) reports.Block {
		return reports.Block{Publisher: "TikTok", Table: "videos", Measure: m, Breakdown: by, Order: order, Figures: 10, Span: reports.Period{End: 900}}
	}
	list := suggestions([]reports.Block{block("videos removed", 0, 1), block("share of videos removed", reports.ByCategory, 2)})
	if len(list) < 2 || list[1].view != facets || !slices.Equal(list[1].question.By, []reports.Dim{reports.Category}) {
		t.Errorf("the suggestions are %+v", list)
	}
}

func TestLegendSwitchesAndIsolates(t *testing.T) {
	p := opened(t, telegram())
	if len(p.legend.links) != 2 || p.legend.links[0].Text != "Child abuse" {
		t.Fatalf("the legend has %d switches", len(p.legend.links))
	}
	test.Tap(p.legend.links[0])
	if got := p.picture.drawn.answer.Series; len(got) != 1 || got[0].Key.Category != "terrorism" {
		t.Errorf("the picture has %d lines, want terrorism alone", len(got))
	}
	if p.table.count() != 3 {
		t.Error("the table lost a row")
	}
	p.press(t, "undo")
	if len(p.picture.drawn.answer.Series) != 2 {
		t.Error("undo does not bring the line back")
	}
	key(p.legend.links[1], fyne.KeyDown)
	if got := p.picture.drawn.answer.Series; len(got) != 1 || got[0].Key.Category != "terrorism" {
		t.Error("the arrow down does not show a line alone")
	}
	key(p.legend.links[1], fyne.KeyDown)
	if len(p.picture.drawn.answer.Series) != 2 {
		t.Error("a second press does not show all lines again")
	}
}

func TestBrushWheelAndDoubleClick(t *testing.T) {
	p := opened(t, telegram())
	now := time.Unix(0, 0)
	p.picture.clock = func() time.Time { return now }
	point := func(i int) float32 { return float32(p.picture.chart.Points[2*i].X) }
	from, to := point(2)-5, point(4)+5
	p.picture.MouseDown(at(from, 200))
	p.picture.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(to, 210)}})
	p.picture.MouseUp(at(to, 200))
	p.picture.DragEnd()
	if got := p.history.now().question; got.Since != reports.DayOf(2024, 3, 1) || got.Until != reports.DayOf(2024, 6, 1) {
		t.Errorf("the brush asks %s to %s, want March to May 2024", got.Since, got.Until)
	}
	if p.history.now().pin.set() {
		t.Error("a brush pinned a number")
	}
	steps := len(p.history.states)
	scroll := func(dy float32) {
		p.picture.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(300, 200)}, Scrolled: fyne.Delta{DY: dy}})
	}
	scroll(-10)
	scroll(-10)
	if n := len(p.history.states); n != steps+1 || len(p.result.answer.Periods) <= 3 {
		t.Errorf("two notches made %d steps and show %d months", n-steps, len(p.result.answer.Periods))
	}
	now = now.Add(time.Second)
	p.picture.MouseDown(at(300, 200))
	now = now.Add(100 * time.Millisecond)
	p.picture.MouseDown(at(300, 200))
	if got := p.history.now().question; got.Since != 0 || got.Until != 0 {
		t.Error("a double click does not show all of the time")
	}
	p.press(t, "undo")
	if p.history.now().question.Since == 0 {
		t.Error("undo does not bring the span back")
	}
}

func TestWheelKeepsWholePeriods(t *testing.T) {
	var months []reports.Period
	for m := range 12 {
		months = append(months, reports.EveryMonth.Around(reports.DayOf(2024, time.Month(1+m), 1)))
	}
	held := reports.Period{Start: reports.DayOf(2024, 1, 1), End: reports.DayOf(2025, 1, 1)}
	for _, c := range []struct {
		name    string
		periods []reports.Period
		about   reports.Day
		in, pan float64
		want    string
	}{
		{"in at the end", months, held.End, 1, 0, "2024-04-01 2025-01-01"},
		{"in at the start", months, held.Start, 1, 0, "2024-01-01 2024-10-01"},
		{"in no further", months[:3], months[0].Start, 1, 0, "2024-01-01 2024-04-01"},
		{"out is all", months[1:], held.End, -1, 0, "1970-01-01 1970-01-01"},
	} {
		got := wheeled(c.periods, held, c.about, c.in, c.pan)
		if text := got.Start.String() + " " + got.End.String(); text != c.want {
			t.Errorf("%s: %s, want %s", c.name, text, c.want)
		}
	}
}

// The hint of what was pointed at goes with the answer that it was about.
func TestHintGoesWithItsAnswer(t *testing.T) {
	p := opened(t, telegram())
	p.legend.links[0].MouseIn(nil)
	if p.status.text.Text == "" {
		t.Fatal("a line of the legend says nothing")
	}
	p.ask(func(q *reports.Question) { q.By = nil })
	if got := p.status.text.Text; got != "" {
		t.Errorf("after another question the line at the bottom says %q", got)
	}
}

// A question about what there are no figures of any longer says so in the
// window's language.
func TestWhatIsNotThereAnyLongerIsSaidInFrench(t *testing.T) {
	p := opened(t, telegram())
	p.press(t, "fr")
	p.ask(func(q *reports.Question) { q.Where[reports.Category] = []string{"spam"} })
	text := p.why(p.result.err)
	if want := "Catégorie\u202f: rien ne s’appelle plus «\u202fspam\u202f»\u202f; il y a "; !strings.HasPrefix(text, want) || strings.Contains(text, "child abuse") {
		t.Errorf("it says %q", text)
	}
}

// The two figures behind a derived number say which is the share.
func TestPartsOfADerivedNumberNameTheirMeasures(t *testing.T) {
	p := opened(t, shared())
	p.ask(func(q *reports.Question) { q.Measure = []string{"videos removed"} })
	p.pick(t, "by", "Category")
	s := p.result.answer.Series[0]
	list := p.newPartsList()
	list.show(p, p.parts(t.Context(), s, s.Numbers[0]))
	said := map[string]string{}
	for _, f := range list.all {
		row := newPartRow()
		list.fill(p, row, f)
		first := row.Objects[0].(*fyne.Container).Objects[0].(*fyne.Container)
		said[first.Objects[0].(*fitted).Text] = first.Objects[1].(*canvas.Text).Text
	}
	if len(said) != 2 || said["Videos removed · H1 2024"] != "5,000" || said["Share of videos removed · H1 2024"] != "60%" {
		t.Errorf("its parts are %v", said)
	}
	p.pin(pin{s, s.Numbers[0].Period})
	if said := strings.Join(texts(p.drawer.body), "\n"); !strings.Contains(said, "Between 2,975 and 3,025, since the share was rounded.") {
		t.Errorf("the panel does not say between what it lies: %s", said)
	}
}
