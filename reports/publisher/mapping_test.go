package publisher

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"vitrine/reports"
)

// posts is a mapping with much of what one may say.
const posts = `
publisher = "Example"
table = "posts"
numbers = "1.234,5"
days = "day first"
complete = ["area"]
overlapping = ["category"]
absent = "below 10"
extent = ["area"]
constant = { service = "Forum", ground = "law" }

[[column]]
header = "Day"
is = "period"
every = "month"

[[column]]
header = "Country"
is = "area"
empty = "above"

[[column]]
header = "Why"
is = "category"

[[column]]
header = "Kind"
is = "facet"

[[column]]
header = "Taken down"
is = "value"
measure = "posts taken down"
part = { action = "removed" }

[[column]]
header = "Labelled"
is = "value"
measure = "posts taken down"
part = { action = "labelled" }

[[column]]
header = "Remark"
is = "note"
optional = true

[[measure]]
name = "posts taken down"
unit = "posts"
over_time = true
over_parts = true
`

// mappingOf reads a mapping that must be one.
func mappingOf(t *testing.T, text string) Mapping {
	t.Helper()
	m, err := ParseMapping("m.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// read reads a text by mappings that are given.
func readBy(t *testing.T, text string, mappings ...Mapping) (reports.Reading, error) {
	t.Helper()
	return ReadWith(context.Background(), bookOf(t, "table.csv", text), "table.csv", Options{Mappings: mappings})
}

func TestMappingReads(t *testing.T) {
	r, err := readBy(t, `Country;Day;Why;Kind;Labelled;Taken down;Colour
Germany;1/4/2024;spam;video;1.234;5;red
;1/4/2024;;video;-;2*;red
Total;1/4/2024;;;10;;
Europol;31/4/2024;spam;text;1;2;
Total;Total;;;99;99;
France;1/5/2024;spam;text;many;<10;
France;1/6/2024;spam;text;;;
Source: somebody
`, mappingOf(t, posts))
	if err != nil {
		t.Fatal(err)
	}
	sensible(t, r)
	want := []string{
		"posts | posts taken down | 2024-04 | (service=Forum) area=DE category=spam (ground=law) action=removed facet=Kind: video | 5",
		"posts | posts taken down | 2024-04 | (service=Forum) area=DE category=spam (ground=law) action=labelled facet=Kind: video | 1234",
		"posts | posts taken down | 2024-04 | (service=Forum) area=DE category=(not stated) (ground=law) action=removed facet=Kind: video | 2",
		"posts | posts taken down | 2024-04 | (service=Forum) area=DE category=(not stated) (ground=law) action=labelled facet=Kind: video | NaN, not available",
		"posts | posts taken down | 2024-04 | (service=Forum) (ground=law) action=labelled | 10",
		"posts | posts taken down | 2024-05 | (service=Forum) area=FR category=spam (ground=law) action=removed facet=Kind: text | NaN (0 to 9), withheld",
	}
	var got []string
	for _, f := range r.Figures {
		line, _, _ := strings.Cut(describeFigure(f), " | table.csv")
		got = append(got, line)
	}
	if !slices.Equal(got, want) {
		t.Errorf("figures\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	var problems []string
	for _, p := range r.Problems {
		problems = append(problems, p.Error())
	}
	if want := []string{
		`table.csv › row 5 › column B: "31/4/2024" is not a period`,
		`table.csv › row 7 › column E: "many" is not a number as the mapping has them`,
		`table.csv › row 1 › column G: mapping: Example, posts does not know the column "Colour": it was not read`,
	}; !slices.Equal(problems, want) {
		t.Errorf("problems %q, want %q", problems, want)
	}
	block := r.Blocks[0]
	if block.Complete != reports.ByArea || block.Absent != reports.AbsentSuppressed || block.Bound != 10 ||
		!block.Overlapping.Has(reports.Facet) || !block.Info().OverParts || block.Info().Unit != "posts" {
		t.Errorf("block %+v", block)
	}
	if got := r.Figures[0].ExtentKey(); got != "Example | posts | 2024-04 | DE" {
		t.Errorf("extent %q", got)
	}
}

func TestMappingsSayWhatIsWrong(t *testing.T) {
	const head = "publisher = \"E\"\ntable = \"t\"\n"
	const day = "[[column]]\nheader = \"D\"\nis = \"period\"\n"
	const value = "[[column]]\nheader = \"N\"\nis = \"value\"\nmeasure = \"m\"\n"
	for _, c := range []struct{ name, text, want string }{
		{"no TOML", "publisher = ", "m.toml is no mapping: line 1: "},
		{"a misspelt key", head + "numbrs = \"1,234.5\"\n" + day + value, `it has "numbrs", which means nothing in one`},
		{"no publisher", day + value, "it must name a publisher and a table"},
		{"no column", head, "it has no [[column]]"},
		{"a wrong kind of text", head + "numbers = 5\n" + day, "line 3"},
		{"a style that is none", head + "numbers = \"1234\"\n" + day, `numbers is "1234"; it can be 1,234.5, 1.234,5 or 1 234,5`},
		{"an absent that is none", head + "absent = \"below zero\"\n" + day, `absent is "below zero"`},
		{"a kind that is none", head + "[[column]]\nheader = \"D\"\nis = \"colour\"\n", `the column "D" is "colour"; it can be period, `},
		{"a column twice", head + day + day, `the column "D" stands twice`},
		{"a dimension that is none", head + day + value + "part = { colour = \"red\" }\n", `the column "N": "colour" is not a dimension`},
		{"a period that is none", head + day + value + "period = \"soon\"\n", `the column "N": "soon" is not a period`},
		{"a measure that adds otherwise", head + day + value + "[[measure]]\nname = \"videos removed\"\nover_time = false\nunit = \"films\"\n", `"videos removed" is one that Vitrine knows`},
		{"an unanswered question", head + "days = \"ask\"\n" + day + value, `the mapping m.toml asks whether the day or the month comes first; write the answer in the place of each "ask"`},
		{"several", head + "days = \"ask\"\n[[column]]\nheader = \"D\"\nis = \"ask\"\n", "comes first, and 1 more"},
		{"no value", head + day, "no column is a value"},
		{"no period", head + value, "no column is a period"},
		{"no measure", head + day + "[[column]]\nheader = \"N\"\nis = \"value\"\n", `nothing says what the column "N" counts`},
		{"a first day alone", head + strings.Replace(day, "period", "from", 1) + value, "a column that is from and one that is to"},
		{"complete over nothing", head + "complete = [\"area\"]\n" + day + value, "complete has area, by which no column splits"},
		{"both", head + "complete = [\"area\"]\ndisjoint = [\"area\"]\n" + day + value + "[[column]]\nheader = \"A\"\nis = \"area\"\n", "area is in two of complete, disjoint and overlapping"},
	} {
		m, err := ParseMapping("m.toml", []byte(c.text))
		if err == nil {
			err = m.Check()
		}
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

func TestAMappingIsWrittenAsItIsRead(t *testing.T) {
	m := mappingOf(t, posts)
	m.Title, m.Address, m.Columns[0].Header = "a \"title\"\\\n\u0007", "https://example.org/", "Tag\t{x} 'é'"
	back := mappingOf(t, string(m.TOML()))
	if !reflect.DeepEqual(back, m) {
		t.Errorf("%+v\nwant %+v", back, m)
	}
}

// A given mapping goes before the formats, a kept one after them; two kept
// ones that know a table are told apart by the user.
func TestWhichMappingReads(t *testing.T) {
	const text = "publisher,table,measure,period_start,period_end,value\nA,b,videos removed,2024-01-01,2024-01-31,5\n"
	m := mappingOf(t, "publisher = \"Mine\"\ntable = \"t\"\n[[column]]\nheader = \"period_start\"\nis = \"from\"\n[[column]]\nheader = \"period_end\"\nis = \"to\"\n"+
		"[[column]]\nheader = \"value\"\nis = \"value\"\nmeasure = \"videos removed\"\n")
	other := m
	other.Table = "other"
	book := bookOf(t, "b.csv", text)
	for _, c := range []struct {
		options Options
		want    string
	}{
		{Options{Kept: []Mapping{m}}, "Vitrine CSV"},
		{Options{Mappings: []Mapping{m}, Kept: []Mapping{m}}, "mapping: Mine, t"},
	} {
		if r, err := ReadWith(context.Background(), book, "b.csv", c.options); err != nil || r.Format != c.want || len(r.Figures) != 1 {
			t.Errorf("%q, %v, want %q", r.Format, err, c.want)
		}
	}
	strange := bookOf(t, "b.csv", strings.Replace(text, "publisher", "who", 1))
	_, err := ReadWith(context.Background(), strange, "b.csv", Options{Kept: []Mapping{m, other}})
	if err == nil || !strings.Contains(err.Error(), "could be mapping: Mine, t or mapping: Mine, other; give the one that is meant with --mapping") {
		t.Errorf("two kept mappings: %v", err)
	}
}

func TestATableWithoutAMapping(t *testing.T) {
	_, err := readBy(t, "Day;Seen\n1/4/2024;5\n")
	if !errors.Is(err, reports.ErrUnknownExport) || !strings.Contains(err.Error(), "; vitrine mapping table.csv proposes how to read it as a table") {
		t.Errorf("no mapping: %v", err)
	}
	_, err = readBy(t, "Day;Seen\n1/4/2024;5\n", mappingOf(t, posts))
	if err == nil || err.Error() != `table.csv: the mapping m.toml does not fit it: no header has the column "Country"` {
		t.Errorf("another mapping: %v", err)
	}
}

func TestNumbersThatCouldBeTwo(t *testing.T) {
	const open = "publisher = \"E\"\ntable = \"t\"\nnumbers = \"ask\"\n[[column]]\nheader = \"D\"\nis = \"period\"\n[[column]]\nheader = \"N\"\nis = \"value\"\nmeasure = \"videos removed\"\n"
	r, err := mappingOf(t, open).Preview(context.Background(), bookOf(t, "t.csv", "D;N\n2023;1.234\n2024;17\n"), 10)
	if err != nil || len(r.Figures) != 1 || len(r.Problems) != 1 || !strings.Contains(r.Problems[0].What, `"1.234" could be 1.234 or 1234`) {
		t.Errorf("%v, %v, %v", r.Figures, r.Problems, err)
	}
}

func TestPeriodsInFiveLanguages(t *testing.T) {
	for text, want := range map[string]string{
		"März 2024": "2024-03", "1. Quartal 2024": "2024-Q1", "2. Halbjahr 2023": "2023-H2", "KW 33/2024": "2024-W33", "14. Oktober 2024": "2024-10-14",
		"vom 1. Januar bis 30. Juni 2024": "2024-H1", "enero de 2024": "2024-01", "3 de mayo de 2024": "2024-05-03", "1er semestre de 2024": "2024-H1",
		"2T 2024": "2024-Q2", "1º trimestre de 2024": "2024-Q1", "2024-1T": "2024-Q1", "dezembro/2024": "2024-12", "fev/24": "2024-02",
		"II semestre 2023": "2023-H2", "giugno 2024": "2024-06", "dal 1 gennaio al 31 marzo 2024": "2024-Q1", "Dez. 2023": "2023-12", "ene-24": "2024-01",
		"Q1/2023": "2023-Q1", "Q2-2023": "2023-Q2", "T3/2023": "2023-Q3", "H1/2023": "2023-H1", "S2/2023": "2023-H2", "Q4/23": "2023-Q4", "2023/Q1": "2023-Q1", "2023/H2": "2023-H2", "Q5/2023": "",
		"August 2024": "2024-08", "2024": "2024", "Spam": "", "5. Quartal 2024": "", "": "", "1.234": "", "3/4/2017": "",
	} {
		p, ok := readPeriod(text, reports.OrderUnknown)
		if ok != (want != "") || ok && p.String() != want {
			t.Errorf("%q is %s, %v, want %q", text, p, ok, want)
		}
	}
}

func FuzzPropose(f *testing.F) {
	for _, s := range stranges {
		f.Add([]byte(s.text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		book := bookOrNone(text)
		if book == nil {
			return
		}
		m, err := Propose(context.Background(), book)
		if err != nil {
			return
		}
		back, err := ParseMapping("m.toml", m.TOML())
		if err != nil {
			t.Fatalf("%v in\n%s", err, m.TOML())
		}
		r, err := back.Preview(context.Background(), book, 50)
		if err != nil && strings.Contains(err.Error(), "tell the makers") {
			t.Fatal(err)
		}
		sensible(t, r)
	})
}

func FuzzMapping(f *testing.F) {
	f.Add([]byte(posts), "Day;Country;Why;Kind;Taken down;Labelled\n1/4/2024;France;spam;video;5;6\n")
	for _, s := range stranges {
		if m, err := Propose(context.Background(), bookOf(f, s.file, s.text)); err == nil {
			f.Add(s.answer(m).TOML(), s.text)
		}
	}
	f.Fuzz(func(t *testing.T, text []byte, table string) {
		m, err := ParseMapping("m.toml", text)
		if err != nil {
			return
		}
		back, err := ParseMapping("m.toml", m.TOML())
		if err != nil || !slices.Equal(back.Header(), m.Header()) {
			t.Fatalf("written and read: %v\n%s", err, m.TOML())
		}
		book := bookOrNone([]byte(table))
		if book == nil {
			return
		}
		r, err := ReadWith(context.Background(), book, "t.csv", Options{Mappings: []Mapping{m}})
		if err != nil && strings.Contains(err.Error(), "tell the makers") {
			t.Fatal(err)
		}
		if err == nil {
			sensible(t, r)
		}
	})
}
