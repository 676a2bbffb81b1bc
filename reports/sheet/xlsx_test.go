package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// excelWorkbook makes a workbook of rows with a library of others.
func excelWorkbook(t testing.TB, fill func(*excelize.File)) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f)
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// rawWorkbook makes a workbook with one sheet of that XML.
func rawWorkbook(t testing.TB, sheet string, more ...member) string {
	t.Helper()
	return archive(t, zip.Deflate, append([]member{
		{"[Content_Types].xml", `<Types/>`},
		{"xl/workbook.xml", `<x:workbook xmlns:x="x"><x:sheets><x:sheet name="Requests &amp; removals" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://x/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`},
		{"xl/worksheets/sheet1.xml", sheet},
	}, more...)...)
}

func TestWorkbookCells(t *testing.T) {
	text := excelWorkbook(t, func(f *excelize.File) {
		f.SetSheetName("Sheet1", "Requests")
		f.SetSheetRow("Requests", "B2", &[]any{"country", "requests", "share", "from", "closed"})
		f.SetSheetRow("Requests", "B4", &[]any{"Türkiye", 12345, 0.4567, time.Date(2024, 1, 31, 0, 0, 0, 0, time.UTC), true})
		for cell, code := range map[string]string{"C4": "#,##0", "D4": "0.0%", "E4": "d mmm yyyy"} {
			style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
			if err != nil {
				t.Fatal(err)
			}
			f.SetCellStyle("Requests", cell, cell, style)
		}
		f.NewSheet("Hidden")
		f.SetCellValue("Hidden", "A1", "x")
		f.SetSheetVisible("Hidden", false)
	})
	book := mustOpen(t, "a.xlsx", text)
	if len(book.Files) != 1 || book.Files[0].Kind != XLSX || len(book.Files[0].Tables) != 2 || book.Files[0].Tables[1].Name != "Hidden" {
		t.Fatalf("%+v", book.Files)
	}
	var rows []Row
	for row, err := range book.Files[0].Tables[0].Rows() {
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, row)
	}
	want := []Row{
		{2, []Cell{{}, {"country", Text, 0}, {"requests", Text, 0}, {"share", Text, 0}, {"from", Text, 0}, {"closed", Text, 0}}},
		{4, []Cell{{}, {"Türkiye", Text, 0}, {"12,345", Number, 12345}, {"45.7%", Number, 0.4567}, {"31 Jan 2024", Date, 45322}, {"TRUE", Bool, 1}}},
	}
	if !reflect.DeepEqual(rows, want) {
		t.Errorf("%v\nwant %v", rows, want)
	}
	if day, ok := rows[1].Cell(5).Time(); !ok || day.Format(time.DateTime) != "2024-01-31 00:00:00" {
		t.Errorf("the date is %v", day)
	}
	if _, ok := rows[1].Cell(3).Time(); ok {
		t.Error("a number is a date")
	}
}

func TestWorkbookAsOthersWriteIt(t *testing.T) {
	shared := member{"xl/sharedStrings.xml", `<sst><si><t>plain</t></si><si><r><t xml:space="preserve">two </t></r><r><t>runs</t></r><rPh><t>reading</t></rPh></si><si><t>line&#10;break_x000D_</t></si><si/></sst>`}
	for _, c := range []struct {
		name, rows string
		want       [][]string
	}{
		{"shared texts", `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>`, [][]string{{"plain", "two runs", "line\nbreak\r"}}},
		{"no references", `<row><c><v>1</v></c><c><v>2</v></c></row><row><c t="b"><v>0</v></c></row>`, [][]string{{"1", "2"}, {"FALSE"}}},
		{"inline text, entities, CDATA", `<row><c t="inlineStr"><is><t>a &lt; b</t></is></c><c t="str"><f>A1&amp;"&gt;"</f><v><![CDATA[c & d]]></v></c></row>`, [][]string{{"a < b", "c & d"}}},
		{"errors, dates, odd numbers", `<row><c t="e"><v>#N/A</v></c><c t="d"><v>2024-01-31</v></c><c><v>0.9109999999999999</v></c><c><v>1E+20</v></c><c><v>x</v></c></row>`, [][]string{{"#N/A", "2024-01-31", "0.911", "100000000000000000000", "x"}}},
		{"cells with style only", `<row r="3"><c r="B3" s="1"/><c r="C3"><v/></c></row><row r="5"><c r="C5"><v>1</v></c><c r="D5" s="2"/></row>`, [][]string{{"", "", "1"}}},
		{"prefixes, comments, single quotes", `<!-- > --><x:row r='1'><x:c r='A1' t='str'><x:v>é</x:v></x:c></x:row>`, [][]string{{"é"}}},
	} {
		book := mustOpen(t, "a.xlsx", rawWorkbook(t, "\ufeff<?xml version=\"1.0\"?>\n<worksheet>\n <sheetData>"+c.rows+"</sheetData></worksheet>", shared))
		table := book.Files[0].Tables[0]
		if got := cells(table); !reflect.DeepEqual(got, c.want) || table.Name != "Requests & removals" {
			t.Errorf("%s: %q of %q\nwant %q", c.name, got, table.Name, c.want)
		}
	}
}

