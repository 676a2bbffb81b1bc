package library

import (
	"context"
	"database/sql/driver"
	"math"

	"vitrine/reports"
)

// A single is a figure of a group that has one part: hardly ever are two of
// one period, and there may be a million of them.
type single struct {
	part, source, row, column int32
	period                    reports.Period
	status                    reports.Status
	value, low, high          float64 // NaN where there is none
	file, sheet, said         string
	note, more                string
}

// readSingles reads the figures of groups that have one part each. To group
// them in the database, and then to look up where each stands, would take
// longer than to read them.
func (g *gathering) readSingles(ctx context.Context) error {
	g.sources = map[int32]string{}
	err := each(ctx, g, "SELECT number, id FROM sources", nil, func(scan func(...any) error) error {
		var number int32
		var id string
		err := scan(&number, &id)
		g.sources[number] = id
		return err
	})
	if err != nil {
		return err
	}
	groups, held, span := g.groups(), g.held(), within(g.request.Span)
	g.singles = []single{}
	var before single
	return g.eachValue(ctx, `
		SELECT k.part, c.source, f.at_row, f.at_column, f.starts, f.ends, f.status, f.value, f.low, f.high, f.file, f.sheet, f.said, f.note, f.more
		FROM figures f JOIN (`+held.sql+`) c ON f.holding = c.id JOIN (`+groups.sql+`) k ON f.split = k.id
		WHERE `+span.sql, append(append(held.args, groups.args...), span.args...),
		func(v []driver.Value) error {
			before = single{
				part: whole(v[0]), source: whole(v[1]), row: whole(v[2]), column: whole(v[3]),
				period: reports.Period{Start: reports.Day(whole(v[4])), End: reports.Day(whole(v[5]))}, status: reports.Status(whole(v[6])),
				value: decimal(v[7]), low: decimal(v[8]), high: decimal(v[9]),
				file: again(before.file, v[10]), sheet: again(before.sheet, v[11]), said: again("", v[12]), note: again(before.note, v[13]), more: again("", v[14]),
			}
			g.singles = append(g.singles, before)
			return nil
		})
}

// whole, decimal and again read a value that may be null. Of a text that is
// the one before again, one copy is kept.
func whole(v driver.Value) int32 {
	n, _ := v.(int32)
	return n
}

func decimal(v driver.Value) float64 {
	if n, ok := v.(float64); ok {
		return n
	}
	return math.NaN()
}

func again(before string, v driver.Value) string {
	if s, _ := v.(string); s != before {
		return s
	}
	return before
}

// sortedSingles returns the figures as sums by period and key: those of one
// group and period, which sources state more than once, together.
func (g *gathering) sortedSingles() ([]reports.Sum, error) {
	sums := make([]reports.Sum, 0, len(g.singles))
	last := int32(-1)
	for _, at := range g.inOrder(len(g.singles), func(i int) (reports.Period, int32) { return g.singles[i].period, g.singles[i].part }) {
		s := &g.singles[at]
		if n := len(sums); n == 0 || sums[n-1].Period != s.period || last != s.part {
			sums = append(sums, reports.Sum{Key: g.keys[s.part], Period: s.period, Of: 1})
		}
		f, err := s.figure(g.sources)
		if err != nil {
			return nil, err
		}
		sums[len(sums)-1].Add(f)
		last = s.part
	}
	return sums, nil
}

// figure returns what is added of the figure; sources has the IDs of sources
// by their numbers.
func (s *single) figure(sources map[int32]string) (reports.Figure, error) {
	more, err := decodeCells(s.more)
	f := reports.Figure{
		Value: s.value, HasRange: !math.IsNaN(s.low), Status: s.status, Note: s.note,
		Origin: reports.Origin{Source: sources[s.source], File: s.file, Sheet: s.sheet, Row: int(s.row), Column: int(s.column), Text: s.said, More: more},
	}
	if f.HasRange {
		f.Low, f.High = s.low, s.high
		if math.IsNaN(s.high) {
			f.High = math.Inf(1)
		}
	}
	return f, err
}
