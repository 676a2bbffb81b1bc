package window

import (
	"bytes"
	"image/color"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// A walk is a view to go through, and how a window comes to where it is offered.
type walk struct {
	name string
	open func(*testing.T) *page
}

// walks are all views: of an answer, of its editions, and of a comparison.
func walks() []walk {
	var list []walk
	for i, k := range views {
		list = append(list, walk{k.name, func(t *testing.T) *page { return openedOn(t, view(i)) }})
	}
	for _, name := range sidedNames {
		list = append(list, walk{name, comparedHalves})
	}
	return list
}

// aside leaves the view that the walk is about, so that it is a step to it.
func (w walk) aside(t *testing.T, p *page) {
	t.Helper()
	switch {
	case w.name == lines.String():
		p.press(t, "bars")
	case w.name == slopes.String():
		p.press(t, "dumbbell")
	}
}

// viewName is the name of the view that is shown.
func (p *page) viewName() string {
	if p.history.now().compare.on {
		return p.sidedShown().String()
	}
	return p.shownView().String()
}

// A glance is what is seen and said of a window whose pointer is at the first
// number of its view.
type glance struct {
	headline, status string
	spoken           string      // of the picture, or the table
	ground           color.Color // of the picture
	pixels           []byte
}

// firstNumber is the place of a view's first number on the screen.
func (p *page) firstNumber() fyne.Position {
	driver := fyne.CurrentApp().Driver()
	if p.centre.shown == "table" {
		c := p.table.visibleColumns()[0]
		return driver.AbsolutePositionForObject(p.table).AddXY(c.x+c.width/2, 1.5*pitch)
	}
	first := p.picture.chart.Points[0]
	return driver.AbsolutePositionForObject(p.picture).AddXY(float32(first.X), float32(first.Y))
}

// glance moves the mouse to the first number, and looks.
func (p *page) glance(t *testing.T) glance {
	t.Helper()
	canvas := p.window.Canvas()
	test.MoveMouse(canvas, fyne.NewPos(1, 1))
	test.MoveMouse(canvas, p.firstNumber())
	g := glance{headline: p.headline.text(), status: p.status.text.Text, spoken: p.table.AccessibilityLabel()}
	if p.centre.shown != "table" {
		g.spoken = p.picture.AccessibilityLabel()
		if !p.picture.pointed {
			t.Error("the pointer at a number of the picture finds none")
		}
		g.ground, g.pixels = p.picture.chart.Image.At(1, 1), bytes.Clone(p.picture.chart.Image.Pix)
	}
	return g
}

// click presses the mouse at the first number, as the canvas tells it.
func (p *page) click() {
	screen := p.firstNumber()
	if p.centre.shown == "table" {
		test.TapCanvas(p.window.Canvas(), screen)
		return
	}
	place := screen.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(p.picture))
	p.picture.MouseDown(at(place.X, place.Y))
	p.picture.MouseUp(at(place.X, place.Y))
}

// pinned tells whether a number is pinned, with what it is made of beside it.
func (p *page) pinned() bool {
	s, opens := p.history.now(), numberSide
	if !s.compare.on && p.shownView().kind().edits {
		opens = excerptSide
	}
	return s.pin.set() && s.side.kind == opens
}

func TestEveryViewIsSeenAndTouched(t *testing.T) {
	for _, w := range walks() {
		t.Run(w.name, func(t *testing.T) {
			p := w.open(t)
			p.setAppearance(lightAppearance)
			w.aside(t, p)
			before := p.viewName()
			p.press(t, w.name)
			if p.viewName() != w.name {
				t.Fatalf("it shows %s", p.viewName())
			}
			english := p.glance(t)
			p.touch(t)
			p.setLanguage("fr")
			french := p.glance(t)
			p.setAppearance(darkAppearance)
			dark := p.glance(t)
			if p.viewName() != w.name {
				t.Fatalf("in French and in the dark it shows %s", p.viewName())
			}
			english.isTranslated(t, french)
			french.isDarkened(t, dark)
			p.undo()
			if p.viewName() != before {
				t.Errorf("undone, it shows %s, not %s", p.viewName(), before)
			}
		})
	}
}

// touch clicks and uses keys, and leaves what each opened.
func (p *page) touch(t *testing.T) {
	t.Helper()
	view := p.viewName()
	steps := map[string]func(){"a click": p.click, "Enter": func() { p.keyed(fyne.KeyHome, fyne.KeyReturn) }}
	for _, what := range []string{"a click", "Enter"} {
		steps[what]()
		if !p.pinned() {
			t.Errorf("%s pins nothing", what)
		}
		p.escape()
		if s := p.history.now(); s.side.kind != noSide || s.pin.set() || p.viewName() != view {
			t.Errorf("Esc after %s leaves %s, pinned %t", what, p.viewName(), s.pin.set())
		}
	}
	said := []string{}
	for _, k := range []fyne.KeyName{fyne.KeyHome, fyne.KeyRight, fyne.KeyDown, fyne.KeyEnd, fyne.KeyUp, fyne.KeyLeft} {
		if p.keyed(k); !slices.Contains(said, p.status.text.Text) {
			said = append(said, p.status.text.Text)
		}
	}
	if len(said) < 2 {
		t.Errorf("the keys say %q alone", said)
	}
}

// keyed types into the picture, or into the table where it stands alone.
func (p *page) keyed(names ...fyne.KeyName) {
	if p.centre.shown == "table" {
		key(p.table, names...)
		return
	}
	key(p.picture, names...)
}

func (g glance) isTranslated(t *testing.T, french glance) {
	t.Helper()
	if !strings.Contains(g.headline, " at ") || !strings.Contains(french.headline, " chez ") {
		t.Errorf("the headlines are %q and %q", g.headline, french.headline)
	}
	if g.status == "" || french.status == "" || g.status == french.status {
		t.Errorf("at a number it says %q and %q", g.status, french.status)
	}
	if g.spoken == "" || french.spoken == "" || g.spoken == french.spoken {
		t.Errorf("it is spoken as %q and %q", g.spoken, french.spoken)
	}
	if g.pixels != nil && bytes.Equal(g.pixels, french.pixels) {
		t.Error("the French picture is the English one")
	}
}

func (g glance) isDarkened(t *testing.T, dark glance) {
	t.Helper()
	if g.headline != dark.headline || g.status != dark.status || g.spoken != dark.spoken {
		t.Errorf("in the dark it says %q, %q", dark.headline, dark.status)
	}
	if g.ground == nil {
		return
	}
	light := func(c color.Color) uint8 { return color.GrayModel.Convert(c).(color.Gray).Y }
	if light(g.ground) < 200 || light(dark.ground) > 60 {
		t.Errorf("its ground is %v, in the dark %v", g.ground, dark.ground)
	}
}

func TestComparisonsOfAnEmptyWindow(t *testing.T) {
	p := opened(t, &shelf{})
	p.change(func(s *state) { s.compare.on = true })
	for i, name := range sidedNames {
		p.setSided(sidedView(i))
		if p.centre.shown != "message" || p.shownText() == "" {
			t.Errorf("%s of nothing shows %q", name, p.centre.shown)
		}
	}
	english := p.shownText()
	p.setLanguage("fr")
	if french := p.shownText(); french == "" || french == english {
		t.Errorf("in French nothing is %q", french)
	}
}
