package sheet

import (
	"io"
	"strings"
)

// readTexts reads the texts that cells share.
func (w *workbook) readTexts(part string) error {
	var text []byte
	return w.each(part, func(x *xmlReader) error {
		if !x.is("si") {
			return nil
		}
		if len(w.texts) >= MaxValues {
			return tooMany(w.path, "the workbook has", MaxValues, "texts")
		}
		var err error
		text, err = richText(x, "si", text[:0])
		w.texts = append(w.texts, unescapeX(string(text)))
		return err
	})
}

// richText adds the text of an element, up to its end, to others: its runs,
// without the readings that stand above East Asian text.
func richText(x *xmlReader, element string, text []byte) ([]byte, error) {
	inText, reading := false, 0
	for {
		token, err := x.next()
		if err == io.EOF {
			return nil, x.failed(err)
		}
		if err != nil {
			return nil, err
		}
		step := 1
		switch {
		case token == xmlText && inText && reading == 0:
			if text = x.appendText(text); len(text) > MaxCell {
				return nil, &Error{File: x.path, What: "a cell is larger than " + size(int64(MaxCell)), Do: "check the workbook in a spreadsheet program"}
			}
			continue
		case token == xmlText:
			continue
		case token == xmlEnd:
			step = -1
		}
		switch {
		case x.is("t"):
			inText = token == xmlStart
		case x.is("rPh"):
			reading += step
		case token == xmlEnd && x.is(element):
			return text, nil
		}
	}
}

// unescapeX replaces the escapes of workbooks, _x000D_ for a carriage return.
func unescapeX(text string) string {
	from := strings.Index(text, "_x")
	if from < 0 {
		return text
	}
	var out strings.Builder
	for ; from >= 0; from = strings.Index(text, "_x") {
		r, n := hex(text[from:], 2, 4)
		if n == 0 || from+n >= len(text) || text[from+n] != '_' {
			r, n = '_', 0
		}
		out.WriteString(text[:from])
		out.WriteRune(r)
		text = text[from+n+1:]
	}
	return out.String() + text
}
