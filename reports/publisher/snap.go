package publisher

import (
	"strings"

	"vitrine/assets"
	"vitrine/reports"
)

// Snap publishes a CSV a half-year in long form, a number a row. Its column
// category mixes three things: how finely the row is split (Country, Region,
// Global), the kind of a legal request, and nothing; what the other two
// columns hold depends on it.
var snapReport = Format{
	Name:      "Snap, transparency report",
	Publisher: "Snap",
	Title:     "Snap_Transparency_Report_H1-2025.csv, or H1_20.csv: a CSV for each half-year",
	URL:       "https://values.snap.com/privacy/transparency",
	Columns:   []string{"period", "section", "category", "sub_category_1", "sub_category_2", "metric", "value"},
	Blocks:    snapBlocks(),
	Read:      readSnap,
}

// The tables of Snap: its sections. What a section states by region stands in
// a table of its own, since regions are made of countries.
const (
	snapEnforcements  = "enforcements"
	snapReported      = "violations reported"
	snapProactive     = "violations found proactively"
	snapViolations    = "account and content violations"
	snapChildAbuse    = "child sexual exploitation and abuse"
	snapTerrorism     = "terrorism"
	snapFalse         = "false information"
	snapViewRate      = "violative view rate"
	snapAds           = "ads moderation"
	snapRemovals      = "government removal requests"
	snapCopyright     = "copyright notices"
	snapTrademark     = "trademark notices"
	snapUSRequests    = "information requests, United States"
	snapInternational = "information requests, international"
	snapSecurity      = "national security requests, United States"

	snapByRegion = ", by region"
)

// A snapSection is a table, and what all its figures are about.
type snapSection struct {
	table string
	about reports.Split
}

const (
	snapReactive      = "Reactive"
	snapProactively   = "Proactive"
	snapBothDetection = "Reactive and Proactive"
)

var snapSections = map[string]snapSection{
	"overview of our t&s enforcements":                {table: snapEnforcements},
	"community guidelines violations reported":        {snapReported, reports.Split{Detection: snapReactive}},
	"account / content violations":                    {table: snapViolations},
	"child sexual exploitation and abuse":             {snapChildAbuse, reports.Split{Category: "Child Sexual Exploitation and Abuse"}},
	"terrorism":                                       {snapTerrorism, reports.Split{Category: "Terrorism"}},
	"false information":                               {snapFalse, reports.Split{Category: "False Information"}},
	"ads moderation":                                  {table: snapAds},
	"governmental content removal requests":           {table: snapRemovals},
	"governmental content & account removal requests": {table: snapRemovals},
	"copyrighted content takedown notices (dmca)":     {table: snapCopyright},
	"trademark notices":                               {table: snapTrademark},
	"united states criminal legal requests":           {snapUSRequests, reports.Split{Area: "US"}},
	"international government information requests":   {table: snapInternational},
	"united states national security requests":        {snapSecurity, reports.Split{Area: "US"}},
}

// snapSectionOf finds the table of a section. The violative view rate has a
// table of its own wherever it stands.
func snapSectionOf(section, metric string) (snapSection, bool) {
	section = foldHeader(section)
	switch {
	case strings.EqualFold(metric, "violative_view_rate"):
		return snapSection{table: snapViewRate}, true
	case strings.HasPrefix(section, "proactive "):
		return snapSection{snapProactive, reports.Split{Detection: snapProactively}}, true
	}
	s, ok := snapSections[section]
	return s, ok
}

func readSnap(l *Line) {
	section, ok := snapSectionOf(l.Text("section"), l.Text("metric"))
	if !ok {
		l.once("section", "Snap's section %q is not known: its rows were not read", l.Text("section"))
		return
	}
	f := reports.Figure{Table: section.table, Period: l.Half("period"), Split: section.about}
	if !l.snapSplit(&f) {
		l.once("category", "how Snap splits the section %q by %q is not known: its rows were not read", l.Text("section"), l.Text("category"))
		return
	}
	m, ok := snapMetricOf(section.table, l.Text("category"), l.Text("metric"))
	if !ok {
		l.once("metric", "Snap's metric %q is not known in the section %q: its rows were not read", l.Text("metric"), l.Text("section"))
		return
	}
	f.Measure = m.measure
	if m.ground != "" {
		f.Ground, f.Breakdown = m.ground, f.Breakdown|reports.ByGround
	}
	l.addSnap(m, f)
}

// snapSplit reads the three columns of a row that say what its number is
// about, and tells whether it knows how the row is split.
func (l *Line) snapSplit(f *reports.Figure) bool {
	first, second := l.Text("sub_category_1"), l.Text("sub_category_2")
	switch grain := l.Text("category"); strings.ToLower(grain) {
	case "country":
		f.Area, f.Breakdown = l.snapArea(first), f.Breakdown|reports.ByArea
		l.snapPart(f, second)
	case "region":
		f.Table += snapByRegion
		f.Area, f.Breakdown = snapRegion(first), f.Breakdown|reports.ByArea
		l.snapPart(f, second)
	case "global", "":
		l.snapPart(f, first)
		if second != "" {
			f.Subcategory, f.Breakdown = second, f.Breakdown|reports.BySubcategory
		}
	default:
		return first == "" && second == "" && snapKind(f, grain)
	}
	return true
}

// snapKind reads the kind of a legal request, which only some tables state,
// and which has no further parts: elsewhere the word is a split that Snap did
// not make so far, and what it holds would be counted with the others.
func snapKind(f *reports.Figure, kind string) bool {
	switch f.Table {
	case snapUSRequests, snapSecurity:
		f.Ground, f.Breakdown = kind, f.Breakdown|reports.ByGround
		return true
	}
	return f.Table == snapCopyright || f.Table == snapTrademark // there the measure says it
}

// snapPart reads a category. Three of them are none: Reactive, Proactive and
// both together are all categories of what was found in that way.
func (l *Line) snapPart(f *reports.Figure, category string) {
	switch {
	case category == "", totals[strings.ToLower(category)], strings.EqualFold(category, snapBothDetection):
	case strings.EqualFold(category, snapReactive), strings.EqualFold(category, snapProactively):
		if f.Detection == "" { // else all of the section is
			f.Detection, f.Breakdown = category, f.Breakdown|reports.ByDetection
		}
	default:
		f.Category, f.Breakdown = category, f.Breakdown|reports.ByCategory
	}
}

// snapArea returns the code of a country. What Snap calls European Union is no
// total of the EU but what it could place in Europe and in no country.
func (l *Line) snapArea(name string) string {
	if name == "" {
		return reports.NotStated
	}
	if code, ok := assets.Areas().Lookup(name); ok && assets.Areas().IsCountry(code) {
		return code
	}
	return name
}

// snapRegion returns a region, in Snap's words of today.
func snapRegion(name string) string {
	switch {
	case name == "":
		return reports.NotStated
	case strings.EqualFold(name, "RoW"):
		return "Rest of World"
	}
	return name
}

// once notes a problem of a cell that many rows share.
func (l *Line) once(column, format string, args ...any) {
	mark := strings.Join([]string{column, l.Text("section"), l.Text(column)}, "|")
	if !l.Marked(mark) {
		l.Mark(mark)
		l.export.Problem(l.Origin(column), format, args...)
	}
}
