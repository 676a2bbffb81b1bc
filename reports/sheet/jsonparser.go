package sheet

import (
	"context"
	"strings"
)

// A jsonParser parses a value of a text. It takes what publishers and
// Telegram Desktop write for JSON: control characters as they are or as \xNN,
// a comma after the last item, a document_id without quotes.
type jsonParser struct {
	ctx    context.Context
	doc    *document
	loose  bool // a document_id may stand without quotes
	at     int
	line   int
	depth  int
	parent uint32
}

// A jsonError says what is wrong at the parser's place.
type jsonError struct{ what, do string }

func (e *jsonError) Error() string { return e.what }

// errCut says that the text ends too early.
var errCut = &jsonError{"the data is cut off here, in the middle of a value", "the file is incomplete: export or download it again"}

func wrong(what string) error {
	return &jsonError{what, "it is no valid JSON: export or download it again"}
}

func beyond(what string) error {
	return &jsonError{what + ", the most that Vitrine reads", "split it"}
}

// located adds the parser's place to an error.
func (p *jsonParser) located(path string, err error) error {
	e, ok := err.(*jsonError)
	if !ok {
		return err
	}
	return &Error{File: path, Line: p.line, What: e.what, Do: e.do, Err: e}
}

// expect makes room for all values of the text, at most one after each sign
// that can precede a value.
func (p *jsonParser) expect() {
	most := 1
	for _, sign := range []string{",", "[", "{"} {
		most += strings.Count(p.doc.text, sign)
	}
	p.doc.values = make([]Value, 0, min(most, MaxValues))
}

// finish tells whether nothing follows the document.
func (p *jsonParser) finish() error {
	if p.space(); p.at < len(p.doc.text) {
		return wrong("something follows the end of the document")
	}
	return nil
}

// parse parses a value and all that is in it.
func (p *jsonParser) parse() error { return p.value(0) }

// value parses the next value; key is where its key begins, 0 if it has none.
func (p *jsonParser) value(key uint32) error {
	p.space()
	if p.at >= len(p.doc.text) {
		return errCut
	}
	i := uint32(len(p.doc.values))
	if i >= uint32(MaxValues) {
		return beyond("it has more than " + grouped(int64(MaxValues)) + " values")
	}
	if i%4096 == 0 && p.ctx.Err() != nil {
		return p.ctx.Err()
	}
	p.doc.values = append(p.doc.values, Value{doc: p.doc, parent: p.parent, key: key, line: uint32(p.line), start: uint32(p.at)})
	var err error
	switch b := p.doc.text[p.at]; {
	case b == '{' || b == '[':
		err = p.inside(i, b)
	case b == '"':
		err = p.string(i)
	default:
		err = p.literal(i)
	}
	p.doc.values[i].next = uint32(len(p.doc.values))
	return err
}

// inside parses an object or an array.
func (p *jsonParser) inside(i uint32, bracket byte) error {
	if p.depth++; p.depth > MaxNesting {
		return beyond("values are nested deeper than " + grouped(int64(MaxNesting)))
	}
	around := p.parent
	p.parent = i
	v := &p.doc.values[i]
	v.kind, v.end = ArrayValue, i
	closing := byte(']')
	if bracket == '{' {
		v.kind, closing = ObjectValue, '}'
	}
	p.at++
	err := p.items(closing)
	p.depth--
	p.parent = around
	if err == nil && closing == '}' {
		p.doc.supersede(i)
	}
	return err
}

// items parses what stands between brackets, the closing one included.
func (p *jsonParser) items(closing byte) error {
	for {
		if p.space(); p.at >= len(p.doc.text) {
			return errCut
		}
		if p.doc.text[p.at] == closing {
			p.at++
			return nil
		}
		if err := p.item(closing == '}'); err != nil {
			return err
		}
		if p.space(); p.at >= len(p.doc.text) {
			return errCut
		}
		switch p.doc.text[p.at] {
		case ',':
			p.at++
		case closing:
		default:
			return wrong("a comma or \"" + string(closing) + "\" is missing")
		}
	}
}

// item parses an array's item or an object's member.
func (p *jsonParser) item(member bool) error {
	if !member {
		return p.value(0)
	}
	if p.doc.text[p.at] != '"' {
		return wrong("a name in quotes is missing")
	}
	key := p.at + 1
	end := stringEnd(p.doc.text, key)
	if end < 0 {
		return errCut
	}
	p.at = end + 1
	if p.space(); p.at >= len(p.doc.text) {
		return errCut
	}
	if p.doc.text[p.at] != ':' {
		return wrong("a colon is missing after the name " + quote(p.doc.text[key:end]))
	}
	p.at++
	return p.value(uint32(key))
}

// string parses a string.
func (p *jsonParser) string(i uint32) error {
	begin := p.at + 1
	end := stringEnd(p.doc.text, begin)
	if end < 0 {
		return errCut
	}
	text := p.doc.text[begin:end]
	v := &p.doc.values[i]
	v.kind, v.start, v.end = StringValue, uint32(begin), uint32(end)
	if strings.IndexByte(text, '\\') >= 0 {
		v.flags |= escaped
	}
	p.line += strings.Count(text, "\n")
	p.at = end + 1
	return nil
}

// literal parses a number, true, false or null, or a document_id without
// quotes.
func (p *jsonParser) literal(i uint32) error {
	rest := p.doc.text[p.at:]
	n := strings.IndexAny(rest[:min(len(rest), 64)], ",]} \t\r\n")
	if n < 0 {
		n = min(len(rest), 64)
	}
	v := &p.doc.values[i]
	switch word := rest[:n]; {
	case word == "null":
		v.kind = NullValue
	case word == "true" || word == "false":
		v.kind = BoolValue
	case isNumber(word):
		v.kind = NumberValue
	case p.loose && v.key != 0 && v.name() == "document_id":
		v.kind = StringValue
		if n = strings.IndexAny(rest, "\r\n"); n < 0 {
			n = len(rest)
		}
		n = len(strings.TrimRight(strings.TrimRight(rest[:n], " \t"), ","))
	case n == len(rest) && n < 64:
		return errCut
	default:
		return wrong(quote(word) + " is no value")
	}
	v.end = v.start + uint32(n)
	p.at += n
	return nil
}

// isNumber tells whether a word is a number in JSON's form.
func isNumber(word string) bool {
	digits := strings.TrimLeft(word, "-")
	return digits != "" && digits[0] >= '0' && digits[0] <= '9' && len(word)-len(digits) < 2 &&
		strings.Trim(digits, "0123456789.eE+-") == ""
}

// space skips white space and counts lines.
func (p *jsonParser) space() {
	text := p.doc.text
	for ; p.at < len(text); p.at++ {
		switch text[p.at] {
		case '\n':
			p.line++
		case ' ', '\t', '\r':
		default:
			return
		}
	}
}

// stringEnd returns where the closing quote of a string is, -1 if it has none.
func stringEnd(text string, at int) int {
	for {
		n := strings.IndexByte(text[at:], '"')
		if n < 0 {
			return -1
		}
		backslashes := 0
		for i := at + n - 1; i >= at && text[i] == '\\'; i-- {
			backslashes++
		}
		if at += n; backslashes%2 == 0 {
			return at
		}
		at++
	}
}

// quote puts the beginning of a text between quotes.
func quote(text string) string {
	if len(text) > 40 {
		text = strings.ToValidUTF8(text[:40], "") + "…"
	}
	return `"` + text + `"`
}
