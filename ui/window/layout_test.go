package window

import (
	"fmt"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"vitrine/reports"
)

func TestSpareObjectsMakeRoom(t *testing.T) {
	box := func(width float32) fyne.CanvasObject {
		r := canvas.NewRectangle(color.Black)
		r.SetMinSize(fyne.NewSize(width, 10))
		return r
	}
	a, b, c, wide := box(100), box(60), box(40), box(20)
	row := container.New(spread{wide: 3, spare: []fyne.CanvasObject{b, c}}, a, b, c, wide)
	if least := row.MinSize().Width; least != 120 {
		t.Errorf("the row needs %v, want 120", least)
	}
	for _, want := range []struct {
		width float32
		b, c  bool
	}{{300, true, true}, {160, false, true}, {130, false, false}, {220, true, true}} {
		row.Resize(fyne.NewSize(want.width, 10))
		if b.Visible() != want.b || c.Visible() != want.c {
			t.Errorf("at %v: %v, %v", want.width, b.Visible(), c.Visible())
		}
		if right := wide.Position().X + wide.Size().Width; right != want.width {
			t.Errorf("at %v the row ends at %v", want.width, right)
		}
	}
}

// A French window with the drawer open still fits a small screen.
func TestTheWindowFitsASmallScreen(t *testing.T) {
	p := opened(t, telegram())
	p.setLanguage("fr")
	p.open(side{kind: keysSide})
	if least := p.window.Content().MinSize().Width; least > 1280 {
		t.Errorf("the window needs %v of 1280", least)
	}
}

// A switch of colours or language builds all anew, with no row wrapped by the
// width of nothing: otherwise the window grows below the screen's edge.
func TestBuiltAnewTheWindowFitsASmallScreen(t *testing.T) {
	s := telegram()
	for i := range 12 {
		s.add(reports.DayOf(2024, 6, 1), reports.ByCategory, fmt.Sprint("a category with a longer name ", i), 5)
	}
	p := opened(t, s)
	p.change(func(now *state) { now.question.Every = reports.EveryDay })
	p.take([]string{"a.csv", "b.csv", "c.csv", "chat.json"})
	p.suggested = suggestions(p.held.blocks)
	p.paint()
	for _, c := range []struct {
		what  string
		again func()
	}{
		{"the first", func() {}},
		{"a dark", func() { p.setAppearance(darkAppearance) }},
		{"a French", func() { p.setLanguage("fr") }},
	} {
		c.again()
		if !p.legend.object.Visible() {
			t.Fatal("there is no legend")
		}
		if least := p.window.Content().MinSize(); least.Height > 600 || least.Width > 1280 {
			t.Errorf("%s window needs %v", c.what, least)
		}
	}
}

// What was once wide can be made narrow again: rows that wrap need the width
// of their widest object only.
func TestAFlowNeedsItsWidestObject(t *testing.T) {
	box := func(width float32) fyne.CanvasObject {
		r := canvas.NewRectangle(color.Black)
		r.SetMinSize(fyne.NewSize(width, 10))
		return r
	}
	row := container.New(&flow{across: 5, down: 2}, box(100), box(60), box(40))
	for _, want := range []struct{ width, height float32 }{{0, 10}, {300, 10}, {165, 22}, {100, 34}, {210, 10}} {
		if want.width > 0 {
			row.Resize(fyne.NewSize(want.width, 100))
		}
		if least := row.MinSize(); least != fyne.NewSize(100, want.height) {
			t.Errorf("at %v the row needs %v, want 100 × %v", want.width, least, want.height)
		}
	}
	if at := row.Objects[2].Position(); at != fyne.NewPos(170, 0) {
		t.Errorf("the last object stands at %v", at)
	}
}

// A row of one line hides what has no room, never its last, and shows it again
// where there is room.
func TestARowOfOneLineKeepsItsLast(t *testing.T) {
	box := func(width float32) fyne.CanvasObject {
		r := canvas.NewRectangle(color.Black)
		r.SetMinSize(fyne.NewSize(width, 10))
		return r
	}
	row := container.New(oneRow{gap: 5}, box(100), box(60), box(20), box(40))
	for _, want := range []struct {
		width float32
		seen  []bool
		last  float32
	}{{300, []bool{true, true, true, true}, 195}, {210, []bool{true, true, false, true}, 170}, {160, []bool{true, false, false, true}, 105}, {60, []bool{false, false, false, true}, 0}, {400, []bool{true, true, true, true}, 195}} {
		row.Resize(fyne.NewSize(want.width, 20))
		for i, o := range row.Objects {
			if o.Visible() != want.seen[i] {
				t.Errorf("at %v object %d is seen: %v", want.width, i, o.Visible())
			}
		}
		if at := row.Objects[3].Position().X; at != want.last {
			t.Errorf("at %v the last stands at %v, want %v", want.width, at, want.last)
		}
	}
	if least := row.MinSize(); least != fyne.NewSize(100, 10) {
		t.Errorf("the row needs %v", least)
	}
}

// Names of a table take the room that its columns leave, and are cut only
// where there is none.
func TestATableGivesNamesTheRoomThatIsLeft(t *testing.T) {
	s := telegram()
	s.add(reports.DayOf(2024, 6, 1), reports.ByCategory, "a category whose name is so long that it needs more than half of a small screen", 5)
	p := opened(t, s)
	p.change(func(now *state) { now.question.Every = reports.EveryYear; now.question.Partial = true })
	p.press(t, "numbers")
	if p.table.name < p.table.widest {
		t.Errorf("beside %d columns the names have %v of %v", p.table.columns(), p.table.name, p.table.widest)
	}
	p.table.Resize(fyne.NewSize(500, 300))
	if p.table.name > nameMost+1 {
		t.Errorf("in a narrow table the names have %v", p.table.name)
	}
}

// Where lines have less room than they need, the one that fills it has none
// left, never less than none.
func TestWhatFillsALineIsNeverLessThanNothing(t *testing.T) {
	fill, line := canvas.NewRectangle(color.Black), canvas.NewRectangle(color.Black)
	line.SetMinSize(fyne.NewSize(10, 40))
	container.New(stackedLines{fill: fill}, line, fill).Resize(fyne.NewSize(100, 30))
	if got := fill.Size().Height; got != 0 {
		t.Errorf("it is %v high", got)
	}
}

// However narrow a table is, it shows a number: the sparklines give way.
func TestANarrowTableShowsNumbers(t *testing.T) {
	s := telegram()
	s.add(reports.DayOf(2024, 6, 1), reports.ByCategory, "a category whose name is so long that it needs more than half of a small screen", 5)
	p := opened(t, s)
	for width := float32(900); width >= p.table.MinSize().Width+60; width -= 20 {
		p.table.Resize(fyne.NewSize(width, 300))
		if len(p.table.visibleColumns()) == 0 {
			t.Errorf("at %v no number is seen", width)
		}
	}
}
