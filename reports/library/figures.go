package library

import (
	"context"
	"fmt"
	"math"
	"strconv"
	"strings"

	"vitrine/reports"
)

// Figures lists the figures of one block, with their origins, in the order
// of period and split.
func (l *Library) Figures(ctx context.Context, r reports.Request) ([]reports.Figure, error) {
	named, span := where(r), within(r.Span)
	args := []any{r.Publisher, r.Table, string(r.Measure), int32(r.Breakdown)}
	return figures(ctx, l.db, phrase{
		sql: "JOIN (" + l.holdings() + ") c ON f.holding = c.id" + words +
			"WHERE b.publisher = ? AND b.table_name = ? AND b.measure = ? AND b.breakdown = ? AND " + named.sql + " AND " + span.sql,
		args: append(append(args, named.args...), span.args...),
	})
}

// At lists the figures that stand at an address as Origin.String writes it:
// "2f1c09aa:Chart!B12". Those of replaced vintages count too.
func (l *Library) At(ctx context.Context, address string) ([]reports.Figure, error) {
	id, sheet, cell, err := parseAddress(address)
	if err != nil {
		return nil, err
	}
	s, err := find(ctx, l.db, id)
	if err != nil {
		return nil, err
	}
	list, err := figures(ctx, l.db, phrase{
		sql: `JOIN (SELECT h.id AS id, h.block AS block, h.extent AS extent, s.id AS source_id
			FROM holdings h JOIN sources s ON h.source = s.number WHERE s.number = ?) c ON f.holding = c.id` + words + `
			WHERE f.sheet = ? AND ((f.at_row = ? AND f.at_column = ?) OR f.more LIKE ?)`,
		args: []any{s.number, sheet, cell.Row, cell.Column, fmt.Sprintf(`%%"Row":%d,"Column":%d,%%`, cell.Row, cell.Column)},
	})
	if err == nil && len(list) == 0 {
		err = fmt.Errorf("%s has no figure at %s!%s", s.Name, sheet, cell.Address())
	}
	return list, err
}

// parseAddress takes "2f1c09aa:Chart!B12" apart.
func parseAddress(address string) (id, sheet string, cell reports.Cell, err error) {
	bad := fmt.Errorf("%q is not the address of a figure, such as 2f1c09aa:Sheet1!B12", address)
	id, rest, found := strings.Cut(strings.TrimSpace(address), ":")
	mark := strings.LastIndex(rest, "!")
	if !found || id == "" || mark < 0 {
		return "", "", cell, bad
	}
	sheet, place := rest[:mark], rest[mark+1:]
	digits := strings.TrimLeft(place, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz?")
	if cell.Row, err = strconv.Atoi(digits); err != nil || len(digits) == len(place) {
		return "", "", cell, bad
	}
	for _, letter := range strings.ToUpper(strings.TrimPrefix(place[:len(place)-len(digits)], "?")) {
		if cell.Column = cell.Column*26 + int(letter-'A') + 1; cell.Column > math.MaxInt16 {
			return "", "", cell, bad
		}
	}
	return strings.ToLower(id), sheet, cell, nil
}

// words joins a figure's block, extent and split.
const words = " JOIN blocks b ON c.block = b.id JOIN extents e ON c.extent = e.id JOIN splits s ON f.split = s.id "

// figures reads figures f of holdings c, as a phrase after FROM chooses them.
func figures(ctx context.Context, q querier, chosen phrase) ([]reports.Figure, error) {
	var list []reports.Figure
	dims := columns("s", reports.AllDims())
	err := each(ctx, q, `
		SELECT b.publisher, b.table_name, b.measure, b.breakdown, e.name, c.source_id, f.starts, f.ends, f.value, f.low, f.high,
			f.status, f.note, f.file, f.sheet, f.at_row, f.at_column, f.said, f.more`+dims+`
		FROM figures f `+chosen.sql+`
		ORDER BY f.starts, f.ends DESC`+dims+`, f.id`, chosen.args,
		func(scan func(...any) error) error {
			f, err := scanFigure(scan)
			list = append(list, f)
			return err
		})
	return list, err
}

func scanFigure(scan func(...any) error) (f reports.Figure, err error) {
	var value, low, high *float64
	var more, extent string
	o, s := &f.Origin, &f.Split
	err = scan(&f.Publisher, &f.Table, &f.Measure, &f.Breakdown, &extent, &o.Source, &f.Period.Start, &f.Period.End, &value, &low, &high,
		&f.Status, &f.Note, &o.File, &o.Sheet, &o.Row, &o.Column, &o.Text, &more,
		&s.Service, &s.Area, &s.Category, &s.Subcategory, &s.Trigger, &s.Detection, &s.Decision, &s.Ground, &s.Action, &s.Facet)
	if err != nil {
		return f, err
	}
	f.Value, f.HasRange = math.NaN(), low != nil
	if value != nil {
		f.Value = *value
	}
	if f.HasRange {
		f.Low, f.High = *low, math.Inf(1)
		if high != nil {
			f.High = *high
		}
	}
	f.Extent = ownExtent(extent, f.Publisher, f.Table, f.Period)
	o.More, err = decodeCells(more)
	return f, err
}
