package publisher

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

var (
	dsaDotted   = regexp.MustCompile(`^\d{1,3}(?:\.\d{3}){2,}$`)
	dsaOneDot   = regexp.MustCompile(`^[1-9]\d{0,2}\.\d{3}$`)
	dsaScaled   = regexp.MustCompile(`(?i)^(?:(>|<|≥|≤|>=|<=)\s*)?(\d+(?:[.,]\d+)?)\s*(k|thousand|m|mn|mio|million|millions|bn|billion)\.?$`)
	dsaScaledTo = regexp.MustCompile(`(?i)^(\d+(?:[.,]\d+)?)\s*(?:-|–|—|to)\s*(\d+(?:[.,]\d+)?)\s*(k|thousand|m|mn|mio|million|millions|bn|billion)\.?$`)
	dsaAbout    = regexp.MustCompile(`(?i)^(?:~|≈|about|approx\.?|approximately|around|circa|ca\.)\s*`)
	dsaTimed    = regexp.MustCompile(`(?i)^(\d+(?:[.,]\d+)?)\s*(h|hr|hrs|hour|hours|d|day|days|m|min|mins|minute|minutes|s|sec|seconds)\.?$`)
	dsaClock    = regexp.MustCompile(`^(\d{1,4}):(\d\d)(?::(\d\d))?$`)
	dsaOldDate  = regexp.MustCompile(`^(?:1900-01-(\d\d)|(\d\d)/01/1900)[ T](\d\d):(\d\d)(?::(\d\d))?$`)
)

// dsaNumber reads a cell as a number of a unit. dotted says that the report
// writes thousands with dots. A sentence says why it cannot be read.
func dsaNumber(c sheet.Cell, unit dsaUnit, dotted bool) (n reports.Stated, why string) {
	text := strings.TrimSpace(strings.ReplaceAll(c.Text, "\u00a0", " "))
	switch unit {
	case dsaHours:
		n, why = dsaTime(c, text)
	case dsaFraction:
		n, why = dsaPercent(c, text)
	case dsaMillion, dsaThousand:
		if last := len(text) - 1; last >= 0 && text[last] >= '0' && text[last] <= '9' {
			c = sheet.Cell{Text: text + map[dsaUnit]string{dsaMillion: "M", dsaThousand: "k"}[unit], Kind: sheet.Text}
		}
		n, why = dsaWhole(c, strings.TrimSpace(c.Text), dotted)
	default:
		n, why = dsaWhole(c, text, dotted)
	}
	if why == "" && (n.Value < 0 || n.HasRange && n.Low < 0) {
		return n, fmt.Sprintf("%q is below zero", text)
	}
	return n, why
}

// dsaWhole reads a count.
func dsaWhole(c sheet.Cell, text string, dotted bool) (reports.Stated, string) {
	if c.Kind == sheet.Number {
		n, ok := spell(c)
		if !ok || n.Percent || n.Value != math.Trunc(n.Value) {
			return n, fmt.Sprintf("%q is no whole number", text)
		}
		return n, ""
	}
	if c.Kind == sheet.Date {
		return reports.Stated{}, fmt.Sprintf("%q is a date, not a number", text)
	}
	rest := dsaAbout.ReplaceAllString(text, "")
	about := rest != text
	if dsaDotted.MatchString(rest) || dotted && dsaOneDot.MatchString(rest) {
		rest = strings.ReplaceAll(rest, ".", "")
	} else if dsaOneDot.MatchString(rest) {
		return reports.Stated{}, fmt.Sprintf("%q may have a dot between thousands, or decimals: it was not read", text)
	}
	n, ok := dsaMillions(rest)
	if !ok {
		n, ok = reports.SpellNumber(rest)
	}
	if !ok || n.Percent || !isWhole(n.Value) || n.HasRange && (!isWhole(n.Low) || !isWhole(n.High)) {
		return n, fmt.Sprintf("%q is no whole number", text)
	}
	if about {
		n.Status = max(n.Status, reports.Estimated)
	}
	return n, ""
}

func isWhole(v float64) bool { return v == math.Trunc(v) || math.IsNaN(v) }

// dsaMillionsTo reads "2.1 - 2.6M".
func dsaMillionsTo(text string) (reports.Stated, bool) {
	m := dsaScaledTo.FindStringSubmatch(text)
	if m == nil {
		return reports.Stated{}, false
	}
	low, ok := dsaMillions(m[1] + m[3])
	high, also := dsaMillions(m[2] + m[3])
	n := reports.Stated{Value: math.NaN(), Low: low.Value, High: high.Value, HasRange: true, Status: reports.Withheld}
	return n, ok && also && n.Low <= n.High
}

