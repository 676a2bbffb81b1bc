package publisher

import (
	"math"
	"strings"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/sheet"
)

// A dsaLine is a row of parts 3 to 6 while it is read.
type dsaLine struct {
	row    sheet.Row
	period reports.Period
	about  reports.Split // its service, area, category and subcategory
	by     reports.Dims  // which of these split
	notes  []string
}

// coded reads a sheet of parts 3 to 6. TOTAL, categories and keywords are
// three splits of the same; a keyword belongs to the category above it.
func (r *dsaReader) coded(s *dsaSheet) {
	at := s.layout()
	s.learnTotal(at)
	s.countOthers(&at)
	category := ""
	for _, row := range s.rows {
		code := s.code(row.Text(s.key))
		switch {
		case code == "":
			if s.states(row, at) {
				r.Problem(s.origin(row, s.key), "%q is not TOTAL, a category or a keyword: its row was not read", strings.TrimSpace(row.Text(s.key)))
			}
			continue
		case strings.HasPrefix(code, "STATEMENT_"):
			category = code
		case code == dsaAll:
			category = ""
		}
		if !s.states(row, at) {
			continue // the requirement does not apply, or the template's row was left in
		}
		line := dsaLine{row: row, about: reports.Split{Service: s.named}}
		if r.codes(s, &line, at, code, category) && r.scoped(s, &line, at) {
			r.figures(s, line, at)
		}
	}
	r.unreadColumns(s, at)
}

// dsaAll is the code of the rows of totals.
const dsaAll = "TOTAL"

// dsaCode returns the code of a row; "" for anything else.
func dsaCode(text string) string {
	code := strings.ToUpper(strings.TrimSpace(text))
	if dsaScopes[dsaFold(text)] == dsaTotal {
		return dsaAll
	}
	if code == dsaAll || strings.HasPrefix(code, "STATEMENT_CATEGORY_") || strings.HasPrefix(code, "KEYWORD_") {
		return code
	}
	return ""
}

// code returns the code of a text in the part; "" for anything else.
func (s *dsaSheet) code(text string) string {
	if s.total != "" && dsaFold(text) == s.total {
		return dsaAll
	}
	return dsaCode(text)
}

// states tells whether a row has any value.
func (s *dsaSheet) states(row sheet.Row, at dsaLayout) bool {
	for _, column := range at.figures {
		if !isDSABlank(row.Text(column)) {
			return true
		}
	}
	return false
}

// countOthers counts, by category and scope, the rows of KEYWORD_OTHER that
// state something.
func (s *dsaSheet) countOthers(at *dsaLayout) {
	at.others = map[string]int{}
	category := ""
	for _, row := range s.rows {
		switch code := s.code(row.Text(s.key)); {
		case strings.HasPrefix(code, "STATEMENT_"):
			category = code
		case code == dsaOther && s.states(row, *at):
			at.others[category+strings.TrimSpace(row.Text(at.scope))]++
		}
	}
}

const dsaOther = "KEYWORD_OTHER"

// codes reads the category and the keyword of a row. Where a category has
// several rows for other things, their descriptions are what they are called.
func (r *dsaReader) codes(s *dsaSheet, line *dsaLine, at dsaLayout, code, category string) bool {
	described := strings.TrimSpace(line.row.Text(at.description))
	if isDSABlank(described) {
		described = ""
	}
	if code == dsaAll {
		line.note(described)
		return true
	}
	if category == "" {
		r.Problem(s.origin(line.row, s.key), "%s stands below no category: its row was not read", code)
		return false
	}
	line.about.Category, line.by = category, reports.ByCategory
	if code == category {
		line.note(described)
		return true
	}
	line.about.Subcategory, line.by = code, line.by|reports.BySubcategory
	if code == dsaOther && described != "" && at.others[category+strings.TrimSpace(line.row.Text(at.scope))] > 1 {
		line.about.Subcategory = strings.Join(strings.Fields(described), " ")
		return true
	}
	line.note(described)
	return true
}

func (line *dsaLine) note(text string) {
	if text != "" {
		line.notes = append(line.notes, text)
	}
}

// scoped reads the period of a row and, in part 3, its area.
func (r *dsaReader) scoped(s *dsaSheet, line *dsaLine, at dsaLayout) bool {
	period, ok := r.period(s, line.row)
	line.period = period
	if !ok || at.scope == 0 {
		return ok
	}
	area, by, ok := r.area(s, line.row, at.scope)
	line.about.Area, line.by = area, line.by|by
	return ok
}

