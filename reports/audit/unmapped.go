package audit

import (
	"cmp"
	"slices"

	"vitrine/reports"
)

// unmapped looks for categories that neither the crosswalk nor the list of
// those left out on purpose knows: a publisher's new words. Such categories
// keep their own names in every answer. Those of a table are one finding.
func (a *auditor) unmapped() error {
	found := map[string]*Finding{}
	var order []string
	for _, b := range a.blocks {
		group := (b.Breakdown | b.Constant) & (reports.ByCategory | reports.BySubcategory)
		if !group.Has(reports.Category) {
			continue
		}
		sums, err := a.categories(b, group)
		if err != nil {
			return err
		}
		for key, figures := range sums {
			if a.known(b.Publisher, key) {
				continue
			}
			name := b.Publisher + " | " + b.Table
			if found[name] == nil {
				found[name] = &Finding{Check: "unmapped", Severity: Warning, Publisher: b.Publisher, Table: b.Table}
				order = append(order, name)
			}
			found[name].count(key, figures)
		}
	}
	for _, name := range order {
		f := found[name]
		slices.SortFunc(f.Cases, func(x, y Case) int {
			return cmp.Or(cmp.Compare(y.Weight, x.Weight), x.Split.Compare(y.Split))
		})
		key := "finding.unmapped.many"
		if len(f.Cases) == 1 {
			key = "finding.unmapped.one"
		}
		f.Text = Phrase{Key: key, Args: []any{"publisher", f.Publisher, "place", place{split: f.Cases[0].Split}, "cases", len(f.Cases), "figures", int(f.Cases[0].Weight)}}
		f.Settle = Phrase{Key: "settle.unmapped"}
		a.add(*f)
	}
	return nil
}

// categories counts the figures of each category of a block.
func (a *auditor) categories(b reports.Block, group reports.Dims) (map[reports.Split]int, error) {
	counts := map[reports.Split]int{}
	sums, err := a.gather(b, group, reports.Request{})
	for _, s := range sums {
		counts[s.Key] += s.N
	}
	return counts, err
}

func (a *auditor) known(publisher string, key reports.Split) bool {
	if key.Category == "" || key.Category == reports.NotStated {
		return true
	}
	if _, _, ok := a.options.Names.Crosswalk.Lookup(publisher, key.Category, key.Subcategory); ok {
		return true
	}
	_, ok := a.options.Left.Lookup(publisher, key.Category, key.Subcategory)
	return ok
}

// count adds figures to the case of a category.
func (f *Finding) count(key reports.Split, figures int) {
	key = key.Only(reports.ByCategory | reports.BySubcategory)
	for i, c := range f.Cases {
		if c.Split == key {
			f.Cases[i].Weight += float64(figures)
			return
		}
	}
	f.Cases = append(f.Cases, Case{Split: key, Weight: float64(figures)})
}
