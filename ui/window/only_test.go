package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"vitrine/reports"
)

func TestOnlyTheSelectedPart(t *testing.T) {
	p := opened(t, byTwo())
	p.change(func(s *state) {
		s.question = reports.Question{Publisher: []string{"Google"}, By: []reports.Dim{reports.Area}}
	})
	if p.noOnly() == "" || p.noDrill() == "" {
		t.Error("nothing is selected, and a part is offered")
	}
	for _, v := range []view{lines, world} {
		p.press(t, v.String())
		key(p.picture, "Right", "Return")
		area := p.history.now().pin.series.Key.Area
		if area == "" {
			t.Fatal("nothing is selected")
		}
		before := p.history.now().question
		p.press(t, "only")
		a := p.result.answer
		if len(a.Series) != 1 || a.Series[0].Key.Area != area || p.splitDims() != 0 {
			t.Fatalf("%v: only %s shows %d series by %v", v, area, len(a.Series), p.splitDims())
		}
		if v == world && p.shownView() != lines {
			t.Errorf("one country is shown as %v", p.shownView())
		}
		p.undo()
		if got := p.history.now().question; len(got.By) != len(before.By) || len(p.result.answer.Series) != 3 {
			t.Errorf("%v: undone, it asks %+v", v, got)
		}
	}
}

func TestASelectedPartIsSplitFurther(t *testing.T) {
	p := opened(t, byTwo())
	p.change(func(s *state) {
		s.question = reports.Question{Publisher: []string{"Google"}, By: []reports.Dim{reports.Area}}
	})
	key(p.picture, "Right", "Return")
	area := p.history.now().pin.series.Key.Area
	if got := p.drills(); len(got) != 1 || got[0] != reports.Trigger {
		t.Fatalf("it can be split by %v", got)
	}
	p.press(t, "drill")
	p.drill(reports.Trigger)
	a := p.result.answer
	if len(a.Series) != 2 || a.Series[0].Key.Area != area || a.Series[0].Key.Trigger == "" {
		t.Errorf("split, it shows %d series of %q", len(a.Series), a.Series[0].Key.Area)
	}
	if got := p.table.row(p.table.count() - 1).label; got != capital(a.Series[1].Key.Trigger) {
		t.Errorf("a row is called %q", got)
	}
	p.undo()
	if len(p.result.answer.Series) != 3 {
		t.Error("undo does not bring the countries back")
	}
}

// TestALongPartFitsTheDrawer: what offers the part alone is cut with a sign
// that it is, not by the drawer's edge.
func TestALongPartFitsTheDrawer(t *testing.T) {
	s := byTwo()
	for i := range s.Held {
		if s.Held[i].Split.Area == "DE" {
			s.Held[i].Split.Area = strings.Repeat("the land beyond the hills ", 4)
		}
	}
	p := opened(t, s)
	p.change(func(s *state) {
		s.question = reports.Question{Publisher: []string{"Google"}, By: []reports.Dim{reports.Area}}
	})
	key(p.picture, "Right", "Return")
	if p.noOnly() != "" {
		t.Fatal("no part is offered")
	}
	for _, series := range p.result.answer.Series {
		for _, o := range p.narrowing(series).(*fyne.Container).Objects {
			if got := o.MinSize().Width; got > drawerWidth-20 {
				t.Errorf("%q is %v wide", o.(*button).Text, got)
			}
		}
	}
}
