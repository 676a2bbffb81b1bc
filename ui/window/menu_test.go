package window

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"vitrine/assets"
	"vitrine/reports"
)

func TestEveryActionHasAKeyOfItsOwn(t *testing.T) {
	p := opened(t, telegram())
	keys, names, count := map[string]string{}, map[string]bool{}, 0
	for _, a := range p.actions() {
		key := a.keyText(p) + " " + a.shortcut().ShortcutName()
		if a.key == "" || a.with == 0 || a.do == nil {
			t.Errorf("%s has no key or does nothing", a.name)
		}
		if other := keys[key]; other != "" {
			t.Errorf("%s and %s share %s", a.name, other, key)
		}
		if names[a.name] {
			t.Errorf("two actions are called %s", a.name)
		}
		keys[key], names[a.name] = a.name, true
		count++
	}
	items := 0
	for _, m := range p.window.MainMenu().Items {
		for _, i := range m.Items {
			if !i.IsSeparator {
				items++
				if i.Action == nil || i.Shortcut == nil {
					t.Errorf("%s has no action or no key", i.Label)
				}
			}
		}
	}
	if items != count {
		t.Errorf("the menus have %d items, want all %d actions", items, count)
	}
}

// TestEveryTextHasBothLanguages finds the keys of texts in this package's
// code, and each must have its text in each language.
func TestEveryTextHasBothLanguages(t *testing.T) {
	p := opened(t, telegram())
	used := map[string]bool{}
	for _, a := range p.actions() {
		used["window.action."+a.name] = true
		used["window.menu."+a.menu] = true
	}
	for _, role := range []string{"measure", "publisher", "by", "every", "span", "area", "table", "with", "second", "asof"} {
		used["window.hint."+role], used["window.search."+role] = true, true
	}
	for _, v := range views {
		used["window.view."+v.name] = true
	}
	for _, name := range sidedNames {
		used["window.view."+name], used["window.hint."+name], used["window.action."+name] = true, true, true
	}
	for _, role := range []string{"history", "bookmarks", "bookmarkname", "suggest", "filters", "legend", "views", "rest", "worked"} {
		used["window.search."+role] = true
	}
	for _, kind := range aboutKinds {
		used["window.about."+kind] = true
	}
	for _, d := range reports.AllDims() {
		used["window.all."+d.String()] = true
	}
	said := regexp.MustCompile(`\bsay\("([a-z.]+[a-z])"`)
	counted := regexp.MustCompile(`"(window\.[a-z.]*[a-z])"`)
	for _, path := range must(filepath.Glob("*.go"))(t) {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		code := string(must(os.ReadFile(path))(t))
		for _, m := range said.FindAllStringSubmatch(code, -1) {
			used["window."+m[1]] = true
		}
		for _, m := range counted.FindAllStringSubmatch(code, -1) {
			used[m[1]] = !strings.HasSuffix(m[1], ".") && m[1] != prefWidth && m[1] != prefHeight && m[1] != prefSplit
		}
	}
	texts := map[string]map[string]any{}
	for _, l := range languages {
		in := map[string]any{}
		for _, path := range must(filepath.Glob("../../assets/translations/*." + l + ".json"))(t) {
			content := must(os.ReadFile(path))(t)
			if err := json.Unmarshal(content, &in); err != nil {
				t.Fatal(err)
			}
		}
		texts[l] = in
		for key, is := range used {
			if is && texts[l][key] == nil {
				t.Errorf("%s: no text for %s", l, key)
			}
		}
	}
	for _, l := range languages {
		for key := range texts["en"] {
			if texts[l][key] == nil {
				t.Errorf("%s: no text for %s", l, key)
			}
			if !assets.For(l).Has(key) {
				t.Errorf("the words do not have %s", key)
			}
		}
		if len(texts[l]) != len(texts["en"]) {
			t.Errorf("%d texts in %s, %d in English", len(texts[l]), l, len(texts["en"]))
		}
	}
}

func must[T any](v T, err error) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func TestLanguageChangesAtOnce(t *testing.T) {
	t.Setenv("LANG", "en_GB.UTF-8")
	t.Setenv("LANGUAGE", "")
	p := opened(t, telegram())
	p.press(t, "fr")
	if got := p.headline.text(); !strings.HasPrefix(got, "Groupes et canaux bloqués") {
		t.Errorf("the headline reads %q", got)
	}
	if got := p.window.MainMenu().Items[0].Label; got != "Fichier" {
		t.Errorf("the first menu is called %q", got)
	}
	if got := p.app.Preferences().String(prefLanguage); got != "fr" {
		t.Errorf("the next start speaks %q", got)
	}
}

func TestAppearanceChangesAtOnce(t *testing.T) {
	p := opened(t, telegram())
	p.press(t, "dark")
	if !isDark(p.app) || !p.picture.drawn.tone.Dark {
		t.Error("the dark window has a light picture")
	}
	p.press(t, "light")
	if isDark(p.app) || p.picture.drawn.tone.Dark {
		t.Error("the light window has a dark picture")
	}
}

func TestUndoInATextFieldStaysThere(t *testing.T) {
	p := opened(t, telegram())
	p.ask(func(q *reports.Question) { q.Partial = true })
	p.openWord("measure")
	for _, a := range p.actions() {
		if a.name == "undo" {
			p.pressed(a)
		}
	}
	if !p.history.now().question.Partial {
		t.Error("Ctrl+Z in the search undid the question")
	}
}

func TestF6GoesThroughAllParts(t *testing.T) {
	p := opened(t, telegram())
	seen := map[fyne.Focusable]bool{}
	for range 7 {
		p.typed(&fyne.KeyEvent{Name: fyne.KeyF6})
		seen[p.window.Canvas().Focused()] = true
	}
	if len(seen) != 7 || !seen[p.picture] || !seen[p.table] {
		t.Errorf("F6 reached %d parts, want headline, suggestions, views, legend, picture, table and library", len(seen))
	}
}

func TestF1ShowsTheKeysInPlace(t *testing.T) {
	p := opened(t, telegram())
	p.typed(&fyne.KeyEvent{Name: fyne.KeyF1})
	if !p.drawer.object.Visible() || p.drawer.title.Text != "KEYS" {
		t.Error("F1 did not show the keys")
	}
}

// buttons lists the buttons in an object.
func buttons(o fyne.CanvasObject) []*button {
	var list []*button
	for _, f := range focusable(o) {
		if b, ok := f.(*button); ok {
			list = append(list, b)
		}
	}
	return list
}

// texts lists what stands in an object, to be read.
func texts(o fyne.CanvasObject) []string {
	var list []string
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			list = append(list, texts(child)...)
		}
	case *container.Scroll:
		list = append(list, texts(o.Content)...)
	case *paragraph:
		list = append(list, o.Text)
	case *reader:
		list = append(list, texts(o.scroll.Content)...)
	case *widget.RichText:
		list = append(list, o.String())
	case *widget.Label:
		list = append(list, o.Text)
	case *fitted:
		list = append(list, o.Text)
	case *failureText:
		list = append(list, o.Text)
	case *button:
		list = append(list, o.Text)
	}
	return list
}
