package publisher

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// appExports is a format as a publisher's file has it: a row per half-year
// and country, a column per measure.
var appExports = Format{
	Publisher: "Fruit",
	Table:     "app takedowns",
	URL:       "https://example.org/",
	Columns:   []string{"Period", "Country/Region", "Requests Received", "Apps Removed"},
	Optional:  []string{"Video share"},
	Ignored:   []string{"Flag"},
	Breakdown: reports.ByArea,
	Split:     CompleteAndDisjoint,
	Absent:    reports.AbsentNone,
	Read: func(l *Line) {
		s := reports.Split{Area: l.Area("Country/Region"), Ground: "law"}
		p := l.Half("Period")
		l.Add("Requests Received", reports.RemovalRequestsReceived, p, s)
		l.Add("Apps Removed", "apps removed", p, s)
		l.Add("Video share", reports.ShareOfVideosRemoved, p, s)
	},
}

// with reads a text by some formats.
func with(t *testing.T, text string, formats ...Format) (reports.Reading, error) {
	t.Helper()
	book, err := sheet.Open(context.Background(), "export.csv", strings.NewReader(text), int64(len(text)))
	if err != nil {
		t.Fatal(err)
	}
	return Options{}.read(context.Background(), formats, book, "export.csv")
}

func TestLines(t *testing.T) {
	r, err := with(t, `Title of the table,,,,
,,,,
Apps removed,period, Country/Region ,Requests  Received,Flag,Colour
517,2018 H2,China mainland,56,cn.svg,red
"1,000",2018 H2,Total,57*,,
 -,2018-12-31,NA,<10,,
,2018 H2,Europol,,,
x,2018 H2,Vietnam,3,,
4,2018 Q3,France,5,,
4,soon,nowhere,5,,
,,,,,
7,2018 H2,,8,,
`, appExports)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"removal requests received 2018-H2 area=CN (ground=law) 56", "apps removed 2018-H2 area=CN (ground=law) 517",
		"removal requests received 2018-H2 (ground=law) 57 *", "apps removed 2018-H2 (ground=law) 1000",
		"removal requests received 2018-H2 area=NA (ground=law) NaN 0–9 withheld", "apps removed 2018-H2 area=NA (ground=law) NaN not available",
		"removal requests received 2018-H2 area=VN (ground=law) 3",
		"removal requests received 2018-H2 area=(not stated) (ground=law) 8", "apps removed 2018-H2 area=(not stated) (ground=law) 7",
	}
	var got []string
	for _, f := range r.Figures {
		text := fmt.Sprintf("%s %s %s %v", f.Measure, f.Period, describeSplit(f), f.Value)
		if f.HasRange {
			text += fmt.Sprintf(" %v–%v", f.Low, f.High)
		}
		if f.Status != reports.Normal {
			text += " " + f.Status.String()
		}
		got = append(got, strings.TrimSpace(text+" "+f.Note))
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("figures:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	wantProblems := []string{
		`export.csv › row 8 › column A: "x" is not a number`,
		`export.csv › row 9 › column B: "2018 Q3" is not a half-year`,
		`export.csv › row 10 › column B: "soon" is not a period`,
		`export.csv › row 3 › column F: Fruit, app takedowns does not know the column "Colour": it was not read`,
	}
	if got := problemTexts(r); strings.Join(got, "\n") != strings.Join(wantProblems, "\n") {
		t.Errorf("problems:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(wantProblems, "\n"))
	}
	if o := r.Figures[1].Origin; o.Row != 4 || o.Column != 1 || o.Text != "517" || o.File != "export.csv" {
		t.Errorf("the first figure leads to %+v", o)
	}
	if r.Published.String() != "2018-12-31" {
		t.Errorf("published %s, want the last day that a figure covers", r.Published)
	}
}

func problemTexts(r reports.Reading) []string {
	var texts []string
	for _, p := range r.Problems {
		texts = append(texts, p.Error())
	}
	return texts
}

func TestDeclaredBlocks(t *testing.T) {
	const rows = "Period,Country/Region,Requests Received,Apps Removed\n2018 H2,France,1,2\n2018 H2,All,1,2\n"
	overlapping := appExports
	overlapping.Split, overlapping.Absent, overlapping.Bound = Overlapping, reports.AbsentSuppressed, 10
	disjoint := appExports
	disjoint.Split = Disjoint
	first := appExports
	first.Blocks = []reports.Block{{Table: "app takedowns", Measure: "apps removed", Breakdown: reports.ByArea}}

	for name, c := range map[string]struct {
		format Format
		want   string
	}{
		"complete":    {appExports, "requests [area] [] none; apps [area] [] none; requests [] [] none; apps [] [] none"},
		"overlapping": {overlapping, "requests [] [area] below 10; apps [] [area] below 10; requests [] [] below 10; apps [] [] below 10"},
		"disjoint":    {disjoint, "requests [] [] none; apps [] [] none; requests [] [] none; apps [] [] none"},
		"its own":     {first, "apps [] [] unknown; requests [area] [] none; requests [] [] none; apps [] [] none"},
	} {
		r, err := with(t, rows, c.format)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, b := range r.Blocks {
			measure := map[reports.Measure]string{"apps removed": "apps", reports.RemovalRequestsReceived: "requests"}[b.Measure]
			got = append(got, fmt.Sprintf("%s [%s] [%s] %s", measure, b.Complete, b.Overlapping, absentText(b)))
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: got  %s\nwant %s", name, strings.Join(got, "; "), c.want)
		}
	}
}

func TestExtent(t *testing.T) {
	byArea := appExports
	byArea.Extent = reports.ByArea
	r, err := with(t, "Period,Country/Region,Requests Received,Apps Removed\n2018 H2,France,1,\n2018 H2,All,2,\n", byArea)
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Figures[0].ExtentKey(); got != "Fruit | app takedowns | 2018-H2 | FR" {
		t.Errorf("the extent of a country is %q", got)
	}
	if got := r.Figures[1].ExtentKey(); got != "Fruit | app takedowns | 2018-H2 | " {
		t.Errorf("the extent of the total is %q", got)
	}
}

func TestClaims(t *testing.T) {
	const rows = "Period,Country/Region,Requests Received,Apps Removed\n2018 H2,France,1,2\n"
	twin := appExports
	twin.Name = "Fruit's twin"
	if _, err := with(t, rows, appExports, twin); err == nil || !strings.Contains(err.Error(), "could be Fruit, app takedowns or Fruit's twin") {
		t.Errorf("two formats claim it: got %v", err)
	}
	if _, err := with(t, "a,b\n1,2\n", appExports); !errors.Is(err, reports.ErrUnknownExport) || !strings.HasPrefix(err.Error(), "export.csv: ") {
		t.Errorf("no format claims it: got %v", err)
	}
	if _, err := with(t, rows[:strings.Index(rows, ",Apps")]+"\n", appExports); !errors.Is(err, reports.ErrUnknownExport) {
		t.Errorf("a column is missing: got %v", err)
	}
}

func TestReaderThatPanics(t *testing.T) {
	bad := appExports
	bad.Read = func(*Line) { panic("no such thing") }
	_, err := with(t, "Period,Country/Region,Requests Received,Apps Removed\n2018 H2,France,1,2\n", bad)
	if err == nil || err.Error() != "export.csv: the reader for Fruit, app takedowns failed (no such thing); tell the makers of Vitrine" {
		t.Errorf("got %v", err)
	}
}

func TestManyProblems(t *testing.T) {
	rows := "Period,Country/Region,Requests Received,Apps Removed\n" + strings.Repeat("2018 H2,France,x,y\n", maxProblems)
	r, err := with(t, rows, appExports)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Problems) != maxProblems+1 || r.Problems[maxProblems].What != fmt.Sprintf("%d further problems", maxProblems) {
		t.Errorf("%d problems, the last: %s", len(r.Problems), r.Problems[len(r.Problems)-1].What)
	}
}

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	stopping := appExports
	stopping.Read = func(*Line) { cancel() }
	text := "Period,Country/Region,Requests Received,Apps Removed\n2018 H2,France,1,2\n2018 H2,Spain,1,2\n"
	book, err := sheet.Open(context.Background(), "export.csv", strings.NewReader(text), int64(len(text)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := (Options{}).read(ctx, []Format{stopping}, book, "export.csv"); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want the context's error", err)
	}
}

func TestFormats(t *testing.T) {
	names := map[string]bool{}
	for i := range Formats {
		f := &Formats[i]
		if names[f.String()] {
			t.Errorf("two formats are called %s", f)
		}
		names[f.String()] = true
		if f.Publisher == "" || f.Title == "" {
			t.Errorf("%s lacks its publisher or its title", f)
		}
		if columns, explicit := f.Read != nil && len(f.Columns) > 0, f.Explicit != nil && (f.Recognise != nil || len(f.Columns) > 0); columns == explicit {
			t.Errorf("%s needs either Columns and Read, or Explicit and Recognise or Columns", f)
		}
		for _, b := range f.Blocks {
			if !b.Breakdown.Contains(b.Complete|b.Overlapping) || b.Sets().Without(reports.ByArea|reports.ByAction) != 0 {
				t.Errorf("%s: the block of %s by %s contradicts itself", f, b.Measure, b.Breakdown)
			}
		}
	}
}
