package statements

import (
	"bytes"
	"strings"
)

// A role is what a column means to the counts. The columns in between are
// passed over.
type role int

const (
	service role = iota
	category
	visibility
	monetary
	provision
	account
	trigger
	detection
	decision
	ground
	scope
	keyword
	contentType
	language
	counted      // the number of roles whose values are counted by
	uuid    role = iota
	received
	passed
)

// A shape is what the exporter writes into a column. It tells a right split
// of a line from a wrong one.
type shape int

const (
	text  shape = iota // anything
	code               // a bare word such as SOURCE_VOLUNTARY or Yes, or nothing
	list               // a JSON array of codes, or nothing
	date               // a day with or without its time, or nothing
	stamp              // the same, and never nothing
	id                 // a UUID
)

// columns are the columns that matter or have a shape, by the names that the
// exporter heads them with. All others are text.
var columns = map[string]struct {
	role  role
	shape shape
}{
	"uuid":                            {uuid, id},
	"decision_visibility":             {visibility, list},
	"end_date_visibility_restriction": {passed, date},
	"decision_monetary":               {monetary, code},
	"end_date_monetary_restriction":   {passed, date},
	"decision_provision":              {provision, code},
	"end_date_service_restriction":    {passed, date},
	"decision_account":                {account, code},
	"end_date_account_restriction":    {passed, date},
	"account_type":                    {passed, code},
	"decision_ground":                 {ground, code},
	"incompatible_content_illegal":    {passed, code},
	"category":                        {category, code},
	"category_addition":               {passed, list},
	"category_specification":          {keyword, list},
	"content_type":                    {contentType, list},
	"content_language":                {language, code},
	"content_date":                    {passed, date},
	"territorial_scope":               {scope, list},
	"application_date":                {passed, date},
	"source_type":                     {trigger, code},
	"automated_detection":             {detection, code},
	"automated_decision":              {decision, code},
	"platform_name":                   {service, text},
	"created_at":                      {received, stamp},
}

// needed are the columns without which a table is no dump.
var needed = []string{"uuid", "decision_visibility", "decision_ground", "category", "source_type", "automated_detection", "automated_decision", "platform_name", "created_at"}

// A layout says what stands in each column of a part. Columns are known by
// their names, never by their place.
type layout struct {
	names  []string
	roles  []role
	shapes []shape
	at     [passed]int // the column of a role; -1 where the part has none
}

// readLayout reads a header; ok is false where it is not a dump's.
func readLayout(header []byte) (*layout, bool) {
	l := &layout{}
	for i := range l.at {
		l.at[i] = -1
	}
	header = bytes.TrimPrefix(header, []byte("\xef\xbb\xbf"))
	seen := map[string]bool{}
	for i, name := range strings.Split(string(header), ",") {
		name = strings.ToLower(strings.Trim(name, "\" "))
		c, known := columns[name]
		if !known {
			c.role = passed
		}
		if seen[name] || i >= maxColumns {
			return nil, false
		}
		seen[name] = true
		if c.role != passed {
			l.at[c.role] = i
		}
		l.names, l.roles, l.shapes = append(l.names, name), append(l.roles, c.role), append(l.shapes, c.shape)
	}
	for _, name := range needed {
		if !seen[name] {
			return nil, false
		}
	}
	return l, true
}

// has tells whether the part has a column.
func (l *layout) has(name string) bool {
	for _, n := range l.names {
		if n == name {
			return true
		}
	}
	return false
}

// fits tells whether a field, quotes included, has the shape.
func (s shape) fits(raw []byte) bool {
	switch s {
	case code:
		return isCode(raw)
	case list:
		return len(raw) == 0 || bytes.HasPrefix(raw, []byte(`"[`)) && bytes.HasSuffix(raw, []byte(`]"`)) || isCode(raw)
	case date:
		return len(raw) == 0 || isDate(raw)
	case stamp:
		return isDate(raw)
	case id:
		return isUUID(unquoted(raw))
	}
	return true
}

func isCode(raw []byte) bool {
	for _, c := range unquoted(raw) {
		if c != '_' && (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'z') && c != '-' {
			return false
		}
	}
	return true
}

// unquoted takes the quotes around a field off.
func unquoted(raw []byte) []byte {
	if n := len(raw); n >= 2 && raw[0] == '"' && raw[n-1] == '"' {
		return raw[1 : n-1]
	}
	return raw
}
