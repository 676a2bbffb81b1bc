package publisher

import (
	"slices"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// The tables of X, called Twitter until 2023.
const (
	xRemovals      = "removal requests"
	xLocalLaw      = "local law reports"
	xInformation   = "information requests"
	xNonGovernment = "information requests, non-government"
)

const (
	xCourtOrders  = "Court Orders"
	xOtherDemands = "Other legal demands"
	xRoutine      = "Routine requests"
	xEmergency    = "Emergency requests"
)

// Twitter published its legal demands until 2021: at first a file a half-year,
// later one of all half-years with two tables below each other, the newest
// half-year first.
var (
	xRemovalRequests = Format{
		Name:      "X, removal requests",
		Publisher: "X",
		Title:     "Twitter_Transparency-Removal_Requests_Jul-Dec-2020.csv, or removal-requests-report-jul-dec-2017.csv",
		URL:       "https://transparency.x.com",
		Recognise: func(f *sheet.File) bool { return hasStacked(f, xRemovalTables) },
		Explicit:  func(e *Export) { e.eachStacked(xRemovalTables) },
		Blocks: append(append(
			xBlocks(xRemovals, reports.ByArea|reports.ByTrigger, reports.RemovalRequestsReceived,
				"accounts named in demands", "accounts acted upon under the terms"),
			xBlocks(xRemovals, reports.ByArea, "accounts withheld", "content withheld", "accounts named without action",
				"share of demands with content withheld")...),
			append(xBlocks(xRemovals, reports.ByArea|reports.ByTrigger, "share of demands complied with"),
				xBlocks(xLocalLaw, 0, "local law reports received", "share of local law reports complied with",
					"accounts named in demands", "accounts withheld", "content withheld", "accounts acted upon under the terms")...)...),
	}
	xInformationRequests = Format{
		Name:      "X, information requests",
		Publisher: "X",
		Title:     "Twitter_Transparency-Information_Requests_Jul-Dec-2020.csv, or information-requests-report-jan-jun-2017.csv",
		URL:       "https://transparency.x.com",
		Recognise: func(f *sheet.File) bool { return hasStacked(f, xInformationTables) },
		Explicit:  func(e *Export) { e.eachStacked(xInformationTables) },
		Blocks: append(append(
			xBlocks(xInformation, reports.ByArea|reports.ByGround, reports.InformationRequestsReceived,
				"accounts named in information requests", "share of demands answered with data"),
			xBlocks(xInformation, reports.ByArea, "preservation demands received", "accounts preserved")...),
			xBlocks(xNonGovernment, reports.ByArea, "non-government information requests received",
				"accounts named in information requests", "share of non-government requests answered with data",
				"share of non-government requests told to the user")...),
	}
)

// xBlocks declares measures that a table states for all parts of a split and
// for each total over some of them. A country without a row had none.
func xBlocks(table string, by reports.Dims, measures ...reports.Measure) []reports.Block {
	var blocks []reports.Block
	for _, m := range measures {
		for _, part := range []reports.Dims{0, by & reports.ByArea, by.Without(reports.ByArea), by} {
			b := reports.Block{Table: table, Measure: m, Breakdown: part}
			if reports.MeasureOf(m).OverParts {
				b.Complete, b.Absent = part, reports.AbsentNone
			}
			if !slices.Contains(blocks, b) {
				blocks = append(blocks, b)
			}
		}
	}
	return blocks
}

// An xColumn is what a column of a table states.
type xColumn struct {
	name          string
	measure       reports.Measure
	trigger       string
	ground        string
	of            string // of a share: the column of what it is a share of
	sister, whole string // of a part that was not always counted: the columns of the other part and of both
}

var xRemovalTables = []stackedTable{
	{
		columns: []string{"Time period start", "Country", "Court Orders", "Other legal demands", "Combined requests"},
		read: xTable(xRemovals, "Time period start", "Country",
			xColumn{name: "Court Orders", measure: reports.RemovalRequestsReceived, trigger: xCourtOrders, sister: "Other legal demands", whole: "Combined requests"},
			xColumn{name: "Other legal demands", measure: reports.RemovalRequestsReceived, trigger: xOtherDemands, sister: "Court Orders", whole: "Combined requests"},
			xColumn{name: "Combined requests", measure: reports.RemovalRequestsReceived},
			xColumn{name: "Court orders compliance rate", measure: "share of demands complied with", trigger: xCourtOrders, of: "Court Orders"},
			xColumn{name: "Other legal demands compliance rate", measure: "share of demands complied with", trigger: xOtherDemands, of: "Other legal demands"},
			xColumn{name: "Combined compliance rate", measure: "share of demands complied with", of: "Combined requests"},
			xColumn{name: "Court orders accounts specified", measure: "accounts named in demands", trigger: xCourtOrders, sister: "Other legal demands accounts specified", whole: "Combined accounts specified"},
			xColumn{name: "Other legal demands accounts specified", measure: "accounts named in demands", trigger: xOtherDemands, sister: "Court orders accounts specified", whole: "Combined accounts specified"},
			xColumn{name: "Combined accounts specified", measure: "accounts named in demands"},
			xColumn{name: "Combined accounts withheld", measure: "accounts withheld"},
			xColumn{name: "Combined tweets withheld", measure: "content withheld"},
			xColumn{name: "Court orders accounts TOS", measure: "accounts acted upon under the terms", trigger: xCourtOrders, sister: "Other legal demands accounts TOS", whole: "Combined accounts TOS"},
			xColumn{name: "Other legal demands accounts TOS", measure: "accounts acted upon under the terms", trigger: xOtherDemands, sister: "Court orders accounts TOS", whole: "Combined accounts TOS"},
			xColumn{name: "Combined accounts TOS", measure: "accounts acted upon under the terms"}),
	},
	{
		columns: []string{"Time period start", "Reports", "Compliance rate", "Accounts specified"},
		read: xTable(xLocalLaw, "Time period start", "",
			xColumn{name: "Reports", measure: "local law reports received"},
			xColumn{name: "Compliance rate", measure: "share of local law reports complied with", of: "Reports"},
			xColumn{name: "Accounts specified", measure: "accounts named in demands"},
			xColumn{name: "Accounts withheld", measure: "accounts withheld"},
			xColumn{name: "Tweets withheld", measure: "content withheld"},
			xColumn{name: "Accounts TOS", measure: "accounts acted upon under the terms"}),
	},
	{
		columns: []string{"TIME PERIOD", "COUNTRY", "REMOVAL REQUESTS (COURT ORDERS)", "ACCOUNTS SPECIFIED"},
		ignored: xPresentation,
		read: xTable(xRemovals, "TIME PERIOD", "COUNTRY",
			xColumn{name: "REMOVAL REQUESTS (COURT ORDERS)", measure: reports.RemovalRequestsReceived, trigger: xCourtOrders},
			xColumn{name: "REMOVAL REQUESTS (GOVERNMENT AGENCY, POLICE, OTHER)", measure: reports.RemovalRequestsReceived, trigger: xOtherDemands},
			xColumn{name: "REMOVAL REQUESTS (GOV’T AGENCY, POLICE, OTHER)", measure: reports.RemovalRequestsReceived, trigger: xOtherDemands},
			xColumn{name: "REMOVAL REQUESTS (GOV'T AGENCY, POLICE, OTHER)", measure: reports.RemovalRequestsReceived, trigger: xOtherDemands},
			xColumn{name: "PERCENTAGE WHERE SOME CONTENT WITHHELD", measure: "share of demands with content withheld", of: "ACCOUNTS SPECIFIED"},
			xColumn{name: "ACCOUNTS SPECIFIED", measure: "accounts named in demands"},
			xColumn{name: "ACCOUNTS WITHHELD", measure: "accounts withheld"},
			xColumn{name: "TWEETS WITHHELD", measure: "content withheld"},
			xColumn{name: "ACCOUNTS (TOS)", measure: "accounts acted upon under the terms"},
			xColumn{name: "ACCOUNTS (NO ACTION)", measure: "accounts named without action"}),
	},
}

var xInformationTables = []stackedTable{
	{
		columns: []string{"Time period start", "Country", "Routine requests", "Emergency requests", "Combined requests"},
		read: xTable(xInformation, "Time period start", "Country",
			xColumn{name: "Routine requests", measure: reports.InformationRequestsReceived, ground: xRoutine, sister: "Emergency requests", whole: "Combined requests"},
			xColumn{name: "Emergency requests", measure: reports.InformationRequestsReceived, ground: xEmergency, sister: "Routine requests", whole: "Combined requests"},
			xColumn{name: "Combined requests", measure: reports.InformationRequestsReceived},
			xColumn{name: "Routine compliance rate", measure: "share of demands answered with data", ground: xRoutine, of: "Routine requests"},
			xColumn{name: "Emergency compliance rate", measure: "share of demands answered with data", ground: xEmergency, of: "Emergency requests"},
			xColumn{name: "Combined compliance rate", measure: "share of demands answered with data", of: "Combined requests"},
			xColumn{name: "Routine accounts specified", measure: "accounts named in information requests", ground: xRoutine, sister: "Emergency accounts specified", whole: "Combined accounts specified"},
			xColumn{name: "Emergency accounts specified", measure: "accounts named in information requests", ground: xEmergency, sister: "Routine accounts specified", whole: "Combined accounts specified"},
			xColumn{name: "Combined accounts specified", measure: "accounts named in information requests"},
			xColumn{name: "Preservation accounts", measure: "accounts preserved"},
			xColumn{name: "Preservation requests", measure: "preservation demands received"}),
	},
	{
		columns: []string{"Time period start", "Country", "Information requests", "Accounts specified"},
		read: xTable(xNonGovernment, "Time period start", "Country",
			xColumn{name: "Information requests", measure: "non-government information requests received"},
			xColumn{name: "Compliance", measure: "share of non-government requests answered with data", of: "Information requests"},
			xColumn{name: "Accounts specified", measure: "accounts named in information requests"},
			xColumn{name: "User notice", measure: "share of non-government requests told to the user", of: "Information requests"}),
	},
	{
		columns: []string{"TIME PERIOD", "COUNTRY", "ACCOUNT INFORMATION REQUESTS", "ACCOUNTS SPECIFIED"},
		ignored: xPresentation,
		read: xTable(xInformation, "TIME PERIOD", "COUNTRY",
			xColumn{name: "ACCOUNT INFORMATION REQUESTS", measure: reports.InformationRequestsReceived},
			xColumn{name: "PERCENTAGE WHERE SOME INFORMATION PRODUCED", measure: "share of demands answered with data", of: "ACCOUNT INFORMATION REQUESTS"},
			xColumn{name: "ACCOUNTS SPECIFIED", measure: "accounts named in information requests"}),
	},
}

// xPresentation lists the columns of the files of 2017 that the web page was
// made from.
var xPresentation = []string{"ISO CODE", "FLAGS", "LINKS", "REPORT LINKS"}
