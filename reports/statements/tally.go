package statements

import (
	"slices"
	"strings"

	"vitrine/reports"
)

// The most that is kept of one dump. They are variables for tests; nothing
// else changes them.
var (
	maxKinds  = 500_000  // different keys of one table
	maxValues = 64 << 20 // bytes of different texts in the columns that are counted by
)

// A kind is what a statement is counted by: the number of its day and of the
// text in each counted column.
type kind [counted + 1]uint32

const dayOf = counted // where a kind has its day

// A tally counts kinds of statements. The texts of cells are numbered as they
// come, since a day has few, and read when all is counted.
type tally struct {
	numbers [counted]map[string]uint32
	texts   [counted][]string
	held    int // bytes of texts
	kinds   map[kind]int64
}

func newTally() *tally {
	t := &tally{kinds: map[kind]int64{}}
	for r := range t.numbers {
		t.numbers[r] = map[string]uint32{"": 0}
		t.texts[r] = []string{""}
	}
	return t
}

// number returns the number of a cell's text.
func (t *tally) number(r role, raw []byte) uint32 {
	if n, known := t.numbers[r][string(raw)]; known {
		return n
	}
	n := uint32(len(t.texts[r]))
	cell := string(raw)
	t.numbers[r][cell] = n
	t.texts[r] = append(t.texts[r], cell)
	t.held += len(cell)
	return n
}

// full tells whether the tally holds more than a dump can have.
func (t *tally) full() bool { return len(t.kinds) > maxKinds || t.held > maxValues }

// A decoder remembers what the texts of a tally say.
type decoder struct {
	*tally
	words [counted][]string
	lists [counted][][]string
}

// word returns what a cell says.
func (d *decoder) word(k kind, r role) string {
	for n := len(d.words[r]); n < len(d.texts[r]); n++ {
		d.words[r] = append(d.words[r], decode(d.texts[r][n]))
	}
	return d.words[r][k[r]]
}

// list returns the values of a cell.
func (d *decoder) list(k kind, r role) []string {
	for n := len(d.lists[r]); n < len(d.texts[r]); n++ {
		d.lists[r] = append(d.lists[r], decodeList(d.texts[r][n]))
	}
	return d.lists[r][k[r]]
}

// statement decodes a kind.
func (d *decoder) statement(k kind) Statement {
	return Statement{
		Key: Key{
			Day:       reports.Day(k[dayOf]),
			Service:   d.word(k, service),
			Category:  d.word(k, category),
			Action:    d.action(k),
			Trigger:   d.word(k, trigger),
			Detection: d.word(k, detection),
			Decision:  d.word(k, decision),
			Ground:    d.word(k, ground),
			Scope:     strings.Join(d.list(k, scope), setSeparator),
		},
		Keywords:     d.list(k, keyword),
		ContentTypes: d.list(k, contentType),
		Language:     d.word(k, language),
	}
}

// action returns the set of what was done.
func (d *decoder) action(k kind) string {
	set := slices.Clone(d.list(k, visibility))
	for _, r := range []role{monetary, provision, account} {
		if word := d.word(k, r); word != "" {
			set = append(set, word)
		}
	}
	slices.Sort(set)
	return strings.Join(slices.Compact(set), setSeparator)
}

// addTo adds what the tally counted.
func (t *tally) addTo(c *Counts) {
	d := decoder{tally: t}
	for k, n := range t.kinds {
		s := d.statement(k)
		c.decisions[s.Key] += n
		each(c.keywords, s, n, s.Keywords...)
		each(c.contentTypes, s, n, s.ContentTypes...)
		each(c.languages, s, n, s.Language)
	}
}

// each counts a statement once in each of its values, or as not stated.
func each(table map[Detail]int64, s Statement, n int64, values ...string) {
	if len(values) == 0 {
		values = []string{""}
	}
	for _, v := range values {
		table[Detail{s.Day, s.Service, s.Category, v}] += n
	}
}
