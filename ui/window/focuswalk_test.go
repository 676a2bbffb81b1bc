package window

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"vitrine/reports"
	"vitrine/reports/library"
)

// A station is a state of the window through which the keyboard walks.
type station struct {
	name string
	open func(*testing.T) *page
	side sideKind // that the keyboard can leave by Esc; noSide: none
	menu bool     // a menu is open
}

// after opens a window and does some actions.
func after(open func(*testing.T) *page, names ...string) func(*testing.T) *page {
	return func(t *testing.T) *page {
		p := open(t)
		for _, name := range names {
			p.press(t, name)
		}
		return p
	}
}

func onTelegram(t *testing.T) *page {
	s := telegram()
	s.problems = []reports.Problem{{Origin: reports.Origin{Source: "abcdef0123", File: "safety.html", Row: 2, Column: 3, Text: "x"}, What: "\"x\" is not a number"}}
	return opened(t, s)
}

func onCountries(t *testing.T) *page { return openedOn(t, bars) }

// pinned selects the newest number, and opens what it is made of.
func pinned(open func(*testing.T) *page, names ...string) func(*testing.T) *page {
	return func(t *testing.T) *page {
		p := open(t)
		p.keyed(fyne.KeyEnd, fyne.KeyReturn)
		for _, name := range names {
			p.press(t, name)
		}
		return p
	}
}

func onMapping(t *testing.T) *page {
	p := onTelegram(t)
	path := filepath.Join(t.TempDir(), "table.csv")
	if err := os.WriteFile(path, []byte(wideTable), 0o600); err != nil {
		t.Fatal(err)
	}
	p.openMapping(path)
	return p
}

func onMultiples(t *testing.T) *page {
	p := opened(t, byTwo())
	p.press(t, "facets")
	return p
}

func onLoaded(t *testing.T) *page {
	p := onTelegram(t)
	p.take([]string{"/x/chat.json", "/x/broken.csv", "/x/undated.csv"})
	return p
}

// stations are the parts of the window, each panel, and the menus that have
// more than a list.
func stations() []station {
	panel := func(name string, kind sideKind, open func(*testing.T) *page) station {
		return station{name: name, open: open, side: kind}
	}
	list := []station{
		{name: "the window", open: onTelegram}, {name: "a table", open: after(onTelegram, "numbers")},
		{name: "a map", open: after(onCountries, "world")}, {name: "small multiples", open: onMultiples},
		{name: "editions", open: after(func(t *testing.T) *page { return openedOn(t, editions) }, "editions")},
		{name: "a comparison", open: comparedHalves}, {name: "an empty library", open: func(t *testing.T) *page { return opened(t, &shelf{}) }},
		{name: "what came in", open: onLoaded},
		panel("a number", numberSide, pinned(onCountries)), panel("a sum", numberSide, pinned(onTelegram)),
		panel("findings", findingsSide, func(t *testing.T) *page {
			p := onTelegram(t)
			p.open(side{kind: findingsSide, source: "abcdef0123"})
			return p
		}), panel("an excerpt", excerptSide, func(t *testing.T) *page {
			p := onTelegram(t)
			p.open(side{})
			p.showExcerptOf(at3000())
			return p
		}),
		panel("notes", notesSide, after(onTelegram, "notes")), panel("keys", keysSide, after(onTelegram, "keys")), panel("about", aboutSide, after(onTelegram, "about")),
		panel("a sheet", sheetSide, func(t *testing.T) *page { p, _ := viewed(t, 40, at3000()); return p }),
		panel("revisions", revisionsSide, after(func(t *testing.T) *page { return revisedWindow(t, "en") }, "revisions")),
		panel("vintages", vintagesSide, pinned(func(t *testing.T) *page { return revisedWindow(t, "en") }, "vintages")),
		panel("checks", checksSide, auditedOnce()),
		panel("preferences", preferencesSide, after(onTelegram, "preferences")), panel("welcome", welcomeSide, after(onTelegram, "welcome")),
		panel("meanings", meaningSide, after(onTelegram, "meanings")), panel("a meaning", meaningSide, after(onTelegram, "explain")),
		panel("files that come in", incomingSide, after(onLoaded, "incoming")), panel("a mapping", mappingSide, onMapping),
	}
	for _, name := range []string{"measure", "span", "filters", "with", "search"} {
		list = append(list, station{name: "the menu " + name, open: after(onTelegram, name), menu: true})
	}
	return list
}

