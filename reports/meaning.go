package reports

import (
	"fmt"
	"io"
	"net/url"
)

// The kinds of things that have a meaning.
const (
	MeasureMeaning   = "measure"
	CodeMeaning      = "code"
	CheckMeaning     = "check"
	DimensionMeaning = "dimension"
)

// A Meaning says what a word of Vitrine means, and where that is laid down.
type Meaning struct {
	Kind, Name string
	Texts      map[string]string // by language; empty for a measure, whose definition the vocabulary has
	Sources    []Reference       // one at least
}

// A Reference is a document that can be opened at an address.
type Reference struct{ Name, Address string }

// Meanings lists meanings in the order of their file.
type Meanings struct {
	list  []Meaning
	index map[[2]string]int
}

// ReadMeanings reads meanings from CSV with the columns kind, name, source,
// address and one for each language. A meaning with several sources has a line for each, with
// its text on the first.
func ReadMeanings(r io.Reader) (*Meanings, error) {
	rows, err := readTexts(r, "kind", "name", "source", "address", eachLanguage)
	if err != nil {
		return nil, fmt.Errorf("meanings: %w", err)
	}
	m := &Meanings{index: map[[2]string]int{}}
	for _, row := range rows {
		if err := m.add(row); err != nil {
			return nil, fmt.Errorf("meanings: %s %s: %w", row.cells[0], row.cells[1], err)
		}
	}
	return m, nil
}

func (m *Meanings) add(r textRow) error {
	row := r.cells
	if u, err := url.Parse(row[3]); err != nil || u.Scheme != "https" || u.Host == "" || row[2] == "" {
		return fmt.Errorf("%q at %q is no source: it needs a name and an https address", row[2], row[3])
	}
	key := [2]string{row[0], row[1]}
	i, known := m.index[key]
	if !known {
		i = len(m.list)
		m.index[key] = i
		m.list = append(m.list, Meaning{Kind: row[0], Name: row[1], Texts: r.texts})
	}
	if known && r.texts["en"] != "" {
		return fmt.Errorf("has a second text")
	}
	m.list[i].Sources = append(m.list[i].Sources, Reference{row[2], row[3]})
	return nil
}

// All lists the meanings.
func (m *Meanings) All() []Meaning { return m.list }

// Get returns the meaning of a word of a kind.
func (m *Meanings) Get(kind, name string) (Meaning, bool) {
	i, ok := m.index[[2]string{kind, name}]
	if !ok {
		return Meaning{}, false
	}
	return m.list[i], true
}
