package publisher

import (
	"math"
	"strconv"
	"strings"

	"vitrine/reports"
)

// declare finds out which block a figure belongs to: the one that the row
// names, or the finest that a format knows, or else all that the row states.
func (l *Line) declare(f *reports.Figure) {
	stated := f.Split.Stated()
	block, named := l.block(*f)
	if !named {
		block.Breakdown = stated
	}
	if !stated.Contains(block.Breakdown) {
		l.Fail("breakdown", "the row has no value of %s", block.Breakdown.Without(stated))
		return
	}
	block.Order = l.export.order + len(l.export.reading.Blocks)
	if known := l.export.finest(block, named); known.format != nil {
		block, f.Breakdown = known.Block, known.Breakdown
		f.Extent = known.format.extentOf(*f)
	}
	f.Breakdown = block.Breakdown
	l.export.Declare(block)
}

// A knownBlock is a block as a format declares it; the format is nil where
// none does.
type knownBlock struct {
	reports.Block
	format *Format
}

// finest returns the first format's declaration of a block. It is looked up
// once, not for each figure.
func (e *Export) finest(b reports.Block, named bool) knownBlock {
	key := finestKey{blockKey{b.Publisher, b.Table, b.Measure, b.Breakdown}, named}
	known, asked := e.known[key]
	if asked {
		return known
	}
	for i := range e.formats {
		format := &e.formats[i]
		if found, ok := format.finest(b, named); ok {
			found.Order += ordersAFormat * i
			known = knownBlock{found, format}
			break
		}
	}
	if e.known == nil {
		e.known = map[finestKey]knownBlock{}
	}
	e.known[key] = known
	return known
}

type finestKey struct {
	blockKey
	named bool
}

// finest returns the format's own declaration of a block; where the block is
// not named for sure, of the finest that splits by no more than it.
func (f *Format) finest(b reports.Block, named bool) (reports.Block, bool) {
	if named {
		return f.Declared(b.Publisher, b.Table, b.Measure, b.Breakdown)
	}
	best, found := reports.Block{}, false
	for _, known := range f.Blocks {
		if !f.publishes(known, b.Publisher) || known.Table != b.Table || known.Measure != b.Measure || !b.Breakdown.Contains(known.Breakdown) {
			continue
		}
		if !found || known.Breakdown.Len() > best.Breakdown.Len() {
			best, found = f.Declared(b.Publisher, b.Table, b.Measure, known.Breakdown)
		}
	}
	own := b.Breakdown & f.Breakdown
	if f.Table == b.Table && f.Table != "" && (!found || own.Contains(best.Breakdown) && own != best.Breakdown) {
		return f.Declared(b.Publisher, b.Table, b.Measure, own)
	}
	return best, found
}

// block reads what the row declares; named is false if it does not say what
// it splits by.
func (l *Line) block(f reports.Figure) (b reports.Block, named bool) {
	b = reports.Block{Publisher: f.Publisher, Table: f.Table, Measure: f.Measure}
	if named = l.Text("breakdown") != ""; named {
		b.Breakdown = l.dims("breakdown")
		b.Complete, b.Overlapping = l.dims("complete")&b.Breakdown, l.dims("overlapping")&b.Breakdown
	}
	switch absent, bound, _ := strings.Cut(l.Text("absent"), " "); absent {
	case "", "unknown":
	case "none":
		b.Absent = reports.AbsentNone
	case "below":
		b.Absent, b.Bound = reports.AbsentSuppressed, l.bound(bound)
	default:
		l.Fail("absent", "%q is not one of unknown, none and below 10", l.Text("absent"))
	}
	return b, named
}

func (l *Line) bound(text string) float64 {
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || !(v > 0) || math.IsInf(v, 0) {
		l.Fail("absent", "%q is not a bound", text)
	}
	return v
}

// dims reads a column that lists dimensions, "none" for no dimension.
func (l *Line) dims(column string) reports.Dims {
	var dims reports.Dims
	for _, name := range strings.FieldsFunc(l.Text(column), func(r rune) bool { return r == ',' || r == ' ' }) {
		d, ok := reports.ParseDim(name)
		if !ok && name != "none" {
			l.Fail(column, "%q is not a dimension such as area or category", name)
		}
		if ok {
			dims |= reports.DimsOf(d)
		}
	}
	return dims
}
