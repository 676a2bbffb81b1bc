package sheet

import (
	"archive/zip"
	"context"
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

// fuzz opens whatever bytes as a file and reads all that it holds. Seeds are
// the samples of that extension.
func fuzz(f *testing.F, extension string, check func(*testing.T, *Book, string)) {
	for _, path := range samples(f) {
		if strings.HasSuffix(path, extension) {
			bytes, err := os.ReadFile(path)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(string(bytes))
			f.Add(string(bytes[:len(bytes)/2]))
		}
	}
	f.Fuzz(func(t *testing.T, bytes string) {
		limit(t, &MaxBytes, 1<<22)
		limit(t, &MaxCells, 1<<18)
		book, err := openText("fuzz"+extension, bytes)
		if err != nil {
			if sentence := err.Error(); !strings.HasPrefix(sentence, "fuzz"+extension) || strings.Contains(sentence, "\x00") {
				t.Errorf("the sentence is %q", sentence)
			}
			return
		}
		dump(book)
		for _, file := range book.Files {
			checkTables(t, file)
		}
		check(t, book, bytes)
	})
}

// checkTables holds tables to what they promise.
func checkTables(t *testing.T, file *File) {
	for _, table := range file.Tables {
		last := 0
		for row, err := range table.Rows() {
			if err != nil {
				break
			}
			if row.Number <= last || len(row.Cells) == 0 || len(row.Cells) > MaxColumns {
				t.Errorf("row %d with %d cells stands after row %d", row.Number, len(row.Cells), last)
			}
			last = row.Number
			for _, cell := range row.Cells {
				if file.Kind != XLSX && !utf8.ValidString(cell.Text) || cell.Kind == Empty && cell.Text != "" {
					t.Errorf("cell %+v", cell)
				}
			}
		}
	}
}

func nothingMore(*testing.T, *Book, string) {}

func FuzzCSV(f *testing.F)  { fuzz(f, ".csv", nothingMore) }
func FuzzHTML(f *testing.F) { fuzz(f, ".html", nothingMore) }
func FuzzZip(f *testing.F)  { fuzz(f, ".zip", nothingMore) }

// FuzzJSON also holds that what is JSON reads as package json reads it.
func FuzzJSON(f *testing.F) {
	f.Add(`{"a": [1, -2.5e3, "\u00e9\ud83d\ude00", true, null, {}], "a": []}`)
	fuzz(f, ".json", func(t *testing.T, book *Book, bytes string) {
		if book.Files[0].Kind != JSON || !utf8.ValidString(bytes) || strings.HasPrefix(bytes, "\ufeff") {
			return
		}
		var want any
		decoder := json.NewDecoder(strings.NewReader(bytes))
		decoder.UseNumber()
		if !json.Valid([]byte(bytes)) || decoder.Decode(&want) != nil {
			return
		}
		if got := plainValue(book.Files[0].Document); !reflect.DeepEqual(got, want) {
			t.Errorf("%q reads as %v, package json reads %v", bytes, got, want)
		}
	})
}

// plainValue returns a value as package json does.
func plainValue(v *Value) any {
	switch v.Kind() {
	case BoolValue:
		return v.String() == "true"
	case NumberValue:
		return json.Number(v.String())
	case StringValue:
		return v.String()
	case ArrayValue:
		items := []any{}
		for _, item := range v.Items() {
			items = append(items, plainValue(item))
		}
		return items
	case ObjectValue:
		members := map[string]any{}
		for name, member := range v.Members() {
			members[name] = plainValue(member)
		}
		return members
	}
	return nil
}

// FuzzXLSX changes a sheet's XML; FuzzZip changes the archive around it.
func FuzzXLSX(f *testing.F) {
	for _, rows := range []string{
		`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45322.5</v></c></row>`,
		`<row><c t="inlineStr"><is><r><t>a</t></r><rPh><t>b</t></rPh></is></c><c t="b"><v>1</v></c></row><!-- x --><![CDATA[y]]>`,
		`<?xml version="1.0"?><row r='2'><c r='AA2' t='str'><v>&#xe9;&amp;_x000D_</v></c></row>`,
	} {
		f.Add("<sheetData>"+rows+"</sheetData>", "yyyy-mm-dd")
		f.Add("<sheetData>"+rows+"</sheetData>", `_-* #,##0.0_-;[Red]-* "x"0%;[$€-407] 0.0E+00`)
	}
	f.Fuzz(func(t *testing.T, sheet, code string) {
		limit(t, &MaxCells, 1<<18)
		book, err := openText("fuzz.xlsx", archive(t, zip.Store,
			member{"[Content_Types].xml", `<Types/>`},
			member{"xl/workbook.xml", `<workbook><sheet name="s" r:id="rId1"/></workbook>`},
			member{"xl/_rels/workbook.xml.rels", `<Relationship Id="rId1" Type="/worksheet" Target="s.xml"/><Relationship Id="rId2" Type="/styles" Target="styles.xml"/><Relationship Id="rId3" Type="/sharedStrings" Target="t.xml"/>`},
			member{"xl/s.xml", sheet}, member{"xl/t.xml", "<si><t>text</t></si>"},
			member{"xl/styles.xml", `<numFmt numFmtId="200" formatCode="0.0"/><cellXfs><xf numFmtId="14"/><xf numFmtId="200"/></cellXfs>`}))
		if err != nil {
			t.Fatal(err)
		}
		checkTables(t, book.Files[0])
		for _, n := range []float64{0, 1, -1.5, 45322.75, 1e300} {
			parseFormat(code).cell(n, false)
		}
	})
}

// FuzzODS changes a sheet's XML; FuzzZip changes the archive around it.
func FuzzODS(f *testing.F) {
	for _, rows := range []string{
		`<table-row number-rows-repeated="2"><table-cell value-type="float" value="1.5"><p>1<s c="2"/>5</p></table-cell></table-row>`,
		`<table-header-rows><table-row><table-cell value-type="date" date-value="2024-01-31"/><covered-table-cell number-columns-repeated="3"/></table-row></table-header-rows>`,
		`<shapes><p>x</p></shapes><table-row><table-cell value-type="time" time-value="PT1H"><annotation><p>a</p></annotation><p>b</p><p>c</p></table-cell></table-row>`,
	} {
		f.Add(rows)
	}
	f.Fuzz(func(t *testing.T, sheet string) {
		limit(t, &MaxCells, 1<<18)
		limit(t, &MaxRepeats, 1<<16)
		book, err := openText("fuzz.ods", odsFile(t, sheet))
		if err == nil {
			checkTables(t, book.Files[0])
		}
	})
}

// FuzzXLS changes the records of a workbook; FuzzCompound the file around
// them.
func FuzzXLS(f *testing.F) {
	f.Add(biffBook(biff(biffTexts, 1, 0, 1, 0, "\x02\x00\x0da\x00")+biff(biffContinue, "\x00b"), biff(biffTextIndex, 0, 0, 0, 0, 0)+biff(biffFormula, 1, 1, 0, 0, 0, 0, 0xffff)+biff(biffResult, "\x02\x00\x00ok")))
	f.Add(biffBook(biff(biffFormat, 164, "\x04\x00\x000.0%")+biff(biffStyle, 0, 164), biff(biffMultiRK, 0, 2, 0, 7<<2|2, 0, 0, 0x2140, 0x40e6, 3)+biff(biffBool, 1, 0, 0, "\x2a\x01")))
	f.Fuzz(func(t *testing.T, records string) {
		w := &xlsBook{ctx: context.Background(), path: "fuzz.xls", records: []byte(records)}
		if tables, err := w.sheets(); err == nil {
			checkTables(t, &File{Kind: XLS, Tables: tables})
		}
	})
}

func FuzzCompound(f *testing.F) { fuzz(f, ".xls", nothingMore) }
