package library

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"iter"
	"math"
	"slices"

	"vitrine/reports"
)

// toldEvery is how many figures are stored between two tellings.
const toldEvery = 5000

// addFigures stores the figures, those of one holding together, so that a
// question about a few passes over the rest.
func (n *loading) addFigures(ctx context.Context) error {
	var first int64
	if err := n.QueryRowContext(ctx, "SELECT coalesce(max(id), 0) + 1 FROM figures").Scan(&first); err != nil {
		return err
	}
	order := make([]int, len(n.held))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return int(n.held[a].id - n.held[b].id) })
	return n.add(ctx, "figures", func(yield func([]driver.Value) bool) {
		for done, i := range order {
			if done%toldEvery == 0 {
				n.tell("storing", done, len(order))
			}
			f := &n.reading.Figures[i]
			if !yield(figureRow(first+int64(done), n.held[i].id, n.splits[f.Split], f)) {
				return
			}
		}
	})
}

func figureRow(id int64, holding, split int32, f *reports.Figure) []driver.Value {
	low, high := rangeOf(f)
	return []driver.Value{
		id, holding, split, int32(f.Period.Start), int32(f.Period.End),
		known(f.Value), low, high, int32(f.Status), f.Note,
		f.Origin.File, f.Origin.Sheet, int32(f.Origin.Row), int32(f.Origin.Column),
		f.Origin.Text, encodeCells(f.Origin.More),
	}
}

// known returns a number, or null where none was published.
func known(v float64) driver.Value {
	if math.IsNaN(v) {
		return nil
	}
	return v
}

// rangeOf returns a figure's range: null where it has none, and a null high
// where it is endless.
func rangeOf(f *reports.Figure) (low, high driver.Value) {
	if !f.HasRange {
		return nil, nil
	}
	if math.IsInf(f.High, 1) {
		return f.Low, nil
	}
	return f.Low, f.High
}

// encodeCells writes the further cells of an origin in the one form that At
// looks for.
func encodeCells(cells []reports.Cell) string {
	if len(cells) == 0 {
		return ""
	}
	whole, err := json.Marshal(cells)
	if err != nil {
		return "" // cells hold numbers and text only
	}
	return string(whole)
}

func decodeCells(s string) ([]reports.Cell, error) {
	if s == "" {
		return nil, nil
	}
	var cells []reports.Cell
	return cells, json.Unmarshal([]byte(s), &cells)
}

// addRest stores what comes with the figures: breaks, problems, what the user
// said, bytes.
func (n *loading) addRest(ctx context.Context) error {
	if err := n.add(ctx, "breaks", n.breakRows()); err != nil {
		return err
	}
	if err := n.add(ctx, "problems", n.problemRows()); err != nil {
		return err
	}
	if err := n.add(ctx, "notes", n.noteRows()); err != nil {
		return err
	}
	if err := n.addGiven(ctx); err != nil {
		return err
	}
	if n.content == nil || len(n.content) > KeptBytes {
		return nil
	}
	return n.add(ctx, "contents", slices.Values([][]driver.Value{{n.number, n.content}}))
}

func (n *loading) breakRows() iter.Seq[[]driver.Value] {
	return func(yield func([]driver.Value) bool) {
		for _, b := range n.reading.Breaks {
			if !yield([]driver.Value{n.number, b.Publisher, string(b.Measure), int32(b.At), b.From, b.To, b.Why}) {
				return
			}
		}
	}
}

func (n *loading) problemRows() iter.Seq[[]driver.Value] {
	return func(yield func([]driver.Value) bool) {
		for i, p := range n.reading.Problems {
			o := p.Origin
			if !yield([]driver.Value{n.number, int32(i), o.File, o.Sheet,
				int32(o.Row), int32(o.Column), o.Text, p.What}) {
				return
			}
		}
	}
}

// addSource writes the source's row, with which its figures are seen.
func (n *loading) addSource(ctx context.Context) error {
	s := &n.receipt.Source
	s.Figures, s.Problems, s.Notes = len(n.reading.Figures), len(n.reading.Problems), len(n.reading.Notes)
	return n.add(ctx, "sources", slices.Values([][]driver.Value{{
		n.number, s.ID, s.Name, s.Path, s.Address, s.Bytes, microseconds(s.Retrieved), int32(s.Published),
		s.Format, s.Publisher, s.Starter, int32(s.Problems),
	}}))
}

// A querier is a transaction or the library's pool of connections.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// each runs a query and hands over its rows.
func each(ctx context.Context, q querier, query string, args []any, row func(scan func(...any) error) error) error {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return cancelled(ctx, err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := row(rows.Scan); err != nil {
			return err
		}
	}
	return cancelled(ctx, rows.Err())
}
