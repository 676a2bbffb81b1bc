package statements

import (
	"path"
	"regexp"
	"strings"

	"vitrine/reports"
)

// A Version is which columns a dump has.
type Version string

// The versions. A light dump lacks the scope, the facts and both explanations.
const (
	Full  Version = "full"
	Light Version = "light"
)

// A Schema is the database's set of categories, keywords and columns.
type Schema int

// The schemas: V2 holds from 2025-07-01 and adds content_id_ean.
const (
	V1 Schema = 1
	V2 Schema = 2
)

// A label is what a file's name states.
type label struct {
	slug    string
	day     reports.Day
	version Version
	part    string // 00003 or 00003-00007; "" where it is the whole dump's
}

// fileName is how the database names its dumps, their parts and the files in
// these. Browsers add " (1)".
var fileName = regexp.MustCompile(`^sor-(.+?)-(\d{4}-\d\d-\d\d)-(full|light)((?:-\d{5}){0,2})(?: ?\(\d+\))?(?:\.csv)?(?:\.zip)?$`)

// readName reads what the name of a file states; ok is false where it is not
// named as the database names dumps.
func readName(name string) (l label, ok bool) {
	name = path.Base(strings.ReplaceAll(name, "\\", "/"))
	m := fileName.FindStringSubmatch(strings.ToLower(name))
	if m == nil {
		return label{}, false
	}
	day, err := reports.ParseDay(m[2])
	if err != nil {
		return label{}, false
	}
	return label{slug: m[1], day: day, version: Version(m[3]), part: strings.TrimPrefix(m[4], "-")}, true
}

// lastOf returns the last step of a part's path.
func lastOf(path string) string {
	if i := strings.LastIndex(path, separator); i >= 0 {
		return path[i+len(separator):]
	}
	return path
}
