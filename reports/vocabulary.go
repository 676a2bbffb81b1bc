package reports

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
)

// readTable reads a CSV that must have exactly the columns given and returns
// its rows without the header.
func readTable(r io.Reader, columns ...string) ([][]string, error) {
	c := csv.NewReader(r)
	rows, err := c.ReadAll()
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 || strings.Join(rows[0], ",") != strings.Join(columns, ",") {
		return nil, fmt.Errorf("the first row must be %s", strings.Join(columns, ","))
	}
	return rows[1:], nil
}

// splitList splits a cell that holds several values.
func splitList(cell, separator string) []string {
	var list []string
	for _, s := range strings.Split(cell, separator) {
		if s = strings.TrimSpace(s); s != "" {
			list = append(list, s)
		}
	}
	return list
}
