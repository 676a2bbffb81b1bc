package reports

import (
	"fmt"
	"io"
)

// What a publisher's category is to the code that it is matched with: exactly
// it, narrower than it (all of the category falls under the code, which holds
// more), or broader than it (the code falls under the category, which holds
// more). Only exact and narrower categories add up to less than, or all of,
// the code; a broader one holds things that the code does not.
const (
	Exact    = "exact"
	Narrower = "narrower"
	Broader  = "broader"
)

// A Crosswalk tells which code a publisher's category belongs to.
type Crosswalk struct {
	codes *Codes
	links map[link]match
	list  []Match
}

type link struct{ publisher, category, subcategory string }

type match struct{ code, relation string }

// A Match is a line of the crosswalk.
type Match struct {
	Publisher, Category, Subcategory string // in the publisher's words
	Code, Relation                   string
}

// ReadCrosswalk reads a crosswalk from CSV with the columns publisher,
// category, subcategory, code and relation. Categories are told apart
// whatever their case, accents and punctuation, since publishers vary them.
func ReadCrosswalk(r io.Reader, codes *Codes) (*Crosswalk, error) {
	rows, err := readTable(r, "publisher", "category", "subcategory", "code", "relation")
	if err != nil {
		return nil, fmt.Errorf("crosswalk: %w", err)
	}
	x := &Crosswalk{codes: codes, links: map[link]match{}}
	for _, row := range rows {
		m := Match{row[0], row[1], row[2], row[3], row[4]}
		if err := x.add(m); err != nil {
			return nil, fmt.Errorf("crosswalk: %s, %s %s: %w", m.Publisher, m.Category, m.Subcategory, err)
		}
	}
	return x, nil
}

func (x *Crosswalk) add(m Match) error {
	if _, known := x.codes.Get(m.Code); !known {
		return fmt.Errorf("%s is no code", m.Code)
	}
	if m.Relation != Exact && m.Relation != Narrower && m.Relation != Broader {
		return fmt.Errorf("%q is no relation", m.Relation)
	}
	key := makeLink(m.Publisher, m.Category, m.Subcategory)
	if _, twice := x.links[key]; twice {
		return fmt.Errorf("stands twice")
	}
	x.links[key] = match{m.Code, m.Relation}
	x.list = append(x.list, m)
	return nil
}

func makeLink(publisher, category, subcategory string) link {
	return link{fold(publisher), fold(category), fold(subcategory)}
}

// Lookup returns the code of a publisher's category and subcategory, and what
// the publisher's one is to it. A subcategory that has no line of its own is a
// narrower part of its category's code. A category that is itself a code, as
// in the DSA database, goes by the code's name of today. ok is false where the
// crosswalk says nothing: the category then keeps its own name.
func (x *Crosswalk) Lookup(publisher, category, subcategory string) (code, relation string, ok bool) {
	if code, relation, ok = x.itself(category, subcategory); ok {
		return code, relation, true
	}
	if m, found := x.links[makeLink(publisher, category, subcategory)]; found {
		return m.code, m.relation, true
	}
	if subcategory == "" {
		return "", "", false
	}
	m, found := x.links[makeLink(publisher, category, "")]
	if !found || m.relation == Broader {
		return "", "", false
	}
	return m.code, Narrower, true
}

// itself finds the code of a category or subcategory that is one.
// KEYWORD_OTHER says nothing of its own: it is a part of its category.
func (x *Crosswalk) itself(category, subcategory string) (code, relation string, ok bool) {
	if _, known := x.codes.Get(subcategory); known && subcategory != keywordOther {
		code, relation = x.codes.Current(subcategory)
		return code, relation, true
	}
	if _, known := x.codes.Get(category); !known {
		return "", "", false
	}
	code, relation = x.codes.Current(category)
	if subcategory != "" {
		relation = Narrower
	}
	return code, relation, true
}

const keywordOther = "KEYWORD_OTHER"

// All lists the crosswalk's lines in their order.
func (x *Crosswalk) All() []Match { return append([]Match(nil), x.list...) }
