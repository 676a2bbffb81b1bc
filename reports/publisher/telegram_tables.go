package publisher

import (
	"strings"

	"vitrine/reports"
)

// The charts of Telegram's safety page, written out as a table: a row a day, a
// column a series. An empty cell lies before the first day of its series. As
// on the page, the last day is not over.
var telegramDailyTable = Format{
	Name:      "Telegram, safety page as a table",
	Publisher: "Telegram",
	Table:     safetyDaily,
	Title:     "the daily series of telegram.org/safety, collected as CSV",
	URL:       "https://telegram.org/safety",
	Columns:   []string{"date", "total_groups_and_channels_blocked", "csam_groups_and_channels_banned", "banned_terrorist_communities"},
	Blocks: []reports.Block{
		{Table: safetyDaily, Measure: reports.GroupsAndChannelsBlocked},
		{Table: safetyDaily, Measure: reports.GroupsAndChannelsBlocked, Breakdown: reports.ByCategory},
	},
	Extent: reports.ByCategory,

	Before: func(l *Line) { l.export.Published(l.Day("date")) },
	Read: func(l *Line) {
		f := reports.Figure{Measure: reports.GroupsAndChannelsBlocked, Period: l.Period("date")}
		if f.Period.Start == l.export.reading.Published {
			f.Status = reports.Provisional
		}
		l.AddFigure("total_groups_and_channels_blocked", f)
		f.Breakdown = reports.ByCategory
		f.Category = telegramChildAbuse
		l.AddFigure("csam_groups_and_channels_banned", f)
		f.Category = telegramTerrorism
		l.AddFigure("banned_terrorist_communities", f)
	},
}

// The reports of Telegram under the Regulation on terrorist content online
// (EU) 2021/784, written out as a table: a row a measure and year. The
// regulation applies since 7 June 2022, so the figures of 2022 are of a part of
// the year.
var telegramTerroristContent = Format{
	Publisher: "Telegram",
	Table:     "EU terrorist content report",
	Title:     "the tables of telegram.org/tos/eu/transparency-tco, collected as CSV",
	URL:       "https://telegram.org/tos/eu/transparency-tco",
	Columns:   []string{"metric", "year", "value", "note"},
	Blocks: []reports.Block{
		{Table: telegramTCO, Measure: "content removed", Breakdown: reports.ByGround},
		{Table: telegramTCO, Measure: "orders not complied with"},
		{Table: telegramTCO, Measure: "complaints received"},
		{Table: telegramTCO, Measure: "content restored"},
		{Table: telegramTCO, Measure: "review proceedings brought"},
	},

	Read: func(l *Line) {
		metric := strings.ToLower(l.Text("metric"))
		for _, m := range telegramTCOMetrics {
			if strings.HasPrefix(metric, m.begins) {
				l.AddFigure("value", reports.Figure{Measure: m.measure, Period: l.tcoYear(), Note: l.Text("note"),
					Breakdown: m.breakdown, Split: reports.Split{Area: "EU", Category: telegramTerrorism, Ground: m.ground}})
				return
			}
		}
		l.Fail("metric", "the reader does not know what %q counts", l.Text("metric"))
	},
}

const telegramTCO = "EU terrorist content report"

// telegramTCOMetrics says what the rows count, by how their names begin.
var telegramTCOMetrics = []struct {
	begins    string
	measure   reports.Measure
	ground    string
	breakdown reports.Dims
}{
	{"items of terrorist content removed (or access disabled) following removal orders", "content removed", "law", reports.ByGround},
	{"items of terrorist content removed for violation of telegram terms of service", "content removed", "terms", reports.ByGround},
	{"removal orders where the content has not been removed", "orders not complied with", "", 0},
	{"complaints handled under article 10", "complaints received", "", 0},
	{"cases in which content was reinstated following a complaint", "content restored", "", 0},
	{"administrative or judicial review proceedings", "review proceedings brought", "", 0},
}

// tcoSince is the day from which the regulation applies (its article 24).
var tcoSince = reports.DayOf(2022, 6, 7)

// tcoYear returns the days of a year in which the regulation applied.
func (l *Line) tcoYear() reports.Period {
	year := l.Year("year")
	if year.End > tcoSince {
		year.Start = max(year.Start, tcoSince)
	}
	return year
}
