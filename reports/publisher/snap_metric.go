package publisher

import (
	"math"
	"strings"

	"vitrine/reports"
)

// A snapMetric says what Snap's name of a metric counts.
type snapMetric struct {
	measure reports.Measure
	ground  string
	in      snapUnit
}

// A snapUnit is how a metric's value is written.
type snapUnit int

const (
	snapCount    snapUnit = iota
	snapHours             // a time
	snapMinutes           // a time
	snapFraction          // a share: 0.86, or with a percent sign
)

const (
	snapEmergency = "Emergency requests"
	snapOther     = "Other information requests"
)

// snapMetrics has the metrics by their names, without "total_" in front, which
// comes and goes.
var snapMetrics = map[string]snapMetric{
	"enforcements":                   {measure: "enforcements"},
	"content_enforced":               {measure: reports.ContentActioned},
	"unique_accounts_enforced":       {measure: "unique accounts actioned"},
	"content_reports":                {measure: "user reports received"},
	"content_and_account_reports":    {measure: "user reports received"},
	"median_turnaround_time_hr":      {measure: "median response time", in: snapHours},
	"median_turnaround_time_minutes": {measure: "median response time", in: snapMinutes},
	"account_deletions":              {measure: reports.AccountsSuspended},
	"ads_reported":                   {measure: "ads reported"},
	"ads_removed":                    {measure: "ads removed"},
	"violative_view_rate":            {measure: "prevalence", in: snapFraction},

	"requests":                                                              {measure: reports.InformationRequestsReceived},
	"account_identifiers":                                                   {measure: "accounts named in information requests"},
	"emergency_requests":                                                    {measure: reports.InformationRequestsReceived, ground: snapEmergency},
	"other_information_requests":                                            {measure: reports.InformationRequestsReceived, ground: snapOther},
	"account_identifiers_for_emergency_requests":                            {measure: "accounts named in information requests", ground: snapEmergency},
	"account_identifiers_for_other_information_requests":                    {measure: "accounts named in information requests", ground: snapOther},
	"percentage_of_requests_where_some_data_was_produced":                   {"share of demands answered with data", "", snapFraction},
	"percentage_of_emergency_requests_where_some_data_was_produced":         {"share of demands answered with data", snapEmergency, snapFraction},
	"percentage_of_other_information_requests_where_some_data_was_produced": {"share of demands answered with data", snapOther, snapFraction},

	"removal_requests":  {measure: reports.RemovalRequestsReceived},
	"notices":           {measure: "copyright notices received"},
	"counter_notices":   {measure: "copyright counter-notices received"},
	"trademark_notices": {measure: "trademark notices received"},
}

// snapMetricsOf has the metrics whose names say something else in one table.
var snapMetricsOf = map[string]map[string]snapMetric{
	snapSecurity: {
		"requests":            {measure: "national security demands received"},
		"account_identifiers": {measure: "accounts named in national security demands"},
	},
	snapRemovals: {
		"requests":      {measure: reports.RemovalRequestsReceived},
		snapSomeRemoved: {measure: "share of demands complied with", in: snapFraction},
	},
	snapCopyright: {snapSomeRemoved: {measure: "share of copyright notices complied with", in: snapFraction}},
	snapTrademark: {
		"notices":       {measure: "trademark notices received"},
		snapSomeRemoved: {measure: "share of trademark notices complied with", in: snapFraction},
	},
}

const snapSomeRemoved = "percentage_of_requests_where_some_content_was_removed"

// snapMetricOf finds what a metric counts.
func snapMetricOf(table, category, name string) (snapMetric, bool) {
	name = strings.TrimPrefix(strings.ToLower(name), "total_")
	if name == snapSomeRemoved && strings.Contains(strings.ToLower(category), "counter") {
		return snapMetric{measure: "share of copyright counter-notices complied with", in: snapFraction}, true
	}
	if m, ok := snapMetricsOf[table][name]; ok {
		return m, true
	}
	m, ok := snapMetrics[name]
	return m, ok
}

