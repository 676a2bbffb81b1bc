package sheet

import (
	"context"
	"fmt"
	"strconv"
	"strings"
)

// pageTables returns the tables of a page, each named by its caption, else by
// the heading before it.
func pageTables(ctx context.Context, path string, page *Element) []*Table {
	var tables []*Table
	heading := ""
	used := map[string]int{}
	page.walk(func(e *Element) bool {
		if len(e.Tag) == 2 && e.Tag[0] == 'h' && e.Tag[1] >= '1' && e.Tag[1] <= '6' {
			heading = oneLine(e.InnerText())
		}
		if e.Tag == "table" {
			g := grid{ctx: ctx, path: path, table: e}
			g.name = tableName(e, heading, len(tables)+1, used)
			tables = append(tables, NewTable(g.name, g.rows))
		}
		return true
	})
	return tables
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// tableName names a table by what the page says of it; a name that is taken
// gets a number.
func tableName(table *Element, heading string, n int, used map[string]int) string {
	name := heading
	for _, child := range table.Children {
		if text := oneLine(child.InnerText()); child.Tag == "caption" && text != "" {
			name = text
		}
	}
	if name == "" {
		name = "table " + strconv.Itoa(n)
	}
	unique := name
	for used[unique] > 0 {
		used[name]++
		unique = fmt.Sprintf("%s (%d)", name, used[name])
	}
	used[unique] = 1
	return unique
}

// A grid is a table of a page, read as a grid: a cell that spans rows or
// columns stands in each of them, in all but the first as Spanned. Rows come
// in the order of the page, those of a tfoot where it stands.
type grid struct {
	ctx   context.Context
	path  string
	name  string
	table *Element
}

func (g grid) rows(yield func(Row, error) bool) {
	var number, cells int
	var below []reach
	for _, tr := range tableRows(g.table) {
		number++
		row := Row{Number: number}
		row.Cells, below = gridRow(tr, below)
		err := g.ctx.Err()
		if cells += len(row.Cells); cells > MaxCells {
			err = tooMany(g.path, "the table "+quote(g.name)+" has", MaxCells, "cells")
		}
		if err != nil {
			yield(Row{}, err)
			return
		}
		if len(row.Cells) > 0 && !yield(row, nil) {
			return
		}
	}
}

// A reach is a cell that reaches into rows below, at its column.
type reach struct {
	cell Cell
	rows int
}

// tableRows returns the rows of a table, without those of tables within it.
func tableRows(table *Element) []*Element {
	var rows []*Element
	for _, child := range table.Children {
		child.walk(func(e *Element) bool {
			if e.Tag == "tr" {
				rows = append(rows, e)
			}
			return e.Tag != "tr" && e.Tag != "table"
		})
	}
	return rows
}

// gridRow returns the cells of a row, given those that reach into it from
// above, and those that reach below it.
func gridRow(tr *Element, above []reach) (cells []Cell, below []reach) {
	below = above
	fill := func() {
		for len(cells) < len(below) && below[len(cells)].rows > 0 {
			below[len(cells)].rows--
			cells = append(cells, below[len(cells)].cell)
		}
	}
	for _, td := range tr.Children {
		if td.Tag != "td" && td.Tag != "th" {
			continue
		}
		fill()
		cell := textCell(td.InnerText())
		rows, columns := span(td, "rowspan", 65_534), span(td, "colspan", 1000)
		for range columns {
			if len(cells) >= MaxColumns {
				break
			}
			for len(below) <= len(cells) {
				below = append(below, reach{})
			}
			below[len(cells)] = reach{Cell{Text: cell.Text, Kind: Spanned}, rows - 1}
			cells = append(cells, cell)
			cell.Kind = Spanned
		}
	}
	last := len(below) - 1
	for last >= 0 && below[last].rows == 0 {
		last--
	}
	for len(cells) <= last {
		if below[len(cells)].rows == 0 {
			cells = append(cells, Cell{})
		}
		fill()
	}
	return cells, below[:last+1]
}

// span returns how many rows or columns a cell spans: 1 if it says nothing
// sensible; a rowspan of 0 reaches to the end.
func span(cell *Element, attribute string, most int) int {
	text, ok := cell.Attr[attribute]
	if !ok {
		return 1
	}
	n, err := strconv.Atoi(strings.TrimSpace(text))
	switch {
	case err != nil || n < 0:
		return 1
	case n == 0 && attribute == "rowspan" || n > most:
		return most
	}
	return max(n, 1)
}
