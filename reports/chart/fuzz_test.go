package chart

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"testing"

	"vitrine/reports"
)

// oddAnswer makes an answer of bytes: nine a number.
func oddAnswer(data []byte, count int) reports.Answer {
	odd := []float64{math.NaN(), math.Inf(1), math.Inf(-1), 0, -1, 1, 1e15, 1e300, 5e-324}
	var list []reports.Series
	for i := range count {
		s := series(fmt.Sprint("part ", i), nil, nil)
		for at := data; len(at) >= 9; at = at[9:] {
			start := reports.Day(int32(binary.LittleEndian.Uint32(at)))
			if at[4]&1 == 0 {
				start %= 40000
			}
			n := reports.Number{Period: reports.Period{Start: start, End: start + reports.Day(int8(at[5]))}, Value: float64(int8(at[6]))}
			if k := int(at[7]); k < len(odd) {
				n.Value = odd[k]
			}
			n.HasRange, n.Low, n.High = at[8]&1 != 0, odd[int(at[8]>>1)%len(odd)], odd[int(at[8]>>4)%len(odd)]
			n.Incomplete, n.Days = at[8]&2 != 0, int(at[4]>>6)
			n.Status = reports.Status(at[4] >> 2 % 6)
			s.Numbers = append(s.Numbers, n)
			if at[8]&4 != 0 {
				s.Breaks = append(s.Breaks, reports.Break{At: start, Why: string(at[:at[8]%9])})
			}
		}
		list = append(list, s)
	}
	return answer(reports.AsPublished, list...)
}

func FuzzDraw(f *testing.F) {
	one := []byte{0, 1, 0, 0, 0, 30, 7, 99, 0}
	f.Add([]byte{}, 0, 0, 640.0, 400.0, false, false)
	f.Add(one, 1, 0, 640.0, 400.0, true, true)
	f.Add(append(one, one...), 9, 1, 300.0, 200.0, false, false)
	f.Add([]byte{0, 1, 0, 0, 0, 30, 7, 0, 255, 30, 1, 0, 0, 0, 30, 7, 1, 255, 60, 1, 0, 0, 0, 30, 7, 6, 255}, 12, 2, 90.0, 60.0, false, true)
	for kind := range Kinds() {
		f.Add(append(one, one...), 2, kind<<4|4, 300.0, 200.0, true, false)
	}
	f.Fuzz(func(t *testing.T, data []byte, count, kind int, width, height float64, logAxis, percent bool) {
		if len(data) > 9*200 || count < 0 || count > 40 || width > 2000 || height > 2000 {
			t.Skip("as much as pictures of the others have")
		}
		a := oddAnswer(data, count)
		if kind&8 != 0 {
			a.Unstackable = ""
		}
		o := Options{Kind: Kinds()[(kind>>4&0xff)%len(Kinds())], Width: width, Height: height, Log: logAxis, Percent: percent, Titles: kind&4 != 0}
		p, err := Draw(a, o)
		if err != nil {
			return
		}
		for _, pt := range p.Points {
			if math.IsNaN(pt.X) || math.IsNaN(pt.Y) || pt.X < p.Plot.X-1 || pt.X > p.Plot.Right()+1 || pt.Y < p.Plot.Y-1 || pt.Y > p.Plot.Bottom()+1 {
				t.Fatalf("a point stands at %v, outside the plot %v", pt, p.Plot)
			}
		}
		if err := errors.Join(SVG(io.Discard, a, o), PDF(io.Discard, a, o)); err != nil {
			t.Fatal(err)
		}
	})
}

func TestTenThousandSeries(t *testing.T) {
	at := periods(reports.EveryMonth, reports.DayOf(2024, 1, 1), 12)
	var list []reports.Series
	for i := range 10000 {
		list = append(list, series(fmt.Sprint("part ", i), at, wave(uint32(i), len(at), 0, 1000)))
	}
	a := answer(reports.EveryMonth, list...)
	for _, kind := range Kinds() {
		a.Unstackable = ""
		if _, err := Draw(a, Options{Kind: kind}); err != nil && kind.Refused(a) == "" {
			t.Errorf("%s: %v", kind, err)
		}
	}
	a.Unstackable = reports.ReasonNotComplete
	if _, err := Draw(a, Options{Kind: Bar}); err != nil {
		t.Error(err)
	}
}
