package reports

import (
	"slices"
	"strings"
)

// resolve turns the names that the question filters by into the values that
// figures have, and drops the blocks that it does not ask about.
func (a *asker) resolve() error {
	if err := a.pickBlocks(); err != nil {
		return err
	}
	for d, names := range a.q.Where {
		if len(names) == 0 {
			continue
		}
		values, err := a.ledger.Values(a.ctx, Dim(d), a.blocks...)
		if err != nil {
			return err
		}
		if a.where[d], err = a.pickOf(Dim(d), values, names); err != nil {
			return err
		}
	}
	if err := a.pickCountries(); err != nil {
		return err
	}
	return a.pickCodes()
}

// pickBlocks keeps the blocks of the publishers, tables and measures asked for.
func (a *asker) pickBlocks() error {
	for _, f := range []struct {
		what  string
		asked []string
		of    func(Block) []string

		spellings func(string) []string
	}{
		{"publisher", a.q.Publisher, func(b Block) []string { return []string{b.Publisher} }, func(name string) []string { return a.names.Publishers[name] }},
		{"table", a.q.Table, func(b Block) []string { return []string{b.Table} }, nil},
		{"measure", a.q.Measure, a.measuresOf, nil},
	} {
		if len(f.asked) == 0 {
			continue
		}
		var values []string
		for _, b := range a.blocks {
			for _, v := range f.of(b) {
				if !slices.Contains(values, v) {
					values = append(values, v)
				}
			}
		}
		picked, err := a.pick(f.what, values, f.asked, f.spellings)
		if err != nil {
			return err
		}
		if f.what == "measure" {
			a.measures = picked
		}
		a.blocks = slices.DeleteFunc(slices.Clone(a.blocks), func(b Block) bool {
			return !slices.ContainsFunc(f.of(b), func(v string) bool { return slices.Contains(picked, v) })
		})
	}
	return nil
}

// measuresOf returns the measures that a block answers: its own, and where
// asked for also the one that is derived from it.
func (a *asker) measuresOf(b Block) []string {
	measures := []string{string(b.Measure)}
	if d := MeasureOf(b.Measure).Derives; d != "" && a.q.Derived {
		measures = append(measures, string(d))
	}
	return measures
}

// spellings returns what else a value may be called in a filter.
func (a *asker) spellings(d Dim) func(value string) []string {
	if d != Area {
		return nil
	}
	return func(value string) []string {
		area, ok := a.names.Areas.Get(value)
		if !ok {
			return nil
		}
		return areaSpellings(area)
	}
}

// pick finds the values that names name: the value itself or another spelling
// of it, whatever the case; else a part of it that only one value has.
func (a *asker) pick(what string, values, names []string, spellings func(string) []string) ([]string, error) {
	var picked []string
	for _, name := range apart(values, names, spellings) {
		hits := matching(values, name, spellings, strings.EqualFold)
		if len(hits) == 0 {
			hits = matching(values, name, spellings, containsFold)
		}
		switch {
		case sameWord(hits):
			for _, h := range hits {
				if !slices.Contains(picked, h) {
					picked = append(picked, h)
				}
			}
		case len(hits) > 1:
			return nil, unnamed("several", `{what} "{name}" is several: {list}; name one`, what, name, hits...)
		case len(values) == 0:
			return nil, unnamed("none", "no figure has a {what}", what, name)
		default:
			return nil, unnamed("unknown", `no {what} is called "{name}"; there is {list}`, what, name, values...)
		}
	}
	return picked, nil
}

// apart splits names that hold several, separated by commas, where no value
// has the comma in its own name.
func apart(values, names []string, spellings func(string) []string) []string {
	var out []string
	for _, name := range names {
		if !strings.Contains(name, ",") || len(matching(values, name, spellings, containsFold)) > 0 {
			out = append(out, name)
			continue
		}
		out = append(out, strings.Split(name, ",")...)
	}
	return out
}

