package window

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2"

	"vitrine/reports"
	"vitrine/reports/library"
	"vitrine/reports/publisher"
	"vitrine/reports/sheet"
)

// A mapper says, with the user, what the columns of a table mean that no
// format knows. It keeps each step, so that one can go back.
type mapper struct {
	page   *page
	path   string
	book   *sheet.Book
	steps  []publisher.Mapping // the newest is the last
	laid   publisher.Layout
	read   reports.Reading // the first rows as they would be read
	err    error           // why nothing is read
	period string          // what the user says of a table that states none
	shared []string        // the sheets that have the mapping's header
	called string          // what the newest proposal calls the table

	view *mappingView // nil until it is shown
}

const (
	mappedRows  = 200 // rows of the table that are seen
	previewRows = 60  // rows of it that are read at each step
)

// proposed is a table with a first proposal of what its columns mean.
type proposed struct {
	book    *sheet.Book
	mapping publisher.Mapping
	err     error
}

// propose reads a file's table; a mapping that is kept for such tables goes
// before what headers and cells say.
func propose(ctx context.Context, path string, kept []publisher.Mapping) proposed {
	open, opened := lasting(ctx)
	defer opened()
	book, err := sheet.OpenFile(open, path)
	if err != nil {
		return proposed{err: err}
	}
	for _, m := range kept {
		if _, err := m.Layout(ctx, book, 1); err == nil {
			return proposed{book: book, mapping: m}
		}
	}
	m, err := publisher.Propose(ctx, book)
	if errors.Is(err, publisher.ErrNoTable) {
		m, err = publisher.Mapping{Publisher: publisher.Ask, Table: publisher.Ask}, nil
	}
	return proposed{book: book, mapping: m, err: err}
}

// A mappings ledger keeps mappings beside it.
type mappings interface {
	Mappings() ([]publisher.Mapping, []error)
}

var _ mappings = (*library.Library)(nil)

// open reads the table in the background.
func (m *mapper) open() {
	p := m.page
	var kept []publisher.Mapping
	if l, able := p.ledger.(mappings); able {
		kept, _ = l.Mappings()
	}
	latest(p.looking, func(ctx context.Context) proposed { return propose(ctx, m.path, kept) }, func(found proposed) {
		m.book, m.err = found.book, found.err
		if found.err != nil {
			m.view.fail(found.err)
			return
		}
		m.steps, m.called = []publisher.Mapping{found.mapping}, found.mapping.Table
		m.reread()
	})
}

// now is the mapping as it stands.
func (m *mapper) now() publisher.Mapping { return m.steps[len(m.steps)-1] }

// change makes a step to another mapping, which is seen at once.
func (m *mapper) change(to publisher.Mapping) {
	m.steps = append(m.steps, to)
	m.reread()
}

// name changes a name while it is typed, which is no step of its own.
func (m *mapper) name(set func(*publisher.Mapping)) {
	set(&m.steps[len(m.steps)-1])
	m.view.tell()
}

func (m *mapper) canUndo() bool { return len(m.steps) > 1 }

func (m *mapper) undo() {
	names := m.now()
	m.steps = m.steps[:len(m.steps)-1]
	last := &m.steps[len(m.steps)-1]
	last.Publisher, last.Table = names.Publisher, names.Table
	m.reread()
}

// A reread table is what a mapping makes of its first rows.
type reread struct {
	laid   publisher.Layout
	read   reports.Reading
	shared []string
	err    error
}

// reread reads the first rows anew in the background.
func (m *mapper) reread() {
	book, mapping, o := m.book, m.now(), m.options()
	latest(m.page.looking, func(ctx context.Context) reread {
		var r reread
		if r.laid, r.err = mapping.Layout(ctx, book, mappedRows); r.err == nil {
			r.shared = mapping.Sharing(book)
			r.read, r.err = mapping.PreviewWith(ctx, book, previewRows, o)
		}
		return r
	}, func(r reread) {
		if len(r.laid.Columns) > 0 {
			m.laid = r.laid
		}
		m.read, m.shared, m.err = r.read, r.shared, r.err
		if m.view.grid == nil && len(m.laid.Rows) == 0 {
			m.view.fail(r.err)
			return
		}
		m.view.show()
	})
}

// options are what the user says of the table beside the mapping.
func (m *mapper) options() publisher.Options {
	var o publisher.Options
	if period, ok := readPeriod(m.period); ok {
		o.Period = period
	}
	return o
}

