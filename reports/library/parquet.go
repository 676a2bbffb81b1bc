package library

import (
	"archive/zip"
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/duckdb/duckdb-go/v2"

	"vitrine/reports/sheet"
)

// parquetMark is how every Parquet file begins and ends.
var parquetMark = []byte("PAR1")

// openBook opens a file as [sheet.Open] does, and Parquet files too, alone or
// in a zip: DuckDB reads them. The book can be read until closed is called.
func openBook(ctx context.Context, name string, r io.ReaderAt, size int64) (book *sheet.Book, closed func(), err error) {
	book, p, err := openParquet(ctx, name, r, size)
	if err != nil {
		return nil, func() {}, err
	}
	return book, p.close, nil
}

// openParquet opens a file and, of it, the Parquet files.
func openParquet(ctx context.Context, name string, r io.ReaderAt, size int64) (book *sheet.Book, p *parquet, err error) {
	p = &parquet{ctx: ctx}
	if isParquet(r) {
		book = &sheet.Book{Name: name, Files: []*sheet.File{{Path: name}}}
		err = p.unpack(io.NewSectionReader(r, 0, size), book.Files[0])
	} else if book, err = sheet.Open(ctx, name, r, size); err == nil {
		err = p.members(book, r, size)
	}
	if err == nil && len(p.files) > 0 {
		err = p.open()
	}
	if err != nil {
		p.close()
	}
	return book, p, err
}

func isParquet(r io.ReaderAt) bool {
	head := make([]byte, len(parquetMark))
	r.ReadAt(head, 0)
	return bytes.Equal(head, parquetMark)
}

// A parquet is the Parquet files of a book, while it is read. They lie in a
// folder for temporary files, since DuckDB opens files by their paths.
type parquet struct {
	ctx    context.Context
	folder string
	files  []*parquetFile
	db     *sql.DB
}

type parquetFile struct {
	*parquet
	file    *sheet.File
	path    string // of the temporary file
	columns []string
	first   []sheet.Row // the first rows, which every format looks at
}

// members unpacks the Parquet files of an archive, whose limits sheet has
// checked.
func (p *parquet) members(book *sheet.Book, r io.ReaderAt, size int64) error {
	wanted := map[string]*sheet.File{}
	for _, f := range book.Files {
		if f.Kind == sheet.Other && strings.EqualFold(path.Ext(f.Path), ".parquet") {
			wanted[f.Path] = f
		}
	}
	if len(wanted) == 0 {
		return nil
	}
	z, err := zip.NewReader(r, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return fmt.Errorf("%s: the Parquet files in it are packed in a way that Vitrine does not read; unpack it and zip them anew", book.Name)
	}
	for _, member := range z.File {
		f := wanted[book.Name+"/"+path.Clean(strings.ReplaceAll(member.Name, "\\", "/"))]
		if f == nil {
			continue
		}
		from, err := member.Open()
		if err != nil {
			return damagedParquet(f.Path)
		}
		err = p.unpack(from, f)
		from.Close()
		if err != nil {
			return err
		}
	}
	return nil
}

// unpack writes a file where DuckDB can open it.
func (p *parquet) unpack(from io.Reader, f *sheet.File) (err error) {
	if p.folder == "" {
		if p.folder, err = os.MkdirTemp("", "vitrine-parquet-*"); err != nil {
			return noRoom(f.Path, err)
		}
	}
	to := &parquetFile{parquet: p, file: f, path: filepath.Join(p.folder, fmt.Sprint(len(p.files), ".parquet"))}
	out, err := os.OpenFile(to.path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return noRoom(f.Path, err)
	}
	n, err := io.Copy(out, io.LimitReader(readerWith(p.ctx, from), sheet.MaxBytes+1))
	switch err = errors.Join(err, out.Close()); {
	case p.ctx.Err() != nil:
		return p.ctx.Err()
	case err != nil:
		return noRoom(f.Path, err)
	case n > sheet.MaxBytes:
		return fmt.Errorf("%s: it is larger than the 1 GB of a Parquet file that Vitrine reads; split it", f.Path)
	}
	f.Kind, f.Err = sheet.Parquet, nil
	p.files = append(p.files, to)
	return nil
}

func noRoom(name string, err error) error {
	return fmt.Errorf("%s: it cannot be unpacked into the folder for temporary files; make room on the disk: %w", name, err)
}

func damagedParquet(name string) error {
	return fmt.Errorf("%s: the Parquet file is cut or damaged, or uses what Vitrine does not read; download it again", name)
}

// parquetMemory bounds what DuckDB keeps in memory of Parquet files.
const parquetMemory = "512MB"

