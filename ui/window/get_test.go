package window

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vitrine/reports/fetch"
	"vitrine/reports/publisher"
)

// fetching opens a window whose library stands in a folder of its own.
func fetching(t *testing.T) (p *page, s *shelf, folder string) {
	t.Helper()
	s = telegram()
	p = opened(t, s)
	folder = t.TempDir()
	p.options.Place = filepath.Join(folder, "library.duckdb")
	return p, s, filepath.Join(folder, "fetched")
}

// offering starts a publisher's server with the files chat.json, undated.csv
// and strange.csv.
func offering(t *testing.T) (address string) {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.Contains(r.URL.Path, "gone") {
			http.NotFound(w, r)
			return
		}
		http.ServeContent(w, r, "", time.Date(2024, 2, 1, 0, 0, 0, 0, time.UTC), strings.NewReader("the bytes of "+r.URL.Path))
	}))
	t.Cleanup(s.Close)
	return s.URL
}

func TestGetOffersFilesAndPages(t *testing.T) {
	p, _, _ := fetching(t)
	var went string
	p.openURL = func(u *url.URL) error { went = u.String(); return nil }
	p.press(t, "get")
	if n := len(publisher.Offers()); len(p.chooser.all) != n {
		t.Errorf("%d choices, want all %d offers", len(p.chooser.all), n)
	}
	notes := map[string]string{}
	for _, c := range p.chooser.all {
		notes[strings.Split(c.Label, " ")[0]] += c.Note + ";"
	}
	if notes["Google"] != "fetch;fetch;" || notes["Discord"] != "web page;" {
		t.Errorf("Google: %q, Discord: %q", notes["Google"], notes["Discord"])
	}
	test.Type(p.chooser.entry, "discord")
	p.chooser.entry.OnSubmitted("")
	if went != "https://discord.com/safety-transparency" || !strings.Contains(p.status.text.Text, went) {
		t.Errorf("the browser went to %q, the status line says %q", went, p.status.text.Text)
	}
	p.openURL = func(*url.URL) error { return errors.New("no browser") }
	p.browse("https://example.org/page")
	if got := p.status.text.Text; !strings.Contains(got, "no browser") || !strings.Contains(got, "https://example.org/page") {
		t.Errorf("without a browser the status line says %q", got)
	}
}

func TestTypedAddressIsFetchedAndLoaded(t *testing.T) {
	p, s, folder := fetching(t)
	address := offering(t) + "/export/chat.json"
	test.Tap(buttonOf(t, p.panel.object, "Get…"))
	test.Type(p.chooser.entry, address)
	if len(p.chooser.shown) != 1 {
		t.Fatalf("an address typed offers %d choices", len(p.chooser.shown))
	}
	p.chooser.entry.OnSubmitted("")
	if want := filepath.Join(folder, "chat.json"); len(s.taken) != 1 || s.taken[0] != want {
		t.Fatalf("took %v, want %s", s.taken, want)
	}
	if content, err := os.ReadFile(s.taken[0]); err != nil || string(content) != "the bytes of /export/chat.json" {
		t.Errorf("%q %v", content, err)
	}
	if last := s.sources[len(s.sources)-1]; last.Address != address || last.Retrieved.IsZero() {
		t.Errorf("the source has the address %q, got %s", last.Address, last.Retrieved)
	}
	if got := strings.Join(texts(p.panel.receipts), "\n"); !strings.Contains(got, "chat.json: Telegram") {
		t.Errorf("the panel says %q", got)
	}
}

