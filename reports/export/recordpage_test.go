package export

import (
	"bytes"
	"strings"
	"testing"

	"vitrine/assets"
	"vitrine/reports"
)

// recordedBook is the small book with the record of its numbers.
func recordedBook(t *testing.T, lang string) Book {
	t.Helper()
	b := small(t, lang, Publication)
	table, err := reports.RecordTable(reports.AnswerRecord, reports.Asking{Command: "export", Question: b.Answer.Question}, reports.AnswerRows(b.Answer))
	if err != nil {
		t.Fatal(err)
	}
	b.Record = reports.AuditRecord{Form: reports.RecordForm, Vitrine: "1.2.3", Tables: []reports.RecordedTable{table}}
	for _, s := range b.Sources {
		b.Record.Sources = append(b.Record.Sources, reports.RecordSource(s))
	}
	return b
}

// The record is the last sheet, in words that are the same in every language;
// it names each sheet of numbers before it.
func TestWorkbookHoldsItsRecord(t *testing.T) {
	for _, lang := range assets.Languages() {
		b := recordedBook(t, lang)
		f := open(t, b)
		sheets := f.GetSheetList()
		rows, err := f.GetRows(sheets[len(sheets)-1])
		if err != nil {
			t.Fatal(err)
		}
		var lines []reports.RecordLine
		for _, row := range rows {
			if len(row) == 4 && (len(lines) > 0 || row[0] == "record") {
				lines = append(lines, reports.RecordLine{Part: row[0], Item: row[1], Entry: row[2]})
			}
		}
		got, err := reports.RecordOfLines(lines)
		if err != nil || got.Check() != nil || got.Vitrine != "1.2.3" || got.Sources[0] != b.Record.Sources[0] || got.Tables[0].SHA256 != b.Record.Tables[0].SHA256 {
			t.Errorf("%s: %v, %v: %+v", lang, err, got.Check(), got)
		}
		var named []string
		for _, s := range got.Sheets {
			named = append(named, s.Name)
		}
		w := assets.For(lang)
		want := []string{w.Say("export.sheet.contents"), w.Say("export.sheet.table") + " 1", w.Say("export.sheet.chartdata") + " 1", w.Say("export.sheet.data"), w.Say("export.sheet.sources"), w.Say("record.sheet.rows")}
		if strings.Join(named, ", ") != strings.Join(want, ", ") {
			t.Errorf("%s: sheets %q, want %q", lang, named, want)
		}
		if !bytes.Equal(bytesOf(t, b), bytesOf(t, recordedBook(t, lang))) {
			t.Errorf("%s: the same book has other bytes", lang)
		}
	}
}
