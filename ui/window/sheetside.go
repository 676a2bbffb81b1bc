package window

import (
	"context"
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"vitrine/reports"
	"vitrine/reports/sheet"
	"vitrine/reports/statements"
)

// showInFile opens a source at a cell. Of a figure that was counted there is
// no cell: its statements are listed.
func (p *page) showInFile(o reports.Origin) {
	kind := sheetSide
	if slices.ContainsFunc(p.held.sources, func(s reports.Source) bool { return s.ID == o.Source && s.Format == statements.FormatName }) {
		kind = excerptSide
	}
	p.openFrom(side{kind: kind, origin: o})
}

// showPinnedInFile opens the source of the pinned number at the first cell
// that it was made of.
func (p *page) showPinnedInFile() {
	series, n, ok := p.history.now().pin.in(p.rows())
	if !ok {
		return
	}
	latest(p.looking, func(ctx context.Context) parts { return p.parts(ctx, series, n) }, func(found parts) {
		switch {
		case found.err != nil:
			p.wrong(p.why(found.err))
		case len(found.figures) == 0:
			p.status.say(p.say("side.noparts"))
		default:
			p.showInFile(found.figures[0].Origin)
		}
	})
}

// preview shows a source as it stood, at its first problem.
func (p *page) preview(s reports.Source) {
	if s.Format == statements.FormatName {
		p.status.say(p.say("sheet.dump", "name", s.Name))
		return
	}
	p.openFrom(side{kind: sheetSide, origin: reports.Origin{Source: s.ID}})
}

// A sheetViewer shows a source: its leaves at the left, the cells of one, and
// below them the selected cell in full.
type sheetViewer struct {
	page   *page
	object *fyne.Container
	now    viewing
	grid   *grid
	leaves *keyList
	detail *fyne.Container
}

func (p *page) sheetSide(o reports.Origin) fyne.CanvasObject {
	v := &sheetViewer{page: p, object: container.NewStack(note(p.say("wait.file"))), detail: container.NewStack()}
	name, _, _ := strings.Cut(o.File, "/")
	if name == "" {
		name = p.sourceName(o.Source)
	}
	l, open := p.ledger, p.book
	latest(p.looking, func(ctx context.Context) viewing { return viewSource(ctx, l, open, name, o) }, v.show)
	return v.object
}

// show shows what was opened.
func (v *sheetViewer) show(now viewing) {
	v.now = now
	p := v.page
	if now.err != nil {
		v.put(p.failure(p.say("failed.file", "why", p.why(now.err))))
		return
	}
	if p.history.now().side.kind != sheetSide {
		return // it was closed meanwhile
	}
	p.book = now.book
	v.grid = newGrid(now, p.words)
	v.grid.OnAt, v.grid.OnKey = v.tell, p.typed
	v.detail.Objects = []fyne.CanvasObject{note(p.say("sheet.select"))}
	foot := canvas.NewRectangle(color.Transparent)
	foot.SetMinSize(fyne.NewSize(0, 112))
	var body fyne.CanvasObject = v.grid
	if len(now.rows) == 0 {
		body = note(p.say("sheet.empty"))
	}
	v.put(framed(v.head(), container.NewVBox(widget.NewSeparator(), container.NewStack(foot, v.detail)), v.list(), nil, body))
	if v.grid.start == nowhere || p.window == nil {
		return
	}
	p.window.Canvas().Focus(v.grid)
}

func (v *sheetViewer) put(o fyne.CanvasObject) {
	v.object.Objects = []fyne.CanvasObject{o}
	v.object.Refresh()
}

// head names the file, and steps through its problems.
func (v *sheetViewer) head() fyne.CanvasObject {
	p := v.page
	name := newFitted(joinPlaces(v.now.leaves[v.now.leaf].File, v.now.leaves[v.now.leaf].Name), theme.ColorNamePlaceHolder, noteSize)
	count := line(p.words.Plural("window.sheet.rows", len(v.now.rows), "n", p.words.Number(float64(len(v.now.rows)))), theme.ColorNamePlaceHolder, noteSize, false)
	row := container.New(spread{wide: 0, gap: 8}, name, count)
	if n := len(v.now.problems); n > 0 {
		row.Add(line(p.words.Plural("window.problems", n), theme.ColorNamePlaceHolder, noteSize, false))
		row.Add(wire(p, newButton(p.say("sheet.previous"), linkButton, func() { v.step(-1) }), p.say("hint.problemstep")))
		row.Add(wire(p, newButton(p.say("sheet.next"), linkButton, func() { v.step(1) }), p.say("hint.problemstep")))
	}
	return container.New(margins{0, 8, 4, 6}, row)
}

