package publisher

import (
	"cmp"
	"slices"
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// A dsaReader reads the parts of reports.
type dsaReader struct {
	*Export
	sheets  []*dsaSheet
	dotted  bool // some number has dots between thousands
	filled  bool // some cell is not as the template has it
	spelled map[string]dsaSpelled
}

// A dsaSpelled is what a text says as a period: a report repeats one in every
// row.
type dsaSpelled struct {
	period reports.Period
	ok     bool
}

// read puts the parts together and reads their figures. What another file of
// the same source corrects, or follows, is a source of its own, older than the
// rest.
func (r *dsaReader) read() {
	for _, s := range r.sheets {
		r.look(s)
	}
	r.gather()
	if !r.filled {
		r.empty()
		return
	}
	for _, file := range append(r.corrected(), r.outdated()...) {
		older := dsaReader{sheets: slices.Clone(r.sheets), dotted: r.dotted, spelled: r.spelled}
		older.sheets = slices.DeleteFunc(older.sheets, func(s *dsaSheet) bool { return s.file != file })
		r.sheets = slices.DeleteFunc(r.sheets, func(s *dsaSheet) bool { return s.file == file })
		r.Earlier(file, func(e *Export) {
			older.Export = e
			alone := *file
			alone.Path = e.Name
			for _, s := range older.sheets {
				s.file = &alone
			}
			older.state()
		})
	}
	r.state()
}

// state reads the figures and notes of all parts.
func (r *dsaReader) state() {
	for _, s := range r.sheets {
		figures, notes := len(r.reading.Figures), len(r.reading.Notes)
		r.readPart(s)
		for _, before := range s.amends {
			r.amend(before, r.reading.Figures[figures:], r.reading.Notes[notes:])
		}
		if r.failure != nil {
			return
		}
	}
	r.settle()
}

func (r *dsaReader) readPart(s *dsaSheet) {
	switch {
	case s.isNotes():
		r.notes(s)
	case !r.named(s):
	case s.part <= 6:
		r.coded(s)
	default:
		r.listed(s)
	}
}

// empty says that no part states a value: a report's, or the template's own.
func (r *dsaReader) empty() {
	r.reading.Publisher = r.format.Publisher
	for _, s := range r.sheets {
		if s.part > 2 && s.named != "" {
			r.reading.Publisher = s.named
			r.Problem(reports.Origin{File: r.Name}, "a part of %s's transparency report that states no values", s.named)
			return
		}
	}
	r.Problem(reports.Origin{File: r.Name}, "an empty template of the EU's transparency report: it states no values yet")
}

// look finds out what a part says of its service, and how it writes numbers.
func (r *dsaReader) look(s *dsaSheet) {
	services := map[string]int{}
	for _, row := range s.rows {
		if name := strings.TrimSpace(row.Text(s.service)); s.service > 0 && name != "" && row.Text(s.key) != "" {
			services[name]++
		}
		for column := s.key + 1; column <= len(row.Cells); column++ {
			text := row.Text(column)
			if text == "" || s.part == 2 && column != s.key+1 {
				continue
			}
			r.dotted = r.dotted || strings.Count(text, ".") > 1 && dsaDotted.MatchString(strings.TrimSpace(text))
			s.filled = s.filled || !s.isTemplate(column, text)
		}
	}
	r.filled = r.filled || s.filled
	for name, n := range services {
		if best := services[s.named]; n > best || n == best && name < s.named {
			s.named = name
		}
	}
}

// isTemplate tells whether a cell right of the codes or indicators is as the
// template has it.
func (s *dsaSheet) isTemplate(column int, text string) bool {
	if isDSABlank(text) {
		return true
	}
	scope := column == s.key+1 && s.part >= 7 && s.part <= 10 || column == s.key+2 && s.part == 3
	return scope
}

// String names a part for messages.
func (s *dsaSheet) String() string {
	name := s.file.Path[strings.LastIndexByte(s.file.Path, '/')+1:]
	if s.table.Name != "" {
		return name + " › " + s.table.Name
	}
	return name
}

// span returns the first period that a part says itself, else its report's.
func (r *dsaReader) span(s *dsaSheet) reports.Period {
	for _, row := range s.rows {
		if p, ok := r.stated(row.Cell(s.period)); ok {
			return p
		}
	}
	return s.report.span()
}

// named finds the service of a part. Without one nothing is loaded.
func (r *dsaReader) named(s *dsaSheet) bool {
	s.named = cmp.Or(s.named, s.report.service, s.report.provider)
	switch {
	case s.named == "" && s.part == 2:
		r.Fail(s.file, "it does not say whose report it is of: open it from a folder, or a zip, with another part of the report")
	case s.named == "":
		r.Fail(s.file, "the report does not say in its column Service which service it is about: write it there")
	}
	return s.named != ""
}

// settle says whose report the source is, and when it was published. A later
// version counts as a day newer.
func (r *dsaReader) settle() {
	switch {
	case len(r.reading.Figures) > 0:
		r.reading.Publisher = r.reading.Figures[0].Publisher
	case len(r.reading.Notes) > 0:
		r.reading.Publisher = r.reading.Notes[0].Publisher
	default:
		r.reading.Publisher = cmp.Or(r.sheets[0].report.service, r.sheets[0].report.provider, r.format.Publisher)
	}
	for _, s := range r.sheets {
		if day := s.report.day(r.span(s)); day > 0 {
			r.Published(day + reports.Day(s.version-1))
		}
	}
}

// stated returns the period that a cell states, if it does.
func (r *dsaReader) stated(c sheet.Cell) (reports.Period, bool) {
	known, ok := r.spelled[c.Text]
	if !ok {
		known.period, known.ok = dsaPeriod(c)
		r.spelled[c.Text] = known
	}
	return known.period, known.ok
}

// dsaPeriod reads the cell of a reporting period.
func dsaPeriod(c sheet.Cell) (reports.Period, bool) {
	if isDSABlank(c.Text) {
		return reports.Period{}, false
	}
	if p, ok := reports.SpellPeriodIn(c.Text, reports.DayFirst); ok {
		return p, p.Days() > 1
	}
	first, last, ok := strings.Cut(c.Text, "/")
	if a, b := dsaSerial(first), dsaSerial(last); ok && a > 0 && b >= a {
		return reports.Period{Start: a, End: b + 1}, true
	}
	return reports.Period{}, false
}

// dsaSerial reads a day as the number under which workbooks hold it.
func dsaSerial(text string) reports.Day {
	text = strings.TrimSpace(text)
	if len(text) != 5 || number(text) == 0 {
		return 0
	}
	day, _ := dayOf(sheet.Cell{Kind: sheet.Number, Number: float64(number(text))})
	return day
}

// period returns the period of a row: its own, else the report's, else that in
// the name of the file.
func (r *dsaReader) period(s *dsaSheet, row sheet.Row) (reports.Period, bool) {
	if p, ok := r.stated(row.Cell(s.period)); ok {
		return p, true
	}
	if p := s.report.span(); p.Days() > 0 {
		return p, true
	}
	return r.FilePeriod(s.file, reports.EveryHalf, reports.EveryYear)
}

// dsaExtent says what a source states as a whole: a surface of a service, for
// a period; the part is the table.
func dsaExtent(f reports.Figure) string {
	extent := f.Period.String() + " | " + f.Service
	for pair := range strings.SplitSeq(f.Facet, "; ") {
		if surface, found := strings.CutPrefix(pair, dsaSurfaceFacet); found {
			extent += " | " + surface
		}
	}
	return extent
}

const dsaSurfaceFacet = "surface: "
