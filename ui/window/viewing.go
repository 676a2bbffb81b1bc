package window

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"weak"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/library"
	"vitrine/reports/sheet"
)

// An openBook is a source that stays open while it is looked at.
type openBook struct {
	source string // its ID
	*sheet.Book
	closed weak.Pointer[sheet.Book] // once nobody looks at it, for as long as it is in memory all the same
}

// close lets go of the book: of a million rows it takes half a gigabyte.
func (b openBook) close() openBook {
	if b.Book == nil {
		return b
	}
	return openBook{source: b.source, closed: weak.Make(b.Book)}
}

// reopened returns the book as it was before it was closed, if it is still
// there.
func (b openBook) reopened() openBook {
	if b.Book == nil {
		b.Book = b.closed.Value()
	}
	return b
}

// A viewing is a source as it stood, at a leaf and a cell.
type viewing struct {
	book     openBook
	leaves   []sheet.Leaf
	leaf     int // the leaf that is seen
	rows     []sheet.Row
	place    sheet.Place // the cell to show; its Row is 0 where there is none
	problems []reports.Problem
	err      error
}

// viewSource opens a source at a cell; an origin without a row opens it at its
// first problem, or else at its beginning. What is open already is not read
// again.
func viewSource(ctx context.Context, l ledger, open openBook, name string, o reports.Origin) viewing {
	open = open.reopened()
	v := viewing{book: open}
	if open.Book == nil || open.source != o.Source || open.lacks(o) {
		content, err := l.Content(ctx, o.Source)
		if err != nil {
			return viewing{err: err}
		}
		ctx, opened := lasting(ctx)
		defer opened()
		book, err := library.OpenAt(ctx, name, content, o)
		if err != nil {
			return viewing{err: err}
		}
		v.book = openBook{source: o.Source, Book: book}
	}
	if v.leaves = v.book.Leaves(); len(v.leaves) == 0 {
		return viewing{err: fmt.Errorf("%s holds nothing that can be shown", name)}
	}
	if v.problems, v.err = l.Problems(ctx, o.Source); v.err != nil {
		return v
	}
	v.find(o)
	v.rows, v.err = v.leaves[v.leaf].Rows()
	return v
}

// lacks tells whether the source was opened around another cell of a Parquet
// file, and not at this one.
func (b openBook) lacks(o reports.Origin) bool {
	if o.Row == 0 || !library.InPart(b.Book) {
		return false
	}
	_, found := b.Find(o)
	return !found
}

// find goes to an origin's cell, or, where it names none, to the first
// problem that has one.
func (v *viewing) find(o reports.Origin) {
	if o.Row == 0 {
		i := slices.IndexFunc(v.problems, func(p reports.Problem) bool { return p.Origin.Row > 0 })
		if i < 0 {
			return
		}
		o = v.problems[i].Origin
	}
	place, found := v.book.Find(o)
	if !found {
		v.findSheet(o)
		return
	}
	v.place = place
	v.leaf = slices.IndexFunc(v.leaves, func(l sheet.Leaf) bool {
		return l.File == place.File && l.Name == place.Name && l.Lines == place.Lines
	})
}

// findSheet goes to the row that an origin names, of a problem whose text is
// not the cell's.
func (v *viewing) findSheet(o reports.Origin) {
	for i, l := range v.leaves {
		if l.File == o.File && (l.Name == o.Sheet || l.Lines) {
			v.leaf, v.place = i, sheet.Place{Leaf: l, Row: o.Row, Column: max(1, o.Column), Text: o.Text}
			return
		}
	}
}

// turn shows another leaf of the same source, from its beginning.
func (v viewing) turn(leaf int) viewing {
	v.leaf, v.place = leaf, sheet.Place{}
	v.rows, v.err = v.leaves[leaf].Rows()
	return v
}

// A cellAt is a row and a column of a leaf; column 0 is the whole row.
type cellAt struct{ row, column int }

// troubles says what made no sense in the leaf that is seen, by cell.
func (v viewing) troubles(words *assets.Words) map[cellAt]string {
	all := map[cellAt]string{}
	for _, p := range v.problems {
		if v.here(p) {
			at := cellAt{p.Origin.Row, p.Origin.Column}
			if all[at] != "" {
				all[at] += " · "
			}
			all[at] += capital(words.Problem(p.What))
		}
	}
	return all
}

// here tells whether a problem has a row of the leaf that is seen.
func (v viewing) here(p reports.Problem) bool {
	l := v.leaves[v.leaf]
	return p.Origin.Row > 0 && p.Origin.File == l.File && (p.Origin.Sheet == l.Name || l.Lines)
}

// leafName is what a leaf is called in the list of leaves.
func (v viewing) leafName(p *page, i int) string {
	l := v.leaves[i]
	_, member, _ := strings.Cut(l.File, "/")
	name := l.Name
	if name == "" && (l.Lines || member == "") {
		name = p.say("sheet.cells")
		if l.Lines {
			name = p.say("sheet.text")
		}
	}
	return joinPlaces(member, name)
}

// leafNames lists what the leaves are called beside each other: a long
// beginning that all have is left out, so that a narrow list tells them apart.
func (v viewing) leafNames(p *page) []string {
	names := make([]string, len(v.leaves))
	for i := range names {
		names[i] = v.leafName(p, i)
	}
	common := names[0]
	for _, name := range names {
		for !strings.HasPrefix(name, common) {
			common = common[:len(common)-1]
		}
	}
	common = common[:strings.LastIndexAny(common, "/-_ ")+1]
	for i, name := range names {
		if len(common) >= leastCommon {
			names[i] = "…" + strings.TrimPrefix(name, common)
		}
	}
	return names
}

// leastCommon is how long a beginning must be to be left out, in bytes.
const leastCommon = 12
