package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"math"
	"strings"
	"testing"

	"vitrine/reports"
)

func oneFigure() reports.Figure {
	return reports.Figure{
		Publisher: "Google", Table: "requests", Measure: reports.ItemsNamedInRequests,
		Period: reports.Period{Start: reports.DayOf(2024, 1, 1), End: reports.DayOf(2024, 7, 1)},
		Split:  reports.Split{Service: "YouTube", Area: "FR", Category: "=HYPERLINK(\"x\")"}, Value: -12.5,
		Origin: reports.Origin{Source: sourceID, File: "a.zip/b.csv", Sheet: "two", Row: 14, Column: 28, Text: "-12,5"},
	}
}

func TestColumnsOfARecord(t *testing.T) {
	var r Record
	for r = range FigureRecords(Each([]reports.Figure{oneFigure()})) {
	}
	cells := map[string]string{}
	for i, text := range guardText(r.Texts()) {
		cells[Columns[i]] = text
	}
	for name, want := range map[string]string{
		"publisher": "Google", "period_start": "2024-01-01", "period_end": "2024-06-30", "area": "FR",
		"category": "'=HYPERLINK(\"x\")", "value": "-12.5", "low": "", "high": "", "status": "normal", "basis": "published",
		"source": "01234567", "sheet": "two", "row": "14", "column": "AB", "subcategory": "", "unit": "items",
	} {
		if cells[name] != want {
			t.Errorf("%s is %q, want %q", name, cells[name], want)
		}
	}
	if want := r.Number.Origin.String(); want != cells["source"]+":"+cells["sheet"]+"!"+cells["column"]+cells["row"] {
		t.Errorf("source, sheet, column and row do not make the address %s", want)
	}
}

func TestPlain(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", 44085169: "44085169", 1e21: "1000000000000000000000", 0.000001: "0.000001", -3.25: "-3.25", math.Inf(1): "inf",
	} {
		if got := Plain(v); got != want {
			t.Errorf("%g is written %q, want %q", v, got, want)
		}
	}
	if got := Plain(math.NaN()); got != "" {
		t.Errorf("NaN is written %q", got)
	}
}

func TestSumHasNoPlace(t *testing.T) {
	r := Record{Number: reports.Number{Basis: reports.Summed, N: 31, Value: 5, Origin: oneFigure().Origin}}
	texts := r.Texts()
	if got := strings.Join(texts[len(texts)-5:], ","); got != "sum of 31,,,," {
		t.Errorf("a sum ends in %q", got)
	}
}

func TestByteOrderMark(t *testing.T) {
	for _, bom := range []bool{false, true} {
		var b bytes.Buffer
		if err := WriteCSV(&b, reports.Answer{}, Options{BOM: bom}); err != nil {
			t.Fatal(err)
		}
		if got := strings.HasPrefix(b.String(), "\ufeffpublisher,"); got != bom {
			t.Errorf("BOM %t: the file begins with %q", bom, b.String()[:12])
		}
	}
}

func TestJSONReads(t *testing.T) {
	f := oneFigure()
	f.Value, f.HasRange, f.Low, f.High, f.Status = math.NaN(), true, 5, math.Inf(1), reports.Withheld
	var b bytes.Buffer
	if err := WriteRecordsJSON(&b, FigureRecords(Each([]reports.Figure{f, f}))); err != nil {
		t.Fatal(err)
	}
	var rows []map[string]any
	if err := json.Unmarshal(b.Bytes(), &rows); err != nil {
		t.Fatal(err)
	}
	r := rows[1]
	if len(rows) != 2 || len(r) != len(Columns) || r["value"] != nil || r["low"] != 5.0 || r["high"] != "inf" ||
		r["row"] != 14.0 || r["subcategory"] != nil || r["category"] != f.Category {
		t.Errorf("got %v", r)
	}
	b.Reset()
	if err := WriteJSON(&b, reports.Answer{}); err != nil || b.String() != "[\n]\n" {
		t.Errorf("no records: %q, %v", b.String(), err)
	}
}

// FuzzCSV checks that a csv reads back as what was written, guarded.
func FuzzCSV(f *testing.F) {
	for _, s := range []string{"", "plain", "=1+1", "a,b", "a\"b", "two\nlines", "\r", "\t", "\xff", " x ", "\\."} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, category, sheet string) {
		figure := oneFigure()
		figure.Category, figure.Origin.Sheet = category, sheet
		var b bytes.Buffer
		if err := WriteRecordsCSV(&b, FigureRecords(Each([]reports.Figure{figure})), Options{}); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(&b).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for column, text := range map[int]string{8: category, 23: sheet} {
			want := Guard(strings.ToValidUTF8(text, "\ufffd"))
			want = strings.ReplaceAll(want, "\r\n", "\n") // as encoding/csv reads it
			if got := rows[1][column]; got != want {
				t.Errorf("%s: wrote %q, read %q", Columns[column], want, got)
			}
			if got := rows[1][column]; got != "" && strings.ContainsRune("=+-@\t\r", rune(got[0])) {
				t.Errorf("%s: %q could be a formula", Columns[column], got)
			}
		}
	})
}
