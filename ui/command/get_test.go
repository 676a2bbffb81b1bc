package command

import (
	"crypto/sha256"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const figures = "publisher,table,measure,period_start,period_end,value\nExample,removals,content blocked,2024-01-01,2024-01-31,12\n"

// offering starts a publisher's server with one file.
func offering(t *testing.T, content string) (address string) {
	t.Helper()
	mux := http.NewServeMux()
	mux.HandleFunc("/report.csv", func(w http.ResponseWriter, r *http.Request) {
		http.ServeContent(w, r, "", time.Date(2024, 2, 1, 0, 0, 0, 0, time.UTC), strings.NewReader(content))
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s.URL + "/report.csv"
}

func TestGetFetchesAndLoads(t *testing.T) {
	into := t.TempDir()
	library := filepath.Join(t.TempDir(), "l.duckdb")
	address := offering(t, figures)
	out, messages, code := vitrine(t, library, "get", address, "--into", into)
	if code != Done || !strings.Contains(out, "report.csv  Vitrine CSV: 1 figure (1 new") || !strings.Contains(messages, filepath.Join(into, "report.csv")) {
		t.Fatalf("%d %q %q", code, out, messages)
	}
	out, _, _ = vitrine(t, library, "sources", "--format", "csv")
	if got := strings.Join(pick(t, out, "name", "address"), "\n"); !strings.Contains(got, "report.csv "+address) {
		t.Errorf("the library's sources are %q", got)
	}
	if out, _, code = vitrine(t, library, "get", address, "--into", into); code != Done || !strings.Contains(out, "loaded before") {
		t.Errorf("the second time: %d %q", code, out)
	}
}

func TestGetKeepsFilesBesideTheLibrary(t *testing.T) {
	folder := t.TempDir()
	if _, messages, code := vitrine(t, filepath.Join(folder, "l.duckdb"), "get", offering(t, figures)); code != Done {
		t.Fatal(messages)
	}
	content, err := os.ReadFile(filepath.Join(folder, "fetched", "report.csv"))
	if err != nil || sha256.Sum256(content) != sha256.Sum256([]byte(figures)) {
		t.Errorf("%q, %v", content, err)
	}
}

func TestGetSaysWhatWentWrong(t *testing.T) {
	address := offering(t, "not a table\n")
	for _, c := range []struct {
		name, arg string
		says      string
	}{
		{"nothing there", strings.Replace(address, "report", "gone", 1), "there is nothing at this address (404 Not Found)"},
		{"no export", address, "not an export that Vitrine knows"},
		{"no name", "nobody", `no publisher and no export is called "nobody"`},
		{"a name of several publishers", "requests", "name the publisher too"},
		{"another scheme", "ftp://127.0.0.1/report.csv", "this is no address of the web"},
	} {
		_, messages, code := vitrine(t, ":memory:", "get", c.arg, "--into", t.TempDir())
		if code != Failed || !strings.Contains(messages, c.says) {
			t.Errorf("%s: %d %q, want %q", c.name, code, messages, c.says)
		}
	}
}

func TestGetOfAPagePrintsItsAddress(t *testing.T) {
	out, _, code := vitrine(t, ":memory:", "get", "snap", "discord")
	if code != Failed || !strings.Contains(out, "https://values.snap.com/privacy/transparency") || !strings.Contains(out, "https://discord.com/safety-transparency") {
		t.Errorf("%d %q", code, out)
	}
}

func TestGetListsWhatIsOffered(t *testing.T) {
	out, _, code := vitrine(t, ":memory:", "get", "--format", "csv")
	if code != Done {
		t.Fatal(code)
	}
	got := strings.Join(pick(t, out, "publisher", "got", "address"), "\n")
	for _, want := range []string{
		"Google vitrine get https://storage.googleapis.com/transparencyreport/google-government-removals.zip",
		"Telegram vitrine get https://telegram.org/safety",
		"Snap in a browser https://values.snap.com/privacy/transparency",
	} {
		if strings.Count(got, want) != 1 {
			t.Errorf("%q is listed %d times in\n%s", want, strings.Count(got, want), got)
		}
	}
}
