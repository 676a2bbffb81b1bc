package publisher

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"testing"

	"vitrine/assets"
	"vitrine/reports"
)

// properNames are the same in each language: names of services, of
// organisations and of projects.
var properNames = map[reports.Dim]string{
	reports.Service: `
		Beispielmarkt; Blogger; Example Square; Example Video; Exemple Marché; Facebook; GCP; Google Ads; Google Groups; Google Workspace;
		Instagram; Video; Vinted; WhatsApp; Wikiversity; YouTube; ar.wikipedia; ja.wikipedia; npm; orkut; ответы`,
	reports.Trigger: `Example Hotline; Sample & Partners`,
	reports.Facet:   `scope: PhotoDNA`,
}

// madeUpNames are words of the samples that no publisher has: the first of a
// new edition, and what a platform describes in words of its own.
var madeUpNames = map[reports.Dim]string{
	reports.Service:     `Google Télépathie`,
	reports.Category:    `Motif inconnu; Razão nova`,
	reports.Subcategory: `A Sub-Policy of Another Year; Fake giveaways; KEYWORD_OTHER_CRYPTOCURRENCY; Romance scams`,
}

// TestWordsHaveNames: whoever reads French or German reads the categories,
// actions and other parts of every export so, as far as they are phrases.
func TestWordsHaveNames(t *testing.T) {
	used, unnamed := map[string]bool{}, map[string]bool{}
	for path, r := range readSamples(t) {
		for _, f := range r.Figures {
			for _, d := range f.Split.Stated().Without(reports.ByArea).List() {
				v := f.Split.Get(d)
				id := d.String() + "|" + v
				switch {
				case isListed(properNames, d, v), isListed(madeUpNames, d, v):
					used[id] = true
				case !assets.For("fr").Translates(d, v) && !unnamed[id]:
					unnamed[id] = true
					t.Errorf("%s: no name for the %s %q: write it into assets/names.csv, or, if it is the same in each language, into properNames", path, d, v)
				}
			}
		}
	}
	for _, lists := range []map[reports.Dim]string{properNames, madeUpNames} {
		for d, names := range lists {
			for _, name := range listed(names) {
				if !used[d.String()+"|"+name] {
					t.Errorf("no sample has the %s %q", d, name)
				}
			}
		}
	}
}

// listed takes a list of names apart.
func listed(names string) []string {
	list := strings.Split(names, ";")
	for i := range list {
		list[i] = strings.TrimSpace(list[i])
	}
	return list
}

func isListed(lists map[reports.Dim]string, d reports.Dim, name string) bool {
	return slices.Contains(listed(lists[d]), name)
}

// readSamples returns what the samples state, by their names.
func readSamples(t *testing.T) map[string]reports.Reading {
	readings := map[string]reports.Reading{}
	for _, path := range samples(t) {
		book := open(t, path)
		r, err := Read(context.Background(), book, book.Name)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range r.Earlier {
			readings[path+" › "+e.File] = e.Reading
		}
		readings[path] = r
	}
	return readings
}

// TestNamesTellWordsApart: two parts of a table that the publisher keeps apart,
// "Integrity and authenticity" and "Integrity & Authenticity", are told apart in
// each language.
func TestNamesTellWordsApart(t *testing.T) {
	words := map[string]string{}
	for _, r := range readSamples(t) {
		for _, f := range r.Figures {
			for _, d := range f.Split.Stated().Without(reports.ByArea).List() {
				for _, lang := range assets.Languages() {
					v := f.Split.Get(d)
					name := strings.Join([]string{f.Publisher, f.Table, d.String(), lang, assets.For(lang).Value(d, v)}, " › ")
					if other, taken := words[name]; taken && other != v {
						t.Errorf("%s is %q and %q", name, other, v)
					}
					words[name] = v
				}
			}
		}
	}
}

// TestTablesHaveNames: so it is with the names of tables.
func TestTablesHaveNames(t *testing.T) {
	checked := map[string]bool{}
	check := func(publisher, table string) {
		name := publisher + "|" + table
		if checked[name] {
			return
		}
		checked[name] = true
		for _, lang := range assets.Languages()[1:] {
			if table != "" && assets.For(lang).Table(publisher, table) == table {
				t.Errorf("no %s name for the table %q of %s: write it into assets/translations", lang, table, publisher)
			}
		}
	}
	for i := range Formats {
		f := &Formats[i]
		check(f.Publisher, f.Table)
		for _, b := range f.Blocks {
			check(cmp.Or(b.Publisher, f.Publisher), b.Table)
		}
	}
}

// TestPoliciesHaveNames covers the policies that no sample has.
func TestPoliciesHaveNames(t *testing.T) {
	names := append([]string{tiktokBefore}, append(tiktokAfter, tiktokPolicies...)...)
	for _, list := range []map[string]string{tiktokSubPolicies2022, tiktokSubPolicies2023} {
		for name := range list {
			names = append(names, name)
		}
	}
	for _, p := range metaPolicies {
		names = append(names, p.name)
	}
	for _, name := range names {
		if name != "" && !assets.For("fr").Translates(reports.Category, name) {
			t.Errorf("no name for %q", name)
		}
	}
}