// dsaMillions reads "178.3M" and "> 5 million": a number that was rounded, with
// the bounds of its rounding.
func dsaMillions(text string) (reports.Stated, bool) {
	m := dsaScaled.FindStringSubmatch(text)
	if m == nil {
		return dsaMillionsTo(text)
	}
	digits := strings.Replace(m[2], ",", ".", 1)
	v, err := strconv.ParseFloat(digits, 64)
	if err != nil {
		return reports.Stated{}, false
	}
	scale := map[byte]float64{'k': 1e3, 't': 1e3, 'm': 1e6, 'b': 1e9}[strings.ToLower(m[3])[0]]
	_, decimals, _ := strings.Cut(digits, ".")
	half := scale / 2 / math.Pow10(len(decimals))
	n := reports.Stated{Value: math.Round(v * scale), HasRange: true, Status: reports.Estimated}
	n.Low, n.High = max(0, math.Round(v*scale-half)), math.Round(v*scale+half)
	switch m[1] {
	case ">", "≥", ">=":
		n.Value, n.Low, n.High, n.Status = math.NaN(), v*scale, math.Inf(1), reports.Withheld
	case "<", "≤", "<=":
		n.Value, n.Low, n.High, n.Status = math.NaN(), 0, v*scale, reports.Withheld
	}
	return n, true
}

// dsaTime reads a time in hours, as the law asks for it. Workbooks show one
// that they hold as a duration as a day of 1900.
func dsaTime(c sheet.Cell, text string) (reports.Stated, string) {
	if c.Kind == sheet.Date {
		return reports.Stated{Value: decimal(c.Number * 24)}, ""
	}
	if m := dsaOldDate.FindStringSubmatch(text); m != nil {
		days := number(m[1] + m[2])
		return reports.Stated{Value: decimal(float64(24*days+number(m[3])) + float64(number(m[4]))/60 + float64(number(m[5]))/3600)}, ""
	}
	if m := dsaClock.FindStringSubmatch(text); m != nil {
		return reports.Stated{Value: decimal(float64(number(m[1])) + float64(number(m[2]))/60 + float64(number(m[3]))/3600)}, ""
	}
	if m := dsaTimed.FindStringSubmatch(text); m != nil {
		v, _ := strconv.ParseFloat(strings.Replace(m[1], ",", ".", 1), 64)
		hours := map[byte]float64{'h': 1, 'd': 24, 'm': 1.0 / 60, 's': 1.0 / 3600}[strings.ToLower(m[2])[0]]
		return reports.Stated{Value: decimal(v * hours)}, ""
	}
	return dsaDecimal(c, text)
}

// number reads digits; none are 0.
func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

// dsaDecimal reads a number that may have decimals, behind a dot or a comma.
func dsaDecimal(c sheet.Cell, text string) (reports.Stated, string) {
	if c.Kind == sheet.Number {
		n, _ := spell(c)
		return n, ""
	}
	n, ok := spellText(text)
	if !ok {
		return n, fmt.Sprintf("%q is not a number", text)
	}
	return n, ""
}

// dsaInPercent is the note of a share that was not given as the law wants it.
const dsaInPercent = "read as a percentage: it is no share from 0 to 1"

// dsaPercent reads a share, which the law wants from 0 to 1, in percent, with
// the bounds of its rounding. One of 2 or more was given in percent.
func dsaPercent(c sheet.Cell, text string) (reports.Stated, string) {
	n, why := dsaDecimal(c, text)
	switch {
	case why != "" || math.IsNaN(n.Value) && !n.HasRange:
		return n, why
	case n.HasRange:
		if !n.Percent && n.High <= 1 {
			n.Low, n.High = decimal(n.Low*100), decimal(n.High*100)
		}
		return n, dsaNoShare(n.High, text)
	case n.Percent:
		return n, dsaNoShare(n.Value, text)
	case n.Value > 1 && n.Value < 2:
		return n, dsaNoShare(math.Inf(1), text)
	case n.Value > 1:
		n.Mark = dsaInPercent
		return n, dsaNoShare(n.Value, text)
	case n.Value < 0:
		return n, dsaNoShare(math.Inf(1), text)
	}
	n.Value, n.Low, n.High, n.HasRange = inPercent(n.Value, 2)
	return n, ""
}

func dsaNoShare(v float64, text string) string {
	if v >= 0 && v <= 100 {
		return ""
	}
	return fmt.Sprintf("%q is not a share, from 0 to 1", text)
}
