package publisher

import (
	"cmp"
	"context"
	"path/filepath"
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
// tables and actions of every export so, as far as they are phrases.
func TestWordsHaveNames(t *testing.T) {
	same := map[reports.Dim][]string{}
	for _, list := range []map[reports.Dim]string{properNames, madeUpNames} {
		for d, names := range list {
			for name := range strings.SplitSeq(names, ";") {
				same[d] = append(same[d], strings.TrimSpace(name))
			}
		}
	}
	used, known := map[string]bool{}, map[string]bool{}
	check := func(path string, d reports.Dim, v string) {
		id := d.String() + "|" + v
		if v == "" || d == reports.Area || known[id] {
			return
		}
		known[id] = true
		switch proper := slices.Contains(same[d], v); {
		case proper:
			used[id] = true
		case !assets.For("fr").Translates(d, v):
			t.Errorf("%s: no name for the %s %q: write it into assets/names.csv, or, if it is the same in each language, into properNames", path, d, v)
		}
	}
	for _, path := range samples(t) {
		book := open(t, path)
		r, err := Read(context.Background(), book, book.Name)
		if err != nil {
			t.Fatal(err)
		}
		readings := []reports.Reading{r}
		for _, e := range r.Earlier {
			readings = append(readings, e.Reading)
		}
		for _, r := range readings {
			for _, f := range r.Figures {
				for _, d := range f.Split.Stated().List() {
					check(filepath.Base(path), d, f.Split.Get(d))
				}
			}
		}
	}
	for d, names := range same {
		for _, name := range names {
			if !used[d.String()+"|"+name] {
				t.Errorf("no sample has the %s %q", d, name)
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
