package window

import (
	"context"
	"io"
	"slices"

	"vitrine/reports"
	"vitrine/reports/export"
)

// A recorder is a library that tells which sources tables rest on.
type recorder interface {
	Record(ctx context.Context, version string, names reports.Names, publishers []string, tables ...reports.RecordedTable) (reports.AuditRecord, error)
}

// noRecord says why no audit record can be saved.
func (p *page) noRecord() string {
	if _, able := p.ledger.(recorder); !able {
		return p.say("refused.record")
	}
	return p.noAnswer()
}

// asked writes what a state asks as the command line does, with what is
// compared and worked out.
func (s state) asked(pair reports.Pair, worked reports.Transform) reports.Asking {
	a := reports.Asking{Command: "series", Question: s.question, Worked: worked}
	if s.compare.on {
		a.Command, a.Pair, a.Worked = "compare", pair, reports.Transform{}
	}
	return a
}

// steps lists the questions that led to the one of now, the oldest first.
func (p *page) steps() [][]string {
	var list [][]string
	for _, s := range p.history.states[:p.history.at] {
		words := s.asked(s.compare.pair, reports.Transform{Kind: s.worked}).Words()
		if n := len(list); n == 0 || !slices.Equal(list[n-1], words) {
			list = append(list, words)
		}
	}
	return list
}

// A recordedTable is made when the file is written, off the UI goroutine.
type recordedTable func(context.Context) (reports.RecordedTable, error)

// recordOf returns what makes the record of tables that are about series; the
// zero record where the library cannot tell its sources.
func (p *page) recordOf(series []reports.Series, tables ...recordedTable) func(context.Context) (reports.AuditRecord, error) {
	l, able := p.ledger.(recorder)
	version, steps := p.options.Version, p.steps()
	var publishers []string
	for _, s := range series {
		publishers = append(publishers, s.Publisher)
	}
	return func(ctx context.Context) (reports.AuditRecord, error) {
		if !able {
			return reports.AuditRecord{}, nil
		}
		var made []reports.RecordedTable
		for _, table := range tables {
			t, err := table(ctx)
			if err != nil {
				return reports.AuditRecord{}, err
			}
			made = append(made, t)
		}
		record, err := l.Record(ctx, version, names(), publishers, made...)
		record.Steps = steps
		return record, err
	}
}

// saveRecord writes the audit record of the numbers that are shown.
func (p *page) saveRecord() {
	var made func(context.Context) (reports.AuditRecord, error)
	if c := p.comparison(); c != nil {
		made = p.recordOf(c.Series(), recordComparison(askedPair(*c), *c))
	} else {
		a := *p.result.answer
		asked := reports.Asking{Command: "series", Question: p.result.question, Worked: transformOf(*p.result.published(), p.result.worked)}
		made = p.recordOf(a.Series, recordAnswer(asked, a))
	}
	p.save(".json", func(ctx context.Context, w io.Writer) error {
		record, err := made(ctx)
		if err != nil {
			return err
		}
		return record.Write(w)
	})
}

func recordComparison(asked reports.Asking, c reports.Comparison) recordedTable {
	return func(context.Context) (reports.RecordedTable, error) {
		return reports.RecordTable(reports.ComparisonRecord, asked, reports.ComparisonRows(c))
	}
}

func recordAnswer(asked reports.Asking, a reports.Answer) recordedTable {
	return func(context.Context) (reports.RecordedTable, error) {
		return reports.RecordTable(reports.AnswerRecord, asked, reports.AnswerRows(a))
	}
}

// bookRecord returns what makes the record that the workbook of the answer
// holds. The long data have the rows of its figures.
func (p *page) bookRecord(b export.Book) func(context.Context) (reports.AuditRecord, error) {
	asked, l := p.history.now().asked(reports.Pair{}, reports.Transform{}), p.ledger
	asked.Command, asked.Question, asked.Shown = "export", p.result.question, bookFlags(b)
	behind := asked
	behind.Worked = b.Worked()
	return p.recordOf(b.Answer.Series, recordAnswer(asked, b.Answer), func(ctx context.Context) (reports.RecordedTable, error) {
		return reports.SumTable(reports.BehindRecord, behind, reports.FigureRows(reports.Behind(ctx, asked.Question, l, names(), b.Behind())))
	})
}

// sidedRecord returns what makes the record that the workbook of a comparison
// holds.
func (p *page) sidedRecord(c reports.Comparison) func(context.Context) (reports.AuditRecord, error) {
	asked, l := askedPair(c), p.ledger
	return p.recordOf(c.Series(), recordComparison(asked, c), func(ctx context.Context) (reports.RecordedTable, error) {
		return reports.SumTable(reports.BehindRecord, asked, reports.FigureRows(reports.BehindComparison(ctx, l, names(), c)))
	})
}

// revisionsRecord returns what makes the record of a workbook of revisions,
// once they are found.
func (p *page) revisionsRecord(q reports.Question, b *export.RevisionBook) func(context.Context) (reports.AuditRecord, error) {
	asked := reports.Asking{Command: "revisions", Question: q}
	return p.recordOf(nil, func(context.Context) (reports.RecordedTable, error) {
		return reports.RecordTable(reports.RevisionsRecord, asked, reports.RevisionRows(b.Revisions))
	}, func(context.Context) (reports.RecordedTable, error) {
		return reports.RecordTable(reports.RevisionCountRecord, asked, reports.RevisionCountRows(b.Summary))
	})
}

// askedPair is what a comparison asked, with the periods that it chose.
func askedPair(c reports.Comparison) reports.Asking {
	return reports.Asking{Command: "compare", Question: c.Question, Pair: c.Pair}
}
