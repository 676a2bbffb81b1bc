package reports

import (
	"iter"
	"slices"
	"time"
)

// RecordForm is the version of the form in which records are written. A
// record of a greater one is a newer Vitrine's.
const RecordForm = 1

// An AuditRecord says how tables came about, so that anybody can repeat them:
// from which sources, by which questions, and what the numbers were.
// docs/record.md describes its form. The same answer gives the same record:
// it knows no clock.
type AuditRecord struct {
	Form    int              `json:"record"`
	Vitrine string           `json:"vitrine"` // the version that wrote it
	Sources []RecordedSource `json:"sources"` // in the order in which they were loaded
	Tables  []RecordedTable  `json:"tables"`
	// Steps are the questions that came before that of the tables, the oldest
	// first, as Asking.Words writes them. They are told and not repeated.
	Steps [][]string `json:"steps,omitempty"`
	// Sheets are those of the workbook that holds the record, if one does.
	Sheets []RecordedSheet `json:"sheets,omitempty"`
}

// A RecordedSource is a source of a record's tables, with what was said of it
// when it was loaded.
type RecordedSource struct {
	SHA256    string `json:"sha256"`
	Name      string `json:"name"`
	Bytes     int64  `json:"bytes"`
	Publisher string `json:"publisher,omitempty"`
	Format    string `json:"format,omitempty"`
	Published string `json:"published,omitempty"` // a day
	Retrieved string `json:"retrieved,omitempty"` // RFC 3339, UTC
	Address   string `json:"address,omitempty"`
	Starter   bool   `json:"starter,omitempty"` // it came with Vitrine
	Period    string `json:"period,omitempty"`  // that was given with --period
	Mapping   string `json:"mapping,omitempty"` // the TOML by which it was read
	// MappingSHA256 is that of Mapping.
	MappingSHA256 string `json:"mapping_sha256,omitempty"`
}

// A RecordedTable is a table of numbers and the question that it answers.
type RecordedTable struct {
	Kind    RecordKind `json:"kind"`
	Asked   []string   `json:"asked"`  // as Asking.Words writes it
	Count   int        `json:"count"`  // of rows
	SHA256  string     `json:"sha256"` // of the rows, as RowSum adds them up
	Columns []string   `json:"columns,omitempty"`
	Rows    [][]string `json:"rows,omitempty"` // left out of tables with more than MostRecordedRows
}

// A RecordedSheet says which numbers a sheet of a workbook was written with.
type RecordedSheet struct {
	Name    string `json:"name"`
	Numbers int    `json:"numbers"` // cells that hold a number or a day
	SHA256  string `json:"sha256"`  // of these cells, as CellSum adds them up
}

// A RecordKind says what the rows of a table are.
type RecordKind string

// The kinds of tables.
const (
	AnswerRecord        RecordKind = "answer"          // the numbers of an answer
	BehindRecord        RecordKind = "behind"          // the figures that stand behind an answer
	FiguresRecord       RecordKind = "figures"         // all figures that match a question
	ComparisonRecord    RecordKind = "comparison"      // the items of a comparison, and their whole
	RevisionsRecord     RecordKind = "revisions"       // what later vintages changed
	RevisionCountRecord RecordKind = "revision counts" // how much they changed, by vintage, measure and category
)

// MostRecordedRows is how many rows of a table a record holds. Of a larger
// table it holds their number and their checksum alone.
const MostRecordedRows = 100_000

// RecordSource returns what a record says of a source.
func RecordSource(s Source) RecordedSource {
	r := RecordedSource{
		SHA256: s.ID, Name: s.Name, Bytes: s.Bytes, Publisher: s.Publisher, Format: s.Format, Address: s.Address,
		Starter: s.Starter, Mapping: s.Given.Mapping,
	}
	if s.Published != 0 {
		r.Published = s.Published.String()
	}
	if !s.Retrieved.IsZero() {
		r.Retrieved = s.Retrieved.UTC().Format(time.RFC3339Nano)
	}
	if s.Given.Period != (Period{}) {
		r.Period = s.Given.Period.String()
	}
	if r.Mapping != "" {
		r.MappingSHA256 = sumOf(r.Mapping)
	}
	return r
}

// Source returns the source that a record names. What the record says of it
// is in order: ReadAuditRecord saw to that.
func (r RecordedSource) Source() Source {
	s := Source{ID: r.SHA256, Name: r.Name, Bytes: r.Bytes, Publisher: r.Publisher, Format: r.Format, Address: r.Address, Starter: r.Starter}
	s.Given.Mapping = r.Mapping
	s.Published, _ = ParseDay(r.Published)
	s.Retrieved, _ = time.Parse(time.RFC3339Nano, r.Retrieved)
	s.Given.Period, _ = ParsePeriod(r.Period)
	return s
}

// RecordTable records the rows of a question's answer, each a text under the
// columns of its kind. Columns in which no row has anything are left out.
func RecordTable(kind RecordKind, asked Asking, rows iter.Seq2[[]string, error]) (RecordedTable, error) {
	return recordTable(kind, asked, rows, MostRecordedRows)
}

// SumTable records the number of rows and their checksum alone.
func SumTable(kind RecordKind, asked Asking, rows iter.Seq2[[]string, error]) (RecordedTable, error) {
	return recordTable(kind, asked, rows, -1)
}

func recordTable(kind RecordKind, asked Asking, rows iter.Seq2[[]string, error], most int) (RecordedTable, error) {
	t := RecordedTable{Kind: kind, Asked: asked.Words()}
	columns := kind.Columns()
	sum := NewRowSum(columns)
	var kept [][]string
	for row, err := range rows {
		if err != nil {
			return t, err
		}
		t.Count++
		row = validRow(row)
		sum.Add(row)
		if t.Count <= most {
			kept = append(kept, row)
		}
	}
	t.SHA256 = sum.Sum()
	if t.Count <= most {
		t.Columns, t.Rows = withoutEmpty(columns, kept)
	}
	return t, nil
}

// withoutEmpty leaves out the columns in which no row has anything.
func withoutEmpty(columns []string, rows [][]string) (used []string, cut [][]string) {
	var at []int
	for i, name := range columns {
		if slices.ContainsFunc(rows, func(row []string) bool { return row[i] != "" }) {
			at, used = append(at, i), append(used, name)
		}
	}
	for _, row := range rows {
		short := make([]string, len(at))
		for k, i := range at {
			short[k] = row[i]
		}
		cut = append(cut, short)
	}
	return used, cut
}
