package statements_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"vitrine/reports/statements"
	"vitrine/reports/statements/made"
)

// pack makes a zip of the contents, named in order.
func pack(t testing.TB, method uint16, entries ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(entries); i += 2 {
		w, err := z.CreateHeader(&zip.FileHeader{Name: entries[i], Method: method})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, entries[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// oneCSV returns a CSV part of a made dump.
func oneCSV(t testing.TB, rows int) string {
	t.Helper()
	content, _ := write(t, made.Dump{Rows: rows, Single: true})
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	r, err := z.File[0].Open()
	if err != nil {
		t.Fatal(err)
	}
	csv, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(csv)
}

const name = "sor-global-2025-08-01-full.zip"

func TestHostileDumpsGetOneSentence(t *testing.T) {
	good, _ := write(t, made.Dump{Rows: 500, PerFile: 100, PerArchive: 2})
	csv := oneCSV(t, 10)
	nested := pack(t, zip.Store, "a.csv.zip", pack(t, zip.Deflate, "a.csv", csv))
	flipped := bytes.Clone(good)
	flipped[len(flipped)/2] ^= 0x40
	many := make([]string, 0, 200_000)
	for i := range 100_000 {
		many = append(many, fmt.Sprint(i), "")
	}
	for what, c := range map[string]struct{ content, want string }{
		"truncated":        {string(good[:len(good)*2/3]), name + ": the zip archive has no end, so a part of it is missing; download it again"},
		"damaged":          {string(flipped), "; download it again"},
		"a part is no CSV": {pack(t, zip.Store, "a.csv", csv, "b.csv", "<html>busy</html>\n<p>"), name + " › b.csv › line 1: it is not a CSV file with the columns of the database; open the dump as the database offers it"},
		"a bomb":           {pack(t, zip.Deflate, "a.csv", csv+strings.Repeat("\x00", 66<<20)), name + " › a.csv: it would grow to more than 300 times its size, as no dump does; check where it came from"},
		"100,000 entries":  {pack(t, zip.Store, many...), name + ": it lists more than 20,000 files, and a day's dump has some hundreds; check where it came from"},
		"nested":           {pack(t, zip.Store, "a.zip", nested), name + " › a.zip › a.csv.zip: it is an archive within an archive within an archive, which no dump is; unpack it and open the files"},
		"empty":            {pack(t, zip.Store), name + ": the archive is empty; download it again"},
		"not a zip":        {"%PDF-1.7", name + " › line 1: it is not a CSV file with the columns of the database; open the dump as the database offers it"},
	} {
		t.Run(what, func(t *testing.T) {
			d, err := statements.Open(name, strings.NewReader(c.content), int64(len(c.content)))
			if err == nil {
				var counts *statements.Counts
				if counts, err = d.Count(context.Background(), statements.Options{Workers: 2}); counts != nil {
					t.Error("what was counted before is kept")
				}
			}
			if err == nil || !strings.HasSuffix(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("the sentence is %v, want %s", err, c.want)
			}
		})
	}
}

func TestOtherFilesAreNoDumps(t *testing.T) {
	for what, content := range map[string]string{
		"nothing": "", "text": "hello", "another table": "Year,Requests\n2024,5\n", "another zip": pack(t, zip.Deflate, "report.csv", "Year,Requests\n2024,5\n"), "an empty zip": pack(t, zip.Store),
	} {
		if _, err := statements.Open("report.zip", strings.NewReader(content), int64(len(content))); !errors.Is(err, statements.ErrNotDump) {
			t.Errorf("%s gives %v", what, err)
		}
	}
}

func TestLinesThatCannotBeSplitAreShown(t *testing.T) {
	lines := strings.SplitAfter(oneCSV(t, 10), "\n")
	lines[3] = "24260a30-3eae-4cf1-8292-03655fc6a3c7,cut\n"
	lines[5] = strings.Repeat("x", 3<<20) + "\n"
	lines[6] = "\n"
	content := strings.Join(lines, "")
	for what, content := range map[string]string{"plain": content, "CRLF and a mark": "\ufeff" + strings.ReplaceAll(content, "\n", "\r\n"), "packed": pack(t, zip.Deflate, "a.csv", content)} {
		c, err := open(t, "a.csv", []byte(content)).Count(context.Background(), statements.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if c.Lines != 9 || c.Rows != 7 || c.Rejected != 2 || len(c.Examples) != 2 || c.Examples[0].Line != 4 || !strings.HasSuffix(c.Examples[0].Text, ",cut") || c.Examples[1].Line != 6 || len(c.Examples[1].Text) != 300 {
			t.Errorf("%s: %d lines, %d rows, %d rejected: %.300v", what, c.Lines, c.Rows, c.Rejected, c.Examples)
		}
	}
}

// TestStatementsAreCountedByTheDayOfTheirReceipt: a few statements of a day
// stand in the dump of the next.
func TestStatementsAreCountedByTheDayOfTheirReceipt(t *testing.T) {
	csv := oneCSV(t, 10)
	last := strings.LastIndex(csv, "2025-08-01 ")
	c, err := open(t, name, []byte(csv[:last]+"2025-07-31 "+csv[last+len("2025-08-01 "):])).Count(context.Background(), statements.Options{})
	if err != nil {
		t.Fatal(err)
	}
	days := map[string]int64{}
	for k, n := range c.Decisions() {
		days[k.Day.String()] += n
	}
	if len(days) != 2 || days["2025-07-31"] != 1 || days["2025-08-01"] != 9 {
		t.Errorf("the days have %v", days)
	}
}

func FuzzCount(f *testing.F) {
	csv := oneCSV(f, 20)
	f.Add(csv)
	f.Add(pack(f, zip.Deflate, "a.csv", csv))
	f.Add(pack(f, zip.Store, "a.csv.zip", pack(f, zip.Deflate, "a.csv", csv)))
	f.Add(strings.ReplaceAll(csv, " ", `\"`))
	f.Fuzz(func(t *testing.T, content string) {
		d, err := statements.Open("fuzz.zip", strings.NewReader(content), int64(len(content)))
		if err != nil {
			return
		}
		c, err := d.Count(context.Background(), statements.Options{Workers: 1, Duplicates: true})
		if err != nil {
			return
		}
		total := int64(0)
		for _, n := range c.Decisions() {
			total += n
		}
		if c.Rows+c.Rejected != c.Lines || total != c.Rows {
			t.Errorf("%d rows and %d rejected of %d lines; the decisions add to %d", c.Rows, c.Rejected, c.Lines, total)
		}
		traced := int64(0)
		if err := d.Trace(context.Background(), func(statements.Statement) bool { return true }, 0, func(statements.Place) bool { traced++; return true }); err != nil || traced != c.Rows {
			t.Errorf("%d of %d statements are traced, %v", traced, c.Rows, err)
		}
	})
}
