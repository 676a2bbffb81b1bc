package export

import (
	"archive/zip"
	"bytes"
	"errors"
	"image/color"
	"io"
	"iter"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"vitrine/assets"
	"vitrine/reports"
)

func TestWorkbookTwiceIsTheSame(t *testing.T) {
	b := sampleBook(t, reports.EveryMonth, "en")
	first := bytesOf(t, b)
	for range 3 {
		if !bytes.Equal(first, bytesOf(t, b)) {
			t.Fatal("the same book gave other bytes")
		}
	}
}

func TestWorkbookKeepsTheRulesOfSheets(t *testing.T) {
	for _, profile := range []Profile{Publication, Analyst} {
		f := open(t, small(t, "en", profile))
		for i, sheet := range f.GetSheetList() {
			checkSheet(t, f, sheet, profile)
			if visible, err := f.GetSheetVisible(sheet); err != nil || !visible {
				t.Errorf("%s is hidden", sheet)
			}
			if i == 0 && f.GetActiveSheetIndex() != 0 {
				t.Error("the workbook does not open on its first sheet")
			}
		}
	}
}

func checkSheet(t *testing.T, f *excelize.File, sheet string, profile Profile) {
	t.Helper()
	if merged, _ := f.GetMergeCells(sheet); len(merged) > 0 {
		t.Errorf("%s has merged cells", sheet)
	}
	rows, err := f.GetRows(sheet)
	if err != nil || rows[0][0] == "" {
		t.Fatalf("%s has no title: %v", sheet, err)
	}
	panes, err := f.GetPanes(sheet)
	if err != nil {
		t.Fatal(err)
	}
	if frozen := sheet == "Data" || sheet == "Table 1" || sheet == "Per million people"; panes.Freeze != (frozen && profile == Analyst) {
		t.Errorf("%s: frozen %t", sheet, panes.Freeze)
	}
	tables, _ := f.GetTables(sheet)
	if len(tables) != 1 {
		if sheet != "Cover" && sheet != "Chart 1" {
			t.Errorf("%s has %d tables", sheet, len(tables))
		}
		return
	}
	checkTable(t, sheet, rows, tables[0].Range)
}

// checkTable tells whether a sheet's table ends with the sheet and, but for a
// chart's data, has no empty cell.
func checkTable(t *testing.T, sheet string, rows [][]string, place string) {
	t.Helper()
	from, to, _ := strings.Cut(place, ":")
	_, first, _ := excelize.CellNameToCoordinates(from)
	columns, last, _ := excelize.CellNameToCoordinates(to)
	if last != len(rows) {
		t.Errorf("%s: the table ends in row %d, the sheet in %d", sheet, last, len(rows))
	}
	for i := first - 1; i < last && sheet != "Chart data 1"; i++ {
		if len(rows[i]) != columns || slices.Contains(rows[i], "") {
			t.Errorf("%s: row %d has an empty cell: %q", sheet, i+1, rows[i])
		}
	}
}

// elements are the parts of a sheet in the order that its schema asks for.
var elements = []string{
	"<sheetPr", "<dimension", "<sheetViews", "<sheetFormatPr", "<cols", "<sheetData", "<hyperlinks", "<pageMargins", "<pageSetup",
	"<headerFooter", "<drawing", "<tableParts",
}

func TestSheetsKeepTheSchemasOrder(t *testing.T) {
	column := regexp.MustCompile(`<col min="(\d+)"`)
	for name, part := range partsOf(t, bytesOf(t, small(t, "en", Analyst))) {
		if !strings.HasPrefix(name, "xl/worksheets/sheet") {
			continue
		}
		at := 0
		for _, e := range elements {
			if i := strings.Index(part, e+" "); i >= 0 || strings.Contains(part, e+">") {
				i = max(i, strings.Index(part, e+">"))
				if i < at {
					t.Errorf("%s: %s is out of order", name, e)
				}
				at = i
			}
		}
		for i, m := range column.FindAllStringSubmatch(part, -1) {
			if m[1] != strconv.Itoa(i+1) {
				t.Errorf("%s: column %s is the %d. of its columns", name, m[1], i+1)
			}
		}
	}
}

func TestContentsLeadToSheets(t *testing.T) {
	f := open(t, small(t, "fr", Publication))
	sheets := f.GetSheetList()
	rows, _ := f.GetRows("Sommaire")
	for i := range rows[2:] {
		cell, _ := excelize.CoordinatesToCellName(1, i+3)
		linked, target, err := f.GetCellHyperLink("Sommaire", cell)
		name := strings.Trim(strings.TrimSuffix(target, "!A1"), "'")
		if err != nil || !linked || !slices.Contains(sheets, name) {
			t.Errorf("%s leads to %q", cell, target)
		}
	}
}

