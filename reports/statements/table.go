package statements

import "vitrine/reports"

// Publisher is who publishes the database; each platform is a service.
const Publisher = "European Commission"

// Measure is what is counted.
const Measure reports.Measure = "statements of reasons"

// What the list of the exports that Vitrine reads says of dumps.
const (
	FormatName  = "European Commission, DSA daily dump"
	FormatTitle = "sor-global-2025-07-01-full.zip: a day's statements of reasons, full or light, of all platforms or of one"
	Site        = "https://transparency.dsa.ec.europa.eu/explore-data/download"
)

// A table is one of the tables that a dump fills: what its figures split by
// besides service and category.
type table struct {
	name     string // added to the measure
	sheet    string // of the figures' places
	by       reports.Dims
	complete reports.Dims // of by
	sets     reports.Dims // of by, as reports.Block.Sets
}

const common = reports.ByService | reports.ByCategory

// The tables of a dump. Keywords and types of content overlap: a statement
// with two is counted in both.
var (
	decisionTable = table{
		sheet:    "decisions",
		by:       reports.ByArea | reports.ByAction | reports.ByTrigger | reports.ByDetection | reports.ByDecision | reports.ByGround,
		complete: reports.ByArea | reports.ByAction | reports.ByTrigger | reports.ByDetection | reports.ByDecision | reports.ByGround,
		sets:     reports.ByArea | reports.ByAction,
	}
	keywordTable     = table{name: " by keyword", sheet: "keywords", by: reports.BySubcategory}
	contentTypeTable = table{name: " by content type", sheet: "content types", by: reports.ByFacet}
	languageTable    = table{name: " by language", sheet: "languages", by: reports.ByFacet, complete: reports.ByFacet}
)

// tables lists the tables in the order in which they answer.
var tables = []table{decisionTable, keywordTable, contentTypeTable, languageTable}

// A reach is how much of a day a dump has. Figures of different reaches are
// never added: they are tables of their own.
type reach struct {
	name string // added to the table's
	part bool   // figures tell their part as a facet
	all  bool   // services are a complete split
}

var (
	wholeDay     = reach{all: true}
	someServices = reach{name: ", single platforms"}
	partOfDay    = reach{name: ", parts of a day", part: true, all: true}
)

// reaches lists the reaches in the order in which they answer.
var reaches = []reach{wholeDay, someServices, partOfDay}

// reach returns how much of its day the dump has. A file whose name does not
// say that it is global may be of single platforms.
func (d *Dump) reach() reach {
	switch {
	case d.Part != "":
		return partOfDay
	case d.Slug == "global":
		return wholeDay
	}
	return someServices
}

// tableName names a table of a reach.
func tableName(t table, r reach) string { return string(Measure) + t.name + r.name }

// Blocks declares all that dumps fill, in the order in which the tables
// answer: those of full dumps, and of light ones, which do not state the scope.
func Blocks() []reports.Block {
	var blocks []reports.Block
	for _, r := range reaches {
		for _, t := range tables {
			blocks = append(blocks, declare(t, r, 0))
			if t.by.Has(reports.Area) {
				blocks = append(blocks, declare(t, r, reports.ByArea))
			}
		}
	}
	for i := range blocks {
		blocks[i].Order = firstOrder + i
	}
	return blocks
}

// firstOrder puts the database behind the formats' own tables of a publisher.
const firstOrder = 1 << 20

// declare declares a table of a reach, without what a light dump lacks.
func declare(t table, r reach, without reports.Dims) reports.Block {
	b := reports.Block{
		Publisher: Publisher, Table: tableName(t, r), Measure: Measure,
		Breakdown: common | t.by.Without(without), Complete: reports.ByCategory | t.complete.Without(without),
		Overlapping: t.sets.Without(without) | t.by.Without(t.complete), Absent: reports.AbsentNone,
	}
	if r.all {
		b.Complete |= reports.ByService
	}
	if r.part {
		b.Breakdown |= reports.ByFacet
		if !t.by.Has(reports.Facet) {
			b.Complete |= reports.ByFacet
		}
	}
	return b
}
