package publisher

import (
	"slices"
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// A dsaSheet is a sheet or a file that is one part of a report.
type dsaSheet struct {
	part   int // 1 to 11
	file   *sheet.File
	table  *sheet.Table
	header sheet.Row
	rows   []sheet.Row // below the header
	key    int         // the column of codes, or of indicators
	// The columns left of key; 0 where there is none.
	service, period int
	surface         string // of the service, as the name says: "Ads"
	version         int    // as the name says; 1 where it says none
	in              string // the workbook, or the folder, with the sisters of the part
	named           string // the service, as the part says it; "" where it does not
	report          *dsaFacts
	filled          bool        // some cell is not as the template has it
	amends          []*dsaSheet // older versions in the same workbook
	// What words of a language mean that dsaIndex and dsaScopes lack.
	labels map[string]dsaLabel
	scopes map[string]string
	total  string // the code of all, folded
}

// firstRows is how many rows of a table tell whether it is a part of a report.
const firstRows = 30

// isDSAPart tells whether a table is a part of a report.
func isDSAPart(t *sheet.Table) bool {
	var rows []sheet.Row
	known := 0
	for row, err := range t.Rows() {
		if err != nil || known > 0 || len(rows) == dsaMostRows || len(rows) >= firstRows && !isDSAShaped(rows[0]) {
			break
		}
		if !row.Blank() {
			rows = append(rows, row)
		}
		if len(rows) == firstRows {
			known, _, _ = dsaPartOf(rows)
		}
	}
	part, _, _ := dsaPartOf(rows)
	return part != 0
}

// dsaMostRows is how many rows of a table are looked at for the shape of a
// part: a value for each language and indicator of part 8 and more.
const dsaMostRows = 2000

// isDSAShaped tells whether a row has as many columns as the header of a part
// that is known by its shape.
func isDSAShaped(row sheet.Row) bool {
	width := dsaWidth(row)
	return slices.ContainsFunc(dsaShapes, func(s dsaShape) bool { return s.columns == width })
}

// dsaPartOf finds out which part rows are, the place of its header among them
// and the column of its codes or indicators. It goes by codes and indicators,
// which the template fills in, else by the shape, and not by names, which
// differ.
func dsaPartOf(rows []sheet.Row) (part, header, key int) {
	first := rows[:min(len(rows), firstRows)]
	for i, row := range first {
		for column := 1; i > 0 && column <= len(row.Cells); column++ {
			text := row.Text(column)
			if label, ok := dsaIndex[dsaFold(text)]; ok && column > 1 && len(rows[i-1].Cells) > column {
				return label.part, i - 1, column
			}
			if !isDSACode(text) {
				continue
			}
			if head := dsaHeadAbove(first[:i], column); head >= 0 {
				return dsaCodedPart(rows[head], column, first), head, column
			}
		}
	}
	if shape, ok := dsaShapeOf(rows); ok {
		return shape.part, 0, shape.key
	}
	return 0, 0, 0
}

// dsaHeadAbove finds the header above the first code; -1 where there is none.
// Between the two may stand the row of totals, in words of another language.
func dsaHeadAbove(above []sheet.Row, column int) int {
	for at := len(above) - 1; at >= max(0, len(above)-2); at-- {
		if column > 1 && isDSAHead(above[at], column) {
			return at
		}
	}
	return -1
}

// isDSACode tells whether a text is one of the first codes of a part.
func isDSACode(text string) bool {
	text = strings.TrimSpace(text)
	return strings.EqualFold(text, "TOTAL") || strings.HasPrefix(text, "STATEMENT_CATEGORY_") || strings.HasPrefix(text, "KEYWORD_")
}

// dsaColumnsAfter has, by part, how many columns of the template stand behind
// its codes.
var dsaColumnsAfter = map[int]int{2: 1, 3: 16, 4: 21, 5: 33, 6: 33}

// isDSAHead tells whether a row can be the header of a part with codes, by its
// words in English or French, or else by how many columns it has.
func isDSAHead(row sheet.Row, key int) bool {
	if _, known := dsaKeys[dsaFold(row.Text(key))]; known {
		return true
	}
	after := dsaWidth(row) - key
	if dsaHasNumber(row, key) {
		return false
	}
	if after == 1 && key == 3 { // part 2
		return strings.TrimSpace(row.Text(key)) != "" && !isDSACode(row.Text(key))
	}
	return (after == 16 || after == 21 || after == 33) && !isDSACode(row.Text(key)) && strings.TrimSpace(row.Text(key)) != "" && !repeats(row)
}

// repeats tells whether one text fills a quarter of a row: those of a header
// differ.
func repeats(row sheet.Row) bool {
	times := map[string]int{}
	for _, c := range row.Cells {
		text := dsaFold(c.Text)
		if times[text]++; text != "" && times[text] > len(row.Cells)/4 {
			return true
		}
	}
	return false
}

// dsaHasNumber tells whether a row has a number behind a column, as headers
// have none.
func dsaHasNumber(row sheet.Row, column int) bool {
	for column++; column <= len(row.Cells); column++ {
		if text := strings.TrimSpace(row.Text(column)); text != "" && strings.Trim(text, "0123456789.,  ") == "" {
			return true
		}
	}
	return false
}

// dsaKeys has what the column of codes is called.
var dsaKeys = map[string]bool{
	dsaFold("Category of illegal content"):                                                true,
	dsaFold("Category of incompatibility with the provider's terms and conditions"):       true,
	dsaFold("Category of illegal content / incompatible with the terms and conditions"):   true,
	dsaFold("Catégorie de contenu illicite"):                                              true,
	dsaFold("Catégorie d’incompatibilité avec les conditions générales du fournisseur"):   true,
	dsaFold("Catégorie de contenu illicite / incompatible avec les conditions générales"): true,
}

// dsaWidth returns the last column of a row that has a text.
func dsaWidth(row sheet.Row) int {
	width := len(row.Cells)
	for width > 0 && strings.TrimSpace(row.Text(width)) == "" {
		width--
	}
	return width
}

// dsaCodedPart tells parts 2 to 6 apart: by a column that one of them has
// alone, else by how many there are.
func dsaCodedPart(header sheet.Row, key int, rows []sheet.Row) int {
	for column := key + 1; column <= len(header.Cells); column++ {
		switch words := dsaFold(header.Text(column)); {
		case words == "":
		case dsaColumnOf(3, words) >= 0:
			return 3
		case dsaColumnOf(4, words) >= 0:
			return 4
		case dsaColumnOf(5, words) >= 0:
			return dsaInitiative(header.Text(key))
		}
	}
	switch dsaWidth(header) - key {
	case 16:
		return 3
	case 21:
		return 4
	case 33:
		return dsaInitiative(header.Text(key))
	}
	return 2
}

// dsaInitiative tells part 5 from part 6 by the words above the codes. Other
// languages than those of dsaKeys are told apart by the sheet's codes.
func dsaInitiative(words string) int {
	fold := dsaFold(words)
	switch {
	case strings.Contains(fold, "incompatib"):
		return 6
	case dsaKeys[fold]:
		return 5
	}
	return dsaEither
}

// dsaEither is part 5 or 6, before all of its codes were seen.
const dsaEither = -1

// find takes a table as a part of a report. Any other is a problem.
func (r *dsaReader) find(f *sheet.File, t *sheet.Table) {
	rows, ok := r.rows(t)
	if !ok || len(rows) == 0 {
		return
	}
	part, header, key := dsaPartOf(rows)
	if part == 0 {
		r.Problem(reports.Origin{File: f.Path, Sheet: t.Name}, "no format reads this table")
		return
	}
	s := &dsaSheet{part: part, file: f, table: t, header: rows[header], rows: rows[header+1:], key: key}
	if part == dsaEither {
		s.part = s.byCodes()
	}
	s.surface, s.version = dsaNamed(f.Path, t.Name)
	if s.part < 4 || s.part > 8 {
		s.surface = ""
	}
	s.in = dsaFolder(f)
	s.leftColumns()
	s.carryDown()
	s.learnCode()
	if shape, ok := dsaShapeOf(rows[header:]); ok && shape.part == s.part && shape.key == s.key {
		s.learn(shape)
	}
	r.sheets = append(r.sheets, s)
}

// carryDown fills in the indicator of rows below the first that leave it out,
// where they state a value: in a workbook these were one cell.
func (s *dsaSheet) carryDown() {
	above := sheet.Cell{}
	for i, row := range s.rows {
		if s.part < 7 || s.part > 10 || s.service == 0 {
			return
		}
		if text := strings.TrimSpace(row.Text(s.key)); text != "" {
			above = row.Cell(s.key)
			continue
		}
		whole := strings.TrimSpace(row.Text(s.service)) == "" && strings.TrimSpace(row.Text(s.key+1)) != "" && strings.TrimSpace(row.Text(s.key+2)) != ""
		if whole && len(row.Cells) >= s.key {
			cells := slices.Clone(row.Cells)
			cells[s.key-1] = above
			s.rows[i].Cells = cells
		}
	}
}

// byCodes tells part 5 from part 6, which alone has the category of other
// violations of the terms.
func (s *dsaSheet) byCodes() int {
	for _, row := range s.rows {
		if strings.TrimSpace(row.Text(s.key)) == "STATEMENT_CATEGORY_OTHER_VIOLATION_TC" {
			return 6
		}
	}
	return 5
}

// dsaFolder returns where the sisters of a part are: in its workbook, or in
// its folder of an archive.
func dsaFolder(f *sheet.File) string {
	if len(f.Tables) > 1 {
		return f.Path
	}
	return f.Path[:strings.LastIndexByte(f.Path, '/')+1]
}

// leftColumns finds the columns of the service and of the period, by their
// names, else where the template has them.
func (s *dsaSheet) leftColumns() {
	if s.part == 2 {
		return
	}
	for column := 1; column < s.key; column++ {
		switch dsaFold(s.header.Text(column)) {
		case "service", "dienst":
			s.service = column
		case "reporting period", "période couverte par le rapport", "berichtszeitraum":
			s.period = column
		}
	}
	if s.service == 0 {
		s.service = 2
	}
	if s.period == 0 && s.part != 1 {
		s.period = 3
	}
	if s.service >= s.key {
		s.service = 0
	}
	if s.period >= s.key {
		s.period = 0
	}
}
