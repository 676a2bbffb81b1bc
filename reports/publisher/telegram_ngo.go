package publisher

import (
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// organisations reads the page's table of content that was blocked after
// organisations had reported it: a row an organisation, a column a period, the
// total in the last row, in bold or in the table's foot. A mark behind a
// number leads to the explanation below the table.
func (p *safetyPage) organisations() {
	elements := p.file.Page.All(sheet.Tagged("table"))
	explained := ""
	if e := p.file.Page.Find(func(e *sheet.Element) bool { return e.Class("tl_dashboard_table_explanation") }); e != nil {
		explained = strings.TrimLeft(oneLine(e), "* ")
	}
	for i, t := range p.file.Tables {
		r := ngoReader{safetyPage: p, table: t, rows: elements[i].All(sheet.Tagged("tr")), explained: explained}
		for row, err := range t.Rows() {
			if err != nil {
				p.fail(err)
				return
			}
			r.row(row)
		}
	}
}

// An ngoReader reads the rows of one table.
type ngoReader struct {
	*safetyPage
	table     *sheet.Table
	rows      []*sheet.Element
	explained string
	periods   []reports.Period // by column, once the header was read
}

func (r *ngoReader) row(row sheet.Row) {
	if r.periods == nil {
		r.header(row)
		return
	}
	organisation := tidy(row.Text(1))
	if organisation == "" {
		organisation = reports.NotStated
	}
	f := reports.Figure{
		Table: safetyReports, Measure: reports.ContentBlocked,
		Split:     reports.Split{Category: telegramChildAbuse, Trigger: organisation},
		Breakdown: reports.ByTrigger,
	}
	if r.isTotal(row) {
		f.Trigger, f.Breakdown = "", 0
	}
	for i, c := range row.Cells {
		if i > 0 && i < len(r.periods) && r.periods[i].Days() > 0 && tidy(c.Text) != "" {
			r.cell(f, row, i)
		}
	}
}

// header reads the periods that the columns are about.
func (r *ngoReader) header(row sheet.Row) {
	r.periods = make([]reports.Period, len(row.Cells))
	for i, c := range row.Cells {
		if i == 0 {
			continue
		}
		period, ok := reports.SpellPeriod(tidy(c.Text))
		if !ok {
			r.Problem(r.place(row, i), "%q is not a period: the column was not read", tidy(c.Text))
			continue
		}
		r.periods[i] = period
	}
}

// isTotal tells whether a row is the table's total.
func (r *ngoReader) isTotal(row sheet.Row) bool {
	if strings.HasPrefix(strings.ToLower(tidy(row.Text(1))), "total") {
		return true
	}
	tr := r.rows[row.Number-1]
	bold := tr.Find(func(e *sheet.Element) bool { return e.Tag == "strong" || e.Tag == "b" }) != nil
	return row.Number == len(r.rows) && (bold || r.inFoot(tr))
}

func (r *ngoReader) inFoot(tr *sheet.Element) bool {
	return r.file.Page.Find(func(e *sheet.Element) bool {
		return e.Tag == "tfoot" && e.Find(func(in *sheet.Element) bool { return in == tr }) != nil
	}) != nil
}

func (r *ngoReader) cell(f reports.Figure, row sheet.Row, i int) {
	n, ok := reports.SpellNumber(row.Cells[i].Text)
	if !ok {
		r.Problem(r.place(row, i), "%q is not a number", tidy(row.Cells[i].Text))
		return
	}
	f.Period, f.Origin = r.periods[i], r.place(row, i)
	f.Value, f.Low, f.High, f.HasRange, f.Status = n.Value, n.Low, n.High, n.HasRange, n.Status
	if n.Mark != "" {
		f.Note = strings.TrimSpace(n.Mark + " " + r.explained)
	}
	r.Add(f)
}

func (r *ngoReader) place(row sheet.Row, i int) reports.Origin {
	return reports.Origin{File: r.file.Path, Sheet: r.table.Name, Row: row.Number, Column: i + 1, Text: row.Cells[i].Text}
}

// tidy returns a text with single blanks.
func tidy(text string) string { return strings.Join(strings.Fields(text), " ") }
