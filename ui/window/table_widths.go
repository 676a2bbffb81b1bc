package window

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"vitrine/assets"
)

// A want is what the columns of a table want room for: the names with most
// letters, and the longest text of each column.
type want struct {
	names   []string
	longest int // letters of a name
	texts   []string
}

const (
	wantCells = 10_000 // that are looked at while the window waits
	wantNames = 1000   // of so many rows every name is measured, of more only
	wantMost  = 100    // those with most letters: each takes a tenth of a millisecond
)

// wantOf looks at each step-th of n rows.
func wantOf(ctx context.Context, n, step, columns int, words *assets.Words, row func(int) tableRow) want {
	w := want{texts: make([]string, columns)}
	for i := 0; i < n && ctx.Err() == nil; i += step {
		r := row(i)
		w.name(r.label, n <= wantNames)
		for c := range w.texts {
			if text, _ := r.cell(c, words); len(text) > len(w.texts[c]) {
				w.texts[c] = text
			}
		}
	}
	return w
}

// name takes a name, if it is one of the longest.
func (w *want) name(label string, every bool) {
	short := func(s string) bool { return len(s) < w.longest*4/5 }
	if len(label) > w.longest {
		w.longest = len(label)
		if !every {
			w.names = slices.DeleteFunc(w.names, short)
		}
	}
	if every || !short(label) && len(w.names) < wantMost {
		w.names = append(w.names, label)
	}
}

// measure makes each column as wide as its widest text. Of very many rows some
// are looked at now, and all in the background.
func (t *table) measure() {
	t.measures.drop()
	n, columns, words := t.count(), t.columns(), t.words
	if t.heads != nil || n*columns <= wantCells {
		t.fit(wantOf(context.Background(), n, 1, columns, words, t.row))
		return
	}
	lines := t.lines
	t.fit(wantOf(context.Background(), n, 1+n*columns/wantCells, columns, words, lines.make))
	latest(t.measures, func(ctx context.Context) want { return wantOf(ctx, n, 1, columns, words, lines.make) }, func(w want) {
		t.fit(w)
		t.Refresh()
	})
}

// fit gives the columns the room that they want.
func (t *table) fit(w want) {
	bold := fyne.TextStyle{Bold: true}
	width := func(text string, size float32) float32 { return fyne.MeasureText(text, size, bold).Width }
	t.widest = nameLeast
	for _, name := range w.names {
		t.widest = fyne.Max(t.widest, width(name, theme.TextSize())+2*cellMargin)
	}
	t.widths = make([]float32, len(w.texts))
	for i, text := range w.texts {
		t.widths[i] = roundUp(fyne.Max(width(t.header(i), noteSize), width(text, theme.TextSize())) + 2*cellMargin)
	}
	t.setName()
}
