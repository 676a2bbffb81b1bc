package publisher

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"vitrine/assets"
	"vitrine/reports"
)

// mostTOML is the size of the largest file that is read as a mapping.
const mostTOML = 1 << 20

// ParseMapping reads a mapping's TOML file. name is the file's. A key that no
// mapping has is an error, so that a misspelt one is not passed over.
func ParseMapping(name string, text []byte) (Mapping, error) {
	var m Mapping
	if len(text) > mostTOML {
		return m, fmt.Errorf("%s is too large for a mapping; give one that vitrine mapping wrote", name)
	}
	meta, err := toml.Decode(string(text), &m)
	if err != nil {
		return Mapping{}, fmt.Errorf("%s is no mapping: %s", name, tomlError(err))
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return Mapping{}, fmt.Errorf("%s is no mapping: it has %q, which means nothing in one", name, unknown[0].String())
	}
	m.Name = name
	if err := m.sound(); err != nil {
		return Mapping{}, fmt.Errorf("%s is no mapping: %w", name, err)
	}
	return m, nil
}

// tomlError writes what is wrong with a file in one line.
func tomlError(err error) string {
	var parse toml.ParseError
	if errors.As(err, &parse) {
		return fmt.Sprintf("line %d: %s", parse.Position.Line, firstLine(parse.Message))
	}
	return firstLine(strings.TrimPrefix(err.Error(), "toml: "))
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return strings.TrimSpace(line)
}

// TOML writes the mapping as its file, with a comment wherever a remark says
// why. What ParseMapping reads from it is the mapping.
func (m Mapping) TOML() []byte {
	var w tomlWriter
	w.comment("What the columns of a table mean, for Vitrine: vitrine load --mapping THIS TABLE")
	if len(m.Asks()) > 0 {
		w.comment(`What is "ask" could not be told from the table alone: write the answer there.`)
	}
	w.line("")
	w.text("publisher", m.Publisher, m.Remarks["publisher"])
	w.text("table", m.Table, m.Remarks["table"])
	w.optional("title", m.Title, nil)
	w.optional("address", m.Address, nil)
	w.line("")
	w.optional("sheet", m.Sheet, nil)
	if m.HeaderRows > 0 {
		w.line(fmt.Sprintf("header_rows = %d", m.HeaderRows))
	}
	w.optional("numbers", m.Numbers, m.Remarks["numbers"])
	w.optional("days", m.Days, m.Remarks["days"])
	w.optional("period", m.Period, m.Remarks["period"])
	w.list("complete", m.Complete, m.Remarks["complete"])
	w.list("disjoint", m.Disjoint, nil)
	w.list("overlapping", m.Overlapping, nil)
	w.optional("absent", m.Absent, nil)
	w.list("extent", m.Extent, nil)
	if len(m.Constant) > 0 {
		w.line("constant = " + inline(m.Constant))
	}
	for _, c := range m.Columns {
		w.column(c)
	}
	for _, o := range m.Measures {
		w.measure(o, m.Remarks["measure "+o.Name])
	}
	return []byte(w.String())
}

type tomlWriter struct{ strings.Builder }

func (w *tomlWriter) line(text string) { w.WriteString(text + "\n") }

// comment writes a comment; "" writes none.
func (w *tomlWriter) comment(text string) {
	for _, line := range strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' }) {
		w.line("# " + strings.Map(printable, strings.ToValidUTF8(line, "?")))
	}
}

func printable(r rune) rune {
	if unicode.IsControl(r) {
		return ' '
	}
	return r
}

// remark writes why something is said, and how to say something else.
func (w *tomlWriter) remark(remarks []Remark) {
	english := assets.For("en")
	for _, r := range remarks {
		w.comment(r.Text(english))
		w.comment(remarkHints[r.Key])
	}
}

func (w *tomlWriter) text(key, value string, remarks []Remark) {
	w.remark(remarks)
	w.line(key + " = " + quote(value))
}

func (w *tomlWriter) optional(key, value string, remarks []Remark) {
	if value != "" {
		w.text(key, value, remarks)
	} else {
		w.remark(remarks)
	}
}

func (w *tomlWriter) list(key string, values []string, remarks []Remark) {
	w.remark(remarks)
	if len(values) == 0 {
		return
	}
	quoted := make([]string, len(values))
	for i, v := range values {
		quoted[i] = quote(v)
	}
	w.line(key + " = [" + strings.Join(quoted, ", ") + "]")
}

func (w *tomlWriter) column(c MappedColumn) {
	w.line("\n[[column]]")
	w.text("header", c.Header, nil)
	w.text("is", c.Is, c.Remarks)
	w.optional("measure", c.Measure, nil)
	w.optional("period", c.Period, nil)
	if len(c.Part) > 0 {
		w.line("part = " + inline(c.Part))
	}
	w.optional("every", c.Every, nil)
	w.optional("empty", c.Empty, nil)
	if c.Optional {
		w.line("optional = true")
	}
}

func (w *tomlWriter) measure(o OwnMeasure, remarks []Remark) {
	w.line("\n[[measure]]")
	w.text("name", o.Name, remarks)
	w.list("says", o.Says, nil)
	w.optional("unit", o.Unit, nil)
	w.optional("definition", o.Definition, nil)
	if reports.MeasureOf(reports.Measure(o.Name)).Unit == "" {
		w.line(fmt.Sprintf("over_time = %t", o.OverTime))
		w.line(fmt.Sprintf("over_parts = %t", o.OverParts))
	}
}

// inline writes a table in one line, its keys in order.
func inline(values map[string]string) string {
	var parts []string
	for key, value := range values {
		if _, plain := reports.ParseDim(key); !plain {
			key = quote(key)
		}
		parts = append(parts, key+" = "+quote(value))
	}
	slices.Sort(parts)
	return "{ " + strings.Join(parts, ", ") + " }"
}

// quote writes a text as a basic string of TOML.
func quote(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range strings.ToValidUTF8(text, string(utf8.RuneError)) {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case unicode.IsControl(r):
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
