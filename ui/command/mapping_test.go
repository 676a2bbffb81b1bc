package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const strangeTable = "Videos eliminados\n\nAño;País;Número\n2022;España;1.200\n2022;Chile;3\n2022;Total;1.203\n2023;España;2.000\n2023;Chile;4\n2023;Total;2.004\n"

// A proposal is written, answered, given, and then no longer needed.
func TestAMappingFromProposalToAnswer(t *testing.T) {
	folder := t.TempDir()
	lib := filepath.Join(folder, "library.duckdb")
	table, toml := filepath.Join(folder, "tabla.csv"), filepath.Join(folder, "m.toml")
	next := filepath.Join(folder, "next.csv")
	for path, text := range map[string]string{table: strangeTable, next: strings.ReplaceAll(strangeTable, "Chile;4", "Chile;5")} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	_, messages, code := vitrine(t, lib, "load", table)
	if code != Failed || !strings.Contains(messages, "vitrine mapping tabla.csv proposes") {
		t.Errorf("without a mapping: exit %d, %s", code, messages)
	}
	out, messages, code := vitrine(t, lib, "mapping", table)
	if code != Done || !strings.Contains(out, `publisher = "ask"`) || !strings.Contains(messages, "row 4, column C: videos removed · 2022 · area ES · 1200\n") ||
		!strings.Contains(messages, "to answer: who the publisher is\n") {
		t.Errorf("exit %d:\n%s%s", code, out, messages)
	}
	if _, messages, code = vitrine(t, lib, "mapping", table, "-o", toml); code != Done {
		t.Errorf("exit %d, %s", code, messages)
	}
	_, messages, code = vitrine(t, lib, "load", "--mapping", toml, table)
	if code != Failed || messages != "vitrine: --mapping: the mapping m.toml asks who the publisher is; write the answer in the place of each \"ask\"\n" {
		t.Errorf("with an open question: exit %d, %s", code, messages)
	}
	if _, messages, code = vitrine(t, lib, "mapping", table, "-o", toml, "--publisher", "Ejemplo"); code != Done || strings.Contains(messages, "to answer") {
		t.Errorf("exit %d, %s", code, messages)
	}
	out, messages, code = vitrine(t, lib, "load", "--mapping", toml, table)
	if code != Done || !strings.Contains(out, "mapping: Ejemplo, Videos eliminados: 6 figures") || messages != "" {
		t.Errorf("exit %d, %s%s", code, out, messages)
	}
	out, messages, code = vitrine(t, lib, "load", next)
	if code != Done || !strings.Contains(out, "(0 new, 5 equal, 1 changed), 0 problems") {
		t.Errorf("recognised next time: exit %d, %s%s", code, out, messages)
	}
	out, messages, code = vitrine(t, lib, "series", next, "--by", "area", "--every", "span", "--format", "csv")
	if got := strings.Join(pick(t, out, "area", "value", "unit", "basis"), "\n"); code != Done || got != "ES 3200 videos sum of 2\nCL 8 videos sum of 2" {
		t.Errorf("exit %d, %s%s", code, got, messages)
	}
}

func TestMappingsOfNoTable(t *testing.T) {
	folder := t.TempDir()
	text := filepath.Join(folder, "letter.txt")
	if err := os.WriteFile(text, []byte("Dear all,\nno table.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, want string
		args       []string
	}{
		{"a letter", "letter.txt: it has no table with a header and numbers below it", []string{"mapping", text}},
		{"no file", "there is no such file", []string{"mapping", filepath.Join(folder, "none.csv")}},
		{"a mapping that is none", "letter.txt is no mapping: line 1", []string{"load", "--mapping", text, text}},
		{"a mapping that is not there", "the mapping none.toml cannot be read", []string{"series", "--mapping", filepath.Join(folder, "none.toml"), text}},
	} {
		_, messages, code := starter(t, c.args...)
		if code != Failed || !strings.Contains(messages, c.want) || strings.Count(messages, "\n") != 1 {
			t.Errorf("%s: exit %d, %q", c.name, code, messages)
		}
	}
}
