package sheet

import (
	"context"
	endian "encoding/binary"
)

// An xlsBook is a workbook of Excel 97, and what its sheets share.
type xlsBook struct {
	ctx     context.Context
	path    string
	records []byte
	is1904  bool // days count from 1904-01-01
	texts   []string
	codes   map[int]string // of number formats
	formats []numberFormat // by a cell's style
}

// sheets reads what stands before the sheets, and returns these.
func (w *xlsBook) sheets() ([]*Table, error) {
	begin, ok := w.record(0)
	if !ok || begin.kind != biffBegin || len(begin.data) < 4 {
		return nil, w.cut()
	}
	if version := endian.LittleEndian.Uint16(begin.data); version != 0x0600 {
		return nil, &Error{File: w.path, What: "it is a workbook of Excel 95 or older", Do: saveAsXLSX}
	}
	var tables []*Table
	var styles []int
	w.codes = map[int]string{}
	for r, ok := w.record(begin.next); ; r, ok = w.record(r.next) {
		if !ok {
			return nil, w.cut()
		}
		if r.kind == biffEnd {
			break
		}
		switch r.kind {
		case biffLocked:
			return nil, lockedWorkbook(w.path)
		case biffDateMode:
			w.is1904 = len(r.data) > 0 && r.data[0] == 1
		case biffStyle:
			if len(r.data) >= 4 {
				styles = append(styles, int(endian.LittleEndian.Uint16(r.data[2:])))
			}
		case biffFormat:
			w.addFormat(r)
		case biffTexts:
			if err := w.addTexts(r); err != nil {
				return nil, err
			}
		case biffSheet:
			if table := w.sheet(r); table != nil {
				tables = append(tables, table)
			}
		}
	}
	if len(tables) == 0 {
		return nil, &Error{File: w.path, What: "the workbook has no sheet with cells", Do: givePublished}
	}
	for _, id := range styles {
		code, own := w.codes[id]
		if !own {
			code = builtinFormats[id]
		}
		w.formats = append(w.formats, parseFormat(code))
	}
	return tables, nil
}

func (w *xlsBook) cut() error { return cutWorkbook(w.path, nil) }

// sheet returns a sheet that the workbook lists; nil for one without cells: a
// chart, a macro.
func (w *xlsBook) sheet(r biffRecord) *Table {
	if len(r.data) < 8 || r.data[5] != 0 {
		return nil
	}
	name := biffData{pieces: [][]byte{r.data[6:]}}
	text, err := name.text(1)
	if err != nil {
		return nil
	}
	s := xlsSheet{xlsBook: w, name: text, at: int(endian.LittleEndian.Uint32(r.data))}
	return NewTable(text, s.rows)
}

// addFormat adds a number format.
func (w *xlsBook) addFormat(r biffRecord) {
	d := biffData{pieces: [][]byte{r.data}}
	id, err := d.number(2)
	if err != nil {
		return
	}
	if code, err := d.text(2); err == nil {
		w.codes[id] = code
	}
}

// addTexts adds the texts that cells share. Some programs write more of them
// than they say.
func (w *xlsBook) addTexts(r biffRecord) error {
	d := w.continued(r)
	if err := d.skip(4); err != nil {
		return w.cut()
	}
	count, err := d.number(4)
	if err != nil {
		return w.cut()
	}
	for len(w.texts) < count || d.fill() == nil {
		if max(count, len(w.texts)) > MaxValues {
			return tooMany(w.path, "the workbook has", MaxValues, "texts")
		}
		text, err := d.text(2)
		if err != nil && len(w.texts) >= count {
			return nil
		}
		if err != nil {
			return w.cut()
		}
		w.texts = append(w.texts, text)
	}
	return nil
}
