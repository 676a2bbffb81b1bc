package sheet

import (
	"reflect"
	"strings"
	"testing"
)

func TestPageKnowsItsLines(t *testing.T) {
	page := mustOpen(t, "a.html", "<!DOCTYPE html>\n<html><body>\n<div\n class=\"text bold\" id=x\n title='1 &lt; 2'>\nA &amp; B&nbsp;&apos;C&apos;</div>\n<p>two</body></html>").Files[0].Page
	div := page.Find(Tagged("div", "text"))
	if div == nil || div.Line != 3 || div.Attr["id"] != "x" || div.Attr["title"] != "1 < 2" || !div.Class("bold") || div.Class("ex") {
		t.Fatalf("div %+v", div)
	}
	if got := div.InnerText(); got != "A & B\u00a0'C'" {
		t.Errorf("text %q", got)
	}
	if p := page.Find(Tagged("p")); p.Line != 7 || p.InnerText() != "two" {
		t.Errorf("p %+v", p)
	}
	if page.Find(Tagged("table")) != nil || len(page.All(Tagged("div"))) != 1 {
		t.Error("found what is not there, or twice")
	}
}

func TestInnerTextIsWhatAReaderSees(t *testing.T) {
	for html, want := range map[string]string{
		"1312 bots<br>Total<br><br>Report to <a>abuse@telegram.org</a>.": "1312 bots\nTotal\n\nReport to abuse@telegram.org.",
		" \n<b> 5 671\n 197 </b> ":                                       "5 671 197",
		"<p>one</p>\n<p>two</p>":                                         "one\ntwo",
		"one<script>var x = 1</script><style>p{}</style> two":            "one two",
		"<pre>a\n  b</pre>":                                              "a\n  b",
		"a<b>b</b>c":                                                     "abc",
		"<table><tr><td>a<td>b<tr><td>c</table>":                         "a b\nc",
		"x &lt;b&gt; &#8211; &eacute;":                                   "x <b> – é",
	} {
		page := mustOpen(t, "a.html", "<html><body>"+html).Files[0].Page
		if got := page.InnerText(); got != want {
			t.Errorf("%s: %q, want %q", html, got, want)
		}
	}
}

func TestPageTables(t *testing.T) {
	for _, c := range []struct {
		name, html string
		want       map[string][][]string
	}{
		{"sections, the total in the foot", "<h4>CSAM <b>blocked</b></h4><table><thead><tr><th>Who</th><th>2024</th></tr></thead><tbody><tr><td>A</td><td>2 142</td></tr></tbody><tfoot><tr><td>Total</td><td>11 313</td></tr></tfoot></table>",
			map[string][][]string{"CSAM blocked": {{"Who", "2024"}, {"A", "2 142"}, {"Total", "11 313"}}}},
		{"nothing closed", "<table><caption>Blocked<tr><th>Who<th>2024<tr><td>A<td><b>1</table>",
			map[string][][]string{"Blocked": {{"Who", "2024"}, {"A", "1"}}}},
		{"spans", "<table><tr><th rowspan=2>Who<th colspan=2>2024<tr><td>H1<td>H2<tr><td>A<td>1<td>2</table>",
			map[string][][]string{"table 1": {{"Who", "2024", "2024"}, {"Who", "H1", "H2"}, {"A", "1", "2"}}}},
		{"a span beyond the row", "<table><tr><td>A<td>1<td rowspan=2>note<tr><td>B</table>",
			map[string][][]string{"table 1": {{"A", "1", "note"}, {"B", "", "note"}}}},
		{"nonsense spans", "<table><tr><td colspan=x>A<td rowspan=-1>1<td colspan=0>2</table>",
			map[string][][]string{"table 1": {{"A", "1", "2"}}}},
		{"a table within a table", "<h2>Both</h2><table><tr><td>A<td><table><tr><td>x</table></table>",
			map[string][][]string{"Both": {{"A", "x"}}, "Both (2)": {{"x"}}}},
		{"rows of a broken table", "<table><tr><td>A</div></td><td>1</td></tr></table>",
			map[string][][]string{"table 1": {{"A", "1"}}}},
	} {
		got := map[string][][]string{}
		for _, table := range mustOpen(t, "a.html", "<html>"+c.html).Files[0].Tables {
			got[table.Name] = cells(table)
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %q\nwant %q", c.name, got, c.want)
		}
	}
}

