package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

func TestEditionsOfANumberLeadToTheirCells(t *testing.T) {
	p := revisedWindow(t, "en")
	p.press(t, "editions")
	e := p.editionsShown()
	if e == nil || len(e.Histories) == 0 {
		t.Fatal("no editions are drawn")
	}
	h := e.Histories[0]
	if h.Split.Area != "TR" || h.Statements[0].Value != 86 || h.Statements[1].Value != 90 {
		t.Fatalf("the largest change comes second: %+v", h.Statements)
	}
	key(p.picture, fyne.KeyLeft)
	for range 4 {
		key(p.picture, fyne.KeyLeft)
	}
	if said := p.status.text.Text; !strings.Contains(said, "first.csv") {
		t.Errorf("the first edition says %q", said)
	}
	key(p.picture, fyne.KeyReturn)
	if s := p.history.now(); s.side.kind != excerptSide || s.side.origin.File != "first.csv" || !s.pin.set() {
		t.Errorf("Enter leads to %+v", s.side)
	}
	if !p.picture.pinned.Visible() {
		t.Error("the edition is not marked")
	}
}

func TestEditionsFollowTheSelection(t *testing.T) {
	p := revisedWindow(t, "fr")
	p.press(t, "editions")
	for i, r := range p.table.all() {
		if strings.Contains(r.label, "Russie") {
			p.table.goTo(spot{i, 0})
			key(p.table, fyne.KeyReturn)
		}
	}
	if e := p.editionsShown(); e == nil || len(e.Histories) != 1 || e.Histories[0].Split.Area != "RU" {
		t.Fatalf("Russia is selected, and the picture is of %+v", e)
	}
	p.press(t, "editiongrid")
	if e := p.editionsShown(); e == nil || len(e.Grids) != 1 || len(e.Grids[0].Vintages) != 2 {
		t.Errorf("its grid is %+v", e)
	}
}

func TestOneEditionSaysSo(t *testing.T) {
	p := audited(t, "en")
	p.closeSide()
	p.press(t, "editions")
	if e := p.editionsShown(); e == nil || len(e.Histories) != 0 {
		t.Fatalf("a library of single editions draws %+v", e)
	}
	if p.centre.shown != "picture" || p.picture.chart == nil || len(p.picture.chart.Points) > 0 {
		t.Errorf("it shows %q with %+v", p.centre.shown, p.picture.chart)
	}
}
