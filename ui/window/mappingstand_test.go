package window

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/xuri/excelize/v2"

	"vitrine/reports"
	"vitrine/reports/library"
	"vitrine/reports/publisher"
)

// threeSheets writes a workbook whose table is on the second of three sheets:
// its header has two rows, the third sheet has more numbers.
func threeSheets(t *testing.T, value int) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	f.SetSheetName("Sheet1", "Read me")
	f.NewSheet("Removals")
	f.NewSheet("Staff")
	rows := func(sheet string, rows ...[]any) {
		for i, row := range rows {
			f.SetSheetRow(sheet, must(excelize.CoordinatesToCellName(1, i+1))(t), &row)
		}
	}
	rows("Read me", []any{"Removals are on the second sheet"})
	rows("Removals", []any{"", "Posts removed", "", "Accounts suspended", ""}, []any{"Country", "H1 2024", "H2 2024", "H1 2024", "H2 2024"},
		[]any{"France", 120, value, 7, 9}, []any{"Italy", 88, 91, 3, 4})
	rows("Staff", []any{"Year", "Moderators", "Lawyers", "Others"}, []any{2020, 11, 1, 2}, []any{2021, 12, 1, 2}, []any{2022, 13, 1, 2}, []any{2023, 14, 1, 2}, []any{2024, 15, 2, 3})
	path := filepath.Join(t.TempDir(), "forum.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

// inLibrary opens a window with a library on disk.
func inLibrary(t *testing.T) (*page, *library.Library) {
	t.Helper()
	l := must(library.Open(filepath.Join(t.TempDir(), "library.duckdb")))(t)
	t.Cleanup(func() { l.Close() })
	return opened(t, l), l
}

// stated is the one figure at a cell of the source that was loaded.
func stated(t *testing.T, p *page, l *library.Library, cell string) reports.Figure {
	t.Helper()
	list := must(l.At(t.Context(), p.loaded[0].Source.ID+":"+cell))(t)
	if len(list) != 1 {
		t.Fatalf("%d figures at %s", len(list), cell)
	}
	return list[0]
}

// find types into the menu that is open, and takes what it finds first.
func (p *page) find(text string) {
	test.Type(p.chooser.entry, text)
	p.chooser.entry.OnSubmitted(text)
}

// press presses the word of the mapping that holds a text.
func (v *mappingView) press(t *testing.T, text string) {
	t.Helper()
	for _, o := range v.whole.Objects {
		if b, is := o.(*button); is && strings.Contains(b.Text, text) {
			v.mapper.page.window.Canvas().Focus(b)
			key(b, fyne.KeyReturn)
			return
		}
	}
	t.Fatalf("nothing says %q: %q", text, texts(v.whole))
}

func TestSheetAndHeaderAreChangedInPlace(t *testing.T) {
	p, l := inLibrary(t)
	p.take([]string{threeSheets(t, 130)})
	m := p.mapper
	if m == nil || m.laid.Sheet != "Staff" {
		t.Fatalf("the largest table is not proposed: %+v, %v", m.laid, m.err)
	}
	test.Type(m.view.publisher, "Forum")
	m.view.press(t, "Sheet: Staff")
	p.find("Removals")
	if m.laid.Sheet != "Removals" || len(m.view.grid.rows) != 4 || m.now().Publisher != "Forum" {
		t.Fatalf("the sheet is %q, of %s", m.laid.Sheet, m.now().Publisher)
	}
	if b, is := p.window.Canvas().Focused().(*button); !is || !strings.Contains(b.Text, "Sheet: Removals") {
		t.Errorf("the focus went to %T", p.window.Canvas().Focused())
	}
	m.view.press(t, "Header: rows 1, 2")
	p.find("The header is row 2")
	if got := m.roles(); !strings.HasPrefix(got[1], "H1 2024: ") || m.now().HeaderRows != 1 {
		t.Errorf("with one row the columns are %q", got)
	}
	m.view.grid.chooseRow(nil, 2)
	p.find("The header is 2 rows")
	if got := m.roles(); !strings.HasPrefix(got[3], "Accounts suspended H1 2024: Value") {
		t.Errorf("with two rows the columns are %q", got)
	}
	if bold, _ := m.view.grid.rankOf(m.view.grid.rows[1]); !bold {
		t.Error("the header does not stand out")
	}
	p.press(t, "undo")
	if m.now().HeaderRows != 1 {
		t.Errorf("undone, the header has %d rows", m.now().HeaderRows)
	}
	m.view.press(t, "Header: row 2")
	p.find("The header is 2 rows")
	p.press(t, "acceptmapping")
	if len(p.loaded) != 1 || p.loaded[0].Err != nil || p.loaded[0].New != 8 {
		t.Fatalf("loading it says %+v; %s", p.loaded, p.status.text.Text)
	}
	for cell, want := range map[string]float64{"Removals!B3": 120, "Removals!C3": 130, "Removals!D3": 7, "Removals!E4": 4} {
		if f := stated(t, p, l, cell); f.Value != want {
			t.Errorf("%s is read as %v, want %v", cell, f.Value, want)
		}
	}
	if f := stated(t, p, l, "Removals!C3"); f.Period.String() != "2024-H2" || f.Split.Area != "FR" || f.Measure != "content removed" {
		t.Errorf("Removals!C3 is read as %+v", f)
	}
	p.take([]string{threeSheets(t, 131)})
	if p.loaded[0].Err != nil || p.loaded[0].Changed != 1 {
		t.Errorf("its next edition: %+v", p.loaded[0])
	}
}

// preamble is a table below four lines, two of which look like a row of one.
const preamble = "Complaints handled by the forum\nMade on;2024-05-01\nLines;3\nVersion;1\nLand;Monat;Entfernte Beiträge;Quote\n" +
	"Bayern;2024-01;1.204;28,5\nBerlin;2024-01;88;12,25\nBayern;2024-02;998;31,0\n"

func TestAHeaderBelowAPreambleAndDecimalCommas(t *testing.T) {
	p, l := inLibrary(t)
	path := filepath.Join(t.TempDir(), "complaints.csv")
	if err := os.WriteFile(path, []byte(preamble), 0o600); err != nil {
		t.Fatal(err)
	}
	p.take([]string{path})
	m := p.mapper
	m.view.press(t, "Header: ")
	p.find("ends in row 5")
	if m.laid.HeaderRow != 5 || !strings.HasPrefix(m.roles()[2], "Entfernte Beiträge: Value: Content removed") {
		t.Fatalf("the header is row %d, the columns are %q", m.laid.HeaderRow, m.roles())
	}
	m.view.press(t, "Numbers: ")
	p.find("1.234,5")
	test.Type(m.view.publisher, "Forum")
	p.press(t, "acceptmapping")
	if len(p.loaded) != 1 || p.loaded[0].Err != nil {
		t.Fatalf("loading it says %+v; %s", p.loaded, p.status.text.Text)
	}
	for cell, want := range map[string]float64{"!C6": 1204, "!D6": 28.5, "!C7": 88, "!D7": 12.25, "!C8": 998, "!D8": 31} {
		if f := stated(t, p, l, cell); f.Value != want {
			t.Errorf("%s, %q, is read as %v", cell, f.Origin.Text, f.Value)
		}
	}
}

func TestATableWithoutAHeaderThatIsFoundCanStillBeSaid(t *testing.T) {
	p, _, _ := mapped(t, "10;20\n30;40\nCountry;Posts removed\nFrance;5\nItaly;6\n")
	m := p.mapper
	if m == nil || m.view.grid == nil || !strings.Contains(strings.Join(texts(p.drawer.body), "\n"), "who publishes it") {
		t.Fatalf("the table is not shown: %q", texts(p.drawer.body))
	}
	m.view.press(t, "Header: ")
	p.find("ends in row 3")
	if got := m.roles(); !slices.Equal(got, []string{"Country: Area", "Posts removed: Value: Content removed"}) {
		t.Errorf("the columns are %q", got)
	}
}

func TestRemarksAreInTheLanguageOfTheWindow(t *testing.T) {
	p, _, _ := mapped(t, "Country,Channel,Complaints,Closed\nFrance,Form,\"1,204\",5\nItaly,Mail,88,\"1.204\"\n")
	m := p.mapper
	said := func() string { return strings.Join(texts(p.drawer.body), "\n") }
	m.view.grid.goTo(spot{1, 1})
	if got := said(); !strings.Contains(got, "Some numbers are written 1,234.5") && !strings.Contains(got, "could be 1234") || !strings.Contains(got, "2 different texts, such as “Form”, “Mail”") {
		t.Errorf("it says %q", got)
	}
	p.press(t, "fr")
	m.view.grid.goTo(spot{1, 1})
	if got := said(); !strings.Contains(got, "2 textes différents, comme") || strings.Contains(got, "could be") {
		t.Errorf("in French it says %q", got)
	}
	m.view.press(t, "Nombres")
	p.find("1,234.5")
	if len(m.now().Remarks["numbers"]) > 0 || m.now().Numbers != publisher.NumberStyles[0] {
		t.Error("what was answered is still remarked")
	}
}

// What is seen of a workbook later on is read when the work that opened it is
// long done.
func TestOtherSheetsOfAWorkbookAreSeen(t *testing.T) {
	p, _ := inLibrary(t)
	p.take([]string{threeSheets(t, 130)})
	p.mapper.view.press(t, "Sheet: Staff")
	p.find("Removals")
	test.Type(p.mapper.view.publisher, "Forum")
	p.press(t, "acceptmapping")
	latest(p.looking, func(ctx context.Context) viewing {
		return viewSource(ctx, p.ledger, p.book, "forum.xlsx", reports.Origin{Source: p.loaded[0].Source.ID})
	}, func(v viewing) {
		for i, name := range []string{"Read me", "Removals", "Staff"} {
			if turned := v.turn(i); turned.err != nil || len(turned.rows) == 0 {
				t.Errorf("%s has %d rows, %v", name, len(turned.rows), turned.err)
			}
		}
	})
}

func TestAMappingThatIsOpenedAgainHasTheKeyboard(t *testing.T) {
	p, _, _ := mapped(t, wideTable)
	p.closeSide()
	p.window.Canvas().Focus(p.headline.words["measure"])
	p.press(t, "mapping")
	if f := p.window.Canvas().Focused(); f != fyne.Focusable(p.mapper.view.publisher) {
		t.Errorf("the keyboard is at %s", called(f))
	}
}
