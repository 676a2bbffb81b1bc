package publisher

import (
	"slices"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// The DSA's transparency reports have one form since July 2025, whoever
// publishes them: the eleven parts of Implementing Regulation (EU) 2024/2835,
// a sheet or a CSV each. A report is about one service, whose name is the
// publisher, so that a report's totals are totals, and parts in files of their
// own belong together.
var dsaReport = Format{
	Name:      "DSA transparency report",
	Publisher: "European Commission",
	Title:     "the harmonised report of any platform: the eleven parts of Implementing Regulation (EU) 2024/2835, as CSV files, a workbook or a zip",
	URL:       "https://eur-lex.europa.eu/eli/reg_impl/2024/2835/oj",
	Blocks:    dsaBlocks(),

	EachPublisher: true,
	ExtentOf:      dsaExtent,

	Recognise: func(f *sheet.File) bool { return slices.ContainsFunc(f.Tables, isDSAPart) },
	Explicit: func(e *Export) {
		r := dsaReader{Export: e, spelled: map[string]dsaSpelled{}}
		for _, f := range e.Files {
			for _, t := range f.Tables {
				r.find(f, t)
			}
		}
		r.read()
	},
}

// The tables, one a part.
const (
	dsaIdentityTable   = "DSA report, identification"
	dsaCategoriesTable = "DSA report, categories"
	dsaOrdersTable     = "DSA report, orders"
	dsaNoticesTable    = "DSA report, notices"
	dsaIllegalTable    = "DSA report, own initiative, illegal content"
	dsaTermsTable      = "DSA report, own initiative, terms"
	dsaComplaintsTable = "DSA report, complaints and disputes"
	dsaAutomatedTable  = "DSA report, automated means"
	dsaStaffTable      = "DSA report, human resources"
	dsaRecipientsTable = "DSA report, recipients"
	dsaTextsTable      = "DSA report, texts"
)

var dsaTables = map[int]string{
	1: dsaIdentityTable, 2: dsaCategoriesTable, 11: dsaTextsTable,
	3: dsaOrdersTable, 4: dsaNoticesTable, 5: dsaIllegalTable, 6: dsaTermsTable,
	7: dsaComplaintsTable, 8: dsaAutomatedTable, 9: dsaStaffTable, 10: dsaRecipientsTable,
}

// The measures of the reports.
const (
	dsaOrders          reports.Measure = reports.TakedownRequestsReceived
	dsaOrderItems      reports.Measure = "items named in orders"
	dsaOrderTold       reports.Measure = "median time to confirm an order to act"
	dsaOrderDone       reports.Measure = "median time to give effect to an order to act"
	dsaInfoOrders      reports.Measure = "orders to provide information received"
	dsaInfoTold        reports.Measure = "median time to confirm an order to provide information"
	dsaInfoDone        reports.Measure = "median time to give effect to an order to provide information"
	dsaNoticesReceived reports.Measure = "notices received"
	dsaNoticeItems     reports.Measure = "items named in notices"
	dsaNoticeTime      reports.Measure = "median response time"
	dsaNoticeActions   reports.Measure = "actions taken upon notices"
	dsaIllegalMeasures reports.Measure = "measures against illegal content on own initiative"
	dsaTermsMeasures   reports.Measure = "measures under the terms on own initiative"
	dsaComplaintsMade  reports.Measure = "complaints received"
	dsaComplaintTime   reports.Measure = "median time to decide a complaint"
	dsaRestrictionsNew reports.Measure = "restrictions imposed after a complaint"
	dsaDisputesMade    reports.Measure = "disputes submitted to settlement bodies"
	dsaDisputeTime     reports.Measure = "median time of a dispute"
	dsaDisputeShare    reports.Measure = "share of dispute outcomes implemented"
	dsaSuspensions     reports.Measure = "suspensions for misuse"
	dsaMeasuresAll     reports.Measure = "content moderation measures"
	dsaNoticesDone     reports.Measure = "notices processed"
	dsaAccurate        reports.Measure = "accuracy of automated means"
	dsaPrecise         reports.Measure = "precision of automated means"
	dsaRecalled        reports.Measure = "recall of automated means"
	dsaModerators      reports.Measure = "content moderators"
	dsaLinguists       reports.Measure = "moderators with linguistic expertise"
	dsaUsers           reports.Measure = "monthly active recipients"
)

// dsaBlocks declares the blocks of all parts. No part of a report adds to its
// total for certain: TikTok's own-initiative categories are 28,117,025 short
// of it. Only actions upon notices were taken either by law or by the terms.
// With surfaces, each is a part that is added to nothing.
func dsaBlocks() []reports.Block {
	var blocks []reports.Block
	declare := func(table string, m reports.Measure, complete, overlapping reports.Dims, splits ...reports.Dims) {
		for _, by := range splits {
			blocks = append(blocks, reports.Block{Table: table, Measure: m, Breakdown: by, Complete: by & complete, Overlapping: by & overlapping})
		}
	}
	const (
		category, keyword = reports.ByCategory, reports.ByCategory | reports.BySubcategory
		area, facet       = reports.ByArea, reports.ByFacet
	)
	// along crosses the splits by category with others.
	along := func(others ...reports.Dims) []reports.Dims {
		var splits []reports.Dims
		for _, by := range others {
			splits = append(splits, by, by|category, by|keyword)
		}
		return splits
	}
	// surfaces adds to splits the same by surface.
	surfaces := func(splits ...reports.Dims) []reports.Dims {
		all := slices.Clone(splits)
		for _, by := range splits {
			if !slices.Contains(all, by|facet) {
				all = append(all, by|facet)
			}
		}
		return all
	}
	for _, part := range []struct {
		table   string
		measure reports.Measure
	}{{dsaTermsTable, dsaTermsMeasures}, {dsaIllegalTable, dsaIllegalMeasures}} {
		declare(part.table, part.measure, 0, reports.ByAction, surfaces(along(0, reports.ByDetection, reports.ByAction)...)...)
	}
	for _, m := range []reports.Measure{dsaNoticesReceived, dsaNoticeItems, dsaNoticeTime} {
		declare(dsaNoticesTable, m, 0, 0, surfaces(along(0, reports.ByTrigger)...)...)
	}
	declare(dsaNoticesTable, dsaNoticeActions, reports.ByGround, 0, surfaces(along(reports.ByGround, reports.ByTrigger|reports.ByGround)...)...)
	for _, m := range []reports.Measure{dsaOrders, dsaOrderItems, dsaOrderTold, dsaOrderDone, dsaInfoOrders, dsaInfoTold, dsaInfoDone} {
		declare(dsaOrdersTable, m, 0, 0, along(0, area)...)
	}
	for _, m := range []reports.Measure{dsaComplaintsMade, dsaDisputesMade} {
		declare(dsaComplaintsTable, m, 0, 0, surfaces(0, reports.ByAction)...)
	}
	for _, m := range []reports.Measure{dsaComplaintTime, dsaDisputeTime, dsaDisputeShare, dsaRestrictionsNew} {
		declare(dsaComplaintsTable, m, 0, 0, surfaces(0)...)
	}
	declare(dsaComplaintsTable, dsaSuspensions, 0, 0, facet)
	for _, m := range []reports.Measure{dsaMeasuresAll, dsaNoticesDone} {
		declare(dsaAutomatedTable, m, 0, 0, surfaces(reports.ByDecision, reports.ByTrigger|reports.ByDecision)...)
	}
	for _, m := range []reports.Measure{dsaAccurate, dsaPrecise, dsaRecalled} {
		declare(dsaAutomatedTable, m, 0, 0, surfaces(0, reports.ByTrigger)...)
	}
	declare(dsaStaffTable, dsaModerators, 0, 0, facet)
	declare(dsaStaffTable, dsaLinguists, 0, reports.ByFacet, 0, facet)
	declare(dsaRecipientsTable, dsaUsers, 0, 0, 0, area)
	return blocks
}
