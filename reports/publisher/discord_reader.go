package publisher

import (
	"math"
	"regexp"
	"strings"
	"time"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/sheet"
)

func readDiscord(e *Export) {
	for _, file := range e.Files {
		for _, t := range file.Tables {
			r := discordReader{Export: e, file: file, table: t}
			if !r.findPeriod() {
				return
			}
			for row, err := range t.Rows() {
				if err == nil {
					err = e.ctx.Err()
				}
				if err != nil {
					e.fail(err)
					return
				}
				r.row(row)
			}
		}
	}
}

// A discordReader reads the sections of one file.
type discordReader struct {
	*Export
	file   *sheet.File
	table  *sheet.Table
	period reports.Period // of the whole report

	title   string
	section *discordTable // nil before a header
	header  sheet.Row
	columns []*discordColumn // by the header's cells; nil where nothing is known
	apart   bool             // the row before was blank, or a title
	told    bool             // that rows are of no table that is known
	summed  bool             // a total was read, whose parts add to sum
	sum     float64
}

var discordTitle = regexp.MustCompile(`(?i)^discord\s+(.*\S)\s+transparency report`)

// findPeriod finds the report's period: in its title, else in the file's name
// or by the user's word. Where that is a year, the months that the report
// tells of say which part of it. A report of other months is refused.
func (r *discordReader) findPeriod() bool {
	var months []time.Month
	for row, err := range r.table.Rows() {
		if err != nil {
			r.fail(err)
			return false
		}
		if m := discordTitle.FindStringSubmatch(tidy(row.Text(1))); m != nil {
			if p, ok := reports.SpellPeriod(m[1]); ok {
				r.period = p
			}
		}
		if m, ok := reports.SpellMonth(row.Text(1)); ok {
			months = append(months, m)
		}
	}
	if r.period == (reports.Period{}) {
		p, ok := r.FilePeriod(r.file, reports.EveryQuarter, reports.EveryHalf, reports.EveryYear)
		if !ok {
			return false
		}
		r.period = p
	}
	if len(months) == 0 {
		return true
	}
	span := reports.Period{Start: r.month(months[0]).Start, End: r.month(months[len(months)-1]).End}
	if !r.period.Contains(span) || span.Days() <= 0 {
		r.Fail(r.file, "it tells of %s to %s, which are not in %s; give its period with --period, as in --period 2023-Q4",
			months[0], months[len(months)-1], r.period)
		return false
	}
	if r.period == reports.EveryYear.Around(r.period.Start) {
		r.period = span
	}
	return true
}

// month returns a month of the year in which the report begins.
func (r *discordReader) month(m time.Month) reports.Period {
	year, _, _ := r.period.Start.Date()
	return reports.EveryMonth.Around(reports.DayOf(year, m, 1))
}

func (r *discordReader) row(row sheet.Row) {
	apart := r.apart
	r.apart = row.Blank()
	switch {
	case row.Blank():
	case isTitle(row) && (r.section == nil || apart || discordSection.MatchString(row.Text(1))):
		r.title, r.section, r.apart = tidy(row.Text(1)), nil, true
		r.told = discordTitle.MatchString(r.title)
	case isHeader(row) && r.begin(row):
	case r.section != nil && !(apart && isHeader(row)):
		r.line(row)
	default:
		r.section = nil
		if !r.told {
			r.told = true
			r.Problem(r.place(row, 0), "no format reads the table that begins here")
		}
	}
}

// discordSection finds the word by which the title of a section is told from a
// row without numbers, where no blank row stands before it.
var discordSection = regexp.MustCompile(`(?i)warn|disabled|ncmec|removed|appeals|reports|legal|requests`)

// isHeader tells whether a row has names of columns and no numbers.
func isHeader(row sheet.Row) bool {
	names := 0
	for i, c := range row.Cells {
		if strings.TrimSpace(c.Text) == "" {
			if i == 0 {
				return false
			}
			continue
		}
		if _, number := spellText(c.Text); number {
			return false
		}
		names++
	}
	return names > 1
}

// begin begins a section, if its header is known.
func (r *discordReader) begin(row sheet.Row) bool {
	section := discordTableOf(r.title, row)
	if section == nil {
		return false
	}
	r.section, r.header, r.told, r.summed, r.sum = section, row, false, false, 0
	r.columns = make([]*discordColumn, len(row.Cells))
	for i, c := range row.Cells {
		if i == 0 || strings.TrimSpace(c.Text) == "" {
			continue
		}
		for j := range section.columns {
			if section.columns[j].name == foldMarked(c.Text) {
				r.columns[i] = &section.columns[j]
			}
		}
		if r.columns[i] == nil {
			r.Problem(r.place(row, i), "%s does not know the column %q: it was not read", r.format, tidy(c.Text))
		}
	}
	return true
}

