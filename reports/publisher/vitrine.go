package publisher

import (
	"math"
	"strconv"
	"strings"

	"vitrine/assets"
	"vitrine/reports"
)

// Vitrine's own long CSV: what series, table and export write, a row a
// figure. Any column but the first six may be missing. A file may say at its
// end what the command line leaves out: what its blocks split by, complete and
// overlapping dimensions, what an absent cell means, notes, and where and when
// the figures were got.
//
// For tables that another format fills, that format's declarations count.
var vitrineCSV = Format{
	Name:      "Vitrine CSV",
	Publisher: "Vitrine",
	Title:     "figures that Vitrine wrote: vitrine export -o data.csv, vitrine series --format csv",
	Columns:   []string{"publisher", "table", "measure", "period_start", "period_end", "value"},
	Optional: []string{
		"service", "area", "category", "subcategory", "trigger", "detection", "decision", "ground", "action", "facet",
		"low", "high", "status", "basis", "breakdown", "complete", "overlapping", "absent", "note", "address", "retrieved",
	},
	Ignored: []string{"unit", "code", "source", "file", "sha256", "sheet", "row", "column", "text"},
	Read:    readVitrine,
}

func readVitrine(l *Line) {
	if l.unpublished() {
		return
	}
	f := reports.Figure{
		Publisher: l.plain("publisher"), Table: l.plain("table"), Measure: reports.Measure(l.plain("measure")),
		Period: reports.Period{Start: l.isoDay("period_start"), End: l.isoDay("period_end") + 1},
		Split:  l.split(),
		Note:   l.plain("note"),
		Origin: l.Origin("value"),
	}
	for _, c := range []string{"publisher", "table", "measure"} {
		if l.plain(c) == "" {
			l.Fail(c, "the %s is missing", c)
		}
	}
	l.number(&f)
	l.provenance()
	if l.Failed() {
		return
	}
	l.declare(&f)
	if !l.Failed() {
		l.export.publishedBy(f.Publisher)
		l.export.Add(f)
	}
}

// publishedBy adds a publisher to those of the source.
func (e *Export) publishedBy(name string) {
	switch p := &e.reading.Publisher; {
	case len(e.reading.Figures) == 0:
		*p = name
	case !strings.Contains(", "+*p+", ", ", "+name+", "):
		*p += ", " + name
	}
}

// unpublished tells whether a row is a sum or a derived number, which states
// nothing that a publisher said. The first one is a problem.
func (l *Line) unpublished() bool {
	basis := l.plain("basis")
	if basis == "" || basis == "published" {
		return false
	}
	if !l.header.told {
		l.export.Problem(l.Origin("basis"), "rows that are no published figures (%s) were not read", basis)
	}
	l.header.told = true
	return true
}

// plain returns a column's text as it was before Vitrine wrote it: without the
// apostrophe that keeps a text from becoming a formula.
func (l *Line) plain(column string) string {
	text := l.Text(column)
	if len(text) > 1 && text[0] == '\'' && strings.ContainsRune("=+-@\t\r", rune(text[1])) {
		return text[1:]
	}
	return text
}

// split returns the row's value of each dimension.
func (l *Line) split() reports.Split {
	var s reports.Split
	for _, d := range reports.AllDims() {
		s = s.With(d, l.plain(d.String()))
	}
	if code, ok := assets.Areas().LookupCode(s.Area); ok {
		s.Area = code
	}
	return s
}

// number reads the row's value, bounds and status.
func (l *Line) number(f *reports.Figure) {
	f.Value, f.Low, f.High = l.float("value", math.NaN()), l.float("low", 0), l.float("high", math.Inf(1))
	f.HasRange = l.Text("low")+l.Text("high") != ""
	if !f.HasRange {
		f.Low, f.High = 0, 0
	}
	f.Status = l.status()
	if !f.Known() && f.Status == reports.Normal {
		f.Status = reports.NotAvailable
	}
}

// status reads the status of a figure. What an answer adds to it, as
// "incomplete", is no status of a figure.
func (l *Line) status() reports.Status {
	text, _, _ := strings.Cut(l.plain("status"), ";")
	status, known := reports.ParseStatus(text)
	if !known && text != "" && text != "incomplete" && !strings.HasPrefix(text, "partial") {
		l.Fail("status", "%q is not a status such as normal or provisional", text)
	}
	return status
}

// float reads a column as a plain number, absent where its cell is empty.
func (l *Line) float(column string, absent float64) float64 {
	text := l.Text(column)
	if text == "" {
		return absent
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(v) {
		l.Fail(column, "%q is not a number", text)
	}
	return v
}

// provenance takes over where and when the figures were got.
func (l *Line) provenance() {
	if address := l.plain("address"); address != "" {
		l.export.Address(address)
	}
	if l.Text("retrieved") != "" {
		l.export.Published(l.isoDay("retrieved"))
	}
}

// isoDay returns a day as Vitrine writes it.
func (l *Line) isoDay(column string) reports.Day {
	day, err := reports.ParseDay(l.Text(column))
	if err != nil {
		l.Fail(column, "%s", err)
	}
	return day
}