// list lists the leaves, where there are several.
func (v *sheetViewer) list() fyne.CanvasObject {
	if len(v.now.leaves) < 2 {
		return nil
	}
	names := v.now.leafNames(v.page)
	v.leaves = newKeyList(v.page)
	v.leaves.Length = func() int { return len(v.now.leaves) }
	v.leaves.CreateItem = func() fyne.CanvasObject {
		return container.New(margins{2, 6, 2, 8}, newFitted("", theme.ColorNameForeground, noteSize))
	}
	v.leaves.UpdateItem = func(i int, o fyne.CanvasObject) {
		o.(*fyne.Container).Objects[0].(*fitted).set(names[i])
	}
	v.leaves.Select(v.now.leaf)
	v.leaves.OnSelected = func(i int) {
		if i != v.now.leaf {
			now := v.now
			latest(v.page.looking, func(context.Context) viewing { return now.turn(i) }, v.show)
		}
	}
	least := canvas.NewRectangle(color.Transparent)
	least.SetMinSize(fyne.NewSize(v.leavesWidth(names), 0))
	return container.NewStack(least, v.leaves)
}

// leavesWidth is the width that the names of a source's leaves take, at most a
// quarter of the window.
func (v *sheetViewer) leavesWidth(names []string) float32 {
	width := float32(0)
	for _, name := range names[:min(len(names), 100)] {
		width = fyne.Max(width, fyne.MeasureText(name, noteSize, fyne.TextStyle{}).Width)
	}
	most := float32(320)
	if w := v.page.window; w != nil {
		most = fyne.Min(most, w.Canvas().Size().Width/4)
	}
	return fyne.Max(140, fyne.Min(width+20, most))
}

// tell shows a cell in full, with its place, its column's header, and what
// made no sense in it.
func (v *sheetViewer) tell(row, column int) {
	p, g := v.page, v.grid
	r := g.rows[row]
	text := r.Text(column)
	where := p.cellText(reports.Origin{Row: r.Number, Column: column})
	if g.leaf.Lines {
		where, text = p.say("sheet.line", "n", r.Number), aroundText(text, g.sought)
	} else if around, err := (sheet.Place{Leaf: g.leaf, Row: r.Number, Column: column, Text: text}).Around(0); err == nil {
		where = strings.Join(slices.DeleteFunc([]string{where, short(around.Header, 100), short(around.Label, 100)}, func(s string) bool { return s == "" }), " · ")
	}
	list := []fyne.CanvasObject{note(where)}
	if what := g.trouble(r.Number, column); what != "" {
		list = append(list, p.failure(what))
	}
	if text != "" {
		list = append(list, prose(p.words.Say("quote", "text", short(text, 2000))))
	} else {
		list = append(list, note(p.say("sheet.emptycell")))
	}
	v.detail.Objects = []fyne.CanvasObject{p.scrolled(list...)}
	v.detail.Refresh()
}

// step goes to the next or the previous problem that has a cell, in whatever
// leaf it is.
func (v *sheetViewer) step(by int) {
	var placed []reports.Problem
	for _, p := range v.now.problems {
		if p.Origin.Row > 0 {
			placed = append(placed, p)
		}
	}
	if len(placed) == 0 {
		v.page.status.say(v.page.say("sheet.noplace"))
		return
	}
	at := -1
	if by < 0 {
		at = 0
	}
	if g := v.grid; g.at != nowhere {
		if i := slices.IndexFunc(placed, func(p reports.Problem) bool {
			return v.now.here(p) && p.Origin.Row == g.rows[g.at.row].Number && max(1, p.Origin.Column) == g.at.column+1
		}); i >= 0 {
			at = i
		}
	}
	o := placed[(at+by+len(placed))%len(placed)].Origin
	now := v.now
	latest(v.page.looking, func(context.Context) viewing { return now.goTo(o) }, v.show)
}

// goTo shows another cell of the same source.
func (v viewing) goTo(o reports.Origin) viewing {
	v.find(o)
	v.rows, v.err = v.leaves[v.leaf].Rows()
	return v
}
