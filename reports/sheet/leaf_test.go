package sheet

import (
	"strings"
	"testing"

	"vitrine/reports"
)

const chartPage = `<html><body><div id="a"></div>
<script>
renderGraph('chart_total', {"columns":[["x",1,2,3],["y0",10,20,30]]}, true);
renderGraph('chart_part', {"columns":[["x",1,2,3],["y0",7,20,9]]}, true);
</script></body></html>`

func TestAPlaceIsFoundInItsFile(t *testing.T) {
	csv := "Half-year figures,,\nmonth,requests,items\n2024-01,5,50\n2024-02,6,60\n2024-03,7,70\n"
	for _, c := range []struct {
		name, file, text                                string
		origin                                          reports.Origin
		row                                             int
		header, label, left, right, above, below, first string
	}{
		{"a cell of a csv", "a.csv", csv, reports.Origin{File: "a.csv", Row: 4, Column: 2, Text: "6"},
			4, "requests", "2024-02", "2024-02", "60", "5", "7", "month"},
		{"an entry of a chart's list, not the same number of another chart", "a.html", chartPage,
			reports.Origin{File: "a.html", Sheet: "chart_part", Row: 3, Column: 2, Text: "20"},
			3, "y0", "2", "2", "", "7", "9", "x"},
		{"a line of a document", "a.json", "{\n\"FRA\": [\n{\"from\": \"20240101\", \"to\": \"20240331\", \"requests\": 4, \"users\": 17}\n]}",
			reports.Origin{File: "a.json", Sheet: "FRA", Row: 3, Column: 3, Text: "4"}, 3, "", "", `{"from": "20240101", "to": "20240331", "requests": `, `, "users": 17}`, `"FRA": [`, "]}", "{"},
		{"a line whose number has moved", "a.txt", "one\n\ntwo 5 things\nthree\n",
			reports.Origin{File: "a.txt", Row: 2, Column: 1, Text: "5 things"}, 3, "", "", "two ", "", "one", "three", ""},
	} {
		place, found := mustOpen(t, c.file, c.text).Find(c.origin)
		if !found {
			t.Errorf("%s: not found", c.name)
			continue
		}
		p, err := place.Around(1)
		if err != nil {
			t.Fatal(err)
		}
		got := []string{p.Header, p.Label, p.Left, p.Right, p.Above, p.Below}
		want := []string{c.header, c.label, c.left, c.right, c.above, c.below}
		if p.Row != c.row || strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%s: row %d, %q; want row %d, %q", c.name, p.Row, got, c.row, want)
		}
		if c.first != "" && !strings.Contains(p.Rows[0].Text(1), c.first) && !p.Lines {
			t.Errorf("%s: the passage begins with %q", c.name, p.Rows[0].Text(1))
		}
	}
}

func TestAPlaceOfAnotherFileIsNotFound(t *testing.T) {
	b := mustOpen(t, "a.csv", "month,requests\n2024-01,5\n")
	for _, o := range []reports.Origin{
		{File: "a.csv", Row: 2, Column: 2, Text: "6"},
		{File: "a.csv", Row: 9, Column: 2, Text: "5"},
		{File: "b.csv", Row: 2, Column: 2, Text: "5"},
	} {
		if place, found := b.Find(o); found {
			t.Errorf("%v was found in row %d", o, place.Row)
		}
	}
}

func TestEveryFileCanBeLookedAt(t *testing.T) {
	b := mustOpen(t, "a.html", chartPage)
	var names []string
	for _, l := range b.Leaves() {
		rows, err := l.Rows()
		if err != nil || len(rows) == 0 {
			t.Errorf("%q: %d rows, %v", l.Name, len(rows), err)
		}
		names = append(names, l.Name)
	}
	if got := strings.Join(names, ", "); got != "chart_total, chart_part, " {
		t.Errorf("leaves: %s", got)
	}
}
