package command

import (
	"slices"

	"vitrine/reports"
	"vitrine/reports/export"
	"vitrine/reports/library"
)

// history prints what every vintage states of the figures that several state,
// a row a statement.
func (c *revisionsCommand) history(j *job, lib *library.Library, q reports.Question) error {
	all, err := lib.AllVintages(j.ctx)
	if err != nil {
		return err
	}
	scope, err := reports.ScopeOf(j.ctx, q, all, names())
	if err != nil {
		return err
	}
	var rows [][]string
	for _, b := range scope.Blocks {
		stated, err := lib.Editions(j.ctx, reports.Request{
			Publisher: b.Publisher, Table: b.Table, Measure: b.Measure, Breakdown: b.Breakdown, Where: scope.Where, Span: scope.Span,
		})
		if err != nil {
			return err
		}
		stated = slices.DeleteFunc(stated, func(s reports.Statement) bool {
			return scope.AsOf != 0 && s.Vintage.Day > scope.AsOf || scope.Codes != nil && !scope.Codes(b, s.Category, s.Subcategory)
		})
		for _, h := range reports.Histories(stated) {
			if len(h.Statements) < 2 {
				continue
			}
			for _, s := range h.Statements {
				rows = append(rows, append(export.FigureTexts(s.Figure), s.Vintage.Day.String()))
			}
		}
	}
	return j.writeList(c.Format, append(slices.Clone(export.Columns), "vintage"), rows)
}