// auditedOnce opens windows on one library, which the first of them makes.
func auditedOnce() func(*testing.T) *page {
	var l *library.Library
	return func(t *testing.T) *page {
		if l == nil {
			l = disagreeing(t)
		}
		return auditedOn(t, l, "en")
	}
}

// showExcerptOf opens the surroundings of a cell beside the picture.
func (p *page) showExcerptOf(o reports.Origin) { p.open(side{kind: excerptSide, origin: o}) }

// A stop is an object of the tree that is seen, with what is around it.
type stop struct {
	fyne.CanvasObject
	around []*container.Scroll
}

// eachSeen walks all that is seen of an object, as drivers do.
func eachSeen(o fyne.CanvasObject, around []*container.Scroll, visit func(stop)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(stop{o, around})
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			eachSeen(child, around, visit)
		}
	case *container.Scroll:
		eachSeen(o.Content, append(slices.Clone(around), o), visit)
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			eachSeen(child, around, visit)
		}
	}
}

// isControl tells whether an object of the window does something when it is
// pressed or dragged.
func isControl(o fyne.CanvasObject) bool {
	_, tapped := o.(fyne.Tappable)
	_, second := o.(fyne.SecondaryTappable)
	_, mouse := o.(desktop.Mouseable)
	_, drag := o.(fyne.Draggable)
	_, focus := o.(fyne.Focusable)
	return focus || (tapped || second || mouse || drag) && strings.HasPrefix(reflect.TypeOf(o).Elem().PkgPath(), "vitrine/")
}

// otherwise says how the keyboard comes to what is no stop of its own.
func otherwise(o fyne.CanvasObject) string {
	switch o := o.(type) {
	case *chooserRow:
		return "the arrows move in the menu"
	case *keyRow:
		return "the arrows move in the list"
	case *roleHead:
		return "Enter in a cell opens the menu of its column; a word says which rows are the header"
	case *splitter:
		if o.upright {
			return "Ctrl+F11 and Ctrl+F12 move the edges of panels"
		}
	}
	if disabled(o) {
		return "it can do nothing now"
	}
	return ""
}

// called names an object as somebody would who looks for it.
func called(o any) string {
	switch o := o.(type) {
	case nil:
		return "nothing"
	case *button:
		return fmt.Sprintf("the button %q", o.Text)
	case *word:
		return fmt.Sprintf("the word %q", o.Text)
	case *swatch:
		return fmt.Sprintf("the swatch %q", o.Text)
	case *searchEntry:
		return fmt.Sprintf("the field %q", o.PlaceHolder)
	}
	return strings.TrimPrefix(fmt.Sprintf("the %T", o), "the *window.")
}

// root is what the keyboard walks through: an open menu, or else the window.
func (p *page) root() fyne.CanvasObject {
	if top := p.window.Canvas().Overlays().Top(); top != nil {
		return top
	}
	return p.window.Content()
}

// chain presses Tab until it comes back, and looks at each stop.
func (p *page) chain(t *testing.T, look func(fyne.Focusable)) []fyne.Focusable {
	t.Helper()
	cv := p.window.Canvas()
	cv.Unfocus()
	var list []fyne.Focusable
	for range 400 {
		cv.FocusNext()
		f := cv.Focused()
		if f == nil || len(list) > 0 && f == list[0] {
			return list
		}
		if slices.Contains(list, f) {
			t.Errorf("Tab is trapped: after %s comes %s again", called(list[len(list)-1]), called(f))
			return list
		}
		list = append(list, f)
		if look != nil {
			look(f)
		}
	}
	t.Errorf("Tab has no end")
	return list
}

