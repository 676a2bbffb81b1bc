package sheet

import (
	"archive/zip"
	"reflect"
	"strings"
	"testing"
)

// odsFile makes an OpenDocument spreadsheet with one sheet of that XML.
func odsFile(t testing.TB, sheet string, more ...member) string {
	t.Helper()
	return archive(t, zip.Deflate, append([]member{
		{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
		{"content.xml", `<o:document-content><o:automatic-styles><s:table/></o:automatic-styles><o:body><o:spreadsheet>` +
			`<t:tracked-changes><t:table t:name="old"><t:table-row/></t:table></t:tracked-changes>` +
			`<t:table t:name="Requests &amp; removals">` + sheet + `</t:table></o:spreadsheet></o:body></o:document-content>`},
	}, more...)...)
}

func TestDocumentAsOthersWriteIt(t *testing.T) {
	for _, c := range []struct {
		name, rows string
		want       []Row
	}{
		{"values without text",
			`<table-row><table-cell value-type="float" value="12345.5"/><table-cell value-type="percentage" value="0.456"/><table-cell value-type="date" date-value="2024-01-31"/><table-cell value-type="boolean" boolean-value="true"/><table-cell value-type="string" string-value="a &lt; b"/><table-cell value-type="time" time-value="PT06H00M00S"/></table-row>`,
			[]Row{{1, []Cell{{"12345.5", Number, 12345.5}, {"45.6%", Number, 0.456}, {"2024-01-31", Date, 45322}, {"TRUE", Bool, 1}, {"a < b", Text, 0}, {"PT06H00M00S", Date, 0.25}}}}},
		{"repeated rows and cells",
			`<table-row number-rows-repeated="2"><table-cell number-columns-repeated="2"/><table-cell number-columns-repeated="2"><p>x</p></table-cell></table-row><table-row number-rows-repeated="9"/><table-header-rows><table-row><covered-table-cell><p>y</p></covered-table-cell></table-row></table-header-rows>`,
			[]Row{{1, []Cell{{}, {}, {"x", Text, 0}, {"x", Text, 0}}}, {2, []Cell{{}, {}, {"x", Text, 0}, {"x", Text, 0}}}, {12, []Cell{{"y", Text, 0}}}}},
		{"paragraphs, spaces, comments",
			"<shapes><table><table-row/></table></shapes><table-row><!-- x --><table-cell><annotation><p>comment</p></annotation><p>\n  one <s c=\"2\"/>two</p><p><span>th</span>ree<line-break/>four<note><p>foot</p></note></p></table-cell></table-row>",
			[]Row{{1, []Cell{{"one   two\nthree\nfour", Text, 0}}}}},
		{"values that are none",
			`<table-row><table-cell value-type="float" value="many"><p>many</p></table-cell><table-cell value-type="date" date-value="soon"><p>soon</p></table-cell><table-cell value-type="float" value="NaN"><p>?</p></table-cell><table-cell value-type="string" calcext:value-type="error"><p>#DIV/0!</p></table-cell></table-row>`,
			[]Row{{1, []Cell{{"many", Text, 0}, {"soon", Text, 0}, {"?", Text, 0}, {"#DIV/0!", Text, 0}}}}},
		{"the last row and column",
			`<table-row number-rows-repeated="1048575"/><table-row><table-cell number-columns-repeated="16383"/><table-cell><p>x</p></table-cell><table-cell number-columns-repeated="1000000000"/></table-row>`,
			[]Row{{1 << 20, append(make([]Cell, 16_383), Cell{"x", Text, 0})}}},
	} {
		book := mustOpen(t, "a.ods", odsFile(t, c.rows))
		if len(book.Files[0].Tables) != 1 || book.Files[0].Tables[0].Name != "Requests & removals" {
			t.Fatalf("%s: %+v", c.name, book.Files[0].Tables)
		}
		var rows []Row
		for row, err := range book.Files[0].Tables[0].Rows() {
			if err != nil {
				t.Fatal(c.name, err)
			}
			rows = append(rows, row)
		}
		if !reflect.DeepEqual(rows, c.want) {
			t.Errorf("%s: %.300v\nwant %.300v", c.name, rows, c.want)
		}
	}
}

func TestDocumentTraps(t *testing.T) {
	limit(t, &MaxCell, 1<<10)
	limit(t, &MaxRepeats, 100_000)
	const cell = `<table-cell><p>1</p></table-cell>`
	for _, c := range []struct{ name, sheet, want string }{
		{"repeated rows", `<table-row number-rows-repeated="1048576">` + cell + `</table-row>`, "it repeats cells more than 100,000 times; it is a trap or damaged: take the file from its publisher"},
		{"repeated cells", strings.Repeat(`<table-row><table-cell number-columns-repeated="16384"><p>1</p></table-cell></table-row>`, 10), "it repeats cells more than 100,000 times; it is a trap or damaged: take the file from its publisher"},
		{"rows", `<table-row number-rows-repeated="9999999999"/><table-row>` + cell + `</table-row>`, "the sheet has more than 1,048,576 rows; open it in a spreadsheet program, save it and try again"},
		{"columns", `<table-row><table-cell number-columns-repeated="16384"/>` + cell + `</table-row>`, "a cell of row 1 is beyond column XFD; open it in a spreadsheet program, save it and try again"},
		{"spaces", `<table-row><table-cell><p>1<s c="1000000000"/></p></table-cell></table-row>`, "a cell is larger than 1 KB; open it in a spreadsheet program, save it and try again"},
	} {
		rows := cells(mustOpen(t, c.name, odsFile(t, c.sheet)).Files[0].Tables[0])
		want := c.name + " › Requests & removals: " + c.want
		if last := rows[len(rows)-1][0]; last != want {
			t.Errorf("%s: %.200s\nwant %s", c.name, last, want)
		}
	}
}

func TestDocumentsThatCannotBeRead(t *testing.T) {
	const mimetype = "application/vnd.oasis.opendocument.spreadsheet"
	for _, c := range []struct{ name, text, want string }{
		{"cut.ods", archive(t, zip.Store, member{"content.xml", "<document-content><body><spreadsheet><table><table-row>"}), "cut.ods: the workbook is cut or damaged; download it again"},
		{"laughs.ods", archive(t, zip.Store, member{"content.xml", `<!DOCTYPE x [<!ENTITY y "z">]><document-content/>`}), "laughs.ods: it declares entities of its own, which no workbook needs; it is a trap: take the file from its publisher"},
		{"empty.ods", archive(t, zip.Store, member{"mimetype", mimetype}, member{"content.xml", "<document-content/>"}), "empty.ods: the document has no sheet with cells; open the file that the publisher offers (csv, xlsx, ods, xls, html, json, gz or zip)"},
		{"locked.ods", odsFile(t, "", member{"META-INF/manifest.xml", `<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>`}), "locked.ods: it has a password; open it in a spreadsheet program, save it without one and try again"},
		{"sealed.ods", archive(t, zip.Store, member{"mimetype", mimetype}, member{"encrypted-package", "x"}), "sealed.ods: it has a password; open it in a spreadsheet program, save it without one and try again"},
		{"bomb.ods", odsFile(t, strings.Repeat("<!-- -->", 5<<20)), "bomb.ods: it unpacks to more than 250 times its size; it is a trap or damaged: download it again from its publisher"},
	} {
		if _, err := openText(c.name, c.text); err == nil || err.Error() != c.want {
			t.Errorf("%s: %.300v\nwant %s", c.name, err, c.want)
		}
	}
}
