package publisher

import "testing"

// A column that a publisher adds may say that rows are parts: then no row is
// the figure, nor are they joined if they agree.
func TestUnreadColumnDivides(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		want []string // figures, then problems
	}{
		"a new dimension": {"year,government,government_iso2_code,kind,count_received\n2026,France,FR,court,4\n2026,France,FR,police,4\n2026,Spain,ES,police,5\n", []string{
			"removal requests received 2026 area=ES 5",
			`a.csv › row 1 › column D: GitHub, transparency data does not know the column "kind": it was not read`,
			`a.csv › row 2 › column E: "4" is one of several rows that the column "kind" tells apart: it was not read`,
			`a.csv › row 3 › column E: "4" is one of several rows that the column "kind" tells apart: it was not read`}},
		"a new measure": {"year,government,government_iso2_code,count_received,count_refused\n2026,France,FR,4,1\n2026,France,FR,4,\n", []string{
			"removal requests received 2026 area=FR 4",
			`a.csv › row 1 › column E: GitHub, transparency data does not know the column "count_refused": it was not read`}},
	} {
		r, err := readText(t, "a.csv", test.text)
		if err != nil {
			t.Fatal(err)
		}
		wantLines(t, name, append(figuresOf(r), problemTexts(r)...), test.want...)
	}
}

// A file of GitHub's that splits by what a table knows nothing of is none of
// that table.
func TestGitHubOfAnotherSplit(t *testing.T) {
	r, err := readText(t, "a.csv", "year,government,count_accounts_affected\n2026,France,4\n2026,Spain,5\n")
	if err == nil {
		t.Errorf("read as %s: %q", r.Format, figuresOf(r))
	}
}