func TestTextNeverBecomesAFormula(t *testing.T) {
	for _, text := range []string{"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", `=cmd|' /C calc'!A0`, "<b>&\"'"} {
		f := sampleFigures()[0]
		f.Publisher, f.Category, f.Breakdown, f.Note, f.Origin.Sheet = text, text, reports.ByCategory, text, text
		a := reports.Answer{Series: []reports.Series{{
			Publisher: text, Table: text, Measure: f.Measure, Key: f.Split, Group: reports.ByCategory, Numbers: []reports.Number{numberOf(f)},
		}}, Periods: []reports.Period{f.Period}}
		for name, part := range partsOf(t, bytesOf(t, Book{Answer: a, Figures: Each([]reports.Figure{f}), Words: assets.For("en")})) {
			if strings.HasPrefix(name, "xl/worksheets/") && (strings.Contains(part, "<f>") || strings.Contains(part, `t="str"`)) {
				t.Errorf("%q: %s holds a formula", text, name)
			}
		}
		if got := Guard(text); text[0] != '<' && got != "'"+text {
			t.Errorf("csv: %q is written %q", text, got)
		}
	}
}

// partsOf reads the parts of a workbook's package.
func partsOf(t *testing.T, content []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, file := range z.File {
		r, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[file.Name] = string(text)
	}
	if z.File[0].Name != "[Content_Types].xml" {
		t.Errorf("the package begins with %s", z.File[0].Name)
	}
	return parts
}

func TestChart(t *testing.T) {
	b := small(t, "en", Publication)
	b.Colors = func(list []reports.Series) []color.Color {
		return slices.Repeat([]color.Color{color.RGBA{0x00, 0x5A, 0x9C, 0xFF}}, len(list))
	}
	parts := partsOf(t, bytesOf(t, b))
	chart := parts["xl/charts/chart1.xml"]
	for what, want := range map[string]string{
		"gaps":       `<dispBlanksAs val="gap">`,
		"lines":      "<lineChart>",
		"its data":   "&#39;Chart data 1&#39;!$B$",
		"its title":  "<a:t>Groups and channels blocked",
		"the colour": "005A9C",
		"the unit":   "<a:t>groups and channels</a:t>",
		"the axis":   "<a:t>Month</a:t>",
	} {
		if !strings.Contains(chart, want) {
			t.Errorf("the chart lacks %s (%s)", what, want)
		}
	}
	if !regexp.MustCompile(`descr="Chart\. Groups .*terrorism: first `).MatchString(parts["xl/drawings/drawing1.xml"]) {
		t.Error("the chart has no alternative text")
	}
	b.Chart, b.Log = AreaChart, true
	f := open(t, b)
	rows, _ := f.GetRows("Chart 1")
	if text := strings.Join(slices.Concat(rows...), " "); !strings.Contains(text, "Areas would add up what must not be added") {
		t.Errorf("areas of an incomplete split do not say why they are not drawn: %s", text)
	}
}

// A chart of derived numbers has open marks, and says what they are.
func TestChartOfDerivedNumbers(t *testing.T) {
	b := small(t, "en", Publication)
	for i := range b.Answer.Series {
		for j := range b.Answer.Series[i].Numbers {
			b.Answer.Series[i].Numbers[j].Basis = reports.Derived
		}
	}
	b.Colors = func(list []reports.Series) []color.Color {
		return slices.Repeat([]color.Color{color.RGBA{0x00, 0x5A, 0x9C, 0xFF}}, len(list))
	}
	chart := partsOf(t, bytesOf(t, b))["xl/charts/chart1.xml"]
	if !regexp.MustCompile(`<marker>.*?FFFFFF.*?005A9C`).MatchString(chart) {
		t.Error("its marks are filled")
	}
	rows, _ := open(t, b).GetRows("Chart 1")
	if text := strings.Join(slices.Concat(rows...), " "); !strings.Contains(text, "Derived numbers are") {
		t.Errorf("it says %q", text)
	}
}

// complete makes an answer that may be stacked, without gaps, by year.
func complete(years int) reports.Answer {
	var a reports.Answer
	for _, category := range []string{"law", "terms"} {
		s := reports.Series{Publisher: "P", Table: "T", Measure: reports.VideosRemoved, Key: reports.Split{Ground: category}, Group: reports.ByGround}
		for y := range years {
			p := reports.EveryYear.Around(reports.DayOf(1950+y, 1, 1))
			s.Numbers = append(s.Numbers, reports.Number{Period: p, Value: float64(y + 1), N: 1})
		}
		a.Series = append(a.Series, s)
	}
	a.Periods = periodsOf(a.Series)
	return a
}

