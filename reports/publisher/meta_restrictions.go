package publisher

import (
	"fmt"
	"math"
	"slices"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// What Meta's reports of content restrictions count.
const (
	metaRestrictions   = "content restrictions"
	metaRestrictionURL = "https://transparency.meta.com/reports/content-restrictions/"

	metaRestricted          reports.Measure = "content restricted by local law"
	metaRestrictedLocally   reports.Measure = "content restricted in one country"
	metaRestrictedWorldwide reports.Measure = "content restricted worldwide"
)

// The names of the columns of what one country had restricted everywhere:
// what others had restricted, which each country's row repeats, and what the
// country itself had restricted for the others.
const (
	metaImposed = ": Global GB externally imposed"
	metaApplied = ": Global GB applied to others"
)

// metaRestrictionColumns are the kinds of content that the report counts.
var metaRestrictionColumns = []struct{ column, service, facet string }{
	{"Facebook Profile", "Facebook", "content type: Profile"},
	{"Facebook Page+Group", "Facebook", "content type: Page+Group"},
	{"Facebook Album", "Facebook", "content type: Album"},
	{"Facebook Post", "Facebook", "content type: Post"},
	{"Facebook Event", "Facebook", "content type: Event"},
	{"Facebook Comment", "Facebook", "content type: Comment"},
	{"Instagram Media", "Instagram", "content type: Media"},
	{"Instagram Account", "Instagram", "content type: Account"},
}

// metaRestrictionRequired are the columns of every layout since 2018.
var metaRestrictionRequired = []string{"ISO Code", "Country", "Facebook Post", "Instagram Account", "total"}

// Meta's half-yearly report of content that it made unavailable in a country
// because of a law: a row per country, a column per kind of content. The
// period stands in the file's name alone.
var metaContentRestrictions = Format{
	Name:      "Meta, content restrictions",
	Publisher: "Meta",
	Table:     metaRestrictions,
	Title:     "Content_Restrictions_2023_H2.csv, from the second half of 2018",
	URL:       metaRestrictionURL,
	Columns:   metaRestrictionRequired,
	Optional:  metaRestrictionOptional(),
	Breakdown: reports.ByService | reports.ByArea | reports.ByFacet,
	Blocks: []reports.Block{
		metaRestrictedBlock(metaRestrictions),
		{
			Table: metaRestrictions, Measure: metaRestrictedLocally, Breakdown: reports.ByService | reports.ByArea | reports.ByFacet,
			Complete: reports.ByService | reports.ByFacet, Overlapping: reports.ByArea, Absent: reports.AbsentNone,
		},
		{
			Table: metaRestrictions, Measure: metaRestrictedWorldwide, Breakdown: reports.ByService | reports.ByFacet,
			Complete: reports.ByService | reports.ByFacet, Absent: reports.AbsentNone,
		},
		{
			Table: metaRestrictions, Measure: metaRestrictedWorldwide, Breakdown: reports.ByService | reports.ByArea | reports.ByFacet,
			Complete: reports.ByService | reports.ByArea | reports.ByFacet, Absent: reports.AbsentNone,
		},
	},
	Read: readMetaRestrictions,
}

// The same report until the first half of 2018: one number a country.
var metaContentRestrictions2013 = Format{
	Name:      "Meta, content restrictions to 2018",
	Publisher: "Meta",
	Table:     metaRestrictions,
	Title:     "Content_Restrictions_2013_H2.csv, to the first half of 2018",
	URL:       metaRestrictionURL,
	Columns:   []string{"Country", "count"},
	Recognise: isMetaCountryCount,
	Breakdown: reports.ByArea,
	Blocks:    []reports.Block{metaRestrictedBlock(metaRestrictions)},
	Read: func(l *Line) {
		l.Add("count", metaRestricted, l.FilePeriod(reports.EveryHalf), reports.Split{Area: l.Area("Country")})
	},
}

// metaRestrictedBlock declares the totals of countries: a post may be
// restricted in several, and what was restricted everywhere is in each.
func metaRestrictedBlock(table string) reports.Block {
	return reports.Block{Table: table, Measure: metaRestricted, Breakdown: reports.ByArea, Overlapping: reports.ByArea, Absent: reports.AbsentNone}
}

// metaRestrictionOptional lists the columns that not every layout has.
func metaRestrictionOptional() []string {
	var columns []string
	for _, c := range metaRestrictionColumns {
		if c.column != "Facebook Post" && c.column != "Instagram Account" {
			columns = append(columns, c.column)
		}
		columns = append(columns, c.column+metaImposed, c.column+metaApplied)
	}
	return columns
}

// isMetaCountryCount tells whether a file has the two columns of the oldest
// layout and no other.
func isMetaCountryCount(f *sheet.File) bool {
	for _, t := range f.Tables {
		for row, err := range t.Rows() {
			return err == nil && texts(row) == 2 && foldHeader(row.Text(1)) == "country" && foldHeader(row.Text(2)) == "count"
		}
	}
	return false
}

func readMetaRestrictions(l *Line) {
	period, area := l.FilePeriod(reports.EveryHalf), l.metaArea()
	sum, worldwide := 0.0, 0.0
	for _, c := range metaRestrictionColumns {
		split := reports.Split{Service: c.service, Facet: c.facet}
		global := l.metaWorldwide(c.column, area, period, split)
		worldwide += global
		split.Area = area
		l.Add(c.column, metaRestrictedLocally, period, split)
		sum += global + l.amount(c.column)
	}
	total := reports.Figure{Measure: metaRestricted, Period: period, Split: reports.Split{Area: area}, Breakdown: reports.ByArea}
	if worldwide > 0 {
		total.Note = fmt.Sprintf("%.0f of them were restricted worldwide by one country's order", worldwide)
	}
	l.AddFigure("total", total)
	if stated := l.amount("total"); !l.Failed() && stated != sum && l.metaKnowsAll() {
		l.export.Problem(l.Origin("total"), "states %s where its row adds up to %.0f", l.Text("total"), sum)
	}
}

// metaKnowsAll tells whether the layout has no kind of content that Vitrine
// does not know: then the others add up to the total.
func (l *Line) metaKnowsAll() bool {
	known := 0
	for _, c := range slices.Concat(metaRestrictionRequired, metaRestrictionOptional()) {
		if l.header.column[foldHeader(c)] > 0 {
			known++
		}
	}
	return known == len(l.header.column)
}

// metaArea returns the area of a row: by its name, else by its ISO code.
func (l *Line) metaArea() string {
	area, code := l.Area("Country"), l.Text("ISO Code")
	if area == reports.NotStated && code != "" {
		return l.Area("ISO Code")
	}
	return area
}

// metaWorldwide adds what was restricted everywhere, as one country's row
// states it: what others imposed and what the country imposed on the others
// are the same in every row, so that all rows state one figure. What one of
// several countries imposed is a figure of its own; where only one did, the
// note names it.
func (l *Line) metaWorldwide(column, area string, p reports.Period, s reports.Split) float64 {
	imposed, applied := l.Origin(column+metaImposed), l.Origin(column+metaApplied)
	others, own := l.amount(column+metaImposed), l.amount(column+metaApplied)
	if imposed.Column == 0 || l.Failed() {
		return 0
	}
	f := reports.Figure{
		Measure: metaRestrictedWorldwide, Period: p, Split: s, Breakdown: reports.ByService | reports.ByFacet,
		Value: others + own, Origin: imposed,
	}
	switch {
	case own > 0 && others > 0:
		part := f
		part.Area, part.Breakdown, part.Value, part.Origin = area, f.Breakdown|reports.ByArea, own, applied
		l.export.Add(part)
		f.Origin.More = []reports.Cell{applied.Cell()}
	case own > 0:
		f.Origin, f.Note = applied, "by order of "+l.Text("Country")
	}
	l.export.Add(f)
	return f.Value
}

// amount returns the number in a column, 0 where it states none.
func (l *Line) amount(column string) float64 {
	n, ok := spell(l.Cell(column))
	if !ok || math.IsNaN(n.Value) {
		return 0
	}
	return n.Value
}
