package reports

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A RecordLine is a line of a record as a sheet of a workbook has it: a text
// of an item of one of its parts. A long text, and a list, take several.
type RecordLine struct{ Part, Item, Entry string }

// mostEntry is how many bytes an entry has at most: a cell holds 32,767
// characters.
const mostEntry = 30_000

// Lines writes all of a record but the rows of its tables as lines, in words
// that are the same in every language: those of its JSON.
func (r AuditRecord) Lines() []RecordLine {
	list := []RecordLine{{"record", "record", strconv.Itoa(r.Form)}, {"record", "vitrine", r.Vitrine}}
	for i, s := range r.Sources {
		list = append(list, linesOf("source", i, s)...)
	}
	for i, t := range r.Tables {
		t.Columns, t.Rows = nil, nil
		list = append(list, linesOf("table", i, t)...)
	}
	for i, words := range r.Steps {
		for _, word := range words {
			list = append(list, RecordLine{partName("step", i), "asked", escapeEntry(word)})
		}
	}
	for i, s := range r.Sheets {
		list = append(list, linesOf("sheet", i, s)...)
	}
	return list
}

func partName(part string, i int) string { return part + " " + strconv.Itoa(i+1) }

func escapeEntry(text string) string { return rowEscapes.Replace(text) }

// nothingThere is what a cell of a workbook holds that would be empty.
const nothingThere = "[z]"

// RecordCell writes a cell of a row for a workbook, where none is empty.
func RecordCell(text string) string {
	switch {
	case text == "":
		return nothingThere
	case text[0] == '[':
		return `\` + escapeEntry(text)
	}
	return escapeEntry(text)
}

// readCell reads what RecordCell writes.
func readCell(text string) string {
	if text == nothingThere {
		return ""
	}
	return entryEscapes.Replace(text)
}

var entryEscapes = strings.NewReplacer(`\\`, `\`, `\t`, "\t", `\n`, "\n", `\r`, "\r", `\[`, "[")

// linesOf writes the fields of a part, in their order.
func linesOf(part string, i int, v any) []RecordLine {
	text, err := json.Marshal(v)
	if err != nil {
		return nil
	}
	var list []RecordLine
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	if _, err := d.Token(); err != nil {
		return nil
	}
	for d.More() {
		name, _ := d.Token()
		var value any
		if d.Decode(&value) != nil {
			return nil
		}
		values, isList := value.([]any)
		if !isList {
			values = []any{value}
		}
		for _, v := range values {
			for _, piece := range pieces(escapeEntry(fmt.Sprint(v)), isList) {
				list = append(list, RecordLine{partName(part, i), fmt.Sprint(name), piece})
			}
		}
	}
	return list
}

// pieces cuts a long text into entries. An item of a list is never so long
// that it must be cut, or the record could not be read again: such a one is
// left whole.
func pieces(text string, whole bool) []string {
	var list []string
	for !whole && len(text) > mostEntry {
		cut := mostEntry
		for cut > 0 && (text[cut]&0xC0 == 0x80 || text[cut-1] == '\\') {
			cut--
		}
		if cut == 0 {
			break
		}
		list, text = append(list, text[:cut]), text[cut:]
	}
	return append(list, text)
}

// RecordOfLines reads what Lines writes.
func RecordOfLines(lines []RecordLine) (AuditRecord, error) {
	var r AuditRecord
	var parts []string
	fields := map[string]map[string][]string{}
	for _, l := range lines {
		if fields[l.Part] == nil {
			parts, fields[l.Part] = append(parts, l.Part), map[string][]string{}
		}
		fields[l.Part][l.Item] = append(fields[l.Part][l.Item], readCell(l.Entry))
	}
	head := fields["record"]
	form, err := strconv.Atoi(strings.Join(head["record"], ""))
	if err != nil {
		return r, ErrNoRecord
	}
	if form > RecordForm {
		return r, newer(float64(form))
	}
	r.Form, r.Vitrine = form, strings.Join(head["vitrine"], "")
	for _, part := range parts {
		kind, _, _ := strings.Cut(part, " ")
		if err := r.addPart(kind, fields[part]); err != nil {
			return r, fmt.Errorf("the record cannot be read: %s: %w", part, err)
		}
	}
	return r, nil
}

func (r *AuditRecord) addPart(kind string, fields map[string][]string) error {
	switch kind {
	case "record":
		return nil
	case "source":
		return addFields(&r.Sources, fields)
	case "table":
		return addFields(&r.Tables, fields)
	case "sheet":
		return addFields(&r.Sheets, fields)
	case "step":
		r.Steps = append(r.Steps, fields["asked"])
		return nil
	}
	return fmt.Errorf("a record has no part of this name")
}

// addFields adds a part by the names of its fields in JSON.
func addFields[T any](list *[]T, fields map[string][]string) error {
	object := map[string]any{}
	for name, texts := range fields {
		whole := strings.Join(texts, "")
		switch {
		case name == "asked":
			object[name] = texts
		case slices.Contains([]string{"bytes", "count", "numbers"}, name):
			object[name] = json.Number(whole)
		case name == "starter":
			object[name] = whole == "true"
		default:
			object[name] = whole
		}
	}
	text, err := json.Marshal(object)
	if err != nil {
		return err
	}
	var v T
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&v); err != nil {
		return err
	}
	*list = append(*list, v)
	return nil
}
