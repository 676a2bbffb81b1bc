package reports

import (
	"bytes"
	"errors"
	"iter"
	"reflect"
	"strings"
	"testing"
	"time"
)

// rowsOf lists rows that are in memory.
func rowsOf(rows ...[]string) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}
}

func sampleAnswer(values ...float64) Answer {
	s := Series{Publisher: "Example", Table: "removals", Measure: "items removed", Key: Split{Category: "spam\tand\\more"}}
	for i, v := range values {
		year := EveryYear.Around(DayOf(2020+i, 1, 1))
		s.Numbers = append(s.Numbers, Number{Period: year, Value: v, Basis: Summed, N: 12, Table: "removals"})
	}
	return Answer{Series: []Series{s}}
}

func sampleRecord(t testing.TB, values ...float64) AuditRecord {
	t.Helper()
	asked := Asking{Command: "series", Question: Question{Publisher: []string{"Example"}, By: []Dim{Category}, Every: EveryYear}}
	table, err := RecordTable(AnswerRecord, asked, AnswerRows(sampleAnswer(values...)))
	if err != nil {
		t.Fatal(err)
	}
	s := Source{ID: strings.Repeat("0a", 32), Name: "a.csv", Bytes: 12, Published: DayOf(2024, 1, 2), Retrieved: time.Unix(1700000000, 5000)}
	s.Given = Given{Period: EveryYear.Around(DayOf(2020, 1, 1)), Mapping: "publisher = \"Example\"\n"}
	return AuditRecord{Form: RecordForm, Vitrine: "1.2", Sources: []RecordedSource{RecordSource(s)}, Tables: []RecordedTable{table}}
}

func written(t testing.TB, r AuditRecord) string {
	t.Helper()
	var b bytes.Buffer
	if err := r.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestRecordIsReadAsItWasWritten(t *testing.T) {
	r := sampleRecord(t, 1, 2.5)
	r.Steps = [][]string{{"series", "--by=area"}}
	r.Sheets = []RecordedSheet{{"Table 1", 3, strings.Repeat("0b", 32)}}
	got, err := ReadAuditRecord(strings.NewReader(written(t, r)))
	if err != nil || !reflect.DeepEqual(got, r) {
		t.Errorf("%v\ngot  %+v\nwant %+v", err, got, r)
	}
	s := got.Sources[0].Source()
	if s.Given.Period.String() != "2020" || s.Published.String() != "2024-01-02" || s.Retrieved.Nanosecond() != 5000 {
		t.Errorf("source %+v", s)
	}
	if written(t, r) != written(t, got) {
		t.Error("the same record has other bytes")
	}
}

func TestRecordThatIsNoneIsRefused(t *testing.T) {
	text := written(t, sampleRecord(t, 1))
	for _, c := range []struct{ from, to, want string }{
		{text, "%PDF-1.7", "not an audit record"},
		{text, `[1]`, "not an audit record"},
		{`"record": 1`, `"record": 2`, "newer Vitrine"},
		{`"record": 1`, `"record": -1`, "which there is not"},
		{`"record": 1`, `"record": 1, "recall": 1`, "unknown field"},
		{`"--by=category"`, `"--by=colour"`, "colour"},
		{`"--by=category"`, `"--delete"`, "no flag --delete"},
		{`"--by=category"`, `"category"`, "no flag"},
		{`"--by=category"`, `"--partial=1"`, "too much"},
		{`"series"`, `"forget"`, "begins with one of"},
		{`"answer"`, `"poem"`, "no kind of table"},
		{strings.Repeat("0a", 32), "0a", "no SHA-256"},
		{`"a.csv"`, `"../a.csv"`, "no name of a file"},
		{`"bytes":12`, `"bytes":-12`, "no size"},
		{`"2024-01-02"`, `"soon"`, "not a day"},
		{`\"Example\"\n`, `\"Other\"\n`, "another"},
		{`"count": 1`, `"count": -1`, "no number of rows"},
		{`["Example","removals"`, `["removals"`, "cells under"},
		{`"columns": ["publisher"`, `"columns": ["table"`, "twice"},
	} {
		if !strings.Contains(text, c.from) {
			t.Fatalf("the record has no %s:\n%s", c.from, text)
		}
		_, err := ReadAuditRecord(strings.NewReader(strings.Replace(text, c.from, c.to, 1)))
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%.60s → %.60s: %v, want %s", c.from, c.to, err, c.want)
		}
	}
	_, err := ReadAuditRecord(strings.NewReader(""))
	if !errors.Is(err, ErrNoRecord) {
		t.Errorf("an empty file: %v", err)
	}
}

