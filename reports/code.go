package reports

import (
	"fmt"
	"io"
	"sort"
	"strings"
)

// A Code is a harmonised category: a statement category or a keyword of the
// EU's DSA Transparency Database, or one of the few that the DSA lacks.
type Code struct {
	Code      string
	Parent    string            // the category of a keyword in the EU's harmonised template; "" for a category
	Schemas   string            // of the DSA database: "v1", "v2" or "v1+v2"; "" for a code that it lacks
	Names     map[string]string // by language
	Successor string            // the code that took its place on 2025-07-01; "" if none did
	Relation  string            // what the code is to its successor: "exact" or "narrower"
}

// Codes is the list of harmonised categories.
type Codes struct {
	list  []Code
	index map[string]int
	names map[string]int
}

// ReadCodes reads codes from CSV with the columns code, parent, schemas, one
// for each language, successor and relation.
func ReadCodes(r io.Reader) (*Codes, error) {
	rows, err := readTexts(r, "code", "parent", "schemas", eachLanguage, "successor", "relation")
	if err != nil {
		return nil, fmt.Errorf("codes: %w", err)
	}
	c := &Codes{index: map[string]int{}, names: map[string]int{}}
	for i, row := range rows {
		code := Code{Code: row.cells[0], Parent: row.cells[1], Schemas: row.cells[2], Names: row.texts, Successor: row.cells[3], Relation: row.cells[4]}
		if _, twice := c.index[code.Code]; twice {
			return nil, fmt.Errorf("codes: %s stands twice", code.Code)
		}
		c.index[code.Code] = i
		c.list = append(c.list, code)
	}
	for _, code := range c.list {
		for _, other := range []string{code.Parent, code.Successor} {
			if _, known := c.index[other]; other != "" && !known {
				return nil, fmt.Errorf("codes: %s names %s, which is no code", code.Code, other)
			}
		}
	}
	c.indexNames()
	return c, nil
}

// indexNames lets a name stand for the code of the newer schema where both
// schemas have one of that name, and a category before a keyword.
func (c *Codes) indexNames() {
	order := make([]int, len(c.list))
	for i := range order {
		order[i] = i
	}
	weight := func(code Code) int {
		w := 0
		if code.Parent != "" {
			w++
		}
		if code.Schemas == "v1" {
			w += 2
		}
		return w
	}
	sort.SliceStable(order, func(i, j int) bool { return weight(c.list[order[i]]) < weight(c.list[order[j]]) })
	for _, i := range order {
		code := c.list[i]
		names := []string{code.Code, ShortCode(code.Code)}
		for _, language := range Languages() {
			names = append(names, code.Names[language])
		}
		for _, name := range names {
			if _, taken := c.names[fold(name)]; !taken {
				c.names[fold(name)] = i
			}
		}
	}
}

// ShortCode returns a code without the DSA database's prefix:
// "TERRORIST_CONTENT" of "KEYWORD_TERRORIST_CONTENT".
func ShortCode(code string) string {
	return strings.TrimPrefix(strings.TrimPrefix(code, "STATEMENT_CATEGORY_"), "KEYWORD_")
}

// Get returns the code of an identifier.
func (c *Codes) Get(code string) (Code, bool) {
	i, ok := c.index[code]
	if !ok {
		return Code{}, false
	}
	return c.list[i], true
}

// Lookup finds the code that a text names: by its identifier, with or without
// its prefix, or by its name in any language, whatever the case and accents.
func (c *Codes) Lookup(text string) (code string, ok bool) {
	i, ok := c.names[fold(text)]
	if !ok {
		return "", false
	}
	return c.list[i].Code, true
}

// Name returns a code's name in a language; English where the language is not
// there, and the text itself where it is no code.
func (c *Codes) Name(code, lang string) string {
	known, ok := c.Get(code)
	if !ok {
		return code
	}
	if name := known.Names[lang]; name != "" {
		return name
	}
	return known.Names["en"]
}

// Children returns the keywords of a category, in order.
func (c *Codes) Children(code string) []string {
	var list []string
	for _, other := range c.list {
		if other.Parent == code {
			list = append(list, other.Code)
		}
	}
	return list
}

// Current returns the code by which a code goes today and what the old one is
// to it: "exact" or "narrower".
func (c *Codes) Current(code string) (current, relation string) {
	relation = Exact
	for range c.list {
		known, ok := c.Get(code)
		if !ok || known.Successor == "" {
			return code, relation
		}
		if known.Relation != Exact {
			relation = known.Relation
		}
		code = known.Successor
	}
	return code, relation
}

// All lists the codes, each category before its keywords.
func (c *Codes) All() []Code { return append([]Code(nil), c.list...) }
