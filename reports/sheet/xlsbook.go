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
	tables  []*Table
	codes   map[int]string // of number formats, by their ids
	styles  []int          // the ids that cells' styles name
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
	w.codes = map[int]string{}
	for r, ok := w.record(begin.next); r.kind != biffEnd; r, ok = w.record(r.next) {
		if !ok {
			return nil, w.cut()
		}
		if err := w.shared(r); err != nil {
			return nil, err
		}
	}
	if len(w.tables) == 0 {
		return nil, &Error{File: w.path, What: "the workbook has no sheet with cells", Do: givePublished}
	}
	for _, id := range w.styles {
		code, own := w.codes[id]
		if !own {
			code = builtinFormats[id]
		}
		w.formats = append(w.formats, parseFormat(code))
	}
	return w.tables, nil
}

// shared reads a record that stands before the sheets.
func (w *xlsBook) shared(r biffRecord) error {
	switch r.kind {
	case biffLocked:
		return lockedWorkbook(w.path)
	case biffDateMode:
		w.is1904 = len(r.data) > 0 && r.data[0] == 1
	case biffStyle:
		if len(r.data) >= 4 {
			w.styles = append(w.styles, int(endian.LittleEndian.Uint16(r.data[2:])))
		}
	case biffFormat:
		w.addFormat(r)
	case biffTexts:
		return w.addTexts(r)
	case biffSheet:
		return w.addSheet(r)
	}
	return nil
}

func (w *xlsBook) cut() error { return cutWorkbook(w.path, nil) }

// addSheet adds a sheet that the workbook lists, unless it has no cells: a
// chart, a macro.
func (w *xlsBook) addSheet(r biffRecord) error {
	if len(r.data) < 8 || r.data[5] != 0 {
		return nil
	}
	if len(w.tables) == MaxSheets {
		return tooMany(w.path, "the workbook has", MaxSheets, "sheets")
	}
	data := biffData{pieces: [][]byte{r.data[6:]}}
	name, err := data.text(1)
	if err != nil {
		return w.cut()
	}
	s := xlsSheet{xlsBook: w, name: name, at: int(endian.LittleEndian.Uint32(r.data))}
	w.tables = append(w.tables, NewTable(name, s.rows))
	return nil
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
