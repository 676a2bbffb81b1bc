package library

import (
	"context"
	"fmt"
	"strings"

	"vitrine/reports"
)

// schemaVersion counts the changes of the tables. A library with a greater
// one was made by a newer Vitrine.
const schemaVersion = 1

// kind is what a column holds; each backend has its own names for the kinds.
type kind int

const (
	number kind = iota
	long
	real // may be null
	text
	yes
	blob
)

type column struct {
	name string
	kind kind
}

type table struct {
	name    string
	columns []column
}

// tables are the library's tables, each in the order in which rows are
// appended to it. A figure is its holding (the figures of one source, block
// and extent), its split, its period and its numbers; splits and blocks are
// told once and referred to, since finding the parts of 20,000,000 figures
// took 2.6 s over their words and 0.35 s over numbers; parts keeps which
// splits the current figures of a block have, so that no question looks for
// them. Text columns that
// hardly any question reads stand in the same table: columns are stored
// apart.
var tables = []table{
	{"settings", []column{{"name", text}, {"value", text}}},
	{"splits", splitColumns()},
	{"blocks", []column{
		{"id", number}, {"publisher", text}, {"table_name", text}, {"measure", text}, {"breakdown", number},
	}},
	{"declarations", []column{
		{"source", number}, {"block", number}, {"complete", number}, {"overlapping", number},
		{"absent", number}, {"bound", real}, {"place", number},
	}},
	{"breaks", []column{
		{"source", number}, {"publisher", text}, {"measure", text}, {"at_day", number},
		{"from_table", text}, {"to_table", text}, {"why", text},
	}},
	{"measures", []column{
		{"source", number}, {"publisher", text}, {"measure", text}, {"unit", text}, {"definition", text}, {"over_time", yes}, {"over_parts", yes},
	}},
	{"extents", []column{
		{"id", number}, {"source", number}, {"name", text}, {"publisher", text}, {"table_name", text}, {"is_current", yes},
	}},
	{"holdings", []column{
		{"id", number}, {"source", number}, {"block", number}, {"extent", number},
		{"figures", number}, {"starts", number}, {"ends", number}, {"stated", number},
	}},
	{"figures", []column{
		{"id", long}, {"holding", number}, {"split", number}, {"starts", number}, {"ends", number},
		{"value", real}, {"low", real}, {"high", real}, {"status", number}, {"note", text},
		{"file", text}, {"sheet", text}, {"at_row", number}, {"at_column", number}, {"said", text}, {"more", text},
	}},
	{"notes", []column{
		{"source", number}, {"place", number}, {"extent", number}, {"service", text}, {"category", text}, {"subcategory", text}, {"starts", number}, {"ends", number}, {"name", text},
		{"measures", text}, {"note", text}, {"file", text}, {"sheet", text}, {"at_row", number}, {"at_column", number}, {"said", text},
	}},
	{"parts", []column{{"block", number}, {"split", number}}},
	{"problems", []column{
		{"source", number}, {"place", number}, {"file", text}, {"sheet", text},
		{"at_row", number}, {"at_column", number}, {"said", text}, {"what", text},
	}},
	{"contents", []column{{"source", number}, {"content", blob}}},
	{"givens", []column{{"source", number}, {"period", text}, {"mapping", text}}},
	{"asides", []column{{"finding", text}, {"note", text}, {"said", text}, {"on_day", number}}},
	{"sources", []column{
		{"number", number}, {"id", text}, {"name", text}, {"path", text}, {"address", text}, {"size", long},
		{"retrieved", long}, {"published", number}, {"format", text}, {"publisher", text}, {"starter", yes}, {"problems", number},
	}},
}

func splitColumns() []column {
	columns := []column{{"id", number}}
	for _, d := range reports.AllDims() {
		columns = append(columns, column{d.String(), text})
	}
	return columns
}

// definition returns a table's columns as CREATE TABLE takes them.
func (t table) definition() string {
	parts := make([]string, len(t.columns))
	for i, c := range t.columns {
		parts[i] = c.name + " " + types[c.kind]
	}
	return "(" + strings.Join(parts, ", ") + ")"
}

// prepare makes the tables of a new library and refuses a file that is not
// one, or a newer one.
func (l *Library) prepare(ctx context.Context) error {
	var held, settings int
	err := l.db.QueryRowContext(ctx, `SELECT count(*), count(CASE WHEN table_name = 'settings' THEN 1 END)
		FROM information_schema.tables`).Scan(&held, &settings)
	switch {
	case err != nil:
		return refused(l.path, err)
	case held == 0:
		return l.change(ctx, makeTables)
	case settings == 0:
		return fmt.Errorf("the file %s is a DuckDB file but not a library of Vitrine's; choose another with --library", l.path)
	}
	var version int
	err = l.db.QueryRowContext(ctx, "SELECT max(CAST(value AS INTEGER)) FROM settings WHERE name = 'schema'").Scan(&version)
	if err != nil {
		return refused(l.path, err)
	}
	if version > schemaVersion {
		return fmt.Errorf("the library %s was made by a newer Vitrine (schema %d, this one knows %d); use that one, or choose another with --library",
			l.path, version, schemaVersion)
	}
	if held < len(tables) {
		return l.change(ctx, addTables)
	}
	return nil
}

// addTables makes the tables that a library lacks because it is older: an
// older Vitrine passes over them.
func addTables(ctx context.Context, t *transaction) error {
	for _, table := range tables {
		if _, err := t.ExecContext(ctx, "CREATE TABLE IF NOT EXISTS "+table.name+" "+table.definition()); err != nil {
			return err
		}
	}
	return nil
}

func makeTables(ctx context.Context, t *transaction) error {
	if err := addTables(ctx, t); err != nil {
		return err
	}
	_, err := t.ExecContext(ctx, "INSERT INTO settings VALUES ('schema', ?)", fmt.Sprint(schemaVersion))
	return err
}

// change runs work in a transaction, one at a time.
func (l *Library) change(ctx context.Context, work func(context.Context, *transaction) error) error {
	select {
	case l.writing <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { <-l.writing }()
	t, err := begin(ctx, l.db)
	if err != nil {
		return err
	}
	if err = work(ctx, t); err == nil {
		err = ctx.Err()
	}
	defer l.stands.forget()
	return cancelled(ctx, t.end(err))
}

// cancelled returns the context's error for whatever a cancelled statement
// calls it.
func cancelled(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}
