package audit

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"vitrine/assets"
	"vitrine/reports"
)

var update = flag.Bool("update", false, "rewrite the table of sisters in docs/checks.md")

const checksPage = "../../docs/checks.md"

// sisterRow is the row of a pair of tables in docs/checks.md.
func sisterRow(s Sister) string {
	var by []string
	for _, dims := range s.By {
		name := "total"
		if len(dims) > 0 {
			name = reports.DimsOf(dims...).String()
		}
		by = append(by, name)
	}
	w := assets.For("en")
	why := Phrase{Key: s.Why, Args: []any{"table", tableName{s.Publisher, s.Table}, "other", tableName{s.Publisher, s.Other}}}.Say(w)
	measure := string(s.Measure)
	if only := s.Only.Stated(); only != 0 {
		measure += " (" + strings.Join(values(w, s.Only), ", ") + ")"
	}
	publisher, other := s.Publisher, s.Other
	if s.OfService {
		publisher, other = "any service of the "+s.OtherPublisher, s.Other+" ("+strings.Join(values(w, s.OnlyOther), ", ")+")"
	}
	return fmt.Sprintf("| %s | %s | %s | %s | %s | %s | %s |", publisher, s.Table, other, measure, strings.Join(by, "; "), s.Severity, why)
}

// TestDocumented holds docs/checks.md to the checks and to the pairs of tables.
func TestDocumented(t *testing.T) {
	page, err := os.ReadFile(checksPage)
	if err != nil {
		t.Fatal(err)
	}
	text := string(page)
	for _, c := range Checks {
		if strings.Count(text, "\n| `"+c.Name+"` |") != 1 {
			t.Errorf("docs/checks.md has no row for the check %s, or several", c.Name)
		}
		m, _ := assets.Meanings().Get(reports.CheckMeaning, c.Name)
		for _, lang := range assets.Languages() {
			if !strings.HasSuffix(assets.For(lang).Meaning(m), ".") || len(m.Sources) == 0 {
				t.Errorf("%s: assets/meanings.csv does not explain the check %s", lang, c.Name)
			}
		}
	}
	head, _, found := strings.Cut(text, "\n|---|---|---|---|---|---|---|\n")
	if !found {
		t.Fatal("docs/checks.md has no table of pairs")
	}
	want := head + "\n|---|---|---|---|---|---|---|\n"
	for _, s := range Sisters {
		want += sisterRow(s) + "\n"
	}
	if *update {
		if err := os.WriteFile(checksPage, []byte(want), 0o600); err != nil {
			t.Fatal(err)
		}
		text = want
	}
	if text != want {
		t.Error("docs/checks.md has other pairs of tables than the code; go test ./reports/audit -run Documented -update writes them")
	}
}
