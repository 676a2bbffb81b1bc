package library

import (
	"cmp"
	"context"
	"maps"
	"math"
	"slices"
	"strings"

	"vitrine/reports"
)

// A phrase is a piece of SQL and what stands for its question marks.
type phrase struct {
	sql  string
	args []any
}

// Gather adds up the figures of one block by group and period, in the order
// of period and key.
func (l *Library) Gather(ctx context.Context, r reports.Request) ([]reports.Sum, error) {
	t, err := begin(ctx, l.db)
	if err != nil {
		return nil, cancelled(ctx, err)
	}
	g := gathering{transaction: t, request: r, current: l.holdings(), parts: l.partsTable()}
	err = g.run(ctx)
	if err = cancelled(ctx, t.end(err)); err != nil {
		return nil, err
	}
	return g.sorted()
}

// A gathering answers one request from one state of the library.
type gathering struct {
	*transaction
	request reports.Request
	current string // selects the holdings whose figures count
	parts   string // the table of their parts
	block   int32
	keys    map[int32]reports.Split // of each group, named by its first split's number
	of      map[int32]int           // parts of each group; nil: one each
	sums    []partSum
	singles []single
	sources map[int32]string // the IDs of sources by their numbers, with singles
}

// A partSum is a sum and the number of its group.
type partSum struct {
	part int32
	reports.Sum
}

// sorted returns the sums by period and key.
func (g *gathering) sorted() ([]reports.Sum, error) {
	if g.singles != nil {
		return g.sortedSingles()
	}
	sums := make([]reports.Sum, len(g.sums))
	for i, at := range g.inOrder(len(g.sums), func(i int) (reports.Period, int32) { return g.sums[i].Period, g.sums[i].part }) {
		sums[i] = g.sums[at].Sum
	}
	return sums, nil
}

// inOrder returns the order of n sums by period and key. Keys are compared
// once a group, and periods once a period, not once a sum.
func (g *gathering) inOrder(n int, of func(i int) (reports.Period, int32)) []int {
	parts := ranks(slices.SortedFunc(maps.Keys(g.keys), func(a, b int32) int { return g.keys[a].Compare(g.keys[b]) }))
	periods := map[reports.Period]uint64{}
	for i := range n {
		p, _ := of(i)
		periods[p] = 0
	}
	periods = ranks(slices.SortedFunc(maps.Keys(periods), reports.Period.Compare))
	type placed struct {
		rank uint64
		at   int
	}
	list := make([]placed, n)
	for i := range list {
		p, part := of(i)
		list[i] = placed{periods[p]<<32 | parts[part], i}
	}
	slices.SortFunc(list, func(a, b placed) int { return cmp.Or(cmp.Compare(a.rank, b.rank), a.at-b.at) })
	order := make([]int, n)
	for i, p := range list {
		order[i] = p.at
	}
	return order
}

func ranks[K comparable](ordered []K) map[K]uint64 {
	ranks := make(map[K]uint64, len(ordered))
	for i, k := range ordered {
		ranks[k] = uint64(i)
	}
	return ranks
}

func (g *gathering) run(ctx context.Context) error {
	id, err := blockID(ctx, g, g.request)
	if id == 0 || err != nil {
		return err
	}
	g.block = id
	if err := g.findKeys(ctx); err != nil {
		return err
	}
	if err := g.countParts(ctx); err != nil {
		return err
	}
	if g.of == nil && len(g.keys) > 0 {
		return g.readSingles(ctx)
	}
	return g.addUp(ctx)
}

// blockID returns the number of a request's block, 0 if there is none.
func blockID(ctx context.Context, q querier, r reports.Request) (id int32, err error) {
	err = each(ctx, q, "SELECT id FROM blocks WHERE publisher = ? AND table_name = ? AND measure = ? AND breakdown = ?",
		[]any{r.Publisher, r.Table, string(r.Measure), int32(r.Breakdown)},
		func(scan func(...any) error) error { return scan(&id) })
	return id, err
}

// where limits splits, called s, to those that a request names.
func where(r reports.Request) phrase {
	p := phrase{sql: "1 = 1"}
	for _, d := range reports.AllDims() {
		values := r.Where[d]
		if len(values) == 0 {
			continue
		}
		p.sql += " AND s." + d.String() + " IN (?" + strings.Repeat(", ?", len(values)-1) + ")"
		for _, v := range values {
			p.args = append(p.args, v)
		}
	}
	return p
}

// columns lists dimensions of a table for SELECT and GROUP BY, each after a comma.
func columns(table string, dims []reports.Dim) string {
	list := ""
	for _, d := range dims {
		list += ", " + table + "." + d.String()
	}
	return list
}

// groups selects the block's splits that the request names, each with the
// number of the first split of its group: grouping by numbers is far cheaper
// than by words.
func (g *gathering) groups() phrase {
	ofBlock := " JOIN " + g.parts + " q ON q.split = s.id WHERE q.block = ?"
	named := where(g.request)
	dims := g.request.Group.List()
	if len(dims) == 0 {
		return phrase{"SELECT s.id AS id, 0 AS part FROM splits s" + ofBlock + " AND " + named.sql, append([]any{g.block}, named.args...)}
	}
	return phrase{
		sql: "SELECT s.id AS id, p.part AS part FROM splits s JOIN (SELECT min(s.id) AS part" + columns("s", dims) +
			" FROM splits s" + ofBlock + " GROUP BY " + columns("s", dims)[2:] + ") p ON " + same("s", "p", dims) +
			ofBlock + " AND " + named.sql,
		args: append([]any{g.block, g.block}, named.args...),
	}
}

