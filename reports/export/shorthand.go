package export

import (
	"fmt"
	"math"
	"strings"

	"vitrine/assets"
	"vitrine/reports"
)

// The shorthand of the ONS for statistics in spreadsheets, and three signs that
// it lacks: [d], [i] and [partial].
const (
	signBreak         = "[b]"
	signWithheld      = "[c]"
	signDerived       = "[d]"
	signEstimated     = "[e]"
	signIncomplete    = "[i]"
	signLow           = "[low]"
	signProvisional   = "[p]"
	signPartial       = "[partial]"
	signNotAvailable  = "[x]"
	signNotApplicable = "[z]"
)

// signs lists the shorthand in the order of the notes; the name is the end of
// the translation's key.
var signs = []struct{ sign, name string }{
	{signBreak, "break"}, {signWithheld, "withheld"}, {signDerived, "derived"}, {signEstimated, "estimated"},
	{signIncomplete, "incomplete"}, {signLow, "low"}, {signProvisional, "provisional"},
	{signPartial, "partial"}, {signNotAvailable, "notavailable"}, {signNotApplicable, "notapplicable"},
}

// signName says in words what a sign stands for.
func signName(w *assets.Words, sign string) string {
	for _, s := range signs {
		if s.sign == sign {
			return w.Say("export.sign." + s.name)
		}
	}
	return sign
}

// signsOf returns the shorthand of a number, none for one that needs none.
func signsOf(n reports.Number, breaks []reports.Break) []string {
	var list []string
	if breaksIn(n.Period, breaks) {
		list = append(list, signBreak)
	}
	if s := statusSign(n.Status); s != "" && !(n.Known() && n.Incomplete && n.Status >= reports.Withheld) {
		list = append(list, s) // of an incomplete sum, [i] says that a part is withheld or unknown
	}
	if n.Basis == reports.Derived {
		list = append(list, signDerived)
	}
	if n.Incomplete {
		list = append(list, signIncomplete)
	}
	if n.Partial() {
		list = append(list, signPartial)
	}
	if !n.Known() && len(list) == 0 {
		list = append(list, signNotAvailable)
	}
	return list
}

func statusSign(s reports.Status) string {
	switch s {
	case reports.Estimated:
		return signEstimated
	case reports.Provisional:
		return signProvisional
	case reports.NotApplicable:
		return signNotApplicable
	case reports.Withheld:
		return signWithheld
	case reports.NotAvailable:
		return signNotAvailable
	}
	return ""
}

// breaksIn tells whether a publisher changed how it counts within a period.
func breaksIn(p reports.Period, breaks []reports.Break) bool {
	for _, b := range breaks {
		if p.Start <= b.At && b.At < p.End {
			return true
		}
	}
	return false
}

// instead returns what stands in a cell that has no number.
func instead(n reports.Number) string {
	switch n.Status {
	case reports.Withheld:
		return signWithheld
	case reports.NotApplicable:
		return signNotApplicable
	}
	return signNotAvailable
}

// missing is the number of a period that a series has none for.
func missing(p reports.Period) reports.Number {
	return reports.Number{Period: p, Value: math.NaN(), Status: reports.NotAvailable}
}

// isMissing tells whether a number stands for none at all.
func isMissing(n reports.Number) bool {
	return !n.Known() && n.Basis == reports.Published && n.N == 0 && n.Origin.Source == "" && !n.HasRange
}

// statusText writes the shorthand of a number and the days of a partial one:
// "[p] [partial] 17 of 30 days"; "" for a number that needs none.
func statusText(w *assets.Words, n reports.Number, breaks []reports.Break) string {
	text := strings.Join(signsOf(n, breaks), " ")
	if n.Partial() {
		text += " " + w.Say("export.days", "n", fmt.Sprint(n.Days), "of", fmt.Sprint(n.Period.Days()))
	}
	return text
}
