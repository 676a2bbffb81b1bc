package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vitrine/reports"
)

// The bar below a table is as easy to see as to hold: it is dragged to the
// first column, and pressed to the last again.
func TestTheBarOfATableIsMoved(t *testing.T) {
	p := opened(t, telegram())
	p.ask(func(q *reports.Question) { q.Every = reports.EveryDay })
	p.press(t, "numbers")
	tb := p.table
	track, thumb, trackSize, size := tb.bar()
	if size.Width < barLeast || size.Height < 6 || thumb.X+size.Width != track.X+trackSize.Width {
		t.Fatalf("the thumb is %v at %v of %v at %v", size, thumb, trackSize, track)
	}
	hold := thumb.AddXY(4, 3)
	for range 200 {
		hold = hold.AddXY(-10, 0)
		tb.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: hold}, Dragged: fyne.NewDelta(-10, 0)})
	}
	tb.DragEnd()
	if first := tb.visibleColumns()[0].column; first != 0 {
		t.Errorf("dragged to its left end the first column is %d", first)
	}
	test.TapAt(tb, track.AddXY(trackSize.Width-2, 3))
	if first := tb.visibleColumns()[0].column; first == 0 || tb.pinned != nowhere {
		t.Errorf("a click beside the thumb shows column %d, and pins %v", first, tb.pinned)
	}
}

// The table by itself has the source and the notes that the picture has, and
// the picture has them again.
func TestTheTableAloneHasItsSource(t *testing.T) {
	for _, compare := range []bool{false, true} {
		p := opened(t, countries())
		table, picture := "numbers", "lines"
		if compare {
			compareHalves("slope")(p)
			table, picture = "pairs", "slope"
		}
		said := p.centre.footer.Text
		for _, view := range []string{table, picture, table} {
			p.press(t, view)
			shown := strings.Join(texts(p.centre.object), "\n")
			if said == "" || !strings.Contains(shown, said) {
				t.Errorf("%s shows %q, want its source %q", view, shown, said)
			}
			bottom := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.centre.footer).Y + p.centre.footer.Size().Height
			if end := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.centre.object).Y + p.centre.object.Size().Height; bottom > end || view == table && bottom < end-30 {
				t.Errorf("%s: the source ends at %v of %v", view, bottom, end)
			}
		}
	}
}