func TestChartKinds(t *testing.T) {
	for _, test := range []struct {
		kind  ChartKind
		years int
		want  string
	}{
		{LineChart, 5, "<lineChart>"},
		{LineChart, 1, "<barChart>"},
		{ColumnChart, 60, "<barChart>"},
		{ColumnChart, 61, "<lineChart>"},
		{AreaChart, 61, "<areaChart>"},
		{NoChart, 5, ""},
	} {
		parts := partsOf(t, bytesOf(t, Book{Answer: complete(test.years), Chart: test.kind, Words: assets.For("en")}))
		chart, drawn := parts["xl/charts/chart1.xml"]
		if drawn != (test.want != "") || !strings.Contains(chart, test.want) {
			t.Errorf("kind %d of %d years: want %q", test.kind, test.years, test.want)
		}
		if drawn && !strings.Contains(chart, "&#39;Table 1&#39;!$D$") {
			t.Errorf("kind %d: a table without gaps is not what the chart draws", test.kind)
		}
	}
}

func TestChartShowsTheLargestEight(t *testing.T) {
	a := complete(3)
	for i := range 10 {
		s := a.Series[0]
		s.Key.Ground = strings.Repeat("x", i+1)
		a.Series = append(a.Series, s)
	}
	parts := partsOf(t, bytesOf(t, Book{Answer: a, Words: assets.For("en")}))
	if n := strings.Count(parts["xl/charts/chart1.xml"], "<ser>"); n != 8 {
		t.Errorf("%d lines drawn, want 8", n)
	}
	if !strings.Contains(parts["xl/sharedStrings.xml"], "The 8 largest of 12 series are drawn") {
		t.Error("the chart's sheet does not say that series are left out")
	}
}

func TestNoChartOfUnevenPeriods(t *testing.T) {
	a := complete(2)
	half := reports.EveryHalf.Around(reports.DayOf(1952, 1, 1))
	a.Series[0].Numbers = append(a.Series[0].Numbers, reports.Number{Period: half, Value: 1, N: 1})
	a.Periods = append(a.Periods, half)
	if _, drawn := partsOf(t, bytesOf(t, Book{Answer: a, Words: assets.For("en")}))["xl/charts/chart1.xml"]; drawn {
		t.Error("half-years and years stand side by side on one axis")
	}
}

func TestDataGoOnOnTheNextSheet(t *testing.T) {
	defer func(n int) { sheetRows = n }(sheetRows)
	sheetRows = 1000
	b := sampleBook(t, reports.EveryYear, "en")
	f := open(t, b)
	total := 0
	for _, sheet := range []string{"Data", "Data 2", "Data 3"} {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		header := slices.IndexFunc(rows, func(row []string) bool { return row[0] == "publisher" })
		if header < 0 || len(rows) > sheetRows {
			t.Fatalf("%s has %d rows, header %d", sheet, len(rows), header)
		}
		total += len(rows) - header - 1
	}
	if want := len(sampleFigures()); total != want {
		t.Errorf("%d figures on the sheets, want %d", total, want)
	}
}

func TestWorkbookOfFiguresAlone(t *testing.T) {
	b := Book{Figures: Each(sampleFigures()[:3]), Sources: sampleSources(), Words: assets.For("en")}
	f := open(t, b)
	if got := f.GetSheetList(); !slices.Equal(got, []string{"Cover", "Contents", "Notes", "Data", "Data dictionary", "Sources"}) {
		t.Errorf("sheets %q", got)
	}
	if value, _ := f.GetCellValue("Cover", "A1"); value != "Figures as published" {
		t.Errorf("the title is %q", value)
	}
}

func TestEmptyWorkbook(t *testing.T) {
	f := open(t, Book{Words: assets.For("en")})
	if rows, err := f.GetRows("Data"); err != nil || len(rows) == 0 {
		t.Errorf("an empty answer has no data sheet: %v", err)
	}
}

func TestErrorOfTheFiguresEndsTheWorkbook(t *testing.T) {
	broken := errors.New("the library is gone")
	figures := func(yield func(reports.Figure, error) bool) { yield(reports.Figure{}, broken) }
	var out bytes.Buffer
	err := Workbook(&out, Book{Figures: iter.Seq2[reports.Figure, error](figures), Words: assets.For("en")})
	if !errors.Is(err, broken) || out.Len() > 0 {
		t.Errorf("got %v and %d bytes", err, out.Len())
	}
}

