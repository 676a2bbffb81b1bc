package sheet

import (
	"context"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// isJSON takes a text that begins with an object or an array.
func isJSON(_ *content, h head) bool {
	text := strings.TrimLeft(h.text, jsonSpace)
	if text == "" || text[0] != '{' && text[0] != '[' {
		return false
	}
	inside := strings.TrimLeft(text[1:], jsonSpace)
	switch {
	case inside == "":
		return true
	case text[0] == '{':
		return inside[0] == '"' || inside[0] == '}'
	}
	literal := strings.HasPrefix(inside, "true") || strings.HasPrefix(inside, "false") || strings.HasPrefix(inside, "null")
	return literal || strings.IndexByte(`"{[]-0123456789`, inside[0]) >= 0
}

const jsonSpace = " \t\r\n"

// readJSON reads a document.
func readJSON(o *opener, c *content) error {
	bytes, err := c.text(o.ctx)
	if err != nil {
		return err
	}
	text, encoding := decode(bytes, false)
	p := jsonParser{ctx: o.ctx, doc: &document{text: text}, line: 1}
	p.expect()
	err = p.parse()
	if err == nil {
		err = p.finish()
	}
	if err != nil {
		return p.located(c.path, err)
	}
	o.add(&File{Path: c.path, Kind: JSON, Encoding: encoding, Document: &p.doc.values[0]})
	return nil
}

// A jsonParser parses a value of a text. It takes what publishers and
// Telegram Desktop write for JSON: control characters as they are or as \xNN,
// a comma after the last item, a document_id without quotes.
type jsonParser struct {
	ctx    context.Context
	doc    *document
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
	case v.key != 0 && v.name() == "document_id":
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

// supersede marks the members of an object whose name a later member has.
func (d *document) supersede(object uint32) {
	first, end := object+1, uint32(len(d.values))
	n := 0
	for i := first; i < end; i = d.values[i].next {
		n++
	}
	if n > 32 {
		d.supersedeMany(first, end)
		return
	}
	var names [32]string
	var members [32]uint32
	n = 0
	for i := first; i < end; i = d.values[i].next {
		name := d.values[i].name()
		if before := slices.Index(names[:n], name); before >= 0 {
			d.values[members[before]].flags |= superseded
			members[before] = i
			continue
		}
		names[n], members[n] = name, i
		n++
	}
}

// supersedeMany does so for an object with many members.
func (d *document) supersedeMany(first, end uint32) {
	last := map[string]uint32{}
	for i := first; i < end; i = d.values[i].next {
		name := d.values[i].name()
		if before, double := last[name]; double {
			d.values[before].flags |= superseded
		}
		last[name] = i
	}
}

func quote(text string) string { return `"` + text + `"` }

// unescape replaces the escapes of a string. \xNN, which Telegram Desktop
// writes, is the character of that number; an escape that JSON does not know
// stays as it is.
func unescape(text string) string {
	var out strings.Builder
	out.Grow(len(text))
	for {
		n := strings.IndexByte(text, '\\')
		if n < 0 || n+1 >= len(text) {
			out.WriteString(text)
			return out.String()
		}
		out.WriteString(text[:n])
		text = text[n:]
		r, length := escape(text)
		if length == 0 {
			r, length = '\\', 1
		}
		out.WriteRune(r)
		text = text[length:]
	}
}

// simpleEscapes are the escapes of one letter and what they stand for.
var simpleEscapes = map[byte]rune{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', '\'': '\''}

// escape returns the character that the escape at the beginning of text stands
// for, and the escape's length; 0 if it is none.
func escape(text string) (r rune, length int) {
	switch text[1] {
	case 'x':
		return hex(text, 2, 2)
	case 'u':
		r, length = hex(text, 2, 4)
		if utf16.IsSurrogate(r) && len(text) > length+1 && text[length] == '\\' && text[length+1] == 'u' {
			low, n := hex(text[length:], 2, 4)
			if pair := utf16.DecodeRune(r, low); n > 0 && pair != utf8.RuneError {
				return pair, length + n
			}
		}
		return r, length
	}
	if r, ok := simpleEscapes[text[1]]; ok {
		return r, 2
	}
	return 0, 0
}

// hex reads digits of text from a place on.
func hex(text string, from, digits int) (r rune, length int) {
	if len(text) < from+digits {
		return 0, 0
	}
	for _, b := range []byte(text[from : from+digits]) {
		n := strings.IndexByte("0123456789abcdef", b|0x20)
		if n < 0 || b < '0' {
			return 0, 0
		}
		r = r<<4 | rune(n)
	}
	return r, from + digits
}
