package command

import (
	"vitrine/reports"
	"vitrine/reports/export"
	"vitrine/reports/library"
)

// recording is the flag of commands whose tables can be repeated.
type recording struct {
	Record string `help:"Also write an audit record: sources, question and numbers, for vitrine verify." placeholder:"FILE.json"`
}

// write writes the record of tables about some publishers, if one is wanted.
func (c recording) write(j *job, lib *library.Library, publishers []string, tables ...func() (reports.RecordedTable, error)) error {
	if c.Record == "" {
		return nil
	}
	var made []reports.RecordedTable
	for _, table := range tables {
		t, err := table()
		if err != nil {
			return err
		}
		made = append(made, t)
	}
	record, err := lib.Record(j.ctx, j.Version, names(), publishers, made...)
	if err != nil {
		return err
	}
	return export.WriteFile(c.Record, record.Write)
}

// recordAnswer records the numbers of an answer.
func recordAnswer(asked reports.Asking, a reports.Answer) func() (reports.RecordedTable, error) {
	return func() (reports.RecordedTable, error) {
		return reports.RecordTable(reports.AnswerRecord, asked, reports.AnswerRows(a))
	}
}

// publishersOf lists the publishers of series.
func publishersOf(series []reports.Series) []string {
	var list []string
	for _, s := range series {
		list = append(list, s.Publisher)
	}
	return list
}
