// Package export writes answers and figures as files that others can work
// with: workbooks, csv, json, and text for a terminal.
package export

import (
	"iter"
	"strconv"
	"strings"

	"vitrine/assets"
	"vitrine/reports"
)

// Columns names the columns of every long table that Vitrine writes, in order.
var Columns = []string{
	"publisher", "table", "measure", "unit", "period_start", "period_end",
	"service", "area", "category", "subcategory", "code", "trigger",
	"detection", "decision", "ground", "action", "facet",
	"value", "low", "high", "status", "basis", "source", "sheet", "row", "column",
}

// A Record is one line of a long table: one number and what it is about.
type Record struct {
	Publisher, Table string
	Measure          reports.Measure
	Unit             string // "" where nobody says it
	Split            reports.Split
	Code             string // the harmonised code of the split's category
	Number           reports.Number
}

// Records lists the numbers of an answer, series by series.
func Records(a reports.Answer) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		for _, s := range a.Series {
			for _, n := range s.Numbers {
				r := Record{s.Publisher, s.Table, s.Measure, s.UnitText(), s.About(), codeOf(s), n}
				if !yield(r, nil) {
					return
				}
			}
		}
	}
}

// FigureRecords lists figures as records, each with the code that the
// crosswalk gives it.
func FigureRecords(figures iter.Seq2[reports.Figure, error]) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		codes := map[[3]string]string{}
		for f, err := range figures {
			key := [3]string{f.Publisher, f.Category, f.Subcategory}
			code, known := codes[key]
			if !known {
				code = lookUp(key)
				codes[key] = code
			}
			if !yield(Record{f.Publisher, f.Table, f.Measure, reports.MeasureOf(f.Measure).Unit, f.Split, code, numberOf(f)}, err) {
				return
			}
		}
	}
}

// Each lists figures that are in memory.
func Each(figures []reports.Figure) iter.Seq2[reports.Figure, error] {
	return func(yield func(reports.Figure, error) bool) {
		for _, f := range figures {
			if !yield(f, nil) {
				return
			}
		}
	}
}

// Rows lists the numbers of an answer as texts under Columns: the numbers
// plain, without exponent, and "" for what a number does not have.
func Rows(a reports.Answer) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		for r := range Records(a) {
			if !yield(r.Texts()) {
				return
			}
		}
	}
}

// codeOf returns the code that an answer gives a series, or else the one that
// the crosswalk does.
func codeOf(s reports.Series) string {
	if s.Code != "" {
		return s.Code
	}
	return lookUp([3]string{s.Publisher, s.Key.Category, s.Key.Subcategory})
}

// lookUp returns the code of a publisher, category and subcategory.
func lookUp(key [3]string) string {
	code, _, _ := assets.Crosswalk().Lookup(key[0], key[1], key[2])
	return code
}

func numberOf(f reports.Figure) reports.Number {
	return reports.Number{
		Period: f.Period, Value: f.Value, Low: f.Low, High: f.High, HasRange: f.HasRange,
		Status: f.Status, Basis: reports.Published, N: 1,
		Table: f.Table, Breakdown: f.Breakdown, Origin: f.Origin, Note: f.Note,
	}
}

// Texts returns the record's cells under Columns.
func (r Record) Texts() []string {
	n, s := r.Number, r.Split
	low, high := r.bounds()
	source, sheet, row, column := r.place()
	return []string{
		r.Publisher, r.Table, string(r.Measure), r.Unit,
		n.Period.Start.String(), n.Period.Last().String(),
		s.Service, s.Area, s.Category, s.Subcategory, r.Code, s.Trigger,
		s.Detection, s.Decision, s.Ground, s.Action, s.Facet,
		Plain(n.Value), low, high, n.StatusText(), n.BasisCells(), source, sheet, row, column,
	}
}

func (r Record) bounds() (low, high string) {
	if !r.Number.HasRange {
		return "", ""
	}
	return Plain(r.Number.Low), Plain(r.Number.High)
}

// place returns where a published number stands, as trace takes it; a sum and
// a derived number stand in no cell.
func (r Record) place() (source, sheet, row, column string) {
	o := r.Number.Origin
	if r.Number.Basis != reports.Published || o.Source == "" {
		return "", "", "", ""
	}
	return reports.Source{ID: o.Source}.Short(), o.Sheet, strconv.Itoa(o.Row), reports.ColumnName(o.Column)
}

// Plain writes a number for machines: decimal, without exponent or grouping;
// "" for NaN and "inf" for +Inf.
func Plain(v float64) string { return reports.Decimal(v) }

// numeric tells which of Columns hold numbers and dates: they are never
// guarded against formulas.
var numeric = map[string]bool{
	"period_start": true, "period_end": true, "value": true, "low": true, "high": true, "row": true,
}

// Guard puts an apostrophe before text that a spreadsheet program would take
// for a formula: text that begins with = + - @, a tab or a carriage return.
func Guard(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return "'" + text
	}
	return text
}
