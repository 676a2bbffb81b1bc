package reports

import (
	"math"
	"testing"
)

func TestSettle(t *testing.T) {
	at := func(row int, value float64, text string) Figure {
		return Figure{Publisher: "P", Table: "T", Measure: "m", Value: value, Origin: Origin{Sheet: "s", Row: row, Column: 2, Text: text}}
	}
	other := at(9, 4, "4")
	other.Area = "FR"
	elsewhere := at(5, 12, "12")
	elsewhere.Origin.Sheet = "second"

	figures, problems := Settle([]Figure{at(2, 12, "12"), other, at(3, 12, "12"), elsewhere})
	if len(figures) != 2 || len(problems) != 0 {
		t.Fatalf("got %d figures and %v, want 2 and no problem", len(figures), problems)
	}
	f := figures[0]
	if f.Value != 12 || len(f.Origin.More) != 2 || f.Origin.More[0].Address() != "B3" || f.Origin.More[1].Sheet != "second" {
		t.Errorf("two cells that agree: got %v with %v", f.Value, f.Origin.More)
	}

	figures, problems = Settle([]Figure{at(2, 12, "12"), at(3, 10, "10"), at(4, 11, "11")})
	if len(figures) != 1 || len(problems) != 2 {
		t.Fatalf("got %d figures and %v, want one and two problems", len(figures), problems)
	}
	f = figures[0]
	if !math.IsNaN(f.Value) || !f.HasRange || f.Low != 10 || f.High != 12 || len(f.Origin.More) != 2 {
		t.Errorf("cells that disagree: got %+v", f)
	}
	if want := `s › row 3 › column B: states "10" where B2 states "12" of the same: kept as a range`; problems[0].Error() != " › "+want {
		t.Errorf("got %q", problems[0].Error())
	}
}

func TestSettleUnknowns(t *testing.T) {
	unknown := Figure{Value: math.NaN(), Status: Withheld}
	figures, problems := Settle([]Figure{unknown, unknown})
	if len(figures) != 1 || len(problems) != 0 {
		t.Errorf("two unknowns agree: got %d figures, %v", len(figures), problems)
	}
	figures, problems = Settle([]Figure{unknown, {Value: 3}})
	if len(figures) != 1 || len(problems) != 1 || figures[0].Low != 0 || !math.IsInf(figures[0].High, 1) {
		t.Errorf("an unknown and a number disagree: got %+v, %v", figures, problems)
	}
}
