package command

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// A readRecord is a record and where it was read from.
type readRecord struct {
	reports.AuditRecord
	book    bool     // it stands in a workbook
	changed []string // sheets of the workbook with other numbers than they were written with
}

// openRecord reads a record: its JSON, or a workbook that holds one.
func openRecord(ctx context.Context, path string) (readRecord, error) {
	f, err := os.Open(path)
	if err != nil {
		return readRecord{}, err
	}
	defer f.Close()
	head := make([]byte, 2)
	if _, err := io.ReadFull(f, head); err == nil && bytes.Equal(head, []byte("PK")) {
		return recordOfBook(ctx, path)
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return readRecord{}, err
	}
	record, err := reports.ReadAuditRecord(f)
	return readRecord{AuditRecord: record}, err
}

// recordOfBook reads the record of a workbook, and looks whether its sheets
// are as they were written.
func recordOfBook(ctx context.Context, path string) (readRecord, error) {
	book, err := sheet.OpenFile(ctx, path)
	if err != nil {
		return readRecord{}, err
	}
	var lines []reports.RecordLine
	var numbers sheetRows
	var sheets []reports.RecordedSheet
	for _, file := range book.Files {
		if file.Path != filepath.Base(path) {
			continue // a member of an archive
		}
		for _, table := range file.Tables {
			found, sum, err := readSheet(table)
			if err != nil {
				return readRecord{}, err
			}
			sheets = append(sheets, sum)
			switch {
			case len(found.lines) > 0:
				lines = found.lines
			case len(found.numbers.heads) > 0:
				numbers = found.numbers
			}
		}
	}
	record, err := reports.RecordOfLines(lines)
	if err == nil && len(numbers.heads) > 0 {
		err = record.AddRows(numbers.heads, numbers.rows)
	}
	if err == nil {
		err = record.Check()
	}
	return readRecord{record, true, record.Changed(sheets)}, err
}

// sheetRows are rows under their heads.
type sheetRows struct {
	heads []string
	rows  [][]string
}

// A foundSheet is what a sheet holds of a record, if anything.
type foundSheet struct {
	lines   []reports.RecordLine
	numbers sheetRows
}

// readSheet reads a sheet once: what it holds of the record, and its numbers.
func readSheet(table *sheet.Table) (found foundSheet, _ reports.RecordedSheet, _ error) {
	sum := reports.NewCellSum()
	for row, err := range table.Rows() {
		if err != nil {
			return found, reports.RecordedSheet{}, err
		}
		for i, c := range row.Cells {
			if c.Kind == sheet.Number || c.Kind == sheet.Date {
				sum.Add(row.Number, i+1, c.Number)
			}
		}
		switch {
		case len(found.lines) > 0 || row.Text(1) == "record" && row.Text(2) == "record" && len(row.Cells) <= 4:
			found.lines = append(found.lines, reports.RecordLine{Part: row.Text(1), Item: row.Text(2), Entry: row.Text(3)})
		case len(found.numbers.heads) > 0:
			found.numbers.rows = append(found.numbers.rows, textsOf(row, len(found.numbers.heads)))
		case row.Text(1) == "record" && len(row.Cells) > 4:
			found.numbers.heads = textsOf(row, len(row.Cells))
		}
	}
	return found, sum.Sheet(table.Name), nil
}

func textsOf(row sheet.Row, n int) []string {
	texts := make([]string, n)
	for i := range texts {
		c := row.Cell(i + 1)
		if texts[i] = c.Text; c.Kind == sheet.Number {
			texts[i] = reports.Decimal(c.Number)
		}
	}
	return texts
}
