package sheet

import (
	"strings"
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
	p := jsonParser{ctx: o.ctx, doc: &document{text: text}, loose: true, line: 1}
	p.expect()
	err = p.parse()
	if err == nil {
		err = p.finish()
	}
	if err != nil {
		return p.located(c.path, err)
	}
	o.add(&File{Path: c.path, Kind: JSON, Encoding: encoding, Document: &p.doc.values[0], text: text})
	return nil
}
