package reports

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// AddRows gives the tables of a record the rows that a sheet of a workbook
// holds: each row the name of its table, as "table 1", and its cells under
// heads, as RecordCell writes them.
func (r *AuditRecord) AddRows(heads []string, rows [][]string) error {
	of := make([][][]string, len(r.Tables))
	for i, row := range rows {
		n, err := strconv.Atoi(strings.TrimPrefix(row[0], "table "))
		if err != nil || n < 1 || n > len(r.Tables) {
			return fmt.Errorf("row %d of the record's numbers is of no table", i+1)
		}
		cells := make([]string, len(heads)-1)
		for k := range cells {
			cells[k] = readCell(row[k+1])
		}
		of[n-1] = append(of[n-1], cells)
	}
	for i := range r.Tables {
		t := &r.Tables[i]
		if t.Columns, t.Rows = withoutEmpty(heads[1:], of[i]); len(t.Rows) > 0 {
			continue
		}
		t.Columns, t.Rows = nil, nil
	}
	return nil
}

// Changed tells which sheets of a workbook do not hold the numbers that they
// were written with. sheets are those that it has now.
func (r AuditRecord) Changed(sheets []RecordedSheet) []string {
	var changed []string
	for _, s := range r.Sheets {
		if !slices.Contains(sheets, s) {
			changed = append(changed, s.Name)
		}
	}
	return changed
}
