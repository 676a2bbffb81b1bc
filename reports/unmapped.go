package reports

import (
	"fmt"
	"io"
)

// Unmapped lists the categories of publishers that belong to no harmonised
// code on purpose, each with the reason.
type Unmapped struct {
	reasons map[link]string
	list    []UnmappedCategory
}

// An UnmappedCategory is a category that belongs to no code, and why.
type UnmappedCategory struct{ Publisher, Category, Subcategory, Reason string }

// ReadUnmapped reads the list from CSV with the columns publisher, category,
// subcategory and reason. A category that the crosswalk maps is an error.
func ReadUnmapped(r io.Reader, x *Crosswalk) (*Unmapped, error) {
	rows, err := readTable(r, "publisher", "category", "subcategory", "reason")
	if err != nil {
		return nil, fmt.Errorf("unmapped categories: %w", err)
	}
	u := &Unmapped{reasons: map[link]string{}}
	for _, row := range rows {
		c := UnmappedCategory{row[0], row[1], row[2], row[3]}
		key := makeLink(c.Publisher, c.Category, c.Subcategory)
		_, twice := u.reasons[key]
		_, mapped := x.links[key]
		switch {
		case twice:
			return nil, fmt.Errorf("unmapped categories: %s, %s %s: stands twice", c.Publisher, c.Category, c.Subcategory)
		case mapped:
			return nil, fmt.Errorf("unmapped categories: %s, %s %s: the crosswalk maps it", c.Publisher, c.Category, c.Subcategory)
		case c.Reason == "":
			return nil, fmt.Errorf("unmapped categories: %s, %s %s: without a reason", c.Publisher, c.Category, c.Subcategory)
		}
		u.reasons[key] = c.Reason
		u.list = append(u.list, c)
	}
	return u, nil
}

// Lookup returns why a category, or all of the category that a subcategory
// belongs to, has no code.
func (u *Unmapped) Lookup(publisher, category, subcategory string) (reason string, ok bool) {
	if reason, ok = u.reasons[makeLink(publisher, category, subcategory)]; !ok {
		reason, ok = u.reasons[makeLink(publisher, category, "")]
	}
	return reason, ok
}

// All lists the categories in the order of the file.
func (u *Unmapped) All() []UnmappedCategory { return append([]UnmappedCategory(nil), u.list...) }