// TestTheKeyboardReachesEveryControl walks by Tab through every part of the
// window, every panel and menu: whatever can be pressed is a stop, or is
// reached in another way that is said; each stop shows that it has the focus,
// within the part that is seen; the way back by Shift+Tab is the same, and F6
// goes from part to part.
func TestTheKeyboardReachesEveryControl(t *testing.T) {
	for _, at := range stations() {
		t.Run(at.name, func(t *testing.T) {
			p := at.open(t)
			relay(p, glasses[0])
			cv := p.window.Canvas()
			if at.side != p.history.now().side.kind || at.menu != (cv.Overlays().Top() != nil) {
				t.Fatalf("it is not open: %d", p.history.now().side.kind)
			}
			before := map[fyne.CanvasObject]string{}
			eachSeen(p.root(), nil, func(s stop) {
				if f, is := s.CanvasObject.(fyne.Focusable); is && f != cv.Focused() {
					before[s.CanvasObject] = drawnAs(s.CanvasObject)
				}
			})
			stops := p.chain(t, func(f fyne.Focusable) {
				o := f.(fyne.CanvasObject)
				if was, known := before[o]; known && was == drawnAs(o) {
					t.Errorf("%s does not show that it has the focus", called(f))
				}
				p.isInView(t, o)
			})
			eachSeen(p.root(), nil, func(s stop) {
				if isControl(s.CanvasObject) && otherwise(s.CanvasObject) == "" && !slices.ContainsFunc(stops, func(f fyne.Focusable) bool { return f.(fyne.CanvasObject) == s.CanvasObject }) {
					t.Errorf("Tab does not reach %s", called(s.CanvasObject))
				}
			})
			p.isInOrder(t, stops)
			p.goesBack(t, stops)
			if !at.menu {
				p.goesByParts(t)
			}
		})
	}
}

// drawnAs writes down how a widget is drawn, without what stands in its rows.
func drawnAs(o fyne.CanvasObject) string {
	var b strings.Builder
	eachSeen(o, nil, func(s stop) {
		switch c := s.CanvasObject.(type) {
		case *canvas.Rectangle:
			fmt.Fprint(&b, c.FillColor, c.StrokeColor, c.StrokeWidth, c.Size(), ";")
		case *canvas.Text:
			fmt.Fprint(&b, c.Color, c.Text, c.TextStyle, ";")
		case *canvas.Line:
			fmt.Fprint(&b, c.StrokeColor, c.StrokeWidth, c.Position1, c.Position2, ";")
		case *canvas.Circle:
			fmt.Fprint(&b, c.FillColor, c.StrokeColor, c.Position1, ";")
		}
	})
	return b.String()
}

// isInView tells what has the focus but stands where nobody sees it.
func (p *page) isInView(t *testing.T, o fyne.CanvasObject) {
	t.Helper()
	driver := fyne.CurrentApp().Driver()
	top, height := driver.AbsolutePositionForObject(o).Y, o.Size().Height
	for _, s := range scrollsAround(p.window.Content(), o) {
		from := driver.AbsolutePositionForObject(s).Y
		if top+fyne.Min(height, 20) > from+s.Size().Height+1 || top+height < from {
			t.Errorf("%s has the focus out of sight, at %v of %v to %v", called(o), top, from, from+s.Size().Height)
		}
	}
}

