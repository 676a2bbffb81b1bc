package sheet

import "strings"

// An Element is an element of a page, or a text in one.
type Element struct {
	Tag      string            // lower case; "" for a text and for the whole page
	Attr     map[string]string // by names in lower case, entities decoded; nil if there are none
	Text     string            // of a text: as it stands, entities decoded
	Children []*Element
	Line     int // where it begins, from 1
}

// Class tells whether the element has a class.
func (e *Element) Class(name string) bool {
	for class := range strings.FieldsSeq(e.Attr["class"]) {
		if class == name {
			return true
		}
	}
	return false
}

// Find returns the first element within e, or e itself, that is what is
// asked for, in the order of the page; nil if none is.
func (e *Element) Find(is func(*Element) bool) *Element {
	if is(e) {
		return e
	}
	for _, child := range e.Children {
		if found := child.Find(is); found != nil {
			return found
		}
	}
	return nil
}

// All returns the elements within e, and e itself, that are what is asked for,
// in the order of the page.
func (e *Element) All(is func(*Element) bool) []*Element {
	var all []*Element
	e.walk(func(e *Element) bool {
		if is(e) {
			all = append(all, e)
		}
		return true
	})
	return all
}

// walk visits e and what is within it, except within elements for which visit
// returns false.
func (e *Element) walk(visit func(*Element) bool) {
	if !visit(e) {
		return
	}
	for _, child := range e.Children {
		child.walk(visit)
	}
}

// Tagged returns a question for Find and All: elements with that tag and all
// of the classes.
func Tagged(tag string, classes ...string) func(*Element) bool {
	return func(e *Element) bool {
		if e.Tag != tag {
			return false
		}
		for _, class := range classes {
			if !e.Class(class) {
				return false
			}
		}
		return true
	}
}

// InnerText returns the text that a reader sees: white space as one blank, a
// line for each br, paragraph, heading and the like, nothing of scripts and
// styles. A no-break space stays one. Of a script it returns the source.
func (e *Element) InnerText() string {
	if hidden[e.Tag] && e.Tag != "" {
		var source strings.Builder
		for _, child := range e.Children {
			source.WriteString(child.Text)
		}
		return source.String()
	}
	var w textWriter
	w.element(e)
	return w.out.String()
}

// hidden are the elements whose text no reader sees.
var hidden = map[string]bool{"script": true, "style": true, "template": true, "noscript": true, "head": true}

// block are the elements that stand on lines of their own.
var block = map[string]bool{
	"p": true, "div": true, "li": true, "ul": true, "ol": true, "dl": true, "dt": true, "dd": true, "table": true, "tr": true,
	"caption": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "blockquote": true, "pre": true,
	"section": true, "article": true, "header": true, "footer": true, "main": true, "nav": true, "aside": true, "figure": true,
	"figcaption": true, "form": true, "fieldset": true, "hr": true, "address": true, "details": true, "summary": true, "body": true,
}

// A textWriter writes what a reader sees. Gaps are written only before text.
type textWriter struct {
	out   strings.Builder
	space bool
	lines int
	pre   int
}

func (w *textWriter) element(e *Element) {
	switch {
	case e.Tag == "":
		w.text(e.Text)
	case e.Tag == "br":
		w.lines++
	case hidden[e.Tag]:
		return
	}
	if e.Tag == "pre" {
		w.pre++
		defer func() { w.pre-- }()
	}
	w.separate(e)
	for _, child := range e.Children {
		w.element(child)
	}
	w.separate(e)
}

// separate begins a line for a block, and leaves a blank between cells.
func (w *textWriter) separate(e *Element) {
	switch {
	case block[e.Tag]:
		w.lines = max(w.lines, 1)
	case e.Tag == "td" || e.Tag == "th":
		w.space = true
	}
}

func (w *textWriter) text(text string) {
	if w.pre > 0 {
		w.gap()
		w.out.WriteString(text)
		return
	}
	for text != "" {
		n := strings.IndexAny(text, " \t\r\n\f")
		if n < 0 {
			n = len(text)
		}
		if n > 0 {
			w.gap()
			w.out.WriteString(text[:n])
		}
		rest := strings.TrimLeft(text[n:], " \t\r\n\f")
		w.space = w.space || len(rest) < len(text)-n
		text = rest
	}
}

// gap writes what separates the next text from the one before.
func (w *textWriter) gap() {
	if w.out.Len() > 0 {
		switch {
		case w.lines > 0:
			w.out.WriteString(strings.Repeat("\n", w.lines))
		case w.space:
			w.out.WriteByte(' ')
		}
	}
	w.space, w.lines = false, 0
}
