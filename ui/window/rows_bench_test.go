package window

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"vitrine/assets"
	"vitrine/reports"
)

// manyRows is an answer of so many series of two periods.
func manyRows(n int) ([]reports.Series, []reports.Period) {
	periods := []reports.Period{reports.EveryYear.Around(reports.DayOf(2023, 1, 1)), reports.EveryYear.Around(reports.DayOf(2024, 1, 1))}
	list := make([]reports.Series, n)
	for i := range list {
		list[i] = reports.Series{Publisher: "Example", Table: "removals", Measure: "content removed", Unit: "items", Group: reports.ByCategory,
			Key:     reports.Split{Category: fmt.Sprint("category ", i)},
			Numbers: []reports.Number{{Period: periods[0], Value: float64(i)}, {Period: periods[1], Value: float64(2 * i)}}}
	}
	return list, periods
}

func ctrlKey(name fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierControl}
}

// The last of very many rows is shown, whole, and a page above it is a page.
func TestTableReachesItsExactEnd(t *testing.T) {
	newPage(test.NewTempApp(t), Options{Language: "en"}, inline) // has the theme
	tb := newTable(inline())
	tb.OnHint, tb.OnOut = func(reports.Series, reports.Number) {}, func() {}
	tb.Resize(fyne.NewSize(800, 400))
	series, periods := manyRows(100_000)
	tb.show(series, periods, false, assets.For("en"))
	tb.TypedShortcut(ctrlKey(fyne.KeyEnd))
	if last := tb.top + tb.visibleRows(); last != 100_000 || tb.at != (spot{99_999, 1}) {
		t.Fatalf("the last row shown is %d, the keyboard at %v", last, tb.at)
	}
	if y := float32(tb.visibleRows()+1) * pitch; y > 400 {
		t.Errorf("the last row ends at %v of 400", y)
	}
	key(tb, fyne.KeyPageUp)
	key(tb, fyne.KeyPageDown)
	if tb.at.row != 99_999 {
		t.Errorf("a page up and down leads to row %d", tb.at.row)
	}
	tb.TypedShortcut(ctrlKey(fyne.KeyHome))
	if tb.at != (spot{}) || tb.top != 0 {
		t.Errorf("the first cell is %v, the first row shown %d", tb.at, tb.top)
	}
}

// A table of very many rows is there at once; the room that a row far away
// wants comes from the background.
func TestTableOfManyRowsIsThereAtOnce(t *testing.T) {
	newPage(test.NewTempApp(t), Options{Language: "en"}, inline) // has the theme
	var later []func()
	tb := newTable(&worker{start: func(f func()) { later = append(later, f) }, do: func(f func()) { f() }})
	tb.Resize(fyne.NewSize(800, 400))
	series, periods := manyRows(100_000)
	series[54_321].Numbers[0].Value, series[54_322].Key.Category = 1e15, "a category that takes more room than any of the others"
	tb.show(series, periods, false, assets.For("en"))
	if tb.visibleRows() == 0 || tb.row(99_999).label != "Category 99999" {
		t.Fatalf("%d rows are shown, the last is %q", tb.visibleRows(), tb.row(99_999).label)
	}
	number, name := tb.widths[0], tb.name
	for _, f := range later {
		f()
	}
	if tb.widths[0] <= number || tb.name <= name {
		t.Errorf("the columns have %v and %v, no more than at first", tb.widths[0], tb.name)
	}
	later = nil
	tb.show(series[:2], periods, false, assets.For("en"))
	if len(later) > 0 || tb.widths[0] > number {
		t.Errorf("two rows have %v", tb.widths[0])
	}
}

// BenchmarkTableMillion fills the window's table with 1,000,000 rows, of which
// all are looked at in the background, and measures a page down and a jump to
// the exact end.
func BenchmarkTableMillion(b *testing.B) {
	newPage(test.NewTempApp(b), Options{Language: "en"}, inline) // has the theme
	series, periods := manyRows(1_000_000)
	words := assets.For("en")
	var later func()
	tb := newTable(&worker{start: func(f func()) { later = f }, do: func(f func()) { f() }})
	tb.OnHint, tb.OnOut = func(reports.Series, reports.Number) {}, func() {}
	w := test.NewTempWindow(b, tb)
	w.Resize(fyne.NewSize(1000, 600))
	before := inUse()
	b.Run("Show", func(b *testing.B) {
		for b.Loop() {
			tb.words = nil
			tb.show(series, periods, false, words)
		}
	})
	b.Run("WidthsInTheBackground", func(b *testing.B) {
		for b.Loop() {
			later()
		}
	})
	b.Run("PageDown", func(b *testing.B) {
		for b.Loop() {
			key(tb, fyne.KeyPageDown)
		}
	})
	b.Run("End", func(b *testing.B) {
		for b.Loop() {
			tb.TypedShortcut(ctrlKey(fyne.KeyHome))
			tb.TypedShortcut(ctrlKey(fyne.KeyEnd))
		}
		if tb.top+tb.visibleRows() != len(series) {
			b.Fatal("the last row is not shown")
		}
		b.ReportMetric(inUse()-before, "MB-of-the-table")
	})
}

// BenchmarkSearchMillion measures a letter typed in the search for everything,
// with 1,000,000 figures in the library.
func BenchmarkSearchMillion(b *testing.B) {
	p, l := usable(b, millionLibrary(b))
	defer l.Close()
	b.Run("Open", func(b *testing.B) {
		for b.Loop() {
			p.do("search")
		}
	})
	b.Run("Key", func(b *testing.B) {
		for b.Loop() {
			p.chooser.entry.SetText("")
			test.Type(p.chooser.entry, "c")
		}
	})
}
