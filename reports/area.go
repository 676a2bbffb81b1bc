package reports

import (
	"fmt"
	"io"
	"slices"
	"sort"
	"strings"
)

// An AreaInfo says what an area is: a country or a named group of countries.
type AreaInfo struct {
	Code    string            // ISO 3166-1 alpha-2, XK for Kosovo, or the group's code
	Alpha3  string            // ISO 3166-1 alpha-3; "" for a group
	Numeric string            // ISO 3166-1 numeric, three digits; "" where ISO has none
	Names   map[string]string // by language
	Aliases []string          // other spellings that publishers use, in any language
	Group   bool
	Members []string // of a group: its countries' codes, in order
}

// Areas is the list of areas that Vitrine knows.
type Areas struct {
	list   []AreaInfo
	codes  map[string]int // upper-case codes
	names  map[string]int // folded names, aliases and codes
	member map[string]map[string]bool
}

// ReadAreas reads areas from CSV with the columns code, alpha3, numeric, one
// for each language, aliases (separated by ";") and members (separated by
// spaces). A name that two areas claim is an error.
func ReadAreas(r io.Reader) (*Areas, error) {
	rows, err := readTexts(r, "code", "alpha3", "numeric", eachLanguage, "aliases", "members")
	if err != nil {
		return nil, fmt.Errorf("areas: %w", err)
	}
	a := &Areas{codes: map[string]int{}, names: map[string]int{}, member: map[string]map[string]bool{}}
	for _, row := range rows {
		area := AreaInfo{
			Code: row.cells[0], Alpha3: row.cells[1], Numeric: row.cells[2], Names: row.texts,
			Aliases: splitList(row.cells[3], ";"), Members: strings.Fields(row.cells[4]),
		}
		area.Group = len(area.Members) > 0
		if err := a.add(area); err != nil {
			return nil, fmt.Errorf("areas: %w", err)
		}
	}
	return a, nil
}

func (a *Areas) add(area AreaInfo) error {
	n := len(a.list)
	a.list = append(a.list, area)
	for _, code := range []string{area.Code, area.Alpha3, area.Numeric} {
		if code == "" {
			continue
		}
		if _, taken := a.codes[strings.ToUpper(code)]; taken {
			return fmt.Errorf("code %s stands twice", code)
		}
		a.codes[strings.ToUpper(code)] = n
	}
	names := []string{area.Code, area.Alpha3, area.Numeric}
	for _, language := range Languages() {
		names = append(names, area.Names[language])
	}
	for _, name := range append(names, area.Aliases...) {
		key := fold(name)
		if old, taken := a.names[key]; taken && old != n {
			return fmt.Errorf("%q names both %s and %s", name, a.list[old].Code, area.Code)
		}
		a.names[key] = n
	}
	delete(a.names, "") // what folds to nothing names nothing
	delete(a.names, "na")
	if area.Group {
		a.member[area.Code] = map[string]bool{}
		for _, m := range area.Members {
			a.member[area.Code][m] = true
		}
	}
	return nil
}

// Lookup finds the area that a text names: by a name or an alias in any
// language, or by a code, whatever the case, accents and punctuation. "NA" is
// no name, since publishers write it for "not available": see LookupCode.
func (a *Areas) Lookup(text string) (code string, ok bool) {
	n, ok := a.names[fold(text)]
	if !ok {
		return "", false
	}
	return a.list[n].Code, true
}

// LookupCode finds an area by its code (alpha-2, alpha-3 or numeric), for
// columns that hold codes: there, NA is Namibia.
func (a *Areas) LookupCode(text string) (code string, ok bool) {
	text = strings.ToUpper(strings.TrimSpace(text))
	if n, ok := a.codes[text]; ok {
		return a.list[n].Code, true
	}
	if len(text) == 2 { // EL and UK are codes of the European Union's own
		return a.Lookup(text)
	}
	return "", false
}

// Get returns the area of a code.
func (a *Areas) Get(code string) (AreaInfo, bool) {
	n, ok := a.codes[strings.ToUpper(code)]
	if !ok || a.list[n].Code != code {
		return AreaInfo{}, false
	}
	return a.list[n], true
}

// Name returns an area's name in a language; English where the language is
// not there, and the code itself where it is no area's.
func (a *Areas) Name(code, lang string) string {
	area, ok := a.Get(code)
	if !ok {
		if set := a.setMembers(code); set != nil {
			return a.setName(set, lang)
		}
		return code
	}
	if name := area.Names[lang]; name != "" {
		return name
	}
	return area.Names["en"]
}

// IsCountry tells whether a code is a country's, not a group's or a
// publisher's word.
func (a *Areas) IsCountry(code string) bool {
	area, ok := a.Get(code)
	return ok && !area.Group
}

// Members returns the countries of a group or of a set, in order; of a
// country, itself; of anything else, none.
func (a *Areas) Members(code string) []string {
	area, ok := a.Get(code)
	switch {
	case !ok:
		return a.setMembers(code)
	case area.Group:
		return append([]string(nil), area.Members...)
	}
	return []string{code}
}

// Contains tells whether an area is a country or holds it.
func (a *Areas) Contains(area, country string) bool {
	if area == country {
		return a.IsCountry(country)
	}
	if strings.Contains(area, areaSign) {
		return slices.Contains(a.setMembers(area), country)
	}
	return a.member[area][country]
}

// All lists the areas, countries first, in the order of their codes.
func (a *Areas) All() []AreaInfo {
	all := append([]AreaInfo(nil), a.list...)
	sort.SliceStable(all, func(i, j int) bool {
		if all[i].Group != all[j].Group {
			return !all[i].Group
		}
		return all[i].Code < all[j].Code
	})
	return all
}
