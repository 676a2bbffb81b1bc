package window

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"github.com/xuri/excelize/v2"

	"vitrine/reports"
)

// halves is a shelf of three half-years of two areas, and of another publisher
// of the same measure.
func halves() *shelf {
	s := &shelf{}
	s.sources = []reports.Source{
		{ID: "feed0001", Name: "old.csv", Publisher: "Google", Published: reports.DayOf(2023, 3, 1), Figures: 4},
		{ID: "feed0002", Name: "new.csv", Publisher: "Google", Published: reports.DayOf(2024, 9, 1), Figures: 4},
	}
	areas := []string{"FR", "DE"}
	for p, publisher := range []string{"Google", "Meta"} {
		s.Declared = append(s.Declared, reports.Block{Publisher: publisher, Table: "requests", Measure: reports.RemovalRequestsReceived,
			Breakdown: reports.ByArea, Complete: reports.ByArea, Absent: reports.AbsentNone,
			Span: reports.Period{Start: reports.DayOf(2022, 1, 1), End: reports.DayOf(2023, 7, 1)}})
		for i, period := range reports.EveryHalf.Within(reports.Period{Start: reports.DayOf(2022, 1, 1), End: reports.DayOf(2023, 7, 1)}, false) {
			for j, area := range areas {
				s.Held = append(s.Held, reports.Figure{Publisher: publisher, Table: "requests", Measure: reports.RemovalRequestsReceived, Period: period,
					Breakdown: reports.ByArea, Split: reports.Split{Area: area}, Value: float64(100*(i+1)*(j+1) + 1000*p),
					Origin: reports.Origin{Source: "feed0002", File: "new.csv", Row: 2 + i, Column: 3 + j, Text: "text"}})
			}
		}
	}
	return s
}

// comparedHalves opens a window that compares the two newest half-years.
func comparedHalves(t *testing.T) *page {
	t.Helper()
	p := opened(t, halves())
	p.ask(func(q *reports.Question) {
		*q = reports.Question{Publisher: []string{"Google"}, Measure: []string{string(reports.RemovalRequestsReceived)}, By: []reports.Dim{reports.Area}}
	})
	p.pick(t, "with", "period before")
	return p
}

func TestCompareWithThePeriodBefore(t *testing.T) {
	p := comparedHalves(t)
	if got, want := p.headline.text(), "Removal requests received at Google by area, H1 2023 compared with H2 2022, all areas"; got != want {
		t.Errorf("the headline reads %q, want %q", got, want)
	}
	if p.bar.object.Visible() || !p.sided.object.Visible() || !p.sided.tabs[slopes].Chosen {
		t.Error("the views of the comparison are not offered")
	}
	if p.picture.drawn.compared == nil || len(p.picture.chart.Points) != 4 {
		t.Fatal("the picture does not show the comparison")
	}
	want := []string{"H2 2022", "H1 2023", "Difference", "Percent", "Share H2 2022", "Share H1 2023", "Contribution"}
	if !slices.Equal(p.table.heads, want) {
		t.Errorf("the table has columns %q", p.table.heads)
	}
	if r := p.table.row(1); r.label != "Germany" || !slices.Equal(r.texts, []string{"400", "600", "+200", "+50%", "66.7%", "66.7%", "+33.3"}) {
		t.Errorf("the first item is %s %q", r.label, r.texts)
	}
	p.press(t, "copytable")
	if got := p.app.Clipboard().Content(); !strings.Contains(got, "\nGermany\t400\t600\t200\t50\t") {
		t.Errorf("copied: %q", got)
	}
}

func TestComparisonIsAStep(t *testing.T) {
	p := comparedHalves(t)
	p.press(t, "diverging")
	p.press(t, "perday")
	if !p.comparison().Pair.PerDay || !p.sided.perDay.Chosen {
		t.Error("the comparison is not per day")
	}
	p.press(t, "history")
	if got := labels(p.chooser.all); !slices.Equal(got[:2], []string{"Per day", "Differences"}) || got[2] != "H1 2023, compared with H2 2022" {
		t.Errorf("the steps are %q", got[:3])
	}
	key(p.chooser.entry, fyne.KeyEscape)
	p.press(t, "undo")
	p.press(t, "undo")
	p.press(t, "undo")
	if p.history.now().compare.on || p.sided.object.Visible() || p.picture.drawn.compared != nil {
		t.Error("undo does not lead back to the lines")
	}
	p.press(t, "redo")
	if p.comparison() == nil || p.picture.drawn.compared == nil {
		t.Error("redo does not compare again")
	}
	p.escape()
	if p.history.now().compare.on || len(p.table.heads) != 0 {
		t.Error("Esc does not end the comparison")
	}
}

