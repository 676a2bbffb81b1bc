package publisher

import (
	"maps"
	"slices"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// A tiktokDemandBook is a workbook of 2022 or before while its sheets are
// read: the totals by half-year are in one sheet, the countries of the last
// half-year, which names no date, in another, and each kind of intellectual
// property has one.
type tiktokDemandBook struct {
	export *Export
	file   *sheet.File
}

// ofTikTokRequests tells whether a header is one of those that no other
// publisher's workbook has.
func (h *header) ofTikTokRequests() bool {
	return h.hasAll([]string{"Date", "Total Government Requests"}) || h.hasAll([]string{"Date", "Total Legal Requests"}) ||
		h.hasAll([]string{"Date range", "Total copyright removal requests"})
}

// sheet reads one sheet. A sheet without a column that is known is a problem.
func (b *tiktokDemandBook) sheet(t *sheet.Table, h *header) {
	demands := tiktokDemandsIn(h)
	if len(demands) == 0 {
		b.export.Problem(reports.Origin{File: b.file.Path, Sheet: t.Name}, "no format reads this table")
		return
	}
	period := b.periods(t, h, demands)
	b.export.linesBelow(b.file, t, h, func(l *Line) {
		p := period(l)
		for _, column := range slices.Sorted(maps.Keys(demands)) {
			d := demands[column]
			f := reports.Figure{Table: d.table, Measure: d.measure, Period: p, Split: d.split}
			f.Area = tiktokCountry(l)
			f.Breakdown = f.Split.Stated()
			d.add(l, h.texts[column], f)
		}
	})
}

// tiktokDemandsIn finds the columns of a sheet that state numbers, by their
// place: all are of one table, that which knows the most of them.
func tiktokDemandsIn(h *header) map[int]tiktokDemand {
	var most map[int]tiktokDemand
	for _, aspect := range slices.Sorted(maps.Keys(tiktokAspects)) {
		found := map[int]tiktokDemand{}
		for i, text := range h.texts {
			if d, ok := tiktokDemandOf(tiktokAspects[aspect], text); ok {
				found[i] = d
			}
		}
		if len(found) > len(most) {
			most = found
		}
	}
	return most
}

// tiktokCountry reads the country of a row: none in a sheet without countries.
func tiktokCountry(l *Line) string {
	for _, name := range []string{"Country", "Country/Region", "Country/market"} {
		if l.header.find(name) > 0 {
			return l.Area(name)
		}
	}
	return ""
}

// periods returns what says the period of each line of a sheet.
func (b *tiktokDemandBook) periods(t *sheet.Table, h *header, demands map[int]tiktokDemand) func(*Line) reports.Period {
	switch {
	case h.column["date"] > 0:
		return func(l *Line) reports.Period { return l.endOf("Date", reports.EveryHalf) }
	case h.column["date range"] > 0:
		return func(l *Line) reports.Period { return l.Period("Date range") }
	}
	if p, ok := b.matching(sums(t, h, demands)); ok {
		return func(*Line) reports.Period { return p }
	}
	return func(l *Line) reports.Period { return l.FilePeriod(reports.EveryHalf) }
}

// matching returns the one half-year of the dated sheets whose totals are the
// sums over the countries of a sheet without dates.
func (b *tiktokDemandBook) matching(sums map[reports.Measure]float64) (found reports.Period, ok bool) {
	for p, totals := range b.totals() {
		if !agreeing(sums, totals) {
			continue
		}
		if ok {
			return reports.Period{}, false
		}
		found, ok = p, true
	}
	return found, ok
}

// agreeing tells whether sums and totals have measures in common, and the same
// numbers of each.
func agreeing(sums, totals map[reports.Measure]float64) bool {
	common := false
	for m, total := range totals {
		if sum, stated := sums[m]; stated && sum != total {
			return false
		} else if stated {
			common = true
		}
	}
	return common
}

// totals returns what the dated sheets state, by half-year.
func (b *tiktokDemandBook) totals() map[reports.Period]map[reports.Measure]float64 {
	totals := map[reports.Period]map[reports.Measure]float64{}
	for _, t := range b.file.Tables {
		h := firstHeader(t)
		if h == nil || h.column["date"] == 0 {
			continue
		}
		for row, err := range t.Rows() {
			day, ok := dayOf(row.Cell(h.column["date"]))
			if err != nil || !ok || row.Number <= h.row {
				continue
			}
			p := reports.EveryHalf.Around(day)
			if totals[p] == nil {
				totals[p] = map[reports.Measure]float64{}
			}
			for i, d := range tiktokDemandsIn(h) {
				if n, ok := spell(row.Cell(i + 1)); ok && n.Value > 0 {
					totals[p][d.measure] = n.Value
				}
			}
		}
	}
	return totals
}

// sums adds the counts of a sheet's columns.
func sums(t *sheet.Table, h *header, demands map[int]tiktokDemand) map[reports.Measure]float64 {
	sums := map[reports.Measure]float64{}
	for row, err := range t.Rows() {
		if err != nil || row.Number <= h.row {
			continue
		}
		for i, d := range demands {
			if n, ok := spell(row.Cell(i + 1)); ok && !d.rate && n.Value > 0 {
				sums[d.measure] += n.Value
			}
		}
	}
	return sums
}
