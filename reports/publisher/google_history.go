package publisher

import (
	"math"

	"vitrine/reports"
)

// The names of the tables that Google kept until the first half of 2019.
const (
	googleHistoryTable         = "removal requests until 2019"
	googleHistoryDetailedTable = "removal requests until 2019, by product and reason"
	googleByProductTable       = "removal requests until 2012, by product"
)

const (
	shareOfDemandsCompliedWith = reports.Measure("share of demands complied with")
	googleCourts               = "Court Orders"
	googleExecutive            = "Executive, Police, etc."
)

// A googleGroup is three columns that state requests, the share of them that
// was complied with, and the items that they named.
type googleGroup struct{ trigger, requests, complied, items string }

var (
	googleAll = googleGroup{"", "All Requests: Number of Requests",
		"All Requests: % Fully Or Partially Complied With", "All Requests: Items Requested To Be Removed"}
	googleParts = []googleGroup{
		{googleCourts, "Court Orders: Number of Requests",
			"Court Orders: % Fully Or Partially Complied With", "Court Orders: Items Requested To Be Removed"},
		{googleExecutive, "Other Requests (Executive, Police, etc.): Number of Requests",
			"Other Requests (Executive, Police, etc.): % Fully Or Partially Complied With",
			"Other Requests (Executive, Police, etc.): Items Requested To Be Removed"},
	}
)

// googleHistory is a row per half-year from 2009 to the first of 2019 and
// country: all requests, and those by courts and by others. In 2011 and 2012
// it had all requests only.
var googleHistory = Format{
	Publisher: "Google",
	Table:     googleHistoryTable,
	Title:     "google-government-removal-requests-historical.csv, from the same zip; until 2019 without “historical”, in the language of the site",
	URL:       googleRemovalsURL,
	Fetch:     googleRemovalsURL,
	Columns:   []string{googlePeriod, googleCountry, googleCode, googleAll.requests, googleAll.complied, googleAll.items},
	Optional: []string{googleParts[0].requests, googleParts[0].complied, googleParts[0].items,
		googleParts[1].requests, googleParts[1].complied, googleParts[1].items},
	Rename:    renameGoogleHistory,
	Breakdown: googleTriggered,
	Split:     CompleteAndDisjoint,
	Absent:    reports.AbsentNone,
	Blocks: []reports.Block{
		{Table: googleHistoryTable, Measure: reports.RemovalRequestsReceived, Breakdown: reports.ByArea, Complete: reports.ByArea, Absent: reports.AbsentNone},
		{Table: googleHistoryTable, Measure: reports.RemovalRequestsReceived, Breakdown: googleTriggered, Complete: googleTriggered, Absent: reports.AbsentNone},
		{Table: googleHistoryTable, Measure: reports.ItemsNamedInRequests, Breakdown: reports.ByArea, Complete: reports.ByArea, Absent: reports.AbsentNone},
		{Table: googleHistoryTable, Measure: reports.ItemsNamedInRequests, Breakdown: googleTriggered, Complete: googleTriggered, Absent: reports.AbsentNone},
		{Table: googleHistoryTable, Measure: shareOfDemandsCompliedWith, Breakdown: reports.ByArea},
		{Table: googleHistoryTable, Measure: shareOfDemandsCompliedWith, Breakdown: googleTriggered},
	},
	Read: readGoogleHistory,
}

// renameGoogleHistory knows the columns of 2011, of localised exports, and of
// the zip.
func renameGoogleHistory(header []string) []string {
	old := map[string]string{
		"content removal requests":                                        googleAll.requests,
		"percentage of removal requests fully or partially complied with": googleAll.complied,
	}
	names := googleNames([]string{googlePeriod, googleCountry, googleCode, googleAll.requests, googleAll.complied, googleAll.items,
		googleParts[0].requests, googleParts[0].complied, googleParts[0].items,
		googleParts[1].requests, googleParts[1].complied, googleParts[1].items})(header)
	vintage2011 := false
	for i := range names {
		if name := old[foldHeader(header[i])]; name != "" {
			names[i], vintage2011 = name, true
		}
		if vintage2011 && foldHeader(header[i]) == foldHeader("Items Requested To Be Removed") {
			names[i] = googleAll.items
		}
	}
	return names
}

