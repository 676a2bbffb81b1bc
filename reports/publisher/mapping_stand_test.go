package publisher

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"vitrine/assets"
	"vitrine/reports/sheet"
)

// workbook makes a workbook of sheets, each a list of rows of texts and
// numbers.
func workbook(t *testing.T, names []string, sheets map[string][][]any) *sheet.Book {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, name := range names {
		if i == 0 {
			f.SetSheetName("Sheet1", name)
		} else if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for n, row := range sheets[name] {
			if err := f.SetSheetRow(name, "A"+string(rune('1'+n)), &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	content, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	book, err := sheet.Open(context.Background(), "book.xlsx", bytes.NewReader(content.Bytes()), int64(content.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func TestTheHeaderIsWhereItIsSaidToStand(t *testing.T) {
	// The third line of four has two texts and a number, as a row of a table.
	const text = "Removals\nMade on;2024-05-01\nRows;2\nVersion;1\nCountry;Month;Removed posts\nFrance;2024-01;5\nItaly;2024-01;7\n"
	book := bookOf(t, "t.csv", text)
	m, err := ProposeAt(context.Background(), book, Stand{Row: 5, Rows: 1})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := columnsOf(m), []string{"Country: area", "Month: period", "Removed posts: value = content removed"}; !slices.Equal(got, want) {
		t.Errorf("the columns are %q, want %q", got, want)
	}
	l, err := m.Layout(context.Background(), book, 10)
	if err != nil || l.HeaderRow != 5 {
		t.Errorf("its header is row %d, %v", l.HeaderRow, err)
	}
	r, err := m.Preview(context.Background(), book, 10)
	if err != nil || len(r.Figures) != 2 || r.Figures[1].Value != 7 || r.Figures[1].Origin.Row != 7 {
		t.Errorf("it reads %+v, %v", r.Figures, err)
	}
	for _, row := range []int{99, 21} {
		if _, err := ProposeAt(context.Background(), book, Stand{Row: row, Rows: 1}); !errors.Is(err, ErrNoTable) {
			t.Errorf("a header in row %d: %v", row, err)
		}
	}
}

func TestASheetThatSharesItsHeaderIsReadAlone(t *testing.T) {
	table := func(value int) [][]any {
		return [][]any{{"Country", "Month", "Posts removed"}, {"France", "2024-01", value}, {"Italy", "2024-01", value + 1}}
	}
	book := workbook(t, []string{"Read me", "Draft", "Final"}, map[string][][]any{
		"Read me": {{"Two sheets follow"}}, "Draft": table(10), "Final": table(20),
	})
	m, err := ProposeAt(context.Background(), book, Stand{Sheet: "Final"})
	if err != nil {
		t.Fatal(err)
	}
	if m.Sheet != "Final" || !slices.Equal(m.Sharing(book), []string{"Draft", "Final"}) {
		t.Errorf("it is of the sheet %q of %q", m.Sheet, m.Sharing(book))
	}
	m.Publisher = "Somebody"
	back, err := ParseMapping("m.toml", m.TOML())
	if err != nil {
		t.Fatal(err)
	}
	r, err := ReadWith(context.Background(), book, "book.xlsx", Options{Kept: []Mapping{back}})
	if err != nil || len(r.Figures) != 2 || r.Figures[0].Value != 20 || len(r.Problems) > 0 {
		t.Errorf("%+v, %v, %v", r.Figures, r.Problems, err)
	}
	both, err := ReadWith(context.Background(), book, "book.xlsx", Options{Kept: []Mapping{back.OfSheet("")}})
	if err != nil || len(both.Figures) < 2 {
		t.Errorf("of each sheet: %+v, %v", both.Figures, err)
	}
	_, err = ReadWith(context.Background(), book, "book.xlsx", Options{Mappings: []Mapping{back.OfSheet("Gone")}})
	if err == nil || !strings.Contains(err.Error(), `it has no sheet "Gone"`) {
		t.Errorf("of a sheet that is not there: %v", err)
	}
}

// Every remark of the proposals has its text in each language, with all that
// it leaves open filled in.
func TestRemarksAreSaidInEachLanguage(t *testing.T) {
	for _, s := range stranges {
		m, err := Propose(context.Background(), bookOf(t, s.file, s.text))
		if err != nil {
			t.Fatal(err)
		}
		var all []Remark
		for _, list := range m.Remarks {
			all = append(all, list...)
		}
		for _, c := range m.Columns {
			all = append(all, c.Remarks...)
		}
		for _, lang := range assets.Languages() {
			for _, r := range all {
				if text := r.Text(assets.For(lang)); strings.HasPrefix(text, "remark.") || strings.Contains(text, "<no value>") {
					t.Errorf("%s, in %s: %+v is %q", s.name, lang, r, text)
				}
			}
		}
	}
	r := Remark{"texts", []any{"n", 3, "texts", []string{"Form", "Mail"}}}
	if got := r.Text(assets.For("fr")); got != "3 textes différents, comme «\u202fForm\u202f», «\u202fMail\u202f»\u202f: rien ne dit ce qu’est la colonne" {
		t.Errorf("in French: %q", got)
	}
}
