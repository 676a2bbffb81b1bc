package reports

import (
	"maps"
	"slices"
	"strings"
)

// pickOf finds the values of a dimension that names name. A part of a set
// names every set that it is in.
func (a *asker) pickOf(d Dim, values, names []string) ([]string, error) {
	words := setWords(values)
	if d != Action || len(words) == 0 {
		return a.pick(d.String(), values, names, a.spellings(d))
	}
	for _, v := range values {
		named := func(name string) bool { return strings.EqualFold(strings.TrimSpace(name), v) }
		if len(WordsOfSet(v)) == 1 || slices.ContainsFunc(names, named) {
			words = append(words, v)
		}
	}
	picked, err := a.pick(d.String(), slices.Compact(slices.Sorted(slices.Values(words))), names, nil)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(slices.Clone(values), func(v string) bool {
		return !slices.ContainsFunc(picked, func(p string) bool { return p == v || slices.Contains(WordsOfSet(v), p) })
	}), nil
}

// setWords returns the words of which those of the values are made that are
// sets of several; none where no value is.
func setWords(values []string) []string {
	var words []string
	for _, v := range values {
		if set := WordsOfSet(v); len(set) > 1 {
			words = append(words, set...)
		}
	}
	return words
}

// byCountry counts what is stated of sets of countries once in each country
// that a set holds, of those that the question asks for.
func (a *asker) byCountry(found []line) []line {
	out := &gathered{lines: map[Split]*line{}, at: map[pieceName]int{}}
	exploded := map[*candidate]*candidate{}
	for _, ln := range found {
		for _, p := range ln.parts {
			countries := []string{ln.key.Area}
			if p.from.Sets().Has(Area) {
				countries = a.names.Areas.Members(ln.key.Area)
				p.from = holding(exploded, p.from)
			}
			for _, c := range countries {
				if a.asksForCountry(c) {
					out.add(ln.key.With(Area, c), p)
				}
			}
		}
	}
	return out.sorted()
}

// holding returns a candidate as one that splits by sets beyond what the
// question needs: its numbers are sums of the sets' figures.
func holding(known map[*candidate]*candidate, c *candidate) *candidate {
	if known[c] == nil {
		sets := *c
		sets.extra |= ByArea
		known[c] = &sets
	}
	return known[c]
}

// asksForCountry tells whether the question, if it names countries, names
// this one.
func (a *asker) asksForCountry(country string) bool {
	return len(a.q.Country) == 0 || slices.Contains(a.countries, country)
}

// countsSets tells whether the answer counts sets in each country they hold.
func (a *asker) countsSets() bool {
	for _, c := range a.used {
		if c != nil && a.q.ByCountry && c.Sets().Has(Area) {
			return true
		}
	}
	return false
}

// gathered are lines to which pieces are added, those of one key, period and
// candidate together.
type gathered struct {
	lines map[Split]*line
	at    map[pieceName]int // the piece's place in its line
}

type pieceName struct {
	key    Split
	period Period
	from   *candidate
}

func (g *gathered) add(key Split, p piece) {
	ln := g.lines[key]
	if ln == nil {
		ln = &line{key: key}
		g.lines[key] = ln
	}
	name := pieceName{key, p.Period, p.from}
	if i, known := g.at[name]; known {
		ln.parts[i].add(p)
		return
	}
	g.at[name] = len(ln.parts)
	own := *p.Sum // it is added to
	p.Sum = &own
	ln.parts = append(ln.parts, p)
}

// add adds what another set states to a piece.
func (p *piece) add(o piece) {
	p.N += o.N
	p.Of += o.Of
	p.Unknown += o.Unknown
	p.Value += o.Value
	p.Low += o.Low
	p.High += o.High
	p.Ranged = p.Ranged || o.Ranged
	p.Status = max(p.Status, o.Status)
	p.overlapped = p.overlapped || o.overlapped
	p.Origin, p.Note = Origin{}, ""
}

// sorted returns the lines by key, and the pieces of each by period.
func (g *gathered) sorted() []line {
	out := make([]line, 0, len(g.lines))
	for _, key := range slices.SortedFunc(maps.Keys(g.lines), Split.Compare) {
		ln := *g.lines[key]
		slices.SortFunc(ln.parts, func(x, y piece) int { return x.Period.Compare(y.Period) })
		out = append(out, ln)
	}
	return out
}

// widen lets a question about a country also find the sets that hold it,
// where the tables of a series state sets.
func (a *asker) widen(s Series, blocks []Block) error {
	sets := slices.ContainsFunc(blocks, func(b Block) bool { return b.Sets().Has(Area) })
	if !a.q.ByCountry || !sets || s.Key.Area == "" {
		return nil
	}
	areas, err := a.ledger.Values(a.ctx, Area, blocks...)
	if err != nil {
		return err
	}
	a.where[Area] = slices.DeleteFunc(areas, func(v string) bool { return !a.names.Areas.Contains(v, s.Key.Area) })
	return nil
}
