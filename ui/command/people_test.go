package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// requestsByCountry writes a made-up export of half-years and countries.
func requestsByCountry(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "requests.csv")
	text := "TR Period,TR Start Date,TR End Date,Country/Region,Legal Violation Takedown Requests Received,Apps Specified in Requests,Requests Objected to in Part or Rejected in Full,Requests where App Removed,Apps Removed,Appeals Received,Appeals Granted,Apps Reinstated\n"
	for _, row := range []string{"2012 H1,1/1/12,6/30/12,India", "2020 H2,7/1/20,12/31/20,India", "2024 H1,1/1/24,6/30/24,India", "2024 H1,1/1/24,6/30/24,Taiwan", "2024 H1,1/1/24,6/30/24,Eritrea"} {
		text += row + ",1000,0,0,0,0, -, -, -\n"
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// 1,265,780,243 people lived in India in 2012 and 1,380,004,385 in 2020, as
// the World Bank states them; the rates are worked out by hand.
func TestRatesAreOfThePeopleOfTheirYear(t *testing.T) {
	file := requestsByCountry(t)
	args := []string{"--measure", "removal requests received", "--by", "country", "--per-million", file}
	out, messages, code := starter(t, append([]string{"series", "--format", "csv"}, args...)...)
	got := strings.Join(pick(t, out, "area", "period_start", "value", "basis"), "\n")
	for _, want := range []string{
		"IN 2012-01-01 0.79002655", "published; per million people: 1265780243 in 2012, World Bank SP.POP.TOTL, edition to 2020",
		"IN 2020-07-01 0.724635378", "published; per million people: 1380004385 in 2020, World Bank",
		"IN 2024-01-01 0.724635378",
		"ER 2024-01-01 311.1417", "per million people: 3213969 in 2011, World Bank",
		"TW 2024-01-01 42.381321", "per million people: 23595300 of no stated year, Unicode CLDR 48.2",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("exit %d: no %q in\n%s", code, want, got)
		}
	}
	for _, want := range []string{"the nearest that it has, 2011, 2020", "of no stated year (Unicode CLDR 48.2); Taiwan"} {
		if !strings.Contains(messages, want) {
			t.Errorf("no note says %q:\n%s", want, messages)
		}
	}
	if out, _, code = starter(t, append([]string{"trace", "--format", "csv"}, args...)...); code != Done || !strings.Contains(out, "1265780243 in 2012") {
		t.Errorf("exit %d: a trace does not say the people:\n%s", code, out)
	}
	out, _, code = starter(t, "table", "--measure", "removal requests received", "--rows", "country", "--per-million", "--format", "csv", file)
	if code != Done || !strings.Contains(out, ",requests per million people,IN,0.79002655") {
		t.Errorf("exit %d: a table:\n%s", code, out)
	}
}

func TestVerifyRepeatsRates(t *testing.T) {
	file := requestsByCountry(t)
	record := recorded(t, ":memory:", "series", "--by", "country", "--measure", "removal requests received", "--per-million", file)
	if text, err := os.ReadFile(record); err != nil || !strings.Contains(string(text), "1265780243 in 2012, World Bank") {
		t.Errorf("%v: the record does not say the people:\n%s", err, text)
	}
	if said, messages, code := vitrine(t, ":memory:", "verify", record, file); code != Done || strings.Contains(said, "differs") {
		t.Errorf("exit %d\n%s%s", code, said, messages)
	}
	other := swap(t, record, "1265780243 in 2012", "1265780244 in 2012")
	if said, _, code := vitrine(t, ":memory:", "verify", other, file); code == Done {
		t.Errorf("other people verify:\n%s", said)
	}
}
