// Package library keeps figures, their sources and where they stand, in one
// DuckDB file. It answers questions as a reports.Ledger.
package library

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"vitrine/reports"
)

// A Library is an open library. Its methods may be called at the same time:
// a load never shows half a source to a question, and one load waits for
// another.
type Library struct {
	path    string
	db      *sql.DB
	writing chan struct{} // holds one token while something is changed
	stands  *standings
	view    *standing // nil: what is current
}

var _ reports.Ledger = (*Library)(nil)

// Memory is the path of a throw-away library.
const Memory = ":memory:"

// opened holds the paths of the libraries that this process has open, since
// the lock on a file does not stop the process that holds it.
var opened sync.Map

// Open opens the library at path, or makes it with its folders where there is
// none; ":memory:" makes a throw-away one. A file that is no library, or a
// newer Vitrine's, is left as it is, and the error says so. Where another
// Vitrine has the library open the error is ErrLocked.
func Open(path string) (*Library, error) {
	if path != Memory {
		full, err := filepath.Abs(path)
		if err != nil {
			return nil, fmt.Errorf("library %s: %w", path, err)
		}
		if err := os.MkdirAll(filepath.Dir(full), 0o700); err != nil {
			return nil, fmt.Errorf("the library's folder cannot be made: %w; choose another with --library", err)
		}
		if _, twice := opened.LoadOrStore(full, true); twice {
			return nil, ErrLocked
		}
		path = full
	}
	l := &Library{path: path, writing: make(chan struct{}, 1), stands: &standings{}}
	if err := l.open(); err != nil {
		opened.Delete(path)
		return nil, err
	}
	return l, nil
}

// open connects and brings the tables in order; it leaves nothing open where
// it fails.
func (l *Library) open() (err error) {
	if l.db, err = connect(l.path); err != nil {
		return err
	}
	ctx := context.Background()
	if err = l.prepare(ctx); err == nil {
		err = l.sweep(ctx)
	}
	if err != nil {
		l.db.Close()
	}
	return err
}

// Path returns the library's file, or ":memory:".
func (l *Library) Path() string { return l.path }

// Close closes the library, after a load that is under way. What AsOf returned
// ends with it, and is not closed itself.
func (l *Library) Close() error {
	if l.view != nil {
		return nil
	}
	l.writing <- struct{}{}
	defer func() { <-l.writing }()
	defer opened.Delete(l.path)
	return l.db.Close()
}