// at returns the mapping's column at a column of the table; where it has none
// yet, with one that it then has.
func (m *mapper) at(column int) (publisher.Mapping, int) {
	c := m.laid.Columns[column]
	if c.At >= 0 {
		return m.now(), c.At
	}
	return m.now().Naming(c.Name)
}

// ready says in a sentence why the table cannot be loaded yet; "" if it can.
func (m *mapper) ready() string {
	if len(m.steps) == 0 {
		return m.page.say("wait.file")
	}
	if asks := m.page.asksOf(m.now()); len(asks) > 0 {
		return m.page.say("mapping.asks", "what", join(asks))
	}
	if err := m.now().Check(); err != nil {
		return m.page.mappingError(err)
	}
	if m.err != nil {
		return m.page.mappingError(m.err)
	}
	return ""
}

// accept loads the table as it is mapped, and keeps the mapping.
func (m *mapper) accept() {
	p := m.page
	if why := m.ready(); why != "" {
		p.status.say(why)
		return
	}
	l := p.ledger
	f := p.follow()
	var o library.TakeOptions
	o.Mappings, o.Period = []publisher.Mapping{m.now()}, m.options().Period
	p.load(func(ctx context.Context) []library.Receipt {
		return f.take(ctx, l, []string{m.path}, o)
	}, func(came []library.Receipt) []library.Receipt {
		if len(came) > 0 && came[0].Err == nil {
			p.mapper = nil
			p.closeSide()
		}
		return p.inPlaceOf(m.path, came)
	})
}

// mappable tells whether a file was not loaded because no format knows its
// table.
func mappable(r library.Receipt) bool { return errors.Is(r.Err, publisher.ErrUnknownTable) }

// openMapping opens the mapping of a file's table.
func (p *page) openMapping(path string) { p.openFrom(side{kind: mappingSide, source: path}) }

// mapAlone opens the mapping of a table that was loaded alone: nothing else is
// to be seen of it.
func (p *page) mapAlone(came []library.Receipt) {
	if len(came) == 1 && mappable(came[0]) && !p.taking.working {
		p.openMapping(came[0].Path)
	}
}

// mappables lists the files of the last load of which a mapping can be made.
func (p *page) mappables() []string {
	var list []string
	for _, r := range p.loaded {
		if mappable(r) {
			list = append(list, r.Path)
		}
	}
	return list
}

func (p *page) noMapping() string {
	return p.unless(p.mapper != nil || len(p.mappables()) > 0, "refused.mapping")
}

// chooseMapping opens the mapping of the table that the last load did not
// know; of several, the one that is chosen.
func (p *page) chooseMapping() {
	paths := p.mappables()
	switch {
	case p.mapper != nil && !slices.Contains(paths, p.mapper.path):
		p.openMapping(p.mapper.path)
	case len(paths) == 1:
		p.openMapping(paths[0])
	default:
		var list []choice
		for _, path := range paths {
			list = append(list, choice{Label: base(path), Note: path, Choose: func() { p.openMapping(path) }})
		}
		p.choose(nil, "mapping", list)
	}
}

// mapping tells whether the mapping of a table is what is seen.
func (p *page) mapping() bool {
	return p.mapper != nil && len(p.mapper.steps) > 0 && p.history.now().side.kind == mappingSide
}

func (p *page) noMapped() string { return p.unless(p.mapping(), "refused.mapped") }

func (p *page) acceptMapping() { p.mapper.accept() }

func (p *page) mappingSide(path string) fyne.CanvasObject {
	m := p.mapper
	known := m != nil && m.path == path
	if !known {
		m = &mapper{page: p, path: path}
		p.mapper = m
	}
	m.view = newMappingView(m)
	if known && len(m.steps) > 0 {
		m.view.show()
		p.drawer.first = m.view.first()
	} else {
		m.open()
	}
	return m.view.object
}

// inPlaceOf puts what came of a file in the place of what came of it before.
func (p *page) inPlaceOf(path string, came []library.Receipt) []library.Receipt {
	list := slices.Clone(p.loaded)
	if at := slices.IndexFunc(list, func(r library.Receipt) bool { return r.Path == path }); at >= 0 {
		return slices.Replace(list, at, at+1, came...)
	}
	return append(list, came...)
}
