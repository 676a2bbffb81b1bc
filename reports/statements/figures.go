package statements

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"

	"vitrine/reports"
	"vitrine/reports/statements/wording"
)

// Reading returns what was counted as figures. All are of the dump's day where
// its name states one, else each of the day on which its statements were
// received. A line that was rejected is a problem.
func (d *Dump) Reading(c *Counts, areas *reports.Areas) reports.Reading {
	f := figuring{dump: d, areas: areas, reach: d.reach()}
	r := reports.Reading{Format: FormatName, Publisher: Publisher, Address: d.address(), Problems: d.problems(c)}
	f.add(&r, decisionTable, f.decisions(c))
	f.add(&r, keywordTable, f.details(c.Keywords(), keywordSplit))
	f.add(&r, contentTypeTable, f.details(c.ContentTypes(), contentTypeSplit))
	f.add(&r, languageTable, f.details(c.Languages(), languageSplit))
	r.Blocks, r.Published = declared(r.Figures), d.published(r.Figures)
	return r
}

// published returns the vintage of the dump: the day on which the archive was
// made, else its own day. Of two that state the same the one got later counts.
func (d *Dump) published(figures []reports.Figure) reports.Day {
	day := d.Day
	for _, f := range figures {
		day = max(day, f.Period.Last())
	}
	return max(day, d.Made)
}

// declared returns the blocks that have figures.
func declared(figures []reports.Figure) []reports.Block {
	type name struct {
		table     string
		breakdown reports.Dims
	}
	have := map[name]bool{}
	for _, f := range figures {
		have[name{f.Table, f.Breakdown}] = true
	}
	return slices.DeleteFunc(Blocks(), func(b reports.Block) bool { return !have[name{b.Table, b.Breakdown}] })
}

// A figuring turns counts of a dump into figures.
type figuring struct {
	dump  *Dump
	areas *reports.Areas
	reach reach
	scope map[string]string // areas by their sets
}

// An about tells figures of one table apart.
type about struct {
	day reports.Day
	reports.Split
}

func (c about) compare(o about) int {
	return cmp.Or(cmp.Compare(c.day, o.day), c.Split.Compare(o.Split))
}

// dayOf returns the day to which statements are counted.
func (f *figuring) dayOf(received reports.Day) reports.Day {
	if f.dump.named {
		return f.dump.Day
	}
	return received
}

// decisions adds up the decisions of one split: platforms that were renamed
// are one.
func (f *figuring) decisions(c *Counts) map[about]int64 {
	sums := map[about]int64{}
	for k, n := range c.Decisions() {
		sums[about{f.dayOf(k.Day), f.decisionSplit(k)}] += n
	}
	return sums
}

// decisionSplit returns what a decision's figure is about.
func (f *figuring) decisionSplit(k Key) reports.Split {
	s := reports.Split{
		Service: wording.Service(k.Service), Category: wording.Of(k.Category), Action: wording.Action(SetValues(k.Action)), Trigger: wording.Of(k.Trigger),
		Detection: wording.Of(k.Detection), Decision: wording.Of(k.Decision), Ground: wording.Of(k.Ground),
	}
	if f.dump.Version == Full {
		s.Area = f.area(k.Scope)
	}
	return f.inPart(s)
}

// area returns the area that a scope is.
func (f *figuring) area(scope string) string {
	if area, known := f.scope[scope]; known {
		return area
	}
	area := wording.Area(SetValues(scope), f.areas)
	if f.scope == nil {
		f.scope = map[string]string{}
	}
	f.scope[scope] = area
	return area
}

// inPart adds the part where the dump is only one of its day.
func (f *figuring) inPart(s reports.Split) reports.Split {
	if !f.reach.part {
		return s
	}
	part := "part: " + f.dump.Part
	if s.Facet != "" && s.Facet != reports.NotStated {
		part = s.Facet + "; " + part
	}
	s.Facet = part
	return s
}

