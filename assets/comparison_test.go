package assets

import (
	"errors"
	"math"
	"testing"

	"vitrine/reports"
)

// twoHalves compares two countries, of which one is new and one withheld.
func twoHalves(t *testing.T, p reports.Pair) (reports.Comparison, error) {
	t.Helper()
	half := func(y int, m int) reports.Period {
		return reports.EveryHalf.Around(reports.DayOf(y, 1, 1) + reports.Day(m))
	}
	fig := func(p reports.Period, area string, v float64) reports.Figure {
		f := reports.Figure{Publisher: "Google", Table: "t", Measure: reports.RemovalRequestsReceived, Period: p, Breakdown: reports.ByArea,
			Split: reports.Split{Area: area}, Value: v}
		if v < 0 {
			f.Value, f.Low, f.High, f.HasRange, f.Status = math.NaN(), 0, -v, true, reports.Withheld
		}
		return f
	}
	first, second := half(2022, 200), half(2023, 0)
	l := &reports.Memory{
		Held: []reports.Figure{fig(first, "FR", -9), fig(second, "FR", 21), fig(second, "DE", 1234)},
		Declared: []reports.Block{{Publisher: "Google", Table: "t", Measure: reports.RemovalRequestsReceived, Breakdown: reports.ByArea,
			Complete: reports.ByArea, Absent: reports.AbsentNone}},
		Breaking: []reports.Break{{Publisher: "Google", At: reports.DayOf(2023, 1, 1), Why: "what counts as a report changes here"}},
	}
	q := reports.Question{By: []reports.Dim{reports.Area}}
	return reports.Compare(t.Context(), q, p, l, reports.Names{Areas: Areas(), Codes: Codes(), Crosswalk: Crosswalk()}, Events())
}

func TestComparisonInWords(t *testing.T) {
	c, err := twoHalves(t, reports.Pair{})
	if err != nil {
		t.Fatal(err)
	}
	en, fr := For("en"), For("fr")
	for _, k := range []struct{ got, want string }{
		{en.ComparisonTitle(c), "Removal requests received at Google by area, H2 2022 and H1 2023, all areas"},
		{fr.ComparisonTitle(c), "Demandes de suppression reçues chez Google, par territoire, S2 2022 et S1 2023, tous les territoires"},
		{en.ItemName(c, c.Items[0]), "Germany"},
		{en.Change(c, c.Items[0]), "new"},
		{fr.Change(c, c.Items[0]), "nouveau"},
		{en.Difference(c.Items[0].Difference), "+1,234"},
		{en.DifferencePercent(c.Items[0].Percent), "–"},
		{en.Quantity(c.Items[1].Values[0]), "0 to 9"},
		{en.Difference(c.Items[1].Difference), "+12 to +21"},
		{fr.Difference(c.Items[1].Difference), "+12 à +21"},
		{en.DifferencePercent(reports.Exactly(-12.345)), "-12.3%"},
		{en.Difference(reports.Amount{Value: math.NaN(), Low: math.Inf(-1), High: 5}), "≤ +5"},
		{en.ComparisonNotes(c)[len(en.ComparisonNotes(c))-1], "1 January 2023: what counts as a report changes here."},
	} {
		if k.got != k.want {
			t.Errorf("%q; want %q", k.got, k.want)
		}
	}
}

func TestIncomparableInWords(t *testing.T) {
	at := reports.EveryHalf.Around(reports.DayOf(2023, 1, 1))
	_, err := twoHalves(t, reports.Pair{From: at, To: at})
	var refused reports.Incomparable
	if !errors.As(err, &refused) {
		t.Fatal(err)
	}
	if en, fr := For("en").Incomparable(refused), For("fr").Incomparable(refused); en != "Both sides are H1 2023." || fr != "Les deux côtés sont identiques\u202f: S1 2023." {
		t.Errorf("%q, %q", en, fr)
	}
}
