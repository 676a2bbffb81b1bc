package publisher

import (
	"strings"

	"vitrine/reports"
)

// Meta's quarterly report of what it did about content that breaks its rules:
// one file for all quarters since 2017, a row per app, policy, metric and
// quarter. Each file states the past again, except the limits of prevalence,
// which it states of its last quarter only.
var metaStandards = Format{
	Publisher:       "Meta",
	Table:           "community standards",
	Title:           "CSER-2024_Q2.csv, or community-standards.zip: the CSV of the Community Standards Enforcement Report",
	URL:             "https://transparency.meta.com/reports/community-standards-enforcement/",
	Columns:         []string{"app", "policy_area", "metric", "period", "value"},
	Breakdown:       reports.ByService | reports.ByCategory | reports.ByTrigger,
	Split:           Disjoint,
	Extent:          reports.ByService | reports.ByCategory | reports.ByTrigger,
	ExtentByMeasure: true,
	Blocks: append(
		metaBlocks("community standards", reports.ByService|reports.ByCategory,
			reports.ContentActioned, "accounts actioned", "content removed", "content appealed", reports.ProactiveRate, "share of accounts found before a report",
			"lower bound of prevalence", "upper bound of prevalence", "upper limit of prevalence", "share of fake accounts"),
		append([]reports.Block{{
			Table: "community standards", Measure: "content restored",
			Breakdown: reports.ByService | reports.ByCategory | reports.ByTrigger, Complete: reports.ByTrigger,
		}}, metaBlocks("community standards", reports.ByService,
			"lower bound of enforcement precision", "upper bound of enforcement precision",
			"lower bound of false positives", "upper bound of false positives")...)...),
	Read: readMetaStandards,
}

// metaBlocks declares blocks of disjoint parts.
func metaBlocks(table string, by reports.Dims, measures ...reports.Measure) []reports.Block {
	var blocks []reports.Block
	for _, m := range measures {
		blocks = append(blocks, reports.Block{Table: table, Measure: m, Breakdown: by})
	}
	return blocks
}

// A metaMetric is what a name in the column "metric" means. Of fake accounts
// the same metrics count accounts, and their prevalence is a share of the
// users.
type metaMetric struct {
	measure, ofAccounts reports.Measure
	trigger             string
	step                float64 // percentages are multiples of it; 0: a count
}

var metaMetrics = map[string]metaMetric{
	"content actioned":                  {measure: reports.ContentActioned, ofAccounts: "accounts actioned"},
	"accounts actioned":                 {measure: "accounts actioned"},
	"content removed":                   {measure: "content removed"},
	"content appealed":                  {measure: "content appealed"},
	"content restored with appeal":      {measure: "content restored", trigger: "with appeal"},
	"content restored without appeal":   {measure: "content restored", trigger: "without appeal"},
	"proactive rate":                    {measure: reports.ProactiveRate, ofAccounts: "share of accounts found before a report", step: 0.1},
	"prevalence":                        {measure: "prevalence", ofAccounts: "share of fake accounts", step: 1},
	"lowerbound prevalence":             {measure: "lower bound of prevalence", step: 0.01},
	"upperbound prevalence":             {measure: "upper bound of prevalence", step: 0.01},
	"ubp":                               {measure: "upper limit of prevalence", step: 0.01},
	"enforcement precision lower bound": {measure: "lower bound of enforcement precision", step: 0.01},
	"enforcement precision upper bound": {measure: "upper bound of enforcement precision", step: 0.01},
	"false positive lower bound":        {measure: "lower bound of false positives"},
	"false positive upper bound":        {measure: "upper bound of false positives"},
}

func readMetaStandards(l *Line) {
	metric, known := metaMetrics[foldHeader(l.Text("metric"))]
	if !known {
		l.metaUnknown()
		return
	}
	policy := metaPolicyOf(l.Part("policy_area"))
	f := reports.Figure{
		Measure: metric.measure, Period: l.Quarter("period"), Note: policy.note,
		Split: reports.Split{Service: l.Part("app"), Category: policy.name, Trigger: metric.trigger},
	}
	if policy.name == metaFakeAccounts && metric.ofAccounts != "" {
		f.Measure = metric.ofAccounts
	}
	f.Breakdown = f.Split.Stated()
	switch percent := strings.Contains(l.Text("value"), "%"); {
	case metric.step > 0:
		l.AddShare("value", metric.step, f)
	case percent:
		l.Fail("value", "%q is a percentage, and %s a number", l.Text("value"), l.Text("metric"))
	default:
		l.AddFigure("value", f)
	}
}

// metaUnknown notes a metric that is not in metaMetrics, once a table.
func (l *Line) metaUnknown() {
	name := l.Text("metric")
	if !l.Marked("metric " + name) {
		l.export.Problem(l.Origin("metric"), "Vitrine does not know the metric %q: its rows were not read", name)
	}
	l.Mark("metric " + name)
}