func TestComparedNumbersLeadToTheirCells(t *testing.T) {
	p := comparedHalves(t)
	p.picture.MouseMoved(at(float32(p.picture.chart.Points[0].X), float32(p.picture.chart.Points[0].Y)))
	if !strings.Contains(p.status.text.Text, "H2 2022 · ") {
		t.Errorf("the status line says %q", p.status.text.Text)
	}
	for _, view := range []string{"slope", "dumbbell"} {
		p.press(t, view)
		p.picture.leave()
		key(p.picture, fyne.KeyEnd)
		last := p.picture.at
		key(p.picture, fyne.KeyLeft)
		if p.picture.at.Series != last.Series || p.picture.at.Number != 0 {
			t.Errorf("%s: the arrow left leads to %+v from %+v", view, p.picture.at, last)
		}
		key(p.picture, fyne.KeyReturn)
		s, n, ok := p.history.now().pin.in(p.rows())
		if !ok || n.Period.String() != "2022-H2" || p.history.now().side.kind != numberSide {
			t.Fatalf("%s: Enter pinned %v of %v, %t", view, n.Period, s.Key, ok)
		}
		if found := p.parts(t.Context(), s, n); found.err != nil || len(found.figures) != 1 || found.figures[0].Value != n.Value {
			t.Errorf("%s: the number was made of %+v", view, found)
		}
	}
	p.press(t, "pairs")
	p.table.goTo(spot{0, 1})
	key(p.table, fyne.KeyReturn)
	s, n, _ := p.history.now().pin.in(p.rows())
	if found := p.parts(t.Context(), s, n); n.Value != 900 || len(found.figures) != 2 {
		t.Errorf("the total is %v of %+v", n.Value, found)
	}
	p.table.goTo(spot{1, 2})
	key(p.table, fyne.KeyReturn)
	if !p.history.now().pin.is(pin{series: s, period: n.Period}) {
		t.Error("a difference was pinned as a number")
	}
}

func TestComparisonRefusedInPlace(t *testing.T) {
	p := comparedHalves(t)
	p.press(t, "with")
	form := p.newPairForm(func() { p.chooser.close() })
	form.first.SetText("soon")
	form.first.OnSubmitted("soon")
	if form.said.Text == "" || p.history.now().compare.pair.From.String() != "2022-H2" {
		t.Error("what is no period changed the comparison")
	}
	form.first.SetText("2022-Q3")
	form.second.SetText("2023-H1")
	form.second.OnSubmitted("2023-H1")
	if p.comparison() != nil || p.centre.shown != "message" || !strings.Contains(p.shownText(), "Q3 2022") {
		t.Errorf("%s: %q", p.centre.shown, p.shownText())
	}
	p.press(t, "undo")
	if p.comparison() == nil || p.centre.shown == "message" {
		t.Error("undo does not lead back to a comparison")
	}
}

// shownText is what stands in place of the picture.
func (p *page) shownText() string {
	var b strings.Builder
	for _, o := range test.LaidOutObjects(p.centre.object) {
		if text, ok := o.(*canvas.Text); ok {
			b.WriteString(text.Text + " ")
		}
	}
	return b.String()
}

func TestCompareWithAnotherPublisher(t *testing.T) {
	p := comparedHalves(t)
	p.pick(t, "with", "Meta")
	c := p.comparison()
	if c == nil || c.Sides[1].Publisher != "Meta" || c.Sides[1].Period.String() != "2023-H1" {
		t.Fatalf("compared with %+v, %v", c, p.compared.err)
	}
	if got := p.headline.text(); !strings.Contains(got, "beside Meta, H1 2023") {
		t.Errorf("the headline reads %q", got)
	}
	p.pick(t, "second", "H2 2022")
	if c := p.comparison(); c == nil || c.Sides[0].Period.String() != "2022-H2" || c.Sides[1].Period.String() != "2022-H2" {
		t.Error("another period is not asked of both")
	}
	p.picture.leave()
	key(p.picture, fyne.KeyEnd, fyne.KeyReturn)
	s, n, ok := p.history.now().pin.in(p.rows())
	if found := p.parts(t.Context(), s, n); !ok || s.Publisher != "Meta" || len(found.figures) != 1 || found.figures[0].Publisher != "Meta" {
		t.Errorf("pinned %v, made of %+v", s, found)
	}
}

