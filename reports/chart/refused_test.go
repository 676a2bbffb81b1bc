package chart

import (
	"errors"
	"io"
	"testing"

	"vitrine/assets"
	"vitrine/reports"
)

func TestRefused(t *testing.T) {
	overlapping := split()
	overlapping.Unstackable = reports.ReasonOverlapping
	negative := split()
	negative.Series[1].Numbers[3].Value = -1
	var crowd []reports.Series
	for i, at := 0, periods(reports.EveryQuarter, reports.DayOf(2018, 1, 1), 24); i < 9; i++ {
		crowd = append(crowd, series(string(rune('a'+i)), at, wave(uint32(i+1), len(at), 1, 9)))
	}
	for _, c := range []struct {
		name string
		kind Kind
		a    reports.Answer
		want string
	}{
		{"lines of days", Line, daily(), ""},
		{"bars of 930 days", Bar, daily(), ReasonManyPeriods},
		{"bars of 40 months", Bar, split(), ""},
		{"bars of 9 parts in 24 quarters that are no whole", Bar, answer(reports.EveryQuarter, crowd...), ReasonManyBars},
		{"bars of 12 parts of a whole", Bar, wholeTwelve(), ""},
		{"areas of a whole", Area, split(), ""},
		{"areas of parts that are no whole", Area, monthly(), reports.ReasonNotComplete},
		{"areas of parts that overlap", Area, overlapping, reports.ReasonOverlapping},
		{"facets of days", Facets, daily(), ""},
		{"a heat map of 930 days", Heat, daily(), ReasonManyCells},
		{"a heat map of quarters", Heat, twelve(), ""},
		{"a calendar of a daily series", Days, daily(), ""},
		{"a calendar of months", Days, monthly(), ReasonNoDays},
		{"a calendar of three daily series", Days, days3462(), ReasonManySeries},
		{"a ranking", Rank, twelve(), ""},
		{"a ranking of one series", Rank, total(1, 2), reports.ReasonOneSeries},
		{"a map of countries", Map, byCountry(), ""},
		{"a map without countries", Map, monthly(), ReasonNoCountries},
		{"a map of two categories", Europe, byAreaAndCategory(), ReasonManyLands},
		{"areas with a negative number", Area, negative, ReasonNegative},
	} {
		if got := c.kind.Refused(c.a); got != c.want {
			t.Errorf("%s: refused because of %q, want %q", c.name, got, c.want)
		}
		_, err := Draw(c.a, Options{Kind: c.kind})
		var refused *RefusedError
		if errors.As(err, &refused) != (c.want != "") {
			t.Errorf("%s: drawn with error %v", c.name, err)
		}
	}
}

func TestSharesNeedAWhole(t *testing.T) {
	a := irregularHalves()
	if err := SVG(io.Discard, a, Options{Kind: Bar, Percent: true}); err == nil {
		t.Error("bars that are no whole are drawn as shares of it")
	}
	if err := SVG(io.Discard, a, Options{Kind: Bar}); err != nil {
		t.Error(err)
	}
}

func TestReasonsAreTranslated(t *testing.T) {
	for _, lang := range assets.Languages() {
		for _, reason := range []string{ReasonManyPeriods, ReasonManyBars, ReasonNegative, ReasonManyCells, ReasonNoDays, ReasonManySeries, ReasonNoCountries, ReasonManyLands, ReasonOnePeriod, ReasonNested, ReasonMeasures} {
			if words := assets.For(lang); !words.Has("reason." + reason) {
				t.Errorf("%s has no words for %q", lang, reason)
			}
		}
	}
}
