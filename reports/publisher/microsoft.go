package publisher

import (
	"regexp"
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

const microsoft = "Microsoft"

// Microsoft publishes a workbook per half-year with the requests of
// authorities, and of parties to civil cases, for customers' data: a sheet for
// all, one for emergencies and one for civil cases, each with a row per
// country below merged headers and a total. The names of the sheets and the
// columns differ from one workbook to the next.
var microsoftRequests = Format{
	Name:      "Microsoft, law enforcement requests",
	Publisher: microsoft,
	Title:     "Law Enforcement Requests Report: a workbook per half-year",
	URL:       "https://www.microsoft.com/en-us/corporate-responsibility/law-enforcement-requests-report",
	Blocks:    microsoftBlocks(),

	Recognise: func(f *sheet.File) bool {
		return hasHeader(f, func(row sheet.Row) bool { return microsoftHeader(row) != nil })
	},
	Explicit: func(e *Export) {
		for _, f := range e.Files {
			r := microsoftReader{Export: e, file: f, tables: map[string]string{}}
			for _, t := range f.Tables {
				r.read(t)
			}
		}
	},
}

// A microsoftTable is one of the tables of the workbook. The outcomes of civil
// requests were counted by request in 2017, and by account in 2021: they are a
// measure of their own.
type microsoftTable struct {
	name                      string
	requests, outcomes, share reports.Measure
	complete                  reports.Dims // of what the outcomes are split by
}

var microsoftTables = []microsoftTable{
	{"law enforcement requests", reports.InformationRequestsReceived, reports.InformationRequestsReceived,
		"share of information requests by outcome", reports.ByArea | reports.ByAction},
	{"emergency requests", "emergency demands received", "emergency demands received",
		"share of emergency demands by outcome", reports.ByArea | reports.ByAction},
	{"civil legal requests", "non-government information requests received", "outcomes of non-government information requests",
		"share of non-government requests by outcome", reports.ByArea},
}

// microsoftBlocks declares the tables' blocks: every request comes from one
// country and, but for civil ones, has one outcome.
func microsoftBlocks() []reports.Block {
	var blocks []reports.Block
	for _, t := range microsoftTables {
		for _, by := range []reports.Dims{0, reports.ByArea} {
			outcome := by | reports.ByAction
			blocks = append(blocks,
				reports.Block{Table: t.name, Measure: t.requests, Breakdown: by, Complete: by, Absent: reports.AbsentNone},
				reports.Block{Table: t.name, Measure: t.outcomes, Breakdown: outcome, Complete: outcome & t.complete, Absent: reports.AbsentNone},
				reports.Block{Table: t.name, Measure: accountsNamed, Breakdown: by, Complete: by, Absent: reports.AbsentNone},
				reports.Block{Table: t.name, Measure: t.share, Breakdown: outcome, Complete: reports.ByAction & t.complete, Absent: reports.AbsentNone})
		}
	}
	return blocks
}

// tableOf says which table a sheet has, by its name and the titles above its
// header. The sheet of all requests is called LERR, TOTAL, Criminal, …
func microsoftTableOf(sheetName string, titles []string) microsoftTable {
	text := strings.ToLower(sheetName + " " + strings.Join(titles, " "))
	switch {
	case strings.Contains(text, "civil"):
		return microsoftTables[2]
	case strings.Contains(text, "emergenc"):
		return microsoftTables[1]
	}
	return microsoftTables[0]
}

// The columns of a sheet, as the reader calls them.
const (
	microsoftCountry  = "country"
	microsoftReceived = "requests"
	microsoftAccounts = "accounts"
)

// microsoftOutcomes are what came of requests, in the words that all headers
// share, and what tells a header from those before it.
var microsoftOutcomes = []struct{ tells, outcome string }{
	{"rejected", "Rejected"},
	{"no data found", "No Data Found"},
	{"non-content", "Disclosure of Only Subscriber/Transactional (Non-Content) Data"},
	{"disclosure of content", "Disclosure of Content"},
}

// microsoftHeader reads a row as the header of a sheet: the names of its
// columns, each at its place; nil if it is none. An outcome's name stands at
// the first of its two columns.
func microsoftHeader(row sheet.Row) []string {
	names := make([]string, len(row.Cells))
	found := map[string]bool{}
	for i, c := range row.Cells {
		names[i] = microsoftColumn(foldHeader(c.Text))
		found[names[i]] = true
	}
	if !found[microsoftReceived] || !found[microsoftAccounts] || !found["Rejected"] {
		return nil
	}
	return names
}

func microsoftColumn(header string) string {
	switch {
	case strings.HasPrefix(header, "total number of"):
		return microsoftReceived
	case strings.HasPrefix(header, "accounts / users specified"):
		return microsoftAccounts
	}
	for _, o := range microsoftOutcomes {
		if strings.Contains(header, o.tells) {
			return o.outcome
		}
	}
	return ""
}

// monthSpan finds a period in a title: "July - December 2013", "January 2017
// - June 2017", "January to June 2021".
var monthSpan = regexp.MustCompile(`(?i)\b(january|july)(\s+\d{4})?\s*(-|–|to|through)\s*(june|december),?\s+\d{4}\b`)

// periodIn returns the period that a text mentions, and its words.
func periodIn(text string) (reports.Period, string) {
	words := strings.Join(strings.Fields(monthSpan.FindString(text)), " ")
	p, _ := reports.SpellPeriod(strings.ReplaceAll(words, "through", "to"))
	return p, words
}