func TestComparisonComesBack(t *testing.T) {
	p := comparedHalves(t)
	p.press(t, "dumbbell")
	kept := p.history.now()
	if s, ok := recall(kept.keep()); !ok || s.compare != kept.compare {
		t.Errorf("recalled %+v, want %+v", s.compare, kept.compare)
	}
	p.setLanguage("fr")
	if got := p.headline.text(); !strings.Contains(got, "S1 2023 comparé à S2 2022") {
		t.Errorf("the headline reads %q", got)
	}
	if p.sided.tabs[dumbbells].Text != "Haltères" || p.table.heads[2] != "Écart" && p.table.heads[2] != "Différence" {
		t.Errorf("in French: %q, %q", p.sided.tabs[dumbbells].Text, p.table.heads)
	}
	p.setAppearance(darkAppearance)
	if !p.picture.drawn.tone.Dark || p.picture.drawn.compared == nil {
		t.Error("the comparison is not drawn dark")
	}
}

func TestNothingToCompare(t *testing.T) {
	p := opened(t, &shelf{})
	p.press(t, "with")
	if p.chooser != nil || p.status.said == "" {
		t.Error("an empty library offers a comparison")
	}
}

func TestComparisonIsWrittenAsAWorkbook(t *testing.T) {
	p := comparedHalves(t)
	var out bytes.Buffer
	if err := p.comparedBook(*p.comparison())(t.Context(), &out); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if !slices.Contains(book.GetSheetList(), "Comparison") {
		t.Errorf("the workbook has sheets %v", book.GetSheetList())
	}
	if got := p.fileName(); !strings.Contains(got, "H2 2022 H1 2023") {
		t.Errorf("the file is named %q", got)
	}
}

func TestAsPublishedOn(t *testing.T) {
	p := comparedHalves(t)
	p.press(t, "asof")
	if got := labels(p.chooser.all); !slices.Equal(got, []string{"Today: the newest edition of each report", "1 September 2024", "1 March 2023"}) {
		t.Errorf("the days are %q", got)
	}
}

func TestAsPublishedOnAsksTheLibraryThen(t *testing.T) {
	l := starters(t)
	p := opened(t, l)
	sources, err := l.Sources(t.Context())
	if err != nil || len(sources) == 0 {
		t.Fatal(err)
	}
	p.press(t, "asof")
	p.chooser.choose(1)
	q := p.result.question
	if q.AsOf == 0 || p.result.err != nil || !strings.Contains(p.headline.text(), "as published on") {
		t.Errorf("asked as of %v: %v, %q", q.AsOf, p.result.err, p.headline.text())
	}
	if s, ok := recall(p.history.now().keep()); !ok || s.question.AsOf != q.AsOf {
		t.Error("the day is not kept")
	}
	p.press(t, "undo")
	if p.result.question.AsOf != 0 {
		t.Error("undo does not lead back to today")
	}
}

func TestMapsOfAComparisonAreOfCountries(t *testing.T) {
	p := openedOn(t, lines)
	p.compareWith(reports.Pair{})
	p.press(t, "maps")
	if p.sidedShown() != sidedMaps || p.picture.chart == nil || len(p.picture.chart.Panels) != 2 {
		t.Fatalf("it shows %s", p.sidedShown())
	}
	hoverAndPin(t, p)
	p.closeSide()
	p = opened(t, telegram())
	p.compareWith(reports.Pair{})
	p.press(t, "maps")
	if p.sidedShown() != slopes || p.status.text.Text != "No figures by country" {
		t.Errorf("maps of categories: %s, %q", p.sidedShown(), p.status.text.Text)
	}
}

// A cell of a comparison that was worked out of both sides says both, and how.
func TestWhatWasWorkedOutSaysHow(t *testing.T) {
	p := comparedHalves(t)
	p.press(t, "pairs")
	p.window.Canvas().Focus(p.table)
	c := p.comparison()
	for column, head := range p.table.heads {
		p.table.goTo(spot{0, column})
		said := p.status.text.Text
		for side := range 2 {
			if want := p.words.SideQuantity(sidedItems(c)[0], side); column > 1 && !strings.Contains(said, want) {
				t.Errorf("%s says %q, without %s", head, said, want)
			}
		}
		if cell := p.table.sided[0].texts[column]; (head == "Difference" || head == "Percent") && !strings.HasSuffix(said, "= "+cell) {
			t.Errorf("%s says %q, want that it is %s", head, said, cell)
		}
	}
}
