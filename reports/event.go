package reports

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// An Event is a dated fact that explains a jump in published figures.
type Event struct {
	Period                   Period // from its first day to its last; one day where it does not last
	Publisher, Service, Area string // whose figures it concerns; "" any
	Measure                  Measure
	By                       Dims // it concerns only numbers that are told apart by one of these; none: all numbers
	Kind                     EventKind
	Texts                    map[string]string // one phrase in each language of the interface
	Source                   string            // the address where it is said
}

// An EventKind says what sort of fact an event is.
type EventKind string

// The kinds of events.
const (
	LawEvent       EventKind = "law"       // a law begins to apply
	MethodEvent    EventKind = "method"    // the publisher counts differently from the day on
	ScopeEvent     EventKind = "scope"     // more or less is counted from the day on
	SchemaEvent    EventKind = "schema"    // the parts of a split change from the day on
	ErrorEvent     EventKind = "error"     // figures of these days are known to be wrong
	BanEvent       EventKind = "ban"       // a government blocks a service
	ArrestEvent    EventKind = "arrest"    // somebody is arrested
	StatementEvent EventKind = "statement" // the publisher says something of weight
	DataEvent      EventKind = "data"      // the data begin, or are cleaned
	WorkEvent      EventKind = "work"      // moderation itself works differently for a time
)

// EventKinds lists the kinds.
func EventKinds() []EventKind {
	return []EventKind{LawEvent, MethodEvent, ScopeEvent, SchemaEvent, ErrorEvent, BanEvent, ArrestEvent, StatementEvent, DataEvent, WorkEvent}
}

// Breaks tells whether figures on the two sides of an event of the kind do not
// count quite the same thing.
func (k EventKind) Breaks() bool {
	return k == MethodEvent || k == ScopeEvent || k == SchemaEvent || k == ErrorEvent
}

// Events are in the order of their days.
type Events []Event

// ReadEvents reads events from CSV with the columns date, until (the last day;
// empty where the event does not last), publisher, service, area (a code),
// measure, by (dimensions, separated by spaces), kind, one for each language and
// source.
func ReadEvents(r io.Reader, areas *Areas) (Events, error) {
	rows, err := readTexts(r, "date", "until", "publisher", "service", "area", "measure", "by", "kind", eachLanguage, "source")
	if err != nil {
		return nil, fmt.Errorf("events: %w", err)
	}
	list := make(Events, 0, len(rows))
	for i, row := range rows {
		e, err := readEvent(row, areas)
		if err != nil {
			return nil, fmt.Errorf("events: row %d: %w", i+2, err)
		}
		list = append(list, e)
	}
	slices.SortStableFunc(list, func(a, b Event) int { return a.Period.Compare(b.Period) })
	return list, nil
}

func readEvent(r textRow, areas *Areas) (Event, error) {
	row := r.cells
	e := Event{Publisher: row[2], Service: row[3], Area: row[4], Measure: Measure(row[5]), Kind: EventKind(row[7]),
		Texts: r.texts, Source: row[8]}
	var err error
	if e.Period, err = eventDays(row[0], row[1]); err != nil {
		return e, err
	}
	for _, name := range splitList(row[6], " ") {
		d, ok := ParseDim(name)
		if !ok {
			return e, fmt.Errorf("%q is no dimension", name)
		}
		e.By |= DimsOf(d)
	}
	_, measured := measureIndex()[e.Measure]
	_, placed := areas.Get(e.Area)
	switch {
	case !slices.Contains(EventKinds(), e.Kind):
		return e, fmt.Errorf("%q is no kind of event", row[7])
	case e.Measure != "" && !measured:
		return e, fmt.Errorf("%q is no measure", row[5])
	case e.Area != "" && !placed:
		return e, fmt.Errorf("%q is no area", row[4])
	case !r.complete() || !strings.HasPrefix(e.Source, "https://"):
		return e, fmt.Errorf("lacks a text or the address of its source")
	}
	return e, nil
}

// eventDays reads the first and the last day of an event.
func eventDays(first, last string) (Period, error) {
	from, err := ParseDay(first)
	if err != nil || last == "" {
		return Period{from, from + 1}, err
	}
	to, err := ParseDay(last)
	if err == nil && to < from {
		err = fmt.Errorf("ends on %s, before it begins on %s", last, first)
	}
	return Period{from, to + 1}, err
}

// Text returns what the event says in a language, else in English.
func (e Event) Text(lang string) string {
	if text := e.Texts[lang]; text != "" {
		return text
	}
	return e.Texts["en"]
}

// same tells whether two events are one row of the table.
func (e Event) same(o Event) bool {
	return e.Period == o.Period && e.Publisher == o.Publisher && e.Service == o.Service && e.Area == o.Area &&
		e.Measure == o.Measure && e.By == o.By && e.Kind == o.Kind && e.Source == o.Source
}

// Concerns tells whether the event is about figures of a series: its
// publisher, measure, service and area, or a whole that holds these, told
// apart by what the event is about.
func (e Event) Concerns(s Series, areas *Areas) bool {
	about := s.About()
	return (e.Publisher == "" || strings.EqualFold(e.Publisher, s.Publisher)) &&
		(e.Measure == "" || e.Measure == s.Measure) &&
		(e.Service == "" || about.Service == "" || strings.EqualFold(e.Service, about.Service)) &&
		(e.Area == "" || about.Area == "" || e.Area == about.Area || areas.Contains(e.Area, about.Area) || areas.Contains(about.Area, e.Area)) &&
		(e.By == 0 || e.By&s.Group != 0)
}

// Of returns the events that concern one of the series and lie, in part at
// least, within a span.
func (l Events) Of(series []Series, span Period, areas *Areas) Events {
	var of Events
	for _, e := range l {
		if e.Period.Start >= span.End || span.Start >= e.Period.End {
			continue
		}
		if slices.ContainsFunc(series, func(s Series) bool { return e.Concerns(s, areas) }) {
			of = append(of, e)
		}
	}
	return of
}
