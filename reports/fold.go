package reports

import (
	"strings"
	"unicode"
)

// fold reduces a text to what tells names apart: lower-case letters without
// accents, and digits; words are separated by one space, "&" is "and", and a
// leading "the" is left out.
func fold(text string) string {
	var b strings.Builder
	space := false
	write := func(s string) {
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteString(s)
	}
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == '&':
			space = true
			write("and")
			space = true
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			write(plain(unicode.ToLower(r)))
		default:
			space = true
		}
	}
	return strings.TrimPrefix(b.String(), "the ")
}

// plainLetters are the letters that an accented one stands for, for the
// scripts in which the names of areas are written.
var plainLetters = map[string]string{
	"a": "àáâãäåāăą", "c": "çćĉċč", "d": "ďđ", "e": "èéêëēĕėęěẽ", "g": "ĝğġģ", "h": "ĥħ",
	"i": "ìíîïĩīĭįı", "j": "ĵ", "k": "ķ", "l": "ĺļľł", "n": "ñńņň", "o": "òóôõöøōŏő",
	"r": "ŕŗř", "s": "śŝşšș", "t": "ţťțŧ", "u": "ùúûüũūŭůűų", "w": "ŵ", "y": "ýÿŷ", "z": "źżž",
	"ae": "æ", "oe": "œ", "ss": "ß",
}

var plainOf = makePlain()

func makePlain() map[rune]string {
	m := map[rune]string{}
	for letter, accented := range plainLetters {
		for _, r := range accented {
			m[r] = letter
		}
	}
	return m
}

func plain(r rune) string {
	if s, ok := plainOf[r]; ok {
		return s
	}
	return string(r)
}
