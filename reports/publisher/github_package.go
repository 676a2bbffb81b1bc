package publisher

import (
	"path"
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// A githubField is what the description of a data package says of a column.
type githubField struct {
	title   string
	missing map[string]bool // texts that stand for no number
}

// githubResources counts the resources of a data package that are GitHub's
// files. It is 0 for any other file.
func githubResources(file *sheet.File) int {
	if file.Kind != sheet.JSON {
		return 0
	}
	n := 0
	for _, resource := range file.Document.Get("resources").Items() {
		name := strings.TrimSuffix(resource.Get("name").String(), githubHalves)
		for _, t := range githubTables {
			if name == strings.TrimSuffix(t.file, githubHalves) {
				n++
				break
			}
		}
	}
	return n
}

// describeGitHub reads the description of the data package, as Frictionless
// writes it, where there is one: what it says of the fields of each file, by
// the file's path. A file that it has and the export has not is a problem.
func describeGitHub(e *Export) map[string]map[string]githubField {
	described := map[string]map[string]githubField{}
	for _, file := range e.Files {
		if githubResources(file) == 0 {
			continue
		}
		if day, err := reports.ParseDay(firstOf(file.Document.Get("created").String(), len("2006-01-02"))); err == nil {
			e.Published(day)
		}
		for i, resource := range file.Document.Get("resources").Items() {
			name := resource.Get("path").String()
			if name == "" {
				continue // in several files: none of GitHub's is
			}
			at := path.Join(path.Dir(file.Path), name)
			described[at] = fieldsOf(resource.Get("schema"))
			if len(e.Files) > 1 && !hasFile(e.Book, at) {
				e.Problem(reports.Origin{File: file.Path, Sheet: "resources", Row: resource.Line(), Column: i + 1, Text: name},
					"the file %s is not there", name)
			}
		}
	}
	return described
}

// firstOf returns the first n bytes of a text, all of a shorter one.
func firstOf(text string, n int) string { return text[:min(n, len(text))] }

func hasFile(b *sheet.Book, at string) bool {
	for _, f := range b.Files {
		if f.Path == at {
			return true
		}
	}
	return false
}

// fieldsOf reads the fields of a table's schema, by their names as headers
// have them. Missing values are texts, or texts with labels; those of a field
// go before those of the table.
func fieldsOf(schema *sheet.Value) map[string]githubField {
	fields := map[string]githubField{}
	for _, f := range schema.Get("fields").Items() {
		missing := f.Get("missingValues")
		if missing == nil {
			missing = schema.Get("missingValues")
		}
		title := f.Get("title").String()
		fields[foldHeader(f.Get("name").String())] = githubField{title, textsOf(missing)}
	}
	return fields
}

func textsOf(values *sheet.Value) map[string]bool {
	texts := map[string]bool{}
	for _, v := range values.Items() {
		if v.Kind() == sheet.ObjectValue {
			v = v.Get("value")
		}
		texts[v.String()] = true
	}
	return texts
}
