package publisher

import (
	"bufio"
	"context"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"vitrine/reports"
)

// A page is what docs/formats.md says: by format and table, the rows of its
// tables of measures and the names of its columns.
type page struct {
	formats  []string
	tables   map[string][]string // by format
	measures map[string][]string // by format and table
	columns  map[string][]string // by format and table
	text     map[string]string   // by format
}

func readPage(t *testing.T) page {
	f, err := os.Open("../../docs/formats.md")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	p := page{tables: map[string][]string{}, measures: map[string][]string{}, columns: map[string][]string{}, text: map[string]string{}}
	format, table, heading := "", "", ""
	for lines := bufio.NewScanner(f); lines.Scan(); {
		line := lines.Text()
		cells := strings.Split(strings.Trim(line, "|"), "|")
		first := strings.TrimSpace(cells[0])
		switch {
		case strings.HasPrefix(line, "## "):
			format, table, heading = line[3:], "", ""
			p.formats = append(p.formats, format)
		case strings.HasPrefix(line, "### "):
			table, heading = line[4:], ""
			p.tables[format] = append(p.tables[format], table)
		case !strings.HasPrefix(line, "|"):
			heading = ""
			p.text[format] += line + "\n"
		case heading == "":
			heading = first
		case strings.HasPrefix(first, "---"):
		case heading == "measure":
			p.measures[format+table] = append(p.measures[format+table], line)
		case heading == "column":
			p.columns[format+table] = append(p.columns[format+table], strings.Trim(first, "`"))
		}
	}
	return p
}

func TestDocumented(t *testing.T) {
	p, blocks := readPage(t), sampleBlocks(t)
	var names []string
	for i := range Formats {
		f := &Formats[i]
		names = append(names, f.String())
		if f.URL != "" && !strings.Contains(p.text[f.String()], "Address: <"+f.URL+">") {
			t.Errorf("%s: its address %s is not documented", f, f.URL)
		}
		same(t, f.String()+": tables", p.tables[f.String()], f.tables())
		for _, table := range f.tables() {
			same(t, f.String()+", "+table+": measures", p.measures[f.String()+table], measureRows(blocks[f.String()], table))
			if len(p.columns[f.String()+table]) == 0 {
				t.Errorf("%s, %s: no column is documented", f, table)
			}
		}
		if f.Read != nil {
			columns := slices.Concat(f.Columns, f.Optional, f.Ignored)
			same(t, f.String()+": columns", p.columns[f.String()+f.Table], columns)
		}
	}
	same(t, "formats", p.formats, append(names, otherTables))
}

// otherTables is the section on mappings, which are formats that users make.
const otherTables = "Any other table"

// The section on mappings explains every kind of column, and its example has
// every key and can be used.
func TestMappingsAreDocumented(t *testing.T) {
	p := readPage(t)
	same(t, "kinds of columns", p.columns[otherTables], ColumnKinds)
	_, example, _ := strings.Cut(p.text[otherTables], "```toml\n")
	example, _, _ = strings.Cut(example, "```")
	m, err := ParseMapping("formats.md", []byte(example))
	if err == nil {
		err = m.Check()
	}
	if err != nil {
		t.Error(err)
	}
	for _, of := range []reflect.Type{reflect.TypeFor[Mapping](), reflect.TypeFor[MappedColumn](), reflect.TypeFor[OwnMeasure]()} {
		for i := range of.NumField() {
			key := of.Field(i).Tag.Get("toml")
			if key != "-" && !strings.Contains(example, key+" = ") && !strings.Contains(example, "[["+key+"]]") {
				t.Errorf("the example lacks %s", key)
			}
		}
	}
}

// sampleBlocks lists the blocks of each format: those that it declares, and
// those that its samples have.
func sampleBlocks(t *testing.T) map[string][]reports.Block {
	blocks := map[string][]reports.Block{}
	for i := range Formats {
		blocks[Formats[i].String()] = slices.Clone(Formats[i].Blocks)
	}
	for _, path := range samples(t) {
		book := open(t, path)
		r, err := Read(context.Background(), book, book.Name)
		if err != nil {
			t.Fatal(err)
		}
		blocks[r.Format] = append(blocks[r.Format], r.Blocks...)
	}
	return blocks
}

// measureRows writes the rows that document the blocks of a table.
func measureRows(blocks []reports.Block, table string) []string {
	dims := func(d reports.Dims) string {
		if d == 0 {
			return "–"
		}
		return d.String()
	}
	var rows []string
	for _, b := range blocks {
		row := "| " + strings.Join([]string{string(b.Measure), dims(b.Breakdown), dims(b.Complete), dims(b.Overlapping), absentText(b)}, " | ") + " |"
		if b.Table == table && !slices.Contains(rows, row) {
			rows = append(rows, row)
		}
	}
	return rows
}

// same asserts that two lists have the same members.
func same(t *testing.T, what string, documented, known []string) {
	t.Helper()
	for _, k := range known {
		if !slices.Contains(documented, k) {
			t.Errorf("%s: not documented: %s", what, k)
		}
	}
	for _, d := range documented {
		if !slices.Contains(known, d) {
			t.Errorf("%s: documented, but there is none: %s", what, d)
		}
	}
}
