package publisher

import (
	"strings"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/sheet"
)

// Telegram's @transparency bot tells each user the numbers of one country.
// Te-k/telegram-transparency collects these messages: for each country by its
// ISO 3166-1 alpha-3 code, a list of periods, which overlap (quarters, nine
// months, whole years). A period that is not there is unknown, not zero.
var telegramDisclosures = Format{
	Publisher: "Telegram",
	Table:     "disclosures by country",
	Title:     "dataset.json of Te-k/telegram-transparency, the bot's messages as users collected them (CC-BY 4.0)",
	URL:       "https://github.com/Te-k/telegram-transparency",
	Fetch:     "https://raw.githubusercontent.com/Te-k/telegram-transparency/main/dataset.json",
	Saved:     "telegram-dataset.json",
	Breakdown: reports.ByArea,
	Blocks: []reports.Block{
		{Table: "disclosures by country", Measure: reports.RequestsFulfilled, Breakdown: reports.ByArea},
		{Table: "disclosures by country", Measure: reports.UsersAffected, Breakdown: reports.ByArea},
	},
	Extent: reports.ByArea,

	Recognise: isTelegramDataset,
	Explicit: func(e *Export) {
		for _, f := range e.Files {
			r := datasetReader{Export: e, file: f, unread: map[string]bool{}}
			for country, entries := range f.Document.Members() {
				r.country(country, entries)
			}
		}
	},
}

// datasetMeasures says what an entry's numbers count.
var datasetMeasures = map[string]reports.Measure{
	"requests": reports.RequestsFulfilled,
	"users":    reports.UsersAffected,
}

// isTelegramDataset tells whether a document holds lists of entries by
// alpha-3 codes. The names of countries that lie beside it in the collection
// are no figures.
func isTelegramDataset(f *sheet.File) bool {
	lists, entries := 0, 0
	for country, list := range f.Document.Members() {
		if len(country) != 3 || strings.ToUpper(country) != country || list.Kind() != sheet.ArrayValue {
			return false
		}
		lists++
		for _, entry := range list.Items() {
			if entry.Get("from").Kind() != sheet.StringValue || entry.Get("to").Kind() != sheet.StringValue {
				break
			}
			if entry.Get("requests") != nil || entry.Get("users") != nil {
				entries++
			}
			break
		}
	}
	return lists > 0 && 2*entries >= lists
}

// A datasetReader reads the entries of a dataset.json.
type datasetReader struct {
	*Export
	file   *sheet.File
	unread map[string]bool // members that were complained of
}

func (r *datasetReader) country(alpha3 string, entries *sheet.Value) {
	area, ok := assets.Areas().LookupCode(alpha3)
	if !ok {
		area = alpha3
		r.Problem(r.origin(alpha3, entries, 0, alpha3), "%q is no country's code: its figures stand under it", alpha3)
	}
	for _, entry := range entries.Items() {
		period, ok := datasetPeriod(entry)
		if !ok {
			text := entry.Get("from").String() + "–" + entry.Get("to").String()
			r.Problem(r.origin(alpha3, entry, 0, text), "%q is not a period such as 20240101–20240331", text)
			continue
		}
		column := 0
		for name, v := range entry.Members() {
			column++
			r.number(name, v, reports.Figure{
				Breakdown: reports.ByArea, Split: reports.Split{Area: area}, Period: period,
				Origin: r.origin(alpha3, v, column, v.String()),
			})
		}
	}
}

// number adds the figure that a member of an entry states.
func (r *datasetReader) number(name string, v *sheet.Value, f reports.Figure) {
	measure, ok := datasetMeasures[name]
	switch {
	case name == "from" || name == "to" || ok && v.Kind() == sheet.NullValue:
		return
	case !ok:
		if !r.unread[name] {
			r.unread[name] = true
			r.Problem(f.Origin, "nothing reads %q", name)
		}
		return
	}
	n, ok := reports.SpellNumber(v.String())
	if !ok || n.Value < 0 || n.Value != float64(int64(n.Value)) {
		r.Problem(f.Origin, "%q is not a number of %s", v.String(), measure)
		return
	}
	f.Measure, f.Value = measure, n.Value
	r.Add(f)
}

// origin is a place in the document: its line, and which member of the entry.
func (r *datasetReader) origin(country string, v *sheet.Value, column int, text string) reports.Origin {
	return reports.Origin{File: r.file.Path, Sheet: country, Row: v.Line(), Column: column, Text: text}
}

// datasetPeriod reads the first and last day of an entry, each as YYYYMMDD.
func datasetPeriod(entry *sheet.Value) (reports.Period, bool) {
	day := func(name string) (reports.Day, bool) {
		text := entry.Get(name).String()
		if len(text) != len("20240131") {
			return 0, false
		}
		return parsedDay(text[:4] + "-" + text[4:6] + "-" + text[6:])
	}
	first, ok := day("from")
	last, ok2 := day("to")
	return reports.Period{Start: first, End: last + 1}, ok && ok2 && first <= last
}
