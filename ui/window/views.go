package window

import (
	"fyne.io/fyne/v2"

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
	facets
	heat
	days
	rank
	world
	europe
	editions
	editionGrid
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
	timed   bool       // time stands along its X axis, and can be zoomed
	panels  bool       // it has several plots, each with its own axes
	dated   bool       // it shows one period, which the user chooses
	edits   bool       // it shows what the vintages state, by edition, in place of the answer
	edition chart.EditionKind
	more    bool // stands in the menu of further views, not in the bar
	book    export.ChartKind
}

var views = [...]viewKind{
	lines:   {name: "lines", chart: chart.Line, log: true, apart: true, timed: true, book: export.LineChart},
	areas:   {name: "areas", chart: chart.Area, timed: true, book: export.AreaChart},
	shares:  {name: "shares", chart: chart.Area, percent: true, timed: true, book: export.AreaChart},
	bars:    {name: "bars", chart: chart.Bar, timed: true, book: export.ColumnChart},
	numbers: {name: "numbers", table: true, book: export.LineChart},
	facets:  {name: "facets", chart: chart.Facets, log: true, panels: true, more: true, book: export.LineChart},
	heat:    {name: "heat", chart: chart.Heat, timed: true, more: true, book: export.LineChart},
	days:    {name: "days", chart: chart.Days, more: true, book: export.LineChart},
	rank:    {name: "rank", chart: chart.Rank, timed: true, more: true, book: export.LineChart},
	world:   {name: "world", chart: chart.Map, dated: true, more: true, book: export.ColumnChart},
	europe:  {name: "europe", chart: chart.Europe, dated: true, more: true, book: export.ColumnChart},

	editions:    {name: "editions", edits: true, edition: chart.Vintages, more: true, book: export.LineChart},
	editionGrid: {name: "editiongrid", edits: true, edition: chart.Grid, more: true, book: export.LineChart},
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

// key returns the keys of a view: Ctrl+1 to Ctrl+9, then Ctrl+Shift+1 and on.
func (v view) key() (fyne.KeyName, fyne.KeyModifier) {
	const digits = 9
	key := fyne.KeyName('1' + rune(v)%digits)
	if v < digits {
		return key, fyne.KeyModifierShortcutDefault
	}
	return key, fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift
}

// barViews counts the views that stand in the bar.
func barViews() int {
	n := 0
	for _, k := range views {
		if !k.more {
			n++
		}
	}
	return n
}

// openViews opens the menu of the views that do not stand in the bar, or have
// no room there, each with the reason where the answer is not shown in it.
func (p *page) openViews() {
	var list []choice
	for i, k := range views {
		if v := view(i); k.more || !p.bar.tabs[v].Visible() {
			reason := p.refused(v)
			list = append(list, choice{Label: p.say("action." + k.name), Refused: reason, Checked: p.shownView() == v, Choose: func() { p.setView(v) }})
		}
	}
	p.choose(p.bar.more, "views", list)
}
