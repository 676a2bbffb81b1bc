package command

import (
	"context"
	"strings"

	"vitrine/reports"
	"vitrine/reports/library"
	"vitrine/reports/sheet"
)

// neighbours looks up what stands beside cells in their sources, and keeps the
// last source open: the parts of a sum lie side by side.
type neighbours struct {
	library *library.Library
	source  string
	book    *sheet.Book // nil where the source cannot be opened
}

// cells returns what trace prints of a cell's surroundings: the SHA-256 of its
// source, the header of its column, what its row begins with, and the texts to
// the left, to the right, above and below. A source whose bytes are gone has
// its SHA-256 only.
func (n *neighbours) cells(ctx context.Context, o reports.Origin) []string {
	var p sheet.Passage
	for range 2 {
		if n.open(ctx, o); n.book == nil {
			break
		}
		if place, found := n.book.Find(o); found {
			p, _ = place.Around(1)
			break
		}
		if !library.InPart(n.book) {
			break
		}
		n.source = "" // what is open are the rows around another cell
	}
	return []string{o.Source, p.Header, p.Label, p.Left, p.Right, p.Above, p.Below}
}

func (n *neighbours) open(ctx context.Context, o reports.Origin) {
	if n.source == o.Source {
		return
	}
	n.source, n.book = o.Source, nil
	content, err := n.library.Content(ctx, o.Source)
	if err != nil {
		return
	}
	name, _, _ := strings.Cut(o.File, "/")
	n.book, _ = library.OpenAt(ctx, name, content, o)
}