// sameWord tells whether there are hits and all are one name, as publishers
// and tables differ in its case only.
func sameWord(hits []string) bool {
	return len(hits) > 0 && !slices.ContainsFunc(hits, func(h string) bool { return !strings.EqualFold(h, hits[0]) })
}

func matching(values []string, name string, spellings func(string) []string, same func(a, b string) bool) []string {
	var hits []string
	for _, v := range values {
		words := []string{v}
		if spellings != nil {
			words = append(words, spellings(v)...)
		}
		if slices.ContainsFunc(words, func(w string) bool { return same(w, strings.TrimSpace(name)) }) {
			hits = append(hits, v)
		}
	}
	return hits
}

func containsFold(s, part string) bool {
	return strings.Contains(strings.ToLower(s), strings.ToLower(strings.TrimSpace(part)))
}

// pickCountries adds the areas that are, or contain, the countries asked for.
func (a *asker) pickCountries() error {
	if len(a.q.Country) == 0 {
		return nil
	}
	values, err := a.ledger.Values(a.ctx, Area, a.blocks...)
	if err != nil {
		return err
	}
	var areas []string
	for _, name := range a.q.Country {
		country, ok := a.names.Areas.Lookup(name)
		if !ok || !a.names.Areas.IsCountry(country) {
			return unnamed("country", `"{name}" is no country; write a name or a code such as DE`, "country", name)
		}
		a.countries = append(a.countries, country)
		for _, v := range values {
			if v == country || a.names.Areas.Contains(v, country) {
				areas = append(areas, v)
			}
		}
	}
	if !a.keep(Area, areas) {
		return unnamed("about", "no figure is about {list}", Area.String(), "", a.q.Country...)
	}
	return nil
}

// keep limits a dimension to values, of those that another filter lets
// through; it reports false where that leaves none.
func (a *asker) keep(d Dim, values []string) bool {
	if chosen := a.where[d]; len(chosen) > 0 {
		values = slices.DeleteFunc(values, func(v string) bool { return !slices.Contains(chosen, v) })
	}
	a.where[d] = values
	return len(values) > 0
}

// pickCodes adds the categories that belong to the codes asked for.
func (a *asker) pickCodes() error {
	if len(a.q.Code) == 0 {
		return nil
	}
	var values []string
	for _, c := range a.names.Codes.All() {
		values = append(values, c.Code)
	}
	codes, err := a.pick("code", values, a.q.Code, a.codeSpellings)
	if err != nil {
		return err
	}
	categories, err := a.ledger.Values(a.ctx, Category, a.blocks...)
	if err != nil {
		return err
	}
	a.codes = codes
	categories = slices.DeleteFunc(categories, func(category string) bool {
		return !slices.ContainsFunc(a.blocks, func(b Block) bool { return a.ofCodes(b.Publisher, Split{Category: category}) })
	})
	if !a.keep(Category, categories) {
		return unnamed("code", "no category belongs to {list}", "code", "", a.q.Code...)
	}
	return nil
}

// ofCodes tells whether a publisher's category belongs to a code that the
// question asks for: another publisher may have one of the same name that
// does not.
func (a *asker) ofCodes(publisher string, s Split) bool {
	if len(a.codes) == 0 {
		return true
	}
	code, _, ok := a.names.Crosswalk.Lookup(publisher, s.Category, s.Subcategory)
	return ok && slices.Contains(a.codes, code)
}

func (a *asker) codeSpellings(code string) []string {
	c, _ := a.names.Codes.Get(code)
	words := make([]string, 0, len(c.Names))
	for _, n := range c.Names {
		words = append(words, n)
	}
	return words
}

func areaSpellings(a AreaInfo) []string {
	words := append([]string{a.Code, a.Alpha3}, a.Aliases...)
	for _, n := range a.Names {
		words = append(words, n)
	}
	return words
}
