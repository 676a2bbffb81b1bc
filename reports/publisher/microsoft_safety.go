package publisher

import (
	"vitrine/reports"
	"vitrine/reports/sheet"
)

// Microsoft's Digital Safety Content Report is a workbook per half-year: a
// sheet with a block for each kind of content. A block has a row with its
// period and the titles of its groups, a row of headers, one row of numbers
// and notes below.
var microsoftSafety = Format{
	Publisher: microsoft,
	Table:     "digital safety content",
	Title:     "Digital Safety Content Report: a workbook per half-year",
	URL:       "https://www.microsoft.com/en-us/corporate-responsibility/digital-safety-content-report",
	Blocks: []reports.Block{
		{Table: "digital safety content", Measure: reports.ContentActioned, Breakdown: reports.ByService | reports.ByCategory},
		{Table: "digital safety content", Measure: reports.ProactiveRate, Breakdown: reports.ByService | reports.ByCategory},
		{Table: "digital safety content", Measure: "accounts actioned", Breakdown: reports.ByService | reports.ByCategory},
		{Table: "digital safety content", Measure: "share of accounts reinstated", Breakdown: reports.ByService | reports.ByCategory},
		{Table: "digital safety content", Measure: contentRequestsReceived, Breakdown: reports.ByCategory},
		{Table: "digital safety content", Measure: contentRequestsGranted, Breakdown: reports.ByCategory},
		{Table: "digital safety content", Measure: "share of content requests granted", Breakdown: reports.ByCategory},
		{Table: "digital safety content", Measure: "reports to authorities", Breakdown: reports.ByCategory},
	},

	Recognise: func(f *sheet.File) bool {
		return hasHeader(f, func(row sheet.Row) bool { return isMicrosoftSafety(row) })
	},
	Explicit: func(e *Export) {
		for _, f := range e.Files {
			for _, t := range f.Tables {
				if rows, ok := e.rows(t); ok {
					r := safetyReader{Export: e, file: f, table: t, short: map[string]string{}}
					r.read(rows)
				}
			}
		}
	},
}

// isMicrosoftSafety tells whether a row can be the header of a block: it has
// several columns, and not one of them alone again and again.
func isMicrosoftSafety(row sheet.Row) bool {
	kinds := map[safetyColumn]bool{}
	for _, c := range microsoftSafetyColumns(row) {
		kinds[c] = true
	}
	return len(kinds) > 1
}

// A safetyColumn is what a column of a block states.
type safetyColumn struct {
	measure reports.Measure
	service bool // it is stated for a service
	share   bool
}

var safetyColumns = map[string]safetyColumn{
	"content actioned":                {reports.ContentActioned, true, false},
	"content detected proactively":    {reports.ProactiveRate, true, true},
	"accounts actioned":               {"accounts actioned", true, false},
	"accounts reinstated":             {"share of accounts reinstated", true, true},
	"requests reported":               {contentRequestsReceived, false, false},
	"requests actioned":               {contentRequestsGranted, false, false},
	"percentage of requests actioned": {"share of content requests granted", false, true},
}

// microsoftSafetyColumns returns the columns of a row of headers, by their
// places.
func microsoftSafetyColumns(row sheet.Row) map[int]safetyColumn {
	columns := map[int]safetyColumn{}
	for i, c := range row.Cells {
		if column, ok := safetyColumns[foldHeader(c.Text)]; ok {
			columns[i+1] = column
		}
	}
	return columns
}
