package sheet

import (
	"strings"
	"unicode/utf8"
)

// parseFormat reads a format code: "#,##0.00;(#,##0.00)", "d mmm yyyy".
func parseFormat(code string) numberFormat {
	if code == "" || strings.EqualFold(code, "General") || len(code) > 1000 {
		return nil
	}
	var f numberFormat
	p := formatParser{rest: code}
	for more := true; more && len(f) < 3; {
		var s formatSection
		s, more = p.section()
		f = append(f, s)
	}
	return f
}

// A formatParser parses a format code.
type formatParser struct {
	rest string
	formatSection
}

// section reads up to the next semicolon, and tells whether one was there.
func (p *formatParser) section() (s formatSection, more bool) {
	p.formatSection = formatSection{}
	for p.rest != "" {
		if p.rest[0] == ';' {
			p.rest = p.rest[1:]
			return p.finish(), true
		}
		p.token()
	}
	return p.finish(), false
}

// finish decides what a section's tokens make.
func (p *formatParser) finish() formatSection {
	digits := 0
	for _, token := range p.tokens {
		switch token.kind {
		case digitsToken:
			digits++
		case dateToken, elapsedToken, halfToken:
			p.date = true
		}
	}
	p.plain = p.plain || !p.date && digits > 1 || len(p.tokens) == 0
	return p.formatSection
}

// token reads the next token.
func (p *formatParser) token() {
	b := p.rest[0]
	lower := b | 0x20
	switch {
	case b == '"':
		p.take(literalToken, quotedLength(p.rest))
	case (b == '\\' || b == '_' || b == '*') && len(p.rest) > 1:
		p.escaped(b)
	case b == '[':
		p.bracket()
	case strings.IndexByte("0#?", b) >= 0 || b == '.' && len(p.rest) > 1 && strings.IndexByte("0#?", p.rest[1]) >= 0:
		p.digits()
	case b == '%':
		p.take(percentToken, 1)
	case b == '@' || b == '/' && !p.hasDate():
		p.plain = true
		p.rest = p.rest[1:]
	case strings.HasPrefix(strings.ToUpper(p.rest), "AM/PM"):
		p.take(halfToken, 5)
	case strings.HasPrefix(strings.ToUpper(p.rest), "GENERAL"):
		p.plain = true
		p.rest = p.rest[7:]
	case strings.IndexByte("ymdhs", lower) >= 0:
		n := 1
		for n < len(p.rest) && p.rest[n]|0x20 == lower {
			n++
		}
		p.tokens = append(p.tokens, formatToken{dateToken, strings.Repeat(string(lower), n)})
		p.rest = p.rest[n:]
	default:
		p.take(literalToken, 1)
	}
}

func (p *formatParser) hasDate() bool {
	for _, token := range p.tokens {
		if token.kind == dateToken {
			return true
		}
	}
	return false
}

// take takes n bytes as a token; a literal without its quotes.
func (p *formatParser) take(kind tokenKind, n int) {
	text := p.rest[:n]
	if text[0] == '"' {
		text = strings.Trim(text, `"`)
	}
	p.tokens = append(p.tokens, formatToken{kind, text})
	p.rest = p.rest[n:]
}

// escaped reads \x, a literal; _x, a gap of that width, and *x, a filling,
// which show nothing that counts.
func (p *formatParser) escaped(b byte) {
	_, size := utf8.DecodeRuneInString(p.rest[1:])
	if b == '\\' {
		p.tokens = append(p.tokens, formatToken{literalToken, p.rest[1 : 1+size]})
	}
	p.rest = p.rest[1+size:]
}

// bracket reads a colour, a language, a currency, elapsed time or a condition.
func (p *formatParser) bracket() {
	end := strings.IndexByte(p.rest, ']')
	if end < 0 {
		p.plain, p.rest = true, ""
		return
	}
	inside := strings.ToLower(p.rest[1:end])
	p.rest = p.rest[end+1:]
	switch {
	case inside != "" && strings.Trim(inside, inside[:1]) == "" && strings.Contains("hms", inside[:1]):
		p.tokens = append(p.tokens, formatToken{elapsedToken, inside})
	case strings.HasPrefix(inside, "$-f800"):
		p.tokens, p.rest = isoTokens, p.rest[len(p.rest):]
	case strings.HasPrefix(inside, "$"):
		currency, _, _ := strings.Cut(inside[1:], "-")
		p.tokens = append(p.tokens, formatToken{literalToken, strings.ToUpper(currency)})
	case strings.ContainsAny(inside, "<>="):
		p.plain = true
	}
}

// isoTokens write a date in ISO's form.
var isoTokens = []formatToken{{dateToken, "yyyy"}, {literalToken, "-"}, {dateToken, "mm"}, {literalToken, "-"}, {dateToken, "dd"}}

// digits reads the pattern of a number.
func (p *formatParser) digits() {
	if p.hasDate() {
		n := len(p.rest) - len(strings.TrimLeft(p.rest, ".0"))
		p.rest = p.rest[max(n, 1):]
		return
	}
	n := 0
	for n < len(p.rest) && strings.IndexByte("0#?.,", p.rest[n]) >= 0 {
		n++
	}
	for _, sign := range []string{"E+", "E-", "e+", "e-"} {
		if strings.HasPrefix(p.rest[n:], sign) {
			for n += 2; n < len(p.rest) && p.rest[n] == '0'; n++ {
			}
			break
		}
	}
	p.tokens = append(p.tokens, formatToken{digitsToken, strings.ToUpper(p.rest[:n])})
	p.rest = p.rest[n:]
}

// quotedLength returns the length of a literal with its quotes.
func quotedLength(text string) int {
	if n := strings.IndexByte(text[1:], '"'); n >= 0 {
		return n + 2
	}
	return len(text)
}
