package reports

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// Populations are people by country, in ISO 3166-1 alpha-2. One source says
// how many there were in each year; another has the countries that it lacks.
type Populations struct {
	First   int                  // the year of the first number of each country in ByYear
	ByYear  map[string][]float64 // a number a year from First on, without gap
	Source  string               // whose figures ByYear are, and of when
	Undated map[string]float64   // countries that ByYear lacks: one number of no stated year
	// UndatedSource says whose figures Undated are.
	UndatedSource string
}

// People are what a number per million people was divided by.
type People struct {
	Count float64
	// From and To are the first and the last year of which they are; the same
	// but for a mean of several, 0 where the source states none.
	From, To int
	Source   string
}

// Of returns the people of a country in a period's year; where that is not
// known, in the nearest year that is. Those of a period in several years are
// the mean of these, weighted by days, in whole people.
func (p Populations) Of(country string, at Period) (People, bool) {
	if list := p.ByYear[country]; len(list) > 0 && at.Days() > 0 {
		return p.inYears(list, at), true
	}
	count := p.Undated[country]
	return People{Count: count, Source: p.UndatedSource}, count > 0
}

func (p Populations) inYears(list []float64, at Period) People {
	from, to := p.nearest(list, yearOf(at.Start)), p.nearest(list, yearOf(at.Last()))
	people := People{Count: list[from-p.First], From: from, To: to, Source: p.Source}
	if from == to {
		return people
	}
	sum := 0.0
	for day := at.Start; day < at.End; {
		end := min(EveryYear.Around(day).End, at.End)
		sum += list[p.nearest(list, yearOf(day))-p.First] * float64(end-day)
		day = end
	}
	people.Count = math.Round(sum / float64(at.Days()))
	return people
}

// nearest returns the year of a country's numbers that is nearest to one.
func (p Populations) nearest(list []float64, year int) int {
	return max(p.First, min(year, p.First+len(list)-1))
}

func yearOf(d Day) int {
	year, _, _ := d.Date()
	return year
}

// Text writes the people as the command line does: "65659814 in 2012, World
// Bank"; "mean of 2019 to 2020" and "no year stated" stand for the year of
// others.
func (p People) Text() string {
	return fmt.Sprintf("%s %s, %s", Decimal(p.Count), p.when(), p.Source)
}

func (p People) when() string {
	switch {
	case p.From == 0:
		return "of no stated year"
	case p.From != p.To:
		return fmt.Sprintf("mean of %d to %d", p.From, p.To)
	}
	return fmt.Sprintf("in %d", p.From)
}

// PerMillionPeople returns the answer with each country's numbers divided by
// its people in the year of their period. Series that are not about one
// country of which the population is known are left out. Notes say how many,
// and where the people are not those of the period's year.
func PerMillionPeople(a Answer, p Populations) Answer {
	out := a.transformed()
	var told peopleTold
	left := 0
	for _, s := range a.Series {
		per, ok := s.perMillion(p)
		if !ok {
			left++
			continue
		}
		told.add(per)
		out.Series = append(out.Series, per)
	}
	slices.SortStableFunc(out.Series, func(a, b Series) int { return compareLast(b, a) })
	told.notes(&out, p)
	if left > 0 {
		out.tell("note.nopopulation", fmt.Sprintf("Left out, since no population goes with them: %d.", left), "count", fmt.Sprint(left))
	}
	return out
}

// perMillion divides the series' numbers; not those of a rate, or of what is
// no country with people.
func (s Series) perMillion(p Populations) (Series, bool) {
	country := s.About().Area
	if !MeasureOf(s.Measure).counts(s.Unit) {
		return s, false
	}
	s.Transform = Transform{Kind: PerMillion}
	s.Numbers = slices.Clone(s.Numbers)
	var last *People
	for i := range s.Numbers {
		n := &s.Numbers[i]
		people, ok := p.Of(country, n.Period)
		if !ok {
			return s, false
		}
		if last == nil || *last != people {
			one := people
			last = &one
		}
		n.scale(PerMillion, 1e6/people.Count)
		n.People = last
	}
	return s, true
}

// peopleTold collects what the notes of numbers per million people say.
type peopleTold struct {
	nearest []int    // years of people that are not those of the period
	undated []string // countries of which no year is stated
	means   bool     // over the years of a period
}

func (t *peopleTold) add(s Series) {
	for _, n := range s.Numbers {
		if n.People.From == 0 {
			t.undated = append(t.undated, s.About().Area)
			return
		}
		t.means = t.means || n.People.From != n.People.To
		t.addYear(n.People.From, n.Period.Start)
		t.addYear(n.People.To, n.Period.Last())
	}
}

func (t *peopleTold) addYear(of int, day Day) {
	if of != yearOf(day) && !slices.Contains(t.nearest, of) {
		t.nearest = append(t.nearest, of)
	}
}

func (t *peopleTold) notes(a *Answer, p Populations) {
	a.tell("note.permillion", fmt.Sprintf("Per million people, worked out by Vitrine: each number divided by the people of its country in the year of its period (%s).", p.Source), "source", p.Source)
	if t.means {
		a.tell("note.people.mean", "A period in several years: by the mean of these, weighted by days.", "count", "")
	}
	if len(t.nearest) > 0 {
		slices.Sort(t.nearest)
		years := strings.Trim(strings.ReplaceAll(fmt.Sprint(t.nearest), " ", ", "), "[]")
		a.tell("note.people.nearest", fmt.Sprintf("Where it lacks that year: by the people of the nearest that it has, %s.", years), "years", years)
	}
	if len(t.undated) > 0 {
		slices.Sort(t.undated)
		areas := strings.Join(slices.Compact(t.undated), ", ")
		a.tell("note.people.undated", fmt.Sprintf("Where it lacks the country: by people of no stated year (%s); %s.", p.UndatedSource, areas), "areas", areas)
		a.Notes[len(a.Notes)-1].Args["source"] = p.UndatedSource
	}
}

// OfPeople tells whether a note says by what people numbers were divided.
func (n Note) OfPeople() bool {
	return n.Key == "note.permillion" || strings.HasPrefix(n.Key, "note.people.") || n.Key == "note.nopopulation"
}
