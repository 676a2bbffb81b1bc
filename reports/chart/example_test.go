package chart_test

import (
	"fmt"
	"math"
	"strings"

	"vitrine/reports"
	"vitrine/reports/chart"
)

// quarters is an answer as reports.Ask gives it: made up, with a quarter that
// nobody published and a last one that is provisional.
func quarters() reports.Answer {
	s := reports.Series{Publisher: "Example", Measure: "requests fulfilled"}
	for p := reports.EveryQuarter.Around(reports.DayOf(2024, 1, 1)); p.Start < reports.DayOf(2025, 7, 1); p = reports.EveryQuarter.Around(p.End) {
		s.Numbers = append(s.Numbers, reports.Number{Period: p, Value: 100 + float64(len(s.Numbers))*25})
	}
	s.Numbers[2].Value = math.NaN()
	s.Numbers[5].Status = reports.Provisional
	a := reports.Answer{Series: []reports.Series{s}, Unstackable: reports.ReasonOneSeries}
	for _, n := range s.Numbers {
		a.Periods = append(a.Periods, n.Period)
	}
	return a
}

// A picture on screen: Draw in the background, then look numbers up under the
// pointer without drawing again.
func ExampleDraw() {
	answer := quarters()
	picture, err := chart.Draw(answer, chart.Options{Width: 640, Height: 400, Scale: 2})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(picture.Image.Rect.Size(), "pixels,", len(picture.Points), "numbers")
	if at, ok := picture.Nearest(picture.Plot.Right(), picture.Plot.Y); ok {
		n := answer.Series[at.Series].Numbers[at.Number]
		fmt.Println(n.Period, n.Value, n.StatusText())
	}
	// Output:
	// (1280,800) pixels, 5 numbers
	// 2025-Q2 225 provisional
}

// An export: with titles and footer, as SVG.
func ExampleSVG() {
	var document strings.Builder
	if err := chart.SVG(&document, quarters(), chart.Options{Kind: chart.Bar, Titles: true}); err != nil {
		fmt.Println(err)
		return
	}
	_, rest, _ := strings.Cut(document.String(), "<title>")
	title, _, _ := strings.Cut(rest, "</title>")
	fmt.Println(title)
	// Output: Requests fulfilled at Example in total, as published, January 2024 to June 2025, worldwide
}

// A kind that would mislead is refused, with a reason that the window shows
// beside the grey word.
func ExampleKind_Refused() {
	for _, kind := range []chart.Kind{chart.Line, chart.Area, chart.Days} {
		fmt.Printf("%s: %q\n", kind, kind.Refused(quarters()))
	}
	// Output:
	// line: ""
	// area: "only one series"
	// days: "no daily figures"
}
