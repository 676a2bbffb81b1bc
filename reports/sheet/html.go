package sheet

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
)

// isHTML takes a text that begins as a page does, or has one of the elements
// that every page has.
func isHTML(_ *content, h head) bool {
	text := strings.ToLower(strings.TrimLeft(h.text, " \t\r\n"))
	if !strings.HasPrefix(text, "<") {
		return false
	}
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<table", "<div", "<script", "<title", "<meta", "<h1", "<p>"} {
		if strings.Contains(text, tag) {
			return true
		}
	}
	return false
}

// readHTML reads a page, its tables and the data in its scripts.
func readHTML(o *opener, c *content) error {
	whole, err := c.text(o.ctx)
	if err != nil {
		return err
	}
	text, encoding := decode(whole, false)
	b := pageBuilder{opener: o, path: c.path, line: 1}
	if err := b.build(text); err != nil {
		return err
	}
	file := &File{Path: c.path, Kind: HTML, Encoding: encoding, Page: b.page, text: text}
	file.Tables = pageTables(o.ctx, c.path, b.page)
	file.Calls = pageCalls(o.ctx, c.path, b.page)
	o.add(file)
	return o.ctx.Err()
}

// A pageBuilder builds the tree of a page from its tags. It closes what pages
// leave open: cells, rows, items, paragraphs.
type pageBuilder struct {
	*opener
	path  string
	page  *Element
	open  []*Element // from the page to the innermost
	line  int
	count int
}

func (b *pageBuilder) build(text string) error {
	b.page = &Element{Line: 1}
	b.open = []*Element{b.page}
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return nil
		}
		line := b.line
		b.line += bytes.Count(z.Raw(), []byte("\n"))
		if b.count++; b.count > MaxElements {
			return tooMany(b.path, "the page has", MaxElements, "elements")
		}
		if b.count%1024 == 0 && b.ctx.Err() != nil {
			return b.ctx.Err()
		}
		if err := b.token(z, kind, line); err != nil {
			return err
		}
	}
}

func (b *pageBuilder) token(z *html.Tokenizer, kind html.TokenType, line int) error {
	switch kind {
	case html.TextToken:
		b.add(&Element{Text: string(z.Text()), Line: line})
	case html.StartTagToken, html.SelfClosingTagToken:
		e := startTag(z, line)
		b.closeImplied(e.Tag)
		b.add(e)
		if void[e.Tag] {
			return nil
		}
		if b.open = append(b.open, e); len(b.open) > MaxNesting {
			return &Error{File: b.path, Line: line, What: "elements are nested deeper than " + grouped(int64(MaxNesting)), Do: "save the page again"}
		}
	case html.EndTagToken:
		name, _ := z.TagName()
		b.close(string(name))
	}
	return nil
}

// startTag returns the element that a start tag begins. Of several attributes
// of one name the first counts.
func startTag(z *html.Tokenizer, line int) *Element {
	name, more := z.TagName()
	e := &Element{Tag: string(name), Line: line}
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		if e.Attr == nil {
			e.Attr = make(map[string]string, 2)
		}
		if _, double := e.Attr[string(key)]; !double {
			e.Attr[string(key)] = string(value)
		}
	}
	return e
}

func (b *pageBuilder) add(e *Element) {
	around := b.open[len(b.open)-1]
	around.Children = append(around.Children, e)
}

// void are the elements that hold nothing.
var void = map[string]bool{
	"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true, "img": true, "input": true,
	"link": true, "meta": true, "source": true, "track": true, "wbr": true,
}

// closes says which open elements a start tag closes, up to which others.
var closes = map[string]struct{ these, within string }{
	"td":       {"td th", "tr table"},
	"th":       {"td th", "tr table"},
	"tr":       {"tr td th caption colgroup", "table"},
	"thead":    {"thead tbody tfoot tr td th caption colgroup", "table"},
	"tbody":    {"thead tbody tfoot tr td th caption colgroup", "table"},
	"tfoot":    {"thead tbody tfoot tr td th caption colgroup", "table"},
	"li":       {"li", "ul ol"},
	"dt":       {"dt dd", "dl"},
	"dd":       {"dt dd", "dl"},
	"option":   {"option", "select"},
	"optgroup": {"option optgroup", "select"},
	"body":     {"head", "html"},
}

// closeImplied closes what the start of an element closes.
func (b *pageBuilder) closeImplied(tag string) {
	rule, ok := closes[tag]
	if !ok && block[tag] {
		rule = struct{ these, within string }{"p", "div td th li table body section article"}
	}
	if rule.these == "" {
		return
	}
	for i := len(b.open) - 1; i > 0; i-- {
		if oneOf(b.open[i].Tag, rule.within) {
			return
		}
		if oneOf(b.open[i].Tag, rule.these) {
			b.open = b.open[:i]
		}
	}
}

// close closes the innermost element of that tag and what is open within it.
// An end tag within a cell closes nothing outside the cell's table.
func (b *pageBuilder) close(tag string) {
	for i := len(b.open) - 1; i > 0; i-- {
		if b.open[i].Tag == tag {
			b.open = b.open[:i]
			return
		}
		if b.open[i].Tag == "table" {
			return
		}
		if (b.open[i].Tag == "td" || b.open[i].Tag == "th") && !oneOf(tag, "tr thead tbody tfoot table") {
			return
		}
	}
}

// oneOf tells whether a tag is one of a list.
func oneOf(tag, list string) bool {
	for one := range strings.FieldsSeq(list) {
		if one == tag {
			return true
		}
	}
	return false
}
