package export

import (
	"fmt"
	"math"
	"regexp"
	"strconv"

	"github.com/xuri/excelize/v2"

	"vitrine/reports"
)

// writeGrid writes a page's table: its header, its rows one by one, and what
// makes it a table for spreadsheet programs.
func (b *binder) writeGrid(w *excelize.StreamWriter, p page) error {
	g := p.grid
	header, height := make([]any, len(g.columns)), 0.0
	for i, c := range g.columns {
		header[i] = excelize.Cell{StyleID: b.headerStyle(c.kind), Value: c.header}
		height = max(height, b.height(c.header, c.width*0.85)+6)
	}
	first := p.headerRow()
	if err := w.SetRow("A"+strconv.Itoa(first), header, excelize.RowOpts{Height: height}); err != nil {
		return err
	}
	row, err := first, error(nil)
	sum := reports.NewCellSum()
	for values, failed := range g.rows {
		if failed != nil {
			return failed
		}
		row++
		for i, v := range values {
			if number, ok := cellNumber(v); ok {
				sum.Add(row, i+1, number)
			}
		}
		if err = b.writeRow(w, p, row, values); err != nil {
			return err
		}
	}
	if p.hasNumbers() && b.sums != nil {
		b.sums.list = append(b.sums.list, sum.Sheet(p.name))
	}
	if row == first {
		return nil // a table needs a row
	}
	b.tables++
	if !g.filter {
		b.patches = append(b.patches, withoutFilter(b.tables))
	}
	return w.AddTable(&excelize.Table{
		Range: fmt.Sprintf("A%d:%s%d", first, reports.ColumnName(len(g.columns)), row),
		Name:  g.name, StyleName: g.style, ShowRowStripes: ptr(g.style != ""),
	})
}

func (b *binder) headerStyle(k kind) int {
	switch k {
	case numberColumn:
		return b.styles.headerRight
	case statusColumn:
		return b.styles.headerStatus
	}
	return b.styles.header
}

func (b *binder) writeRow(w *excelize.StreamWriter, p page, row int, values []any) error {
	name := "A" + strconv.Itoa(row)
	height := 0.0
	for i, v := range values {
		c := p.grid.columns[i]
		if l, ok := v.(link); ok {
			if err := b.linkTo(p.name, reports.ColumnName(i+1)+strconv.Itoa(row), l.to); err != nil {
				return err
			}
		}
		if text, ok := v.(string); ok && c.kind == wrapColumn {
			height = max(height, b.height(text, c.width))
		}
		if v != nil {
			values[i] = b.cell(v, c.kind)
		}
	}
	if height > 0 {
		return w.SetRow(name, values, excelize.RowOpts{Height: height})
	}
	return w.SetRow(name, values)
}

// cell gives a value the style of its kind. Text is written as text, so that
// no program takes it for a formula.
func (b *binder) cell(v any, k kind) excelize.Cell {
	switch v := v.(type) {
	case link:
		return excelize.Cell{StyleID: b.styles.linkCell, Value: v.text}
	case formula:
		cell := b.cell(v.value, k)
		cell.Formula = v.text
		return cell
	case reports.Day:
		return excelize.Cell{StyleID: b.styles.day, Value: int(v) + serialOf1970}
	case int:
		return excelize.Cell{StyleID: b.styles.whole, Value: v}
	case float64:
		if v == math.Trunc(v) {
			return excelize.Cell{StyleID: b.styles.whole, Value: v}
		}
		return excelize.Cell{StyleID: b.styles.decimal, Value: v}
	}
	switch k {
	case numberColumn, dayColumn:
		return excelize.Cell{StyleID: b.styles.sign, Value: v}
	case wrapColumn:
		return excelize.Cell{StyleID: b.styles.wrapped, Value: v}
	case statusColumn:
		return excelize.Cell{StyleID: b.styles.status, Value: v}
	}
	return excelize.Cell{StyleID: b.styles.text, Value: v}
}

// serialOf1970 is the number that spreadsheets give 1970-01-01.
const serialOf1970 = 25569

// withoutFilter takes the buttons off a table's header.
func withoutFilter(table int) patch {
	return patch{
		part: regexp.MustCompile(fmt.Sprintf(`^xl/tables/table%d\.xml$`, table)),
		from: regexp.MustCompile(`<autoFilter [^>]*></autoFilter>`),
	}
}
