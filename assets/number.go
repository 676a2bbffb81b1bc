package assets

import (
	"math"
	"strconv"
	"strings"

	"vitrine/reports"
)

// Number writes a number with the language's separators: 26,662 in English,
// 26 662 (with a narrow no-break space) in French. Fractions have two digits
// after the point, or three that count below 1. The minus is the one on the
// keyboard, which every font has. NaN is "–".
func (w *Words) Number(v float64) string {
	switch {
	case math.IsNaN(v):
		return w.Say("format.unknown")
	case math.IsInf(v, 0):
		return sign(v) + w.Say("format.infinity")
	}
	digits, fraction, _ := strings.Cut(plainNumber(math.Abs(v)), ".")
	text := w.grouped(digits)
	if fraction != "" {
		text += w.decimal + fraction
	}
	return sign(v) + text
}

func sign(v float64) string {
	if v < 0 {
		return "-"
	}
	return ""
}

// plainNumber writes a number without separators, as far as it is shown.
func plainNumber(v float64) string {
	text := strconv.FormatFloat(v, 'f', 2, 64)
	if v > 0 && v < 1 {
		places := 2 - int(math.Floor(math.Log10(v)))
		text = strconv.FormatFloat(v, 'f', min(places, 12), 64)
	}
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return text
}

func (w *Words) grouped(digits string) string {
	var b strings.Builder
	for i, r := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteString(w.group)
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Amount writes a number of an answer: its value, or its bounds where no
// single number can be said ("26–35", "≥ 26"), or "–" where nothing is known.
// What was derived from a share is marked: "≈ 26".
func (w *Words) Amount(n reports.Number) string {
	switch {
	case n.HasRange && n.Low < n.High && (!n.Known() || n.Incomplete):
		return w.bounds(n.Low, n.High)
	case n.Known() && n.Incomplete:
		return w.Say("format.atleast", "low", w.Number(n.Value))
	case n.Known() && n.Basis == reports.Derived:
		return w.derived(n.Value, w.Number)
	}
	return w.Number(n.Value)
}

// derived writes a count that was worked out from a share, which is known to
// no more than whole ones: "≈ 445,386".
func (w *Words) derived(v float64, write func(float64) string) string {
	if math.Abs(v) >= 10 {
		v = math.Round(v)
	}
	return "≈\u202f" + write(v)
}

func (w *Words) bounds(low, high float64) string {
	switch {
	case !math.IsInf(high, 1):
		return w.Say("format.range", "low", w.Number(low), "high", w.Number(high))
	case low > 0:
		return w.Say("format.atleast", "low", w.Number(low))
	}
	return w.Number(math.NaN())
}

// Percent writes a rate that is given in percent: 99.4%, 99,4 %.
func (w *Words) Percent(v float64) string {
	if math.IsNaN(v) {
		return w.Number(v)
	}
	return w.Say("format.percent", "n", w.Number(v))
}
