package window

import (
	"testing"

	"fyne.io/fyne/v2"

	"vitrine/reports"
)

// Where the headline takes another row, what stands below it moves down.
func TestHeadlineTakesAnotherRow(t *testing.T) {
	p := opened(t, telegram())
	p.window.Resize(fyne.NewSize(1000, 700))
	for range 2 {
		for _, since := range []reports.Day{reports.DayOf(2024, 3, 9), 0} {
			p.ask(func(q *reports.Question) {
				q.Since, q.Until = since, 0
				q.Where[reports.Category] = nil
				if since != 0 {
					q.Where[reports.Category] = []string{"terrorism", "child abuse"}
				}
			})
			flow, below := p.headline.flow, p.headline.filters.object
			last := flow.Objects[len(flow.Objects)-1]
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject
			if bottom := at(last).Y + last.Size().Height; bottom > at(below).Y {
				t.Errorf("%q reaches down to %v, the filters begin at %v", p.headline.text(), bottom, at(below).Y)
			}
		}
	}
}
