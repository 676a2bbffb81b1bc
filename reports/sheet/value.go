package sheet

import (
	"iter"
	"math"
	"slices"
	"strconv"
)

// A Value is a value of a JSON document, or of data embedded in a page, with
// its place. A nil Value stands for what is missing: its methods answer as for
// null.
type Value struct {
	doc    *document
	parent uint32 // index of the object or array around it
	next   uint32 // index after all that is in it
	start  uint32 // of its text; of a string, after the quote
	end    uint32 // of its text; of an array or object, its own index
	key    uint32 // start of its key in the text, after the quote; 0: it has none
	line   uint32
	kind   ValueKind
	flags  uint8
}

// A document is a text and the values in it, in the order of the text.
type document struct {
	text   string
	first  int // line of the text's beginning in its file
	values []Value
}

const (
	escaped    = 1 << iota // the string has escapes
	superseded             // a later member of the object has the same key
)

// A ValueKind says what a Value is.
type ValueKind uint8

// The kinds of values.
const (
	NullValue ValueKind = iota
	BoolValue
	NumberValue
	StringValue
	ArrayValue
	ObjectValue
)

// Kind returns what the value is.
func (v *Value) Kind() ValueKind {
	if v == nil {
		return NullValue
	}
	return v.kind
}

// Line returns the line of the file on which the value begins.
func (v *Value) Line() int {
	if v == nil {
		return 0
	}
	return int(v.line)
}

// Get returns the object's member of that name, the last if there are several;
// nil if there is none.
func (v *Value) Get(name string) *Value {
	var found *Value
	for member := range v.children() {
		if member.key != 0 && member.flags&superseded == 0 && member.name() == name {
			found = member
		}
	}
	return found
}

// Len returns how many items an array, or members an object, has.
func (v *Value) Len() int {
	n := 0
	for range v.children() {
		n++
	}
	return n
}

// Items ranges over an array's items, which count from 0. It allocates
// nothing.
func (v *Value) Items() iter.Seq2[int, *Value] {
	return func(yield func(int, *Value) bool) {
		if v.Kind() != ArrayValue {
			return
		}
		i := 0
		for item := range v.children() {
			if !yield(i, item) {
				return
			}
			i++
		}
	}
}

// Members ranges over an object's members in the order of the file. Of several
// of one name the last counts.
func (v *Value) Members() iter.Seq2[string, *Value] {
	return func(yield func(string, *Value) bool) {
		for member := range v.children() {
			if member.key != 0 && !yield(member.name(), member) {
				return
			}
		}
	}
}

// children ranges over what counts of an array or an object.
func (v *Value) children() iter.Seq[*Value] {
	return func(yield func(*Value) bool) {
		if v == nil || v.kind < ArrayValue {
			return
		}
		values := v.doc.values
		for i := v.end + 1; i < v.next; i = values[i].next {
			if values[i].flags&superseded == 0 && !yield(&values[i]) {
				return
			}
		}
	}
}

// String returns a string's text; a number as it stands in the file; "true" or
// "false"; "" for everything else.
func (v *Value) String() string {
	switch v.Kind() {
	case StringValue:
		text := v.doc.text[v.start:v.end]
		if v.flags&escaped != 0 {
			return unescape(text)
		}
		return text
	case NumberValue, BoolValue:
		return v.doc.text[v.start:v.end]
	}
	return ""
}

// Number returns a number, or a string's text that is one in JSON's form, and
// whether it is one; NaN if not.
func (v *Value) Number() (number float64, ok bool) {
	if v.Kind() == NumberValue || v.Kind() == StringValue {
		if n, err := strconv.ParseFloat(v.String(), 64); err == nil {
			return n, true
		}
	}
	return math.NaN(), false
}

// name returns the member's key.
func (v *Value) name() string { return v.doc.keyAt(v.key) }

// keyAt returns the key that begins at a place of the text.
func (d *document) keyAt(start uint32) string {
	for i := int(start); ; i++ {
		switch d.text[i] {
		case '\\':
			return unescape(d.text[start:stringEnd(d.text, i)])
		case '"':
			return d.text[start:i]
		}
	}
}

// Path returns the way from the document to the value: "messages[12].text",
// with items counting from 0; "" for the document itself.
func (v *Value) Path() string {
	if v == nil || v == &v.doc.values[0] {
		return ""
	}
	parent := &v.doc.values[v.parent]
	before := parent.Path()
	if parent.kind == ArrayValue {
		for i, item := range parent.Items() {
			if item == v {
				return before + "[" + strconv.Itoa(i) + "]"
			}
		}
	}
	if before == "" {
		return v.name()
	}
	return before + "." + v.name()
}

// supersede marks the members of an object whose name a later member has.
func (d *document) supersede(object uint32) {
	first, end := object+1, uint32(len(d.values))
	n := 0
	for i := first; i < end; i = d.values[i].next {
		n++
	}
	if n > 32 {
		d.supersedeMany(first, end)
		return
	}
	var names [32]string
	var members [32]uint32
	n = 0
	for i := first; i < end; i = d.values[i].next {
		name := d.values[i].name()
		if before := slices.Index(names[:n], name); before >= 0 {
			d.values[members[before]].flags |= superseded
			members[before] = i
			continue
		}
		names[n], members[n] = name, i
		n++
	}
}

// supersedeMany does so for an object with many members.
func (d *document) supersedeMany(first, end uint32) {
	last := map[string]uint32{}
	for i := first; i < end; i = d.values[i].next {
		name := d.values[i].name()
		if before, double := last[name]; double {
			d.values[before].flags |= superseded
		}
		last[name] = i
	}
}
