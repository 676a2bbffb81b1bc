package assets

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// errorPatterns are those of what errors say, but for the sentence's frame. An
// error may be a problem of which nothing else could be read.
var errorPatterns = sync.OnceValue(func() patterns {
	return slices.DeleteFunc(patternsOf("errors", "problems"), func(p pattern) bool {
		switch p.key {
		case "error.sentence", "error.advice", "error.line", "error.row", "error.column":
			return true
		}
		return false
	})
})

// Error writes an error of a file, a server or the library in the words'
// language. The packages that read say in English "place: what is wrong; what
// to do"; what no text of errors.en.json fits stays so.
func (w *Words) Error(err error) string { return w.errorText(err.Error()) }

func (w *Words) errorText(text string) string {
	if w.Lang == "en" {
		return text
	}
	if said, known := w.advice(text); known {
		return said
	}
	for at, end := 0, 0; ; at = end + len(": ") {
		n := strings.Index(text[at:], ": ")
		if n < 0 {
			return text
		}
		end = at + n
		if said, known := w.advice(text[end+len(": "):]); known {
			return w.Say("error.sentence", "place", w.errorPlace(text[:end]), "what", said)
		}
	}
}

// advice writes what is wrong, and what to do if the text says that.
func (w *Words) advice(text string) (said string, known bool) {
	for cut := strings.LastIndex(text, "; "); cut >= 0; cut = strings.LastIndex(text[:cut], "; ") {
		what, known := w.phrase(text[:cut])
		do, advised := w.phrase(text[cut+len("; "):])
		if known && advised {
			return w.Say("error.advice", "what", what, "do", do), true
		}
	}
	return w.phrase(text)
}

// phrase writes one of the texts of errors.*.json.
func (w *Words) phrase(text string) (said string, known bool) {
	key, args, known := errorPatterns().find(text)
	if !known {
		return text, false
	}
	for i := 0; i < len(args); i += 2 {
		args[i+1] = w.errorPart(args[i].(string), args[i+1].(string))
	}
	return w.Say(key, args...), true
}

// errorPart writes what a phrase leaves open: a reason, a kind of file or the
// name of a mapping, which are phrases again, a number, a size, or a name as it stands.
func (w *Words) errorPart(name, text string) string {
	switch name {
	case "why", "other", "kind", "mapping":
		return w.errorText(text)
	case "size", "most":
		said, _ := w.phrase(text)
		return said
	}
	if n, err := strconv.ParseFloat(strings.ReplaceAll(text, ",", ""), 64); err == nil && name == "n" {
		return w.Number(n)
	}
	return w.requoted(text)
}

var (
	placeStep = regexp.MustCompile(`^(line|row|column) (\w+)$`)
	asked     = regexp.MustCompile(`^(open|read|write|stat|lstat|mkdir|rename|remove|readdirent|truncate|sync|close) `)
)

// errorPlace writes a place: "report.csv › row 3 › column B".
func (w *Words) errorPlace(place string) string {
	const between = " › "
	steps := strings.Split(asked.ReplaceAllString(place, ""), between)
	for i := 1; i < len(steps); i++ {
		if m := placeStep.FindStringSubmatch(steps[i]); m != nil {
			steps[i] = w.Say("error."+m[1], "n", w.errorPart("n", m[2]), "name", m[2])
		}
	}
	return strings.Join(steps, between)
}
