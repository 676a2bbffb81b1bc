package publisher

import (
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// Telegram's page on safety, called moderation until 2025, draws charts of the
// groups and channels that it blocked each day: all of them, and those for
// child abuse and for terrorism, which are no complete split of all. The
// charts' data stands in a script at the end of the page; each series has its
// own first day. Until 2025 they reached back 366 days, then to 2016.
//
// The newest values grow for a while after they were published.
var telegramSafety = Format{
	Name:      "Telegram, safety page",
	Publisher: "Telegram",
	Title:     "telegram.org/safety (formerly /moderation), saved from a browser as HTML",
	URL:       "https://telegram.org/safety",
	Fetch:     "https://telegram.org/safety",
	Saved:     "telegram-safety.html",
	Blocks: []reports.Block{
		{Table: safetyDaily, Measure: reports.GroupsAndChannelsBlocked},
		{Table: safetyDaily, Measure: reports.GroupsAndChannelsBlocked, Breakdown: reports.ByCategory},
		{Table: safetyCounters, Measure: reports.GroupsAndChannelsBlocked},
		{Table: safetyCounters, Measure: reports.GroupsAndChannelsBlocked, Breakdown: reports.ByCategory},
		{Table: safetyReports, Measure: reports.ContentBlocked},
		{Table: safetyReports, Measure: reports.ContentBlocked, Breakdown: reports.ByTrigger, Complete: reports.ByTrigger},
	},
	Extent:    reports.ByCategory, // a page replaces only the days and series that it states
	Recognise: isSafetyPage,
	Explicit:  readSafetyPages,
}

// The tables of the safety page.
const (
	safetyDaily    = "Safety Overview, daily"
	safetyCounters = "Safety Overview, counters"
	safetyReports  = "CSAM blocked via NGO reports"
)

// isSafetyPage knows the page by the boxes of its charts or counters, and one
// that ends before them by its title.
func isSafetyPage(f *sheet.File) bool {
	return f.Page != nil && f.Page.Find(func(e *sheet.Element) bool {
		switch e.Tag {
		case "title":
			title := oneLine(&sheet.Element{Children: e.Children})
			return title == "Telegram Safety Overview" || title == "Telegram Moderation Overview"
		case "div":
			return isSafetyChart(e) || e.Class("tl_dashboard_counters")
		}
		return false
	}) != nil
}

// isSafetyChart knows the box of a chart of blocked groups and channels.
func isSafetyChart(e *sheet.Element) bool {
	id := e.Attr["id"]
	return e.Tag == "div" && e.Class("chart_wrap") && strings.HasPrefix(id, "chart_") && strings.HasSuffix(id, "_banned_wrap")
}

func readSafetyPages(e *Export) {
	for _, file := range e.Files {
		p := safetyPage{Export: e, file: file, series: map[string]safetySeries{}, boxes: map[string]string{}}
		p.read()
	}
}

// A safetyPage is one saved page.
type safetyPage struct {
	*Export
	file   *sheet.File
	series map[string]safetySeries // by category
	boxes  map[string]string       // the categories of the charts, by the ids of their boxes
}

func (p *safetyPage) read() {
	drawn := map[string]bool{}
	for _, c := range p.file.Calls {
		chart := strings.HasPrefix(c.Name, "chart_")
		switch {
		case chart && c.Err != nil:
			p.fail(c.Err)
			return
		case chart && c.Value.Get("columns").Kind() == sheet.ArrayValue:
			drawn[c.Name] = true
			p.chart(c)
		}
	}
	for _, box := range p.file.Page.All(isSafetyChart) {
		if id := box.Attr["id"]; !drawn[id] {
			p.Fail(p.file, "the page ends before the data of %s; save it again when it has loaded to its end", id)
			return
		}
	}
	if len(drawn) == 0 {
		p.Fail(p.file, "Telegram's safety page without the data of its charts; save it again as a complete page")
		return
	}
	p.counters()
	p.organisations()
}
