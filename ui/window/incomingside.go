package window

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"vitrine/reports"
	"vitrine/reports/library"
)

// An incomingView lists the files of a load while they come in, a row a file,
// and below them says of the selected one what can be done about it.
type incomingView struct {
	page   *page
	list   *incomingList
	count  *fitted
	all    *button
	files  []incoming
	at     int // the selected file; -1: none
	said   string
	detail *fyne.Container
	object fyne.CanvasObject
}

// showLoad opens the list of what comes in, or came in last.
func (p *page) showLoad() { p.openFrom(side{kind: incomingSide}) }

func (p *page) noLoad() string {
	return p.unless(p.taking.working || len(p.loaded) > 0, "refused.incoming")
}

// cancelLoad stops the load under way: what is in the library by then stays.
func (p *page) cancelLoad() { p.taking.interrupt() }

func (p *page) noCancel() string { return p.unless(p.taking.working, "refused.cancelload") }

func (p *page) incomingSide() fyne.CanvasObject {
	v := &incomingView{page: p, at: -1, detail: container.NewStack(note(p.say("incoming.select")))}
	v.list = newIncomingList(v)
	v.count = newFitted("", theme.ColorNamePlaceHolder, noteSize)
	v.all = wire(p, newButton(p.say("incoming.cancelall"), linkButton, p.cancelLoad), p.say("hint.cancelload"))
	head := container.New(margins{0, 4, 2, 6}, container.New(spread{wide: 0, gap: 4}, v.count, v.all))
	foot := container.New(atLeast(170), framed(widget.NewSeparator(), nil, nil, nil, container.New(margins{4, 0, 0, 0}, v.detail)))
	v.object = framed(head, foot, nil, nil, v.list)
	p.arriving = v
	v.refresh()
	return v.object
}

// refresh shows the files as they stand now.
func (v *incomingView) refresh() {
	p := v.page
	v.files = p.incomingNow()
	done := 0
	for _, f := range v.files {
		if f.came != nil {
			done++
		}
	}
	v.count.set(p.words.Plural("window.incoming.count", len(v.files), "done", p.words.Number(float64(done)), "n", p.words.Number(float64(len(v.files)))))
	if p.taking.working {
		v.all.Show()
	} else {
		v.all.Hide()
	}
	v.list.measure()
	v.list.Refresh()
	if v.at >= 0 {
		v.tell()
	}
}

// pick says of a file what came of it, and what can be done.
func (v *incomingView) pick(i int) {
	v.at, v.said = i, ""
	v.tell()
}

// tell builds the detail anew where the file's news are others than before.
func (v *incomingView) tell() {
	p := v.page
	if v.at >= len(v.files) {
		v.at, v.said = -1, ""
		v.detail.Objects = []fyne.CanvasObject{note(p.say("incoming.select"))}
		v.detail.Refresh()
		return
	}
	f := v.files[v.at]
	said := f.path + p.incomingState(f)
	if said == v.said {
		return
	}
	v.said = said
	var list []fyne.CanvasObject
	row := container.NewHBox()
	if f.came == nil {
		list = append(list, note(p.said(base(f.path), p.incomingState(f))))
		row.Add(wire(p, newButton(p.say("wait.cancel"), linkButton, v.stop), p.say("hint.cancelone")))
	} else {
		list = append(list, p.receipt(*f.came))
		if _, wrong := p.receiptSays(*f.came); !wrong { // which has a button of its own to copy it
			row.Add(wire(p, newButton(p.say("copy"), linkButton, v.copy), p.say("hint.copyreceipt")))
		}
	}
	v.detail.Objects = []fyne.CanvasObject{p.scrolled(append(list, row)...)}
	v.detail.Refresh()
}

// stop takes the selected file out of the load.
func (v *incomingView) stop() {
	if v.at < 0 || !v.page.taking.working {
		return
	}
	v.page.incoming.stop(v.at)
	v.refresh()
}

// copy puts on the clipboard what came of the selected file.
func (v *incomingView) copy() {
	if v.at < 0 || v.at >= len(v.files) || v.files[v.at].came == nil {
		return
	}
	text, _ := v.page.receiptSays(*v.files[v.at].came)
	v.page.copyText(text)
}

// incomingState says in a few words how far a file is.
func (p *page) incomingState(f incoming) string {
	switch {
	case f.came != nil:
		return p.outcome(*f.came)
	case f.stopped:
		return p.say("incoming.stopped")
	case !f.begun:
		return p.say("incoming.waiting")
	case f.fetched.Name != "" && f.fetched.Of > 0:
		return p.say("incoming.fetching.part", "percent", percent(f.fetched.Bytes, f.fetched.Of))
	case f.fetched.Name != "":
		return p.say("incoming.fetching")
	case f.at.Stage == library.StageUnderstanding:
		return p.say("incoming.understanding")
	case f.at.Stage == library.StageStoring:
		return p.say("incoming.storing", "percent", percent(f.at.Bytes, f.at.Of))
	}
	return p.say("incoming.reading", "percent", percent(f.at.Bytes, f.at.Of))
}

func percent(n, of int64) int { return int(100 * min(n, of) / max(of, 1)) }

// outcome says in a few words what came of a file.
func (p *page) outcome(r library.Receipt) string {
	switch {
	case errors.Is(r.Err, context.Canceled):
		return p.say("incoming.cancelled")
	case errors.Is(r.Err, reports.ErrUnknownExport):
		return p.say("incoming.unknown")
	case undated(r):
		return p.say("incoming.undated")
	case r.Err != nil:
		return p.say("incoming.failed")
	case r.Already:
		return p.say("incoming.already")
	}
	return p.words.Plural("window.figures", r.Source.Figures)
}

// reason says what came of a file without its name, which stands above.
func (p *page) reason(r library.Receipt) string {
	text, _ := p.receiptSays(r)
	if failed(r) {
		text = p.why(r.Err)
	}
	rest, named := strings.CutPrefix(text, r.Path) // an address
	if !named {
		rest, named = strings.CutPrefix(text, base(r.Path))
	}
	rest = strings.TrimLeft(rest, "\u202f ")
	if member, within := strings.CutPrefix(rest, "/"); named && within {
		return member
	}
	if said := strings.TrimLeft(rest, ":›"); named && said != rest {
		text = strings.TrimLeft(said, " ")
	}
	return capital(text)
}

// failed tells whether a file did not come in for a reason that only its error
// says.
func failed(r library.Receipt) bool {
	return r.Err != nil && !errors.Is(r.Err, context.Canceled) && !errors.Is(r.Err, reports.ErrUnknownExport) && !undated(r)
}

// incomingLine says what a loaded file was recognised as, and what is new of
// it; of another why not.
func (p *page) incomingLine(f incoming) string {
	if f.came == nil {
		return ""
	}
	r := *f.came
	if r.Err != nil || r.Already {
		return p.reason(r)
	}
	number := func(n int) string { return p.words.Number(float64(n)) }
	text := p.say("incoming.line", "publisher", p.words.Publisher(r.Source.Publisher), "title", p.sourceTitle(r.Source),
		"new", number(r.New), "equal", number(r.Equal), "changed", number(r.Changed))
	if r.Source.Problems > 0 {
		text = p.words.Plural("window.problems", r.Source.Problems) + " · " + text
	}
	return text
}
