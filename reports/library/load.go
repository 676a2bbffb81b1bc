package library

import (
	"context"
	"crypto/sha256"
	"database/sql/driver"
	"encoding/hex"
	"fmt"
	"iter"
	"maps"
	"slices"

	"vitrine/reports"
)

// KeptBytes is the size up to which the library keeps a source's bytes;
// larger sources are kept by their path.
const KeptBytes = 64 << 20

// Load adds a source with what was read from it, or nothing where it fails or
// is cancelled. The source's ID is the SHA-256 of content; where content is
// nil, as for sources that are too large to be kept, src.ID must hold it.
// Loading a source again changes nothing.
func (l *Library) Load(ctx context.Context, src reports.Source, content []byte, r reports.Reading) (Receipt, error) {
	return l.load(ctx, src, content, r, func(string, int, int) {})
}

// load does as Load does and tells of its stages, and how many figures of how
// many are in.
func (l *Library) load(ctx context.Context, src reports.Source, content []byte, r reports.Reading, tell func(stage string, done, total int)) (Receipt, error) {
	if content != nil {
		sum := sha256.Sum256(content)
		src.ID, src.Bytes = hex.EncodeToString(sum[:]), int64(len(content))
	}
	if r.Personal {
		content = nil
	}
	if src.ID == "" {
		return Receipt{}, fmt.Errorf("%s: neither its bytes nor their SHA-256 are known", src.Name)
	}
	fillIn(&src, r)
	src.Name, src.Path = valid(src.Name), valid(src.Path)
	receipt := Receipt{Path: src.Path, Source: src}
	err := l.change(ctx, func(ctx context.Context, t *transaction) error {
		receipt.Earlier = make([]Receipt, len(r.Earlier))
		for i, e := range r.Earlier {
			if err := receipt.Earlier[i].earlier(ctx, t, src, e); err != nil {
				return err
			}
		}
		n := &loading{transaction: t, receipt: &receipt, reading: clean(r), content: content, tell: tell}
		if err := n.run(ctx); err != nil {
			return err
		}
		for i := range receipt.Earlier {
			if err := receipt.Earlier[i].renew(ctx, t); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return Receipt{Path: src.Path, Source: src}, fmt.Errorf("%s could not be added to the library, which is as it was: %w", src.Name, err)
	}
	return receipt, nil
}

// fillIn takes from the reading what the source does not say itself.
func fillIn(src *reports.Source, r reports.Reading) {
	src.Format, src.Publisher = r.Format, r.Publisher
	if src.Address == "" {
		src.Address = r.Address
	}
	if src.Published == 0 {
		src.Published = r.Published
	}
	if src.Published == 0 && !src.Retrieved.IsZero() {
		src.Published = reports.DayOf(src.Retrieved.UTC().Date())
	}
}

// A loading is one source on its way into the library. Its figures come
// after what they refer to and its source's row comes last, so that what an
// interrupted load leaves behind is seen by nobody and found by sweep, even
// on a backend without transactions.
type loading struct {
	*transaction
	receipt *Receipt
	reading reports.Reading
	content []byte
	tell    func(stage string, done, total int)

	number   int32
	splits   map[reports.Split]int32
	blocks   map[blockName]int32
	extents  map[extentName]int32
	holdings []*holding
	held     []*holding // of each figure
}

func (n *loading) run(ctx context.Context) error {
	already, err := n.known(ctx)
	if already || err != nil {
		return err
	}
	n.tell("looking up", 0, len(n.reading.Figures))
	for _, step := range []func(context.Context) error{
		n.lookUp, n.addDeclarations, n.addMeasures, n.addExtents, n.addHoldings, n.addFigures, n.addRest,
		n.compare, n.decide, n.addSource,
	} {
		if err := step(ctx); err != nil {
			return err
		}
	}
	n.tell("writing", len(n.reading.Figures), len(n.reading.Figures))
	return nil
}

// known tells whether the source is in the library already, and numbers it
// where it is not.
func (n *loading) known(ctx context.Context) (bool, error) {
	held, err := sources(ctx, n, "WHERE s.id = ?", n.receipt.Source.ID)
	if err != nil {
		return false, err
	}
	if len(held) > 0 {
		n.receipt.Source, n.receipt.Already = held[0].Source, true
		return true, nil
	}
	n.number, err = n.next(ctx, "sources", "number")
	return false, err
}

// next returns the number after the greatest one of a column.
func (t *transaction) next(ctx context.Context, table, column string) (id int32, err error) {
	err = t.QueryRowContext(ctx, "SELECT coalesce(max("+column+"), 0) + 1 FROM "+table).Scan(&id)
	return id, err
}

// A holding is the figures of one source, block and extent.
type holding struct {
	id, block, extent int32
	figures           int
	span              reports.Period
	stated            reports.Dims
}

func (h *holding) take(f *reports.Figure) {
	if h.figures == 0 {
		h.span = f.Period
	}
	h.figures++
	h.span.Start = min(h.span.Start, f.Period.Start)
	h.span.End = max(h.span.End, f.Period.End)
	h.stated |= f.Split.Stated()
}

// lookUp finds or gives the numbers of the splits and blocks of the figures.
func (n *loading) lookUp(ctx context.Context) (err error) {
	splits := map[reports.Split]int32{}
	names := map[blockName]int32{}
	for i := range n.reading.Figures {
		f := &n.reading.Figures[i]
		splits[f.Split] = 0
		names[nameOf(f)] = 0
	}
	for _, b := range n.reading.Blocks {
		names[blockName{b.Publisher, b.Table, b.Measure, b.Breakdown}] = 0
	}
	if err = n.numberSplits(ctx, splits); err != nil {
		return err
	}
	n.splits, n.blocks = splits, names
	return n.numberBlocks(ctx, names)
}

// addDeclarations stores what the format declares of each block. A block that
// it says nothing of is declared to be neither complete nor disjoint.
func (n *loading) addDeclarations(ctx context.Context) error {
	said := map[blockName]reports.Block{}
	for name := range n.blocks {
		said[name] = reports.Block{Overlapping: name.breakdown}
	}
	declared := map[blockName]bool{}
	for _, b := range n.reading.Blocks {
		name := blockName{b.Publisher, b.Table, b.Measure, b.Breakdown}
		if declared[name] {
			b = merged(said[name], b)
		}
		said[name], declared[name] = b, true
	}
	return n.add(ctx, "declarations", func(yield func([]driver.Value) bool) {
		for _, name := range slices.SortedFunc(maps.Keys(said), blockName.compare) {
			b := said[name]
			if !yield([]driver.Value{n.number, n.blocks[name], int32(b.Complete), int32(b.Overlapping),
				int32(b.Absent), b.Bound, int32(b.Order)}) {
				return
			}
		}
	})
}

// An extentName tells the extents of figures apart without the cost of
// writing their keys.
type extentName struct {
	publisher, table, extent string
	period                   reports.Period
}

func extentOf(f *reports.Figure) extentName {
	if f.Extent != "" {
		return extentName{f.Publisher, f.Table, f.Extent, reports.Period{}}
	}
	return extentName{f.Publisher, f.Table, "", f.Period}
}

// addExtents stores what the source states as a whole. Nothing of it is
// current before decide says so.
func (n *loading) addExtents(ctx context.Context) error {
	next, err := n.next(ctx, "extents", "id")
	if err != nil {
		return err
	}
	n.extents = map[extentName]int32{}
	byKey := map[string]int32{}
	return n.add(ctx, "extents", func(yield func([]driver.Value) bool) {
		state := func(f *reports.Figure) bool {
			name := extentOf(f)
			if n.extents[name] != 0 {
				return true
			}
			key := f.ExtentKey()
			if n.extents[name] = byKey[key]; byKey[key] != 0 {
				return true
			}
			n.extents[name], byKey[key] = next, next
			next++
			return yield([]driver.Value{next - 1, n.number, key, f.Publisher, f.Table, false})
		}
		for i := range n.reading.Figures {
			if !state(&n.reading.Figures[i]) {
				return
			}
		}
		for _, note := range n.reading.Notes {
			if !state(placeOf(note)) {
				return
			}
		}
	})
}

// addHoldings groups the figures by block and extent.
func (n *loading) addHoldings(ctx context.Context) error {
	first, err := n.next(ctx, "holdings", "id")
	if err != nil {
		return err
	}
	type place struct{ block, extent int32 }
	found := map[place]*holding{}
	n.held = make([]*holding, len(n.reading.Figures))
	for i := range n.reading.Figures {
		f := &n.reading.Figures[i]
		at := place{n.blocks[nameOf(f)], n.extents[extentOf(f)]}
		if found[at] == nil {
			found[at] = &holding{block: at.block, extent: at.extent}
		}
		n.held[i] = found[at]
		found[at].take(f)
	}
	n.holdings = slices.SortedFunc(maps.Values(found), func(a, b *holding) int {
		if a.block != b.block {
			return int(a.block - b.block)
		}
		return int(a.extent - b.extent)
	})
	for i, h := range n.holdings {
		h.id = first + int32(i)
	}
	return n.add(ctx, "holdings", n.holdingRows())
}

func (n *loading) holdingRows() iter.Seq[[]driver.Value] {
	return func(yield func([]driver.Value) bool) {
		for _, h := range n.holdings {
			if !yield([]driver.Value{h.id, n.number, h.block, h.extent,
				int32(h.figures), int32(h.span.Start), int32(h.span.End), int32(h.stated)}) {
				return
			}
		}
	}
}
