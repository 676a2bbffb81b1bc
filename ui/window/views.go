package window

import (
	"vitrine/reports/chart"
	"vitrine/reports/export"
)

// A view is a way to show the answer: a row of views.
type view int

// The views, in the order of the view bar and of Ctrl+1 and on.
const (
	lines view = iota
	areas
	shares
	bars
	numbers
)

// A viewKind is all that is said of a view. View bar, menu, picture, workbook
// and tests read it.
type viewKind struct {
	name    string     // of its texts, and in what is kept: window.view.NAME, window.action.NAME
	chart   chart.Kind // that draws it
	percent bool       // as shares of the whole
	log     bool       // may have a logarithmic axis
	apart   bool       // its series stand by themselves: one can be left out
	table   bool       // the table alone, without a picture
	book    export.ChartKind
}

var views = [...]viewKind{
	lines:   {name: "lines", chart: chart.Line, log: true, apart: true, book: export.LineChart},
	areas:   {name: "areas", chart: chart.Area, book: export.AreaChart},
	shares:  {name: "shares", chart: chart.Area, percent: true, book: export.AreaChart},
	bars:    {name: "bars", chart: chart.Bar, book: export.ColumnChart},
	numbers: {name: "numbers", table: true, book: export.LineChart},
}

// kind returns what is said of the view.
func (v view) kind() viewKind { return views[v] }

// String returns the view's name.
func (v view) String() string { return views[v].name }

// viewOf finds a view by its name; lines where there is none of it.
func viewOf(name string) view {
	for v, k := range views {
		if k.name == name {
			return view(v)
		}
	}
	return lines
}
