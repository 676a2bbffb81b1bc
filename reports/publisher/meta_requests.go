package publisher

import (
	"strings"

	"vitrine/reports"
)

const (
	metaRequestsTable = "government requests for user data"
	metaLegal         = "Legal Process Request"
	metaEmergency     = "Emergency Request"
)

// A metaRequest is a kind of request, and its columns: how many there were,
// for how many accounts, to what share of them and to how many some data were
// given. A column that is "" is in no layout.
type metaRequest struct {
	count, accounts, percentage, answered string
	ground, process                       string
}

var metaRequests = []metaRequest{
	{"Total Requests", "Total Requests Accounts", "Total Requests Percentage", "Number of Requests Where Some Data Produced", "", ""},
	{"Legal Process Request Total", "Legal Process Request Total Accounts", "Legal Process Request Total Percentage",
		"Legal Number of Requests Where Some Data Produced", metaLegal, ""},
	{"Emergency Request Total", "Emergency Request Total Accounts", "Emergency Request Total Percentage",
		"ER Number of Requests Where Some Data Produced", metaEmergency, ""},
	metaProcess("Emergency Disclosures", metaEmergency),
	metaProcess("Search Warrant", metaLegal),
	metaProcess("Subpoena", metaLegal),
	metaProcess("Court Order (Other)", metaLegal),
	metaProcess("MLAT Search Warrant", metaLegal),
	metaProcess("MLAT Order", metaLegal),
	metaProcess("Court Order (18 USC 2703(d))", metaLegal),
	metaProcess("Pen Register/Trap and Trace", metaLegal),
	metaProcess("Title III", metaLegal),
}

// metaProcess is a kind of request that Meta counts in the United States only.
func metaProcess(name, ground string) metaRequest {
	return metaRequest{name, name + " Accounts", name + " Percentage", "", ground, name}
}

// metaSecurity are the demands in matters of national security, which are
// stated as ranges and are no part of the total.
var metaSecurity = []string{"FISA Content Requests", "FISA Non-Content Requests", "NSLs"}

// metaUndefined are columns that Meta never explained, and of which every file
// known has zeros alone.
var metaUndefined = []string{"Takedown reports", "Percent Witheld"}

// Meta's half-yearly report of the requests by governments for data on users:
// a row per country, for all of its services together. The period stands in
// the file's name alone.
var metaGovernmentRequests = Format{
	Name:      "Meta, government requests",
	Publisher: "Meta",
	Table:     metaRequestsTable,
	Title:     "PRPL-Facebook-Government-Report-2023_H2.csv, of government-requests.zip; the single files of 2013 to 2016",
	URL:       "https://transparency.meta.com/reports/government-data-requests/",
	Columns:   []string{"Country", "Total Requests", "Total Requests Accounts", "Total Requests Percentage"},
	Optional:  metaRequestOptional(),
	Rename:    renameMetaRequests,
	Breakdown: reports.ByArea | reports.ByGround | reports.ByFacet,
	Absent:    reports.AbsentNone,
	Blocks:    metaRequestBlocks(),
	Read:      readMetaRequests,
}

// metaOldColumns are the columns of the single files of 2013 to 2016, by the
// names that the columns have since.
var metaOldColumns = map[string]string{
	"requests for user data":                                "Total Requests",
	"total requests for user data":                          "Total Requests",
	"user accounts referenced":                              "Total Requests Accounts",
	"total user accounts referenced":                        "Total Requests Accounts",
	"percentage of requests where some data produced":       "Total Requests Percentage",
	"total percentage of requests where some data produced": "Total Requests Percentage",
	"content restrictions":                                  "Content Restricted",
	"preservations requested":                               "Preservation Requests",
	"users/accounts preserved":                              "Preservation Accounts Preserved",
}

func renameMetaRequests(header []string) []string {
	names := make([]string, len(header))
	for i, text := range header {
		names[i] = metaOldColumns[foldHeader(text)]
	}
	return names
}

