package sheet

import (
	"bytes"
	"math"
	"strconv"
	"strings"
	"time"
)

// cell reads the cell whose start tag was read last, up to its end.
func (r *odsReader) cell() (Cell, error) {
	kind := string(r.xml.raw("value-type"))
	value := r.xml.attribute(odsValues[kind])
	r.text = r.text[:0]
	for first := true; ; {
		token, err := r.xml.next()
		switch {
		case err != nil:
			return Cell{}, r.xml.failed(err)
		case token == xmlEnd:
			return odsCell(kind, value, strings.ToValidUTF8(string(r.text), "\ufffd")), nil
		case token == xmlText:
			continue
		case !r.xml.is("p"):
			err = r.xml.skip() // a comment, a picture
		default:
			if !first {
				r.text = append(r.text, '\n')
			}
			first = false
			err = r.paragraph()
		}
		if err != nil {
			return Cell{}, err
		}
	}
}

// paragraph adds the text of a paragraph, up to its end.
func (r *odsReader) paragraph() error {
	begin := len(r.text)
	for depth := 1; depth > 0; {
		token, err := r.xml.next()
		switch {
		case err != nil:
			return r.xml.failed(err)
		case token == xmlEnd:
			depth--
			continue
		case token == xmlText:
			r.collapse(begin)
		case r.xml.is("annotation") || r.xml.is("note") || r.xml.is("ruby-text") || r.xml.is("frame"):
			if err := r.xml.skip(); err != nil {
				return err
			}
			continue
		default:
			depth++
			r.sign()
		}
		if len(r.text) > MaxCell {
			return r.wrong("a cell is larger than " + size(int64(MaxCell)))
		}
	}
	return nil
}

// sign adds what an element within a paragraph stands for.
func (r *odsReader) sign() {
	switch {
	case r.xml.is("s"):
		n := min(repeated(r.xml.raw("c")), MaxCell)
		r.text = append(r.text, bytes.Repeat([]byte{' '}, n)...)
	case r.xml.is("tab"):
		r.text = append(r.text, '\t')
	case r.xml.is("line-break"):
		r.text = append(r.text, '\n')
	}
}

// collapse adds the last text; white space in it is one space, and none where
// the paragraph begins.
func (r *odsReader) collapse(begin int) {
	from := len(r.text)
	r.text = r.xml.appendText(r.text)
	kept := r.text[:from]
	for _, b := range r.text[from:] {
		switch {
		case b != ' ' && b != '\t' && b != '\n':
			kept = append(kept, b)
		case len(kept) > begin && kept[len(kept)-1] != ' ':
			kept = append(kept, ' ')
		}
	}
	r.text = kept
}

// odsValues are the attributes that hold the value of a kind of cell.
var odsValues = map[string]string{
	"float": "value", "percentage": "value", "currency": "value",
	"date": "date-value", "time": "time-value", "boolean": "boolean-value", "string": "string-value",
}

// odsCell returns the cell of a value and the text that shows it; either may
// be missing.
func odsCell(kind, value, shown string) Cell {
	cell := textCell(shown)
	switch n, err := strconv.ParseFloat(value, 64); kind {
	case "float", "currency", "percentage":
		if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
			break
		}
		cell = Cell{Text: general(n), Kind: Number, Number: n}
		if kind == "percentage" {
			cell.Text = general(n*100) + "%"
		}
	case "date":
		cell = isoDate(value)
	case "time":
		if d, ok := isoDuration(value); ok {
			cell = Cell{Text: value, Kind: Date, Number: d.Hours() / 24}
		}
	case "boolean":
		cell = Cell{"FALSE", Bool, 0}
		if value == "true" {
			cell = Cell{"TRUE", Bool, 1}
		}
		return cell
	case "string":
		if shown == "" {
			cell = textCell(strings.ToValidUTF8(value, "\ufffd"))
		}
	}
	if shown != "" {
		cell.Text = shown
	}
	return cell
}

// isoDuration reads a time of day as OpenDocument writes it: PT14H05M00S.
func isoDuration(text string) (time.Duration, bool) {
	text, ok := strings.CutPrefix(text, "PT")
	d, err := time.ParseDuration(strings.ToLower(text))
	return d, ok && err == nil
}
