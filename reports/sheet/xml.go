package sheet

import (
	"bufio"
	"bytes"
	"html"
	"io"
)

// An xmlReader reads the tags and texts of XML, one after the other. It knows
// no entities but the five of XML and those by number: a DOCTYPE, which could
// declare others, is refused. Names come without their namespace.
type xmlReader struct {
	path   string
	from   *bufio.Reader
	buffer []byte
	kept   []byte // what is longer than a read
	tag    []byte // of the last start or end tag, its attributes included
	name   []byte
	empty  bool // an end follows the start tag of an empty element
	began  bool
}

// An xmlToken is what an xmlReader met.
type xmlToken int

const (
	xmlStart xmlToken = iota
	xmlEnd
	xmlText // its text is in buffer
)

func newXMLReader(path string, from io.Reader) *xmlReader {
	return &xmlReader{path: path, from: bufio.NewReaderSize(from, 64<<10)}
}

// next reads up to the next tag or text; io.EOF at the end.
func (x *xmlReader) next() (xmlToken, error) {
	if x.empty {
		x.empty = false
		return xmlEnd, nil
	}
	for {
		if err := x.until('<'); err != nil && (err != io.EOF || len(bytes.TrimSpace(x.buffer)) > 0) {
			return 0, x.failed(err)
		} else if err != nil {
			return 0, io.EOF
		}
		if text := x.buffer[:len(x.buffer)-1]; len(text) > 0 {
			if err := x.from.UnreadByte(); err != nil {
				return 0, err
			}
			x.buffer = text
			return xmlText, nil
		}
		if token, found, err := x.markup(); found || err != nil {
			return token, err
		}
	}
}

// markup reads what follows a "<".
func (x *xmlReader) markup() (token xmlToken, found bool, err error) {
	if err := x.until('>'); err != nil {
		return 0, false, x.failed(err)
	}
	switch tag := x.buffer; {
	case tag[0] == '?':
		return 0, false, nil
	case bytes.HasPrefix(tag, []byte("!--")):
		return 0, false, x.through([]byte("-->"))
	case bytes.HasPrefix(tag, []byte("![CDATA[")):
		err := x.through([]byte("]]>"))
		x.buffer = escapeCDATA(bytes.TrimSuffix(bytes.TrimPrefix(x.buffer, []byte("![CDATA[")), []byte("]]>")))
		return xmlText, true, err
	case tag[0] == '!':
		return 0, false, &Error{File: x.path, What: "it declares entities of its own, which no workbook needs", Do: "it is a trap: take the file from its publisher"}
	case tag[0] == '/':
		x.setTag(tag[1 : len(tag)-1])
		return xmlEnd, true, nil
	}
	if err := x.values(); err != nil {
		return 0, false, x.failed(err)
	}
	tag := x.buffer[:len(x.buffer)-1]
	if x.empty = len(tag) > 0 && tag[len(tag)-1] == '/'; x.empty {
		tag = tag[:len(tag)-1]
	}
	x.setTag(tag)
	return xmlStart, true, nil
}

// values reads on while the tag ends within an attribute's value.
func (x *xmlReader) values() error {
	open := byte(0)
	for at := 0; ; {
		for ; at < len(x.buffer); at++ {
			switch b := x.buffer[at]; {
			case open == 0 && (b == '"' || b == '\''):
				open = b
			case b == open:
				open = 0
			}
		}
		if open == 0 {
			return nil
		}
		if err := x.more('>'); err != nil {
			return err
		}
	}
}

// escapeCDATA writes literal text as other texts stand in a file.
func escapeCDATA(text []byte) []byte { return []byte(html.EscapeString(string(text))) }

func (x *xmlReader) setTag(tag []byte) {
	x.tag = tag
	n := 0
	for n < len(tag) && tag[n] > ' ' {
		n++
	}
	x.name = lastName(tag[:n])
}

// until reads up to and with a sign into the buffer.
func (x *xmlReader) until(sign byte) error {
	piece, err := x.from.ReadSlice(sign)
	x.buffer = piece
	if err == nil {
		return nil
	}
	x.keep()
	if err == bufio.ErrBufferFull {
		return x.more(sign)
	}
	return err
}

// keep moves the buffer out of the way of further reading.
func (x *xmlReader) keep() {
	if len(x.buffer) == 0 || len(x.kept) == 0 || &x.buffer[0] != &x.kept[0] {
		x.kept = append(x.kept[:0], x.buffer...)
	}
	x.buffer = x.kept
}

// more reads on, after what the buffer holds.
func (x *xmlReader) more(sign byte) error {
	x.keep()
	for {
		piece, err := x.from.ReadSlice(sign)
		x.kept = append(x.kept, piece...)
		x.buffer = x.kept
		if len(x.kept) > MaxCell {
			return &Error{File: x.path, What: "a cell is larger than " + size(int64(MaxCell)), Do: "check the workbook in a spreadsheet program"}
		}
		if err != bufio.ErrBufferFull {
			return err
		}
	}
}

// through reads on to the end of a comment or a literal text.
func (x *xmlReader) through(end []byte) error {
	for !bytes.HasSuffix(x.buffer, end) {
		if err := x.more('>'); err != nil {
			return x.failed(err)
		}
	}
	return nil
}

func (x *xmlReader) failed(err error) error {
	if err == io.EOF {
		return &Error{File: x.path, What: "the workbook is cut or damaged", Do: "download it again", Err: io.ErrUnexpectedEOF}
	}
	return err
}

// is tells whether the last tag has that name.
func (x *xmlReader) is(name string) bool { return string(x.name) == name }

// appendText adds the last text to others, entities decoded; every line in it
// ends with LF.
func (x *xmlReader) appendText(to []byte) []byte {
	text := x.buffer
	if bytes.IndexByte(text, '\r') >= 0 {
		text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
		text = bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
	}
	if bytes.IndexByte(text, '&') >= 0 {
		return append(to, html.UnescapeString(string(text))...)
	}
	return append(to, text...)
}

func plain(text []byte) string {
	if bytes.IndexByte(text, '&') < 0 {
		return string(text)
	}
	return html.UnescapeString(string(text))
}

// attribute returns the value of an attribute of the last start tag, whatever
// its namespace.
func (x *xmlReader) attribute(name string) string { return plain(x.raw(name)) }

// raw returns an attribute's value as it stands.
func (x *xmlReader) raw(name string) []byte {
	rest := x.tag
	for {
		n := bytes.IndexByte(rest, '=')
		if n < 0 {
			return nil
		}
		key := lastName(rest[:n])
		for rest = rest[n+1:]; len(rest) > 0 && rest[0] <= ' '; {
			rest = rest[1:]
		}
		if len(rest) == 0 || rest[0] != '"' && rest[0] != '\'' {
			return nil
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return nil
		}
		if string(key) == name {
			return rest[1 : 1+end]
		}
		rest = rest[end+2:]
	}
}

// lastName returns the name that text ends with, without its namespace.
func lastName(text []byte) []byte {
	for len(text) > 0 && text[len(text)-1] <= ' ' {
		text = text[:len(text)-1]
	}
	n := len(text)
	for n > 0 && text[n-1] > ' ' && text[n-1] != ':' {
		n--
	}
	return text[n:]
}
