package chart

import (
	"net/url"
	"slices"
	"strings"

	"vitrine/assets"
	"vitrine/reports"
)

// maxEvents bounds the events of a picture; more could not be told apart.
const maxEvents = 8

// eventsOf lists the events that concern what is drawn and fall within the
// days drawn, in the order of time; of many those of the most weight. The
// others are counted as not drawn.
func (d *drawing) eventsOf() []rule {
	list := d.concerning()
	slices.SortStableFunc(list, func(a, b reports.Event) int { return weight(b) - weight(a) })
	most := max(1, min(maxEvents, int(d.o.Width/120)))
	d.unsaid = max(0, len(list)-most)
	list = list[:min(len(list), most)]
	slices.SortStableFunc(list, func(a, b reports.Event) int { return a.Period.Compare(b.Period) })
	var rules []rule
	for _, e := range list {
		r := rule{at: e.Period.Start, text: e.Text(d.o.Words.Lang), event: true, weight: weight(e)}
		if e.Period.Days() > 1 {
			r.until = e.Period.End
		}
		rules = append(rules, r)
	}
	return rules
}

// concerning lists the events about the drawn series, without those that a
// break already tells.
func (d *drawing) concerning() reports.Events {
	if !d.o.Events {
		return nil
	}
	first, last := d.days()
	var drawn []reports.Series
	for _, t := range d.traces {
		if t.series >= 0 {
			drawn = append(drawn, d.a.Series[t.series])
		}
	}
	span := reports.Period{Start: reports.Day(first) + 1, End: reports.Day(last)}
	return slices.DeleteFunc(assets.Events().Of(drawn, span, assets.Areas()), func(e reports.Event) bool {
		return e.Period.Start < span.Start && e.Period.Days() == 1 ||
			slices.ContainsFunc(d.rules, func(r rule) bool { return r.at == e.Period.Start })
	})
}

// weight returns how much an event tells of figures: those about the publisher
// itself more than laws, changes of what is counted most, words least.
func weight(e reports.Event) int {
	w := 4*count(e.Publisher != "") + 2*count(e.Kind.Breaks())
	if e.Kind == reports.BanEvent || e.Kind == reports.ArrestEvent || e.Kind == reports.LawEvent {
		w++
	}
	return w
}

// roomOfEvents is what the line about the events takes below the plot.
func (d *drawing) roomOfEvents() float64 {
	if len(d.concerning()) == 0 {
		return 0
	}
	return noteSize*lineFactor + 2
}

// writeEvents says below the plot whose word the events are, and how many have
// no room.
func (d *drawing) writeEvents(bottom float64) {
	var hosts []string
	for _, e := range d.concerning() {
		drawn := slices.ContainsFunc(d.events, func(r rule) bool { return r.at == e.Period.Start })
		if host := hostOf(e.Source); drawn && !slices.Contains(hosts, host) {
			hosts = append(hosts, host)
		}
	}
	var notes []string
	if len(hosts) > 0 {
		notes = append(notes, d.o.Words.Say("chart.events", "hosts", strings.Join(hosts, ", ")))
	}
	if d.unsaid > 0 {
		notes = append([]string{d.o.Words.Plural("chart.events.more", d.unsaid)}, notes...)
	}
	text := d.font.fit(strings.Join(notes, " · "), noteSize, d.o.Width-2*marginX)
	d.write(text, noteSize, d.theme.quiet, marginX, bottom-2, left)
}

// hostOf returns the site of an address.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return strings.TrimPrefix(u.Host, "www.")
}
