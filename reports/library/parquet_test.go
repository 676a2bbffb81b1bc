package library

import (
	"archive/zip"
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vitrine/reports"
	"vitrine/reports/publisher"
)

// asParquet writes the sample of dsa-tdb's complete aggregates as Parquet, so
// many times over.
func asParquet(t *testing.T, times int) string {
	t.Helper()
	db, err := sql.Open("duckdb", "")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	to := filepath.Join(t.TempDir(), "aggregated-complete.parquet")
	_, err = db.Exec(fmt.Sprintf("COPY (SELECT c.* FROM read_csv('../publisher/testdata/dsa_tdb_complete.csv', nullstr='N/A') c, range(%d)) TO '%s' (FORMAT parquet)", times, to))
	if err != nil {
		t.Fatal(err)
	}
	return to
}

// totalOf reads a file and adds up its decisions.
func totalOf(t *testing.T, path string) (float64, error) {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Base(path)
	book, closed, err := openBook(context.Background(), name, bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return 0, err
	}
	defer closed()
	r, err := publisher.Read(context.Background(), book, name)
	var sum float64
	for _, f := range r.Figures {
		if f.Table == "statements of reasons, dsa-tdb complete" {
			sum += f.Value
		}
	}
	if len(r.Problems) > 0 {
		t.Errorf("%s: %v", path, r.Problems)
	}
	return sum, err
}

func TestParquet(t *testing.T) {
	alone := asParquet(t, 10_000)
	if n, err := totalOf(t, alone); err != nil || n != 270_000 {
		t.Errorf("alone: %v, %v", n, err)
	}
	content, err := os.ReadFile(alone)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range []string{"part-00000-a.snappy.parquet", "part-00001-a.snappy.parquet"} {
		w, err := z.Create("aggregated-complete.parquet/created_at_month=2025-01-01/" + name)
		if err == nil {
			_, err = w.Write(content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	z.Close()
	zipped := filepath.Join(t.TempDir(), "aggregated-complete-2025-01-01-parquet.zip")
	if err := os.WriteFile(zipped, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	if n, err := totalOf(t, zipped); err != nil || n != 540_000 {
		t.Errorf("zipped: %v, %v", n, err)
	}
	for at, cut := range map[string][]byte{"a": content[:len(content)/2], "b": []byte("PAR1"), "c": append([]byte("PAR1\xff\xff\xff\xff"), "PAR1"...)} {
		path := filepath.Join(t.TempDir(), at+".parquet")
		os.WriteFile(path, cut, 0o600)
		if _, err := totalOf(t, path); err == nil || strings.Contains(err.Error(), "\n") || !strings.Contains(err.Error(), "cut or damaged") {
			t.Errorf("%s: %v", at, err)
		}
	}
}

// A cell of a Parquet file is shown with the names of the columns and what
// stands around it, also far down in a file.
func TestAroundParquetCell(t *testing.T) {
	path := asParquet(t, 3000)
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	l := open(t, file(t))
	receipts := l.Take(t.Context(), []string{path}, nil)
	if receipts[0].Err != nil {
		t.Fatal(receipts[0].Err)
	}
	for _, row := range []int{2, 9000} {
		o := reports.Origin{File: filepath.Base(path), Row: row, Column: 1}
		book, err := OpenAt(t.Context(), o.File, content, o)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := book.Leaves()[0].Rows()
		if err != nil || len(rows) > 2*rowsAround+3 {
			t.Fatalf("%d rows: %v", len(rows), err)
		}
		for _, r := range rows {
			if r.Number == row {
				o.Text = r.Text(1)
			}
		}
		place, found := book.Find(o)
		if !found || o.Text == "" {
			t.Fatalf("row %d: %q is not found", row, o.Text)
		}
		around, err := place.Around(2)
		if err != nil || around.Header != "automated_decision" || len(around.Rows) < 4 || around.Right == "" {
			t.Errorf("row %d: %+v, %v", row, around, err)
		}
	}
}
