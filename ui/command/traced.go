package command

import (
	"context"
	"fmt"
	"slices"

	"vitrine/reports"
	"vitrine/reports/export"
	"vitrine/reports/library"
)

// fewStatements is how many statements are listed behind a counted number
// unless all are asked for.
const fewStatements = 100

// A tracer writes what is behind a number as rows: the cell of each figure that it is made
// of, or, where figures were counted from a dump's rows, the statements.
type tracer struct {
	library *library.Library
	beside  *neighbours
	limit   int // of statements; 0: none
}

// rows lists what is behind a number.
func (t *tracer) rows(ctx context.Context, number, basis string, figures []reports.Figure) ([][]string, error) {
	var rows [][]string
	for _, f := range figures {
		if !library.IsCounted(f) {
			rows = append(rows, append(traceRow(number, basis, f), t.beside.cells(ctx, f.Origin)...))
		}
	}
	counted := slices.DeleteFunc(slices.Clone(figures), func(f reports.Figure) bool { return !library.IsCounted(f) })
	if len(counted) == 0 {
		return rows, nil
	}
	err := t.library.Statements(ctx, counted, t.limit, func(s library.Statement) bool {
		rows = append(rows, statementRow(number, basis, counted[0], s))
		return true
	})
	return rows, err
}

// statementRow is the row of a statement: its part stands for the sheet, its
// line for the row, its uuid for the cell's text.
func statementRow(number, basis string, f reports.Figure, s library.Statement) []string {
	return []string{
		number, basis, f.Table, string(f.Measure), f.Period.String(), "", export.Plain(1), f.Status.String(),
		"", s.Source.Name, s.Part, fmt.Sprint(s.Line), "", "", s.UUID, "",
		s.Source.ID, "", "", "", "", "", "",
	}
}
