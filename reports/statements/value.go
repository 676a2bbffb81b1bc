package statements

import (
	"encoding/json"
	"slices"
	"strings"
)

// decode returns the text of a field as it stands in a line. A quote that
// follows a backslash was not doubled by the exporter. Bytes that are no UTF-8
// become U+FFFD.
func decode(raw string) string {
	if n := len(raw); n >= 2 && raw[0] == '"' && raw[n-1] == '"' {
		raw = raw[1 : n-1]
		if strings.Contains(raw, `"`) {
			raw = undouble(raw)
		}
	}
	return strings.ToValidUTF8(raw, "\ufffd")
}

func undouble(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		b.WriteByte(s[i])
		if s[i] == '"' && i+1 < len(s) && s[i+1] == '"' && (i == 0 || s[i-1] != '\\') {
			i++
		}
	}
	return b.String()
}

// decodeList returns the values of a list's cell, sorted, each once. A cell
// that is no JSON array is one value.
func decodeList(raw string) []string {
	cell := decode(raw)
	if cell == "" {
		return nil
	}
	var values []string
	if json.Unmarshal([]byte(cell), &values) != nil {
		values = []string{cell}
	}
	slices.Sort(values)
	values = slices.Compact(values)
	return slices.DeleteFunc(values, func(v string) bool { return v == "" })
}

// setSeparator stands between the codes of a set in one text.
const setSeparator = ","

// SetValues returns the codes of a set: of an Action or a Scope. An empty set
// has none.
func SetValues(set string) []string {
	if set == "" {
		return nil
	}
	return strings.Split(set, setSeparator)
}
