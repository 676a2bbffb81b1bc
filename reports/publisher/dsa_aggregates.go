package publisher

import "vitrine/reports"

// The DSA Transparency Database is also published as aggregates: rows that
// count statements of reasons. They state what its daily dumps state (see
// docs/dumps.md), in the same words, and are tables of their own: a statement
// is in both.
const (
	dsaCommission                 = "European Commission"
	dsaStatements reports.Measure = "statements of reasons"
)

// The columns that all aggregates have.
var dsaAggregateColumns = []string{
	"automated_decision", "automated_detection", "category", "decision_account", "decision_ground",
	"decision_monetary", "decision_provision", "source_type", "platform_name",
}

// The site's own aggregates of a day. The query behind them asks for 5,000
// groups and no more.
var dsaSiteAggregates = Format{
	Name:      "European Commission, DSA database, daily aggregates of the site",
	Publisher: dsaCommission,
	Title:     "aggregates-2025-07-01.csv: the statements of a day, counted by the site; without countries, and cut at 5,000 rows",
	URL:       "https://transparency.dsa.ec.europa.eu/explore-data/download",
	Columns:   append([]string{"content_type_single", "decision_visibility_single", "received_date", "total"}, dsaAggregateColumns...),
	Blocks:    append(dsaSite.blocks(false), dsaSite.blocks(true)...),
	Explicit:  dsaSite.read,
}

// The monthly aggregates that the Commission makes with dsa-tdb.
var dsaSimpleAggregates = Format{
	Name:      "European Commission, DSA database, dsa-tdb simple",
	Publisher: dsaCommission,
	Title:     "aggregated-simple-2025-01-01-csv.zip or -parquet.zip: the statements of a month by day, without countries",
	URL:       "https://code.europa.eu/dsa/transparency-database/dsa-tdb",
	Columns:   dsaTDBColumns,
	Lacks:     []string{"territorial_scope"},
	Blocks:    dsaSimple.blocks(false),
	Explicit:  dsaSimple.read,
}

var dsaCompleteAggregates = Format{
	Name:      "European Commission, DSA database, dsa-tdb complete",
	Publisher: dsaCommission,
	Title:     "aggregated-complete-2025-01-01-csv.zip or -parquet.zip: the statements of a month by day, with countries, languages and keywords",
	URL:       "https://code.europa.eu/dsa/transparency-database/dsa-tdb",
	Columns:   append([]string{"territorial_scope"}, dsaTDBColumns...),
	Ignored: []string{
		"account_type", "incompatible_content_illegal", "application_date", "content_date", "restriction_duration",
		"restriction_duration_visibility", "restriction_duration_monetary", "restriction_duration_service", "restriction_duration_account",
	},
	Blocks:   dsaComplete.blocks(false),
	Explicit: dsaComplete.read,
}

// dsaTDBColumns are those that tell dsa-tdb's aggregates apart. A set of values
// is a column of true and false for each.
var dsaTDBColumns = append([]string{"DECISION_VISIBILITY_CONTENT_REMOVED", "CONTENT_TYPE_TEXT", "created_at", "count"}, dsaAggregateColumns...)

// A dsaAggregate is one of the kinds of aggregates.
type dsaAggregate struct {
	name       string // added to those of its tables
	order      int    // of its first block
	day, count string // columns
	most       int    // rows at which a file is cut; 0: none is
	wide       bool   // sets are columns of true and false, and files are parts of a whole
	scoped     bool   // it has the scope, the language and the keywords
}

var (
	dsaSite     = dsaAggregate{name: ", daily aggregates of the site", order: 1 << 21, day: "received_date", count: "total", most: 5000}
	dsaSimple   = dsaAggregate{name: ", dsa-tdb simple", order: 1<<21 + 200, day: "created_at", count: "count", wide: true}
	dsaComplete = dsaAggregate{name: ", dsa-tdb complete", order: 1<<21 + 100, day: "created_at", count: "count", wide: true, scoped: true}
)

// The tables of aggregates, as those of the dumps.
const (
	dsaDecisions = iota
	dsaKeywords
	dsaContentTypes
	dsaLanguages
)

// blocks declares the tables in the order in which they answer. What was cut is
// no complete split of anything.
func (a dsaAggregate) blocks(cut bool) []reports.Block {
	common := reports.ByService | reports.ByCategory
	decisions := common | reports.ByAction | reports.ByTrigger | reports.ByDetection | reports.ByDecision | reports.ByGround
	sets := reports.ByAction
	if a.scoped {
		decisions, sets = decisions|reports.ByArea, sets|reports.ByArea
	}
	name := a.name
	if cut {
		name += ", cut"
	}
	blocks := []reports.Block{{Table: string(dsaStatements) + name, Breakdown: decisions, Complete: decisions, Overlapping: sets}}
	declare := func(table string, by, complete, overlapping reports.Dims) {
		blocks = append(blocks, reports.Block{Table: string(dsaStatements) + table + name, Breakdown: common | by, Complete: common | complete, Overlapping: overlapping})
	}
	if a.scoped {
		declare(" by keyword", reports.BySubcategory, 0, reports.BySubcategory)
	}
	declare(" by content type", reports.ByFacet, 0, reports.ByFacet)
	if a.scoped {
		declare(" by language", reports.ByFacet, reports.ByFacet, 0)
	}
	for i := range blocks {
		b := &blocks[i]
		b.Publisher, b.Measure, b.Absent, b.Order = dsaCommission, dsaStatements, reports.AbsentNone, a.order+i
		if cut {
			b.Complete, b.Absent, b.Order = 0, reports.AbsentUnknown, b.Order+len(blocks)
		}
	}
	return blocks
}
