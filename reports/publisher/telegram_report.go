package publisher

import (
	"strings"

	"vitrine/reports"
)

// Telegram's report under the EU's Digital Services Act (Article 15), written
// out as one table: which of the report's tables, its row, its column, the
// number. The file does not say its period; its name says which report it is.
var telegramReport = Format{
	Name:      "Telegram, EU DSA report",
	Publisher: "Telegram",
	Title:     "the tables of telegram.org/tos/eu-dsa/transparency-2025, collected as CSV",
	URL:       "https://telegram.org/tos/eu-dsa",
	Columns:   []string{"table", "row", "column", "value"},
	Lacks:     []string{"publisher"}, // else Vitrine's own CSV
	Blocks:    telegramReportBlocks(),

	Read: func(l *Line) {
		t, known := telegramReportTables[l.Text("table")]
		if !known {
			l.Fail("table", "the reader does not know the table %q", l.Text("table"))
			return
		}
		c, known := telegramReportColumns[l.Text("column")]
		if !known {
			l.Fail("column", "the reader does not know the column %q", l.Text("column"))
			return
		}
		f := reports.Figure{Table: t.name, Measure: c, Period: l.reportPeriod()}
		l.reportPart(t, &f)
		l.AddFigure("value", f)
	},
}

// A telegramReportTable is one of the report's tables, and what it splits by.
type telegramReportTable struct {
	name     string
	by       reports.Dim
	measures []reports.Measure
}

// telegramReportTables are the tables by what the file calls them.
var telegramReportTables = map[string]telegramReportTable{
	"official_requests_by_member_state":     {"EU DSA report, official requests by member state", reports.Area, officialRequests},
	"official_requests_by_illegal_activity": {"EU DSA report, official requests by illegal activity", reports.Category, officialRequests},
	"restrictions_by_type_of_violation":     {"EU DSA report, restrictions by type of violation", reports.Category, telegramRestrictions},
	"restrictions_by_detection_method":      {"EU DSA report, restrictions by detection method", reports.Detection, telegramRestrictions},
	"restrictions_by_type_of_restriction":   {"EU DSA report, restrictions by type of restriction", reports.Action, telegramRestrictions},
	"article16_notices_by_alleged_type":     {"EU DSA report, notices by alleged type", reports.Category, telegramNotices},
	"notices_from_trusted_organizations":    {"EU DSA report, notices from trusted organisations", reports.Trigger, telegramNotices},
	"complaints":                            {"EU DSA report, complaints", reports.Facet, []reports.Measure{"complaints received", "decisions reversed"}},
}

// The order in which the tables answer.
var telegramReportOrder = []string{
	"official_requests_by_member_state", "official_requests_by_illegal_activity",
	"restrictions_by_type_of_violation", "restrictions_by_detection_method", "restrictions_by_type_of_restriction",
	"article16_notices_by_alleged_type", "notices_from_trusted_organizations", "complaints",
}

var (
	officialRequests     = []reports.Measure{reports.TakedownRequestsReceived, reports.InformationRequestsReceived}
	telegramRestrictions = []reports.Measure{reports.RestrictionsImposed}
	telegramNotices      = []reports.Measure{"notices received"}
)

// telegramReportColumns says what the columns count.
var telegramReportColumns = map[string]reports.Measure{
	"Takedown requests":       reports.TakedownRequestsReceived,
	"Information requests":    reports.InformationRequestsReceived,
	"Restrictions in the EU":  reports.RestrictionsImposed,
	"Notices from the EU":     "notices received",
	"Notices":                 "notices received",
	"Number of EU complaints": "complaints received",
	"Decisions reversed":      "decisions reversed",
}

// telegramReportBlocks declares each table's total and its parts, which add to
// it.
func telegramReportBlocks() []reports.Block {
	var blocks []reports.Block
	for _, name := range telegramReportOrder {
		t := telegramReportTables[name]
		parts := reports.DimsOf(t.by)
		for _, m := range t.measures {
			blocks = append(blocks, reports.Block{Table: t.name, Measure: m},
				reports.Block{Table: t.name, Measure: m, Breakdown: parts, Complete: parts})
		}
	}
	return blocks
}

// reportPart says which part of the table's total a row is about. Requests by
// member state are about each of them, their total about the EU.
func (l *Line) reportPart(t telegramReportTable, f *reports.Figure) {
	row := l.Text("row")
	if t.by != reports.Area {
		f.Area = "EU"
	}
	if strings.EqualFold(row, "total") {
		return
	}
	f.Breakdown = reports.DimsOf(t.by)
	switch t.by {
	case reports.Area:
		f.Area = l.Area("row")
	case reports.Facet:
		f.Facet = "decision: " + row
	default:
		f.Split = f.Split.With(t.by, row)
	}
}

// telegramReportPeriods are the reports' periods, by the year in the address
// of each.
var telegramReportPeriods = map[string]reports.Period{
	"2025": {Start: reports.DayOf(2024, 2, 17), End: reports.DayOf(2025, 2, 18)},
}

// reportPeriod returns the period of the report that the file's name says, or
// the user's.
func (l *Line) reportPeriod() reports.Period {
	if l.export.options.Period == (reports.Period{}) {
		for year, p := range telegramReportPeriods {
			if strings.Contains(l.file.Path, "transparency-"+year) {
				return p
			}
		}
	}
	return l.FilePeriod(reports.EveryYear)
}
