package fetch

import (
	"context"
	"crypto/sha1"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"vitrine/reports"
)

// changedAt is when the files of the test servers were changed.
var changedAt = time.Date(2024, 9, 30, 12, 0, 0, 0, time.UTC)

// A host is a publisher's server with one file.
type host struct {
	content string
	tag     string // its ETag; "": only a date
	cuts    int    // connections that break half-way
	deaf    bool   // ignores Range
	asked   []string
}

func (h *host) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h.asked = append(h.asked, r.Header.Get("Range"))
	if h.tag != "" {
		w.Header().Set("ETag", h.tag)
	}
	if h.deaf {
		r.Header.Del("Range")
	}
	if h.cuts > 0 {
		h.cuts--
		w = &cutting{ResponseWriter: w, left: len(h.content) / 3}
	}
	http.ServeContent(w, r, "", changedAt, strings.NewReader(h.content))
}

// A cutting answer breaks after some bytes.
type cutting struct {
	http.ResponseWriter
	left int
}

func (c *cutting) Write(p []byte) (int, error) {
	n := min(len(p), c.left)
	c.left -= n
	c.ResponseWriter.Write(p[:n])
	if c.left == 0 {
		c.ResponseWriter.(http.Flusher).Flush()
		panic(http.ErrAbortHandler)
	}
	return n, nil
}

// serve starts a publisher's server; address is that of its file.
func serve(t *testing.T, h http.Handler) (address string) {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s.URL + "/reports/report.csv"
}

// report is long enough to come in several pieces.
var report = strings.Repeat("2024-06-30,Germany,DE,12\n", 40_000)

// left lists what is in a folder.
func left(t *testing.T, folder string) string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			name, _ := filepath.Rel(folder, path)
			names = append(names, filepath.ToSlash(name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(names, " ")
}

// fetched gets a file that must come whole.
func fetched(t *testing.T, address, into, want string, o Options) File {
	t.Helper()
	f, err := Get(t.Context(), address, into, o)
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(f.Path)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Fatalf("%d bytes came, want the %d of the file", len(got), len(want))
	}
	if strings.Contains(left(t, into), ".part") {
		t.Errorf("beside the file there is %s", left(t, into))
	}
	return f
}

func TestGet(t *testing.T) {
	into := filepath.Join(t.TempDir(), "new", "folder")
	var seen []Progress
	address := serve(t, &host{content: report})
	f := fetched(t, address, into, report, Options{Progress: func(p Progress) { seen = append(seen, p) }})
	if f.Path != filepath.Join(into, "report.csv") || f.Address != address || f.Bytes != int64(len(report)) || f.Checked {
		t.Errorf("the file is %+v", f)
	}
	if f.Published != reports.DayOf(2024, 9, 30) || f.Retrieved.Before(changedAt) {
		t.Errorf("published %s, retrieved %s", f.Published, f.Retrieved)
	}
	if info, err := os.Stat(f.Path); err != nil || !info.ModTime().Equal(changedAt) {
		t.Errorf("the file's date is not the publisher's: %v %v", info, err)
	}
	if last := seen[len(seen)-1]; len(seen) < 3 || last.Of != f.Bytes || last.Name != "report.csv" {
		t.Errorf("%d times told of progress, at last %+v", len(seen), last)
	}
}

func TestCutConnectionIsTakenUp(t *testing.T) {
	for _, tag := range []string{`"one"`, ""} {
		h := &host{content: report, tag: tag, cuts: 2}
		fetched(t, serve(t, h), t.TempDir(), report, Options{})
		third := fmt.Sprintf("bytes=%d-", len(report)/3)
		if len(h.asked) != 3 || h.asked[0] != "" || h.asked[1] != third {
			t.Errorf("ETag %q: asked for %q, want the whole, then the rest", tag, h.asked)
		}
	}
}

func TestNextGetGoesOn(t *testing.T) {
	into := t.TempDir()
	h := &host{content: report, tag: `"one"`}
	address := serve(t, h)
	interrupt(t, address, into)
	if got := left(t, into); got != "report.csv.part report.csv.part.json" {
		t.Fatalf("what came before is kept as %s", got)
	}
	fetched(t, address, into, report, Options{})
	if len(h.asked) != 2 || !strings.HasPrefix(h.asked[1], "bytes=") {
		t.Errorf("asked for %q, want the rest", h.asked)
	}
}

