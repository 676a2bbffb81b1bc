package library

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/url"
	"runtime"
	"strconv"
	"strings"

	"github.com/duckdb/duckdb-go/v2"
)

// This file holds what is DuckDB's own: connecting, its types and messages,
// its fast way to append rows. Everything else is SQL of joins and group-bys.

// ErrLocked says that another Vitrine has the library open.
var ErrLocked = errors.New("the library is open in another Vitrine; close it, or choose another with --library")

// types are DuckDB's names of the kinds of columns.
var types = map[kind]string{
	number: "INTEGER", long: "BIGINT", real: "DOUBLE",
	text: "VARCHAR", yes: "BOOLEAN", blob: "BLOB",
}

// exactSum is the aggregate that adds doubles with compensation, so that the
// order in which threads meet the rows does not show in the last digit.
const exactSum = "fsum"

// earlier is what the row of the vintage before says of the same figure, in
// a chain of places; NULL where there is none.
func earlier(what, row string) string {
	r := strings.NewReplacer("WHAT", what, "ROW", row)
	return r.Replace("lag(WHAT) OVER (PARTITION BY ROW.block, ROW.split, ROW.starts, ROW.ends, ROW.extent ORDER BY ROW.place)")
}

// beside is a database in memory, of tables that the library's file does not
// keep and that all its connections see.
const beside = "beside"

// memoryLimit bounds what a library on disk keeps in memory; beyond it
// DuckDB uses a temporary file beside the library.
const memoryLimit = "2GB"

// connect opens the file, without anything that reaches the network.
func connect(path string) (*sql.DB, error) {
	options := url.Values{}
	options.Set("threads", strconv.Itoa(runtime.NumCPU()))
	options.Set("autoinstall_known_extensions", "false")
	options.Set("autoload_known_extensions", "false")
	if path == Memory {
		options.Set("temp_directory", "")
	} else {
		options.Set("memory_limit", memoryLimit)
	}
	if strings.Contains(path, "?") {
		return nil, fmt.Errorf("the library's path must not hold a question mark: %s", path)
	}
	connector, err := duckdb.NewConnector(path+"?"+options.Encode(), nil)
	if err != nil {
		return nil, refused(path, err)
	}
	db := sql.OpenDB(connector)
	for _, setting := range []string{"ATTACH ':memory:' AS " + beside, "SET enable_external_access = false", "SET lock_configuration = true"} {
		if _, err := db.Exec(setting); err != nil {
			db.Close()
			return nil, refused(path, err)
		}
	}
	return db, nil
}

// refused says in one sentence why a file cannot be opened as a library.
func refused(path string, err error) error {
	said := strings.TrimPrefix(err.Error(), "database/sql/driver: could not connect to database: ")
	has := func(parts ...string) bool {
		for _, part := range parts {
			if strings.Contains(said, part) {
				return true
			}
		}
		return false
	}
	switch {
	case has("Could not set lock", "used by another process"):
		return ErrLocked
	case has("version number", "newer version of DuckDB", "newer DuckDB"):
		return fmt.Errorf("the library %s was made by a newer Vitrine; use that one, or choose another with --library", path)
	case has("Permission denied", "Read-only file system", "Access is denied"):
		return fmt.Errorf("the library %s may not be written; change its permissions, or choose another with --library", path)
	}
	if has("not a valid DuckDB database file") {
		return fmt.Errorf("the file %s is not a library that Vitrine can read, and was left as it is; choose another with --library", path)
	}
	return fmt.Errorf("the file %s is not a library that Vitrine can read, and was left as it is; choose another with --library (%s)",
		path, firstLine(said))
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return strings.TrimSpace(line)
}

// A transaction is a change of the library that happens whole or not at all.
type transaction struct {
	*sql.Tx
	conn *sql.Conn
}

// begin starts a transaction. It is never ended by a context behind the
// caller's back: rows appended after such an end would stand on their own.
func begin(ctx context.Context, db *sql.DB) (*transaction, error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	tx, err := conn.BeginTx(context.WithoutCancel(ctx), nil)
	if err != nil {
		conn.Close()
		return nil, err
	}
	return &transaction{tx, conn}, nil
}

// end commits the transaction if nothing failed, and else takes it back.
func (t *transaction) end(err error) error {
	defer t.conn.Close()
	if err != nil {
		return errors.Join(err, t.Rollback())
	}
	return t.Commit()
}

// rowsBetweenChecks is how many rows are appended between two looks at
// whether the user cancelled.
const rowsBetweenChecks = 4096

// eachValue runs a query and hands over its rows as DuckDB's own values, a few
// times as fast as each does: for rows by the million. A row's values are good
// until the next.
func (t *transaction) eachValue(ctx context.Context, query string, args []any, row func([]driver.Value) error) error {
	named := make([]driver.NamedValue, len(args))
	for i, a := range args {
		named[i] = driver.NamedValue{Ordinal: i + 1, Value: a}
	}
	return cancelled(ctx, t.conn.Raw(func(conn any) error {
		rows, err := conn.(driver.QueryerContext).QueryContext(ctx, query, named)
		if err != nil {
			return err
		}
		defer rows.Close()
		values := make([]driver.Value, len(rows.Columns()))
		for n := 1; ; n++ {
			if err := rows.Next(values); err == io.EOF {
				return nil
			} else if err != nil {
				return err
			}
			if err := row(values); err != nil {
				return err
			}
			if n%rowsBetweenChecks == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
		}
	}))
}

// add appends rows to a table, in the order of its columns.
func (t *transaction) add(ctx context.Context, table string, rows iter.Seq[[]driver.Value]) error {
	return t.conn.Raw(func(conn any) error {
		catalog := ""
		if strings.HasPrefix(table, "incoming") {
			catalog = "temp"
		}
		appender, err := duckdb.NewAppender(conn.(driver.Conn), catalog, "", table)
		if err != nil {
			return err
		}
		n := 0
		for row := range rows {
			if n++; n%rowsBetweenChecks == 0 && ctx.Err() != nil {
				err = ctx.Err()
				break
			}
			if err = appender.AppendRow(row...); err != nil {
				break
			}
		}
		return errors.Join(err, appender.CloseWithCancel(ctx))
	})
}
