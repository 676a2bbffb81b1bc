package reports

// A Block is what a format declares of the figures of one table and measure
// that share a breakdown.
type Block struct {
	Publisher, Table string
	Measure          Measure
	Breakdown        Dims
	Complete         Dims // of the breakdown: the parts are disjoint and add to the total
	// Overlapping are the dimensions of the breakdown of which one thing is
	// counted in several parts. A dimension that is both complete and
	// overlapping has sets for values: each thing is in one set, and the sets
	// share what they hold. A statement covers one set of countries.
	Overlapping Dims
	Absent      Absent  // what a part without a cell means
	Bound       float64 // with AbsentSuppressed: absent parts are below it
	Order       int     // the order in which a publisher's tables and measures answer
	// Own is what the format declares of a measure that is not in the
	// vocabulary: its unit, and whether it adds.
	Own MeasureInfo

	// What the library fills in from the figures that it holds.
	Constant Dims   // stated outside the breakdown: may be filtered by
	Span     Period // from the first figure's start to the last one's end
	Figures  int
}

// Sets returns the dimensions whose values are sets.
func (b Block) Sets() Dims { return b.Complete & b.Overlapping }

// Info returns what is known of the block's measure: what the vocabulary
// says, else what the block declares of it. A measure of which neither says
// anything is never added.
func (b Block) Info() MeasureInfo {
	if info, known := measureIndex()[b.Measure]; known {
		return info
	}
	info := b.Own
	info.Name = b.Measure
	return info
}

// Absent says what a part of a split means that has no cell.
type Absent int

// The meanings of an absent cell.
const (
	AbsentUnknown    Absent = iota // nobody knows: a sum without it is incomplete
	AbsentNone                     // there was none: it adds nothing
	AbsentSuppressed               // it is below the block's bound
)

// A Break is a day at which a publisher changed how it counts, so that a line
// is not joined across it. Where From and To name tables, the line goes on in
// the other table there.
type Break struct {
	Publisher string
	Measure   Measure
	At        Day
	From, To  string // tables; both "" if the table stays the same
	Why       string // one phrase, in English; its translation is looked up
}
