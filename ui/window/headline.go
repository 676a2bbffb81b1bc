package window

import (
	"reflect"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"vitrine/assets"
)

// A headline is the question as a sentence whose words are menus, and below
// it what narrows the question and what a reader must know.
type headline struct {
	page    *page
	object  *fyne.Container
	flow    *fyne.Container
	words   map[string]*word // the first of each role
	phrases []assets.Phrase

	filters *filterBar
}

func newHeadline(p *page) *headline {
	h := &headline{page: p, words: map[string]*word{}}
	h.flow = container.New(&flow{across: spaceWidth(), down: 3})
	h.filters = newFilterBar(p)
	h.object = container.New(stackedLines{gap: theme.Padding()}, h.flow, container.New(margins{0, 0, 0, -4}, h.filters.object))
	return h
}

// headlinePoints is the size of a headline's letters.
func headlinePoints(small bool) float32 {
	if small {
		return smallHeadline
	}
	return headlineSize
}

func spaceWidth() float32 {
	return fyne.MeasureText(" ", headlineSize, fyne.TextStyle{}).Width
}

// resize writes the sentence in letters for the window as it is now.
func (h *headline) resize() {
	phrases := h.phrases
	h.phrases = nil
	h.write(phrases)
	if h.filters.shown != "" {
		h.filters.show(h.page.result.question)
	}
}

// show writes the sentence anew where it changed, and keeps the focus where
// it was. While a question waits for its answer the sentence of the one that
// is shown stays: it is the title of the picture below it.
func (h *headline) show() {
	p := h.page
	q := p.history.now().question
	if p.ledger == nil || len(p.held.blocks) == 0 {
		h.write([]assets.Phrase{{Text: p.title()}})
		h.object.Objects[1].Hide()
		return
	}
	h.object.Objects[1].Show()
	if !reflect.DeepEqual(q, p.result.question) {
		if len(p.result.answer.Series) == 0 {
			h.write(p.phrases(p.history.now()))
		}
		return
	}
	if p.history.now().compare.on && !p.comparisonDone() && len(h.phrases) > 0 {
		return
	}
	h.write(p.sentenceOf(p.history.now(), *p.result.answer))
	h.filters.show(q)
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
			list = append(list, newPlain(text, h.page.small))
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
	w.Bold, w.Small = role == "measure", p.small
	w.Refresh()
	wire(p, w, p.say("hint."+role))
	if h.words[role] == nil {
		h.words[role] = w
	}
	return w
}

// newPlain makes the text between the words that are menus.
func newPlain(text string, small bool) fyne.CanvasObject {
	t := line(text, theme.ColorNamePlaceHolder, headlinePoints(small), false)
	return container.New(margins{1, 0, 3, 0}, t)
}
