package window

import (
	"bytes"
	"image/color"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vitrine/reports"
)

// A walk is a view to go through, and how a window comes to where it is offered.
type walk struct {
	name   string
	open   func(*testing.T) *page
	before string // the view that is shown before
}

// walks are all views: of an answer, of its editions, and of a comparison.
func walks() []walk {
	var list []walk
	for i, k := range views {
		list = append(list, walk{name: k.name, open: func(t *testing.T) *page { return openedOn(t, view(i)) }})
	}
	for _, name := range sidedNames {
		list = append(list, walk{name: name, open: comparedHalves})
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

// viewChecks are what is looked at of each view, in this order.
var viewChecks = []struct {
	name string
	look func(walk, *testing.T, *page)
}{
	{"hover", walk.hover}, {"click", walk.click}, {"keys", walk.keys}, {"French", walk.french}, {"dark", walk.dark}, {"undo", walk.undo}, {"empty", walk.empty},
}

// TestEveryViewIsSeenAndTouched looks at each view by hover, click, keys, in
// French, in the dark, undone, and where there is nothing to show.
func TestEveryViewIsSeenAndTouched(t *testing.T) {
	for _, w := range walks() {
		p := w.open(t)
		p.setAppearance(lightAppearance)
		w.aside(t, p)
		w.before = p.viewName()
		p.press(t, w.name)
		for _, check := range viewChecks {
			t.Run(w.name+"/"+check.name, func(t *testing.T) {
				if p.viewName() != w.name {
					t.Fatalf("it shows %s", p.viewName())
				}
				check.look(w, t, p)
			})
		}
	}
}

// hover says the number under the pointer, as a cell of the source states it.
func (w walk) hover(t *testing.T, p *page) {
	if g := p.glance(t); !p.told(g.status) || g.headline != w.titles(p)[0] {
		t.Errorf("below %q it says %q", g.headline, g.status)
	}
}

// click selects the number under the pointer; Esc unselects it.
func (w walk) click(t *testing.T, p *page) {
	p.click()
	w.pins(t, p)
}

// keys select a number with Enter, and step from number to number.
func (w walk) keys(t *testing.T, p *page) {
	p.keyed(fyne.KeyHome, fyne.KeyReturn)
	w.pins(t, p)
	said := []string{}
	for _, k := range []fyne.KeyName{fyne.KeyHome, fyne.KeyRight, fyne.KeyDown, fyne.KeyEnd, fyne.KeyUp, fyne.KeyLeft} {
		if p.keyed(k); !slices.Contains(said, p.status.text.Text) {
			said = append(said, p.status.text.Text)
		}
		if line := p.status.text.Text; !p.told(line) && !(w.name == "pairs" && line != "" && line == p.table.workedOut(p.table.at)) { // differences say both sides
			t.Errorf("%s says %q, which no cell states", k, p.status.text.Text)
		}
	}
	if len(said) < 2 {
		t.Errorf("the keys say %q alone", said)
	}
}

// pins tells whether a number is selected; then it unselects it by Esc.
func (w walk) pins(t *testing.T, p *page) {
	t.Helper()
	if !p.pinned() {
		t.Error("it selects nothing")
	}
	p.escape()
	if s := p.history.now(); s.side.kind != noSide || s.pin.set() || p.viewName() != w.name {
		t.Errorf("Esc leaves %s, selected %t", p.viewName(), s.pin.set())
	}
}

func (w walk) french(t *testing.T, p *page) {
	english := p.glance(t)
	p.setLanguage("fr")
	french := p.glance(t)
	if french.headline != w.titles(p)[1] || !p.told(french.status) {
		t.Errorf("below %q it says %q", french.headline, french.status)
	}
	english.isTranslated(t, french)
}

func (w walk) dark(t *testing.T, p *page) {
	light := p.glance(t)
	p.setAppearance(darkAppearance)
	light.isDarkened(t, p.glance(t))
}

// undo leads back to the view before, redo to this one.
func (w walk) undo(t *testing.T, p *page) {
	if p.undo(); p.viewName() != w.before {
		t.Errorf("undone, it shows %s, not %s", p.viewName(), w.before)
	}
	p.redo()
}

// empty says that nothing answers, and what to do; that leads back.
func (w walk) empty(t *testing.T, p *page) {
	p.ask(func(q *reports.Question) { q.Since, q.Until = reports.DayOf(1990, 1, 1), reports.DayOf(1991, 1, 1) })
	if said := p.shownText(); p.centre.shown != "message" || !strings.Contains(said, w.nothing()[1]) {
		t.Errorf("of nothing it shows %s: %q", p.centre.shown, said)
	}
	p.setLanguage("en")
	if said := p.shownText(); !strings.Contains(said, w.nothing()[0]) {
		t.Errorf("of nothing it says %q", said)
	}
	back := buttonOf(t, p.centre.object, "Undo")
	key(back, fyne.KeyReturn)
	if p.viewName() != w.name || p.centre.shown == "message" {
		t.Errorf("the button leads to %s: %s", p.viewName(), p.centre.shown)
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

// nothing is what is said where nothing answers, in English and in French.
func (w walk) nothing() [2]string {
	return [2]string{"No figures answer this question.", "Aucun chiffre ne répond à cette question."}
}

// titles are the headlines of a view in English and in French.
func (w walk) titles(p *page) [2]string {
	switch _, ofShelf := p.ledger.(*shelf); {
	case !ofShelf:
		return [2]string{"Removal requests received at Google by area, as published, 2019, all areas", "Demandes de suppression reçues chez Google, par territoire, par période publiée, 2019, tous les territoires"}
	case w.name == days.String():
		return [2]string{"Groups and channels blocked at Telegram in total, each day, 15 December 2023 to 10 February 2025, worldwide", "Groupes et canaux bloqués chez Telegram, au total, chaque jour, du 15 décembre 2023 au 10 février 2025, dans le monde"}
	case slices.Contains(sidedNames[:], w.name):
		return [2]string{"Removal requests received at Google by area, H1 2023 compared with H2 2022, all areas", "Demandes de suppression reçues chez Google, par territoire, S1 2023 comparé à S2 2022, tous les territoires"}
	}
	return [2]string{"Removal requests received at Google by area, as published, 2022 to 2023, all areas", "Demandes de suppression reçues chez Google, par territoire, par période publiée, de 2022 à 2023, tous les territoires"}
}

// told tells whether a line of the status begins with what a cell of the
// source states: its period, its part and its number.
func (p *page) told(line string) bool {
	s, ofShelf := p.ledger.(*shelf)
	if !ofShelf { // the requests of revisedWindow by area and who asked
		rest, _ := strings.CutPrefix(strings.Replace(line, "S", "H", 1), "H1 2019 · ")
		rest, _ = strings.CutPrefix(rest, "H2 2019 · ")
		for _, cell := range []string{"Türkiye, Police 86 ", "Türkiye, Police 90 ", "Türkiye, Police 5 ", "Turquie, Police 86 ", "Turquie, Police 90 ", "Turquie, Police 5 ", "Russia, Police 1,200 ", "Russie, Police 1\u202f200 "} {
			if strings.HasPrefix(rest, cell) {
				return true
			}
		}
		return false
	}
	total := map[reports.Period]float64{}
	for _, f := range s.Held {
		name := p.say("table.total")
		if f.Split.Area != "" {
			name = p.words.Value(reports.Area, f.Split.Area)
		}
		if f.Publisher == "Google" {
			total[f.Period] += f.Value
		}
		if strings.HasPrefix(line, p.words.Period(f.Period)+" · "+name+" "+p.words.Number(f.Value)+" · ") {
			return true
		}
	}
	for period, sum := range total {
		if strings.HasPrefix(line, p.words.Period(period)+" · "+p.say("table.total")+" "+p.words.Number(sum)+" · ") {
			return true
		}
	}
	return false
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
