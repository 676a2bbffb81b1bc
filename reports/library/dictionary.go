package library

import (
	"cmp"
	"context"
	"database/sql/driver"
	"maps"
	"slices"
	"strings"

	"vitrine/reports"
)

// Splits and blocks are told once and referred to by number. What no figure
// refers to any longer does no harm.

// A blockName tells blocks apart.
type blockName struct {
	publisher, table string
	measure          reports.Measure
	breakdown        reports.Dims
}

func nameOf(f *reports.Figure) blockName {
	return blockName{f.Publisher, f.Table, f.Measure, f.Breakdown}
}

func (b blockName) compare(o blockName) int {
	return cmp.Or(strings.Compare(b.publisher, o.publisher), strings.Compare(b.table, o.table),
		strings.Compare(string(b.measure), string(o.measure)), cmp.Compare(b.breakdown, o.breakdown))
}

// splitRow returns a split as a row of the table of splits.
func splitRow(id int32, s reports.Split) []driver.Value {
	row := []driver.Value{id}
	for _, d := range reports.AllDims() {
		row = append(row, s.Get(d))
	}
	return row
}

// same joins two tables of splits by the dimensions given.
func same(a, b string, dims []reports.Dim) string {
	equal := make([]string, len(dims))
	for i, d := range dims {
		equal[i] = a + "." + d.String() + " = " + b + "." + d.String()
	}
	return strings.Join(equal, " AND ")
}

// numberSplits gives each split its number, a new one where it has none yet.
func (t *transaction) numberSplits(ctx context.Context, splits map[reports.Split]int32) error {
	if err := t.knownSplits(ctx, splits); err != nil {
		return err
	}
	id, err := t.next(ctx, "splits", "id")
	if err != nil {
		return err
	}
	return t.add(ctx, "splits", func(yield func([]driver.Value) bool) {
		for _, s := range slices.SortedFunc(maps.Keys(splits), reports.Split.Compare) {
			if splits[s] != 0 {
				continue
			}
			splits[s] = id
			if !yield(splitRow(id, s)) {
				return
			}
			id++
		}
	})
}

// knownSplits fills in the numbers of the splits that the library holds.
func (t *transaction) knownSplits(ctx context.Context, splits map[reports.Split]int32) error {
	list := slices.SortedFunc(maps.Keys(splits), reports.Split.Compare)
	definition := table{"", splitColumns()}.definition()
	if _, err := t.ExecContext(ctx, "CREATE TEMPORARY TABLE incoming_splits "+definition); err != nil {
		return err
	}
	err := t.add(ctx, "incoming_splits", func(yield func([]driver.Value) bool) {
		for i, s := range list {
			if !yield(splitRow(int32(i), s)) {
				return
			}
		}
	})
	if err != nil {
		return err
	}
	err = each(ctx, t, "SELECT i.id, s.id FROM incoming_splits i JOIN splits s ON "+same("i", "s", reports.AllDims()), nil,
		func(scan func(...any) error) error {
			var place, id int32
			err := scan(&place, &id)
			if err == nil {
				splits[list[place]] = id
			}
			return err
		})
	if err != nil {
		return err
	}
	_, err = t.ExecContext(ctx, "DROP TABLE incoming_splits")
	return err
}

// numberBlocks gives each block its number, a new one where it has none yet.
func (t *transaction) numberBlocks(ctx context.Context, blocks map[blockName]int32) error {
	next := int32(1)
	err := each(ctx, t, "SELECT id, publisher, table_name, measure, breakdown FROM blocks", nil,
		func(scan func(...any) error) error {
			var id int32
			var b blockName
			err := scan(&id, &b.publisher, &b.table, &b.measure, &b.breakdown)
			if _, wanted := blocks[b]; wanted {
				blocks[b] = id
			}
			next = max(next, id+1)
			return err
		})
	if err != nil {
		return err
	}
	return t.add(ctx, "blocks", func(yield func([]driver.Value) bool) {
		for _, b := range slices.SortedFunc(maps.Keys(blocks), blockName.compare) {
			if blocks[b] != 0 {
				continue
			}
			blocks[b] = next
			if !yield([]driver.Value{next, b.publisher, b.table, string(b.measure), int32(b.breakdown)}) {
				return
			}
			next++
		}
	})
}
