package command

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// yearly and halves are GitHub's two files of one thing, made up: 43 in the
// one, 18 in the other.
const (
	yearly = "year,government,government_iso2_code,count_received\n2024,India,IN,1\n2024,Russia,RU,42\n"
	halves = "year,half,government,government_iso2_code,count_received\n2024,1,Russia,RU,17\n2024,2,India,IN,1\n"
)

// takedowns writes the two files, the yearly one first.
func takedowns(t *testing.T, yearly string) []string {
	t.Helper()
	folder := t.TempDir()
	var paths []string
	for _, file := range [][2]string{{"a.csv", yearly}, {"b.csv", halves}} {
		path := filepath.Join(folder, file[0])
		if err := os.WriteFile(path, []byte(file[1]), 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	slices.Sort(paths)
	return paths
}

func TestCheckHoldsTablesAgainstEachOther(t *testing.T) {
	files := takedowns(t, yearly)
	out, messages, code := starter(t, append([]string{"check", "--format", "csv"}, files...)...)
	want := "sister error Removal requests received: “government takedowns received” and “government takedowns received, by half-year” " +
		"differ in 2 of 3 numbers that both state, above all 2024: 43 against 18."
	if got := pick(t, out, "check", "severity", "finding"); code != Findings || len(got) != 1 || got[0] != want {
		t.Errorf("exit %d, got %q\nwant %q", code, got, want)
	}
	if !strings.Contains(messages, "(sister): 1 error") {
		t.Errorf("the summary is %q", messages)
	}
	out, _, _ = starter(t, append([]string{"check", "--cases", "--format", "csv"}, files...)...)
	if got := pick(t, out, "period_start", "area", "number", "against", "difference"); strings.Join(got, "\n") != "2024-01-01  43 18 25\n2024-01-01 RU 42 17 25" {
		t.Errorf("cases %q", got)
	}
	out, _, _ = starter(t, append([]string{"check", "--format", "csv", "--language", "fr"}, files...)...)
	if !strings.Contains(out, "diffèrent pour 2 des 3 nombres que les deux publient") {
		t.Errorf("in French: %s", out)
	}
	for _, none := range []string{"--check=total", "--country=India", "--since=2025", "--publisher=GitHub --severity=error --check=gap"} {
		if out, _, code := starter(t, append(append([]string{"check", "--format", "csv"}, strings.Fields(none)...), files...)...); code == Findings {
			t.Errorf("%s: %s", none, out)
		}
	}
}

// A place that a finding names is one that trace knows.
func TestFindingsLeadToTheirCells(t *testing.T) {
	library := filepath.Join(t.TempDir(), "library.duckdb")
	if _, messages, code := vitrine(t, library, append([]string{"load"}, takedowns(t, yearly)...)...); code != Done {
		t.Fatal(messages)
	}
	out, _, _ := vitrine(t, library, "check", "--format", "csv")
	for _, place := range strings.Fields(pick(t, out, "figures")[0]) {
		if _, messages, code := vitrine(t, library, "trace", place, "--format", "csv"); code != Done {
			t.Errorf("trace %s: exit %d, %s", place, code, messages)
		}
	}
}

func TestFindingsAreSetAsideUntilTheirNumbersChange(t *testing.T) {
	library := filepath.Join(t.TempDir(), "library.duckdb")
	check := func(args ...string) (ids []string, out, messages string, code int) {
		out, messages, code = vitrine(t, library, append([]string{"check", "--format", "csv"}, args...)...)
		if strings.HasPrefix(out, "id,") {
			ids = pick(t, out, "id")
		}
		return ids, out, messages, code
	}
	vitrine(t, library, append([]string{"load"}, takedowns(t, yearly)...)...)
	ids, _, _, _ := check()
	if len(ids) != 1 {
		t.Fatalf("%q", ids)
	}
	if _, _, messages, code := check("--set-aside", ids[0]); code != Failed || !strings.Contains(messages, "--note") {
		t.Errorf("without a reason: exit %d, %s", code, messages)
	}
	if _, out, messages, code := check("--set-aside", ids[0][:6], "--note", "asked GitHub"); code != Done || !strings.HasPrefix(out, "set aside "+ids[0]) {
		t.Fatalf("exit %d, %s%s", code, out, messages)
	}
	if left, _, _, code := check(); code != Done || len(left) != 0 {
		t.Errorf("set aside, and still found: exit %d, %q", code, left)
	}
	if all, out, _, code := check("--all"); code != Done || len(all) != 1 || !strings.Contains(out, "asked GitHub") {
		t.Errorf("--all: exit %d, %s", code, out)
	}
	vitrine(t, library, append([]string{"load", "--published", "2030-01-01"}, takedowns(t, strings.Replace(yearly, "RU,42", "RU,41", 1))[0])...)
	if again, out, _, code := check(); code != Findings || len(again) != 1 || again[0] == ids[0] {
		t.Errorf("the number changed, and the finding did not come back: exit %d, %s", code, out)
	}
	if _, out, messages, code := check("--put-back", ids[0]); code != Done || !strings.HasPrefix(out, "put back") {
		t.Errorf("exit %d, %s%s", code, out, messages)
	}
}

func TestFindingsAreWrittenToFiles(t *testing.T) {
	files := takedowns(t, yearly)
	for _, name := range []string{"f.xlsx", "f.csv", "f.json"} {
		path := filepath.Join(t.TempDir(), name)
		if _, messages, code := starter(t, append([]string{"check", "-o", path}, files...)...); code != Findings {
			t.Fatalf("%s: exit %d, %s", name, code, messages)
		}
		content, err := os.ReadFile(path)
		if err != nil || len(content) == 0 {
			t.Fatalf("%s: %v", name, err)
		}
		switch filepath.Ext(name) {
		case ".xlsx":
			f, err := excelize.OpenReader(bytes.NewReader(content))
			if err != nil {
				t.Fatal(err)
			}
			rows, err := f.GetRows("Cases")
			if err != nil || len(rows) != 5 || rows[0][0] != "The cases of each finding" {
				t.Errorf("the sheet of cases is %q, %v", rows, err)
			}
		default:
			if !strings.Contains(string(content), "above all 2024: 43 against 18") {
				t.Errorf("%s: %s", name, content)
			}
		}
	}
	if _, messages, code := starter(t, append([]string{"check", "-o", "f.pdf"}, files...)...); code != Failed || !strings.Contains(messages, ".xlsx") {
		t.Errorf("-o f.pdf: exit %d, %s", code, messages)
	}
}
