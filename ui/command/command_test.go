package command

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// vitrine runs a command on a library of its own and returns what it printed.
func vitrine(t *testing.T, library string, args ...string) (out, messages string, code int) {
	t.Helper()
	var o, e bytes.Buffer
	s := Shell{Args: append(args, "--library", library), Out: &o, Err: &e, Language: "en", Version: "test"}
	code = s.Run()
	return o.String(), e.String(), code
}

// starter asks the starter figures.
func starter(t *testing.T, args ...string) (out, messages string, code int) {
	t.Helper()
	return vitrine(t, ":memory:", args...)
}

// pick returns some columns of a csv answer, a line a row.
func pick(t *testing.T, out string, columns ...string) []string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil || len(rows) == 0 {
		t.Fatalf("%v in %q", err, out)
	}
	var lines []string
	for _, row := range rows[1:] {
		var line []string
		for _, c := range columns {
			for i, name := range rows[0] {
				if name == c {
					line = append(line, row[i])
				}
			}
		}
		lines = append(lines, strings.Join(line, " "))
	}
	return lines
}

// The numbers are Telegram's own; the sums are in its reports and the press.
func TestSeries(t *testing.T) {
	for _, c := range []struct {
		name string
		args string
		want []string // period_start, category, value, status, basis
	}{
		{"the total of a year", "--every year --since 2024 --until 2025", []string{"2024-01-01  16511192 normal sum of 366", "2025-01-01  44085169 normal sum of 365"}},
		{"by category", "--by category --every year --since 2025 --until 2025", []string{
			"2025-01-01 child abuse 952318 normal sum of 365", "2025-01-01 terrorism 236573 normal sum of 365"}},
		{"seven days are no year, a series that began in November has none", "--by category --every year --until 2018", []string{
			"2017-01-01 terrorism 72060 normal sum of 365", "2018-01-01 terrorism 94470 normal sum of 365"}},
		{"unless asked, and then marked", "--by category --every year --until 2016 --partial", []string{
			"2016-01-01 terrorism 704 partial, 7 of 366 days sum of 7"}},
		{"a month", "--by category --category terror --every month --since 2020-04 --until 2020-04", []string{"2020-04-01 terrorism 56858 normal sum of 30"}},
		{"a span", "--by category --category terror --every span --since 2020-01 --until 2020-09", []string{"2020-01-01 terrorism 258018 normal sum of 274"}},
		{"a day", "--category terror --since 2018-12-06 --until 2018-12-06", []string{"2018-12-06 terrorism 3276 normal published"}},
		{"the last day is provisional", "--category terror --since 2026-06-17", []string{"2026-06-17 terrorism 757 provisional published"}},
		{"a period that nobody published is no row", "--every year --since 2016 --until 2016 --category child", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			args := append([]string{"series", "--measure", "groups and channels", "--format", "csv"}, strings.Fields(c.args)...)
			out, messages, code := starter(t, args...)
			got := pick(t, out, "period_start", "category", "value", "status", "basis")
			if code != Done || strings.Join(got, "\n") != strings.Join(c.want, "\n") {
				t.Errorf("exit %d, got\n%s\nwant\n%s\n%s", code, strings.Join(got, "\n"), strings.Join(c.want, "\n"), messages)
			}
		})
	}
}

func TestNothingAddsTelegramsCategoriesUp(t *testing.T) {
	out, messages, code := starter(t, "series", "--measure", "groups and channels", "--every", "year", "--since", "2018", "--until", "2018")
	if got := pick(t, out, "value"); code != Done || len(got) != 0 {
		t.Errorf("exit %d: the total of 2018 is %q, but only its parts were published", code, got)
	}
	if strings.TrimSpace(messages) == "" {
		t.Error("nothing says why there is no answer")
	}
}

func TestTable(t *testing.T) {
	out, _, code := starter(t, "table", "--measure", "restrictions", "--rows", "category", "--format", "csv")
	if code != Done || !strings.Contains(out, "Spam,2608969") {
		t.Errorf("exit %d\n%s", code, out)
	}
}

