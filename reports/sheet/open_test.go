package sheet

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// openText opens a text as a file.
func openText(name, text string) (*Book, error) {
	return Open(context.Background(), name, strings.NewReader(text), int64(len(text)))
}

// mustOpen opens a text that opens.
func mustOpen(t testing.TB, name, text string) *Book {
	t.Helper()
	book, err := openText(name, text)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// cells reads a table as texts; an error stands as the last row.
func cells(table *Table) (rows [][]string) {
	for row, err := range table.Rows() {
		if err != nil {
			return append(rows, []string{err.Error()})
		}
		var texts []string
		for _, c := range row.Cells {
			texts = append(texts, c.Text)
		}
		rows = append(rows, texts)
	}
	return rows
}

// limit sets a limit for the test.
func limit[T any](t *testing.T, variable *T, value T) {
	before := *variable
	*variable = value
	t.Cleanup(func() { *variable = before })
}

func TestKindIsTakenFromBytes(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       Kind
	}{
		{"report.txt", "a,b\n1,2\n", CSV},
		{"report.html", "a,b\n1,2\n", CSV},
		{"one column.csv", "country\nFrance\n", CSV},
		{"notes.txt", "Some words.\nMore words, here.\nNo table.\n", PlainText},
		{"notes.csv", "<!DOCTYPE html><p>Hello", HTML},
		{"page", "\ufeff\n <html><body>x", HTML},
		{"cut.html", "<div class=\"message\">x</div>", HTML},
		{"a.csv", ` {"a": 1}`, JSON},
		{"a", "[\n]", JSON},
		{"a", "[1, 2]", JSON},
		{"names in brackets.csv", "[Facebook] DSA,1\n[Instagram] DSA,2\n", CSV},
		{"tags.csv", "<5,6\n<10,7\n", CSV},
	} {
		if got := mustOpen(t, c.name, c.text).Files[0].Kind; got != c.want {
			t.Errorf("%s %q: kind %v, want %v", c.name, c.text, got, c.want)
		}
	}
}

func TestWhatIsNoReportGetsOneSentence(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"page.html", "\x89PNG\r\n\x1a\n\x00\x00", "page.html: it is a PNG picture, not a report that Vitrine reads; open the file that the publisher offers (csv, xlsx, ods, xls, html, json, gz or zip)"},
		{"a.csv", "", "a.csv: it is empty; download it again"},
		{"a.zip", "PK\x03\x04half of it", "a.zip: the zip archive is cut or damaged; download it again"},
		{"a.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "a.xls: the workbook is cut or damaged; download it again"},
		{"a.pdf", "%PDF-1.7 words, and words", "a.pdf: it is a PDF document, not a report that Vitrine reads; open the file that the publisher offers (csv, xlsx, ods, xls, html, json, gz or zip)"},
		{"a.gz", "\x1f\x8b\x08\x00", "a.gz: the gzip archive is cut or damaged; download it again"},
		{"a.bin", "\x01\x00\x02\x00\x00", "a.bin: it is neither text nor a workbook nor a zip archive; open the file that the publisher offers (csv, xlsx, ods, xls, html, json, gz or zip)"},
	} {
		if _, err := openText(c.name, c.text); err == nil || err.Error() != c.want {
			t.Errorf("%s: %v\nwant %s", c.name, err, c.want)
		}
	}
}

func TestOpenFileRefusesWhatIsNoFile(t *testing.T) {
	dir := t.TempDir()
	for name, want := range map[string]string{
		"none.csv": "none.csv: there is no such file; check its name",
		".":        filepath.Base(dir) + ": it is a folder; open the files in it",
	} {
		if _, err := OpenFile(context.Background(), filepath.Join(dir, name)); err == nil || err.Error() != want {
			t.Errorf("%v\nwant %s", err, want)
		}
	}
	if _, err := OpenFile(context.Background(), filepath.Join(dir, "none.csv")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v is not what package fs says", err)
	}
}

func TestUnreadableFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "secret.csv")
	if err := os.WriteFile(path, []byte("a,b\n"), 0o000); err != nil {
		t.Fatal(err)
	}
	if f, err := os.Open(path); err == nil {
		f.Close()
		t.Skip("this user may read every file")
	}
	_, err := OpenFile(context.Background(), path)
	if want := "secret.csv: it cannot be read, you have no permission; ask its owner, or copy it"; err == nil || err.Error() != want {
		t.Errorf("%v\nwant %s", err, want)
	}
}

// A failing reader fails beyond some of its bytes.
type failing struct {
	text string
	err  error
}

func (f failing) ReadAt(p []byte, at int64) (int, error) {
	if at+int64(len(p)) > int64(len(f.text)) {
		return 0, f.err
	}
	return copy(p, f.text[at:]), nil
}

func TestFileThatChangesOrFails(t *testing.T) {
	text := "a,b\n" + strings.Repeat("1,2\n", 10_000)
	for _, c := range []struct {
		name string
		r    io.ReaderAt
		size int
		want string
	}{
		{"shorter", strings.NewReader(text), len(text) + 10, "shorter: it changed while it was read; open it again when it is complete"},
		{"longer", strings.NewReader(text), len(text) - 10, "longer: it changed while it was read; open it again when it is complete"},
		{"disk", failing{text[:20_000], errors.New("the cable is loose")}, len(text), "disk: it cannot be read (the cable is loose); copy it to this computer and try again"},
	} {
		if _, err := Open(context.Background(), c.name, c.r, int64(c.size)); err == nil || err.Error() != c.want {
			t.Errorf("%v\nwant %s", err, c.want)
		}
	}
}

func TestOpenEndsWhenItsContextDoes(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	text := "a,b\n" + strings.Repeat("1,2\n", 10_000)
	book, err := Open(ctx, "a.csv", strings.NewReader(text), int64(len(text)))
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	var last error
	for _, err := range book.Files[0].Tables[0].Rows() {
		if rows++; rows == 100 {
			cancel()
		}
		last = err
	}
	if !errors.Is(last, context.Canceled) || rows > 5000 {
		t.Errorf("reading ended after %d rows with %v", rows, last)
	}
	for name, text := range map[string]string{"a.csv": text, "a.json": "[1]", "a.html": "<html>"} {
		if _, err := Open(ctx, name, strings.NewReader(text), int64(len(text))); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTooLargeATextIsRefused(t *testing.T) {
	limit(t, &MaxBytes, 1<<20)
	_, err := openText("large.csv", strings.Repeat("a,b\n", 1<<19))
	if want := "large.csv: it has 2 MB, more than the 1 MB that Vitrine reads; split the file"; err == nil || err.Error() != want {
		t.Errorf("%v\nwant %s", err, want)
	}
}

func TestErrorReadsAsASentenceWithItsPlace(t *testing.T) {
	err := &Error{File: "a.zip/b.xlsx", Sheet: "Requests", Row: 3, Column: 28, What: "it is wrong", Do: "do something"}
	if want := "a.zip/b.xlsx › Requests › row 3 › column AB: it is wrong; do something"; err.Error() != want {
		t.Errorf("%s\nwant %s", err, want)
	}
}
