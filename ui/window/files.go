package window

import (
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"vitrine/reports/library"
)

// errNoPortal says that the desktop has no dialogs of its own to offer.
var errNoPortal = errors.New("no file dialogs of the desktop")

// openURIs takes files and folders however they came: dialog, drop, arguments.
func (p *page) openURIs(uris []fyne.URI) {
	var paths []string
	for _, u := range uris {
		if u.Scheme() == "file" {
			paths = append(paths, u.Path())
		}
	}
	if len(paths) > 0 {
		p.take(paths)
	}
}

// openFiles lets the user choose files: several at once where the desktop
// has a dialog that can, else one.
func (p *page) openFiles() {
	p.background(func() ([]string, error) { return askFiles(p.window, p.say("action.open")) }, func(paths []string, err error) {
		if err == nil {
			p.takeAny(paths)
			return
		}
		d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
			if err != nil {
				p.wrong(p.say("failed.file", "why", p.why(err)))
			} else if r != nil {
				r.Close()
				p.openURIs([]fyne.URI{r.URI()})
			}
		}, p.window)
		p.showDialog(d)
	})
}

// openFolder lets the user choose a folder, all of whose files are read.
func (p *page) openFolder() {
	p.background(func() ([]string, error) { return askFolder(p.window, p.say("action.folder")) }, func(paths []string, err error) {
		if err == nil {
			p.takeAny(paths)
			return
		}
		p.showDialog(dialog.NewFolderOpen(func(l fyne.ListableURI, err error) {
			if err != nil {
				p.wrong(p.say("failed.file", "why", p.why(err)))
			} else if l != nil {
				p.openURIs([]fyne.URI{l})
			}
		}, p.window))
	})
}

func (p *page) takeAny(paths []string) {
	if len(paths) > 0 {
		p.take(paths)
	}
}

// background asks the desktop, which may take as long as the user does.
func (p *page) background(ask func() ([]string, error), then func([]string, error)) {
	w := p.taking
	w.start(func() {
		paths, err := ask()
		w.do(func() { then(paths, err) })
	})
}

func (p *page) showDialog(d *dialog.FileDialog) {
	size := p.window.Canvas().Size()
	p.dialog = d
	d.SetOnClosed(func() { p.dialog = nil })
	d.Show()
	d.Resize(fyne.NewSize(fyne.Min(900, size.Width-60), fyne.Min(620, size.Height-60)))
	if n := escapable(contentOf(p.window.Canvas().Overlays().Top()), p.escape); n != nil {
		p.window.Canvas().Focus(n)
	}
}

// maxRecent is how many files are remembered.
const maxRecent = 10

// recent lists the files that were loaded last, the newest first.
func (p *page) recent() []string { return p.app.Preferences().StringList(prefRecent) }

func (p *page) remember(receipts []library.Receipt) {
	list := p.recent()
	for _, r := range receipts {
		if r.Err == nil && r.Path != "" {
			list = slices.DeleteFunc(list, func(s string) bool { return s == r.Path })
			list = slices.Insert(list, 0, r.Path)
		}
	}
	p.app.Preferences().SetStringList(prefRecent, list[:min(len(list), maxRecent)])
}

func (p *page) openRecent() {
	var list []choice
	for _, path := range p.recent() {
		list = append(list, choice{Label: base(path), Note: storage.NewFileURI(path).Path(), Choose: func() { p.take([]string{path}) }})
	}
	p.choose(nil, "recent", list)
}