func TestRecordSaysWhichNumberDiffers(t *testing.T) {
	before, after := sampleRecord(t, 1, 2, 3).Tables[0], sampleRecord(t, 1, 5).Tables[0]
	if same, found := before.Same(sampleRecord(t, 1, 2, 3).Tables[0]); !same || len(found) > 0 {
		t.Errorf("the same numbers: %v %v", same, found)
	}
	same, found := before.Same(after)
	if same || len(found) != 2 {
		t.Fatalf("%v %v", same, found)
	}
	if got := found[0].String(); got != "Example · removals · items removed · 2021 · spam\tand\\more: value was \"2\", is \"5\"" {
		t.Error(got)
	}
	if got := found[1].String(); !strings.HasSuffix(got, "2022 · spam\tand\\more: is not there any more") {
		t.Error(got)
	}
	rounded := sampleRecord(t, 1, 2, 3+1e-13).Tables[0]
	if same, found := before.Same(rounded); !same {
		t.Errorf("the last digit of a sum differs: %v", found)
	}
	tampered := sampleRecord(t, 1, 2, 3).Tables[0]
	tampered.Rows[1][5] = "4"
	if same, found := tampered.Same(before); same || len(found) != 1 || found[0].Before != "4" || found[0].After != "2" {
		t.Errorf("a number of the record was changed: %v %v", same, found)
	}
	if tampered.Whole() || !before.Whole() {
		t.Error("the checksum does not tell that a row was changed")
	}
}

// The checksum is the one that docs/record.md describes.
func TestRowSum(t *testing.T) {
	table := sampleRecord(t, 1, 2).Tables[0]
	want := sumOf("publisher=Example\ttable=removals\tmeasure=items removed\tperiod=2020\tcategory=spam\\tand\\\\more\tvalue=1\tstatus=normal\tbasis=sum of 12\n" +
		"publisher=Example\ttable=removals\tmeasure=items removed\tperiod=2021\tcategory=spam\\tand\\\\more\tvalue=2\tstatus=normal\tbasis=sum of 12\n")
	if table.SHA256 != want || table.Count != 2 {
		t.Errorf("%d rows with %s, want %s", table.Count, table.SHA256, want)
	}
	summed, err := SumTable(AnswerRecord, Asking{Command: "series"}, AnswerRows(sampleAnswer(1, 2)))
	if err != nil || summed.SHA256 != want || summed.HasRows() {
		t.Errorf("%v %+v", err, summed)
	}
	if same, _ := summed.Same(table); !same {
		t.Error("a table without rows differs from the same with rows")
	}
}

func TestAskingIsReadAsItWasWritten(t *testing.T) {
	a := Asking{Command: "compare", Question: Question{
		Publisher: []string{"X, formerly Twitter", "Google"}, Table: []string{"a=b"}, Measure: []string{"items removed"},
		By: []Dim{Area, Facet}, ByCountry: true, ByCode: true, Country: []string{"DE"}, Code: []string{"SPAM"},
		Since: DayOf(2020, 1, 1), Until: DayOf(2021, 1, 1), Every: EveryHalf, AsOf: DayOf(2024, 5, 6), Partial: true, Derived: true,
	}}
	for _, d := range AllDims() {
		a.Question.Where[d] = []string{d.String() + " ›\n1", ""}
	}
	a.Pair = Pair{From: Period{5, 9}, To: EveryYear.Around(0), Against: Subject{"Meta", "A/B"}, PerDay: true}
	a.Worked, a.Only, a.Shown = Transform{Indexed, EveryWeek.Around(800)}, []RevisionKind{RevisionTakenBack}, []string{"--profile=analyst", "--log"}
	got, err := ParseAsking(a.Words())
	if err != nil || !reflect.DeepEqual(got, a) {
		t.Errorf("%v\ngot  %+v\nwant %+v\n%q", err, got, a, a.Words())
	}
	table := Asking{Command: "table", Question: Question{By: []Dim{Area}, ByCode: true}, Shown: []string{"--rows=area", "--columns=code"}}
	if got, err := ParseAsking(table.Words()); err != nil || !reflect.DeepEqual(got, table) {
		t.Errorf("%v: %+v", err, got)
	}
}