func metaRequestOptional() []string {
	columns := []string{"Content Restricted", "Preservation Requests", "Preservation Accounts Preserved", "Internet Disruptions"}
	columns = append(columns, metaUndefined...)
	for i, r := range metaRequests {
		if i > 0 {
			columns = append(columns, r.count, r.accounts, r.percentage)
		}
		if r.answered != "" {
			columns = append(columns, r.answered)
		}
	}
	for _, name := range metaSecurity {
		columns = append(columns, name, name+" Accounts", name+" Percentage")
	}
	return columns
}

// metaRequestBlocks declares what is known of the parts: each request is made
// by one country's government and is a legal process or an emergency; the
// kinds of legal process, which only the United States' row has, add up to it.
func metaRequestBlocks() []reports.Block {
	area, ground := reports.ByArea, reports.ByArea|reports.ByGround
	var blocks []reports.Block
	add := func(complete, by reports.Dims, measures ...reports.Measure) {
		for _, m := range measures {
			blocks = append(blocks, reports.Block{Table: metaRequestsTable, Measure: m, Breakdown: by, Complete: complete, Absent: reports.AbsentNone})
		}
	}
	counts := []reports.Measure{reports.InformationRequestsReceived, "accounts named in information requests", "demands answered with data"}
	for _, m := range counts {
		add(area, area, m)
		add(ground, ground, m)
		if m != "demands answered with data" {
			add(reports.ByFacet, ground|reports.ByFacet, m)
		}
	}
	for _, by := range []reports.Dims{area, ground, ground | reports.ByFacet} {
		add(0, by, "share of demands answered with data")
	}
	add(area, area, "preservation demands received", "accounts preserved")
	add(0, ground, "national security demands received", "accounts named in national security demands", "share of national security demands answered with data")
	add(area, area, "internet disruptions")
	blocks = append(blocks, metaRestrictedBlock(metaRequestsTable))
	return blocks
}

func readMetaRequests(l *Line) {
	period, area := l.FilePeriod(reports.EveryHalf), l.Area("Country")
	for _, r := range metaRequests {
		l.metaRequest(r, period, reports.Split{Area: area, Ground: r.ground, Facet: r.facet()})
	}
	for _, name := range metaSecurity {
		s := reports.Split{Area: area, Ground: name}
		l.Add(name, "national security demands received", period, s)
		l.Add(name+" Accounts", "accounts named in national security demands", period, s)
		l.metaShare(name+" Percentage", "share of national security demands answered with data", period, s)
	}
	country := reports.Split{Area: area}
	l.Add("Preservation Requests", "preservation demands received", period, country)
	l.Add("Preservation Accounts Preserved", "accounts preserved", period, country)
	l.Add("Internet Disruptions", "internet disruptions", period, country)
	l.Add("Content Restricted", metaRestricted, period, country)
	for _, column := range metaUndefined {
		if text := l.Text(column); text != "" && l.amount(column) != 0 {
			l.export.Problem(l.Origin(column), "Vitrine does not know what %q counts: %s was not read", column, text)
		}
	}
}

// metaRequest adds what the columns of one kind of request state.
func (l *Line) metaRequest(r metaRequest, p reports.Period, s reports.Split) {
	l.Add(r.count, reports.InformationRequestsReceived, p, s)
	l.Add(r.accounts, "accounts named in information requests", p, s)
	l.metaShare(r.percentage, "share of demands answered with data", p, s)
	if r.answered != "" {
		l.Add(r.answered, "demands answered with data", p, s)
	}
}

// metaShare adds a percentage. Most files round to whole ones; those with
// other decimals than zeros round to two.
func (l *Line) metaShare(column string, m reports.Measure, p reports.Period, s reports.Split) {
	step := 1.0
	if strings.Trim(decimalsOf(l.Text(column)), "0") != "" {
		step = 0.01
	}
	l.AddShare(column, step, reports.Figure{Measure: m, Period: p, Split: s, Breakdown: s.Stated()})
}

func (r metaRequest) facet() string {
	if r.process == "" {
		return ""
	}
	return "legal process: " + r.process
}
