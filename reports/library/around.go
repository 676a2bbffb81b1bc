package library

import (
	"bytes"
	"context"
	"slices"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// rowsAround is how many rows before and after a cell OpenAt reads of a
// Parquet file.
const rowsAround = 500

// OpenAt opens the content of a source, to show what stands around a cell. Of
// a Parquet file it reads the names of the columns and 500 rows before and
// after the cell's; of any other, all. Of an origin without a row it reads a
// Parquet file's beginning.
func OpenAt(ctx context.Context, name string, content []byte, o reports.Origin) (*sheet.Book, error) {
	book, p, err := openParquet(ctx, name, bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, err
	}
	defer p.close()
	for _, f := range p.files {
		if err := f.keepNear(o); err != nil {
			return nil, err
		}
	}
	return book, nil
}

// InPart tells whether a book that OpenAt opened has no more than the rows
// around one cell.
func InPart(b *sheet.Book) bool {
	return slices.ContainsFunc(b.Files, func(f *sheet.File) bool { return f.Kind == sheet.Parquet })
}

// keepNear keeps of a file the names of its columns and the rows around a cell
// of it, or its first ones, so that it can be closed.
func (f *parquetFile) keepNear(o reports.Origin) error {
	rows := f.first[:1]
	if o.Row == 0 || o.File == f.file.Path {
		first := max(0, o.Row-firstParquetRow-rowsAround)
		page, err := f.page(first, o.Row+rowsAround-first)
		if err != nil {
			return err
		}
		rows = append(rows[:1:1], page...)
	}
	f.file.Tables = []*sheet.Table{sheet.NewTable("", func(yield func(sheet.Row, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	})}
	return nil
}

// firstParquetRow is the number of the first row below the names of the columns.
const firstParquetRow = 2
