package publisher

import (
	"math"
	"slices"
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

const tiktokGuidelinesTable = "community guidelines enforcement"

// TikTok publishes the enforcement of its guidelines as one long table: a row
// a number, whose metric, policy, task and market stand before it. "All" is a
// total of a column. What TikTok suppressed (fewer than 1,000 users) has no
// row, or no result. Until 2022 Q3 it was a workbook.
var tiktokGuidelines = Format{
	Name:      "TikTok, community guidelines",
	Publisher: "TikTok",
	Table:     tiktokGuidelinesTable,
	Title:     "2024Q2_raw_data_cger_English.csv, alone or in the zip that the report offers since 2025; English_CGE_2022Q3.xlsx before",
	URL:       "https://www.tiktok.com/transparency/en/community-guidelines-enforcement/",
	Breakdown: tiktokDims,
	Blocks:    tiktokBlocks,
	// What a newer file leaves out TikTok no longer publishes, and does not take
	// back by that.
	ExtentByBlock: true,

	Recognise: func(file *sheet.File) bool {
		return slices.ContainsFunc(file.Tables, func(t *sheet.Table) bool {
			h := firstHeader(t)
			return h != nil && (h.hasAll(tiktokGuidelinesColumns) || h.ofTikTokBook())
		})
	},
	Explicit: func(e *Export) {
		for _, file := range e.Files {
			book := tiktokBook{export: e, file: file}
			for _, t := range file.Tables {
				h := firstHeader(t)
				switch {
				case h == nil: // an empty sheet
				case h.hasAll(tiktokGuidelinesColumns):
					r := tiktokReader{unknown: map[string]bool{}}
					e.linesBelow(file, t, h, r.line)
				default:
					book.sheet(t, h)
				}
			}
		}
	},
}

// tiktokGuidelinesColumns are those of every data file; the column of the
// policy has had two names.
var tiktokGuidelinesColumns = []string{"Metric", "Period type", "Period", "Policy type", "Task type", "Task", "Location", "Market", "Result"}

const tiktokDims = reports.ByArea | reports.ByCategory | reports.BySubcategory | reports.ByDecision | reports.ByAction | reports.ByFacet

// tiktokBlocks declares what adds up. The markets are those with the most
// removals and no complete list of countries; the parts of other splits do not
// add to their total either, or have none.
var tiktokBlocks = []reports.Block{
	{Table: tiktokGuidelinesTable, Measure: reports.VideosRemoved},
	{Table: tiktokGuidelinesTable, Measure: reports.ShareOfVideosRemoved, Breakdown: reports.ByCategory, Complete: reports.ByCategory},
	{Table: tiktokGuidelinesTable, Measure: reports.ShareOfVideosRemoved, Breakdown: reports.ByArea | reports.ByCategory, Complete: reports.ByCategory},
	{Table: tiktokGuidelinesTable, Measure: reports.ShareOfVideosRemoved, Breakdown: reports.ByFacet, Complete: reports.ByFacet},
	{Table: tiktokGuidelinesTable, Measure: reports.ShareOfVideosRemoved, Breakdown: reports.ByArea | reports.ByFacet, Complete: reports.ByFacet},
	{Table: tiktokGuidelinesTable, Measure: tiktokPolicyShare, Breakdown: tiktokBySub, Complete: reports.BySubcategory},
	{Table: tiktokGuidelinesTable, Measure: tiktokPolicyShare, Breakdown: tiktokBySub | reports.ByArea, Complete: reports.BySubcategory},
	{Table: tiktokGuidelinesTable, Measure: tiktokPolicyShare, Breakdown: tiktokBySub | reports.ByDecision, Complete: reports.BySubcategory},
	{Table: tiktokGuidelinesTable, Measure: tiktokPolicyShare, Breakdown: tiktokBySub | reports.ByArea | reports.ByDecision, Complete: reports.BySubcategory},
	{Table: tiktokGuidelinesTable, Measure: reports.VideosRemoved, Breakdown: tiktokBySub | reports.ByDecision, Complete: reports.BySubcategory},
	{Table: tiktokGuidelinesTable, Measure: "comments removed", Breakdown: reports.ByCategory, Overlapping: reports.ByCategory},
	{Table: tiktokGuidelinesTable, Measure: "share of content moderators", Breakdown: reports.ByFacet, Complete: reports.ByFacet},
	{Table: tiktokGuidelinesTable, Measure: "share of user reports actioned within a time", Breakdown: reports.ByFacet, Complete: reports.ByFacet},
}

const tiktokBySub = reports.ByCategory | reports.BySubcategory

// A tiktokReader reads the rows of one table.
type tiktokReader struct {
	unknown map[string]bool // the texts that were told as problems, with their columns
}

// skip leaves a line out because of a text that no format knows, and says so
// the first time.
func (r *tiktokReader) skip(l *Line, column string) {
	text := l.Text(column)
	if !r.unknown[column+text] && !l.failed {
		l.export.Problem(l.Origin(column), "%s does not know %q: its rows were not read", l.export.format, text)
	}
	r.unknown[column+text] = true
	l.failed = true
}

func (r *tiktokReader) line(l *Line) {
	m, known := tiktokMetrics[strings.ToLower(l.Text("Metric"))]
	if !known {
		r.skip(l, "Metric")
	}
	f := reports.Figure{Measure: m.measure, Period: tiktokPeriod(l), Split: m.split}
	r.policy(l, &f)
	r.task(l, &f, &m)
	r.location(l, &f)
	f.Breakdown = f.Split.Stated()
	if f.Measure == tiktokRequestsFollow {
		r.misplaced(l, f)
	}
	switch {
	case l.Text("Result") == "":
		addSuppressed(l, f)
	case m.rate:
		l.AddFraction("Result", tiktokDecimals, f)
	default:
		l.AddFigure("Result", f)
	}
}

// tiktokPeriod returns the period of a row, which must be of the type that
// stands beside it.
func tiktokPeriod(l *Line) reports.Period {
	switch strings.ToLower(l.Text("Period type")) {
	case "quarterly":
		return l.Quarter("Period")
	case "half-year", "half-yearly":
		return l.Half("Period")
	}
	return l.Period("Period")
}

// policy reads the policy, sub-policy or reason of a ban. The type beside it
// tells a policy from a sub-policy of the same name, and is spelled anew in
// every other file.
func (r *tiktokReader) policy(l *Line, f *reports.Figure) {
	column := "Issue"
	if l.header.find(column) == 0 {
		column = "Issue policy"
	}
	issue, kind := l.Part(column), strings.ToLower(l.Text("Policy type"))
	sub := kind == "sub-policy" || kind == "community guidelines policy" || kind == "community guidelines rule"
	switch {
	case issue == "" && kind != "":
	case kind == "issue" || kind == "issue policy" || kind == "policy" || kind == "community guidelines heading" || sub && tiktokIsPolicy(issue):
		f.Category = tiktokPolicy(issue)
	case sub:
		f.Category, f.Subcategory = tiktokSubPolicy(issue, f.Period)
		if f.Measure == reports.ShareOfVideosRemoved {
			f.Measure = tiktokPolicyShare
		}
	case strings.HasPrefix(kind, "ban reason") || strings.HasPrefix(kind, "ban_reason"):
		tiktokBan(l, f, issue)
	case withoutBraces(kind) != kind:
		f.Category = withoutBraces(issue)
	default:
		r.skip(l, "Policy type")
	}
}

// tiktokBan reads the reason why accounts were removed. Since the end of 2023,
// those that enforce safety have a row of their own for fake accounts.
func tiktokBan(l *Line, f *reports.Figure, reason string) {
	f.Category = reason
	kind := l.Text("Policy type")
	if _, whose, cut := strings.Cut(kind, " - "); cut {
		f.Note = kind
		if strings.EqualFold(whose, "safety") && strings.HasPrefix(strings.ToLower(reason), "fake accounts") {
			f.Facet = "ban reason: safety"
		}
	}
}

// withoutBraces returns a text without the braces that TikTok's own template left
// around it: {{Other}}.
func withoutBraces(text string) string {
	if strings.HasPrefix(text, "{{") && strings.HasSuffix(text, "}}") {
		return strings.TrimSpace(text[2 : len(text)-2])
	}
	return text
}

// task reads what a row is split by besides: who decided, how often a video
// was seen, how long an answer took.
func (r *tiktokReader) task(l *Line, f *reports.Figure, m *tiktokMetric) {
	task := l.Part("Task")
	switch strings.ToLower(l.Text("Task type")) {
	case "all":
		return
	case "task_type", "task type":
		f.Decision = tiktokDecision(task)
	case "share of total removals":
		if f.Measure == reports.VideosRemoved {
			f.Measure, m.rate = reports.ShareOfVideosRemoved, true
		}
		f.Facet = "views: " + strings.TrimSuffix(task, " views")
	case "turn around time", "turnaround time":
		f.Facet = "turn around time: " + task
	default:
		r.skip(l, "Task type")
	}
}

// tiktokDecision joins the spellings of how removals were decided.
func tiktokDecision(task string) string {
	for _, known := range []string{"Automation", "Human moderation"} {
		if strings.EqualFold(task, known) {
			return known
		}
	}
	return task
}

// location reads the market. A language is no area.
func (r *tiktokReader) location(l *Line, f *reports.Figure) {
	market := l.Area("Market")
	switch strings.ToLower(l.Text("Location")) {
	case "all":
	case "market":
		f.Area = market
	case "language":
		f.Facet = "language: " + l.Text("Market")
	default:
		r.skip(l, "Location")
	}
}

// misplaced says that rows are of TikTok's other report: its file of 2022 Q4
// has answers to government requests among its own numbers, and dates them
// half a year later than that report. They answer after it.
func (r *tiktokReader) misplaced(l *Line, f reports.Figure) {
	l.export.Declare(reports.Block{
		Publisher: l.export.format.Publisher, Table: tiktokGuidelinesTable, Measure: f.Measure, Breakdown: f.Breakdown,
		Order: l.export.order + 3*ordersAFormat,
	})
	if !r.unknown["misplaced"] {
		l.export.Problem(l.Origin("Metric"), "%q of %s is about government requests: TikTok's report on these states the same of the half-year before",
			l.Text("Metric"), f.Period)
	}
	r.unknown["misplaced"] = true
}

// addSuppressed adds a number that TikTok knows and does not state.
func addSuppressed(l *Line, f reports.Figure) {
	if l.failed {
		return
	}
	f.Value, f.Status, f.Origin = math.NaN(), reports.Withheld, l.Origin("Result")
	l.export.Add(f)
}
