package window

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

func TestSurroundings(t *testing.T) {
	long := strings.Repeat("x", 500) + "needle" + strings.Repeat("y", 500)
	for _, c := range []struct {
		name, content       string
		origin              reports.Origin
		number              int
		before, cell, after string
	}{
		{"a cell of a csv", "month,count\n2024-01,5\n2024-02,6\n",
			reports.Origin{File: "a.csv", Row: 3, Column: 2, Text: "6"}, 3, "2024-02 │ ", "6", ""},
		{"an entry of a chart's list, not the same number of another chart", chartPage,
			reports.Origin{File: "a.html", Sheet: "chart_part", Row: 3, Column: 2, Text: "20"}, 3, "2 │ ", "20", ""},
		{"a line of a text", "one\ntwo 5 things\nthree\n",
			reports.Origin{File: "a.txt", Sheet: "posts", Row: 2, Column: 1, Text: "5"}, 2, "two ", "5", " things"},
		{"a place in a long line", long,
			reports.Origin{File: "a.txt", Sheet: "posts", Row: 1, Column: 1, Text: "needle"}, 1, "…" + strings.Repeat("x", 200), "needle", strings.Repeat("y", 194) + "…"},
	} {
		s := &shelf{content: c.content}
		e := excerptOf(t.Context(), s, c.origin)
		if e.err != nil {
			t.Errorf("%s: %v", c.name, e.err)
			continue
		}
		for _, l := range e.lines {
			if l.here && (l.number != c.number || l.before != c.before || l.cell != c.cell || l.after != c.after) {
				t.Errorf("%s: line %d reads %q, %q, %q", c.name, l.number, l.before, l.cell, l.after)
			}
		}
		if e.here() != c.number {
			t.Errorf("%s: line %d is marked, want %d", c.name, e.here(), c.number)
		}
	}
}