// held selects the current holdings of the request's block.
func (g *gathering) held() phrase {
	return phrase{g.current + " AND h.block = ?", []any{g.block}}
}

// findKeys reads the words of each group.
func (g *gathering) findKeys(ctx context.Context) error {
	g.keys = map[int32]reports.Split{}
	dims := g.request.Group.List()
	if len(dims) == 0 {
		return nil
	}
	groups := g.groups()
	return each(ctx, g, "SELECT s.id"+columns("s", dims)+" FROM splits s WHERE s.id IN (SELECT g.part FROM ("+groups.sql+") g)",
		groups.args, func(scan func(...any) error) error {
			var part int32
			words := make([]string, len(dims))
			err := scan(append([]any{&part}, pointers(words)...)...)
			var key reports.Split
			for i, d := range dims {
				key = key.With(d, words[i])
			}
			g.keys[part] = key
			return err
		})
}

func pointers(words []string) []any {
	list := make([]any, len(words))
	for i := range words {
		list[i] = &words[i]
	}
	return list
}

// countParts counts the parts that the block knows of each group in any
// period. A group by all that the block splits by has one.
func (g *gathering) countParts(ctx context.Context) error {
	rest := g.request.Breakdown.Without(g.request.Group).List()
	if len(rest) == 0 {
		return nil
	}
	g.of = map[int32]int{}
	groups := g.groups()
	return each(ctx, g, `
		SELECT d.part, count(*) FROM (
			SELECT DISTINCT k.part AS part`+columns("s", rest)+`
			FROM splits s JOIN (`+groups.sql+`) k ON s.id = k.id) d
		GROUP BY d.part`, groups.args,
		func(scan func(...any) error) error {
			var part int32
			var parts int
			err := scan(&part, &parts)
			g.of[part] = parts
			return err
		})
}

// addUp reads the sums, and where each sum of one figure stands.
func (g *gathering) addUp(ctx context.Context) error {
	groups, held, span := g.groups(), g.held(), within(g.request.Span)
	args := append(append(held.args, groups.args...), span.args...)
	var row sumRow
	targets := row.targets()
	return each(ctx, g, `
		SELECT t.part, t.starts, t.ends, t.figures, t.known, t.value, t.low, t.high, t.bounded, t.ranged, t.status,
			coalesce(f.note, ''), coalesce(o.source_id, ''), coalesce(f.file, ''), coalesce(f.sheet, ''),
			coalesce(f.at_row, 0), coalesce(f.at_column, 0), coalesce(f.said, ''), coalesce(f.more, '')
		FROM (
			SELECT k.part AS part, f.starts AS starts, f.ends AS ends, count(*) AS figures, count(f.value) AS known,
				coalesce(`+exactSum+`(f.value), 0) AS value,
				coalesce(`+exactSum+`(coalesce(f.low, f.value)), 0) AS low,
				coalesce(`+exactSum+`(CASE WHEN f.low IS NULL THEN f.value ELSE f.high END), 0) AS high,
				count(CASE WHEN f.low IS NULL THEN f.value ELSE f.high END) AS bounded,
				count(f.low) AS ranged, max(f.status) AS status,
				CASE WHEN count(*) = 1 THEN min(f.id) END AS only_one
			FROM figures f JOIN (`+held.sql+`) c ON f.holding = c.id JOIN (`+groups.sql+`) k ON f.split = k.id
			WHERE `+span.sql+`
			GROUP BY k.part, f.starts, f.ends) t
		LEFT JOIN figures f ON f.id = t.only_one
		LEFT JOIN (`+g.current+`) o ON f.holding = o.id`, args,
		func(scan func(...any) error) error {
			if err := scan(targets...); err != nil {
				return err
			}
			return g.takeSum(&row)
		})
}

// within limits figures, called f, to those wholly within a span; the zero
// span is no limit.
func within(span reports.Period) phrase {
	if span == (reports.Period{}) {
		return phrase{sql: "1 = 1"}
	}
	return phrase{"f.starts >= ? AND f.ends <= ?", []any{int32(span.Start), int32(span.End)}}
}

// A sumRow is a row of sums as it is read, one after the other into the same
// place.
type sumRow struct {
	partSum
	known, bounded, ranged int
	more                   string
}

// targets lists where the columns of addUp go.
func (r *sumRow) targets() []any {
	o := &r.Origin
	return []any{&r.part, &r.Period.Start, &r.Period.End, &r.N, &r.known, &r.Value, &r.Low, &r.High, &r.bounded, &r.ranged, &r.Status,
		&r.Note, &o.Source, &o.File, &o.Sheet, &o.Row, &o.Column, &o.Text, &r.more}
}

// takeSum adds the row that was read to the sums.
func (g *gathering) takeSum(r *sumRow) (err error) {
	r.Key, r.Unknown, r.Ranged, r.Of = g.keys[r.part], r.N-r.known, r.ranged > 0, 1
	if r.bounded < r.N {
		r.High = math.Inf(1)
	}
	if g.of != nil {
		r.Of = g.of[r.part]
	}
	r.Origin.More, err = decodeCells(r.more)
	g.sums = append(g.sums, r.partSum)
	return err
}
