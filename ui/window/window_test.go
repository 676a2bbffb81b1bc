package window

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"vitrine/reports"
	"vitrine/reports/library"
)

func TestFirstView(t *testing.T) {
	p := opened(t, telegram())
	if got, want := p.headline.text(), "Groups and channels blocked at Telegram by category, each month, January 2024 to January 2025, worldwide"; got != want {
		t.Errorf("the headline reads %q, want %q", got, want)
	}
	var labels []string
	for _, r := range p.table.all() {
		labels = append(labels, r.label)
	}
	if want := []string{"Total", "Child abuse", "Terrorism"}; !slices.Equal(labels, want) {
		t.Errorf("the table has rows %v, want %v", labels, want)
	}
	if n := len(p.result.answer.Series); n != 2 {
		t.Errorf("the picture has %d lines, want the two categories without the total", n)
	}
	if p.history.canUndo() {
		t.Error("the first question can be undone")
	}
}

func TestWordIsAMenuWithSearch(t *testing.T) {
	p := opened(t, telegram())
	test.Tap(p.headline.words["every"])
	if p.window.Canvas().Overlays().Top() == nil {
		t.Fatal("tapping a word opened no menu")
	}
	if p.window.Canvas().Focused() != fyne.Focusable(p.chooser.entry) {
		t.Error("the menu's search has no focus")
	}
	test.Type(p.chooser.entry, "QUÀRT")
	if len(p.chooser.shown) != 1 || !strings.Contains(p.chooser.shown[0].Label, "quarter") {
		t.Fatalf("typing left %v, want the quarter", p.chooser.shown)
	}
	p.chooser.entry.OnSubmitted(p.chooser.entry.Text)
	if got := p.history.now().question.Every; got != reports.EveryQuarter {
		t.Errorf("the question asks each %v, want quarter", got)
	}
	if p.window.Canvas().Overlays().Top() != nil {
		t.Error("the menu is still open")
	}
	if !strings.Contains(p.headline.text(), "quarter") {
		t.Errorf("the headline still reads %q", p.headline.text())
	}
	p.press(t, "undo")
	if got := p.history.now().question.Every; got != reports.EveryMonth {
		t.Errorf("undo leads to each %v, want month", got)
	}
	p.press(t, "redo")
	if got := p.result.question.Every; got != reports.EveryQuarter {
		t.Errorf("redo leads to each %v, want quarter", got)
	}
}

func TestMenuKeepsWithinTheWindow(t *testing.T) {
	p := opened(t, telegram())
	for role, w := range p.headline.words {
		test.Tap(w)
		at, size := p.chooser.pop.Position(), p.chooser.pop.Size()
		if at.X < 0 || at.Y < 0 || at.X+size.Width > 1280 || at.Y+size.Height > 800 {
			t.Errorf("the menu of %q stands at %v with size %v, beyond the window", role, at, size)
		}
		key(p.chooser.entry, fyne.KeyEscape)
		if p.window.Canvas().Overlays().Top() != nil {
			t.Errorf("Esc did not close the menu of %q", role)
		}
	}
}

func TestWhatHasNoFiguresIsGrey(t *testing.T) {
	p := opened(t, telegram())
	test.Tap(p.headline.words["by"])
	for _, c := range p.chooser.all {
		if c.Label == "Area" && c.Refused == "" {
			t.Error("areas are offered, but no table splits by them")
		}
	}
	test.Type(p.chooser.entry, "area")
	p.chooser.entry.OnSubmitted("area")
	if got := p.history.now().question.By; !slices.Equal(got, []reports.Dim{reports.Category}) {
		t.Errorf("a refused choice changed the question to by %v", got)
	}
}

func TestSeveralPartsStandSideBySide(t *testing.T) {
	p := opened(t, telegram())
	test.Tap(p.headline.filters.chips[reports.Category])
	test.Type(p.chooser.entry, "terror")
	p.chooser.rows[0].Tapped(&fyne.PointEvent{Position: fyne.NewPos(5, 5)})
	if p.window.Canvas().Overlays().Top() == nil {
		t.Error("adding a part closed the menu")
	}
	if got := p.history.now().question.Where[reports.Category]; !slices.Equal(got, []string{"terrorism"}) {
		t.Errorf("the filter is %v, want terrorism", got)
	}
	if len(p.result.answer.Series) != 1 {
		t.Errorf("%d lines, want one", len(p.result.answer.Series))
	}
}

func TestRefusedViewsSayWhy(t *testing.T) {
	p := opened(t, telegram())
	areas := p.bar.tabs[areas]
	if !areas.Refused || areas.Hint != "Not a complete split of the total" {
		t.Errorf("areas: refused %t because %q", areas.Refused, areas.Hint)
	}
	if p.headline.filters.reason.Text != "Not a complete split of the total" {
		t.Errorf("below the headline stands %q", p.headline.filters.reason.Text)
	}
	p.press(t, "areas")
	if p.history.now().view != lines || p.status.text.Text != "Not a complete split of the total" {
		t.Errorf("the key of a refused view leads to %v and says %q", p.history.now().view, p.status.text.Text)
	}
	p.press(t, "bars")
	if p.history.now().view != bars {
		t.Error("bars are refused for 13 months")
	}
}

