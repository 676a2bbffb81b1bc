package statements

import (
	"slices"
	"strings"

	"vitrine/reports"
)

// The most that is kept of one dump. They are variables for tests; nothing
// else changes them.
var (
	maxKinds = 50_000    // kinds that a tally holds before the counts take them
	maxTexts = 8 << 20   // bytes of their texts
	maxHeld  = 192 << 20 // bytes of different keys and details in the counts
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

// full tells whether it is time for the counts to take what the tally holds.
func (t *tally) full() bool { return len(t.kinds) > maxKinds || t.held > maxTexts }

// A decoder remembers what the texts of a tally say.
type decoder struct {
	*tally
	words   [counted][]string
	lists   [counted][][]string
	scopes  []string
	actions map[[4]uint32]string
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
			Scope:     d.scope(k),
		},
		Keywords:     d.list(k, keyword),
		ContentTypes: d.list(k, contentType),
		Language:     d.word(k, language),
	}
}

// scope returns the set of countries.
func (d *decoder) scope(k kind) string {
	d.list(k, scope)
	for n := len(d.scopes); n < len(d.lists[scope]); n++ {
		d.scopes = append(d.scopes, strings.Join(d.lists[scope][n], setSeparator))
	}
	return d.scopes[k[scope]]
}

// action returns the set of what was done.
func (d *decoder) action(k kind) string {
	cells := [4]uint32{k[visibility], k[monetary], k[provision], k[account]}
	if set, known := d.actions[cells]; known {
		return set
	}
	set := slices.Clone(d.list(k, visibility))
	for _, r := range []role{monetary, provision, account} {
		if word := d.word(k, r); word != "" {
			set = append(set, word)
		}
	}
	slices.Sort(set)
	if d.actions == nil {
		d.actions = map[[4]uint32]string{}
	}
	d.actions[cells] = strings.Join(slices.Compact(set), setSeparator)
	return d.actions[cells]
}

// addTo adds what the tally counted.
func (t *tally) addTo(c *Counts) {
	d := decoder{tally: t}
	for k, n := range t.kinds {
		s := d.statement(k)
		c.held += grow(c.decisions, s.Key, n, 300+len(s.Service)+len(s.Category)+len(s.Action)+len(s.Trigger)+len(s.Decision)+len(s.Ground)+len(s.Scope))
		c.addDetail(c.keywords, s, n, s.Keywords...)
		c.addDetail(c.contentTypes, s, n, s.ContentTypes...)
		c.addDetail(c.languages, s, n, s.Language)
	}
}

// addDetail counts a statement once in each of its values, or as not stated.
func (c *Counts) addDetail(table map[Detail]int64, s Statement, n int64, values ...string) {
	if len(values) == 0 {
		values = []string{""}
	}
	for _, v := range values {
		c.held += grow(table, Detail{s.Day, s.Service, s.Category, v}, n, 150+len(s.Service)+len(s.Category)+len(v))
	}
}

// grow adds to a table and returns by how many bytes that made it larger, at
// most, where a new entry takes size.
func grow[K comparable](table map[K]int64, k K, n int64, size int) int {
	before := len(table)
	table[k] += n
	return (len(table) - before) * size
}
