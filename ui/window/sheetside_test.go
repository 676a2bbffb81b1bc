package window

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vitrine/reports"
)

// viewed opens a csv of many rows at a cell, with a problem in another.
func viewed(t testing.TB, rows int, o reports.Origin) (*page, *grid) {
	t.Helper()
	s := telegram()
	var b strings.Builder
	b.WriteString("date,category,count\n")
	for i := range rows {
		fmt.Fprintf(&b, "2024-01-01,terrorism,%d\n", i)
	}
	s.content, s.sources[0].Name = b.String(), "safety.csv"
	s.problems = []reports.Problem{{Origin: reports.Origin{Source: "abcdef0123", File: "safety.csv", Row: 5, Column: 3, Text: "3"}, What: "\"3\" is odd"}}
	p := opened(t, s)
	p.showInFile(o)
	return p, gridIn(p.drawer.body)
}

// gridIn finds the grid in an object.
func gridIn(o fyne.CanvasObject) *grid {
	for _, f := range focusable(o) {
		if g, ok := f.(*grid); ok {
			return g
		}
	}
	return nil
}

func at3000() reports.Origin {
	return reports.Origin{Source: "abcdef0123", File: "safety.csv", Row: 3002, Column: 3, Text: "3000"}
}

func TestShowInFileOpensTheSheetAtTheCell(t *testing.T) {
	p, g := viewed(t, 31000, at3000())
	if g == nil {
		t.Fatalf("there is no sheet: %v", texts(p.drawer.body))
	}
	if p.middle.Visible() || p.drawer.object.Size().Width != 1280-libraryWidth {
		t.Errorf("the sheet is %v wide, want all beside the library", p.drawer.object.Size().Width)
	}
	if g.at != (spot{3001, 2}) {
		t.Errorf("the sheet stands at %v, want the cell of row 3002", g.at)
	}
	said := strings.Join(texts(p.drawer.body), "\n")
	for _, want := range []string{"row 3002, column C · count", "“3000”"} {
		if !strings.Contains(said, want) {
			t.Errorf("below the sheet stands %q, want %q", said, want)
		}
	}
	key(g, fyne.KeyEnd)
	if g.at.row != 31000 || !strings.Contains(strings.Join(texts(p.drawer.body), "\n"), "“30999”") {
		t.Errorf("End leads to row %d, want the last one", g.at.row)
	}
	key(g, fyne.KeyEscape)
	if p.drawer.object.Visible() || !p.middle.Visible() {
		t.Error("Esc did not bring the picture back")
	}
	if p.book.Book != nil || gridIn(p.drawer.body) != nil {
		t.Error("the source stays in memory when nobody looks at it")
	}
}

func TestSheetMarksAndStepsThroughProblems(t *testing.T) {
	p, g := viewed(t, 10, reports.Origin{Source: "abcdef0123", File: "safety.csv", Row: 2, Column: 3, Text: "0"})
	if g.trouble(5, 3) == "" || g.trouble(5, 2) != "" || g.trouble(4, 3) != "" {
		t.Error("the problem is not marked at its cell alone")
	}
	for _, b := range buttons(p.drawer.body) {
		if b.Text == "Problem ›" {
			test.Tap(b)
		}
	}
	if g = gridIn(p.drawer.body); g.at != (spot{4, 2}) || !strings.Contains(strings.Join(texts(p.drawer.body), "\n"), "is odd") {
		t.Errorf("the next problem is at %v, want row 5 with its sentence", g.at)
	}
}

func TestPreviewOpensASourceAtItsFirstProblem(t *testing.T) {
	p, _ := viewed(t, 10, at3000())
	p.closeSide()
	p.pick(t, "preview", "safety")
	if g := gridIn(p.drawer.body); g == nil || g.at != (spot{4, 2}) {
		t.Errorf("the preview shows %v, want row 5", texts(p.drawer.body))
	}
}

func TestSheetLeadsBackToWhereItCameFrom(t *testing.T) {
	p, _ := viewed(t, 10, at3000())
	p.closeSide()
	p.open(side{kind: findingsSide, source: "abcdef0123"})
	for _, b := range buttons(p.drawer.body) {
		if strings.Contains(b.Text, "row 5") {
			test.Tap(b)
		}
	}
	if gridIn(p.drawer.body) == nil || !p.drawer.back.Visible() {
		t.Fatal("a finding does not lead to its cell")
	}
	test.Tap(p.drawer.back)
	if p.history.now().side.kind != findingsSide || !p.middle.Visible() {
		t.Error("back does not lead to the findings")
	}
}

func TestSheetOfAPageListsItsLeaves(t *testing.T) {
	s := telegram()
	s.content = chartPage
	p := opened(t, s)
	p.showInFile(reports.Origin{Source: "abcdef0123", File: "a.html", Sheet: "chart_part", Row: 3, Column: 2, Text: "20"})
	g := gridIn(p.drawer.body)
	if g == nil || g.leaf.Name != "chart_part" || g.at != (spot{2, 1}) {
		t.Fatalf("the page opens as %v", texts(p.drawer.body))
	}
	var list *keyList
	for _, f := range focusable(p.drawer.body) {
		if l, ok := f.(*keyList); ok {
			list = l
		}
	}
	list.Select(2)
	if g = gridIn(p.drawer.body); !g.leaf.Lines || g.columns != 1 {
		t.Error("the page's text is not shown as lines")
	}
}

func TestSheetThatCannotBeReadSaysWhy(t *testing.T) {
	s := telegram()
	s.content = "PK\x03\x04 cut"
	p := opened(t, s)
	p.app.Preferences().SetString(prefAppearance, string(darkAppearance))
	p.press(t, "fr")
	p.showInFile(reports.Origin{Source: "abcdef0123", File: "a.xlsx", Row: 1, Column: 1, Text: "1"})
	if said := texts(p.drawer.body); len(said) != 2 || !strings.Contains(said[0], "a.xlsx") || said[1] != "Copier" {
		t.Errorf("the broken file says %q", said)
	}
	if !strings.Contains(p.drawer.title.Text, "SOURCE TELLE QUELLE") {
		t.Errorf("the title reads %q", p.drawer.title.Text)
	}
}

// BenchmarkSheetScroll measures a page down in a sheet of 31,000 rows.
func BenchmarkSheetScroll(b *testing.B) {
	p, g := viewed(b, 31000, at3000())
	for b.Loop() {
		if g.at.row >= 30000 {
			g.goTo(spot{0, 0})
		}
		key(g, fyne.KeyPageDown)
	}
	p.closeSide()
}

// TestProblemsSayTheirPlaceWhole: the name of the source stands above them, a
// line of a dump has no column, and what is long takes several lines.
func TestProblemsSayTheirPlaceWhole(t *testing.T) {
	p := opened(t, telegram())
	for _, c := range []struct {
		at   reports.Origin
		want string
	}{
		{reports.Origin{File: "a.csv", Row: 15}, "row 15"},
		{reports.Origin{File: "a.csv", Sheet: "one", Row: 3, Column: 2}, "one › row 3, column B"},
		{reports.Origin{File: "a.csv"}, "a.csv"},
		{reports.Origin{File: "a.zip/b.csv", Row: 3, Column: 2}, "b.csv › row 3, column B"},
	} {
		if got := p.problemPlace(c.at, "a.csv"); got != c.want {
			t.Errorf("%v is said as %q, want %q", c.at, got, c.want)
		}
	}
}