// interrupt cancels a Get half-way.
func interrupt(t *testing.T, address, into string) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	_, err := Get(ctx, address, into, Options{Progress: func(p Progress) {
		if p.Bytes > 100_000 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) || !strings.Contains(err.Error(), "to go on from where it stopped") {
		t.Fatalf("a cancelled get ends with %v", err)
	}
}

func TestPartOfAnotherFileIsDropped(t *testing.T) {
	newer := strings.Replace(report, "12", "13", -1) + "one more line\n"
	for _, c := range []struct {
		name   string
		change func(*host)
	}{
		{"a newer vintage with another ETag", func(h *host) { h.content, h.tag = newer, `"two"` }},
		{"a shorter one", func(h *host) { h.content, h.tag = "gone\n", `"three"` }},
		{"a server that does not know of ranges", func(h *host) { h.deaf = true }},
	} {
		t.Run(c.name, func(t *testing.T) {
			into := t.TempDir()
			h := &host{content: report, tag: `"one"`}
			address := serve(t, h)
			interrupt(t, address, into)
			c.change(h)
			fetched(t, address, into, h.content, Options{})
		})
	}
}

func TestServerThatLiesAboutRanges(t *testing.T) {
	lies := 0
	h := &host{content: report, tag: `"one"`}
	address := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Range") == "" {
			h.ServeHTTP(w, r)
			return
		}
		lies++
		w.Header().Set("Content-Range", fmt.Sprintf("bytes 0-%d/%d", len(report)-1, len(report)))
		w.WriteHeader(http.StatusPartialContent)
		w.Write([]byte(report))
	}))
	into := t.TempDir()
	interrupt(t, address, into)
	fetched(t, address, into, report, Options{})
	if lies != 1 {
		t.Errorf("asked %d times for a range, want once, then for the whole", lies)
	}
}

func TestWholePartNeedsNoBytes(t *testing.T) {
	into := t.TempDir()
	address := serve(t, &host{content: report, tag: `"one"`})
	write(t, filepath.Join(into, "report.csv.part"), report)
	write(t, filepath.Join(into, "report.csv.part.json"), fmt.Sprintf(`{"address":%q,"etag":"\"one\"","total":%d}`, address, len(report)))
	fetched(t, address, into, report, Options{})
}

func TestPartWithoutValidatorIsNotKept(t *testing.T) {
	into := t.TempDir()
	address := serve(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("ETag", `W/"weak"`)
		w.Header().Set("Content-Length", fmt.Sprint(len(report)))
		(&cutting{ResponseWriter: w, left: 1000}).Write([]byte(report))
	}))
	_, err := Get(t.Context(), address, into, Options{})
	if !errors.Is(err, ErrCut) || left(t, into) != "" {
		t.Errorf("%v, and %q is left; without a validator nothing can be taken up", err, left(t, into))
	}
}

func TestChecksum(t *testing.T) {
	sum := sha1.Sum([]byte(report))
	right := hex.EncodeToString(sum[:])
	for _, c := range []struct {
		name, says string
		status     int
		checked    bool
		err        error
	}{
		{"right", right + "  report.csv", 200, true, nil},
		{"wrong", strings.Repeat("ab", 20) + "  report.csv", 200, false, ErrChecksum},
		{"not one", "<html>not found</html>", 200, false, ErrChecksum},
		{"none", "", 404, false, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			into := t.TempDir()
			mux := http.NewServeMux()
			mux.Handle("/reports/report.csv", &host{content: report})
			mux.HandleFunc("/reports/report.csv.sha1", func(w http.ResponseWriter, _ *http.Request) {
				w.WriteHeader(c.status)
				w.Write([]byte(c.says))
			})
			address := serve(t, mux)
			f, err := Get(t.Context(), address, into, Options{ChecksumAt: address + ".sha1"})
			if !errors.Is(err, c.err) || f.Checked != c.checked {
				t.Errorf("checked %t, %v; want %t, %v", f.Checked, err, c.checked, c.err)
			}
			if c.err != nil && left(t, into) != "" {
				t.Errorf("%s is left of a file that cannot be trusted", left(t, into))
			}
		})
	}
}

func TestTooLarge(t *testing.T) {
	for name, hide := range map[string]bool{"said before": false, "noticed on the way": true} {
		t.Run(name, func(t *testing.T) {
			into := t.TempDir()
			address := serve(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				if !hide {
					w.Header().Set("Content-Length", fmt.Sprint(len(report)))
				}
				w.Write([]byte(report))
			}))
			_, err := Get(t.Context(), address, into, Options{MaxBytes: 200_000})
			if !errors.Is(err, ErrTooLarge) || left(t, into) != "" {
				t.Errorf("%v, and %q is left", err, left(t, into))
			}
		})
	}
}

func TestSameNameIsNeverOverwritten(t *testing.T) {
	into := t.TempDir()
	h := &host{content: report, tag: `"one"`}
	address := serve(t, h)
	first := fetched(t, address, into, report, Options{})
	if again := fetched(t, address, into, report, Options{}); again.Path != first.Path || again.Bytes != first.Bytes {
		t.Errorf("the same bytes are at %s and at %s", first.Path, again.Path)
	}
	h.content, h.tag = "revised\n", `"two"`
	if newer := fetched(t, address, into, "revised\n", Options{}); newer.Path != filepath.Join(into, "2", "report.csv") {
		t.Errorf("the newer vintage is at %s", newer.Path)
	}
	if got, err := os.ReadFile(first.Path); err != nil || string(got) != report {
		t.Errorf("the first vintage changed (%v)", err)
	}
}

func TestNameAndPasswordAreNotKept(t *testing.T) {
	address := serve(t, &host{content: report})
	f := fetched(t, strings.Replace(address, "://", "://user:secret@", 1), t.TempDir(), report, Options{})
	if f.Address != address {
		t.Errorf("the address is kept as %s", f.Address)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