func TestPictureByKeyboard(t *testing.T) {
	p := opened(t, telegram())
	p.window.Canvas().Focus(p.picture)
	key(p.picture, fyne.KeyEnd, fyne.KeyLeft)
	if !strings.HasPrefix(p.status.text.Text, "December 2024 · ") {
		t.Errorf("after End and Left the status line says %q", p.status.text.Text)
	}
	before := p.status.text.Text
	key(p.picture, fyne.KeyDown)
	if p.status.text.Text == before {
		key(p.picture, fyne.KeyUp)
	}
	if p.status.text.Text == before {
		t.Error("up and down do not change the line")
	}
	key(p.picture, fyne.KeyReturn)
	s := p.history.now()
	if !s.pin.set() || s.side.kind != numberSide || !p.drawer.object.Visible() {
		t.Fatal("Enter did not open the drawer on the number")
	}
	if p.table.pinned == nowhere {
		t.Error("the table does not share the selection")
	}
	if p.history.canUndo() {
		t.Error("a selection became a step to undo")
	}
	key(p.picture, fyne.KeyEscape)
	if p.drawer.object.Visible() || p.history.now().pin.set() {
		t.Error("Esc did not close the drawer")
	}
}

func TestTableByKeyboard(t *testing.T) {
	p := opened(t, telegram())
	p.window.Canvas().Focus(p.table)
	key(p.table, fyne.KeyDown, fyne.KeyEnd, fyne.KeyHome, fyne.KeyPageDown)
	if p.table.at != (spot{2, 0}) {
		t.Errorf("the keyboard is at %v, want the first period of the last row", p.table.at)
	}
	p.table.TypedShortcut(&fyne.ShortcutCopy{})
	if got := p.app.Clipboard().Content(); got != "310" {
		t.Errorf("copied %q, want 310: 31 days of 10", got)
	}
	key(p.table, fyne.KeyReturn)
	if got := p.history.now().pin.period.String(); got != "2024-01" {
		t.Errorf("Enter pinned %s, want 2024-01", got)
	}
	if !p.picture.pinned.Visible() {
		t.Error("the picture does not share the selection")
	}
}

func TestNumberLeadsToItsCells(t *testing.T) {
	p := opened(t, telegram())
	key(p.table, fyne.KeyEnd, fyne.KeyReturn)
	found := p.parts(t.Context(), p.history.now().pin.series, *p.table.row(0).numbers[12])
	if found.err != nil || len(found.figures) != 31 {
		t.Errorf("January is made of %d figures (%v), want 31", len(found.figures), found.err)
	}
	p.open(side{kind: excerptSide, origin: reports.Origin{Source: "abcdef0123", File: "safety.csv", Row: 2, Column: 3, Text: "10"}})
	e := excerptOf(t.Context(), p.ledger, reports.Origin{Source: "abcdef0123", File: "safety.csv", Row: 2, Column: 3, Text: "10"})
	if e.err != nil || e.here() != 2 {
		t.Errorf("the excerpt is %+v, want its second line marked", e)
	}
}

func TestBrokenFileSaysOneSentence(t *testing.T) {
	s := telegram()
	p := opened(t, s)
	p.openURIs([]fyne.URI{storage.NewFileURI("/files/chat.json"), storage.NewFileURI("/files/broken.xlsx"), storage.NewFileURI("/more/chat.json")})
	if len(s.taken) != 3 {
		t.Fatalf("took %v, want all three", s.taken)
	}
	shown := texts(p.panel.receipts)
	broken := 0
	for _, text := range shown {
		if strings.Contains(text, "broken.xlsx") {
			broken++
			if want := "broken.xlsx was not loaded: sheet 2 is cut off: download it again"; text != want {
				t.Errorf("the broken file says %q, want %q", text, want)
			}
		}
	}
	if broken != 1 {
		t.Errorf("the panel says %q, want one sentence of the broken file", shown)
	}
	if want := "chat.json: Telegram, Channel. 2 figures: 2 new, 0 equal, 0 changed. 0 problems."; !slices.Contains(shown, want) {
		t.Errorf("the panel says %q, want %q", shown, want)
	}
	if p.window.Canvas().Overlays().Top() != nil {
		t.Error("a dialog opened for what is said in place")
	}
	if got := p.recent(); !slices.Equal(got, []string{"/more/chat.json", "/files/chat.json"}) {
		t.Errorf("recent files are %v", got)
	}
}

