package publisher

import "strings"

// A dsaFlag is a column that says of one code whether it applies.
type dsaFlag struct {
	column int
	code   string
}

// dsaFlags are the columns of true and false of a header.
type dsaFlags struct{ visibility, types, keywords []dsaFlag }

// readDSAFlags finds the columns that are named after a code. Those of
// additional categories are passed over, as in the dumps.
func readDSAFlags(h *header) dsaFlags {
	var flags dsaFlags
	for i, text := range h.texts {
		code := strings.ToUpper(strings.TrimSpace(text))
		flag := dsaFlag{i + 1, code}
		known := true
		switch {
		case strings.HasPrefix(code, "DECISION_VISIBILITY_") && code != "DECISION_VISIBILITY_SINGLE":
			flags.visibility = append(flags.visibility, flag)
		case strings.HasPrefix(code, "CONTENT_TYPE_") && code != "CONTENT_TYPE_SINGLE":
			flags.types = append(flags.types, flag)
		case strings.HasPrefix(code, "KEYWORD_"):
			flags.keywords = append(flags.keywords, flag)
		default:
			known = strings.HasPrefix(code, "STATEMENT_CATEGORY_")
		}
		h.read[i+1] = h.read[i+1] || known
	}
	return flags
}

// values returns the codes that apply to a row: those of a column with __
// between them, or those whose own columns say so.
func (r *dsaAggregateReader) values(l *Line, column string, flags []dsaFlag) []string {
	if !r.wide {
		text := l.code(column)
		if text == "" {
			return nil
		}
		return strings.Split(text, "__")
	}
	var codes []string
	for _, f := range flags {
		if l.yes(f.column) {
			codes = append(codes, f.code)
		}
	}
	return codes
}

// dsaUnstated are the ways in which aggregates leave a cell open.
var dsaUnstated = map[string]bool{"": true, "N/A": true, "null": true, "NULL": true, "None": true, `""`: true}

// code returns a column's text, "" where it states nothing.
func (l *Line) code(column string) string {
	if text := l.Text(column); !dsaUnstated[text] {
		return text
	}
	return ""
}

// yes reads a cell of true or false.
func (l *Line) yes(column int) bool {
	text := strings.TrimSpace(l.row.Text(column))
	switch strings.ToLower(text) {
	case "true", "yes", "1":
		return true
	case "false", "no", "0":
		return false
	}
	if !dsaUnstated[text] {
		l.Fail(l.header.texts[column-1], "%q is neither true nor false", text)
	}
	return false
}
