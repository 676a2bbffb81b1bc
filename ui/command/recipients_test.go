package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// dsaParts writes parts 10 and 6 of a made-up DSA report, and one text of its
// part 11.
func dsaParts(t *testing.T) []string {
	t.Helper()
	folder := t.TempDir()
	var paths []string
	for _, part := range [][2]string{
		{"10_AMAR.csv", "Applicability,Service,Reporting period,Section,Indicator,Scope,Value\n" +
			"All,A,2025-07-01/2025-12-31,AMAR,Number of average monthly active recipients during the reporting period,TOTAL,\"2,000,000\"\n"},
		{"7_appeals_and_recidivism.csv", "Applicability,Service,Reporting period,Section,Indicator,Scope,Value,Contextual Information\n" +
			"All,A,2025-07-01/2025-12-31,S,Number of complaints submitted to the internal-complaints mechanism,Total number,50,\n"},
		{"11_qualitative.csv", "Applicability,Service,Reporting period,Indicator,Value\n" +
			"All,A,2025-07-01/2025-12-31,Qualitative description of the automated means,Classifiers look first.\n"},
	} {
		path := filepath.Join(folder, part[0])
		if err := os.WriteFile(path, []byte(part[1]), 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return paths
}

// A rate leads to both of its cells, in every form in which it is written.
func TestExportPerRecipients(t *testing.T) {
	parts := dsaParts(t)
	for _, name := range []string{"rates.csv", "rates.json", "rates.xlsx"} {
		out := filepath.Join(t.TempDir(), name)
		args := append([]string{"export", "--measure", "complaints received", "--per-recipients", "-o", out}, parts...)
		if _, messages, code := starter(t, args...); code != Done {
			t.Fatalf("%s: exit %d: %s", name, code, messages)
		}
		if name == "rates.xlsx" {
			if said, _, code := starter(t, append([]string{"verify", out}, parts...)...); code != Done || strings.Contains(said, "differs") {
				t.Errorf("exit %d: %s", code, said)
			}
			continue
		}
		text, err := os.ReadFile(out)
		if err != nil || !strings.Contains(string(text), "per million recipients: 2,000,000 in ") || !strings.Contains(string(text), ":!G2") || !strings.Contains(string(text), "25") {
			t.Errorf("%s: %s, %v", name, text, err)
		}
	}
	_, messages, code := starter(t, append([]string{"export", "--measure", "monthly active recipients", "--per-recipients", "-o", filepath.Join(t.TempDir(), "no.csv")}, parts...)...)
	if code == Done || !strings.Contains(messages, "--per-recipients") {
		t.Errorf("recipients per recipient: exit %d, %s", code, messages)
	}
}

func TestNotesOfSources(t *testing.T) {
	library := filepath.Join(t.TempDir(), "library.duckdb")
	out, messages, code := vitrine(t, library, append([]string{"load"}, dsaParts(t)...)...)
	if code != Done || !strings.Contains(out, "1 note, 0 problems") {
		t.Errorf("exit %d: %s%s", code, out, messages)
	}
	out, _, code = vitrine(t, library, "sources", "--notes", "--format", "csv")
	if got := pick(t, out, "publisher", "period_start", "text", "row", "column"); code != Done || len(got) != 1 || got[0] != "A 2025-07-01 Classifiers look first. 2 E" {
		t.Errorf("exit %d: %q", code, got)
	}
	out, _, _ = vitrine(t, library, "sources", "--format", "csv")
	if got := pick(t, out, "name", "figures", "notes"); got[len(got)-1] != "11_qualitative.csv 0 1" {
		t.Errorf("%q", got)
	}
}
