package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// fields says for each file that makes text fields how a user gets to them.
var fields = map[string][]func(t *testing.T, p *page){
	"chooser.go":     menusWithSearch(),
	"twoperiods.go":  {inMenu("span", 0), inMenu("span", 1), inMenu("with", 0), inMenu("with", 1)},
	"meaningside.go": {func(t *testing.T, p *page) { p.press(t, "meanings") }},
	"findingside.go": {func(t *testing.T, p *page) {
		p.press(t, "check")
		findingList(t, p).Select(0)
		enter(t, p, p.drawer.body, 0)
	}},
	"mappingview.go": {mappedField(0), mappedField(1)},
	"period.go": {func(t *testing.T, p *page) {
		p.take([]string{"/tmp/undated.csv"})
		for _, b := range buttons(p.panel.object) {
			if b.Text == p.say("period.say") {
				p.window.Canvas().Focus(b)
				key(b, fyne.KeyReturn)
			}
		}
	}},
}

// menusWithSearch opens each menu that has one.
func menusWithSearch() []func(t *testing.T, p *page) {
	var list []func(t *testing.T, p *page)
	for _, name := range []string{"search", "measure", "publisher", "by", "every", "span", "area", "table", "category", "filters", "history", "get", "gotosource", "preview", "forget", "findings", "suggest", "with"} {
		list = append(list, func(t *testing.T, p *page) { p.press(t, name) })
	}
	return list
}

// mappedField enters the nth field of the mapping of a table.
func mappedField(nth int) func(t *testing.T, p *page) {
	return func(t *testing.T, p *page) {
		path := filepath.Join(t.TempDir(), "table.csv")
		if err := os.WriteFile(path, []byte(wideTable), 0o600); err != nil {
			t.Fatal(err)
		}
		p.openMapping(path)
		enter(t, p, p.drawer.body, nth)
	}
}

// inMenu opens a menu and enters its nth field below the list.
func inMenu(name string, nth int) func(t *testing.T, p *page) {
	return func(t *testing.T, p *page) {
		p.press(t, name)
		enter(t, p, p.chooser.pop.Content, nth+1)
	}
}

// enter gives the focus to the nth text field in an object.
func enter(t *testing.T, p *page, o fyne.CanvasObject, nth int) {
	t.Helper()
	if list := entriesIn(o); nth < len(list) {
		p.window.Canvas().Focus(list[nth])
		return
	}
	t.Fatalf("there are %d fields", len(entriesIn(o)))
}

func entriesIn(o fyne.CanvasObject) []*searchEntry {
	switch o := o.(type) {
	case *searchEntry:
		return []*searchEntry{o}
	case *container.Scroll:
		return entriesIn(o.Content)
	case *reader:
		return entriesIn(o.scroll.Content)
	case *fyne.Container:
		var list []*searchEntry
		for _, child := range o.Objects {
			list = append(list, entriesIn(child)...)
		}
		return list
	}
	return nil
}

// TestEveryTextFieldKeepsItsKeys types into every field of the window: Ctrl+Z
// takes the text back and not the question, Ctrl+K still opens the search, Esc
// closes, and the focus returns to where it was.
func TestEveryTextFieldKeepsItsKeys(t *testing.T) {
	for file, ways := range fields {
		for i, open := range ways {
			p := fieldsPage(t, file)
			home := p.headline.words["measure"]
			p.window.Canvas().Focus(home)
			asked := p.history.now().question.Partial
			open(t, p)
			e, ok := p.window.Canvas().Focused().(*searchEntry)
			if !ok {
				t.Errorf("%s, way %d: the focus is on %T", file, i, p.window.Canvas().Focused())
				continue
			}
			test.Type(e, "xyz")
			typed := e.Text
			p.pressKey(t, "undo")
			if e.Text == typed || p.history.now().question.Partial != asked {
				t.Errorf("%s, way %d: Ctrl+Z leaves %q, and the question as it was: %v", file, i, e.Text, p.history.now().question.Partial == asked)
			}
			p.press(t, "search")
			if p.window.Canvas().Focused() != fyne.Focusable(p.chooser.entry) || !p.chooser.pop.Visible() {
				t.Errorf("%s, way %d: Ctrl+K does not open the search", file, i)
			}
			key(p.chooser.entry, fyne.KeyEscape)
			if p.window.Canvas().Overlays().Top() != nil {
				t.Errorf("%s, way %d: Esc does not close", file, i)
			}
			if now, still := p.window.Canvas().Focused().(*searchEntry); still {
				key(now, fyne.KeyEscape)
			}
			if file != "period.go" && p.window.Canvas().Focused() != fyne.Focusable(home) {
				t.Errorf("%s, way %d: the focus is on %T, not on the word where it was", file, i, p.window.Canvas().Focused())
			}
			if b, back := p.window.Canvas().Focused().(*button); file == "period.go" && (!back || b.Text != p.say("period.say")) {
				t.Errorf("%s: the focus did not return to the button", file)
			}
		}
	}
}

// fieldsPage has a source with problems and a step to undo; findings where
// their field is asked for.
func fieldsPage(t *testing.T, file string) *page {
	t.Helper()
	p := opened(t, telegram())
	if file == "findingside.go" {
		p = audited(t, "en")
		p.closeSide()
	}
	p.togglePartial()
	return p
}

// A file of the window that makes a text field must be among the fields.
func TestEveryTextFieldIsTested(t *testing.T) {
	for _, path := range must(filepath.Glob("*.go"))(t) {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		code := string(must(os.ReadFile(path))(t))
		makes := strings.Contains(strings.ReplaceAll(code, "func newSearchEntry(", ""), "newSearchEntry(") || strings.Contains(code, "widget.NewEntry(") || strings.Contains(code, "NewMultiLineEntry(")
		if makes && len(fields[path]) == 0 {
			t.Errorf("%s makes a text field that TestEveryTextFieldKeepsItsKeys does not know", path)
		}
	}
}