func TestFailedFetchCanBeTriedAgain(t *testing.T) {
	p, s, _ := fetching(t)
	address := offering(t) + "/gone/chat.json"
	p.get(publisher.Offer{Address: address, Direct: true})
	if got := strings.Join(texts(p.panel.receipts), "\n"); !strings.Contains(got, "there is nothing at this address") || !strings.Contains(got, "check the address") {
		t.Errorf("the panel says %q", got)
	}
	if len(s.taken) != 0 {
		t.Errorf("took %v", s.taken)
	}
	var went string
	p.openURL = func(u *url.URL) error { went = u.String(); return nil }
	test.Tap(buttonOf(t, p.panel.receipts, "Open the page"))
	if went != address {
		t.Errorf("the browser went to %q", went)
	}
	p.loaded[0].Path = strings.Replace(address, "/gone", "", 1)
	p.receipts(p.loaded)
	test.Tap(buttonOf(t, p.panel.receipts, "Try again"))
	if len(s.taken) != 1 {
		t.Error("trying again did not fetch")
	}
}

func TestFetchShowsProgress(t *testing.T) {
	p, _, _ := fetching(t)
	p.showFetched(fetch.Progress{Name: "report.zip", Bytes: 3_250_000, Of: 13_000_000})
	if got := p.panel.progress.text.Text; got != "report.zip: 3.2 of 13 MB" || p.panel.progress.bar.Value != 0.25 {
		t.Errorf("%q, %v", got, p.panel.progress.bar.Value)
	}
	p.showFetched(fetch.Progress{Name: "report.zip", Bytes: 3_250_000})
	if got := p.panel.progress.text.Text; got != "report.zip: 3.2 MB" {
		t.Errorf("of unknown size: %q", got)
	}
}

func TestCancelledFetchLeavesTheLibrary(t *testing.T) {
	p, s, _ := fetching(t)
	address := offering(t) + "/chat.json"
	start := p.taking.start
	p.taking.start = func(f func()) { p.taking.interrupt(); start(f) }
	p.get(publisher.Offer{Address: address, Direct: true})
	got := strings.Join(texts(p.panel.receipts), "\n")
	if len(s.taken) != 0 || !strings.Contains(got, "chat.json: cancelled") || !strings.Contains(got, "Try again") {
		t.Errorf("took %v, the panel says %q", s.taken, got)
	}
}

func TestGetWaitsForTheLibrary(t *testing.T) {
	p := opened(t, nil)
	p.get(publisher.Offer{Address: "https://example.org/chat.json", Direct: true})
	if p.taking.working || p.status.text.Text != "Opening the library…" {
		t.Errorf("without a library: %q", p.status.text.Text)
	}
}

func TestPeriodIsAskedInPlace(t *testing.T) {
	p, s, _ := fetching(t)
	p.take([]string{"/exports/chat.json", "/exports/undated.csv"})
	before := strings.Join(texts(p.panel.receipts), "\n")
	if !strings.Contains(before, "undated.csv: neither the file nor its name says which period") || strings.Contains(before, "--period") {
		t.Fatalf("the panel says %q", before)
	}
	test.Tap(buttonOf(t, p.panel.receipts, "Say the period…"))
	entry, ok := p.window.Canvas().Focused().(*searchEntry)
	if !ok {
		t.Fatal("no entry has the focus")
	}
	entry.OnSubmitted("soon")
	if got := strings.Join(texts(p.panel.receipts), "\n"); len(s.taken) != 2 || !strings.Contains(got, "No period: write 2024") {
		t.Errorf("of no period, %d files were taken and the panel says %q", len(s.taken), got)
	}
	key(entry, fyne.KeyEscape)
	test.Tap(buttonOf(t, p.panel.receipts, "Say the period…"))
	p.window.Canvas().Focused().(*searchEntry).OnSubmitted("2023-H2")
	if last := s.sources[len(s.sources)-1]; last.Name != "undated.csv of 2023-H2" {
		t.Errorf("the last source is %q", last.Name)
	}
	after := strings.Join(texts(p.panel.receipts), "\n")
	if !strings.Contains(after, "chat.json: Telegram") || strings.Contains(after, "neither the file") {
		t.Errorf("then the panel says %q", after)
	}
}

// buttonOf finds the button with a text.
func buttonOf(t *testing.T, in fyne.CanvasObject, text string) *button {
	t.Helper()
	for _, b := range buttons(in) {
		if b.Text == text {
			return b
		}
	}
	t.Fatalf("there is no button %q", text)
	return nil
}
