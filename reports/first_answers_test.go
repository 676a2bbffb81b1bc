package reports

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

// Whatever a table is split by, and whatever of it adds up, its first question
// has an answer.
func TestFirstQuestionHasAnAnswer(t *testing.T) {
	dims := []Dim{Service, Area, Category, Subcategory, Trigger}
	random := rand.New(rand.NewPCG(1, 2))
	some := func() (d Dims) {
		for _, one := range dims {
			if random.IntN(2) == 0 {
				d |= DimsOf(one)
			}
		}
		return d
	}
	for i := range 150 {
		m := &Memory{}
		own := []MeasureInfo{{Unit: "items"}, {Unit: "items", OverTime: true}, {Unit: "items", OverTime: true, OverParts: true}}[i%3]
		for range 1 + random.IntN(3) {
			m.madeUp(some(), some(), own)
		}
		blocks, _ := m.Blocks(t.Context())
		q := FirstQuestion(blocks)
		a, err := Ask(t.Context(), q, m, Names{})
		if err != nil || !slices.ContainsFunc(a.Series, func(s Series) bool { return slices.ContainsFunc(s.Numbers, Number.Known) }) {
			t.Errorf("%s is first asked by %v, each %v: no figures %v", describeBlocks(blocks), q.By, q.Every, err)
		}
	}
}

func describeBlocks(blocks []Block) (text string) {
	for _, b := range blocks {
		text += fmt.Sprintf("[%v, complete %v, adds %v] ", b.Breakdown, b.Complete, b.Own.OverParts)
	}
	return text
}

// madeUp adds a block of two values a dimension in each quarter of two years;
// totals are daily.
func (m *Memory) madeUp(by, complete Dims, own MeasureInfo) {
	b := Block{Publisher: "Example", Table: "made up", Measure: "things counted", Breakdown: by, Complete: by & complete, Own: own, Order: 1}
	if slices.ContainsFunc(m.Declared, func(o Block) bool { return o.Breakdown == by }) {
		return
	}
	m.Declared = append(m.Declared, b)
	periods := EveryQuarter.Within(Period{DayOf(2023, time.January, 1), DayOf(2025, time.January, 1)}, false)
	if by == 0 {
		periods = EveryDay.Within(Period{DayOf(2023, time.January, 1), DayOf(2025, time.January, 1)}, false)
	}
	splits := []Split{{}}
	for _, d := range by.List() {
		var next []Split
		for _, s := range splits {
			next = append(next, s.With(d, "one"), s.With(d, "other"))
		}
		splits = next
	}
	for _, p := range periods {
		for _, s := range splits {
			m.Held = append(m.Held, Figure{Publisher: b.Publisher, Table: b.Table, Measure: b.Measure, Breakdown: by, Period: p, Split: s, Value: 3})
		}
	}
}
