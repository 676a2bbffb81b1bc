package window

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"vitrine/reports"
)

func TestTheEdgesOfThePanelsMoveAndStay(t *testing.T) {
	p := opened(t, telegram())
	p.window.Resize(fyne.NewSize(2560, 1440))
	if got := p.panel.object.Size().Width; got != 240 {
		t.Fatalf("the library is %.0f wide at 2560, want 240", got)
	}
	p.open(side{kind: keysSide})
	bars := p.columns.Objects[3:]
	drag(bars[0].(*splitter), 55)
	drag(bars[1].(*splitter), -130)
	p.press(t, "narrowerdrawer")
	library, drawer := p.panel.object.Size().Width, p.drawer.object.Size().Width
	if library != 295 || drawer != 410 || p.drawer.object.Position().X != 2560-410 || p.middle.Size().Width != 2560-295-410 {
		t.Errorf("the library is %.0f wide, the drawer %.0f", library, drawer)
	}
	p.build()
	if p.panel.object.Size().Width != library || p.drawer.object.Size().Width != drawer {
		t.Error("the widths went when the window was built anew")
	}
	drag(p.columns.Objects[3].(*splitter), -500)
	if got := p.panel.object.Size().Width; got != libraryLeast {
		t.Errorf("the library is %.0f wide", got)
	}
	p.press(t, "widerlibrary")
	if got := p.panel.object.Size().Width; got != libraryLeast+widthStep {
		t.Errorf("the key makes the library %.0f wide", got)
	}
}

func drag(s *splitter, by float32) {
	s.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(by, 0)})
	s.DragEnd()
}

// Widths that were chosen on a large screen leave room for the picture on a
// small one.
func TestWideMarginsGiveWayToThePicture(t *testing.T) {
	p := opened(t, telegram())
	p.app.Preferences().SetFloat(prefLibrary, libraryMost)
	p.app.Preferences().SetFloat(prefDrawer, drawerMost)
	p.build()
	p.open(side{kind: keysSide})
	if got, least := p.middle.Size().Width, p.middle.MinSize().Width; got < least {
		t.Errorf("the middle is %.0f wide, and needs %.0f", got, least)
	}
	if got := p.drawer.object.Position().X + p.drawer.object.Size().Width; got != 1280 {
		t.Errorf("the window ends at %.0f", got)
	}
}

func TestTheNextStartIsAsTheLastEnd(t *testing.T) {
	p := opened(t, telegram())
	p.window.Resize(fyne.NewSize(1700, 1000))
	p.widenLibrary(60)
	p.widenDrawer(100)
	p.ask(func(q *reports.Question) { q.Every = reports.EveryYear })
	p.setView(viewOf("bars"))
	want := p.history.now().keep()
	p.quit()
	again := newPage(p.app, Options{Language: "en"}, inline)
	again.use(telegram())
	if got := again.window.Canvas().Size(); got.Width < 1690 || got.Width > 1710 || got.Height < 990 || got.Height > 1010 {
		t.Errorf("the window opens at %v", got)
	}
	if again.panel.object.Size().Width != 300 || again.widths.drawer != 420 {
		t.Errorf("the library is %.0f wide, the drawer %.0f", again.panel.object.Size().Width, again.widths.drawer)
	}
	if got := again.history.now().keep(); got != want || again.shownView().String() != "bars" {
		t.Errorf("it asks %s, want %s", got, want)
	}
}

// Where there is no room for three columns the drawer takes the library's
// place, and gives it back.
func TestTheDrawerTakesTheLibrarysPlaceInANarrowWindow(t *testing.T) {
	p := opened(t, telegram())
	p.window.Resize(fyne.NewSize(800, 500)) // 1280×800 with texts of 160 %
	p.open(side{kind: keysSide})
	p.window.Resize(fyne.NewSize(801, 500))
	if p.panel.object.Visible() || p.middle.Position().X != 0 || p.middle.Size().Width < middleLeast {
		t.Errorf("beside the drawer the middle stands at %v and is %v wide", p.middle.Position().X, p.middle.Size().Width)
	}
	if end := p.bar.sheet.Position().X + p.bar.sheet.Size().Width; end > p.bar.row.Size().Width {
		t.Errorf("the bar is %v wide, its last button ends at %v", p.bar.row.Size().Width, end)
	}
	if got := p.picture.Size().Height; got < 120 || p.table.Visible() || !p.small {
		t.Errorf("the picture is %v high, beside a table: %v", got, p.table.Visible())
	}
	p.press(t, "numbers")
	if !p.table.Visible() || p.table.Size().Height < tableHeight {
		t.Error("there is no table in its own view")
	}
	p.press(t, "lines")
	p.closeSide()
	if !p.panel.object.Visible() || p.middle.Position().X != 240 {
		t.Errorf("the middle stands at %v", p.middle.Position().X)
	}
}

// In a narrow window views leave the bar, but the chosen one, and are in the
// menu of further views.
func TestViewsWithoutRoomAreInTheMenu(t *testing.T) {
	for _, language := range []string{"en", "fr"} {
		p := opened(t, telegram())
		p.press(t, language)
		p.press(t, "numbers")
		p.window.Resize(fyne.NewSize(640, 500))
		if !p.bar.tabs[numbers].Visible() || p.bar.tabs[shares].Visible() {
			t.Errorf("%s: the bar does not show the chosen view, or all views", language)
		}
		p.openViews()
		if got := labels(p.chooser.all); !slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, p.say("action.shares")) }) {
			t.Errorf("%s: the menu offers %q", language, got)
		}
	}
}
