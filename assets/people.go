package assets

import (
	"strconv"
	"strings"

	"vitrine/reports"
)

// fewAreas is how many countries a note names; it counts more.
const fewAreas = 4

// transform says what was worked out of a number, in a few words.
func (w *Words) transform(n reports.Number) string {
	if n.People == nil {
		return w.Say("transform." + string(n.Transform))
	}
	return w.people("transform.people.", *n.People)
}

// People says in a sentence what a number per million people was divided by;
// "" for any other number.
func (w *Words) People(n reports.Number) string {
	if n.People == nil {
		return ""
	}
	stated, back := n, n.People.Count/1e6
	stated.Transform, stated.Value, stated.Low, stated.High = "", n.Stated, n.Low*back, n.High*back
	return w.people("people.", *n.People, "stated", w.Amount(stated), "people", w.Number(n.People.Count), "source", w.PeopleSource(n.People.Source))
}

// people says something of people by the year of which they are.
func (w *Words) people(key string, p reports.People, args ...any) string {
	switch {
	case p.From == 0:
		key += "undated"
	case p.From != p.To:
		key += "mean"
	default:
		key += "year"
	}
	return w.Say(key, append(args, "from", strconv.Itoa(p.From), "to", strconv.Itoa(p.To))...)
}

// PeopleSource names whose figures people are.
func (w *Words) PeopleSource(source string) string { return w.or("people.source."+source, source) }

// areasText names countries, or counts many.
func (w *Words) areasText(codes string) string {
	list := strings.Split(codes, ", ")
	if len(list) > fewAreas {
		return w.Plural("people.areas", len(list))
	}
	for i, code := range list {
		list[i] = Areas().Name(code, w.Lang)
	}
	return w.and(list)
}
