package window

import (
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
