package sheet

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// decode returns bytes as UTF-8 and the encoding that they were taken for: a
// byte order mark says it; else what is UTF-8 throughout is UTF-8; else a few
// bytes that do not fit into UTF-8 are read as Windows-1252, one by one; else
// all are Windows-1252 or Mac Roman, whichever gives words. No byte is
// replaced or dropped. A text that is only the head of one may end within a
// character.
func decode(bytes string, head bool) (text, encoding string) {
	if order := utf16Order(bytes); order != "" {
		return decodeUTF16(bytes, order), order
	}
	bytes = strings.TrimPrefix(bytes, "\ufeff")
	if utf8.ValidString(bytes) {
		return bytes, "UTF-8"
	}
	good, bad := countUTF8(bytes)
	if head && bad < utf8.UTFMax && good > 0 || bad*10 <= good {
		return mendUTF8(bytes), fmt.Sprintf("UTF-8, %d bytes of it taken as Windows-1252", bad)
	}
	if macScore(bytes) > windowsScore(bytes) {
		return decodeBytes(charmap.Macintosh, bytes), "Mac Roman"
	}
	return decodeBytes(charmap.Windows1252, bytes), "Windows-1252"
}

// utf16Order tells by its mark, or by the zeros beside the letters of its
// first words, whether text is UTF-16, and in which order its bytes are.
func utf16Order(bytes string) string {
	switch {
	case strings.HasPrefix(bytes, "\xff\xfe"):
		return "UTF-16LE"
	case strings.HasPrefix(bytes, "\xfe\xff"):
		return "UTF-16BE"
	case len(bytes) < 8 || len(bytes)%2 != 0 && len(bytes) < headSize:
		return ""
	}
	var zeros [2]int
	n := min(len(bytes), 64)
	for i := range n {
		if bytes[i] == 0 {
			zeros[i%2]++
		}
	}
	switch {
	case zeros[0] == 0 && zeros[1]*10 >= n/2*9:
		return "UTF-16LE"
	case zeros[1] == 0 && zeros[0]*10 >= n/2*9:
		return "UTF-16BE"
	}
	return ""
}

func decodeUTF16(bytes, order string) string {
	little := 0
	if order == "UTF-16LE" {
		little = 1
	}
	var text strings.Builder
	text.Grow(len(bytes) / 2)
	unit := func(i int) rune { return rune(bytes[i+little])<<8 | rune(bytes[i+1-little]) }
	for i := 0; i+1 < len(bytes); i += 2 {
		r := unit(i)
		if utf16.IsSurrogate(r) && i+3 < len(bytes) {
			if pair := utf16.DecodeRune(r, unit(i+2)); pair != unicode.ReplacementChar {
				r, i = pair, i+2
			}
		}
		if r != 0xfeff || i > 0 {
			text.WriteRune(r)
		}
	}
	return text.String()
}

// countUTF8 counts the characters beyond ASCII that are UTF-8 and the bytes
// that are not.
func countUTF8(bytes string) (good, bad int) {
	for i := 0; i < len(bytes); {
		if bytes[i] < utf8.RuneSelf {
			i++
			continue
		}
		_, n := utf8.DecodeRuneInString(bytes[i:])
		if n > 1 {
			good++
		} else {
			bad++
		}
		i += n
	}
	return good, bad
}

func mendUTF8(bytes string) string {
	var text strings.Builder
	text.Grow(len(bytes) + len(bytes)/16)
	for i := 0; i < len(bytes); {
		r, n := utf8.DecodeRuneInString(bytes[i:])
		if r == utf8.RuneError && n == 1 {
			text.WriteRune(charmap.Windows1252.DecodeByte(bytes[i]))
		} else {
			text.WriteString(bytes[i : i+n])
		}
		i += n
	}
	return text.String()
}

func decodeBytes(c *charmap.Charmap, bytes string) string {
	var text strings.Builder
	text.Grow(len(bytes) + len(bytes)/16)
	for i := range len(bytes) {
		text.WriteRune(c.DecodeByte(bytes[i]))
	}
	return text.String()
}

func macScore(bytes string) int     { return score(charmap.Macintosh, bytes) }
func windowsScore(bytes string) int { return score(charmap.Windows1252, bytes) }

// score tells how well the bytes beyond ASCII read in an encoding: a letter of
// the right case beside letters speaks for it, a sign within a word, a control
// character and a capital after a small letter speak against it.
func score(c *charmap.Charmap, bytes string) int {
	points := 0
	for i := range min(len(bytes), 1<<20) {
		if bytes[i] < utf8.RuneSelf {
			continue
		}
		r := c.DecodeByte(bytes[i])
		before := i > 0 && letter(bytes[i-1])
		within := before && i+1 < len(bytes) && letter(bytes[i+1])
		switch {
		case unicode.IsControl(r):
			points -= 10
		case unicode.IsUpper(r) && i > 0 && bytes[i-1] >= 'a' && bytes[i-1] <= 'z':
			points--
		case unicode.IsLetter(r):
			points++
		case within && r != '’':
			points -= 2
		}
	}
	return points
}

func letter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }
