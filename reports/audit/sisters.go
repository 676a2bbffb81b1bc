package audit

import "vitrine/reports"

// A Sister is a pair of one publisher's tables that state the same thing, so
// that one can be held against the other.
type Sister struct {
	Publisher        string
	Table, Other     string // Other's periods are as long as Table's, or shorter
	Measure, OfOther reports.Measure
	// By are the splits in which the two are compared, the coarsest first: a
	// finding tells the cases of all of them.
	By [][]reports.Dim
	// OfService says that Publisher is any one of which Other's publisher has
	// the figures of a service of that name.
	OfService      bool
	OtherPublisher string // "": Publisher
	OnlyOther      reports.Split
	// Only is what both are about: their other figures are not compared.
	Only reports.Split
	// Tolerance is how far apart the two may be, as a share of the greater:
	// what the publisher's own rounding or counting explains.
	Tolerance float64
	// AtMost says that Other may count less than Table, and never more.
	AtMost bool
	// Gaps says that Other must state every period within its span that Table
	// states.
	Gaps     bool
	Severity Severity
	Why      string // a key of the translations: why the two state the same
}

var (
	inTotal    = []reports.Dim{}
	byArea     = []reports.Dim{reports.Area}
	byCategory = []reports.Dim{reports.Category}
)

const blocked = reports.GroupsAndChannelsBlocked

