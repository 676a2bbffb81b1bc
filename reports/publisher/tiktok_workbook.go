package publisher

import (
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// A tiktokBook is a workbook of 2022 Q3 or before while its sheets are read: a
// sheet a subject, a column a metric or a policy, a row a quarter, a policy or
// a country. The sheets without dates are about its newest quarter.
type tiktokBook struct {
	export *Export
	file   *sheet.File
	last   reports.Period // the newest quarter of its dated sheets, once it was looked for
}

// ofTikTokBook tells whether a header is one of those that no other
// publisher's workbook has.
func (h *header) ofTikTokBook() bool {
	return h.hasAll([]string{"Date", "Videos removed by automation"}) ||
		h.hasAll([]string{"Date", "Accounts suspected to be under the age of 13 removed"}) || h.removalPolicy() > 0
}

// sheet reads one sheet. A sheet without a column that is known is a problem.
func (b *tiktokBook) sheet(t *sheet.Table, h *header) {
	values := tiktokColumns(h)
	if len(values) == 0 {
		b.export.Problem(reports.Origin{File: b.file.Path, Sheet: t.Name}, "no format reads this table")
		return
	}
	b.export.linesBelow(b.file, t, h, func(l *Line) {
		f := reports.Figure{Period: b.period(l)}
		tiktokLabels(l, &f)
		for _, column := range values {
			tiktokValue(l, column, f)
		}
	})
}

// tiktokColumns lists the columns of a sheet that state figures: metrics, or,
// beside dates, policies.
func tiktokColumns(h *header) []string {
	var columns []string
	dated := h.column["date"] > 0
	for _, text := range h.texts {
		_, metric := tiktokMetrics[tiktokHeader(text)]
		_, policy := tiktokNames[tiktokFold(text)]
		if metric || dated && policy {
			columns = append(columns, text)
		}
	}
	return columns
}

// tiktokHeader writes a column's name as tiktokMetrics does: "% Proactive
// Removal" as "proactive removal".
func tiktokHeader(text string) string {
	return strings.TrimPrefix(foldHeader(text), "% ")
}

// period returns the quarter of a line: that of its date, that in the header
// of its first column (Jul-Sep 2021 removal policy), or the newest of the
// workbook.
func (b *tiktokBook) period(l *Line) reports.Period {
	if l.header.find("Date") > 0 {
		return l.endOf("Date", reports.EveryQuarter)
	}
	if column := l.header.removalPolicy(); column > 0 {
		p, _ := l.header.policyPeriod(column)
		return p
	}
	if b.last == (reports.Period{}) {
		b.last = newestQuarter(b.file)
	}
	if b.last == (reports.Period{}) {
		b.last = l.FilePeriod(reports.EveryQuarter)
	}
	return b.last
}

// newestQuarter returns the newest quarter that a workbook's dates name.
func newestQuarter(file *sheet.File) reports.Period {
	var newest reports.Period
	for _, t := range file.Tables {
		h := firstHeader(t)
		if h == nil || h.column["date"] == 0 {
			continue
		}
		for row, err := range t.Rows() {
			if err != nil {
				break
			}
			if day, ok := dayOf(row.Cell(h.column["date"])); ok && day > newest.Start {
				newest = reports.EveryQuarter.Around(day)
			}
		}
	}
	return newest
}

// tiktokLabels reads the columns that say what a row is about.
func tiktokLabels(l *Line, f *reports.Figure) {
	if column := l.header.removalPolicy(); column > 0 {
		f.Category = tiktokPolicy(l.Text(l.header.texts[column-1]))
	}
	for _, name := range []string{"Country Name", "Country", "Market", "Country/market"} {
		if l.header.find(name) > 0 {
			f.Area = l.Area(name)
		}
	}
	l.header.find("Country Code")
	if l.header.find("Issue policy") > 0 {
		// These are the videos that people decided on, as the data file of
		// 2022 Q4 says, and some workbooks the name of the sheet.
		f.Category, f.Subcategory = tiktokPolicy(l.Text("Issue policy")), tiktokPolicy(l.Text("Sub-policy"))
		f.Decision = "Human moderation"
	}
}

// tiktokValue adds the figure of one column.
func tiktokValue(l *Line, column string, f reports.Figure) {
	m, metric := tiktokMetrics[tiktokHeader(column)]
	if !metric {
		m = tiktokMetric{measure: reports.ShareOfVideosRemoved, rate: true, split: reports.Split{Category: tiktokPolicy(column)}}
	}
	f.Measure = m.measure
	if f.Measure == reports.ShareOfVideosRemoved && f.Subcategory != "" {
		f.Measure = tiktokPolicyShare
	}
	for _, d := range m.split.Stated().List() {
		f.Split = f.Split.With(d, m.split.Get(d))
	}
	f.Breakdown = f.Split.Stated()
	if m.rate {
		l.AddFraction(column, tiktokDecimals, f)
		return
	}
	l.AddFigure(column, f)
}

// removalPolicy finds the column whose header has the period of its sheet:
// "Jul - Sep 2022 removal policy". 0 if there is none.
func (h *header) removalPolicy() int {
	for i := range h.texts {
		if _, ok := h.policyPeriod(i + 1); ok {
			return i + 1
		}
	}
	return 0
}

func (h *header) policyPeriod(column int) (reports.Period, bool) {
	text, found := strings.CutSuffix(foldHeader(h.texts[column-1]), " removal policy")
	if !found {
		return reports.Period{}, false
	}
	return reports.SpellPeriod(text)
}