// cellsOf writes the rows of a record's tables as a workbook has them.
func cellsOf(r AuditRecord) (heads []string, rows [][]string) {
	heads = append([]string{"record"}, r.Tables[0].Columns...)
	for _, row := range r.Tables[0].Rows {
		cells := []string{"table 1"}
		for _, text := range row {
			cells = append(cells, RecordCell(text))
		}
		rows = append(rows, cells)
	}
	return heads, rows
}

func TestRecordIsReadFromItsLines(t *testing.T) {
	r := sampleRecord(t, 1, 2.5)
	r.Steps = [][]string{{"series", "--by=area"}, {"series", "--area=[z]"}}
	r.Sheets = []RecordedSheet{{"Table 1", 3, strings.Repeat("0b", 32)}}
	r.Sources[0].Starter = true
	r.Sources[0].Mapping = strings.Repeat("# é\\\n\"", 20_000)
	r.Sources[0].MappingSHA256 = sumOf(r.Sources[0].Mapping)
	lines := r.Lines()
	for _, l := range lines {
		if len(l.Entry) > mostEntry || strings.ContainsAny(l.Entry, "\n\r\t") {
			t.Errorf("%s, %s is too much for a cell: %d bytes", l.Part, l.Item, len(l.Entry))
		}
	}
	got, err := RecordOfLines(lines)
	if err == nil {
		err = got.AddRows(cellsOf(r))
	}
	if err != nil || got.Check() != nil || !reflect.DeepEqual(got, r) {
		t.Errorf("%v %v\ngot  %+v\nwant %+v", err, got.Check(), got.Tables, r.Tables)
	}
	for _, c := range []struct {
		line RecordLine
		want string
	}{
		{RecordLine{"record", "record", "7"}, "newer Vitrine"}, {RecordLine{"poem 1", "verse", "x"}, "no part"},
		{RecordLine{"source 1", "colour", "red"}, "unknown field"}, {RecordLine{"source 1", "bytes", "many"}, "source 1"},
	} {
		if _, err := RecordOfLines(append(r.Lines(), c.line)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: %v", c.line, err)
		}
	}
	if _, err := RecordOfLines(nil); !errors.Is(err, ErrNoRecord) {
		t.Errorf("no line: %v", err)
	}
	if err := got.AddRows([]string{"record", "value"}, [][]string{{"table 2", "1"}}); err == nil {
		t.Error("a row of no table was taken")
	}
}

func TestCellSum(t *testing.T) {
	sum := NewCellSum()
	sum.Add(3, 2, 1234567890123)
	sum.Add(3, 28, 0.1+0.2)
	if got, want := sum.Sheet("A"), (RecordedSheet{"A", 2, sumOf("B3\t1234567890123\nAB3\t0.3\n")}); got != want {
		t.Errorf("%v, want %v", got, want)
	}
}

// A spreadsheet keeps 15 digits: rounding these to 12 must not give another
// number than rounding all of them.
func TestCellSumOfWhatASpreadsheetKeeps(t *testing.T) {
	written, kept := NewCellSum(), NewCellSum()
	written.Add(1, 1, 4.6732045479050015)
	kept.Add(1, 1, 4.67320454790500)
	if written.Sheet("A") != kept.Sheet("A") {
		t.Error("a number that was saved differs from the same number before")
	}
}

func FuzzReadAuditRecord(f *testing.F) {
	f.Add([]byte(written(f, sampleRecord(f, 1, 2.5))))
	f.Add([]byte(`{"record":1,"vitrine":"","sources":[{"sha256":"` + strings.Repeat("0", 64) + `","name":"a"}],"tables":[{"kind":"figures","asked":["export","--since=2024-01-01"]}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		r, err := ReadAuditRecord(bytes.NewReader(text))
		if err != nil {
			return
		}
		again, err := ReadAuditRecord(strings.NewReader(written(t, r)))
		if err != nil || len(again.Tables) != len(r.Tables) {
			t.Fatalf("what was read is not read again: %v\n%s", err, written(t, r))
		}
		lined, err := RecordOfLines(r.Lines())
		if err != nil || len(lined.Sources) != len(r.Sources) || len(lined.Tables) != len(r.Tables) {
			t.Fatalf("what was read is not read again from lines: %v\n%v", err, r.Lines())
		}
		for i, table := range r.Tables {
			if same, found := table.Same(again.Tables[i]); table.Whole() && !same {
				t.Errorf("a table differs from itself: %v", found)
			}
			asked, _ := ParseAsking(table.Asked)
			if _, err := ParseAsking(asked.Words()); err != nil {
				t.Errorf("%q: %v", asked.Words(), err)
			}
		}
	})
}
