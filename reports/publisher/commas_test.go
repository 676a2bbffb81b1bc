package publisher

import "testing"

// A file that a spreadsheet program of another language has saved is read
// where its numbers can mean one thing only.
func TestDecimalCommas(t *testing.T) {
	const header = "period;section;category;sub_category_1;sub_category_2;metric;value\n"
	const median = "2025-H1;Overview of Our T&S Enforcements;Country;France;Drugs;median_turnaround_time_minutes;"
	const count = "2025-H1;Overview of Our T&S Enforcements;Country;France;Drugs;total_enforcements;"
	for name, test := range map[string]struct {
		rows string
		want []string // figures, then problems
	}{
		"a decimal comma": {median + "3,6\n", []string{"median response time 2025-H1 area=FR category=Drugs 0.06"}},
		"either, beside a decimal comma": {median + "1,234\n" + "2025-H1;Overview of Our T&S Enforcements;Country;Spain;Drugs;median_turnaround_time_minutes;3,6\n",
			[]string{"median response time 2025-H1 area=ES category=Drugs 0.06",
				`a.csv › row 2 › column G: "1,234" may have thousands or decimals behind its separator: it was not read`}},
		"a count with a dot": {count + "1.234\n", []string{
			`a.csv › row 2 › column G: "1.234" may have thousands or decimals behind its separator: it was not read`}},
		"dots that are thousands": {count + "1.234.567\n", []string{"enforcements 2025-H1 area=FR category=Drugs 1.234567e+06"}},
		"a count as a decimal":    {count + "28.0\n", []string{"enforcements 2025-H1 area=FR category=Drugs 28"}},
	} {
		r, err := readText(t, "a.csv", header+test.rows)
		if err != nil {
			t.Fatal(err)
		}
		got := append(figuresOf(r), problemTexts(r)...)
		wantLines(t, name, got, test.want...)
	}
}
