package window

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"vitrine/reports"
)

// notesSide lists what a reader of the answer must know, and what the reports
// of its numbers say in words.
func (p *page) notesSide() fyne.CanvasObject {
	if c := p.comparison(); c != nil {
		list := []fyne.CanvasObject{prose(p.words.ComparisonSubtitle(*c))}
		for _, text := range p.words.ComparisonNotes(*c) {
			list = append(list, widget.NewSeparator(), prose(text))
		}
		return p.scrolled(append(list, p.sourceNotes(c.SourceNotes())...)...)
	}
	list := []fyne.CanvasObject{prose(p.words.Subtitle(*p.result.answer))}
	for _, n := range p.result.answer.Notes {
		list = append(list, widget.NewSeparator(), prose(p.words.Note(n)))
	}
	return p.scrolled(append(list, p.sourceNotes(p.result.answer.SourceNotes)...)...)
}

// notesOfSide lists what one source says in words.
func (p *page) notesOfSide(id string) fyne.CanvasObject {
	body := container.NewStack(note(p.say("wait.file")))
	l := p.ledger
	latest(p.looking, func(ctx context.Context) saidNotes { return tellNotes(ctx, l, id) }, func(t saidNotes) {
		body.Objects = []fyne.CanvasObject{p.scrolled(p.sourceNotes(t.notes)...)}
		if t.err != nil {
			body.Objects = []fyne.CanvasObject{p.failure(p.say("failed.file", "why", p.why(t.err)))}
		}
		body.Refresh()
	})
	return body
}

// saidNotes are what a source says in words.
type saidNotes struct {
	notes []reports.SourceNote
	err   error
}

func tellNotes(ctx context.Context, l ledger, id string) saidNotes {
	notes, err := l.NotesOf(ctx, id)
	return saidNotes{notes, err}
}

// sourceNotes are notes of reports, each with its place; the heading of a
// report stands above its first.
func (p *page) sourceNotes(notes []reports.SourceNote) []fyne.CanvasObject {
	if len(notes) == 0 {
		return nil
	}
	list := []fyne.CanvasObject{widget.NewSeparator(), container.New(margins{8, 6, 2, 6}, heading(p.say("sourcenotes.report")))}
	for _, n := range notes {
		o := n.Origin
		place := wire(p, newButton(joinPlaces(shortName(base(o.File)), o.Sheet, p.cellText(o))+" ▸", linkButton, func() {
			p.openFrom(side{kind: excerptSide, origin: o})
		}), p.say("hint.showfile"))
		place.Left = true
		list = append(list, strong(p.words.SourceNote(n)), prose(n.Text), place)
	}
	return list
}

// notesLink leads from a number to the notes of its report that explain it;
// nil where there is none.
func (p *page) notesLink(s reports.Series) fyne.CanvasObject {
	if p.result.answer == nil {
		return nil
	}
	n := 0
	for _, said := range p.result.answer.SourceNotes {
		if said.Explains(s) {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	link := wire(p, newButton(p.words.Plural("window.side.sourcenotes", n), linkButton, func() { p.openFrom(side{kind: notesSide}) }), p.say("hint.sourcenotes"))
	link.Left = true
	return link
}

// notesOf shows what the first of some sources says in words that has figures
// of none; false where there is none.
func (p *page) notesOf(sources ...reports.Source) bool {
	i := slices.IndexFunc(sources, func(s reports.Source) bool { return s.Notes > 0 && s.Figures == 0 })
	if i >= 0 {
		p.open(side{kind: notesSide, source: sources[i].ID})
	}
	return i >= 0
}
