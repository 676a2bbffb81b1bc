package publisher

import "vitrine/reports"

// The measures that several of GitHub's tables have.
const (
	githubProjects     = reports.Measure("projects taken down")
	githubNotices      = reports.Measure("copyright notices processed")
	githubAnswers      = reports.Measure("retractions and counter-notices processed")
	githubRestored     = reports.Measure("projects restored")
	githubTakenAgain   = reports.Measure("projects taken down again")
	githubAnswered     = reports.Measure("demands answered with data")
	githubActioned     = reports.Measure("accounts actioned")
	githubReinstated   = reports.Measure("accounts reinstated")
	githubReceived     = "government takedowns received"
	githubProcessed    = "government takedowns processed"
	githubMonthly      = "DMCA takedowns by month"
	githubTheRetracted = "Retracted"
	githubTheReversed  = "Reversed"
	githubTheCountered = "Counter Noticed"
)

var (
	githubGovernment = githubDim{column: "government", dim: reports.Area}
	githubGround     = githubDim{column: "type", dim: reports.Ground}
)

// githubRestrictions are what a government's request led to. GitHub does not
// say whether one repository, page or account is counted for two governments.
var githubRestrictions = []githubCount{
	{column: "count_processed", measure: "removal requests processed", table: githubProcessed},
	{column: "count_repos_affected", measure: "repositories restricted", table: githubProcessed, overlapping: true},
	{column: "count_pages_affected", measure: "pages restricted", table: githubProcessed, overlapping: true},
	{column: "count_accounts_affected", measure: "accounts with content restricted", table: githubProcessed, overlapping: true},
}