func TestSpannedCellsAreMarked(t *testing.T) {
	table := mustOpen(t, "a.html", "<table><tr><td rowspan=2 colspan=2>7<td>1<tr><td>2</table>").Files[0].Tables[0]
	var got []CellKind
	for row := range table.Rows() {
		for _, cell := range row.Cells {
			got = append(got, cell.Kind)
		}
	}
	if want := []CellKind{Text, Spanned, Text, Spanned, Spanned, Text}; !reflect.DeepEqual(got, want) {
		t.Errorf("kinds %v, want %v", got, want)
	}
}

func TestCalls(t *testing.T) {
	for _, c := range []struct{ script, function, name, value string }{
		{`var chart = renderGraph('chart_total_banned_wrap', {"a": "x"}, true);`, "renderGraph", "chart_total_banned_wrap", "x"},
		{`setTimeout(function () { renderGraph( "chart" , {"a": "x"}, true); }, 0);`, "renderGraph", "chart", "x"},
		{`draw({"a": "x"})`, "draw", "", "x"},
		{`var data = {"a": "x"};`, "", "data", "x"},
		{`window.app.state={"a": "x"}`, "", "state", "x"},
		{"// f('no', {\"a\": 1})\n/* g('no', {\"a\": 1}) */ f('it\\'s', {\"a\": \"x\"})", "f", "it's", "x"},
		{`say("f('no', {})"); f("yes", {"a": "x"})`, "f", "yes", "x"},
	} {
		calls := mustOpen(t, "a.html", "<html><script>"+c.script+"</script>").Files[0].Calls
		if len(calls) != 1 || calls[0].Err != nil {
			t.Errorf("%s: %+v", c.script, calls)
			continue
		}
		if got := calls[0]; got.Function != c.function || got.Name != c.name || got.Value.Get("a").String() != c.value {
			t.Errorf("%s: %+v", c.script, got)
		}
	}
}

func TestDataInAScriptElement(t *testing.T) {
	calls := mustOpen(t, "a.html", "<html>\n<script type=\"application/json\" id=\"data\">\n{\"a\":\n 1}</script>").Files[0].Calls
	if len(calls) != 1 || calls[0].Name != "data" || calls[0].Value.Get("a").Line() != 4 {
		t.Errorf("%+v", calls)
	}
}

func TestCodeIsNoData(t *testing.T) {
	script := `if (a == {}) { b(); } var f = function() { return {x: 1}; }; var o = {x: 1}; $(function(){}); x = [a, b]; y = cond ? f({x: 1}) : 0`
	if calls := mustOpen(t, "a.html", "<html><script>"+script+"</script>").Files[0].Calls; len(calls) != 0 {
		t.Errorf("%+v", calls)
	}
}

func TestCutPageTellsWhichDataIsCut(t *testing.T) {
	whole := "<html>\n<script>\nrenderGraph('one', {\"a\": [1, 2]}, true);\nrenderGraph('two', {\"a\": [1, 2"
	calls := mustOpen(t, "half.html", whole).Files[0].Calls
	if len(calls) != 2 || calls[0].Err != nil || calls[1].Name != "two" || calls[1].Value != nil {
		t.Fatalf("%+v", calls)
	}
	want := "half.html › line 4: the data is cut off here, in the middle of a value; the file is incomplete: export or download it again"
	if err := calls[1].Err; err == nil || err.Error() != want {
		t.Errorf("%v\nwant %s", err, want)
	}
	for cut := range whole { // wherever it is cut, the rest is read
		mustOpen(t, "half.html", "<html>"+whole[:cut])
	}
}

func TestPageTraps(t *testing.T) {
	limit(t, &MaxElements, 1000)
	limit(t, &MaxNesting, 100)
	limit(t, &MaxCells, 5000)
	for _, c := range []struct{ name, html, want string }{
		{"deep", "<html>\n" + strings.Repeat("<div>", 200), "deep › line 2: elements are nested deeper than 100; save the page again"},
		{"many", "<html>" + strings.Repeat("<br>", 2000), "many: the page has more than 1,000 elements, the most that Vitrine reads; split it"},
	} {
		if _, err := openText(c.name, c.html); err == nil || err.Error() != c.want {
			t.Errorf("%s: %v\nwant %s", c.name, err, c.want)
		}
	}
	wide := mustOpen(t, "wide", "<html><table>"+strings.Repeat("<tr><td colspan=1000>x", 100))
	rows := cells(wide.Files[0].Tables[0])
	if got, want := rows[len(rows)-1][0], "wide: the table \"table 1\" has more than 5,000 cells, the most that Vitrine reads; split it"; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}
