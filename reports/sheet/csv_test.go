package sheet

import (
	"reflect"
	"strings"
	"testing"
)

func TestCSVRows(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       [][]string
	}{
		{"plain", "a,b\n1,2\n", [][]string{{"a", "b"}, {"1", "2"}}},
		{"no newline at the end", "a,b\n1,2", [][]string{{"a", "b"}, {"1", "2"}}},
		{"empty last cell", "a,b\n1,", [][]string{{"a", "b"}, {"1", ""}}},
		{"line ends mixed", "a,b\r\n1,2\n3,4\r\n", [][]string{{"a", "b"}, {"1", "2"}, {"3", "4"}}},
		{"CR alone", "a,b\r1,2\r3,4", [][]string{{"a", "b"}, {"1", "2"}, {"3", "4"}}},
		{"ragged", "a,b,c\n1\n1,2,3,4\n", [][]string{{"a", "b", "c"}, {"1"}, {"1", "2", "3", "4"}}},
		{"quoted newline", "a,b\n\"one\r\ntwo\",2\n3,4\n", [][]string{{"a", "b"}, {"one\r\ntwo", "2"}, {"3", "4"}}},
		{"quoted delimiter and quotes", "a,b\n\"1,234\",\"say \"\"no\"\"\"\n", [][]string{{"a", "b"}, {"1,234", `say "no"`}}},
		{"quote within a cell", "a,b\n5\" screen,2\n", [][]string{{"a", "b"}, {`5" screen`, "2"}}},
		{"text after a closing quote", "a,b\n\"x\"y,2\n", [][]string{{"a", "b"}, {"xy", "2"}}},
		{"blank lines, and lines of commas", "a,b\n\n\n,\n1,2\n", [][]string{{"a", "b"}, {"", ""}, {"1", "2"}}},
		{"spaces stay", "a,b\n 1 ,2\n", [][]string{{"a", "b"}, {" 1 ", "2"}}},
		{"quoted empty cells", "a,b\n\"\",\"\"\n\"\"\n", [][]string{{"a", "b"}, {"", ""}, {""}}},
		{"byte order mark", "\ufeffa,b\n1,2\n", [][]string{{"a", "b"}, {"1", "2"}}},
		{"semicolons, decimals with commas", "a;b\n1,5;2,5\n2,5;3,5\n", [][]string{{"a", "b"}, {"1,5", "2,5"}, {"2,5", "3,5"}}},
		{"tabs", "a\tb, or c\n1\t2\n", [][]string{{"a", "b, or c"}, {"1", "2"}}},
		{"bars", "a|b\n1|2\n", [][]string{{"a", "b"}, {"1", "2"}}},
		{"commas, with semicolons in texts", "a,b\n\"x;y;z\",1\nx;y,2\n", [][]string{{"a", "b"}, {"x;y;z", "1"}, {"x;y", "2"}}},
	} {
		if got := cells(mustOpen(t, "a.csv", c.text).Files[0].Tables[0]); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %q\nwant %q", c.name, got, c.want)
		}
	}
}

func TestCSVRowsAreNumberedAsASpreadsheetShowsThem(t *testing.T) {
	table := mustOpen(t, "a.csv", "title\n\na,b\n\"one\ntwo\",2\n3,4\n\n").Files[0].Tables[0]
	for range 2 { // a table can be read twice
		var got []int
		for row := range table.Rows() {
			got = append(got, row.Number)
		}
		if want := []int{1, 3, 4, 5}; !reflect.DeepEqual(got, want) {
			t.Errorf("rows %v, want %v", got, want)
		}
	}
}

func TestRowsCanBeKept(t *testing.T) {
	text := strings.Repeat("a,b,c,d,e,f,g\n", 5000)
	var kept []Row
	for row := range mustOpen(t, "a.csv", text).Files[0].Tables[0].Rows() {
		kept = append(kept, row)
	}
	for i, row := range kept {
		if row.Number != i+1 || len(row.Cells) != 7 || row.Text(1) != "a" || row.Text(7) != "g" || row.Text(8) != "" || row.Text(0) != "" {
			t.Fatalf("row %d is %v", i+1, row)
		}
	}
}

func TestBlankRow(t *testing.T) {
	for row := range mustOpen(t, "a.csv", "a,b\n,,\n").Files[0].Tables[0].Rows() {
		if row.Blank() != (row.Number == 2) {
			t.Errorf("row %d: blank %v", row.Number, row.Blank())
		}
	}
}

func TestCSVTraps(t *testing.T) {
	limit(t, &MaxCell, 100)
	limit(t, &MaxColumns, 50)
	limit(t, &MaxRows, 1000)
	for _, c := range []struct{ name, text, want string }{
		{"open.csv", "a,b\n1,\"2\n3,4\n", "open.csv › row 2 › column B: the quote that opens this cell is not closed; the file may be cut: download it again"},
		{"cell.csv", "a,b\n1," + strings.Repeat("x", 101), "cell.csv › row 2 › column B: the cell is larger than 100 bytes; check that the file is a table, and that its quotes are closed"},
		{"columns.csv", "a,b\n" + strings.Repeat(",", 1000), "columns.csv: row 2 has more than 50 columns, the most that Vitrine reads; split it"},
		{"rows.csv", strings.Repeat("a,b\n", 2000), "rows.csv: it has more than 1,000 rows, the most that Vitrine reads; split it"},
	} {
		rows := cells(mustOpen(t, c.name, c.text).Files[0].Tables[0])
		if last := rows[len(rows)-1][0]; last != c.want {
			t.Errorf("%s: %s\nwant %s", c.name, last, c.want)
		}
	}
}

func TestEncodings(t *testing.T) {
	for _, c := range []struct{ name, bytes, want, encoding string }{
		{"UTF-8", "Côte d’Ivoire,1\n", "Côte d’Ivoire", "UTF-8"},
		{"UTF-8 with a mark", "\ufeffTürkiye,1\n", "Türkiye", "UTF-8"},
		{"UTF-16LE with a mark", "\xff\xfeT\x00\xfc\x00r\x00,\x001\x00\n\x00", "Tür", "UTF-16LE"},
		{"UTF-16BE with a mark", "\xfe\xff\x00T\x00\xfc\x00r\x00,\x001\x00\n", "Tür", "UTF-16BE"},
		{"UTF-16LE without a mark", "T\x00o\x00t\x00a\x00l\x00s\x00,\x001\x00\n\x00", "Totals", "UTF-16LE"},
		{"UTF-16 beyond the basic plane", "\xff\xfe\x3d\xd8\x00\xde,\x001\x00", "😀", "UTF-16LE"},
		{"Windows-1252", "C\xf4te d\x92Ivoire,1\nCura\xe7ao,2\n", "Côte d’Ivoire", "Windows-1252"},
		{"Mac Roman", "C\x99te d\xd5Ivoire,1\nCura\x8dao,2\n", "Côte d’Ivoire", "Mac Roman"},
		{"mostly UTF-8", strings.Repeat("é", 50) + "T\xfcrkiye,1\n", strings.Repeat("é", 50) + "Türkiye", "UTF-8, 1 bytes of it taken as Windows-1252"},
		{"nothing is lost", "\x81\x8d\x8f,1\n", "Åçè", "Mac Roman"},
	} {
		file := mustOpen(t, "a.csv", c.bytes).Files[0]
		if got := cells(file.Tables[0])[0][0]; got != c.want || file.Encoding != c.encoding {
			t.Errorf("%s: %q as %s, want %q as %s", c.name, got, file.Encoding, c.want, c.encoding)
		}
	}
}