// githubTables are the kinds of files, in the order in which their tables
// answer. Earlier editions have no codes of governments, and no services.
var githubTables = []githubTable{
	{
		file: "government_takedowns_received", table: githubReceived, halves: true,
		columns: []string{"government", "count_received"},
		dims:    []githubDim{githubGovernment},
		counts:  []githubCount{{column: "count_received", measure: reports.RemovalRequestsReceived}},
	},
	{
		file: "government_takedowns_processed", table: githubProcessed, halves: true,
		columns: []string{"government", "type", "count_processed", "count_repos_affected"},
		dims:    []githubDim{githubGovernment, githubGround},
		counts:  githubRestrictions,
	},
	{
		// Until 2025 one file had both, and split what was received by its ground too.
		file: "government_takedowns", table: githubReceived, halves: true,
		columns: []string{"government", "type", "count_received", "count_processed", "count_repos_affected"},
		dims:    []githubDim{githubGovernment, githubGround},
		counts:  append([]githubCount{{column: "count_received", measure: reports.RemovalRequestsReceived}}, githubRestrictions...),
	},
	{
		file: "dmca_notices_and_projects_taken_down_by_month", table: "DMCA notices and projects by month",
		columns: []string{"month", "Takedown Notices Processed", "Takedowns"},
		counts: []githubCount{
			{column: "Takedowns", measure: githubProjects},
			{column: "Takedown Notices Processed", measure: githubNotices},
		},
	},
	{
		file: "dmca_notices_and_projects_taken_down" + githubHalves, table: "DMCA notices and projects" + byHalfYear,
		columns: []string{"calendar_year_half", "takedowns", "takedown_notices_processed"},
		counts: []githubCount{
			{column: "takedowns", measure: githubProjects},
			{column: "takedown_notices_processed", measure: githubNotices},
		},
	},
	{
		file: "dmca_takedowns_by_month", table: githubMonthly,
		columns: []string{"month", "Takedown Notices Processed", "Takedowns", "Projects Remaining Offline"},
		counts: []githubCount{
			{column: "Takedowns", measure: githubProjects},
			{column: "Takedown Notices Processed", measure: githubNotices},
			{column: "Projects Remaining Offline", measure: "projects remaining offline"},
			{column: "Projects Retracted, Reversed, or Counter Noticed", measure: "projects restored, net"},
			githubBy("Projects Retracted", githubRestored, githubTheRetracted),
			githubBy("Projects Reversed", githubRestored, githubTheReversed),
			githubBy("Projects Counter Noticed", githubRestored, githubTheCountered),
			githubBy("Projects Counter Notice Retracted", githubTakenAgain, "Counter Notice Retracted"),
			githubBy("Projects Counter Notice Reversed", githubTakenAgain, "Counter Notice Reversed"),
			{column: "Retractions, Reversals, and Counter Notices Processed", measure: githubAnswers},
			githubBy("Retracted Notices", githubAnswers, githubTheRetracted),
			githubBy("Reversed Notices", githubAnswers, githubTheReversed),
			githubBy("Counter Notices", githubAnswers, githubTheCountered),
			githubBy("Counter Notices Retracted", githubAnswers, "Counter Notice Retracted"),
			githubBy("Counter Notices Reversed", githubAnswers, "Counter Notice Reversed"),
		},
	},
	{
		file: "dmca_takedowns_summary", table: "DMCA takedowns, summary", halves: true,
		columns: []string{"type", "count"},
		counts: []githubCount{
			{column: "count", kind: "takedown notices or counter notice reversal", measure: githubNotices, note: "Takedown notices or counter notice reversal"},
			{column: "count", kind: "counter notices, retractions, or reversals", measure: githubAnswers},
			{column: "count", kind: "notices of legal actions filed", measure: "notices of legal action received"},
		},
	},
	{
		file: "circumvention_claims", table: "circumvention claims", halves: true,
		columns: []string{"count"}, byName: true,
		counts: []githubCount{{column: "count", measure: "circumvention claims processed"}},
	},
	{
		file: "abuse_related_violations", table: "abuse-related violations", halves: true,
		columns: []string{"type", "count"},
		counts: []githubCount{
			githubAction("account hidden", githubActioned),
			githubAction("account access restricted", githubActioned),
			githubAction("account hidden and access restricted", githubActioned),
			githubAction("account hidden, but later unhidden", githubReinstated),
			githubAction("account access restricted, but later unrestricted", githubReinstated),
			githubAction("account hidden and access restricted, but partially reinstated", githubReinstated),
			githubAction("account hidden and access restricted, but fully reinstated", githubReinstated),
			{column: "count", kind: "projects disabled", measure: "projects disabled"},
			{column: "count", kind: "projects disabled, but later re-enabled", measure: "projects re-enabled"},
		},
	},
	{
		file: "trade_controls_compliance", table: "trade controls, appeals", halves: true,
		columns: []string{"government", "type", "count"},
		kinds:   []string{"approved", "denied", "other action taken", "not subject to trade controls"},
		dims:    []githubDim{githubGovernment, {column: "type", dim: reports.Action}},
		counts:  []githubCount{{column: "count", measure: "appeals decided"}},
	},
	{
		file: "cseai_and_tvec_reported", table: "abuse reported", halves: true,
		columns: []string{"detection_type", "abuse_type", "count"},
		dims:    []githubDim{{column: "abuse_type", dim: reports.Category}, {column: "detection_type", dim: reports.Detection}},
		counts:  []githubCount{{column: "count", measure: "reports to authorities"}},
	},
	{
		file: "requests_received_and_disclosed", table: "requests to disclose user information", halves: true,
		columns: []string{"type", "count_requests_received", "count_disclosed"},
		dims:    []githubDim{githubGround},
		counts: []githubCount{
			{column: "count_requests_received", measure: reports.InformationRequestsReceived},
			{column: "count_disclosed", measure: githubAnswered},
		},
	},
	{
		file: "requests_accounts_affected", table: "accounts of which information was disclosed", halves: true,
		columns: []string{"count_accounts_affected"},
		counts:  []githubCount{{column: "count_accounts_affected", measure: "accounts with data disclosed"}},
	},
	{
		file: "cross_border_data_requests", table: "cross-border data requests", halves: true,
		columns: []string{"government", "count"}, byName: true,
		dims:   []githubDim{githubGovernment},
		counts: []githubCount{{column: "count", measure: reports.InformationRequestsReceived}},
	},
	{
		file: "user_notifications_of_legal_request_disclosures" + githubHalves, table: "notifications of disclosures",
		columns: []string{"type", "count"},
		counts: []githubCount{
			githubNotified("exigent circumstances"),
			githubNotified("notification"),
			githubNotified("gag order"),
		},
	},
	{
		file: "national_security_letters_and_orders", table: "national security letters and orders",
		columns: []string{"month_range", "type", "count"},
		counts: []githubCount{
			{column: "count", kind: "national security letters and orders received", measure: "national security demands received"},
			{column: "count", kind: "affected accounts", measure: "accounts named in information requests"},
		},
	},
	{
		file: "eu_dsa_mau", table: "recipients in the EU",
		columns: []string{"month", "average_mau"},
		dims:    []githubDim{{column: "service", dim: reports.Service, alone: "github"}},
		counts: []githubCount{{column: "average_mau", measure: "monthly active recipients", split: reports.Split{Area: "EU"},
			overlapping: true, unknown: true}},
		period: githubSixMonths,
	},
}

// githubBy makes a count of those that one step of the procedure set off. What
// is beside these steps is not known, so they do not add to a total.
func githubBy(column string, m reports.Measure, step string) githubCount {
	return githubCount{column: column, measure: m, split: reports.Split{Trigger: step}, by: reports.ByTrigger, partial: true, unknown: true}
}

// githubAction makes a count of accounts that met with one action.
func githubAction(kind string, m reports.Measure) githubCount {
	return githubCount{column: "count", kind: kind, measure: m, split: reports.Split{Action: kind}, by: reports.ByAction}
}

// githubNotified makes a count of disclosures by whether the user was told.
func githubNotified(kind string) githubCount {
	return githubCount{column: "count", kind: kind, measure: githubAnswered, split: reports.Split{Facet: "notification: " + kind}, by: reports.ByFacet}
}
