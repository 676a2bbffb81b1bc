package library

import (
	"context"
	"database/sql"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	_ "github.com/duckdb/duckdb-go/v2"

	"vitrine/reports/statements"
	"vitrine/reports/statements/made"
)

// countWithSQL counts by what package statements counts by. It reads every
// column as text, so that nothing is guessed, and knows RFC 4180's quoting only.
const countWithSQL = `SELECT count(*), sum(n)::BIGINT FROM (
	SELECT platform_name, created_at[1:10], category, decision_visibility, decision_monetary, decision_provision, decision_account, source_type,
		automated_detection, automated_decision, decision_ground, territorial_scope, category_specification, content_type, content_language, count(*) AS n
	FROM read_csv(?, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')
	GROUP BY ALL)`

// BenchmarkUnzipAndDuckDB does by turns what package statements does and the
// same with unzip and DuckDB's CSV reader, which needs a dump without the rows
// that trip it. It reports how many times as long the latter takes (the best of
// each).
func BenchmarkUnzipAndDuckDB(b *testing.B) {
	unzip, err := exec.LookPath("unzip")
	if err != nil {
		b.Skip("there is no unzip: ", err)
	}
	m := made.Dump{Rows: 200_000, PerFile: 20_000}
	path := filepath.Join(b.TempDir(), m.Name())
	file, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	if _, err := m.Write(file); err != nil {
		b.Fatal(err)
	}
	db, err := sql.Open("duckdb", "")
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	var counting, importing time.Duration
	for b.Loop() {
		counting = quicker(counting, func() { countDump(b, m.Name(), file) })
		importing = quicker(importing, func() { unzipAndCount(b, db, unzip, path, int64(m.Rows)) })
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(counting.Seconds(), "s-counting")
	b.ReportMetric(importing.Seconds(), "s-unzip-and-duckdb")
	b.ReportMetric(importing.Seconds()/counting.Seconds(), "x-counting")
}

func quicker(best time.Duration, work func()) time.Duration {
	start := time.Now()
	work()
	if took := time.Since(start); best == 0 || took < best {
		return took
	}
	return best
}

func countDump(b *testing.B, name string, file *os.File) {
	info, err := file.Stat()
	if err != nil {
		b.Fatal(err)
	}
	d, err := statements.Open(name, file, info.Size())
	if err != nil {
		b.Fatal(err)
	}
	if _, err := d.Count(context.Background(), statements.Options{}); err != nil {
		b.Fatal(err)
	}
}

func unzipAndCount(b *testing.B, db *sql.DB, unzip, path string, rows int64) {
	folder := b.TempDir()
	if out, err := exec.Command(unzip, "-q", path, "-d", folder).CombinedOutput(); err != nil {
		b.Fatalf("%s: %v", out, err)
	}
	// unzip takes the pattern itself, so it unpacks all archives in one run.
	if out, err := exec.Command(unzip, "-q", filepath.Join(folder, "*.csv.zip"), "-d", folder).CombinedOutput(); err != nil {
		b.Fatalf("%s: %v", out, err)
	}
	var kinds, sum int64
	if err := db.QueryRow(countWithSQL, filepath.Join(folder, "*.csv")).Scan(&kinds, &sum); err != nil || sum != rows {
		b.Fatalf("%d statements of %d, %v", sum, rows, err)
	}
	if err := os.RemoveAll(folder); err != nil {
		b.Fatal(err)
	}
}
