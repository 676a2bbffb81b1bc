package publisher

import (
	"slices"
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// tiktokDemandDecimals is how many decimals the rates of these reports have at
// least, less the zeros at their end.
const tiktokDemandDecimals = 2

// TikTok publishes its reports on legal requests as a long table each, of all
// half-years since 2019: a row a number. Totals over the countries are there
// until 2021. Until 2022 they were one workbook.
var tiktokRequests = Format{
	Name:      "TikTok, legal requests",
	Publisher: "TikTok",
	Title: "CLIGR_2025H2_GovernmentRemovalsRequests.csv, …_InformationRequests.csv, …_IntellectualPropertyRights.csv; " +
		"English_LIPGR_2022_H1.xlsx before",
	URL:    "https://www.tiktok.com/transparency/en/government-removals-report",
	Blocks: tiktokDemandBlocks,
	// As in the guidelines' data.
	ExtentByBlock: true,

	Recognise: func(file *sheet.File) bool {
		return slices.ContainsFunc(file.Tables, func(t *sheet.Table) bool {
			h := firstHeader(t)
			return h != nil && (h.hasAll(tiktokRequestsColumns) || h.ofTikTokRequests())
		})
	},
	Explicit: func(e *Export) {
		for _, file := range e.Files {
			book := tiktokDemandBook{export: e, file: file}
			for _, t := range file.Tables {
				h := firstHeader(t)
				switch {
				case h == nil: // an empty sheet
				case h.hasAll(tiktokRequestsColumns):
					r := tiktokReader{unknown: map[string]bool{}}
					e.linesBelow(file, t, h, r.demand)
				default:
					book.sheet(t, h)
				}
			}
		}
	},
}

var tiktokRequestsColumns = []string{"aspect", "metric_name", "period", "period_value", "location", "location_value", "result"}

// demand reads a row of a report on legal requests.
func (r *tiktokReader) demand(l *Line) {
	for _, column := range []string{"replication_info", "entity", "policy", "task", "base", "date"} {
		l.header.find(column) // they state nothing, or what the others do
	}
	table, known := tiktokAspects[strings.ToLower(l.Text("aspect"))]
	if !known {
		r.skip(l, "aspect")
	}
	d, known := tiktokDemandOf(table, l.Text("metric_name"))
	if !known {
		r.skip(l, "metric_name")
	}
	for _, column := range []string{"policy_value", "task_value"} {
		if l.header.find(column) > 0 && l.Part(column) != "" {
			r.skip(l, column)
		}
	}
	s, country := d.split, l.Area("location_value")
	switch strings.ToLower(l.Text("location")) {
	case "all":
	case "country_name":
		s.Area = country
	default:
		r.skip(l, "location")
	}
	f := reports.Figure{Table: table, Measure: d.measure, Split: s, Breakdown: s.Stated()}
	if strings.EqualFold(l.Text("period"), "half-year") {
		f.Period = l.Half("period_value")
	} else {
		f.Period = l.Period("period_value")
	}
	d.add(l, "result", f)
}

// add adds the figure of a column.
func (d tiktokDemand) add(l *Line, column string, f reports.Figure) {
	if d.rate {
		l.AddFraction(column, tiktokDemandDecimals, f)
		return
	}
	l.AddFigure(column, f)
}