func TestBadgeOpensFindings(t *testing.T) {
	s := telegram()
	s.problems = []reports.Problem{{Origin: reports.Origin{File: "safety.html", Row: 7, Column: 2}, What: `"abc" is not a number`}}
	p := opened(t, s)
	for _, b := range buttons(p.panel.rows) {
		if b.Text == "3 ⚠" {
			test.Tap(b)
		}
	}
	if got := texts(p.drawer.body); !slices.Contains(got, `"abc" is not a number`) {
		t.Errorf("the findings read %q", got)
	}
}

func TestEmptyLibrarySaysWhatToDo(t *testing.T) {
	p := opened(t, &shelf{})
	if got := strings.Join(texts(p.centre.object), " "); !strings.Contains(got, "Open an export") {
		t.Errorf("the empty page reads %q", got)
	}
	p.press(t, "measure")
	if !strings.Contains(p.status.text.Text, "Open an export first") {
		t.Errorf("the status line says %q", p.status.text.Text)
	}
}

func TestLibraryThatCannotBeOpened(t *testing.T) {
	p := opened(t, nil)
	p.fail(errNoPortal)
	if got := strings.Join(texts(p.centre.object), " "); !strings.Contains(got, "could not be opened") {
		t.Errorf("the page reads %q", got)
	}
}

func TestSpan(t *testing.T) {
	for _, c := range []struct {
		first, last string
		want        string
		err         error
	}{
		{"2024", "2024-Q3", "2024-01-01 2024-10-01", nil},
		{"", "2024-08-14", "1970-01-01 2024-08-15", nil},
		{"2024-05", "2024-04", "", errBackwards},
		{"last week", "", "", errNoPeriod},
	} {
		since, until, err := readSpan(c.first, c.last)
		if err != c.err || err == nil && since.String()+" "+until.String() != c.want {
			t.Errorf("%q to %q is %s to %s, %v", c.first, c.last, since, until, err)
		}
	}
}

func TestSaveAndOpenWithoutAPortal(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
	p := opened(t, telegram())
	for _, name := range []string{"spreadsheet", "picture", "open", "folder"} {
		p.press(t, name)
		top := p.window.Canvas().Overlays().Top()
		if top == nil {
			t.Errorf("%s opened no dialog", name)
			continue
		}
		p.window.Canvas().Overlays().Remove(top)
	}
}

// Esc leaves a dialog from the field for the name, too; what is typed there is
// the name.
func TestEscapeLeavesTheNameOfAFile(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
	p := opened(t, telegram())
	p.press(t, "spreadsheet")
	cv := p.window.Canvas()
	field, is := cv.Focused().(*nameField)
	if !is || !strings.HasSuffix(field.Text, ".xlsx") {
		t.Fatalf("the focus is on %T", cv.Focused())
	}
	save := func() (found *widget.Button) {
		eachSeen(cv.Overlays().Top(), nil, func(s stop) {
			if b, is := s.CanvasObject.(*widget.Button); is && b.Text == "Save" {
				found = b
			}
		})
		return found
	}
	if field.SetText(""); !save().Disabled() {
		t.Error("a file without a name can be saved")
	}
	if test.Type(field, "a.xlsx"); save().Disabled() {
		t.Error("the name that was typed is not the dialog's")
	}
	key(field, fyne.KeyEscape)
	if cv.Overlays().Top() != nil || p.dialog != nil {
		t.Error("Esc does not close the dialog")
	}
}

func TestFolderOfStrangeFilesSaysOneSentence(t *testing.T) {
	p := opened(t, telegram())
	var list []library.Receipt
	for _, name := range []string{"a.txt", "b.txt", "c.txt", "d.txt"} {
		list = append(list, library.Receipt{Path: "/folder/" + name, Err: fmt.Errorf("%s: %w", name, reports.ErrUnknownExport)})
	}
	p.receipts(list)
	want := "4 files are no exports that Vitrine knows: a.txt, b.txt, c.txt, d.txt"
	if got := texts(p.panel.receipts); len(got) != 4 || got[1] != want || got[2] != "Copy" || got[3] != "All 4 files…" {
		t.Errorf("the panel says %q, want %q", got, want)
	}
}

func TestPublisherWithOtherMeasuresIsNotAddedBeside(t *testing.T) {
	s := telegram()
	s.Declared = append(s.Declared, reports.Block{Publisher: "X", Table: "removal requests", Measure: "removal requests received"})
	year := reports.EveryYear.Around(reports.DayOf(2024, 1, 1))
	s.Held = append(s.Held, reports.Figure{Publisher: "X", Table: "removal requests", Measure: "removal requests received", Period: year, Value: 5})
	p := opened(t, s)
	test.Tap(p.headline.words["publisher"])
	for _, c := range p.chooser.all {
		if c.Label == "X" && (c.Toggle != nil || c.Note != "other measures") {
			t.Errorf("X is offered beside Telegram, but does not state the measure")
		}
	}
	test.Type(p.chooser.entry, "x")
	p.chooser.entry.OnSubmitted("x")
	if got := p.headline.text(); !strings.HasPrefix(got, "Removal requests received at X") {
		t.Errorf("choosing X leads to %q", got)
	}
}