// isInOrder tells where Tab goes back up within a part of the window.
func (p *page) isInOrder(t *testing.T, stops []fyne.Focusable) {
	t.Helper()
	parts := []fyne.CanvasObject{p.headline.object, p.suggestions.object, p.bar.object, p.sided.object, p.centre.object, p.drawer.object, p.panel.object}
	partOf := map[fyne.CanvasObject]int{}
	for i, part := range parts {
		eachSeen(part, nil, func(s stop) { partOf[s.CanvasObject] = i + 1 })
	}
	for i := 1; i < len(stops); i++ {
		a, b := stops[i-1].(fyne.CanvasObject), stops[i].(fyne.CanvasObject)
		if partOf[a] == 0 || partOf[a] != partOf[b] {
			continue
		}
		from, to := p.placeOf(a), p.placeOf(b)
		if to.Y+b.Size().Height <= from.Y && to.X <= from.X+a.Size().Width {
			t.Errorf("Tab goes back up from %s to %s", called(a), called(b))
		}
	}
}

// placeOf is where an object stands, however far it is scrolled.
func (p *page) placeOf(o fyne.CanvasObject) fyne.Position {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	for _, s := range scrollsAround(p.window.Content(), o) {
		at = at.Add(s.Offset)
	}
	return at
}

// goesBack walks the same way by Shift+Tab.
func (p *page) goesBack(t *testing.T, stops []fyne.Focusable) {
	t.Helper()
	if len(stops) < 2 {
		return
	}
	cv := p.window.Canvas()
	cv.Focus(stops[0])
	for i := len(stops) - 1; i > 0; i-- {
		if cv.FocusPrevious(); cv.Focused() != stops[i] {
			t.Errorf("Shift+Tab goes to %s, not to %s", called(cv.Focused()), called(stops[i]))
			return
		}
	}
}

// TestEscapeLeavesEveryPanel opens each panel and menu from a word of the
// headline, and presses Esc wherever the keyboard can be in it, once more where
// it was opened from another: then it is closed, and the focus is on the word
// again.
func TestEscapeLeavesEveryPanel(t *testing.T) {
	for _, at := range stations() {
		if at.side == noSide && !at.menu {
			continue
		}
		t.Run(at.name, func(t *testing.T) {
			p := at.open(t)
			cv, was := p.window.Canvas(), p.history.now()
			for i := 0; ; i++ {
				home := p.openAgain(t, at, was)
				stops := p.inside(at)
				if i >= len(stops) {
					return
				}
				cv.Focus(stops[i])
				key(cv.Focused(), fyne.KeyEscape)
				if p.history.now().side.kind == at.side && at.side != noSide || at.menu && cv.Overlays().Top() != nil {
					t.Errorf("Esc on %s does not leave it", called(stops[i]))
				}
				if p.history.now().side.kind != noSide { // it went back to what it was opened from
					key(cv.Focused(), fyne.KeyEscape)
				}
				if f := cv.Focused(); f != home {
					t.Errorf("after Esc on %s the focus is on %s, not where it was before", called(stops[i]), called(f))
				}
			}
		})
	}
}

// openAgain closes what stands open, and opens it again from a word of the
// headline, which has the focus before.
func (p *page) openAgain(t *testing.T, at station, s state) (home fyne.Focusable) {
	t.Helper()
	if p.chooser != nil {
		p.chooser.close()
	}
	p.closeSide()
	home = p.headline.words["measure"]
	p.window.Canvas().Focus(home)
	p.history.set(s)
	if p.update(); at.menu {
		p.press(t, strings.TrimPrefix(at.name, "the menu "))
	}
	return home
}

// inside lists the stops of a panel or a menu.
func (p *page) inside(at station) []fyne.Focusable {
	if at.menu {
		return focusable(p.chooser.pop.Content)
	}
	return focusable(p.drawer.object)
}

// goesByParts goes through the parts of the window by F6.
func (p *page) goesByParts(t *testing.T) {
	t.Helper()
	cv := p.window.Canvas()
	cv.Unfocus()
	var met []fyne.Focusable
	for range p.panes() {
		p.press(t, "panes")
		if f := cv.Focused(); f == nil || slices.Contains(met, f) {
			t.Errorf("F6 comes to %s again", called(f))
		}
		met = append(met, cv.Focused())
	}
}
