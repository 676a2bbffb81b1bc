package publisher

import (
	"regexp"
	"slices"
	"strings"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/sheet"
	"vitrine/reports/statements/wording"
)

// maxSummed is how many cells of a number that is added up are kept.
const maxSummed = 100

// A file that is one of several parts, by itself or in an archive.
var (
	dsaPart      = regexp.MustCompile(`^part-\d{5}`)
	dsaInnerPart = regexp.MustCompile(`/part-\d{5}`)
)

// A dsaSum is what the rows of one day and split count together.
type dsaSum struct {
	figure reports.Figure
	rows   int
}

type dsaSumKey struct {
	table int
	day   reports.Day
	split reports.Split
}

// A dsaAggregateReader adds up the rows of files that belong together.
type dsaAggregateReader struct {
	*Export
	dsaAggregate
	cut      bool
	declared [2][]reports.Block // by whether they are of what was cut
	sums     map[dsaSumKey]*dsaSum
	order    []*dsaSum
	flags    map[*header]dsaFlags
	areas    map[string]string // by scope
}

// read reads the files: those of one aggregate are added up, each other one
// stands alone.
func (a dsaAggregate) read(e *Export) {
	if a.wide && !a.entire(e) {
		return
	}
	groups := map[string][]*sheet.File{}
	var names []string
	for _, f := range e.Files {
		name := a.whole(f.Path)
		if groups[name] == nil {
			names = append(names, name)
		}
		groups[name] = append(groups[name], f)
	}
	for _, name := range names {
		r := dsaAggregateReader{declared: [2][]reports.Block{a.blocks(false), a.blocks(true)}, Export: e, dsaAggregate: a, sums: map[dsaSumKey]*dsaSum{}, flags: map[*header]dsaFlags{}, areas: map[string]string{}}
		for _, f := range groups[name] {
			for _, t := range f.Tables {
				r.table(f, t)
			}
		}
		r.settle()
	}
}

// entire tells whether no part of an aggregate is missing as far as can be
// seen: a part alone, or beside one that cannot be read, states no total.
func (a dsaAggregate) entire(e *Export) bool {
	for _, f := range e.Book.Files {
		switch {
		case dsaPart.MatchString(f.Path):
			e.Fail(f, "it is one of the parts of an aggregate, and a part alone states no total; open the zip with all of them")
		case !dsaInnerPart.MatchString(f.Path) || f.Kind == sheet.Other || slices.Contains(e.Files, f):
			continue
		default:
			e.Fail(f, "this part of an aggregate cannot be read, and the others state no total; download the zip again")
		}
		return false
	}
	return true
}

// whole names what a file is a part of: dsa-tdb writes a folder for each month,
// with numbered parts in it.
func (a dsaAggregate) whole(path string) string {
	if !a.wide {
		return path
	}
	if before, _, found := strings.Cut(path, "/created_at_month="); found {
		return before
	}
	if before, _, found := strings.Cut(path, "/part-"); found {
		return before
	}
	return path
}

// table adds up the rows of a table.
func (r *dsaAggregateReader) table(file *sheet.File, t *sheet.Table) {
	h, ok := r.format.findHeader(t)
	if !ok {
		return
	}
	rows := 0
	if r.most > 0 {
		rows = r.lines(file, t, h, func(*Line) {})
	}
	if r.cut = rows > 0 && rows == r.most; r.cut {
		r.Problem(reports.Origin{File: file.Path}, "it has %d rows, the most that the site gives: what is beyond them is missing, so nothing is added up; load the day's dump instead", rows)
	}
	r.flags[h] = readDSAFlags(h)
	if r.lines(file, t, h, r.line) > 0 {
		r.unread(file, t, h)
	}
}

