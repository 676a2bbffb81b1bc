package reports

import (
	"fmt"
	"math"
	"testing"
)

func (s Stated) text() string {
	text := fmt.Sprint(s.Value)
	if s.HasRange {
		text = fmt.Sprintf("%v to %v", s.Low, s.High)
	}
	if s.Percent {
		text += " %"
	}
	if s.Status != Normal {
		text += ", " + s.Status.String()
	}
	if s.Mark != "" {
		text += " " + s.Mark
	}
	return text
}

func TestSpellNumber(t *testing.T) {
	for text, want := range map[string]string{
		"1234": "1234", "1,234": "1234", "17,991,877": "1.7991877e+07", "28.0": "28", "-1": "-1", "−1": "-1", "17  ": "17",
		"5 671 197": "5.671197e+06", "5\u202f671\u202f197": "5.671197e+06", "21 765 *": "21765 *",
		"1'234": "1234", "1e3": "1000", "1.5E+06": "1.5e+06",
		"12.5%": "12.5 %", "54 %": "54 %", "0.636682594": "0.636682594",
		"22,601 *": "22601 *", "15,935*": "15935 *", "2**": "2 **", "7 [2]": "7 [2]",
		"<10": "0 to 9, withheld", "< 10": "0 to 9, withheld", "≤10": "0 to 10, withheld", "<0.1%": "0 to 0.1 %, withheld",
		"> 5": "6 to +Inf, withheld", ">=5": "5 to +Inf, withheld", "10+": "10 to +Inf, withheld",
		"0-249": "0 to 249, withheld", "24,000 - 24,499": "24000 to 24499, withheld", "4%-5%": "4 to 5 %, withheld", "1250–1499": "1250 to 1499, withheld",
		"": "NaN, not available", " -": "NaN, not available", "N/A": "NaN, not available", "NULL": "NaN, not available",
		"--": "NaN, not applicable", "?": "NaN, withheld",
		// no numbers
		"abc": "", "1,23": "", "0,821": "", "012,345": "", "12,34,567": "", "1,234 567": "", "1,2345": "", "1.2.3": "", "0x10": "", "1e": "", "1e999": "",
		"5-1": "", "<": "", "<0": "", "<-1": "", "+": "", "%": "", "*": "", "1_000": "", "Infinity": "", "١٢": "",
	} {
		got, ok := SpellNumber(text)
		if ok != (want != "") {
			t.Errorf("SpellNumber(%q) is a number: %v", text, ok)
		} else if ok && got.text() != want {
			t.Errorf("SpellNumber(%q) = %s, want %s", text, got.text(), want)
		}
	}
}

func TestSpellingsOfLanguages(t *testing.T) {
	for _, c := range []struct {
		s    Spelling
		text string
		want float64
	}{
		{FrenchNumbers, "1 234,5", 1234.5}, {FrenchNumbers, "1,61", 1.61}, {FrenchNumbers, "99,1%", 99.1},
		{GermanNumbers, "1.234.567", 1234567}, {GermanNumbers, "1.234,5", 1234.5},
	} {
		if got, ok := c.s.Read(c.text); !ok || got.Value != c.want {
			t.Errorf("%q is %v, want %v", c.text, got.Value, c.want)
		}
	}
	if _, ok := FrenchNumbers.Read("1.234"); ok {
		t.Error("a French number has no point")
	}
}

func FuzzSpellNumber(f *testing.F) {
	for _, text := range []string{"1,234", "<10", "0-249", "12.5%", "22,601 *", "7 [2]", "> 5", "1e3", "\u202f", "*", "[", "−", "5\u202f671"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, s := range []Spelling{EnglishNumbers, FrenchNumbers, GermanNumbers} {
			got, ok := s.Read(text)
			switch {
			case math.IsInf(got.Value, 0):
				t.Errorf("%q is infinite", text)
			case got.HasRange && !(got.Low <= got.High):
				t.Errorf("%q is from %v to %v", text, got.Low, got.High)
			case !ok && got.Status == Normal:
				t.Errorf("%q is no number and normal", text)
			case math.IsNaN(got.Value) && got.Status == Normal:
				t.Errorf("%q has no value and is normal", text)
			}
		}
	})
}
