package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"vitrine/assets"
)

// A headline is the question as a sentence whose words are menus, and below
// it what narrows the question and what a reader must know.
type headline struct {
	page    *page
	object  fyne.CanvasObject
	flow    *fyne.Container
	words   map[string]*word // the first of each role
	phrases []assets.Phrase

	filter, partial, whole *button
	reason                 *fitted
}

func newHeadline(p *page) *headline {
	h := &headline{page: p, words: map[string]*word{}}
	h.flow = container.New(layout.NewRowWrapLayoutWithCustomPadding(spaceWidth(), 3))
	h.filter = wire(p, newButton("", linkButton, func() { p.openFilter() }), p.say("hint.categories"))
	h.partial = wire(p, newButton("", linkButton, p.togglePartial), p.say("hint.partial"))
	h.reason = newFitted("", theme.ColorNamePlaceHolder, noteSize)
	h.whole = wire(p, newButton(p.say("show.total"), linkButton, p.showTotal), p.say("hint.total"))
	below := container.New(spread{wide: 2, gap: 8}, h.filter, h.partial, h.reason, h.whole)
	h.object = container.NewVBox(h.flow, container.New(margins{0, 0, 0, -4}, below))
	return h
}

func spaceWidth() float32 {
	return fyne.MeasureText(" ", headlineSize, fyne.TextStyle{}).Width
}

// show writes the sentence anew where it changed, and keeps the focus where
// it was.
func (h *headline) show() {
	p := h.page
	q := p.history.now().question
	if p.ledger == nil || len(p.held.blocks) == 0 {
		h.write([]assets.Phrase{{Text: p.title()}})
		h.object.(*fyne.Container).Objects[1].Hide()
		return
	}
	h.object.(*fyne.Container).Objects[1].Show()
	h.write(p.words.Headline(q, *p.result.answer))
	h.filter.Text = p.filterText(q)
	h.filter.Refresh()
	h.filter.Hide()
	if p.dims(q).Has(p.filterDim()) {
		h.filter.Show()
	}
	h.partial.Text = p.say("partial.off")
	if q.Partial {
		h.partial.Text = p.say("partial.on")
	}
	h.partial.Refresh()
	h.tell()
}

// tell says why the parts must not be stacked, and offers the total.
func (h *headline) tell() {
	a := h.page.result.answer
	split := len(h.page.history.now().question.Group().List()) > 0
	text := ""
	if a.Unstackable != "" && len(a.Series) > 1 && split {
		text = capital(h.page.words.Reason(a.Unstackable))
	}
	h.reason.set(text)
	if text != "" && h.page.result.total != nil {
		h.whole.Show()
	} else {
		h.whole.Hide()
	}
}

func (h *headline) write(phrases []assets.Phrase) {
	if equalPhrases(h.phrases, phrases) {
		return
	}
	focused := ""
	for role, w := range h.words {
		if w.focused {
			focused = role
		}
	}
	h.phrases, h.words = phrases, map[string]*word{}
	h.flow.Objects = h.objects(phrases)
	h.flow.Layout = layout.NewRowWrapLayoutWithCustomPadding(spaceWidth(), 3)
	h.flow.Refresh()
	if w := h.words[focused]; w != nil {
		h.page.window.Canvas().Focus(w)
	}
}

func equalPhrases(a, b []assets.Phrase) bool {
	if len(a) != len(b) || len(a) == 0 {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// objects makes a word of every phrase with a role, and of each word of the
// text between; a comma stays with the word before it.
func (h *headline) objects(phrases []assets.Phrase) []fyne.CanvasObject {
	var list []fyne.CanvasObject
	var last *word
	for _, f := range phrases {
		if f.Role != "" {
			last = h.word(f)
			list = append(list, last)
			continue
		}
		tail, rest := punctuation(f.Text)
		if last != nil && tail != "" {
			last.Tail = tail
			last.Refresh()
		} else {
			rest = tail + rest
		}
		for _, text := range strings.Fields(rest) {
			list = append(list, newPlain(text))
		}
		if strings.TrimSpace(rest) != "" {
			last = nil
		}
	}
	return list
}

// punctuation cuts the marks that a text begins with from the rest.
func punctuation(text string) (marks, rest string) {
	rest = strings.TrimLeft(text, ",;.:)»\u00a0\u202f")
	return text[:len(text)-len(rest)], rest
}

func (h *headline) word(f assets.Phrase) *word {
	p, role := h.page, f.Role
	w := newWord(role, f.Text, func() { p.openWord(role) })
	w.Bold = role == "measure"
	wire(p, w, p.say("hint."+role))
	if h.words[role] == nil {
		h.words[role] = w
	}
	return w
}

// newPlain makes the text between the words that are menus.
func newPlain(text string) fyne.CanvasObject {
	t := line(text, theme.ColorNamePlaceHolder, headlineSize, false)
	return container.New(margins{1, 0, 3, 0}, t)
}