// line reads a row of a section: a part, or the total.
func (r *discordReader) line(row sheet.Row) {
	f := reports.Figure{Table: r.section.table, Period: r.period, Split: r.section.about}
	if r.section.table == discordUS && !strings.Contains(r.title, "US") && !strings.Contains(r.title, "United States") {
		f.Note = r.title // Legal, until others have a section
	}
	label := tidy(row.Text(1))
	switch {
	case r.isTotal(label):
		r.total(f, row)
		return
	case r.section.part == 0:
		month, ok := reports.SpellMonth(label)
		if !ok {
			r.Problem(r.place(row, 0), "%q is not a month", label)
			return
		}
		f.Period = r.month(month)
	case r.section.part == reports.ByCategory:
		f.Category = label
	case r.section.part == reports.ByGround:
		f.Ground = label
	default:
		f.Area = label
		if code, ok := assets.Areas().Lookup(label); ok {
			f.Area = code
		}
	}
	f.Breakdown = r.section.part
	for i := range row.Cells {
		r.cell(f, row, i, r.column(i))
	}
}

// isTotal tells whether a row is the total of its section: by its label, an
// empty one, or the name of all that the section has.
func (r *discordReader) isTotal(label string) bool {
	return label == "" || totals[strings.ToLower(label)] ||
		r.section.table == discordPreservation && strings.EqualFold(label, "Preservation Requests")
}

// total reads a row of totals. In the third quarter of 2022 two such rows
// follow each other: one of the columns, and one of both together that stands
// in the first column.
func (r *discordReader) total(f reports.Figure, row sheet.Row) {
	numbers, sum, last := 0, 0.0, 0
	for i, c := range row.Cells {
		n, ok := spell(c)
		if column := r.column(i); ok && column != nil && !math.IsNaN(n.Value) {
			numbers, last = numbers+1, i
			if column.part != (reports.Split{}) {
				sum += n.Value
			}
		}
	}
	if r.summed && numbers == 1 && r.column(last).part != (reports.Split{}) {
		if sum != r.sum {
			r.Problem(r.place(row, last), "%q is neither a column's total nor that of all, %v", tidy(row.Cells[last].Text), r.sum)
			return
		}
		r.cell(f, row, last, &discordColumn{measure: r.column(last).measure})
		return
	}
	r.summed, r.sum = true, sum
	for i := range row.Cells {
		r.cell(f, row, i, r.column(i))
	}
}

func (r *discordReader) column(i int) *discordColumn {
	if i >= len(r.columns) {
		return nil
	}
	return r.columns[i]
}

// cell adds what a cell states of a row.
func (r *discordReader) cell(f reports.Figure, row sheet.Row, i int, column *discordColumn) {
	text := tidy(row.Cells[i].Text)
	if i == 0 || text == "" || column == nil {
		return
	}
	n, ok := spell(row.Cells[i])
	share := reports.MeasureOf(column.measure).Unit == "%"
	if !ok || share && !n.Percent && !math.IsNaN(n.Value) {
		r.Problem(r.place(row, i), "%q is not a %s", text, map[bool]string{false: "number", true: "percentage"}[share])
		return
	}
	if share && !math.IsNaN(n.Value) {
		n.Value, n.Low, n.High, n.HasRange = inPercent(n.Value/100, 4)
	}
	f.Measure, f.Value, f.Low, f.High, f.HasRange, f.Status = column.measure, n.Value, n.Low, n.High, n.HasRange, n.Status
	if column.part.Category != "" {
		f.Category = column.part.Category
	}
	f.Detection = column.part.Detection
	f.Breakdown |= column.part.Stated()
	f.Note = strings.Join(strings.Fields(f.Note+" "+r.mark(i)+" "+n.Mark), " ")
	f.Origin = r.place(row, i)
	r.Add(f)
}

// mark returns what of a column's name must be known of its figures: a mark
// behind it, and an older name.
func (r *discordReader) mark(i int) string {
	name := tidy(r.header.Text(i + 1))
	if strings.EqualFold(name, "Escalations") {
		return name
	}
	return name[len(strings.TrimRight(name, "*†")):]
}

func (r *discordReader) place(row sheet.Row, i int) reports.Origin {
	return reports.Origin{File: r.file.Path, Sheet: r.table.Name, Row: row.Number, Column: i + 1, Text: row.Text(i + 1)}
}
