package reports

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A Day counts days since 1970-01-01. The zero Day stands for no day where a
// field says so.
type Day int32

// DayOf returns the day of a calendar date; a month or day out of range is
// carried over as time.Date does.
func DayOf(year int, month time.Month, day int) Day {
	return Day(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// Time returns the day's midnight in UTC.
func (d Day) Time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// Date returns the day's calendar date.
func (d Day) Date() (year int, month time.Month, day int) { return d.Time().Date() }

// String writes the day as 2024-08-14.
func (d Day) String() string { return d.Time().Format("2006-01-02") }

// ParseDay reads a day written as 2024-08-14.
func ParseDay(s string) (Day, error) {
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		return 0, fmt.Errorf("%q is not a day such as 2024-08-14", s)
	}
	return DayOf(t.Date()), nil
}

// A Period is a half-open span of days: Start is its first day, End the day
// after its last. The zero Period stands for no period.
type Period struct{ Start, End Day }

// Days returns the number of days.
func (p Period) Days() int { return int(p.End - p.Start) }

// Last returns the last day, inclusive.
func (p Period) Last() Day { return p.End - 1 }

// Contains tells whether q lies within p.
func (p Period) Contains(q Period) bool { return p.Start <= q.Start && q.End <= p.End }

// Overlaps tells whether two periods share a day.
func (p Period) Overlaps(q Period) bool { return p.Start < q.End && q.Start < p.End }

// Compare orders periods by their start, longer ones first.
func (p Period) Compare(q Period) int {
	if p.Start != q.Start {
		return int(p.Start) - int(q.Start)
	}
	return int(q.End) - int(p.End)
}

// String writes the period as the command line does: 2024, 2024-H1, 2024-Q3,
// 2024-08, 2024-W33, 2024-08-14, and first/last day where it is none of them.
func (p Period) String() string {
	for _, g := range []Grain{EveryYear, EveryHalf, EveryQuarter, EveryMonth, EveryDay, EveryWeek} {
		if g.Around(p.Start) != p {
			continue
		}
		y, m, _ := p.Start.Date()
		switch g {
		case EveryYear:
			return fmt.Sprintf("%04d", y)
		case EveryHalf:
			return fmt.Sprintf("%04d-H%d", y, (int(m)-1)/6+1)
		case EveryQuarter:
			return fmt.Sprintf("%04d-Q%d", y, (int(m)-1)/3+1)
		case EveryMonth:
			return fmt.Sprintf("%04d-%02d", y, int(m))
		case EveryWeek:
			y, w := p.Start.Time().ISOWeek()
			return fmt.Sprintf("%04d-W%02d", y, w)
		case EveryDay:
			return p.Start.String()
		}
	}
	return p.Start.String() + "/" + p.Last().String()
}

// ParsePeriod reads what String writes.
func ParsePeriod(s string) (Period, error) {
	s = strings.ToUpper(strings.TrimSpace(s))
	bad := fmt.Errorf("%q is not a period such as 2024, 2024-H1, 2024-Q3, 2024-08 or 2024-08-14", s)
	if first, last, ok := strings.Cut(s, "/"); ok {
		a, err := ParseDay(first)
		if err != nil {
			return Period{}, bad
		}
		b, err := ParseDay(last)
		if err != nil || b < a {
			return Period{}, bad
		}
		return Period{a, b + 1}, nil
	}
	year, rest, dashed := strings.Cut(s, "-")
	y, err := strconv.Atoi(year)
	if err != nil || len(year) != 4 || y < 1900 {
		return Period{}, bad
	}
	if !dashed {
		return EveryYear.Around(DayOf(y, 1, 1)), nil
	}
	if len(rest) < 2 {
		return Period{}, bad
	}
	n, numeric := atoi(rest[1:])
	switch {
	case len(rest) == 2 && rest[0] == 'H' && numeric && n >= 1 && n <= 2:
		return EveryHalf.Around(DayOf(y, time.Month(6*n-5), 1)), nil
	case len(rest) == 2 && rest[0] == 'Q' && numeric && n >= 1 && n <= 4:
		return EveryQuarter.Around(DayOf(y, time.Month(3*n-2), 1)), nil
	case len(rest) == 3 && rest[0] == 'W' && numeric && n >= 1 && n <= 53:
		p := EveryWeek.Around(DayOf(y, 1, 4) + Day(7*(n-1)))
		if gotYear, got := p.Start.Time().ISOWeek(); gotYear != y || got != n {
			return Period{}, bad
		}
		return p, nil
	case len(rest) == 2:
		if m, ok := atoi(rest); ok && m >= 1 && m <= 12 {
			return EveryMonth.Around(DayOf(y, time.Month(m), 1)), nil
		}
	}
	if d, err := ParseDay(s); err == nil {
		return Period{d, d + 1}, nil
	}
	return Period{}, bad
}

func atoi(s string) (int, bool) {
	for _, r := range s {
		if r < '0' || r > '9' {
			return 0, false
		}
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// A Grain is the length of the periods that a question asks for.
type Grain int

// The grains. AsPublished takes every period as its publisher states it; Span
// is one period, from Since to Until.
const (
	AsPublished Grain = iota
	EveryDay
	EveryWeek
	EveryMonth
	EveryQuarter
	EveryHalf
	EveryYear
	Span
)

var grainNames = [...]string{"as-published", "day", "week", "month", "quarter", "half", "year", "span"}

// Grains lists the grains in order.
func Grains() []Grain {
	return []Grain{AsPublished, EveryDay, EveryWeek, EveryMonth, EveryQuarter, EveryHalf, EveryYear, Span}
}

// String returns the grain's name on the command line.
func (g Grain) String() string { return grainNames[g] }

// ParseGrain finds a grain by its name on the command line.
func ParseGrain(s string) (Grain, error) {
	for i, n := range grainNames {
		if strings.EqualFold(n, strings.TrimSpace(s)) {
			return Grain(i), nil
		}
	}
	return 0, fmt.Errorf("%q is not one of %s", s, strings.Join(grainNames[:], ", "))
}

// Around returns the period of the grain that holds a day. AsPublished and
// Span have none and give the zero Period.
func (g Grain) Around(d Day) Period {
	y, m, _ := d.Date()
	months := map[Grain]int{EveryMonth: 1, EveryQuarter: 3, EveryHalf: 6, EveryYear: 12}[g]
	switch {
	case g == EveryDay:
		return Period{d, d + 1}
	case g == EveryWeek:
		monday := d - Day((int(d.Time().Weekday())+6)%7)
		return Period{monday, monday + 7}
	case months > 0:
		first := time.Month((int(m)-1)/months*months + 1)
		return Period{DayOf(y, first, 1), DayOf(y, first+time.Month(months), 1)}
	}
	return Period{}
}

// Within returns the periods of the grain that lie wholly within span; with
// partial, the ones at its ends too, uncut.
func (g Grain) Within(span Period, partial bool) []Period {
	if g == AsPublished || span.Days() <= 0 {
		return nil
	}
	if g == Span {
		return []Period{span}
	}
	var list []Period
	for p := g.Around(span.Start); p.Start < span.End; p = g.Around(p.End) {
		if partial || span.Contains(p) {
			list = append(list, p)
		}
	}
	return list
}