// area reads the scope of a row of part 3 or 10.
func (r *dsaReader) area(s *dsaSheet, row sheet.Row, column int) (area string, by reports.Dims, ok bool) {
	scope := strings.TrimSpace(row.Text(column))
	if isDSAPlaceholder(scope) {
		r.Problem(s.origin(row, column), "%q is the template's own and names no country: the row was not read", scope)
		return "", 0, false
	}
	if s.scope(scope) == dsaTotal {
		return "", 0, true
	}
	if scope == "" {
		return reports.NotStated, reports.ByArea, true
	}
	if strings.EqualFold(scope, "SP") { // Spain, as one report has it
		return "ES", reports.ByArea, true
	}
	if code, known := assets.Areas().LookupCode(scope); known {
		return code, reports.ByArea, true
	}
	if code, known := assets.Areas().Lookup(scope); known {
		return code, reports.ByArea, true
	}
	return scope, reports.ByArea, true
}

// figures adds what the columns of a row state. An empty cell of a row with
// numbers says that its column does not apply (Annex II of the Implementing
// Regulation).
func (r *dsaReader) figures(s *dsaSheet, line dsaLine, at dsaLayout) {
	for i, c := range dsaColumns[s.part] {
		if at.figures[i] == 0 {
			continue
		}
		f := reports.Figure{Measure: c.measure, Period: line.period, Split: line.about}
		f.Trigger, f.Detection, f.Ground, f.Action = c.about.Trigger, c.about.Detection, c.about.Ground, c.about.Action
		f.Breakdown = line.by | dsaSplits[s.part]&c.about.Stated()
		notes := line.notes
		if context := strings.TrimSpace(line.row.Text(at.contexts[i])); !isDSABlank(context) {
			notes = append(notes[:len(notes):len(notes)], context)
		}
		f.Note = strings.Join(notes, "\n")
		r.value(s, line.row, at.figures[i], c.unit, f)
	}
}

// dsaSplits has, by part, what its columns split by; what else they say is the
// same in the whole part.
var dsaSplits = map[int]reports.Dims{
	4: reports.ByTrigger | reports.ByGround,
	5: reports.ByDetection | reports.ByAction,
	6: reports.ByDetection | reports.ByAction,
}

// value adds the number that a cell states to a figure.
func (r *dsaReader) value(s *dsaSheet, row sheet.Row, column int, unit dsaUnit, f reports.Figure) {
	f.Publisher, f.Table, f.Origin = s.named, dsaTables[s.part], s.origin(row, column)
	if s.surface != "" {
		f.Facet = joinFacets(f.Facet, dsaSurfaceFacet+s.surface)
		f.Breakdown |= reports.ByFacet
	}
	if isDSABlank(row.Text(column)) {
		f.Value, f.Status, f.Origin.Text = math.NaN(), reports.NotApplicable, row.Text(column)
		r.Add(f)
		return
	}
	n, why := dsaNumber(row.Cell(column), unit, r.dotted)
	if why != "" {
		r.Problem(f.Origin, "%s", why)
		return
	}
	f.Value, f.Low, f.High, f.HasRange, f.Status = n.Value, n.Low, n.High, n.HasRange, n.Status
	if n.Mark != "" {
		f.Note = strings.TrimSpace(n.Mark + "\n" + f.Note)
	}
	r.Add(f)
}

// joinFacets joins pairs of facets, in the order of their names.
func joinFacets(a, b string) string {
	if a == "" {
		return b
	}
	return min(a, b) + "; " + max(a, b)
}

func (s *dsaSheet) origin(row sheet.Row, column int) reports.Origin {
	return reports.Origin{File: s.file.Path, Sheet: s.table.Name, Row: row.Number, Column: column, Text: row.Text(column)}
}

// unreadColumns notes the columns that nothing is known of and that hold
// something.
func (r *dsaReader) unreadColumns(s *dsaSheet, at dsaLayout) {
	for _, column := range at.unread {
		r.Problem(s.origin(s.header, column), "%s does not know the column %q: it was not read", r.format, strings.TrimSpace(s.header.Text(column)))
	}
	if len(dsaColumns[s.part]) == 0 {
		return
	}
	for i, column := range at.figures {
		if column == 0 {
			r.Problem(s.origin(s.header, s.key), "the column %q is missing", dsaColumns[s.part][i].english)
		}
	}
}