// open opens a database in memory that may open these files and nothing else,
// and reads what columns and first rows they have.
func (p *parquet) open() error {
	connector, err := duckdb.NewConnector(":memory:?autoinstall_known_extensions=false&autoload_known_extensions=false&temp_directory=&memory_limit="+parquetMemory, nil)
	if err != nil {
		return err
	}
	p.db = sql.OpenDB(connector)
	paths := make([]string, len(p.files))
	for i, f := range p.files {
		paths[i] = quotedText(f.path)
	}
	for _, setting := range []string{"SET allowed_paths = [" + strings.Join(paths, ", ") + "]", "SET enable_external_access = false", "SET lock_configuration = true"} {
		if _, err := p.db.ExecContext(p.ctx, setting); err != nil {
			return err
		}
	}
	for _, f := range p.files {
		if err := f.describe(); err != nil {
			return err
		}
		f.file.Tables = []*sheet.Table{sheet.NewTable("", f.rows)}
	}
	return nil
}

// close removes the temporary files.
func (p *parquet) close() {
	if p.db != nil {
		p.db.Close()
	}
	if p.folder != "" {
		os.RemoveAll(p.folder)
	}
}

func quotedText(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }
func quotedName(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

// source is the file in a query.
func (f *parquetFile) source() string {
	return "read_parquet(" + quotedText(f.path) + ", file_row_number = true, hive_partitioning = false)"
}

// The rows of a file are read in pages, so that one page at a time is in
// memory; the first is small.
const (
	firstParquetRows = 64
	parquetRows      = 20_000
)

// describe reads the names of the columns and the first rows.
func (f *parquetFile) describe() error {
	rows, err := f.db.QueryContext(f.ctx, "SELECT * FROM "+f.source()+" LIMIT 0")
	if err != nil {
		return f.failed(err)
	}
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil || len(names) < 2 {
		return f.failed(err)
	}
	f.columns = names[:len(names)-1] // the last is file_row_number
	if len(f.columns) > sheet.MaxColumns {
		return fmt.Errorf("%s: it has %d columns, more than any report; split it", f.file.Path, len(f.columns))
	}
	header := sheet.Row{Number: 1}
	for _, name := range f.columns {
		header.Cells = append(header.Cells, textCell(name))
	}
	first, err := f.page(0, firstParquetRows)
	f.first = append([]sheet.Row{header}, first...)
	return err
}

// rows yields the header, and below it the file's rows.
func (f *parquetFile) rows(yield func(sheet.Row, error) bool) {
	for _, row := range f.first {
		if !yield(row, nil) {
			return
		}
	}
	if len(f.first) <= firstParquetRows {
		return
	}
	for at := firstParquetRows; at < sheet.MaxRows; at += parquetRows {
		page, err := f.page(at, parquetRows)
		if err != nil {
			yield(sheet.Row{}, err)
			return
		}
		for _, row := range page {
			if !yield(row, nil) {
				return
			}
		}
		if len(page) < parquetRows {
			return
		}
	}
	yield(sheet.Row{}, fmt.Errorf("%s: it has more rows than the %d that Vitrine reads; split it", f.file.Path, sheet.MaxRows))
}

// page reads n rows from the one at at, as texts.
func (f *parquetFile) page(at, n int) ([]sheet.Row, error) {
	list := make([]string, len(f.columns))
	for i, name := range f.columns {
		list[i] = "CAST(" + quotedName(name) + " AS VARCHAR)"
	}
	rows, err := f.db.QueryContext(f.ctx, fmt.Sprintf("SELECT %s FROM %s WHERE file_row_number >= %d AND file_row_number < %d ORDER BY file_row_number",
		strings.Join(list, ", "), f.source(), at, at+n))
	if err != nil {
		return nil, f.failed(err)
	}
	defer rows.Close()
	texts, into := make([]sql.NullString, len(list)), make([]any, len(list))
	for i := range texts {
		into[i] = &texts[i]
	}
	var page []sheet.Row
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return nil, f.failed(err)
		}
		row := sheet.Row{Number: at + len(page) + 2, Cells: make([]sheet.Cell, len(texts))}
		for i, text := range texts {
			if len(text.String) > sheet.MaxCell {
				return nil, fmt.Errorf("%s: a cell of row %d is larger than 1 MB, as no cell of a report is; check where the file came from", f.file.Path, row.Number)
			}
			row.Cells[i] = textCell(text.String)
		}
		page = append(page, row)
	}
	if err := rows.Err(); err != nil {
		return nil, f.failed(err)
	}
	return page, nil
}

// failed says in one sentence why a file cannot be read.
func (f *parquetFile) failed(err error) error {
	switch {
	case f.ctx.Err() != nil:
		return f.ctx.Err()
	case err != nil && strings.Contains(err.Error(), "Out of Memory"):
		return fmt.Errorf("%s: reading the Parquet file takes more than %s of memory; split it, or write it with smaller row groups", f.file.Path, parquetMemory)
	}
	return damagedParquet(f.file.Path)
}

func textCell(text string) sheet.Cell {
	if text == "" {
		return sheet.Cell{}
	}
	return sheet.Cell{Text: text, Kind: sheet.Text}
}
