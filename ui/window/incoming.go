package window

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"vitrine/reports/fetch"
	"vitrine/reports/library"
	"vitrine/reports/sheet"
)

// An incoming file is one on its way into the library.
type incoming struct {
	path    string
	begun   bool
	stopped bool             // the user took it out
	fetched fetch.Progress   // while it is fetched
	at      library.Progress // how far it is, once it has begun
	came    *library.Receipt // nil until it is over
	cancel  context.CancelFunc
}

// incomings are the files of the load under way. Unlike the rest of the window
// they are touched by the goroutine that loads, too.
type incomings struct {
	lock  sync.Mutex
	files []incoming
}

// list begins with files of which none has its turn yet.
func (i *incomings) list(paths []string) {
	i.files = make([]incoming, len(paths))
	for n, path := range paths {
		i.files[n].path = path
	}
}

func (i *incomings) begin(file int, cancel context.CancelFunc) {
	f := &i.files[file]
	f.begun, f.cancel = true, cancel
	if f.stopped {
		cancel()
	}
}

// reached notes how far the file under way is.
func (i *incomings) reached(at library.Progress) {
	i.lock.Lock()
	defer i.lock.Unlock()
	if at.Done < len(i.files) {
		i.files[at.Done].at = at
	}
}

// fetching notes how far a file is that is fetched before it is loaded.
func (i *incomings) fetching(address string, at fetch.Progress) {
	i.lock.Lock()
	defer i.lock.Unlock()
	i.files = []incoming{{path: address, begun: true, fetched: at}}
}

// stop takes a file out of the load, before its turn or in it. What is over
// stays.
func (i *incomings) stop(file int) {
	i.lock.Lock()
	defer i.lock.Unlock()
	if file >= len(i.files) || i.files[file].came != nil {
		return
	}
	i.files[file].stopped = true
	if i.files[file].cancel != nil {
		i.files[file].cancel()
	}
}

// now lists the files as they stand.
func (i *incomings) now() []incoming {
	i.lock.Lock()
	defer i.lock.Unlock()
	return slices.Clone(i.files)
}

// incomingNow lists the files of the load under way, or else of the last one.
func (p *page) incomingNow() []incoming {
	if p.taking.working {
		return p.incoming.now()
	}
	list := make([]incoming, len(p.loaded))
	for n := range p.loaded {
		list[n] = incoming{path: p.loaded[n].Path, begun: true, came: &p.loaded[n]}
	}
	return list
}

// A following load is one whose files the window follows, one by one.
type following struct {
	*incomings
	progress func(library.Progress) // of the file under way
	changed  func(struct{})         // something else of a file is news
}

// follow begins to follow a load.
func (p *page) follow() following {
	p.incoming.lock.Lock()
	p.incoming.files = nil
	p.incoming.lock.Unlock()
	show := newest(p.taking, func(at library.Progress) { p.showProgress(at); p.showIncoming() })
	return following{incomings: &p.incoming, changed: newest(p.taking, func(struct{}) { p.showIncoming() }), progress: func(at library.Progress) {
		p.incoming.reached(at)
		show(at)
	}}
}

// tell changes the files, and shows that.
func (f following) tell(change func()) {
	f.lock.Lock()
	change()
	f.lock.Unlock()
	f.changed(struct{}{})
}

// take loads what paths name, each file by itself, so that one can be taken
// out while the others come in.
func (f following) take(ctx context.Context, l ledger, paths []string, o library.TakeOptions) []library.Receipt {
	files, receipts := filesOf(paths)
	f.tell(func() { f.list(files) })
	for n, path := range files {
		own, cancel := context.WithCancel(ctx)
		f.tell(func() { f.begin(n, cancel) })
		came := l.TakeWith(own, []string{path}, o, func(at library.Progress) {
			at.Done, at.Total = n, len(files)
			f.progress(at)
		})
		cancel()
		if len(came) > 0 {
			f.tell(func() { f.files[n].came = &came[0] })
		}
		receipts = append(receipts, came...)
	}
	return receipts
}

// filesOf lists the files that paths name, those in folders too, and of what
// cannot be read a receipt that says why. A path that names nothing is left to
// the library to say so.
func filesOf(paths []string) (files []string, failed []library.Receipt) {
	var there []string
	for _, path := range paths {
		if _, err := os.Stat(path); err != nil {
			files = append(files, path)
		} else {
			there = append(there, path)
		}
	}
	inputs, errs := sheet.Inputs(there)
	for _, in := range inputs {
		files = append(files, pathOf(in))
	}
	for _, err := range errs {
		r := library.Receipt{Err: err}
		if broken := (*sheet.Error)(nil); errors.As(err, &broken) {
			r.Path = broken.File
		}
		failed = append(failed, r)
	}
	return files, failed
}

// pathOf is a path that leads to an input alone: of a chat's pages, which are
// one input by the name of their folder, one of the pages.
func pathOf(in sheet.Input) string {
	if info, err := os.Stat(in.Path); err == nil && info.IsDir() {
		if pages, err := filepath.Glob(filepath.Join(in.Path, "messages*.html")); err == nil && len(pages) > 0 {
			return pages[0]
		}
	}
	return in.Path
}

// showIncoming shows how far the files are, where that is seen.
func (p *page) showIncoming() {
	if p.arriving != nil && p.history.now().side.kind == incomingSide {
		p.arriving.refresh()
	}
}
