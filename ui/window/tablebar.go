package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The bar below a table shows which part of its columns is seen. It is dragged,
// and pressed where the columns are to begin.
const (
	indicator = 6  // its height
	barLeast  = 32 // how short its thumb gets
	barReach  = 6  // how far beside it the pointer still has it
)

// bar tells where the bar is, and its thumb: empty where all columns are seen.
func (t *table) bar() (track, thumb fyne.Position, trackSize, thumbSize fyne.Size) {
	columns, n := t.visibleColumns(), t.columns()
	if len(columns) == 0 || len(columns) == n {
		return
	}
	track = fyne.NewPos(t.left(), pitch*float32(1+t.visibleRows()))
	trackSize = fyne.NewSize(t.Size().Width-t.left(), indicator)
	thumbSize = fyne.NewSize(fyne.Min(trackSize.Width, fyne.Max(barLeast, trackSize.Width*float32(len(columns))/float32(n))), indicator)
	part := float32(columns[0].column) / float32(n-len(columns))
	thumb = track.AddXY((trackSize.Width-thumbSize.Width)*part, 0)
	return
}

// onBar tells whether a place is the bar's.
func (t *table) onBar(at fyne.Position) bool {
	track, _, size, _ := t.bar()
	return size.Width > 0 && at.X >= track.X && at.Y >= track.Y && at.Y < track.Y+size.Height+barReach
}

// dragBar moves the thumb.
func (t *table) dragBar(by float32) {
	_, _, track, thumb := t.bar()
	hidden := t.columns() - len(t.visibleColumns())
	if hidden <= 0 || track.Width <= thumb.Width {
		return
	}
	step := (track.Width - thumb.Width) / float32(hidden)
	t.dragged += by
	if columns := int(t.dragged / step); columns != 0 {
		t.dragged -= float32(columns) * step
		t.scroll(0, columns)
	}
}

// pageBar moves by what is seen, towards a place beside the thumb.
func (t *table) pageBar(at fyne.Position) {
	_, thumb, _, size := t.bar()
	switch page := len(t.visibleColumns()); {
	case at.X < thumb.X:
		t.scroll(0, -page)
	case at.X > thumb.X+size.Width:
		t.scroll(0, page)
	}
}

// drawBar draws the bar.
func (r *tableRenderer) drawBar() {
	track, thumb, trackSize, thumbSize := r.table.bar()
	r.track.FillColor, r.track.CornerRadius = theme.Color(theme.ColorNameSeparator), indicator/2
	r.bar.FillColor, r.bar.CornerRadius = theme.Color(theme.ColorNameScrollBar), indicator/2
	r.track.Move(track)
	r.track.Resize(trackSize)
	r.bar.Move(thumb)
	r.bar.Resize(thumbSize)
}
