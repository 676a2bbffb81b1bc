package library

import (
	"context"
	"math"
	"sync"
	"testing"

	"vitrine/reports"
)

// While one vintage after the other is loaded, questions see each wholly or
// not at all, and never two at once.
func TestQuestionsWhileLoading(t *testing.T) {
	const figures, vintages = 5000, 6
	ctx := context.Background()
	l := open(t, file(t))
	vintage := func(value float64) reports.Reading {
		list := make([]reports.Figure, figures)
		for row := range list {
			list[row] = figure(month(1), "FR", "spam", value, row+1)
		}
		return reading(list...)
	}
	load(t, l, source("0.csv", 1), vintage(1))
	var readers sync.WaitGroup
	ended := make(chan struct{})
	for range 3 {
		readers.Go(func() {
			for last := 0.0; ; {
				sums, err := l.Gather(ctx, reports.Request{Publisher: "Example", Table: "removals", Measure: "items removed",
					Breakdown: reports.ByArea | reports.ByCategory})
				if err != nil || len(sums) != 1 || sums[0].N != figures || math.Mod(sums[0].Value, figures) != 0 || sums[0].Value < last {
					t.Errorf("sums %+v after %v, %v", sums, last, err)
					return
				}
				last = sums[0].Value
				select {
				case <-ended:
					return
				default:
				}
			}
		})
	}
	for i := 1; i < vintages; i++ {
		load(t, l, source(string(rune('0'+i))+".csv", 1+i), vintage(float64(1+i)))
	}
	close(ended)
	readers.Wait()
}
