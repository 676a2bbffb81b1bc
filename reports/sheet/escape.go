package sheet

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

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
