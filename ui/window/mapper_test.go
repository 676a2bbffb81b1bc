package window

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vitrine/reports"
	"vitrine/reports/library"
	"vitrine/reports/publisher"
)

// wideTable is a table that no format knows: a column for each half-year, of
// which one has a cell that is no number.
const wideTable = "Removals reported to us by platforms,,,,\nCountry,Reason,2023 H1,2023 H2,2024 H1\n" +
	"Germany,Hate speech,\"1,204\",\"1,377\",998\nGermany,Terrorism,88,102,n/a\nFrance,Hate speech,901,840,\"1,012\"\nFrance,Terrorism,45,39,61\n" +
	"Italy,Hate speech,330,x17,410\nItaly,Terrorism,12,9,15\n"

// mapped drops a table that no format knows on a window with a library.
func mapped(t *testing.T, table string) (*page, *library.Library, string) {
	t.Helper()
	l, err := library.Open(filepath.Join(t.TempDir(), "library.duckdb"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	path := filepath.Join(t.TempDir(), "removals.csv")
	if err := os.WriteFile(path, []byte(table), 0o600); err != nil {
		t.Fatal(err)
	}
	p := opened(t, l)
	p.take([]string{path})
	return p, l, path
}

// roles lists what the heads of the columns say.
func (m *mapper) roles() []string {
	var list []string
	for c := range m.laid.Columns {
		name, role, _ := m.view.roleOf(c + 1)
		list = append(list, name+": "+role)
	}
	return list
}

func TestUnknownTableOpensItsMapping(t *testing.T) {
	p, l, path := mapped(t, wideTable)
	m := p.mapper
	if p.history.now().side.kind != mappingSide || p.middle.Visible() || m == nil {
		t.Fatalf("the table is not shown: %v", texts(p.drawer.body))
	}
	if m.view.first() != fyne.Focusable(m.view.publisher) || m.view.publisher.Text != "" || m.view.table.Text != "Removals reported to us by platforms" {
		t.Error("the keyboard does not begin at what is asked first")
	}
	want := []string{"Country: Area", "Reason: Category", "2023 H1: Value: Removals reported to us · a column each", "2023 H2: What is it?", "2024 H1: Value: Removals reported to us · a column each"}
	if got := m.roles(); !slices.Equal(got, want) {
		t.Errorf("the columns are %q, want %q", got, want)
	}
	if n := len(m.read.Figures); n != 12 {
		t.Errorf("%d figures at the right, want 12", n)
	}
	p.press(t, "acceptmapping")
	if said := p.status.text.Text; !strings.Contains(said, "who publishes it, what “2023 H2” is") {
		t.Errorf("accepting says %q", said)
	}

	test.Type(m.view.publisher, "Digital Rights")
	key(m.view.grid, fyne.KeyHome, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyReturn)
	test.Type(p.chooser.entry, "for each period")
	p.chooser.entry.OnSubmitted("")
	if n := len(m.read.Figures); n != 17 || len(m.view.grid.troubles) != 1 || m.view.grid.trouble(7, 4) == "" {
		t.Errorf("%d figures, %v; want 17 and a problem at D7", n, m.view.grid.troubles)
	}
	p.press(t, "undo")
	if n := len(m.read.Figures); n != 12 || m.now().Publisher != "Digital Rights" {
		t.Errorf("undo leads to %d figures of %s", n, m.now().Publisher)
	}
	for range 3 {
		p.press(t, "undo")
	}
	if p.history.now().side.kind != mappingSide || p.status.text.Text != p.say("refused.undo") {
		t.Errorf("past its first step Ctrl+Z leaves the mapping, and says %q", p.status.text.Text)
	}
	m.chooseRole(3)
	p.chooser.choose(0)
	p.press(t, "acceptmapping")
	if p.history.now().side.kind == mappingSide || len(p.loaded) != 1 || p.loaded[0].Err != nil || p.loaded[0].New != 17 {
		t.Fatalf("loading it says %+v", p.loaded)
	}
	if got := p.sourceTitle(p.loaded[0].Source); got != "Removals reported to us by platforms" {
		t.Errorf("its title is %q", got)
	}
	if kept, _ := l.Mappings(); len(kept) != 1 || kept[0].Publisher != "Digital Rights" {
		t.Errorf("kept %v", kept)
	}
	if !p.has() {
		t.Errorf("its first question is not answered: %s", p.headline.text())
	}
	next := filepath.Join(filepath.Dir(path), "next.csv")
	if err := os.WriteFile(next, []byte(strings.ReplaceAll(wideTable, "998", "997")), 0o600); err != nil {
		t.Fatal(err)
	}
	p.take([]string{next})
	if p.loaded[0].Err != nil || p.loaded[0].Changed != 1 {
		t.Errorf("its next edition: %+v", p.loaded[0])
	}
}

func TestColumnOfValuesAsksWhatItCounts(t *testing.T) {
	p, _, _ := mapped(t, "Land;Monat;Anzahl\nBayern;2024-01;1.204\nBerlin;2024-02;88\n")
	m := p.mapper
	at := slices.IndexFunc(m.laid.Columns, func(c publisher.LaidColumn) bool { return c.Name == "Anzahl" })
	m.chooseMeasure(m.laid.Columns[at].At)
	test.Type(p.chooser.entry, "Gelöschte Seiten")
	if last := p.chooser.shown[len(p.chooser.shown)-1]; last.Label != "Gelöschte Seiten" || last.Note != "the publisher’s own" {
		t.Fatalf("the menu offers %+v", last)
	}
	p.chooser.choose(len(p.chooser.shown) - 1)
	if len(m.read.Figures) != 2 || m.read.Figures[0].Measure != "Gelöschte Seiten" || m.read.Figures[0].Value != 1204 {
		t.Errorf("it reads %+v", m.read.Figures)
	}
	m.chooseRole(at)
	test.Type(p.chooser.entry, "added over time")
	p.chooser.choose(0)
	if o, _ := m.now().OwnMeasure("Gelöschte Seiten"); !o.OverTime || o.OverParts {
		t.Errorf("the measure is %+v", o)
	}
	p.press(t, "fr")
	if !strings.Contains(strings.Join(texts(p.drawer.body), "\n"), "Reste à dire\u202f: qui le publie") {
		t.Errorf("in French it says %q", texts(p.drawer.body))
	}
	if m.view.grid == nil || len(m.steps) < 3 {
		t.Error("the mapping does not stay when the language changes")
	}
}

func TestFigureAndCellLeadToEachOther(t *testing.T) {
	p, _, _ := mapped(t, wideTable)
	v := p.mapper.view
	v.figures.OnSelected(1)
	f := p.mapper.read.Figures[1]
	if v.grid.at != (spot{f.Origin.Row - 1, f.Origin.Column - 1}) {
		t.Errorf("the figure of %v selects %v", f.Origin, v.grid.at)
	}
	said := strings.Join(texts(v.detail), "\n")
	if !strings.Contains(said, p.mappedText(f)) || !strings.Contains(said, f.Origin.Text) {
		t.Errorf("the cell says %q", said)
	}
}

func TestPartsAndNumbersAreSaidOfTheWholeTable(t *testing.T) {
	p, _, _ := mapped(t, wideTable)
	m := p.mapper
	m.chooseParts(nil, reports.Area)
	p.chooser.choose(1)
	if got := m.now().Complete; !slices.Equal(got, []string{"area"}) {
		t.Errorf("complete is %v", got)
	}
	m.chooseNumbers(nil)
	p.chooser.choose(1)
	if len(m.read.Figures) == 0 || m.read.Figures[0].Value != 1.204 {
		t.Errorf("1,204 is read as %v", m.read.Figures)
	}
}
