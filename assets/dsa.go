package assets

import (
	"regexp"
	"strings"

	"vitrine/reports"
)

// statements is how the tables of the DSA database begin.
const statements = "statements of reasons"

// covers has, by how the names of tables begin, the area that the law is about
// by which they are published: what is not split by area there is of no other.
var covers = []struct{ table, area string }{
	{"DSA report, ", "EU"}, // Regulation (EU) 2022/2065, Article 2: services offered in the Union
	{statements, "EEA"},    // a statement's scope names countries of the EEA
}

// Everywhere says what an answer covers that is about no area alone: the area
// that its tables are about, or else the world.
func (w *Words) Everywhere(a reports.Answer) string {
	area := ""
	for i, s := range a.Series {
		own := ""
		for _, c := range covers {
			if strings.HasPrefix(s.Table, c.table) {
				own = c.area
			}
		}
		if own == "" || i > 0 && own != area {
			return w.Say("headline.world")
		}
		area = own
	}
	if area == "" {
		return w.Say("headline.world")
	}
	return w.Value(reports.Area, area)
}

// statementsTable names a table of the DSA database: by what it splits, then
// of which files it is.
func (w *Words) statementsTable(table string) (string, bool) {
	rest, ok := strings.CutPrefix(table, statements)
	if !ok {
		return "", false
	}
	by, files, _ := strings.Cut(rest, ", ")
	name := w.Say("statements.table")
	if by != "" {
		name = w.or("statements."+strings.TrimSpace(by), statements+by)
	}
	if files != "" {
		name += w.Say("list.comma") + w.or("statements.files."+files, files)
	}
	return name, true
}

// dumpFormat is what sources are recognised as that are daily dumps.
const dumpFormat = "European Commission, DSA daily dump"

// dumpName finds in the name of a dump its day and its version.
var dumpName = regexp.MustCompile(`(?i)(\d{4}-\d\d-\d\d)-(full|light)`)

// dump names a daily dump by its day and version, as its name has them, and by
// the day on which it was made. It is false for any other source.
func (w *Words) dump(s reports.Source) (string, bool) {
	m := dumpName.FindStringSubmatch(s.Name)
	if s.Format != dumpFormat || m == nil {
		return "", false
	}
	day, err := reports.ParseDay(m[1])
	text := w.Say("footer.dump."+strings.ToLower(m[2]), "publisher", w.Publisher(s.Publisher), "name", s.Name, "day", w.Day(day))
	if s.Published > day {
		text += w.Say("list.comma") + w.Say("footer.dump.made", "day", w.Day(s.Published))
	}
	return text, err == nil
}