func TestProperties(t *testing.T) {
	p, err := open(t, sampleBook(t, reports.EveryYear, "fr")).GetDocProps()
	if err != nil {
		t.Fatal(err)
	}
	if p.Creator != "Vitrine" || p.Language != "fr" || p.Created != "2020-03-17T00:00:00Z" || !strings.HasPrefix(p.Title, "Groupes et canaux") {
		t.Errorf("properties: %+v", p)
	}
}

func TestShorthand(t *testing.T) {
	may := reports.EveryMonth.Around(reports.DayOf(2024, 5, 1))
	nan := math.NaN()
	for _, test := range []struct {
		name   string
		number reports.Number
		cell   any
		status string
	}{
		{"published", reports.Number{Period: may, Value: 7}, 7.0, ""},
		{"zero", reports.Number{Period: may, Value: 0}, 0.0, ""},
		{"withheld", reports.Number{Period: may, Value: nan, Low: 1, High: 9, HasRange: true, Status: reports.Withheld}, "[c]", "[c]"},
		{"not available", reports.Number{Period: may, Value: nan, Status: reports.NotAvailable}, "[x]", "[x]"},
		{"not applicable", reports.Number{Period: may, Value: nan, Status: reports.NotApplicable}, "[z]", "[z]"},
		{"unknown for no reason", reports.Number{Period: may, Value: nan}, "[x]", "[x]"},
		{"provisional", reports.Number{Period: may, Value: 7, Status: reports.Provisional}, 7.0, "[p]"},
		{"derived", reports.Number{Period: may, Value: 7, Basis: reports.Derived}, 7.0, "[d]"},
		{"estimated", reports.Number{Period: may, Value: 7, Status: reports.Estimated}, 7.0, "[e]"},
		{"incomplete and partial", reports.Number{Period: may, Value: 7, Incomplete: true, Days: 17}, 7.0, "[i] [partial] 17 of 31 days"},
		{"infinite", reports.Number{Period: may, Value: math.Inf(1)}, "[x]", ""},
	} {
		if got := numberCell(test.number); got != test.cell {
			t.Errorf("%s: the cell is %v, want %v", test.name, got, test.cell)
		}
		if got := statusText(assets.For("en"), test.number, nil); got != test.status {
			t.Errorf("%s: the status is %q, want %q", test.name, got, test.status)
		}
	}
	broken := []reports.Break{{At: may.Start + 3}}
	if got := statusText(assets.For("en"), reports.Number{Period: may, Value: 7}, broken); got != "[b]" {
		t.Errorf("a break within the period is marked %q", got)
	}
}

func TestNames(t *testing.T) {
	n := newNames()
	for _, test := range [][2]string{
		{"Q1", "Table_Q1"}, {"groups and channels blocked month", "groups_and_channels_blocked_month"},
		{"2024 data", "Table_2024_data"}, {"Groups and channels blocked month", "Groups_and_channels_blocked_month_2"},
		{"", "Table_"}, {"été, à jour", "t_jour"},
	} {
		if got := n.takeTable(test[0]); got != test[1] {
			t.Errorf("%q is named %q, want %q", test[0], got, test[1])
		}
	}
}

// manyFigures makes rows as the DSA's requests have: many areas and grounds.
func manyFigures(n int) []reports.Figure {
	list := make([]reports.Figure, n)
	for i := range list {
		d := reports.DayOf(2024, 1, 1+i%700)
		list[i] = reports.Figure{
			Publisher: "Telegram", Table: "official requests", Measure: reports.TakedownRequestsReceived,
			Period:    reports.Period{Start: d, End: d + 1},
			Split:     reports.Split{Area: "FR", Category: "terrorism", Ground: "law", Action: "removed"},
			Breakdown: reports.ByArea | reports.ByCategory, Value: float64(i),
			Origin: reports.Origin{Source: sourceID, File: "requests.csv", Row: i + 2, Column: 5, Text: Plain(float64(i))},
		}
	}
	return list
}

func BenchmarkWorkbook100000Rows(b *testing.B) {
	figures := manyFigures(100_000)
	b.ReportAllocs()
	for b.Loop() {
		if err := Workbook(io.Discard, Book{Figures: Each(figures), Sources: sampleSources(), Words: assets.For("en")}); err != nil {
			b.Fatal(err)
		}
	}
}
