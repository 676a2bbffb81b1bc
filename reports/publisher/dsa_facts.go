package publisher

import (
	"cmp"
	"slices"
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// A dsaFacts is what the parts of one version in one place say of a report.
type dsaFacts struct {
	service    string         // as the first part says that names one
	provider   string         // as part 1 says
	start, end reports.Day    // as part 1 says; 0 where it does not
	published  reports.Day    // as part 1 says; 0 where it does not
	period     reports.Period // the first that a part says
	texts      map[dsaIndicator]string
	categories map[string]string // part 2: contextual information by code
}

// gather adds up what the parts say of their reports. A version that does not
// say something has it from the one before, else from a later one.
func (r *dsaReader) gather() {
	type place struct {
		in      string
		version int
	}
	facts := map[place]*dsaFacts{}
	var places []place
	for _, s := range r.sheets {
		at := place{s.in, s.version}
		if facts[at] == nil {
			facts[at] = &dsaFacts{texts: map[dsaIndicator]string{}, categories: map[string]string{}}
			places = append(places, at)
		}
		s.report = facts[at]
		r.tell(s)
	}
	slices.SortFunc(places, func(a, b place) int { return cmp.Or(cmp.Compare(a.in, b.in), a.version-b.version) })
	for i := 1; i < len(places); i++ {
		if places[i].in == places[i-1].in {
			facts[places[i]].fill(facts[places[i-1]])
		}
	}
	for i := len(places) - 2; i >= 0; i-- {
		if places[i].in == places[i+1].in {
			later := *facts[places[i+1]]
			later.published = 0
			facts[places[i]].fill(&later)
		}
	}
}

// fill takes from other facts what these do not say.
func (facts *dsaFacts) fill(other *dsaFacts) {
	facts.service = cmp.Or(facts.service, other.service)
	facts.provider = cmp.Or(facts.provider, other.provider)
	facts.published = cmp.Or(facts.published, other.published)
	facts.period = cmp.Or(facts.period, other.period)
	if facts.start == 0 || facts.end == 0 {
		facts.start, facts.end = other.start, other.end
	}
	for i, text := range other.texts {
		facts.texts[i] = cmp.Or(facts.texts[i], text)
	}
	for code, text := range other.categories {
		facts.categories[code] = cmp.Or(facts.categories[code], text)
	}
}

// tell adds what a part says to the facts of its report.
func (r *dsaReader) tell(s *dsaSheet) {
	facts := s.report
	if facts.service == "" {
		facts.service = s.named
	}
	for _, row := range s.rows {
		if p, ok := r.stated(row.Cell(s.period)); ok && facts.period == (reports.Period{}) {
			facts.period = p
		}
		value := row.Cell(s.key + 1)
		if isDSABlank(value.Text) {
			continue
		}
		switch s.part {
		case 1, 11:
			label, _ := s.label(row.Text(s.key))
			facts.indicator(label.indicator, value)
		case 2:
			facts.categories[strings.TrimSpace(row.Text(s.key))] = strings.TrimSpace(value.Text)
		}
	}
}

// indicator takes a row of part 1 or 11.
func (facts *dsaFacts) indicator(i dsaIndicator, value sheet.Cell) {
	day, ok := dayOf(value)
	if !ok {
		day, _ = reports.SpellDay(value.Text, reports.DayFirst)
	}
	switch i {
	case dsaNoIndicator, dsaPreviousOn:
	case dsaProvider:
		facts.provider = strings.TrimSpace(value.Text)
	case dsaPublishedOn:
		facts.published = day
	case dsaStart:
		facts.start = day
	case dsaEnd:
		facts.end = day
	default:
		facts.texts[i] = strings.TrimSpace(value.Text)
	}
}

// span returns the period that part 1 says, else the first of another part.
func (facts *dsaFacts) span() reports.Period {
	if facts.start > 0 && facts.end >= facts.start {
		return reports.Period{Start: facts.start, End: facts.end + 1}
	}
	return facts.period
}
