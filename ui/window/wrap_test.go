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

// What stands in the row of filters stays in its row when the answer is another.
func TestFiltersStayInTheirRow(t *testing.T) {
	p := opened(t, telegram())
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject
	for _, until := range []reports.Day{0, reports.DayOf(2024, 9, 1), reports.DayOf(2024, 10, 1)} {
		p.ask(func(q *reports.Question) { q.Until = until })
		f := p.headline.filters
		if top := at(f.object).Y; !f.whole.Visible() || at(f.whole).Y < top || at(f.reason).Y < top {
			t.Errorf("“Show the total” stands at %v, its reason at %v, their row at %v", at(f.whole).Y, at(f.reason).Y, top)
		}
	}
	p.ask(func(q *reports.Question) { q.Where[reports.Category] = []string{"terrorism", "child abuse"} })
	if p.result.total == nil && p.headline.filters.whole.Visible() {
		t.Error("a total is offered that there is not")
	}
}
