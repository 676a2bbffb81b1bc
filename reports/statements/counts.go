package statements

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"

	"vitrine/reports"
)

// A Key is what decisions are counted by, in the database's own codes. A field
// is empty where its cell is: not stated.
type Key struct {
	Day       reports.Day // received: the date of created_at
	Service   string      // platform_name, as it stands
	Category  string      // STATEMENT_CATEGORY_…
	Action    string      // the set of visibility, monetary, provision and account decisions; see SetValues
	Trigger   string      // SOURCE_…
	Detection string      // Yes or No: automated
	Decision  string      // AUTOMATED_DECISION_…
	Ground    string      // DECISION_GROUND_…
	Scope     string      // the set of countries; always empty in a light dump, which has no such column
}

// Compare orders keys by their fields in order.
func (k Key) Compare(other Key) int {
	return cmp.Or(cmp.Compare(k.Day, other.Day), strings.Compare(k.Service, other.Service), strings.Compare(k.Category, other.Category),
		strings.Compare(k.Action, other.Action), strings.Compare(k.Trigger, other.Trigger), strings.Compare(k.Detection, other.Detection),
		strings.Compare(k.Decision, other.Decision), strings.Compare(k.Ground, other.Ground), strings.Compare(k.Scope, other.Scope))
}

// A Detail is one keyword, content type or language of a service's category.
type Detail struct {
	Day      reports.Day
	Service  string
	Category string
	Value    string // KEYWORD_…, CONTENT_TYPE_…, or a language; empty where none is stated
}

// Compare orders details by their fields in order.
func (d Detail) Compare(other Detail) int {
	return cmp.Or(cmp.Compare(d.Day, other.Day), strings.Compare(d.Service, other.Service), strings.Compare(d.Category, other.Category), strings.Compare(d.Value, other.Value))
}

// A Line is a line of a part.
type Line struct {
	Part string // as Dump.Part names it
	Line int64  // from 1, the header's
	Text string // at most its first 300 bytes
}

// maxShown is how many rejected lines and duplicates are kept to be shown.
const maxShown = 100

// Counts are what a dump states. Decisions are counted exactly; keywords and
// content types overlap, since one statement can name several: it is counted
// once in each.
type Counts struct {
	Lines    int64  // not empty, headers left out: rows and rejected
	Rows     int64  // statements that were counted
	Rejected int64  // lines that could not be split
	Examples []Line // the first hundred rejected ones

	// Duplicates are statements whose uuid stood in the dump before. They are
	// counted in Rows and in every table. Looked for with Options.Duplicates.
	Duplicates     int64
	DuplicateUUIDs []string // the first hundred, in order

	Bytes int64 // of CSV

	decisions    map[Key]int64
	keywords     map[Detail]int64
	contentTypes map[Detail]int64
	languages    map[Detail]int64
	held         int // bytes that the tables take, at most
}

func newCounts() *Counts {
	return &Counts{decisions: map[Key]int64{}, keywords: map[Detail]int64{}, contentTypes: map[Detail]int64{}, languages: map[Detail]int64{}}
}

// Decisions yields the number of statements of each key, in the order of keys.
func (c *Counts) Decisions() iter.Seq2[Key, int64] { return sorted(c.decisions, Key.Compare) }

// Keywords yields the statements of each service and category by keyword
// (category_specification).
func (c *Counts) Keywords() iter.Seq2[Detail, int64] { return sorted(c.keywords, Detail.Compare) }

// ContentTypes yields the statements of each service and category by type of
// content.
func (c *Counts) ContentTypes() iter.Seq2[Detail, int64] {
	return sorted(c.contentTypes, Detail.Compare)
}

// Languages yields the statements of each service and category by language of
// the content.
func (c *Counts) Languages() iter.Seq2[Detail, int64] { return sorted(c.languages, Detail.Compare) }

// sorted yields a table in a deterministic order.
func sorted[K comparable](table map[K]int64, compare func(a, b K) int) iter.Seq2[K, int64] {
	return func(yield func(K, int64) bool) {
		for _, k := range slices.SortedFunc(maps.Keys(table), compare) {
			if !yield(k, table[k]) {
				return
			}
		}
	}
}
