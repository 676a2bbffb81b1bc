package export

import (
	"bufio"
	"encoding/json"
	"io"
	"iter"
	"math"
	"strings"

	"vitrine/reports"
)

// WriteJSON writes the numbers of an answer as an array of objects, one on a
// line, with the names of Columns in their order. What a number does not have
// is null; a range without an upper end has "inf" as its high.
func WriteJSON(w io.Writer, a reports.Answer) error {
	return WriteRecordsJSON(w, Records(a))
}

// WriteRecordsJSON writes records as WriteJSON does, holding one at a time.
func WriteRecordsJSON(w io.Writer, records iter.Seq2[Record, error]) error {
	out := newObjects(w, Columns)
	for r, err := range records {
		if err != nil {
			return err
		}
		out.write(r.values())
	}
	return out.close()
}

// values returns the record's cells under Columns: text, float64, int or nil.
func (r Record) values() []any {
	texts := r.Texts()
	values := make([]any, len(texts))
	for i, text := range texts {
		values[i] = orNil(text)
	}
	n := r.Number
	for i, name := range Columns {
		switch {
		case values[i] == nil:
		case name == "value":
			values[i] = jsonNumber(n.Value)
		case name == "low":
			values[i] = jsonNumber(n.Low)
		case name == "high":
			values[i] = jsonNumber(n.High)
		case name == "row":
			values[i] = n.Origin.Row
		}
	}
	return values
}

// orNil returns nil for a text that is empty.
func orNil(text string) any {
	if text == "" {
		return nil
	}
	return strings.ToValidUTF8(text, "\ufffd")
}

// jsonNumber writes a number as plain as the csv has it.
func jsonNumber(v float64) any {
	if math.IsNaN(v) {
		return nil
	}
	if math.IsInf(v, 0) {
		return Plain(v)
	}
	return json.Number(Plain(v))
}

// objects writes an array of objects of one shape. It keeps the first error.
type objects struct {
	buffer *bufio.Writer
	names  []string
	any    bool
	err    error
}

func newObjects(w io.Writer, names []string) *objects {
	return &objects{buffer: bufio.NewWriterSize(w, 1<<16), names: names}
}

func (o *objects) write(values []any) {
	if o.any {
		o.buffer.WriteString(",\n")
	} else {
		o.buffer.WriteString("[\n")
	}
	o.any = true
	o.put(members{o.names, values})
}

// members is an object whose members keep their order.
type members struct {
	names  []string
	values []any
}

func (o *objects) put(v any) {
	if m, ok := v.(members); ok {
		o.putMembers(m)
		return
	}
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil && o.err == nil {
		o.err = err
	}
	o.buffer.WriteString(strings.TrimSuffix(b.String(), "\n"))
}

func (o *objects) putMembers(m members) {
	o.buffer.WriteString("{")
	for i, v := range m.values {
		if i > 0 {
			o.buffer.WriteString(", ")
		}
		o.put(m.names[i])
		o.buffer.WriteString(": ")
		o.put(v)
	}
	o.buffer.WriteString("}")
}

func (o *objects) close() error {
	if !o.any {
		o.buffer.WriteString("[")
	}
	o.buffer.WriteString("\n]\n")
	if err := o.buffer.Flush(); o.err == nil {
		o.err = err
	}
	return o.err
}