// Sisters lists the pairs of tables that are held against each other. A new
// pair is a line here, its reason in the translations, and its row in
// docs/checks.md.
var Sisters = []Sister{
	{
		Publisher: "Google", Table: "removal requests", Other: "removal requests, detailed",
		Measure: reports.RemovalRequestsReceived, By: [][]reports.Dim{byArea}, Severity: Warning, Why: "sister.google.detailed",
	},
	{
		Publisher: "Google", Table: "removal requests until 2019", Other: "removal requests until 2019, by product and reason",
		Measure: reports.RemovalRequestsReceived, By: [][]reports.Dim{byArea}, Severity: Warning, Why: "sister.google.history",
	},
	{
		Publisher: "Google", Table: "removal requests until 2019", Other: "removal requests until 2019, by product and reason",
		Measure: reports.ItemsNamedInRequests, By: [][]reports.Dim{byArea}, Severity: Warning, Why: "sister.google.history",
	},
	{
		Publisher: "Google", Table: "removal requests", Other: "removal requests until 2019",
		Measure: reports.RemovalRequestsReceived, By: [][]reports.Dim{byArea}, Severity: Question, Why: "sister.google.overlap",
	},
	{
		Publisher: "Google", Table: "removal requests", Other: "removal requests until 2019",
		Measure: reports.ItemsNamedInRequests, By: [][]reports.Dim{byArea}, Severity: Question, Why: "sister.google.overlap",
	},
	{
		Publisher: "GitHub", Table: "government takedowns received", Other: "government takedowns received, by half-year",
		Measure: reports.RemovalRequestsReceived, By: [][]reports.Dim{inTotal, byArea}, Severity: Error, Why: "sister.github.halves",
	},
	{
		Publisher: "GitHub", Table: "government takedowns processed", Other: "government takedowns processed, by half-year",
		Measure: "removal requests processed", By: [][]reports.Dim{inTotal, byArea}, Severity: Error, Why: "sister.github.halves",
	},
	{
		Publisher: "GitHub", Table: "requests to disclose user information", Other: "requests to disclose user information, by half-year",
		Measure: reports.InformationRequestsReceived, By: [][]reports.Dim{inTotal, {reports.Ground}}, Severity: Error, Why: "sister.github.halves",
	},
	{
		Publisher: "GitHub", Table: "trade controls, appeals", Other: "trade controls, appeals, by half-year",
		Measure: "appeals decided", By: [][]reports.Dim{inTotal, byArea}, Severity: Error, Why: "sister.github.halves",
	},
	{
		Publisher: "GitHub", Table: "DMCA notices and projects, by half-year", Other: "DMCA takedowns by month",
		Measure: "projects taken down", By: [][]reports.Dim{inTotal}, Severity: Error, Why: "sister.github.dmca",
	},
	{
		Publisher: "GitHub", Table: "DMCA notices and projects, by half-year", Other: "DMCA takedowns by month",
		Measure: "copyright notices processed", By: [][]reports.Dim{inTotal}, Severity: Error, Why: "sister.github.dmca",
	},
	{
		Publisher: "GitHub", Table: "DMCA notices and projects, by half-year", Other: "DMCA notices and projects by month",
		Measure: "projects taken down", By: [][]reports.Dim{inTotal}, Severity: Error, Why: "sister.github.dmca",
	},
	{
		Publisher: "GitHub", Table: "DMCA notices and projects by month", Other: "DMCA takedowns by month",
		Measure: "projects taken down", By: [][]reports.Dim{inTotal}, Severity: Error, Why: "sister.github.dmca",
	},
	{
		Publisher: "Telegram", Table: "Safety Overview, daily", Other: "channel posts, daily",
		Measure: blocked, By: [][]reports.Dim{byCategory}, Gaps: true, Severity: Warning, Why: "sister.telegram.channels",
	},
	{
		Publisher: "Telegram", Table: "channel posts, month totals", Other: "channel posts, daily",
		Measure: blocked, By: [][]reports.Dim{byCategory}, Gaps: true, Severity: Warning, Why: "sister.telegram.month",
	},
	{
		Publisher: "Telegram", Table: "channel posts, month totals", Other: "Safety Overview, daily",
		Measure: blocked, By: [][]reports.Dim{byCategory}, Gaps: true, Severity: Warning, Why: "sister.telegram.channels",
	},
	{
		Publisher: "Telegram", Table: "Safety Overview, counters", Other: "Safety Overview, daily",
		Measure: blocked, By: [][]reports.Dim{inTotal, byCategory}, Severity: Warning, Why: "sister.telegram.counters",
	},
	{
		Publisher: "Telegram", Table: "disclosures by country", Other: "@transparency bot",
		Measure: reports.RequestsFulfilled, By: [][]reports.Dim{byArea}, Severity: Warning, Why: "sister.telegram.bot",
	},
	{
		Publisher: "Telegram", Table: "disclosures by country", Other: "@transparency bot",
		Measure: reports.UsersAffected, By: [][]reports.Dim{byArea}, Severity: Warning, Why: "sister.telegram.bot",
	},
	{
		Publisher: "Wikimedia", Table: "content requests", Other: "takedown requests by country",
		Measure: "content requests received", Only: reports.Split{Category: "Takedown/Alteration"}, By: [][]reports.Dim{byArea}, Severity: Warning, Why: "sister.wikimedia.files",
	},
	{
		Publisher: "Snap", Table: "violations reported", Other: "violations reported, by region",
		Measure: "enforcements", By: [][]reports.Dim{inTotal}, Severity: Warning, Why: "sister.snap.regions",
	},
	{
		Publisher: "Snap", Table: "account and content violations", Other: "account and content violations, by region",
		Measure: reports.ContentActioned, By: [][]reports.Dim{inTotal}, Severity: Warning, Why: "sister.snap.regions",
	},
	{
		Publisher: "Snap", Table: "account and content violations", Other: "account and content violations, by region",
		Measure: "user reports received", By: [][]reports.Dim{inTotal}, Severity: Warning, Why: "sister.snap.regions",
	},
	{
		Table: "DSA report, own initiative, terms", Measure: "measures under the terms on own initiative",
		OtherPublisher: "European Commission", Other: "statements of reasons", OfOther: "statements of reasons", OfService: true,
		OnlyOther: reports.Split{Trigger: "own initiative", Ground: "terms"},
		By:        [][]reports.Dim{inTotal, byCategory}, Tolerance: 0.05, Severity: Question, Why: "sister.dsa.database",
	},
	{
		Table: "DSA report, own initiative, illegal content", Measure: "measures against illegal content on own initiative",
		OtherPublisher: "European Commission", Other: "statements of reasons", OfOther: "statements of reasons", OfService: true,
		OnlyOther: reports.Split{Trigger: "own initiative", Ground: "law"},
		By:        [][]reports.Dim{inTotal, byCategory}, Tolerance: 0.05, Severity: Question, Why: "sister.dsa.database",
	},
}
