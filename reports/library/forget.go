package library

import (
	"context"
	"fmt"
)

// Forget removes the source whose ID begins with idPrefix, with its figures
// and bytes. What it replaced is current again. Starter figures that were
// forgotten are not added again.
func (l *Library) Forget(ctx context.Context, idPrefix string) error {
	return l.change(ctx, func(ctx context.Context, t *transaction) error {
		s, err := find(ctx, t, idPrefix)
		if err != nil {
			return err
		}
		if s.Starter {
			if err := t.set(ctx, forgottenStarter+s.Name, s.ID); err != nil {
				return err
			}
		}
		return t.remove(ctx, s)
	})
}

// remove takes a source out, its own row first, and decides anew what its
// tables' current vintages are.
func (t *transaction) remove(ctx context.Context, s numbered) error {
	if _, err := t.ExecContext(ctx, "DELETE FROM sources WHERE number = ?", s.number); err != nil {
		return err
	}
	tables, err := t.tablesOf(ctx, "WHERE source = ?", s.number)
	if err != nil {
		return err
	}
	if err := t.clear(ctx, s.number); err != nil {
		return err
	}
	if err := t.settleAll(ctx, tables); err != nil {
		return err
	}
	for _, unused := range []string{
		"DELETE FROM splits WHERE id NOT IN (SELECT split FROM figures)",
		"DELETE FROM blocks WHERE id NOT IN (SELECT block FROM declarations)",
	} {
		if _, err := t.ExecContext(ctx, unused); err != nil {
			return err
		}
	}
	return nil
}

// clear deletes the rows that refer to a source.
func (t *transaction) clear(ctx context.Context, source int32) error {
	const ofSource = " WHERE source = ?"
	for _, statement := range []string{
		"DELETE FROM figures WHERE holding IN (SELECT id FROM holdings WHERE source = ?)",
		"DELETE FROM holdings" + ofSource, "DELETE FROM extents" + ofSource, "DELETE FROM declarations" + ofSource, "DELETE FROM measures" + ofSource,
		"DELETE FROM breaks" + ofSource, "DELETE FROM problems" + ofSource, "DELETE FROM contents" + ofSource, "DELETE FROM givens" + ofSource,
		"DELETE FROM notes" + ofSource,
	} {
		if _, err := t.ExecContext(ctx, statement, source); err != nil {
			return err
		}
	}
	return nil
}

func (t *transaction) tablesOf(ctx context.Context, where string, args ...any) ([]told, error) {
	var tables []told
	err := each(ctx, t, "SELECT DISTINCT publisher, table_name FROM extents "+where, args,
		func(scan func(...any) error) error {
			var table told
			err := scan(&table.publisher, &table.table)
			tables = append(tables, table)
			return err
		})
	return tables, err
}

func (t *transaction) settleAll(ctx context.Context, tables []told) error {
	for _, table := range tables {
		if _, err := t.settle(ctx, table, claim{}); err != nil {
			return err
		}
		if err := t.renewParts(ctx, table); err != nil {
			return err
		}
	}
	return nil
}

// sweep clears away what a load left behind that never wrote its source's
// row: nothing, where the backend has transactions.
func (l *Library) sweep(ctx context.Context) error {
	left, err := l.leftovers(ctx)
	if err != nil {
		return refused(l.path, err)
	}
	if len(left) == 0 {
		return nil
	}
	err = l.change(ctx, func(ctx context.Context, t *transaction) error {
		for _, source := range left {
			if err := t.clear(ctx, source); err != nil {
				return err
			}
		}
		tables, err := t.tablesOf(ctx, "")
		if err != nil {
			return err
		}
		return t.settleAll(ctx, tables)
	})
	if err != nil {
		return fmt.Errorf("the library %s could not be cleared of an interrupted load: %w", l.path, err)
	}
	return nil
}

// leftovers lists the numbers of sources that have rows but none of their own.
func (l *Library) leftovers(ctx context.Context) ([]int32, error) {
	query := ""
	for i, name := range []string{"declarations", "measures", "extents", "holdings", "breaks", "problems", "contents", "givens", "notes"} {
		if i > 0 {
			query += " UNION ALL "
		}
		query += "SELECT source FROM " + name
	}
	var left []int32
	err := each(ctx, l.db, "SELECT DISTINCT r.source FROM ("+query+`) r
		WHERE r.source NOT IN (SELECT number FROM sources) ORDER BY r.source`, nil,
		func(scan func(...any) error) error {
			var source int32
			err := scan(&source)
			left = append(left, source)
			return err
		})
	return left, err
}

// set stores a setting.
func (t *transaction) set(ctx context.Context, name, value string) error {
	if _, err := t.ExecContext(ctx, "DELETE FROM settings WHERE name = ?", name); err != nil {
		return err
	}
	_, err := t.ExecContext(ctx, "INSERT INTO settings VALUES (?, ?)", name, value)
	return err
}

// setting returns a setting's value, or "".
func (l *Library) setting(ctx context.Context, name string) (value string, err error) {
	err = each(ctx, l.db, "SELECT value FROM settings WHERE name = ?", []any{name},
		func(scan func(...any) error) error { return scan(&value) })
	return value, err
}

// forgottenStarter begins the names of the settings that remember which
// starter files the user forgot.
const forgottenStarter = "forgotten starter: "