func TestWorkbookTraps(t *testing.T) {
	limit(t, &MaxCell, 1<<10)
	limit(t, &MaxCells, 100_000)
	laughs := `<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]><worksheet>&lol2;</worksheet>`
	for _, c := range []struct{ name, sheet, want string }{
		{"laughs", laughs, "it declares entities of its own, which no workbook needs; it is a trap: take the file from its publisher"},
		{"rows", `<row r="1"><c><v>1</v></c></row><row r="2147483648"><c><v>1</v></c></row>`, "the sheet claims a row 2147483648, a sheet has at most 1,048,576; open it in a spreadsheet program, save it and try again"},
		{"order", `<row r="5"><c><v>1</v></c></row><row r="5"/>`, "row 5 stands after row 5; open it in a spreadsheet program, save it and try again"},
		{"columns", `<row r="1"><c r="XFE1"><v>1</v></c></row>`, "a cell of row 1 is beyond column XFD; open it in a spreadsheet program, save it and try again"},
		{"reference", `<row r="1"><c r="A1" t="s"><v>7</v></c></row>`, "a cell of row 1 refers to a text that is not there; open it in a spreadsheet program, save it and try again"},
		{"cell", `<row r="1"><c><v>` + strings.Repeat("1", 200<<10), "a cell is larger than 1 KB; check the workbook in a spreadsheet program"},
		{"pieces", `<row r="1"><c><v>` + strings.Repeat("11111111<!---->", 1000), "a cell is larger than 1 KB; open it in a spreadsheet program, save it and try again"},
		{"cut", `<row r="1"><c r="A1"><v>1`, "the workbook is cut or damaged; download it again"},
		{"cells", `<row r="1"><c><v>1</v></c></row>` + strings.Repeat(`<row><c r="XFD1"><v>1</v></c></row>`, 20), "the sheet has more than 100,000 cells, the most that Vitrine reads; split it"},
		{"bomb", strings.Repeat("<!-- -->", 5<<20), "it unpacks to more than 250 times its size; it is a trap or damaged: download it again from its publisher"},
	} {
		rows := cells(mustOpen(t, c.name, rawWorkbook(t, c.sheet)).Files[0].Tables[0])
		want := c.name + " › Requests & removals: " + c.want
		if last := rows[len(rows)-1][0]; last != want {
			t.Errorf("%.200s\nwant %s", last, want)
		}
	}
	_, err := openText("shared.xlsx", rawWorkbook(t, "<worksheet/>", member{"xl/sharedStrings.xml", laughs}))
	if err == nil || !strings.Contains(err.Error(), "shared.xlsx: it declares entities of its own") {
		t.Errorf("shared texts: %v", err)
	}
}

func TestNumberFormats(t *testing.T) {
	for _, c := range []struct {
		code   string
		number float64
		want   string
		kind   CellKind
	}{
		{"General", 1234567.5, "1234567.5", Number},
		{"General", 0.1 + 0.2, "0.3", Number},
		{"0", 2.5, "3", Number},
		{"0.00", 1.005, "1.01", Number},
		{"0.00", 0.125, "0.13", Number},
		{"0", 999.5, "1000", Number},
		{"#,##0", 1234567, "1,234,567", Number},
		{"#,##0", -1234, "-1,234", Number},
		{"#,##0.0#", 1234.5, "1,234.5", Number},
		{"#,##0_);(#,##0)", -1234, "(1,234)", Number},
		{"0%", 0.456, "46%", Number},
		{"0.00%", 0.00015, "0.02%", Number},
		{"0.0%;-0.0%;\"none\"", 0, "none", Number},
		{`_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-`, 35083, "35,083", Number},
		{`#,##0.0,,"M"`, 12345678, "12.3M", Number},
		{"000", 7, "007", Number},
		{"0.00E+00", 12345, "1.23E+04", Number},
		{`[Red]0" requests"`, 5, "5 requests", Number},
		{"[$€-407] #,##0.00", 5.5, "€ 5.50", Number},
		{"# ?/?", 0.5, "0.5", Number},
		{"@", 12, "12", Number},
		{";;;", 12, "12", Number},
		{"#", -0.2, "", Number},
		{"[<100]0;0.0", 12, "12", Number},
		{"yyyy-mm-dd", 45322, "2024-01-31", Date},
		{"mmm-yy", 45322, "Jan-24", Date},
		{"d/m/yyyy h:mm", 45322.5, "31/1/2024 12:00", Date},
		{"h:mm:ss AM/PM", 0.75, "6:00:00 PM", Date},
		{"[h]:mm", 1.5, "36:00", Date},
		{"mm:ss.0", 0.5 / 24, "30:00", Date},
		{`dddd, d\. mmmm yyyy`, 45322, "Wednesday, 31. January 2024", Date},
		{"[$-F800]dddd, mmmm dd, yyyy", 45322, "2024-01-31", Date},
		{"yyyy-mm-dd", -1, "-1", Number},
		{"yyyy", 1e300, "1E+300", Number},
	} {
		if got := parseFormat(c.code).cell(c.number, false); got.Text != c.want || got.Kind != c.kind {
			t.Errorf("%g as %s: %q of kind %d, want %q", c.number, c.code, got.Text, got.Kind, c.want)
		}
	}
	if got := parseFormat("yyyy-mm-dd").cell(0, true); got.Text != "1904-01-01" {
		t.Errorf("the first day of 1904 is %s", got.Text)
	}
}

// TestExcelizeAgrees compares a sheet of every kind of value with what the
// library that wrote it reads.
func TestExcelizeAgrees(t *testing.T) {
	var out bytes.Buffer
	f := excelize.NewFile()
	defer f.Close()
	for i := range 200 {
		f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i*3+1), &[]any{"text <&> " + strings.Repeat("x", i), float64(i) / 7, -i, i%2 == 0, nil, "end"})
	}
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	theirs, err := f.GetRows("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	for row := range mustOpen(t, "a.xlsx", out.String()).Files[0].Tables[0].Rows() {
		for i, text := range theirs[row.Number-1] {
			if row.Text(i+1) != text {
				t.Errorf("row %d column %d: %q, excelize reads %q", row.Number, i+1, row.Text(i+1), text)
			}
		}
	}
}
