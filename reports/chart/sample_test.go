package chart

import (
	"fmt"
	"math"
	"slices"

	"vitrine/reports"
)

// The sample answers are made up, in the shapes of published reports.

const blocked reports.Measure = "groups and channels blocked"

// noise is a fixed sequence that looks random, from 0 to 1.
type noise uint32

func (n *noise) next() float64 {
	*n = *n*1664525 + 1013904223
	return float64(*n>>8) / (1 << 24)
}

// wave is a level that wanders between a low and a high one, with outliers.
func wave(seed uint32, n int, low, high float64) []float64 {
	r, level := noise(seed), 0.4
	values := make([]float64, n)
	for i := range values {
		level = max(0, min(1, level+(r.next()-0.48)*0.15))
		v := low + (high-low)*0.6*level*(0.75+0.5*r.next())
		if r.next() > 0.985 {
			v += (high - low) * 0.5 * r.next()
		}
		values[i] = math.Round(min(v, high))
	}
	return values
}

// periods returns n periods of a grain from a day on.
func periods(g reports.Grain, first reports.Day, n int) []reports.Period {
	list := make([]reports.Period, 0, n)
	for p := g.Around(first); len(list) < n; p = g.Around(p.End) {
		list = append(list, p)
	}
	return list
}

func series(category string, at []reports.Period, values []float64) reports.Series {
	s := reports.Series{Publisher: "Telegram", Table: "Safety Overview, daily", Measure: blocked}
	if category != "" {
		s.Key.Category, s.Group = category, reports.ByCategory
	}
	for i, p := range at {
		s.Numbers = append(s.Numbers, reports.Number{Period: p, Value: values[i]})
	}
	return s
}

func answer(every reports.Grain, list ...reports.Series) reports.Answer {
	a := reports.Answer{Question: reports.Question{Every: every}, Series: list, Unstackable: reports.ReasonNotComplete}
	if len(list) > 1 {
		a.Question.By = []reports.Dim{reports.Category}
	}
	seen := map[reports.Period]bool{}
	for _, s := range list {
		for _, n := range s.Numbers {
			if !seen[n.Period] {
				seen[n.Period] = true
				a.Periods = append(a.Periods, n.Period)
			}
		}
	}
	slices.SortFunc(a.Periods, reports.Period.Compare)
	return a
}

// monthly is two categories that begin at different times.
func monthly() reports.Answer {
	long := periods(reports.EveryMonth, reports.DayOf(2017, 1, 1), 113)
	short := periods(reports.EveryMonth, reports.DayOf(2018, 12, 1), 90)
	return answer(reports.EveryMonth,
		series("child abuse", short, wave(7, len(short), 2000, 95000)),
		series("terrorism", long, wave(3, len(long), 5000, 60000)))
}

// daily is a total by day whose last one is provisional.
func daily() reports.Answer {
	at := periods(reports.EveryDay, reports.DayOf(2023, 12, 1), 930)
	s := series("", at, wave(11, len(at), 20000, 540000))
	for _, gap := range []int{200, 201, 202, 203, 204, 205, 206} {
		s.Numbers[gap].Value = math.NaN()
	}
	last := &s.Numbers[len(s.Numbers)-1]
	last.Status, last.Value = reports.Provisional, 31000
	return answer(reports.EveryDay, s)
}

// days3462 is three series of days of the lengths that Telegram publishes.
func days3462() reports.Answer {
	var list []reports.Series
	for i, c := range []struct {
		name      string
		days      int
		low, high float64
	}{{"", 930, 20000, 540000}, {"child abuse", 2772, 0, 5000}, {"terrorism", 3462, 100, 10000}} {
		at := periods(reports.EveryDay, reports.DayOf(2026, 6, 18)-reports.Day(c.days), c.days)
		list = append(list, series(c.name, at, wave(uint32(i+1), len(at), c.low, c.high)))
	}
	return answer(reports.EveryDay, list...)
}

// split is a total that is split wholly, by month; the last one is partial.
func split() reports.Answer {
	at := periods(reports.EveryMonth, reports.DayOf(2023, 1, 1), 40)
	var list []reports.Series
	for i, name := range []string{"spam", "child abuse", "violence", "terrorism", "(not stated)"} {
		s := series(name, at, wave(uint32(i+20), len(at), 3000, 60000/float64(i+1)))
		s.Numbers[len(at)-1].Days = 17
		list = append(list, s)
	}
	a := answer(reports.EveryMonth, list...)
	a.Unstackable = ""
	return a
}

// twelve is more series than there are colours.
func twelve() reports.Answer {
	at := periods(reports.EveryQuarter, reports.DayOf(2021, 1, 1), 14)
	var list []reports.Series
	for i := range 12 {
		list = append(list, series(fmt.Sprintf("category %c", 'A'+i), at, wave(uint32(40+i), len(at), 400, 30000/float64(i+1)+4000)))
	}
	return answer(reports.EveryQuarter, list...)
}