func readGoogleHistory(l *Line) {
	period, split := googlePeriodOf(l, googlePeriod), reports.Split{Area: googleArea(l)}
	all, _ := spell(l.Cell(googleAll.requests))
	for _, g := range append([]googleGroup{googleAll}, googleParts...) {
		s := split.With(reports.Trigger, g.trigger)
		l.Add(g.requests, reports.RemovalRequestsReceived, period, s)
		l.Add(g.items, reports.ItemsNamedInRequests, period, s)
		l.AddShare(g.complied, 1, reports.Figure{
			Measure: shareOfDemandsCompliedWith, Period: period, Split: s, Breakdown: googleTriggered & s.Stated(),
		})
		if g.trigger != "" && all.Status == reports.Withheld {
			googleUntold(l, g, period, s, all)
		}
	}
}

// googleUntold adds a part that an empty cell leaves unknown beside a total
// that is withheld: it is at most the total, and not none.
func googleUntold(l *Line, g googleGroup, period reports.Period, s reports.Split, all reports.Stated) {
	if l.Failed() || l.Text(g.requests) != "" || l.header.find(g.requests) == 0 {
		return
	}
	l.export.Add(reports.Figure{
		Measure: reports.RemovalRequestsReceived, Period: period, Split: s, Breakdown: googleTriggered,
		Value: math.NaN(), Low: 0, High: all.High, HasRange: all.HasRange,
		Status: reports.NotAvailable, Origin: l.Origin(g.requests),
	})
}

// googleHistoryDetailed is a row per half-year, country, product and reason:
// the requests of courts and of others, and the items that both named.
var googleHistoryDetailed = Format{
	Publisher: "Google",
	Table:     googleHistoryDetailedTable,
	Title:     "google-government-detailed-removal-requests-historical.csv, from the same zip; until 2019 without “historical”, in the language of the site",
	URL:       googleRemovalsURL,
	Fetch:     googleRemovalsURL,
	Columns: []string{googlePeriod, googleCountry, googleCode, googleProduct, googleReason, googleCourts, googleExecutive,
		"Items Requested To Be Removed"},
	Rename: googleNames([]string{googlePeriod, googleCountry, googleCode, googleProduct, googleReason, googleCourts, googleExecutive,
		"Items Requested To Be Removed"}),
	Breakdown: googleDetail | reports.ByTrigger,
	Split:     CompleteAndDisjoint,
	Absent:    reports.AbsentNone,
	Breaks:    []reports.Break{googleSmallCountries(googleHistoryDetailedTable)},
	Read:      readGoogleDetail,
}

// googleByProduct is the same of 2011 and 2012 without the reasons.
var googleByProduct = Format{
	Publisher: "Google",
	Table:     googleByProductTable,
	Title:     "google-content-removal-requests-by-product.csv, as Google offered it in 2011 and 2012",
	URL:       googleRemovalsURL,
	Columns: []string{googlePeriod, googleCountry, googleCode, googleProduct, googleCourts, googleExecutive,
		"Items Requested To Be Removed"},
	Rename: googleNames([]string{googlePeriod, googleCountry, googleCode, googleProduct, googleCourts, googleExecutive,
		"Items Requested To Be Removed"}),
	Lacks:     []string{googleReason},
	Breakdown: reports.ByService | reports.ByArea | reports.ByTrigger,
	Split:     CompleteAndDisjoint,
	Absent:    reports.AbsentNone,
	Breaks:    []reports.Break{googleSmallCountries(googleByProductTable)},
	Read:      readGoogleDetail,
}

// googleSmallCountries says of a table by product that it begins with
// countries left out: those of fewer than 10 requests, and China.
func googleSmallCountries(table string) reports.Break {
	return reports.Break{
		Publisher: "Google", Measure: reports.RemovalRequestsReceived, At: reports.DayOf(2010, 7, 1), From: table, To: table,
		Why: "countries with fewer than 10 requests are counted from here on",
	}
}

func readGoogleDetail(l *Line) {
	product := googleLabel(l, googleProduct, googleProducts)
	if past := googlePastProducts[product.label]; past != "" {
		product.label = past
	}
	period, split := googlePeriodOf(l, googlePeriod), reports.Split{Service: product.label, Area: googleArea(l)}
	if l.export.format.Breakdown.Has(reports.Category) {
		split.Category = googleLabel(l, googleReason, googleReasons).label
	}
	add := func(column string, m reports.Measure, s reports.Split) {
		l.AddFigure(column, reports.Figure{
			Measure: m, Period: period, Split: s, Breakdown: l.export.format.Breakdown & s.Stated(), Note: product.note,
		})
	}
	add(googleCourts, reports.RemovalRequestsReceived, split.With(reports.Trigger, googleCourts))
	add(googleExecutive, reports.RemovalRequestsReceived, split.With(reports.Trigger, googleExecutive))
	add("Items Requested To Be Removed", reports.ItemsNamedInRequests, split)
}
