package publisher

import (
	"slices"

	"vitrine/reports"
)

// The tables of TikTok's reports on legal requests, by what its data files
// call their aspect.
var tiktokAspects = map[string]string{
	"grfcr":     "government removal requests",
	"lrfui":     "requests for user information",
	"copyright": "intellectual property requests",
}

// A tiktokDemand is a number that these reports state.
type tiktokDemand struct {
	tiktokMetric
	table string
	names []string // in small letters, of the data files and of the workbooks before them
}

func tiktokCount(table string, m reports.Measure, names ...string) tiktokDemand {
	return tiktokDemand{tiktokMetric{measure: m}, table, names}
}

func tiktokRate(table string, m reports.Measure, names ...string) tiktokDemand {
	return tiktokDemand{tiktokMetric{measure: m, rate: true}, table, names}
}

// of returns a demand that is one part of its measure.
func (d tiktokDemand) of(s reports.Split) tiktokDemand {
	d.split = s
	return d
}

// tiktokDemands lists what the reports on legal requests state, in the order
// in which it answers. One number may have several names over the years.
var tiktokDemands = func() []tiktokDemand {
	removal, information, property := tiktokAspects["grfcr"], tiktokAspects["lrfui"], tiktokAspects["copyright"]
	guidelines, law := reports.Split{Ground: "community guidelines"}, reports.Split{Ground: "local law"}
	kind := func(name string) reports.Split { return reports.Split{Facet: "request: " + name} }
	return []tiktokDemand{
		tiktokCount(removal, reports.RemovalRequestsReceived, "total requests received", "total government requests"),
		tiktokCount(removal, reports.ItemsNamedInRequests, "total content received"),
		tiktokCount(removal, "items acted upon after a demand", "content actioned due to community guidelines violations").of(guidelines),
		tiktokCount(removal, "items acted upon after a demand", "content actioned due to (local) law violations").of(law),
		tiktokCount(removal, "items not acted upon after a demand", "content not actioned"),
		tiktokCount(removal, "accounts named in demands", "total accounts received"),
		tiktokCount(removal, "accounts acted upon after a demand", "accounts actioned due to community guidelines violations").of(guidelines),
		tiktokCount(removal, "accounts acted upon after a demand", "accounts actioned due to (local) law violations").of(law),
		tiktokCount(removal, "accounts named without action", "accounts not actioned"),
		tiktokRate(removal, tiktokRequestsFollow, "removal rate"),

		tiktokCount(information, reports.InformationRequestsReceived, "total requests"),
		tiktokCount(information, "legal demands for information received", "legal requests", "total legal requests"),
		tiktokCount(information, "emergency demands received", "emergency requests", "total emergency requests"),
		tiktokCount(information, "preservation demands received", "preservation requests", "total preservation requests"),
		tiktokCount(information, "accounts named in information requests", "legal request accounts specified").of(kind("legal")),
		tiktokCount(information, "accounts named in information requests", "emergency request accounts specified").of(kind("emergency")),
		tiktokCount(information, "accounts named in information requests", "preservation request accounts specified").of(kind("preservation")),
		tiktokRate(information, "share of legal demands for information answered with data", "percentage of legal requests where some data was disclosed"),
		tiktokRate(information, "share of emergency demands answered with data", "percentage of emergency requests where some data was disclosed"),

		tiktokCount(property, "intellectual property notices received", "total ip requests", "total requests"),
		tiktokCount(property, "intellectual property notices complied with", "requests resulting in removal"),
		tiktokRate(property, "share of intellectual property notices complied with", "percentage of successful requests"),
		tiktokCount(property, "copyright notices received", "total copyright removal requests"),
		tiktokCount(property, "copyright notices complied with", "copyright requests resulting in removal",
			"succesful copyright removal requests", "successful copyright removal requests"),
		tiktokRate(property, "share of copyright notices complied with", "percentage of copyright requests resulting in removal",
			"percentage of successful copyright requests", "percentage of succesful copyright requests"),
		tiktokCount(property, "trademark notices received", "total trademark removal requests"),
		tiktokCount(property, "trademark notices received", "total trademark removal requests which involve counterfeits").of(
			reports.Split{Category: "counterfeits"}),
		tiktokCount(property, "trademark notices complied with", "trademark requests resulting in removal",
			"succesful trademark removal requests", "successful trademark removal requests"),
		tiktokRate(property, "share of trademark notices complied with", "percentage of trademark requests resulting in removal",
			"percentage of successful trademark requests", "percentage of succesful trademark requests"),
		tiktokCount(property, "intellectual property notices found invalid", "invalid requests"),
		tiktokCount(property, "enforcements", "number of actions taken against accounts"),
		tiktokRate(property, "share of appeals granted", "appeal success rate"),
	}
}()

// tiktokDemandOf finds a number of a table by its name.
func tiktokDemandOf(table, name string) (tiktokDemand, bool) {
	name = foldHeader(name)
	i := slices.IndexFunc(tiktokDemands, func(d tiktokDemand) bool { return d.table == table && slices.Contains(d.names, name) })
	if i < 0 {
		return tiktokDemand{}, false
	}
	return tiktokDemands[i], true
}

// tiktokDemandBlocks declares the tables. TikTok lists all countries that sent
// a request: "TikTok did not receive requests to remove or restrict content or
// accounts from governments in countries/markets other than those included
// above" (tiktok.com/transparency/en/government-removal-requests-2022-1).
// Their rates do not add.
var tiktokDemandBlocks = func() []reports.Block {
	var blocks []reports.Block
	add := func(b reports.Block) {
		if !slices.ContainsFunc(blocks, func(o reports.Block) bool { return o.Measure == b.Measure && o.Breakdown == b.Breakdown }) {
			blocks = append(blocks, b)
		}
	}
	for _, d := range tiktokDemands {
		parts := d.split.Stated()
		add(reports.Block{Table: d.table, Measure: d.measure, Breakdown: parts})
		if d.table == tiktokAspects["copyright"] {
			continue // for the whole world only
		}
		b := reports.Block{Table: d.table, Measure: d.measure, Breakdown: parts | reports.ByArea}
		if !d.rate {
			b.Complete, b.Absent = reports.ByArea|parts.Without(reports.ByFacet), reports.AbsentNone
		}
		add(b)
	}
	return blocks
}()
