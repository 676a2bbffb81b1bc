package audit

import (
	"context"
	"fmt"
	"iter"
	"slices"

	"vitrine/assets"
	"vitrine/reports"
)

// A Repeatable library holds the sources of a record.
type Repeatable interface {
	reports.Ledger
	Vintages
}

// Repeat asks the question of a table of a record again, and records what
// comes out.
func Repeat(ctx context.Context, l Repeatable, t reports.RecordedTable, names reports.Names) (reports.RecordedTable, error) {
	asked, err := reports.ParseAsking(t.Asked)
	if err != nil {
		return reports.RecordedTable{}, err
	}
	r := repeating{ctx: ctx, library: l, names: names, asked: asked}
	rows, err := r.rows(t.Kind)
	if err != nil {
		return reports.RecordedTable{}, err
	}
	if !t.HasRows() {
		return reports.SumTable(t.Kind, asked, rows)
	}
	return reports.RecordTable(t.Kind, asked, rows)
}

// A repeating is a question that is asked again.
type repeating struct {
	ctx     context.Context
	library Repeatable
	names   reports.Names
	asked   reports.Asking
}

// rows returns the rows of a kind of table.
func (r repeating) rows(kind reports.RecordKind) (iter.Seq2[[]string, error], error) {
	switch kind {
	case reports.AnswerRecord:
		a, err := reports.Ask(r.ctx, r.asked.Question, r.library, r.names)
		if err == nil {
			a, err = r.asked.Worked.Work(r.ctx, a, assets.Populations(), r.library)
		}
		return reports.AnswerRows(a), err
	case reports.FiguresRecord:
		return reports.FigureRows(reports.Matching(r.ctx, r.asked.Question, r.library, r.names)), nil
	case reports.BehindRecord:
		return r.behind()
	case reports.ComparisonRecord:
		c, err := reports.Compare(r.ctx, r.asked.Question, r.asked.Pair, r.library, r.names, assets.Events())
		return reports.ComparisonRows(c), err
	case reports.RevisionsRecord:
		_, rows, err := RevisionRows(r.ctx, r.library, r.asked, r.names)
		return each(rows), err
	case reports.RevisionCountRecord:
		s, _, err := RevisionRows(r.ctx, r.library, r.asked, r.names)
		return reports.RevisionCountRows(s), err
	}
	return nil, fmt.Errorf("%q is no kind of table", kind)
}

// behind lists the figures behind an answer or a comparison.
func (r repeating) behind() (iter.Seq2[[]string, error], error) {
	q := r.asked.Question
	if r.asked.Command == "compare" {
		c, err := reports.Compare(r.ctx, q, r.asked.Pair, r.library, r.names, assets.Events())
		return reports.FigureRows(reports.BehindComparison(r.ctx, r.library, r.names, c)), err
	}
	a, err := reports.Ask(r.ctx, q, r.library, r.names)
	if err == nil {
		a, err = r.asked.Worked.Work(r.ctx, a, assets.Populations(), r.library)
	}
	return reports.FigureRows(reports.Behind(r.ctx, q, r.library, r.names, a)), err
}

// RevisionRows lists the revisions that an asking wants, as rows of a record.
func RevisionRows(ctx context.Context, v Vintages, asked reports.Asking, names reports.Names) (reports.RevisionSummary, [][]string, error) {
	var rows [][]string
	s, err := Revisions(ctx, v, asked.Question, names, func(r reports.Revision) error {
		if len(asked.Only) == 0 || slices.Contains(asked.Only, r.Change) {
			rows = append(rows, reports.RevisionRow(r))
		}
		return nil
	})
	return s, rows, err
}

// RecordRevisions records the revisions that an asking wants, and their counts.
func RecordRevisions(ctx context.Context, v Vintages, asked reports.Asking, names reports.Names) (list, counts reports.RecordedTable, err error) {
	s, rows, err := RevisionRows(ctx, v, asked, names)
	if err != nil {
		return list, counts, err
	}
	if list, err = reports.RecordTable(reports.RevisionsRecord, asked, each(rows)); err != nil {
		return list, counts, err
	}
	counts, err = reports.RecordTable(reports.RevisionCountRecord, asked, reports.RevisionCountRows(s))
	return list, counts, err
}

func each(rows [][]string) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}
}
