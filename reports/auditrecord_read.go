package reports

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"time"
)

// The limits of a record that is read.
const (
	mostRecordBytes   = 128 << 20
	mostRecordSources = 100_000
	mostRecordTables  = 1_000
)

// ErrNoRecord says that a file is no audit record.
var ErrNoRecord = errors.New("not an audit record; export, series, table, compare and revisions write one with --record")

// ReadAuditRecord reads a record as Write writes it. A record of a newer form,
// or one that holds what none can hold, is refused with one sentence.
func ReadAuditRecord(r io.Reader) (AuditRecord, error) {
	text, err := io.ReadAll(io.LimitReader(r, mostRecordBytes+1))
	if err != nil {
		return AuditRecord{}, err
	}
	if len(text) > mostRecordBytes {
		return AuditRecord{}, fmt.Errorf("the record is larger than %d MB; no record is", mostRecordBytes>>20)
	}
	var form struct {
		Form *float64 `json:"record"`
	}
	if err := json.Unmarshal(text, &form); err != nil || form.Form == nil {
		return AuditRecord{}, ErrNoRecord
	}
	if *form.Form > RecordForm {
		return AuditRecord{}, newer(*form.Form)
	}
	var record AuditRecord
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&record); err != nil {
		return AuditRecord{}, fmt.Errorf("the record cannot be read: %w", err)
	}
	return record, record.Check()
}

func newer(form float64) error {
	return fmt.Errorf("the record was written by a newer Vitrine (form %v, this one knows %d); use that one", form, RecordForm)
}

// Check says in one sentence what a record holds that none can hold.
func (r AuditRecord) Check() error {
	switch {
	case r.Form < 1 || r.Form > RecordForm:
		return fmt.Errorf("the record has the form %d, which there is not; this Vitrine knows %d", r.Form, RecordForm)
	case len(r.Sources) > mostRecordSources || len(r.Tables) > mostRecordTables || len(r.Sheets) > mostRecordTables:
		return fmt.Errorf("the record names more than %d sources or %d tables; no record does", mostRecordSources, mostRecordTables)
	case len(r.Tables) == 0:
		return errors.New("the record names no table: there is nothing to repeat")
	case len(r.Sources) == 0:
		return errors.New("the record names no source: there is nothing to repeat it from")
	}
	for i, s := range r.Sources {
		if err := s.check(); err != nil {
			return fmt.Errorf("source %d of the record: %w", i+1, err)
		}
		if slices.ContainsFunc(r.Sources[:i], func(o RecordedSource) bool { return o.SHA256 == s.SHA256 }) {
			return fmt.Errorf("source %d of the record stands in it twice", i+1)
		}
	}
	for i, t := range r.Tables {
		if err := t.check(); err != nil {
			return fmt.Errorf("table %d of the record: %w", i+1, err)
		}
	}
	for i, s := range r.Sheets {
		if !isSum(s.SHA256) || s.Numbers < 0 {
			return fmt.Errorf("sheet %d of the record: it has no SHA-256", i+1)
		}
	}
	return nil
}

func isSum(text string) bool {
	sum, err := hex.DecodeString(text)
	return err == nil && len(sum) == 32 && strings.ToLower(text) == text
}

func (s RecordedSource) check() error {
	switch {
	case !isSum(s.SHA256):
		return fmt.Errorf("%.80q is no SHA-256 of 64 digits", s.SHA256)
	case s.Name == "" || len(s.Name) > 4096 || strings.ContainsAny(s.Name, "/\x00"):
		return fmt.Errorf("%.80q is no name of a file", s.Name)
	case s.Bytes < 0:
		return fmt.Errorf("%d is no size of a file", s.Bytes)
	case s.Mapping != "" && sumOf(s.Mapping) != s.MappingSHA256:
		return errors.New("its mapping is not the one that was used: its SHA-256 is another")
	}
	if s.Published != "" {
		if _, err := ParseDay(s.Published); err != nil {
			return err
		}
	}
	if s.Retrieved != "" {
		if _, err := time.Parse(time.RFC3339Nano, s.Retrieved); err != nil {
			return fmt.Errorf("%.80q is no time", s.Retrieved)
		}
	}
	if s.Period != "" {
		if _, err := ParsePeriod(s.Period); err != nil {
			return err
		}
	}
	return nil
}

func (t RecordedTable) check() error {
	if !t.Kind.Known() {
		return fmt.Errorf("%.80q is no kind of table that this Vitrine could repeat", t.Kind)
	}
	if _, err := ParseAsking(t.Asked); err != nil {
		return err
	}
	known := t.Kind.Columns()
	for i, name := range t.Columns {
		if !slices.Contains(known, name) || slices.Contains(t.Columns[:i], name) {
			return fmt.Errorf("%.80q is no column of %s, or stands there twice", name, t.Kind)
		}
	}
	switch {
	case !isSum(t.SHA256):
		return fmt.Errorf("%.80q is no SHA-256 of 64 digits", t.SHA256)
	case t.Count < 0 || t.Count > math.MaxInt32:
		return fmt.Errorf("%d is no number of rows", t.Count)
	case len(t.Rows) > MostRecordedRows:
		return fmt.Errorf("it has more than %d rows; no record does", MostRecordedRows)
	}
	for i, row := range t.Rows {
		if len(row) != len(t.Columns) {
			return fmt.Errorf("row %d has %d cells under %d columns", i+1, len(row), len(t.Columns))
		}
	}
	return nil
}

// Whole tells whether the rows of a table are those of its checksum: that
// nobody changed one or the other.
func (t RecordedTable) Whole() bool {
	if !t.HasRows() {
		return true
	}
	sum := NewRowSum(t.Columns)
	for _, row := range t.Rows {
		sum.Add(row)
	}
	return len(t.Rows) == t.Count && sum.Sum() == t.SHA256
}

// HasRows tells whether the record holds the table's rows.
func (t RecordedTable) HasRows() bool { return len(t.Rows) > 0 || t.Count == 0 }
