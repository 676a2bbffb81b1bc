package window

import (
	"context"
	"io"
	"slices"
	"strings"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/audit"
	"vitrine/reports/export"
)

// saveFindings writes what the checks find as a workbook.
func (p *page) saveFindings() {
	publisher := p.shownPublisher()
	if s := p.history.now().side; s.kind == checksSide {
		publisher = s.source
	}
	name := strings.TrimSpace(publisher + " " + p.say("findings.file"))
	p.saveAs(plainName(name)+".xlsx", p.findingsBook(publisher))
}

// findingsBook returns what writes the findings about a publisher, or about
// all: with their notes, set aside or not, and the cells of their cases. It
// checks first, unless that is done.
func (p *page) findingsBook(publisher string) func(context.Context, io.Writer) error {
	l, able := p.ledger.(auditable)
	known := p.checked
	fresh := known.of(publisher, p.held.sources)
	book := export.FindingBook{Findings: known.found, Sources: p.held.sources, Words: p.words}
	return func(ctx context.Context, w io.Writer) (err error) {
		if able && !fresh {
			if book.Findings, err = check(ctx, l, publisher, func(string) {}); err != nil {
				return err
			}
		}
		book.Sources = checkedSources(publisher, book.Findings, book.Sources)
		return export.FindingWorkbook(ctx, w, l, book)
	}
}

// checkedSources lists the sources of a publisher, and of those whose figures
// stand against its own in what was found; all where all was checked.
func checkedSources(publisher string, found []audit.Finding, all []reports.Source) []reports.Source {
	if publisher == "" {
		return all
	}
	of := map[string]bool{publisher: true}
	for _, f := range found {
		of[f.Publisher] = true
		for _, c := range f.Cases {
			of[c.Origin.Source] = true
			for _, s := range c.Sides {
				of[s.Publisher], of[s.Number.Origin.Source] = true, true
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(s reports.Source) bool { return !of[s.Publisher] && !of[s.ID] })
}

// saveRevisions writes what later vintages changed of the figures that the
// question is about as a workbook.
func (p *page) saveRevisions() {
	name := strings.TrimSpace(p.fileName() + " " + p.say("revisions.file"))
	p.saveAs(plainName(name)+".xlsx", p.revisionsBook())
}

// revisionsBook returns what writes all revisions, with their counts and what
// the publishers say themselves.
func (p *page) revisionsBook() func(context.Context, io.Writer) error {
	q, l := p.history.now().question, p.ledger.(revisable)
	book := export.RevisionBook{Question: q, Sources: p.held.sources, Words: p.words, Profile: export.Analyst}
	record := p.revisionsRecord(q, &book)
	return func(ctx context.Context, w io.Writer) (err error) {
		book.Summary, err = audit.Revisions(ctx, l, q, names(), func(r reports.Revision) error {
			book.Revisions = append(book.Revisions, r)
			return ctx.Err()
		})
		if err != nil {
			return err
		}
		book.Events = book.Summary.Events(assets.Events())
		if book.Record, err = record(ctx); err != nil {
			return err
		}
		return export.RevisionWorkbook(w, book)
	}
}
