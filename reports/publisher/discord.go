package publisher

import (
	"slices"
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// Discord publishes a CSV a report: until the middle of 2022 one table of what
// was told to NCMEC, by month; since then a stack of sections, each with a
// title, a header and a total. No cell says the year, but for a title in 2024.
var discordReport = Format{
	Name:      "Discord, transparency report",
	Publisher: "Discord",
	Title:     "discord-2023-q4.csv, from the zip that Discord offers for each report",
	URL:       "https://discord.com/safety-transparency",
	Blocks:    discordBlocks(),
	Breaks: []reports.Break{{
		Publisher: "Discord", Measure: "user reports received", At: reports.DayOf(2024, 1, 1), From: discordReports, To: discordReports,
		Why: "what counts as a report changes here",
	}},
	Recognise: isDiscord,
	Explicit:  readDiscord,
}

// The tables of Discord: the sections of its reports.
const (
	discordDisabled      = "accounts disabled"
	discordServers       = "servers removed"
	discordWarnings      = "warnings"
	discordInterventions = "warnings and temporary interventions"
	discordAppeals       = "appeals"
	discordReports       = "user reports"
	discordInApp         = "in-app reports"
	discordNCMEC         = "reports to NCMEC"
	discordUS            = "information requests, United States"
	discordInternational = "information requests, international"
	discordEmergency     = "emergency requests"
	discordPreservation  = "preservation requests"
)

// discordOrder is the order in which the tables answer.
var discordOrder = []string{
	discordDisabled, discordServers, discordWarnings, discordInterventions, discordAppeals, discordReports, discordInApp,
	discordNCMEC, discordUS, discordInternational, discordEmergency, discordPreservation,
}

// A discordTable is what is known of one section.
type discordTable struct {
	table   string
	title   string        // a word of the section's title; "" where the header suffices
	first   string        // its first column; "" where that does not matter
	key     string        // another column that tells it by
	part    reports.Dims  // that its rows are; none where they are months
	about   reports.Split // what all its figures are about
	columns []discordColumn
}

// A discordColumn is what a column states, of which part of its row.
type discordColumn struct {
	name    string // as foldMarked writes it
	measure reports.Measure
	part    reports.Split
}

const (
	discordMedia    = "Media Reports"
	discordGrooming = "Grooming or Endangerment Escalations"
)

// discordTables are tried in order: the first that fits is the section's.
var discordTables = []discordTable{
	{table: discordNCMEC, first: "month", key: "media reports", columns: []discordColumn{
		{"media reports", "reports to authorities", reports.Split{Category: discordMedia}},
		{"grooming or endangerment escalations", "reports to authorities", reports.Split{Category: discordGrooming}},
		{"escalations", "reports to authorities", reports.Split{Category: discordGrooming}},
		{name: "total by month", measure: "reports to authorities"},
		{name: "month total", measure: "reports to authorities"},
		{name: "total", measure: "reports to authorities"},
	}},
	{table: discordWarnings, key: "individual accounts warned", part: reports.ByCategory, columns: []discordColumn{
		{name: "individual accounts warned", measure: "accounts warned"},
		{name: "servers warned", measure: "servers warned"},
		{name: "server member warnings", measure: "server members warned"},
	}},
	{table: discordInterventions, key: "individual accounts", part: reports.ByCategory, columns: []discordColumn{
		{name: "individual accounts", measure: "accounts warned or restricted"},
		{name: "servers", measure: "servers warned or restricted"},
		{name: "server members", measure: "server members warned or restricted"},
	}},
	{table: discordServers, key: "total servers removed", part: reports.ByCategory, columns: []discordColumn{
		{"servers removed proactive", "servers removed", reports.Split{Detection: "Proactive"}},
		{"servers removed reactive", "servers removed", reports.Split{Detection: "Reactive"}},
		{name: "total servers removed", measure: "servers removed"},
	}},
	{table: discordAppeals, key: "appeals", part: reports.ByCategory, columns: []discordColumn{
		{name: "accounts disabled", measure: reports.AccountsSuspended},
		{name: "distinct accounts actioned", measure: "accounts actioned"},
		{name: "appeals", measure: "appeals received"},
		{name: "% accounts who submitted an appeal", measure: "share of suspended accounts that appealed"},
		{name: "% of accounts who appealed", measure: "share of actioned accounts that appealed"},
		{name: "appeals granted", measure: "appeals granted"},
		{name: "% account appeals granted", measure: "share of appeals granted"},
		{name: "% of appeals granted", measure: "share of appeals granted"},
		{name: "% accounts unbanned", measure: "share of suspended accounts reinstated"},
	}},
	{table: discordDisabled, key: "accounts disabled", part: reports.ByCategory, columns: []discordColumn{
		{name: "accounts disabled", measure: reports.AccountsSuspended},
	}},
	{table: discordInApp, title: "in-app", key: "reports received", part: reports.ByCategory, columns: discordReportColumns},
	{table: discordReports, key: "reports received", part: reports.ByCategory, columns: discordReportColumns},
	{table: discordReports, key: "% of reports", part: reports.ByCategory, columns: discordReportColumns},
	{table: discordPreservation, key: "complied", part: reports.ByArea, columns: []discordColumn{
		{name: "requests", measure: "preservation demands received"},
		{name: "complied", measure: "preservation demands complied with"},
	}},
	{table: discordEmergency, title: "emergency", key: "information produced", part: reports.ByArea, columns: []discordColumn{
		{name: "requests", measure: "emergency demands received"},
		{name: "information produced", measure: "emergency demands answered with data"},
	}},
	{table: discordInternational, first: "country", key: "information produced", part: reports.ByArea, columns: discordRequestColumns},
	{table: discordUS, first: "request type", key: "information produced", part: reports.ByGround, about: reports.Split{Area: "US"}, columns: discordRequestColumns},
}

var discordReportColumns = []discordColumn{
	{name: "reports received", measure: "user reports received"},
	{name: "reports", measure: "user reports received"},
	{name: "reports actioned", measure: "user reports actioned"},
	{name: "% of reports actioned", measure: "share of user reports actioned"},
	{name: "% of reports", measure: "share of user reports received"},
}

var discordRequestColumns = []discordColumn{
	{name: "requests", measure: reports.InformationRequestsReceived},
	{name: "information produced", measure: "demands answered with data"},
}

// discordTableOf finds the table of a header row below a title.
func discordTableOf(title string, row sheet.Row) *discordTable {
	if len(row.Cells) == 0 {
		return nil
	}
	var names []string
	for _, c := range row.Cells {
		names = append(names, foldMarked(c.Text))
	}
	for i, t := range discordTables {
		if strings.Contains(foldHeader(title), t.title) && (t.first == "" || t.first == names[0]) && slices.Contains(names[1:], t.key) {
			return &discordTables[i]
		}
	}
	return nil
}

// foldMarked folds a column's name without its marks: "Information Produced*".
func foldMarked(text string) string { return strings.TrimRight(foldHeader(text), "*† ") }

// isDiscord tells whether a table of months that tells of media reports and
// escalations, or one of warnings, stands in a file.
func isDiscord(f *sheet.File) bool {
	for _, t := range f.Tables {
		n := 0
		for row, err := range t.Rows() {
			if n++; err != nil || n > discordRows {
				break
			}
			found := discordTableOf("", row)
			if found == nil {
				continue
			}
			escalations := slices.ContainsFunc(row.Cells, func(c sheet.Cell) bool { return strings.HasSuffix(foldMarked(c.Text), "escalations") })
			if found.table == discordNCMEC && escalations || found.table == discordWarnings ||
				found.table == discordInterventions && foldHeader(row.Text(1)) == "policy category" {
				return true
			}
		}
	}
	return false
}

// discordRows is how many rows of a file are looked at to tell what it is.
const discordRows = 300

// discordBlocks declares the blocks of all tables. The parts of each add to
// its printed total, so a part without a row had none.
func discordBlocks() []reports.Block {
	var blocks []reports.Block
	declare := func(table string, by reports.Dims, m reports.Measure) {
		b := reports.Block{Table: table, Measure: m, Breakdown: by}
		if reports.MeasureOf(m).OverParts {
			b.Complete, b.Absent = by, reports.AbsentNone
		}
		if !slices.Contains(blocks, b) {
			blocks = append(blocks, b)
		}
	}
	for _, name := range discordOrder {
		for _, t := range discordTables {
			if t.table != name {
				continue
			}
			for _, c := range t.columns {
				declare(t.table, t.part|c.part.Stated(), c.measure)
				declare(t.table, c.part.Stated(), c.measure)
			}
		}
	}
	return blocks
}
