package publisher

import (
	"context"
	"strings"
	"testing"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// lineOf returns the line of a table with the columns a, b, c … and one row.
func lineOf(cells ...sheet.Cell) *Line {
	h := newHeader(sheet.Row{Number: 1, Cells: []sheet.Cell{{Text: "a"}, {Text: "b"}, {Text: "c"}}[:len(cells)]})
	e := &Export{format: &appExports, ctx: context.Background(), blocks: map[blockKey]int{}}
	return &Line{export: e, file: &sheet.File{Path: "f.csv"}, table: &sheet.Table{}, header: h, row: sheet.Row{Number: 2, Cells: cells}}
}

func TestPeriodsOfCells(t *testing.T) {
	half := func(l *Line) string { return l.Half("a").String() }
	quarter := func(l *Line) string { return l.Quarter("a").String() }
	year := func(l *Line) string { return l.Year("a").String() }
	day := func(l *Line) string { return l.Day("a").String() }
	period := func(l *Line) string { return l.Period("a").String() }
	for _, c := range []struct {
		read       func(*Line) string
		text, want string // want "": a problem
	}{
		{half, "2018 H2", "2018-H2"}, {half, "2018-12-31", "2018-H2"}, {half, "2018-07-01", "2018-H2"}, {half, "2018 Q3", ""}, {half, "2018", ""}, {half, "?", ""},
		{quarter, "2023Q1", "2023-Q1"}, {quarter, "2023 H1", ""}, {year, "2023", "2023"}, {year, "2023Q1", ""},
		{day, "2024-08-14", "2024-08-14"}, {day, "2024-08", ""}, {period, "2023Q1", "2023-Q1"}, {period, "", ""},
	} {
		l := lineOf(sheet.Cell{Text: " " + c.text + " "})
		got := c.read(l)
		switch {
		case l.Failed() != (c.want == ""):
			t.Errorf("%q is no such period: %v", c.text, l.Failed())
		case c.want != "" && got != c.want:
			t.Errorf("%q is %s, want %s", c.text, got, c.want)
		}
	}
}

func TestParts(t *testing.T) {
	for text, want := range map[string]string{
		"Spam": "Spam", " Spam ": "Spam", "": reports.NotStated, "All": "", "TOTAL": "", "Worldwide": "", "All apps": "All apps",
	} {
		if got := lineOf(sheet.Cell{Text: text}).Part("a"); got != want {
			t.Errorf("%q is the part %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"Türkiye": "TR", "Turkey": "TR", "China**": "CN", "Iran *": "IR", "Europol": "Europol", "Rest of World": "Rest of World",
		"": reports.NotStated, "Global": "", "Austria ": "AT",
	} {
		if got := lineOf(sheet.Cell{Text: text}).Area("a"); got != want {
			t.Errorf("%q is the area %q, want %q", text, got, want)
		}
	}
}

// A workbook's numbers are exact where what it shows is rounded.
func TestNumbersOfWorkbooks(t *testing.T) {
	for _, c := range []struct {
		cell sheet.Cell
		want float64
	}{
		{sheet.Cell{Text: "12,346", Kind: sheet.Number, Number: 12345.6}, 12345.6},
		{sheet.Cell{Text: "45%", Kind: sheet.Number, Number: 0.4512}, 45.12},
		{sheet.Cell{Text: " - ", Kind: sheet.Number, Number: 0}, 0},
		{sheet.Cell{Text: "15,935*", Kind: sheet.Text}, 15935},
	} {
		l := lineOf(c.cell)
		l.Add("a", reports.ContentBlocked, reports.EveryYear.Around(reports.DayOf(2024, 1, 1)), reports.Split{Area: "FR"})
		figures := l.export.reading.Figures
		if len(figures) != 1 || figures[0].Value != c.want || figures[0].Status != reports.Normal {
			t.Errorf("%q is %+v, want %v", c.cell.Text, figures, c.want)
		}
	}
}

func TestArchive(t *testing.T) {
	table := func(rows ...string) *sheet.Table {
		return sheet.NewTable("", func(yield func(sheet.Row, error) bool) {
			for i, r := range rows {
				row := sheet.Row{Number: i + 1}
				for _, text := range strings.Split(r, ",") {
					row.Cells = append(row.Cells, sheet.Cell{Text: text, Kind: sheet.Text})
				}
				if !yield(row, nil) {
					return
				}
			}
		})
	}
	csv := func(path string, rows ...string) *sheet.File {
		return &sheet.File{Path: "a.zip/" + path, Kind: sheet.CSV, Tables: []*sheet.Table{table(rows...)}}
	}
	other := appExports
	other.Table, other.Columns = "requests", []string{"Half", "Country", "Requests"}
	other.Read = func(l *Line) {
		l.Add("Requests", reports.RemovalRequestsReceived, l.Half("Half"), reports.Split{Area: l.Area("Country")})
	}
	broken := &sheet.File{Path: "a.zip/broken.csv", Err: &sheet.Error{File: "a.zip/broken.csv", What: "the data is cut off"}}
	book := &sheet.Book{Name: "a.zip", Files: []*sheet.File{
		csv("1.csv", "Period,Country/Region,Requests Received,Apps Removed", "2018 H2,France,1,2"),
		csv("2.csv", "Half,Country,Requests", "2019 H1,France,7"),
		csv("3.csv", "who,knows"), {Path: "a.zip/README.txt", Kind: sheet.PlainText}, broken,
	}}
	r, err := Options{}.read(context.Background(), []Format{appExports, other}, book, "a.zip")
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Figures) != 3 || r.Format != "Fruit, app takedowns; Fruit, requests" || r.Published.String() != "2019-06-30" {
		t.Errorf("%d figures by %q, published %s", len(r.Figures), r.Format, r.Published)
	}
	if r.Blocks[0].Order >= r.Blocks[len(r.Blocks)-1].Order {
		t.Errorf("the first format's blocks do not come first: %v", r.Blocks)
	}
	want := "a.zip/3.csv: no format reads this file\na.zip/broken.csv: the data is cut off"
	if got := strings.Join(problemTexts(r), "\n"); got != want {
		t.Errorf("problems:\n%s\nwant:\n%s", got, want)
	}

	book.Files = book.Files[4:]
	if _, err := (Options{}).read(context.Background(), []Format{appExports}, book, "a.zip"); err == nil || err.Error() != "a.zip/broken.csv: the data is cut off" {
		t.Errorf("nothing can be read: got %v", err)
	}
}
