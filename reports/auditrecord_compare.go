package reports

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// A RowDifference is a row of a table that comes out another way when the
// record is repeated.
type RowDifference struct {
	About         string // what the row is about: "Telegram · groups and channels blocked · 2024"
	Column        string // what differs; "" for a row that only one of them has
	Before, After string // in the record and repeated
}

// String writes the difference in one line.
func (d RowDifference) String() string {
	switch {
	case d.Column != "":
		return fmt.Sprintf("%s: %s was %s, is %s", d.About, d.Column, orNothing(d.Before), orNothing(d.After))
	case d.Before != "":
		return d.About + ": is not there any more"
	}
	return d.About + ": was not there"
}

func orNothing(text string) string {
	if text == "" {
		return "nothing"
	}
	return strconv.Quote(text)
}

// Same tells whether a table that was repeated has the numbers of the record.
// Where both have their rows, it returns each difference; else none, and only
// the checksums tell. Numbers that differ by less than a part in 10^12 are the
// same: processors round the last digit of a sum differently.
func (t RecordedTable) Same(repeated RecordedTable) (same bool, found []RowDifference) {
	if !t.HasRows() || !repeated.HasRows() {
		return t.Count == repeated.Count && t.SHA256 == repeated.SHA256, nil
	}
	c := rowComparison{kind: t.Kind, before: t.byKey(), after: repeated.byKey()}
	for _, key := range c.before.order {
		c.row(key)
	}
	for _, key := range c.after.order {
		if _, known := c.before.rows[key]; !known {
			c.found = append(c.found, RowDifference{About: c.after.about[key], After: "here"})
		}
	}
	return len(c.found) == 0, c.found
}

// A rowComparison sets the rows of two tables of a kind side by side.
type rowComparison struct {
	kind          RecordKind
	before, after keyedRows
	found         []RowDifference
}

// keyedRows are rows by what they are about.
type keyedRows struct {
	order []string
	rows  map[string]map[string]string
	about map[string]string // in words
}

// byKey finds the rows of a table. Several about the same are told apart by
// their order.
func (t RecordedTable) byKey() keyedRows {
	k := keyedRows{rows: map[string]map[string]string{}, about: map[string]string{}}
	about := t.Kind.about()
	for _, cells := range t.Rows {
		row := map[string]string{}
		for i, text := range cells {
			row[t.Columns[i]] = text
		}
		var key, words []string
		for _, name := range about {
			key = append(key, row[name])
			if row[name] != "" {
				words = append(words, row[name])
			}
		}
		unique := strings.Join(key, "\x00")
		for n := 2; k.rows[unique] != nil; n++ {
			unique = strings.Join(key, "\x00") + "\x00" + strconv.Itoa(n)
		}
		k.order = append(k.order, unique)
		k.rows[unique], k.about[unique] = row, strings.Join(words, " · ")
	}
	return k
}

func (c *rowComparison) row(key string) {
	before, after, about := c.before.rows[key], c.after.rows[key], c.before.about[key]
	if after == nil {
		c.found = append(c.found, RowDifference{About: about, Before: "here"})
		return
	}
	for _, name := range recordSays[c.kind] {
		if !sameCell(before[name], after[name]) {
			c.found = append(c.found, RowDifference{about, name, before[name], after[name]})
		}
	}
}

func sameCell(a, b string) bool {
	if a == b {
		return true
	}
	x, err := strconv.ParseFloat(a, 64)
	y, failed := strconv.ParseFloat(b, 64)
	if err != nil || failed != nil || strings.ContainsAny(a+b, "xXpP_") {
		return false
	}
	return x == y && !math.IsNaN(x) || math.Abs(x-y) <= 1e-12*max(math.Abs(x), math.Abs(y))
}
