package assets

import (
	"strings"

	"vitrine/reports"
)

func (w *Words) measures(q reports.Question, a reports.Answer) string {
	var names set
	for _, s := range a.Series {
		names.add(string(s.Measure))
	}
	if len(names) == 0 {
		for _, text := range q.Measure {
			for _, m := range reports.FindMeasures(text) {
				names.add(string(m))
			}
		}
	}
	if len(names) == 0 {
		return w.Say("headline.measures")
	}
	var list []string
	for i, name := range names {
		text := w.Measure(reports.Measure(name))
		if i > 0 {
			text = w.Small(text)
		}
		list = append(list, text)
	}
	return w.and(list)
}

func (w *Words) publishers(q reports.Question, a reports.Answer) string {
	var names set
	for i := range a.Series {
		if i == 0 || a.Series[i].Publisher != a.Series[i-1].Publisher {
			names.add(w.atPublisher(a.Series[i].Publisher))
		}
	}
	if len(names) == 0 {
		for _, name := range q.Publisher {
			names.add(w.atPublisher(name))
		}
	}
	text := w.Say("headline.publishers")
	if len(names) > 0 {
		text = w.and(names)
	}
	if services := w.services(q, a); len(services) > 0 {
		return w.Say("headline.service", "service", w.and(services), "publisher", text)
	}
	return text
}

// services returns the services that the question names, as the answer calls
// them.
func (w *Words) services(q reports.Question, a reports.Answer) []string {
	if len(q.Service) > 0 {
		q.Where[reports.Service] = q.Service
	}
	return w.chosen(reports.Service, q, a)
}

// chosen returns the values of a dimension that the question filters by, as
// the answer's series have them: a question may hold a part of a name only.
func (w *Words) chosen(d reports.Dim, q reports.Question, a reports.Answer) []string {
	if len(q.Where[d]) == 0 {
		return nil
	}
	var values, list set
	for _, s := range a.Series {
		if v := s.Key.Get(d); v != "" {
			values.add(v)
		}
	}
	if len(values) == 0 {
		values = q.Where[d]
	}
	for _, v := range values {
		list.add(w.Value(d, v))
	}
	return list
}

// apart splits texts that hold several names, separated by commas, and
// replaces the names that lookup knows by their codes.
func apart(texts []string, lookup func(string) (string, bool)) []string {
	var list []string
	for _, text := range texts {
		names := strings.Split(text, ",")
		if _, whole := lookup(text); whole {
			names = []string{text}
		}
		for _, name := range names {
			if code, ok := lookup(name); ok {
				name = code
			}
			list = append(list, strings.TrimSpace(name))
		}
	}
	return list
}

// by says what the answer is split by and what it is filtered by. Publisher,
// service and area have phrases of their own.
func (w *Words) by(q reports.Question, a reports.Answer) string {
	split, only := w.splitBy(q), w.filters(q, a)
	switch {
	case len(split) == 0 && len(only) == 0:
		return w.Say("headline.total")
	case len(split) == 0:
		return w.Say("headline.only", "list", w.and(only))
	case len(only) == 0:
		return w.Say("headline.by", "list", w.and(split))
	}
	return w.Say("headline.byonly", "by", w.and(split), "list", w.and(only))
}

func (w *Words) splitBy(q reports.Question) []string {
	var list []string
	for _, d := range q.By {
		list = append(list, w.Say("by."+d.String()))
	}
	if q.ByCountry {
		list = append(list, w.Say("by.country"))
	}
	if q.ByCode {
		list = append(list, w.Say("by.code"))
	}
	return list
}

func (w *Words) filters(q reports.Question, a reports.Answer) []string {
	var list []string
	for _, d := range reports.AllDims() {
		if d != reports.Area && d != reports.Service {
			list = append(list, w.chosen(d, q, a)...)
		}
	}
	for _, text := range apart(q.Code, Codes().Lookup) {
		list = append(list, w.Code(text))
	}
	return list
}

func (w *Words) span(q reports.Question, a reports.Answer) string {
	if len(a.Periods) > 0 {
		span := a.Periods[0]
		for _, p := range a.Periods {
			span.End = max(span.End, p.End)
		}
		return w.Span(span)
	}
	switch {
	case q.Since != 0 && q.Until != 0:
		return w.Span(reports.Period{Start: q.Since, End: q.Until})
	case q.Since != 0:
		return w.Say("span.since", "from", w.Day(q.Since))
	case q.Until != 0:
		return w.Say("span.until", "to", w.Day(q.Until-1))
	}
	return w.Say("span.whole")
}

func (w *Words) area(q reports.Question, a reports.Answer) string {
	list := w.chosen(reports.Area, q, a)
	for _, text := range apart(q.Country, Areas().Lookup) {
		list = append(list, w.Value(reports.Area, text))
	}
	switch {
	case len(list) > 0:
		return w.and(list)
	case q.ByCountry:
		return w.Say("headline.countries")
	case reports.DimsOf(q.By...).Has(reports.Area):
		return w.Say("headline.areas")
	}
	if area := constantArea(a); area != "" {
		return w.Value(reports.Area, area)
	}
	return w.Everywhere(a)
}

// constantArea returns the area that all series of an answer are about.
func constantArea(a reports.Answer) string {
	if len(a.Series) == 0 {
		return ""
	}
	area := a.Series[0].Constant.Area
	for _, s := range a.Series {
		if s.Constant.Area != area {
			return ""
		}
	}
	return area
}

func (w *Words) table(q reports.Question, a reports.Answer) string {
	if len(q.Table) == 0 && len(a.Others) == 0 {
		return ""
	}
	var names set
	for _, s := range a.Series {
		if s.Table != "" {
			names.add(w.Table(s.Publisher, s.Table))
		}
	}
	if len(names) == 0 {
		names = q.Table
	}
	var list []string
	for _, name := range names {
		list = append(list, w.Say("quote", "text", name))
	}
	return w.and(list)
}
