package publisher

import "vitrine/reports"

// The names of the tables of removal requests.
const (
	googleMainTable     = "removal requests"
	googleDetailedTable = "removal requests, detailed"
)

const (
	shareOfItemsByOutcome = reports.Measure("share of items by outcome")
	googleTriggered       = reports.ByArea | reports.ByTrigger
	googleDetail          = reports.ByService | reports.ByArea | reports.ByCategory
)

// googleRemovals is a row per half-year since 2019, country and requestor:
// requests, the items that they named, and what became of the items, as
// shares of them in whole percent.
var googleRemovals = Format{
	Publisher: "Google",
	Table:     googleMainTable,
	Title:     "google-government-removal-requests.csv, from the zip of government requests to remove content",
	URL:       googleRemovalsURL,
	Fetch:     googleRemovalsURL,
	Columns:   []string{googlePeriod, googleCountry, googleCode, "Requestor", "Number of Requests", "Items Requested To Be Removed"},
	Optional: []string{"% Removed-Legal", "% Removed-Policy", "% Content Not Found", "% Not Enough Information",
		"% No Action Taken", "% Content Already Removed"},
	Rename:    googleNames(),
	Breakdown: googleTriggered,
	Split:     CompleteAndDisjoint,
	Absent:    reports.AbsentNone, // a country and requestor without a row had no request
	Blocks: []reports.Block{
		{Table: googleMainTable, Measure: reports.RemovalRequestsReceived, Breakdown: googleTriggered, Complete: googleTriggered, Absent: reports.AbsentNone},
		{Table: googleMainTable, Measure: reports.ItemsNamedInRequests, Breakdown: googleTriggered, Complete: googleTriggered, Absent: reports.AbsentNone},
		{Table: googleMainTable, Measure: shareOfItemsByOutcome, Breakdown: googleTriggered | reports.ByAction, Complete: reports.ByAction},
	},
	Breaks: []reports.Break{
		googleBreak(reports.RemovalRequestsReceived), googleBreak(reports.ItemsNamedInRequests),
	},
	Read: readGoogleRemovals,
}

// googleBreak is where the table of today follows the one that it replaced.
func googleBreak(m reports.Measure) reports.Break {
	return reports.Break{
		Publisher: "Google", Measure: m, At: reports.DayOf(2019, 1, 1), From: googleHistoryTable, To: googleMainTable,
		Why: "requests are told by requestor, and outcomes by item, from here on",
	}
}

func readGoogleRemovals(l *Line) {
	period := googlePeriodOf(l, googlePeriod)
	split := reports.Split{Area: googleArea(l), Trigger: l.Part("Requestor")}
	l.Add("Number of Requests", reports.RemovalRequestsReceived, period, split)
	l.Add("Items Requested To Be Removed", reports.ItemsNamedInRequests, period, split)
	for _, column := range l.export.format.Optional {
		outcome := split.With(reports.Action, column[len("% "):])
		l.AddShare(column, 1, reports.Figure{
			Measure: shareOfItemsByOutcome, Period: period, Split: outcome, Breakdown: googleTriggered | reports.ByAction,
		})
	}
}

// googleRemovalsDetailed is a row per half-year since 2011, country, product
// and reason: requests.
var googleRemovalsDetailed = Format{
	Publisher: "Google",
	Table:     googleDetailedTable,
	Title:     "google-government-detailed-removal-requests.csv, from the same zip",
	URL:       googleRemovalsURL,
	Fetch:     googleRemovalsURL,
	Columns:   []string{googlePeriod, googleCountry, googleCode, googleProduct, googleReason, "Total"},
	Rename:    googleNames(),
	Breakdown: googleDetail,
	Split:     CompleteAndDisjoint,
	Absent:    reports.AbsentNone,
	Breaks: []reports.Break{{
		Publisher: "Google", Measure: reports.RemovalRequestsReceived, At: reports.DayOf(2011, 1, 1),
		From: googleHistoryDetailedTable, To: googleDetailedTable,
		Why: "another table, which does not tell courts from governments, from here on",
	}},
	Read: func(l *Line) {
		product, reason := googleLabel(l, googleProduct, googleProducts), googleLabel(l, googleReason, googleReasons)
		l.AddFigure("Total", reports.Figure{
			Measure: reports.RemovalRequestsReceived, Period: googlePeriodOf(l, googlePeriod), Breakdown: googleDetail,
			Split: reports.Split{Service: product.label, Area: googleArea(l), Category: reason.label}, Note: product.note,
		})
	},
}