func TestTrace(t *testing.T) {
	out, _, code := starter(t, "trace", "--category", "terrorism", "--every", "month", "--since", "2020-04", "--until", "2020-04", "--format", "csv")
	rows := pick(t, out, "number", "period", "figure", "text")
	if code != Done || len(rows) != 30 || !strings.HasPrefix(rows[0], "56858 2020-04-01 ") {
		t.Fatalf("exit %d, %d rows: %.200s", code, len(rows), out)
	}
	address := strings.Fields(rows[0])[2]
	out, messages, code := starter(t, "trace", address, "--format", "csv")
	if again := pick(t, out, "period", "figure"); code != Done || len(again) != 1 || again[0] != "2020-04-01 "+address {
		t.Errorf("exit %d: %s leads to %q %s", code, address, again, messages)
	}
}

func TestWrongUsageIsOneSentence(t *testing.T) {
	folder := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for _, c := range []struct {
		name string
		args []string
	}{
		{"no such command", []string{"serries"}},
		{"no such option", []string{"series", "--colour"}},
		{"no such period", []string{"series", "--since", "2024-13"}},
		{"a span that ends before it begins", []string{"series", "--since", "2024", "--until", "2023"}},
		{"no such grain", []string{"series", "--every", "fortnight"}},
		{"no such dimension", []string{"series", "--by", "colour"}},
		{"no such category", []string{"series", "--category", "gardening"}},
		{"no such file", []string{"load", filepath.Join(folder, "missing.html")}},
		{"an empty file", []string{"load", write("empty.html", "")}},
		{"a picture by another name", []string{"series", write("page.html", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")}},
		{"an archive of no bytes", []string{"load", write("empty.zip", "")}},
		{"half of an export", []string{"load", write("result.json", `{"name":"ISIS Watch","type":"public_channel","id":1,"messages":[{"id":1,"type":"mess`)}},
		{"a chart of an unknown kind", []string{"chart", "-o", filepath.Join(folder, "chart.bmp")}},
		{"a workbook where none can be", []string{"export", "-o", filepath.Join(folder, "no", "book.xlsx")}},
		{"a source that is not there", []string{"forget", "0123abcd"}},
		{"areas of an incomplete split", []string{"chart", "--measure", "groups", "--by", "category", "--every", "year", "--kind", "area", "-o", filepath.Join(folder, "chart.svg")}},
	} {
		t.Run(c.name, func(t *testing.T) {
			out, messages, code := starter(t, c.args...)
			if code != Failed || strings.Count(messages, "vitrine: ") != 1 || !strings.HasSuffix(messages, "\n") || out != "" {
				t.Errorf("exit %d, %q, %q", code, messages, out)
			}
		})
	}
	if left, _ := filepath.Glob(filepath.Join(folder, ".vitrine-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestALibraryIsThereAtTheSecondStart(t *testing.T) {
	lib := filepath.Join(t.TempDir(), "library.duckdb")
	page := filepath.Join("..", "..", "reports", "publisher", "testdata", "telegram_safety.html")
	out, messages, code := vitrine(t, lib, "load", page)
	if code != Done || !strings.Contains(out, "Telegram, safety page") {
		t.Fatalf("exit %d: %s%s", code, out, messages)
	}
	out, _, _ = vitrine(t, lib, "load", page)
	if !strings.Contains(out, "loaded before") {
		t.Errorf("the same bytes were loaded twice: %s", out)
	}
	out, _, _ = vitrine(t, lib, "sources", "--format", "csv")
	if got := pick(t, out, "name"); len(got) != 3 {
		t.Errorf("the library holds %q, want the two starters and the page", got)
	}
	out, messages, code = vitrine(t, lib, "forget", "telegram_safety.html")
	if code != Done || !strings.Contains(out, "forgot") {
		t.Errorf("exit %d: %s%s", code, out, messages)
	}
	out, _, _ = vitrine(t, lib, "series", "--measure", "groups", "--every", "year", "--since", "2025", "--until", "2025")
	if got := pick(t, out, "value"); len(got) != 1 || got[0] != "44085169" {
		t.Errorf("the starter figures did not come back: %q", got)
	}
}

func TestChartAndExportWriteTheSameBytesTwice(t *testing.T) {
	folder := t.TempDir()
	for _, c := range [][]string{
		{"chart", "--measure", "groups", "--by", "category", "--every", "month", "-o", "chart.svg"},
		{"chart", "--measure", "groups", "--by", "category", "--every", "year", "--kind", "bar", "-o", "chart.png"},
		{"chart", "--measure", "restrictions", "--by", "category", "--kind", "bar", "-o", "chart.pdf"},
		{"export", "--by", "category", "--every", "month", "-o", "book.xlsx"},
		{"export", "-o", "data.csv"},
		{"export", "-o", "data.json"},
	} {
		var first []byte
		for range 2 {
			path := filepath.Join(folder, c[len(c)-1])
			args := append(append([]string{}, c[:len(c)-1]...), path)
			if _, messages, code := starter(t, args...); code != Done {
				t.Fatalf("%v: exit %d, %s", c, code, messages)
			}
			content, err := os.ReadFile(path)
			if err != nil || len(content) == 0 {
				t.Fatal(err)
			}
			if first != nil && !bytes.Equal(first, content) {
				t.Errorf("%v: other bytes at the second time", c)
			}
			first = content
		}
	}
}

func TestEventsAreLeftOutOnRequest(t *testing.T) {
	path := filepath.Join(t.TempDir(), "chart.svg")
	for _, flag := range []string{"", "--no-events"} {
		args := []string{"chart", "--measure", "groups", "--by", "category", "--every", "month", "-o", path}
		if flag != "" {
			args = append(args, flag)
		}
		if _, messages, code := starter(t, args...); code != Done {
			t.Fatalf("exit %d, %s", code, messages)
		}
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if drawn := strings.Contains(string(content), "founder is arrested"); drawn != (flag == "") {
			t.Errorf("%q: the arrest is drawn: %v", flag, drawn)
		}
	}
}

func TestAChartNamesOnlyTheSourcesOfItsNumbers(t *testing.T) {
	path := filepath.Join(t.TempDir(), "chart.svg")
	if _, messages, code := starter(t, "chart", "--measure", "restrictions", "--by", "category", "--kind", "bar", "-o", path); code != Done {
		t.Fatalf("exit %d, %s", code, messages)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if svg := string(content); !strings.Contains(svg, "telegram-dsa-2025.csv") || strings.Contains(svg, "telegram.csv") {
		t.Error("the footer names a source that states none of the numbers")
	}
}

// A map of one half-year names the report of that half-year alone.
func TestAMapNamesTheSourcesOfItsPeriod(t *testing.T) {
	dir := t.TempDir()
	args := []string{"chart"}
	for i, dates := range []string{"2024-01-01,2024-06-30", "2024-07-01,2024-12-31"} {
		path := filepath.Join(dir, []string{"spring.csv", "autumn.csv"}[i])
		text := "publisher,table,measure,unit,period_start,period_end,area,value,status\n"
		for _, area := range []string{"DE", "FR", "US", "BR"} {
			text += "Meta,removals,removal requests received,requests," + dates + "," + area + ",5,normal\n"
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	out := filepath.Join(dir, "map.svg")
	if _, messages, code := starter(t, append(args, "--by", "area", "--kind", "map", "--at", "2024-H1", "-o", out)...); code != Done {
		t.Fatalf("exit %d, %s", code, messages)
	}
	content, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	if svg := string(content); !strings.Contains(svg, "spring.csv") || strings.Contains(svg, "autumn.csv") {
		t.Error("the footer of the map names a source of another period, or not its own")
	}
}

func TestCheckFindsCategoriesWithoutACode(t *testing.T) {
	if out, messages, code := starter(t, "check", "--format", "csv"); code != Done || len(pick(t, out, "finding")) != 0 {
		t.Errorf("exit %d: the starter figures have findings: %s%s", code, out, messages)
	}
	path := filepath.Join(t.TempDir(), "new.csv")
	text := "publisher,table,measure,unit,period_start,period_end,category,value,status\nMeta,removals,content blocked,items,2024-01-01,2024-12-31,Weather control,5,normal\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	out, _, code := starter(t, "check", path, "--format", "csv")
	if got := pick(t, out, "check", "cases"); code != Findings || len(got) != 1 || got[0] != "unmapped 1" {
		t.Errorf("exit %d, %q", code, got)
	}
}