// addSnap adds the value of a row. The median times of 2020 are in hours, the
// later ones in minutes: Vitrine keeps hours.
func (l *Line) addSnap(m snapMetric, f reports.Figure) {
	switch m.in {
	case snapFraction:
		l.AddFraction("value", snapDecimals(l.Text("value")), f)
	case snapMinutes:
		n, ok := spell(l.Cell("value"))
		if !ok {
			l.AddFigure("value", f) // says what is wrong
			return
		}
		n.Value, n.Low, n.High = hoursOf(n.Value), hoursOf(n.Low), hoursOf(n.High)
		l.AddStated("value", n, f)
	default:
		l.AddFigure("value", f)
	}
}

// hoursOf returns minutes in hours, without the noise of binary fractions.
func hoursOf(minutes float64) float64 { return math.Round(minutes/60*1e9) / 1e9 }

// snapDecimals returns the decimals of a fraction that Snap rounds to: two,
// and two more of a percentage.
func snapDecimals(text string) int {
	if strings.HasSuffix(text, "%") {
		return 4
	}
	return 2
}

// snapBlocks declares the blocks of all tables. Countries, and regions, add to
// the worldwide number, and so do categories (in the first half of 2020 each
// of them exactly); a country without a row had none. Accounts are counted
// once in each part, so that parts do not add.
func snapBlocks() []reports.Block {
	const (
		total, byCategory  = reports.Dims(0), reports.ByCategory
		byArea, byGround   = reports.ByArea, reports.ByGround
		byCountryAndReason = reports.ByArea | reports.ByCategory
		byCountryAndKind   = reports.ByArea | reports.ByGround
	)
	var blocks []reports.Block
	declare := func(table string, measures []reports.Measure, splits ...reports.Dims) {
		for _, m := range measures {
			for _, by := range splits {
				b := reports.Block{Table: table, Measure: m, Breakdown: by}
				if reports.MeasureOf(m).OverParts {
					b.Complete, b.Absent = by, reports.AbsentNone
				}
				blocks = append(blocks, b)
			}
		}
	}
	actioned := []reports.Measure{"enforcements", "unique accounts actioned", "median response time"}
	reported := append(actioned, "user reports received")
	older := []reports.Measure{reports.ContentActioned, "user reports received", "unique accounts actioned", "median response time"}
	for _, t := range []struct {
		table    string
		measures []reports.Measure
	}{{snapEnforcements, actioned}, {snapReported, reported}, {snapProactive, actioned}, {snapViolations, older}} {
		declare(t.table, t.measures, total, byCategory, byArea, byCountryAndReason)
		declare(t.table+snapByRegion, t.measures, byArea, byCountryAndReason)
	}
	for _, table := range []string{snapChildAbuse, snapTerrorism, snapFalse} {
		declare(table, []reports.Measure{reports.AccountsSuspended, reports.ContentActioned}, total, byArea)
	}
	declare(snapViewRate, []reports.Measure{"prevalence"}, total)
	declare(snapAds, []reports.Measure{"ads removed", "ads reported"}, total)
	declare(snapRemovals, []reports.Measure{reports.RemovalRequestsReceived, "share of demands complied with"}, total, byArea)
	declare(snapCopyright, []reports.Measure{"copyright notices received", "share of copyright notices complied with",
		"copyright counter-notices received", "share of copyright counter-notices complied with"}, total)
	declare(snapTrademark, []reports.Measure{"trademark notices received", "share of trademark notices complied with"}, total)
	requests := []reports.Measure{reports.InformationRequestsReceived, "accounts named in information requests", "share of demands answered with data"}
	declare(snapUSRequests, requests, byGround)
	declare(snapInternational, requests, byArea, byCountryAndKind)
	declare(snapSecurity, []reports.Measure{"national security demands received", "accounts named in national security demands"}, byGround)
	return blocks
}
