package publisher

import (
	"regexp"
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// A safetyReader reads the blocks of a sheet.
type safetyReader struct {
	*Export
	file  *sheet.File
	table *sheet.Table
	short map[string]string // the categories by their abbreviations
	found bool              // a block
}

// A safetyBlock is a block of a sheet: its rows, sorted by what they are.
type safetyBlock struct {
	period  reports.Period
	words   string // the period as the block says it
	titles  sheet.Row
	columns map[int]safetyColumn
	header  sheet.Row
	numbers []sheet.Row
	notes   []reports.Origin // lines below, by their places
}

// read cuts the rows into blocks, and reads these.
func (r *safetyReader) read(rows []sheet.Row) {
	var b *safetyBlock
	for _, row := range rows {
		first := firstText(row)
		period, words := periodIn(row.Text(first))
		columns := microsoftSafetyColumns(row)
		switch {
		case period != reports.Period{} && len(words) == len(strings.TrimSpace(row.Text(first))):
			r.block(b)
			b = &safetyBlock{period: period, words: words, titles: row}
		case b == nil:
		case len(columns) > 1:
			b.columns, b.header = columns, row
		case texts(row) == 1 && len(row.Text(first)) > len("Note:"):
			b.notes = append(b.notes, r.origin(row, first))
		default:
			b.numbers = append(b.numbers, row)
		}
	}
	if r.block(b); !r.found {
		r.Problem(reports.Origin{File: r.file.Path, Sheet: r.table.Name}, "no format reads this table")
	}
}

func (r *safetyReader) origin(row sheet.Row, column int) reports.Origin {
	return reports.Origin{File: r.file.Path, Sheet: r.table.Name, Row: row.Number, Column: column, Text: row.Text(column)}
}

// firstText returns the first column of a row that has a text.
func firstText(row sheet.Row) int {
	for i, c := range row.Cells {
		if strings.TrimSpace(c.Text) != "" {
			return i + 1
		}
	}
	return 0
}

// texts returns how many cells of a row have a text.
func texts(row sheet.Row) (n int) {
	for _, c := range row.Cells {
		if strings.TrimSpace(c.Text) != "" {
			n++
		}
	}
	return n
}

// block reads a block: figures, then what its notes state.
func (r *safetyReader) block(b *safetyBlock) {
	if b == nil {
		return
	}
	if b.columns == nil || len(b.numbers) == 0 {
		r.Problem(r.origin(b.titles, firstText(b.titles)), "the block that begins here has no numbers: it was not read")
		return
	}
	r.found = true
	for i, c := range b.header.Cells {
		if text := strings.TrimSpace(c.Text); text != "" && b.columns[i+1].measure == "" {
			r.Problem(r.origin(b.header, i+1), "%s does not know the column %q: it was not read", r.format, text)
		}
	}
	for _, row := range b.numbers {
		l := &Line{export: r.Export, file: r.file, table: r.table, header: newHeader(safetyNames(row)), row: row}
		for i := range row.Cells {
			if column, known := b.columns[i+1]; known {
				l.addSafety(columnName(i+1), column, r.figure(b, i+1, column))
			}
		}
	}
	r.readNotes(b)
}

// safetyNames names the columns of a row by their letters.
func safetyNames(row sheet.Row) sheet.Row {
	names := sheet.Row{Number: row.Number, Cells: make([]sheet.Cell, len(row.Cells))}
	for i := range names.Cells {
		names.Cells[i].Text = columnName(i + 1)
	}
	return names
}

func columnName(n int) string { return "column " + reports.ColumnName(n) }

// addSafety adds the figure that a column states.
func (l *Line) addSafety(name string, c safetyColumn, f reports.Figure) {
	if c.share {
		l.AddShare(name, shownStep(l.Text(name)), f)
		return
	}
	l.AddFigure(name, f)
}

// figure makes the figure of a column, without its number.
func (r *safetyReader) figure(b *safetyBlock, column int, c safetyColumn) reports.Figure {
	title := ""
	for i := min(column, len(b.titles.Cells)); i > firstText(b.titles) && title == ""; i-- {
		title = strings.TrimSpace(b.titles.Text(i))
	}
	f := reports.Figure{Period: b.period, Measure: c.measure, Breakdown: reports.ByCategory}
	category, service, _ := strings.Cut(title, " - ")
	f.Category = r.category(strings.TrimSpace(category))
	if c.service {
		f.Service, f.Breakdown = strings.TrimSpace(service), f.Breakdown|reports.ByService
		if f.Service == "" {
			f.Service = b.service()
		}
	}
	f.Note = b.note(strings.Contains(b.numbers[0].Text(column), "*"))
	return f
}

// category returns a category's whole name; a title may have only the letters
// that stood behind it in brackets before.
func (r *safetyReader) category(text string) string {
	if text == "" {
		return reports.NotStated
	}
	if open := strings.LastIndexByte(text, '('); open > 0 && strings.HasSuffix(text, ")") {
		r.short[text[open+1:len(text)-1]] = text
	}
	if whole, ok := r.short[text]; ok {
		return whole
	}
	return text
}

// service returns the service of a block whose title names none: its note
// does.
func (b *safetyBlock) service() string {
	for _, n := range b.notes {
		if strings.Contains(strings.ToLower(n.Text), "microsoft hosted consumer") {
			return "Hosted Consumer Services"
		}
	}
	return reports.NotStated
}

// note returns the notes to a block's figures, or the footnotes to those that
// are marked.
func (b *safetyBlock) note(marked bool) string {
	var lines []string
	for _, n := range b.notes {
		text := strings.TrimSpace(n.Text)
		if strings.HasPrefix(text, "*") == marked {
			lines = append(lines, strings.TrimSpace(strings.TrimPrefix(text, "Note:")))
		}
	}
	return strings.Join(lines, " ")
}

func unbroken(text string) string { return strings.Join(strings.Fields(text), " ") }

// cyberTips finds what a note says of reports to the centre for missing and
// exploited children.
var cyberTips = regexp.MustCompile(`NCMEC CyberTip Reports for this period is ([0-9][0-9,]*)`)

// readNotes reads what a block's notes state. A note of another period than
// the block's is a problem, and its number is not read.
func (r *safetyReader) readNotes(b *safetyBlock) {
	for _, n := range b.notes {
		if p, words := periodIn(n.Text); p != (reports.Period{}) && p != b.period {
			r.Problem(n, "the note says %s, the block above it %s: read as the block says, without the numbers in the note", words, b.words)
			continue
		}
		found := cyberTips.FindStringSubmatch(unbroken(n.Text))
		if found == nil {
			continue
		}
		number, _ := reports.SpellNumber(strings.TrimRight(found[1], ","))
		f := r.figure(b, len(b.titles.Cells), safetyColumn{measure: "reports to authorities"})
		f.Value, f.Origin = number.Value, n
		r.Add(f)
	}
}
