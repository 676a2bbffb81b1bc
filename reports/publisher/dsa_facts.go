package publisher

import (
	"cmp"
	"slices"
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// A dsaFacts is what the parts of one version of a report say of it.
type dsaFacts struct {
	service    string         // as the first part says that names one
	provider   string         // as part 1 says
	start, end reports.Day    // as part 1 says; 0 where it does not
	published  reports.Day    // as part 1 says; 0 where it does not
	period     reports.Period // the first that a part says
	unclear    bool           // several reports could have the part
}

// A dsaPlace tells the reports of a source apart.
type dsaPlace struct {
	in, service string
	span        reports.Period
}

// gather adds up what the parts say of their reports. A version that does not
// say something has it from the one before, else from a later one.
func (r *dsaReader) gather() {
	said := make([]dsaFacts, len(r.sheets))
	whole := map[string][]dsaPlace{}
	for i, s := range r.sheets {
		said[i] = r.said(s)
		at := said[i].place(s.in)
		if at.service != "" && at.span.Days() > 0 && !slices.Contains(whole[s.in], at) {
			whole[s.in] = append(whole[s.in], at)
		}
	}
	r.onlyOne(said, whole)
	versions := map[dsaPlace]map[int]*dsaFacts{}
	var places []dsaPlace
	for i, s := range r.sheets {
		at, clear := r.placeOf(s, said[i].place(s.in), whole[s.in], said)
		if versions[at] == nil {
			versions[at] = map[int]*dsaFacts{}
			places = append(places, at)
		}
		if versions[at][s.version] == nil {
			versions[at][s.version] = &dsaFacts{unclear: !clear}
		}
		s.report = versions[at][s.version]
		s.report.fill(&said[i])
	}
	for _, at := range places {
		fillVersions(versions[at])
	}
	r.askBeside()
}

// onlyOne makes one report of a folder's parts of which some say the service
// and others the period, where there is one of each.
func (r *dsaReader) onlyOne(said []dsaFacts, whole map[string][]dsaPlace) {
	type parts struct {
		services []string
		spans    []reports.Period
	}
	folders := map[string]parts{}
	for i, s := range r.sheets {
		f, at := folders[s.in], said[i].place(s.in)
		if at.service != "" && !slices.Contains(f.services, at.service) {
			f.services = append(f.services, at.service)
		}
		if at.span.Days() > 0 && !slices.Contains(f.spans, at.span) {
			f.spans = append(f.spans, at.span)
		}
		folders[s.in] = f
	}
	for in, f := range folders {
		if len(whole[in]) == 0 && len(f.services) <= 1 && len(f.spans) <= 1 {
			at := dsaPlace{in: in}
			for _, service := range f.services {
				at.service = service
			}
			for _, span := range f.spans {
				at.span = span
			}
			whole[in] = []dsaPlace{at}
		}
	}
}

// placeOf finds the report of a part: the one with what the part says itself,
// and where several have it the one of whose files the names begin alike.
// clear is false where there is still more than one.
func (r *dsaReader) placeOf(s *dsaSheet, says dsaPlace, whole []dsaPlace, said []dsaFacts) (at dsaPlace, clear bool) {
	fitting := func(at dsaPlace) bool {
		return (says.service == "" || says.service == at.service) && (says.span.Days() <= 0 || says.span == at.span)
	}
	var found, alike []dsaPlace
	for _, at := range whole {
		if !fitting(at) {
			continue
		}
		found = append(found, at)
		for i, other := range r.sheets {
			if other != s && other.in == s.in && said[i].place(other.in) == at && dsaStemOf(other.file.Path) == dsaStemOf(s.file.Path) && !slices.Contains(alike, at) {
				alike = append(alike, at)
			}
		}
	}
	switch {
	case len(found) == 1:
		return found[0], true
	case len(alike) == 1:
		return alike[0], true
	}
	return says, len(found) == 0
}

// fillVersions fills in what a version does not say from the one before, else
// from a later one. When a later one was published says nothing of an earlier.
func fillVersions(facts map[int]*dsaFacts) {
	var order []int
	for version := range facts {
		order = append(order, version)
	}
	slices.Sort(order)
	for i := 1; i < len(order); i++ {
		facts[order[i]].fill(facts[order[i-1]])
	}
	for i := len(order) - 2; i >= 0; i-- {
		later := *facts[order[i+1]]
		later.published = 0
		facts[order[i]].fill(&later)
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
}

// place returns what the facts say of which report they are of.
func (facts *dsaFacts) place(in string) dsaPlace {
	return dsaPlace{in, facts.service, facts.span()}
}

// said returns what a part says of its report.
func (r *dsaReader) said(s *dsaSheet) dsaFacts {
	facts := dsaFacts{service: s.named}
	for _, row := range s.rows {
		if p, ok := r.stated(row.Cell(s.period)); ok && facts.period == (reports.Period{}) {
			facts.period = p
		}
		value := row.Cell(s.key + 1)
		if s.part == 1 && !isDSABlank(value.Text) {
			label, _ := s.label(row.Text(s.key))
			facts.indicator(label.indicator, value)
		}
	}
	return facts
}

// indicator takes a row of part 1.
func (facts *dsaFacts) indicator(i dsaIndicator, value sheet.Cell) {
	day, ok := dayOf(value)
	if !ok {
		day, _ = reports.SpellDay(value.Text, reports.DayFirst)
	}
	switch i {
	case dsaProvider:
		facts.provider = strings.TrimSpace(value.Text)
	case dsaPublishedOn:
		facts.published = day
	case dsaStart:
		facts.start = day
	case dsaEnd:
		facts.end = day
	}
}

// span returns the period that part 1 says, else the first of another part.
func (facts *dsaFacts) span() reports.Period {
	if facts.start > 0 && facts.end >= facts.start {
		return reports.Period{Start: facts.start, End: facts.end + 1}
	}
	return facts.period
}

// day returns when the report was published: as part 1 says, else two months
// after a period, when the law wants it (Article 2 of the Implementing
// Regulation); 0 where there is none.
func (facts *dsaFacts) day(span reports.Period) reports.Day {
	if facts.published == 0 && span.Days() > 0 {
		return reports.DayOf(span.End.Time().AddDate(0, 2, 0).Date()) - 1
	}
	return facts.published
}