func (f *figuring) details(counts iter.Seq2[Detail, int64], split func(service, category, value string) reports.Split) map[about]int64 {
	sums := map[about]int64{}
	for d, n := range counts {
		sums[about{f.dayOf(d.Day), f.inPart(split(d.Service, d.Category, d.Value))}] += n
	}
	return sums
}

func keywordSplit(service, category, value string) reports.Split {
	return reports.Split{Service: wording.Service(service), Category: wording.Of(category), Subcategory: wording.Of(value)}
}

func contentTypeSplit(service, category, value string) reports.Split {
	return reports.Split{Service: wording.Service(service), Category: wording.Of(category), Facet: wording.ContentType(value)}
}

func languageSplit(service, category, value string) reports.Split {
	return reports.Split{Service: wording.Service(service), Category: wording.Of(category), Facet: wording.Language(value)}
}

// add adds the figures of a table, in the order of their splits. Each has a
// place of its own: the table's sheet and its row in this order.
func (f *figuring) add(r *reports.Reading, t table, sums map[about]int64) {
	b := declare(t, f.reach, 0)
	if f.dump.Version == Light {
		b = declare(t, f.reach, t.by&reports.ByArea)
	}
	for i, s := range slices.SortedFunc(maps.Keys(sums), about.compare) {
		r.Figures = append(r.Figures, reports.Figure{
			Publisher: Publisher, Table: b.Table, Measure: Measure, Period: reports.Period{Start: s.day, End: s.day + 1}, Split: s.Split, Breakdown: b.Breakdown,
			Value: float64(sums[s]), Extent: f.extent(t, s),
			Origin: reports.Origin{File: f.dump.Name, Sheet: t.sheet, Row: i + 1, Column: 1},
		})
	}
}

// extent is what a dump states as a whole, which a newer one replaces: its
// day, or its part of it, and of a dump of single platforms only theirs. A full
// and a light dump both state the decisions, with and without their scope; of
// the rest, which they state alike, one replaces the other.
func (f *figuring) extent(t table, c about) string {
	extent := c.day.String()
	if t.by.Has(reports.Area) {
		extent += " | " + string(f.dump.Version)
	}
	if !f.reach.all {
		extent += " | " + c.Service
	}
	if f.reach.part {
		extent += " | " + f.dump.Part
	}
	return extent
}

// address is where the database offers a whole dump.
func (d *Dump) address() string {
	if d.Slug == "" || d.Day == 0 {
		return Site
	}
	return fmt.Sprintf("%s/sor-%s-%s-%s.zip", Site, d.Slug, d.Day, d.Version)
}

// problems says what was not counted as the dump states it.
func (d *Dump) problems(c *Counts) []reports.Problem {
	var list []reports.Problem
	for _, e := range c.Examples {
		list = append(list, reports.Problem{
			Origin: reports.Origin{File: d.Name, Sheet: e.Part, Row: int(e.Line), Text: e.Text},
			What:   "the line cannot be split into its columns: it was not counted",
		})
	}
	say := func(n int64, format string, args ...any) {
		if n > 0 {
			list = append(list, reports.Problem{Origin: reports.Origin{File: d.Name}, What: fmt.Sprintf(format, args...)})
		}
	}
	more := c.Rejected - int64(len(c.Examples))
	say(more, "%d more lines cannot be split: %d of %d lines were not counted", more, c.Rejected, c.Lines)
	if c.Duplicates > 0 {
		say(c.Duplicates, "%d statements stand in it twice, the first of them %s: all were counted", c.Duplicates, c.DuplicateUUIDs[0])
	}
	astray := d.astray(c)
	say(astray, "%d statements were received on another day than the dump's, %s: they are counted with it", astray, d.Day)
	return list
}

// astray counts the statements that state another day than the dump.
func (d *Dump) astray(c *Counts) int64 {
	var n int64
	for k, count := range c.Decisions() {
		if d.named && k.Day != d.Day {
			n += count
		}
	}
	return n
}
