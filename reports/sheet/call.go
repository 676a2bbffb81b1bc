package sheet

import (
	"context"
	"errors"
	"strings"
)

// A Call is data that a page embeds in a script: renderGraph('chart', {…}), or
// var chart = {…}, or the content of <script type="application/json">.
type Call struct {
	Function string // renderGraph; "" if it is no call
	Name     string // the first argument if it is a string, the variable, or the script's id
	Value    *Value // nil with Err
	Line     int
	Err      error // the data is cut, or is no JSON
}

// pageCalls returns the data in a page's scripts.
func pageCalls(ctx context.Context, path string, page *Element) []Call {
	var calls []Call
	for _, script := range page.All(Tagged("script")) {
		kind := strings.ToLower(script.Attr["type"])
		data := kind == "application/json" || kind == "application/ld+json"
		for _, source := range script.Children {
			if data {
				call := Call{Name: script.Attr["id"], Line: source.Line}
				p, err := embedded(ctx, source, 0, source.Line)
				if call.Err = err; err != nil {
					call.Err = p.located(path, err)
				} else {
					call.Value = &p.doc.values[0]
				}
				calls = append(calls, call)
				continue
			}
			s := scriptScanner{ctx: ctx, path: path, source: source, line: source.Line}
			calls = append(calls, s.calls()...)
		}
	}
	return calls
}

// embedded parses the value that begins at a place of a script.
func embedded(ctx context.Context, source *Element, at, line int) (*jsonParser, error) {
	p := &jsonParser{ctx: ctx, doc: &document{text: source.Text}, at: at, line: line}
	return p, p.parse()
}

// A scriptScanner finds the data in a script. It knows strings and comments of
// JavaScript, not its grammar.
type scriptScanner struct {
	ctx    context.Context
	path   string
	source *Element
	at     int
	line   int
	word   string // the last identifier, dots included
	assign bool   // an = follows it
}

func (s *scriptScanner) calls() []Call {
	var calls []Call
	for s.at < len(s.source.Text) && s.ctx.Err() == nil {
		before := s.at
		if call, ok := s.step(); ok {
			calls = append(calls, call)
		}
		s.at = max(s.at, before+1)
	}
	return calls
}

// step takes the next word, sign, string or comment.
func (s *scriptScanner) step() (call Call, found bool) {
	rest := s.source.Text[s.at:]
	switch b := rest[0]; {
	case isWord(b):
		n := 1
		for n < len(rest) && (isWord(rest[n]) || rest[n] == '.') {
			n++
		}
		s.word, s.assign = rest[:n], false
		s.at += n
	case b == '\'' || b == '"' || b == '`':
		s.skip(stringLength(rest))
		s.word = ""
	case strings.HasPrefix(rest, "//"):
		s.skip(lengthTo(rest, "\n"))
	case strings.HasPrefix(rest, "/*"):
		s.skip(lengthTo(rest, "*/"))
	case b == '(' && s.word != "":
		return s.call()
	case b == '=' && s.word != "" && !strings.HasPrefix(rest, "=="):
		s.assign = true
		s.at++
	case (b == '{' || b == '[') && s.assign:
		return s.data(Call{Name: s.word[strings.LastIndexByte(s.word, '.')+1:], Line: s.line})
	case b == ' ' || b == '\t' || b == '\r' || b == '\n':
		s.skip(1)
	default:
		s.word, s.assign = "", false
		s.at++
	}
	return Call{}, false
}

// call reads the arguments of a call up to the first object or array.
func (s *scriptScanner) call() (call Call, found bool) {
	call = Call{Function: s.word, Line: s.line}
	s.word, s.assign = "", false
	s.at++
	s.space()
	if rest := s.source.Text[s.at:]; rest != "" && (rest[0] == '\'' || rest[0] == '"') {
		n := stringLength(rest)
		if call.Name = unescape(strings.Trim(rest[:n], `'"`)); n == len(rest) {
			call.Err = &Error{File: s.path, Line: s.line, What: errCut.what, Do: errCut.do, Err: errCut}
			return call, true
		}
		s.skip(n)
		s.space()
		if !strings.HasPrefix(s.source.Text[s.at:], ",") {
			return call, false
		}
		s.at++
		s.space()
	}
	if rest := s.source.Text[s.at:]; rest == "" || rest[0] != '{' && rest[0] != '[' {
		return call, false
	}
	return s.data(call)
}

// data parses the value at the scanner's place into the call. What is no JSON
// is code; it counts only if it is cut, or if the call has a name.
func (s *scriptScanner) data(call Call) (c Call, found bool) {
	p, err := embedded(s.ctx, s.source, s.at, s.line)
	s.word, s.assign = "", false
	var wrong *jsonError
	if errors.As(err, &wrong) {
		s.at++
		call.Err = p.located(s.path, err)
		return call, wrong == errCut || call.Function != "" && call.Name != ""
	}
	s.at, s.line = p.at, p.line
	call.Value, call.Err = &p.doc.values[0], err
	return call, true
}

func (s *scriptScanner) skip(n int) {
	s.line += strings.Count(s.source.Text[s.at:s.at+n], "\n")
	s.at += n
}

func (s *scriptScanner) space() {
	rest := s.source.Text[s.at:]
	s.skip(len(rest) - len(strings.TrimLeft(rest, jsonSpace)))
}

func isWord(b byte) bool { return letter(b) || b == '_' || b == '$' || b >= '0' && b <= '9' }

// stringLength returns the length of the string that text begins with, its
// quotes included; 1 if its line ends before it does.
func stringLength(text string) int {
	for i := 1; i < len(text); i++ {
		switch {
		case text[i] == '\\':
			i++
		case text[i] == text[0]:
			return i + 1
		case text[i] == '\n' && text[0] != '`':
			return 1
		}
	}
	return len(text)
}

// lengthTo returns the length of text up to and with its end.
func lengthTo(text, end string) int {
	if n := strings.Index(text, end); n >= 0 {
		return n + len(end)
	}
	return len(text)
}
