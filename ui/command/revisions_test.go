package command

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// editions writes made-up editions of one of Meta's reports and returns their
// paths: the quarter before the last was changed, a misspelt name and a
// doubled row are no change, a limit is told of the last quarter only.
func editions(t *testing.T) []string {
	t.Helper()
	folder := t.TempDir()
	var paths []string
	for name, rows := range map[string]string{
		"2023-q1.csv": "Facebook,Bullying & Harrassment,Content Actioned,2022Q4,\"10,000\"\nFacebook,Bullying & Harassment,Content Actioned,2022Q4,\"10,000\"\n" +
			"Facebook,Spam,Content Actioned,2022Q4,500\nFacebook,Spam,Content Actioned,2023Q1,600\nFacebook,Spam,UBP,2023Q1,0.05%\n",
		"2023-q2.csv": "Facebook,Bullying & Harassment,Content Actioned,2022Q4,\"10,000\"\n" +
			"Facebook,Spam,Content Actioned,2022Q4,500\nFacebook,Spam,Content Actioned,2023Q1,650\nFacebook,Spam,Content Actioned,2023Q2,700\n",
	} {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte("app,policy_area,metric,period,value\n"+rows), 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	slices.Sort(paths)
	return paths
}

func TestRevisionsCommand(t *testing.T) {
	files := editions(t)
	out, messages, code := starter(t, append([]string{"revisions", "--format", "csv"}, files...)...)
	got := pick(t, out, "measure", "period_end", "category", "change", "before", "after", "difference", "vintage_before", "vintage_after", "row", "row_before")
	want := []string{
		"content actioned 2023-03-31 Spam changed 600 650 50 2023-03-31 2023-06-30 4 5",
		"upper limit of prevalence 2023-03-31 Spam vanished 0.05   2023-03-31 2023-06-30 6 6",
	}
	if code != Done || !slices.Equal(got, want) {
		t.Errorf("exit %d, got\n%s\n%s", code, strings.Join(got, "\n"), messages)
	}
	if !strings.Contains(messages, "31 March 2023 against 30 June 2023: 3 numbers in both, 1 different: 1 changed, 0 only rounded otherwise; 1 vanished") {
		t.Errorf("messages: %s", messages)
	}
	out, _, _ = starter(t, append([]string{"revisions", "--summary", "--format", "csv"}, files...)...)
	got = pick(t, out, "by", "measure", "category", "compared", "differing", "changed", "percent", "vanished", "added")
	want = []string{
		"vintage   3 1 1 33.33 1 0", "measure content actioned  3 1 1 33.33 0 0", "measure upper limit of prevalence  0 0 0  1 0",
		"category  Bullying & Harassment 1 0 0 0 0 0", "category  Spam 2 1 1 50 1 0",
	}
	if !slices.Equal(got, want) {
		t.Errorf("summary\n%s", strings.Join(got, "\n"))
	}
	out, _, _ = starter(t, append([]string{"revisions", "--only", "vanished", "--category", "spam", "--format", "table"}, files...)...)
	if lines := strings.Split(strings.TrimSpace(out), "\n"); len(lines) != 2 || !strings.Contains(lines[1], "Q1 2023") || !strings.Contains(lines[1], "vanished") {
		t.Errorf("table\n%s", out)
	}
	out, _, _ = starter(t, append([]string{"revisions", "--history", "--category", "spam", "--since", "2023-Q1", "--format", "csv"}, files...)...)
	if got := pick(t, out, "value", "vintage"); !slices.Equal(got, []string{"600 2023-03-31", "650 2023-06-30"}) {
		t.Errorf("history %q", got)
	}
	if _, messages, code := starter(t, append([]string{"revisions", "--only", "new"}, files...)...); code != Failed || !strings.Contains(messages, `"new" is none of changed`) {
		t.Errorf("exit %d, %s", code, messages)
	}
	if _, messages, code := starter(t, "revisions", files[0]); code != Done || !strings.Contains(messages, "No two editions") {
		t.Errorf("one edition: exit %d, %s", code, messages)
	}
}

func TestAsPublishedOn(t *testing.T) {
	files := editions(t)
	ask := func(day string) (string, string) {
		out, messages, code := starter(t, append([]string{"series", "--category", "Spam", "--service", "Facebook", "--measure", "content actioned", "--format", "csv", "--as-published-on", day}, files...)...)
		if code != Done {
			t.Fatalf("exit %d: %s", code, messages)
		}
		return strings.Join(pick(t, out, "value"), " "), messages
	}
	if values, messages := ask("2023-05-01"); values != "500 600" || !strings.Contains(messages, "As published on 1 May 2023") {
		t.Errorf("in May: %s, %s", values, messages)
	}
	if values, _ := ask("2023-07-01"); values != "500 650 700" {
		t.Errorf("in July: %s", values)
	}
	if _, messages, code := starter(t, "series", "--as-published-on", "May"); code != Failed || !strings.Contains(messages, "--as-published-on: ") {
		t.Errorf("exit %d: %s", code, messages)
	}
}

// What was counted straight from the cells of the published files.
func TestRevisionsOfPublishedFiles(t *testing.T) {
	data := filepath.Join("..", "..", "..", "shared", "data")
	if _, err := os.Stat(data); err != nil {
		if data = filepath.Join("..", "..", "..", "..", "shared", "data"); !exists(data) {
			t.Skip("the real exports are not beside the repository")
		}
	}
	for _, c := range []struct {
		files string
		want  []string // compared, differing, changed, rounded, vanished, added
	}{
		{"meta/community-standards/CSER-2020_Q3.csv meta/community-standards/meta-2023-q2.csv meta/community-standards/meta-2023-q4.csv " +
			"meta/community-standards/meta-2024-q1.csv meta/community-standards/meta-2024-q2.csv",
			[]string{"687 216 182 34 21 0", "2220 0 0 0 9 0", "2514 0 0 0 9 0", "2661 0 0 0 9 0"}},
		{"google/2023-03/google-government-removal-requests.csv google/2024-09/google-government-removals.zip", []string{"8327 52 52 0 0 32"}},
		{"tiktok/community-guidelines/tiktok-2022-q4.csv tiktok/community-guidelines/tiktok-2023-q4.csv tiktok/community-guidelines/tiktok-2024-q2.csv",
			[]string{"924 0 0 0 52 216", "15966 0 0 0 0 0"}},
	} {
		args := []string{"revisions", "--summary", "--format", "csv"}
		for _, name := range strings.Fields(c.files) {
			args = append(args, filepath.Join(data, name))
		}
		out, _, code := starter(t, args...)
		var got []string
		for _, line := range pick(t, out, "by", "compared", "differing", "changed", "rounded", "vanished", "added") {
			if rest, ok := strings.CutPrefix(line, "vintage "); ok {
				got = append(got, rest)
			}
		}
		if code != Done || !slices.Equal(got, c.want) {
			t.Errorf("%s: exit %d, got %q", c.files, code, got)
		}
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func TestChartsOverEditions(t *testing.T) {
	files := editions(t)
	for kind, want := range map[string]string{"vintages": "what its editions state", "grid": "what each edition states of each period"} {
		path := filepath.Join(t.TempDir(), kind+".svg")
		_, messages, code := starter(t, append([]string{"chart", "--by", "service,category", "--kind", kind, "-o", path}, files...)...)
		b, err := os.ReadFile(path)
		if err != nil || code != Done {
			t.Fatal(err, messages)
		}
		if !strings.Contains(string(b), want) || !strings.Contains(string(b), "650") {
			t.Errorf("the chart of kind %s does not say %q and 650", kind, want)
		}
	}
	_, messages, code := starter(t, "chart", "--by", "service,category", "--kind", "grid", "-o", filepath.Join(t.TempDir(), "a.svg"), files[0])
	if code == Done || !strings.Contains(messages, "Only one edition states it") {
		t.Errorf("one edition: %d, %s", code, messages)
	}
}