// irregularHalves is half-years, then quarters, with a gap, a break, ranges
// and an incomplete number.
func irregularHalves() reports.Answer {
	at := append(periods(reports.EveryHalf, reports.DayOf(2019, 1, 1), 8), periods(reports.EveryQuarter, reports.DayOf(2023, 1, 1), 12)...)
	a, b := series("FR", at, wave(60, len(at), 40, 900)), series("DE", at, wave(61, len(at), 100, 1400))
	a.Numbers = append(a.Numbers[:5:5], a.Numbers[6:]...)
	b.Numbers[9].Value, b.Numbers[9].HasRange, b.Numbers[9].Low, b.Numbers[9].High = math.NaN(), true, 0, 249
	b.Numbers[12].Incomplete, b.Numbers[12].HasRange, b.Numbers[12].Low, b.Numbers[12].High = true, true, b.Numbers[12].Value, b.Numbers[12].Value+300
	for _, s := range []*reports.Series{&a, &b} {
		s.Publisher, s.Table, s.Measure = "Google", "removal requests", "removal requests received"
		s.Key, s.Group = reports.Split{Area: s.Key.Category}, reports.ByArea
		s.Breaks = []reports.Break{{At: reports.DayOf(2023, 1, 1), Why: "requests are counted by item from here on"}}
	}
	ans := answer(reports.AsPublished, b, a)
	ans.Question.By = []reports.Dim{reports.Area}
	return ans
}

// withZero is monthly with a month in which nothing was counted.
func withZero() reports.Answer {
	a := monthly()
	a.Series[0].Numbers[30].Value = 0
	return a
}

// lastDays is the end of daily, with a gap.
func lastDays() reports.Answer {
	a := daily()
	s := a.Series[0]
	s.Numbers = s.Numbers[len(s.Numbers)-90:]
	s.Numbers[40].Value = math.NaN()
	return answer(reports.EveryDay, s)
}

// wholeTwelve is twelve as the parts of a whole.
func wholeTwelve() reports.Answer {
	a := twelve()
	a.Unstackable = ""
	return a
}

// oneHalf is countries of one half-year: one provisional number, a derived one,
// a range, and one that is unknown.
func oneHalf() reports.Answer {
	at := periods(reports.EveryHalf, reports.DayOf(2023, 7, 1), 1)
	var list []reports.Series
	for i, area := range []string{"RU", "FR", "DE", "KR", "US", "BR", "IN", "ES", "IT", "TW", "JP"} {
		s := series("", at, wave(uint32(80+i), 1, 300, 30000/float64(i+1)))
		s.Key, s.Group = reports.Split{Area: area}, reports.ByArea
		list = append(list, s)
	}
	n := func(i int) *reports.Number { return &list[i].Numbers[0] }
	n(1).Status, n(2).Basis = reports.Provisional, reports.Derived
	n(3).Value, n(3).HasRange, n(3).Low, n(3).High = math.NaN(), true, 0, 249
	n(4).Value = math.NaN()
	a := answer(reports.EveryHalf, list...)
	a.Question.By = []reports.Dim{reports.Area}
	return a
}

// wholeHalf is the parts of a whole in one half-year.
func wholeHalf() reports.Answer {
	a := wholeTwelve()
	a.Periods = a.Periods[:1]
	for i := range a.Series {
		a.Series[i].Numbers = a.Series[i].Numbers[:1]
	}
	return a
}

// byAreaAndCategory is two categories in each of three areas, one of which
// lacks a category.
func byAreaAndCategory() reports.Answer {
	at := periods(reports.EveryHalf, reports.DayOf(2020, 1, 1), 8)
	var list []reports.Series
	for i, area := range []string{"DE", "FR", "IT"} {
		for j, category := range []string{"spam", "violence"} {
			if i == 2 && j == 1 {
				continue
			}
			s := series(category, at, wave(uint32(70+2*i+j), len(at), 400, 9000/float64(i+1)))
			s.Key.Area, s.Group = area, reports.ByArea|reports.ByCategory
			list = append(list, s)
		}
	}
	a := answer(reports.EveryHalf, list...)
	a.Question.By = []reports.Dim{reports.Area, reports.Category}
	return a
}

// halves returns half-years from the first of a year on.
func halves(year, n int) []reports.Period {
	return periods(reports.EveryHalf, reports.DayOf(year, 1, 1), n)
}

// byCountry is counts of countries large and small, of a group of countries
// and of one country that is stated in the first half-year only.
func byCountry() reports.Answer {
	var list []reports.Series
	for i, area := range []string{"RU", "FR", "DE", "MT", "SG", "FJ", "US", "ZA", "LS", "EU", "IS"} {
		at := halves(2023, 2)
		s := series("", at, wave(uint32(90+i), len(at), 10, 40000/float64(i+1)))
		s.Key.Area, s.Group = area, reports.ByArea
		switch area {
		case "IS":
			s.Numbers = s.Numbers[:1]
		case "ZA":
			s.Numbers[1].Value = 0
		}
		list = append(list, s)
	}
	a := answer(reports.EveryHalf, list...)
	a.Question.By, a.Question.ByCountry = nil, true
	return a
}

// ratesByCountry is byCountry of a measure in percent.
func ratesByCountry() reports.Answer {
	a := byCountry()
	for i := range a.Series {
		s := &a.Series[i]
		s.Measure = "share of videos removed"
		for j := range s.Numbers {
			s.Numbers[j].Value = math.Mod(s.Numbers[j].Value, 97)
		}
	}
	return a
}