// line adds a row to what it counts for.
func (r *dsaAggregateReader) line(l *Line) {
	n, known := spell(l.Cell(r.count))
	if !known || !(n.Value >= 0) || n.HasRange || n.Value != float64(int64(n.Value)) {
		l.Fail(r.count, "%q is not a number of statements", l.Text(r.count))
	}
	day := r.dayOf(l)
	common := reports.Split{Service: wording.Service(l.code("platform_name")), Category: wording.Of(l.code("category"))}
	decision := r.decision(l, common)
	types := r.values(l, "content_type_single", r.flags[l.header].types)
	if l.Failed() {
		return
	}
	r.add(l, dsaDecisions, day, decision, n.Value)
	each := func(table int, codes []string, with func(*reports.Split, string)) {
		if len(codes) == 0 {
			codes = []string{""}
		}
		for _, code := range codes {
			split := common
			with(&split, code)
			r.add(l, table, day, split, n.Value)
		}
	}
	each(dsaContentTypes, types, func(s *reports.Split, code string) { s.Facet = wording.ContentType(code) })
	if r.scoped {
		each(dsaKeywords, r.values(l, "", r.flags[l.header].keywords), func(s *reports.Split, code string) { s.Subcategory = wording.Of(code) })
		each(dsaLanguages, []string{l.code("content_language")}, func(s *reports.Split, code string) { s.Facet = wording.Language(code) })
	}
}

// decision returns what a row says of the decisions.
func (r *dsaAggregateReader) decision(l *Line, s reports.Split) reports.Split {
	actions := r.values(l, "decision_visibility_single", r.flags[l.header].visibility)
	for _, column := range []string{"decision_monetary", "decision_provision", "decision_account"} {
		if code := l.code(column); code != "" {
			actions = append(actions, code)
		}
	}
	s.Action = wording.Action(actions)
	s.Trigger, s.Decision, s.Ground = wording.Of(l.code("source_type")), wording.Of(l.code("automated_decision")), wording.Of(l.code("decision_ground"))
	s.Detection = reports.NotStated
	if text := l.code("automated_detection"); text != "" {
		s.Detection = wording.Of("No")
		if l.yes(l.header.find("automated_detection")) {
			s.Detection = wording.Of("Yes")
		}
	}
	if r.scoped {
		s.Area = r.area(l.code("territorial_scope"))
	}
	return s
}

// area returns the area that a scope is: a label, or codes with _ between.
func (r *dsaAggregateReader) area(scope string) string {
	if scope == "" {
		return reports.NotStated
	}
	area, known := r.areas[scope]
	if !known {
		if area, known = assets.Areas().LookupCode(scope); !known {
			area = wording.Area(strings.Split(scope, "_"), assets.Areas())
		}
		r.areas[scope] = area
	}
	return area
}

// dayOf reads the day, which may stand with its time of 00:00.
func (r *dsaAggregateReader) dayOf(l *Line) reports.Day {
	text := l.Text(r.day)
	day, err := reports.ParseDay(text[:min(len(text), len("2025-01-08"))])
	if err != nil || len(text) > 10 && text[10] != 'T' && text[10] != ' ' {
		l.Fail(r.day, "%q is not a day", text)
	}
	return day
}

// add counts a row's statements to a figure.
func (r *dsaAggregateReader) add(l *Line, table int, day reports.Day, split reports.Split, n float64) {
	key := dsaSumKey{table, day, split}
	sum := r.sums[key]
	if sum == nil {
		b := r.block(table)
		sum = &dsaSum{figure: reports.Figure{
			Table: b.Table, Measure: dsaStatements, Breakdown: b.Breakdown, Split: split,
			Period: reports.Period{Start: day, End: day + 1}, Origin: l.Origin(r.count),
		}}
		r.sums[key], r.order = sum, append(r.order, sum)
	} else if sum.rows < maxSummed {
		sum.figure.Origin.More = append(sum.figure.Origin.More, cellOf(sum.figure.Origin, l.Origin(r.count)))
	}
	sum.rows++
	sum.figure.Value += n
}

// block returns the block of a table.
func (r *dsaAggregateReader) block(table int) reports.Block {
	blocks := r.declared[0]
	if r.cut {
		blocks = r.declared[1]
	}
	if !r.scoped {
		table /= 2 // only decisions and types of content
	}
	return blocks[table]
}

// cellOf writes a place as one further cell of another.
func cellOf(of, o reports.Origin) reports.Cell {
	c := o.Cell()
	if o.File != of.File || o.Sheet != of.Sheet {
		c.File, c.Sheet = o.File, o.Sheet
	}
	return c
}

// settle gives back what was added up.
func (r *dsaAggregateReader) settle() {
	for _, blocks := range r.declared {
		for _, b := range blocks {
			r.Declare(b)
		}
	}
	for _, sum := range r.order {
		if sum.rows > maxSummed {
			sum.figure.Note = "the first 100 of its rows are listed"
		}
		r.Add(sum.figure)
	}
}
