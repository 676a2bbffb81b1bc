package reports

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
)

// Write writes the record as JSON, laid out so that a person can read it: a
// source and a row a line.
func (r AuditRecord) Write(w io.Writer) error {
	out := &recordWriter{w: bufio.NewWriter(w)}
	out.line(0, `{`)
	out.field(1, `"record": `, r.Form, `,`)
	out.field(1, `"vitrine": `, r.Vitrine, `,`)
	writeList(out, 1, "sources", r.Sources, true)
	if len(r.Steps) > 0 {
		writeList(out, 1, "steps", r.Steps, true)
	}
	if len(r.Sheets) > 0 {
		writeList(out, 1, "sheets", r.Sheets, true)
	}
	out.line(1, `"tables": [`)
	for i, t := range r.Tables {
		out.table(t, i < len(r.Tables)-1)
	}
	out.line(1, `]`)
	out.line(0, `}`)
	if out.err != nil {
		return out.err
	}
	return out.w.Flush()
}

// A recordWriter writes JSON line by line. It keeps the first error.
type recordWriter struct {
	w   *bufio.Writer
	err error
}

// line writes a line as it is.
func (o *recordWriter) line(depth int, text string) {
	for range depth {
		o.w.WriteString("  ")
	}
	o.w.WriteString(text + "\n")
}

// field writes a line with a value between what stands before and after it.
func (o *recordWriter) field(depth int, before string, v any, after string) {
	for range depth {
		o.w.WriteString("  ")
	}
	o.w.WriteString(before)
	o.value(v)
	o.w.WriteString(after + "\n")
}

func (o *recordWriter) value(v any) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil && o.err == nil {
		o.err = err
	}
	o.w.Write(bytes.TrimSuffix(b.Bytes(), []byte("\n")))
}

// writeList writes a list, a value a line.
func writeList[T any](o *recordWriter, depth int, name string, list []T, more bool) {
	o.line(depth, `"`+name+`": [`)
	for i, v := range list {
		o.field(depth+1, ``, v, comma(i < len(list)-1))
	}
	o.line(depth, `]`+comma(more))
}

func comma(more bool) string {
	if more {
		return ","
	}
	return ""
}

func (o *recordWriter) table(t RecordedTable, more bool) {
	o.line(2, `{`)
	o.field(3, `"kind": `, string(t.Kind), `,`)
	o.field(3, `"asked": `, t.Asked, `,`)
	o.field(3, `"count": `, t.Count, `,`)
	o.field(3, `"sha256": `, t.SHA256, comma(len(t.Rows) > 0))
	if len(t.Rows) > 0 {
		o.field(3, `"columns": `, t.Columns, `,`)
		writeList(o, 3, "rows", t.Rows, false)
	}
	o.line(2, `}`+comma(more))
}
