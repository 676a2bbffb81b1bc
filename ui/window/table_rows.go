package window

import (
	"math"

	"vitrine/assets"
	"vitrine/reports"
)

// A tableRow is a series with its numbers in the order of the columns.
type tableRow struct {
	series  reports.Series
	label   string
	total   bool
	numbers []*reports.Number // nil: there is none for the period
	texts   []string          // of the columns where they are no periods
	sides   []reports.Series  // what each number is of where the series is not one
}

// cell returns the text of a row's column, and whether it is to be taken as it
// stands.
func (r tableRow) cell(i int, words *assets.Words) (text string, plain bool) {
	if r.texts != nil {
		return r.texts[i], r.texts[i] != words.Number(math.NaN()) && (i >= len(r.numbers) || r.numbers[i] == nil || !quiet(*r.numbers[i]))
	}
	if n := r.numbers[i]; n != nil {
		return words.Amount(*n), !quiet(*n)
	}
	return "–", false
}

// A listing makes the rows of an answer's table when they are asked for: a row
// a series, of which there may be a million.
type listing struct {
	series  []reports.Series
	periods []reports.Period
	total   bool // the first is the total of the others
	words   *assets.Words
	label   func(reports.Series) string
	column  map[reports.Period]int
	made    map[int]tableRow // the rows asked for last
}

// rowsMade is how many rows a listing keeps: more than are seen at once.
const rowsMade = 256

func newListing(series []reports.Series, periods []reports.Period, total bool, words *assets.Words) listing {
	l := listing{series: series, periods: periods, total: total, words: words,
		column: make(map[reports.Period]int, len(periods)), made: map[int]tableRow{}}
	for i, p := range periods {
		l.column[p] = i
	}
	if total {
		series = series[1:]
	}
	l.label = words.Labels(series)
	return l
}

// is tells whether the listing is of these very series.
func (l listing) is(series []reports.Series) bool {
	return len(l.series) == len(series) && len(series) > 0 && &l.series[0] == &series[0]
}

func (l listing) row(i int) tableRow {
	if r, ok := l.made[i]; ok {
		return r
	}
	if len(l.made) == rowsMade {
		clear(l.made)
	}
	l.made[i] = l.make(i)
	return l.made[i]
}

// make makes a row, in the background too.
func (l listing) make(i int) tableRow {
	s := l.series[i]
	row := tableRow{series: s, total: l.total && i == 0, numbers: make([]*reports.Number, len(l.periods))}
	if row.total {
		row.label = l.words.Say("window.table.total")
	} else {
		row.label = capital(l.label(s))
	}
	for j := range s.Numbers {
		if c, ok := l.column[s.Numbers[j].Period]; ok {
			row.numbers[c] = &s.Numbers[j]
		}
	}
	return row
}
