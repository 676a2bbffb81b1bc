package reports

import (
	"math"
	"strconv"
	"strings"
	"unicode"
)

// A Stated is a number as a cell states it.
type Stated struct {
	Value     float64 // NaN where the cell states no single number
	Low, High float64 // with HasRange
	HasRange  bool
	Status    Status
	Percent   bool   // the number had a percent sign; 12.5% has the value 12.5
	Mark      string // footnote marks behind the number: "*", "[2]"
}

// A Spelling is the way in which a language writes numbers.
type Spelling struct {
	Decimal   rune
	Thousands string // every rune that may stand between groups of three digits
}

// The spellings of numbers that the exports use. A space between groups may
// be U+0020, U+00A0, U+2009 or U+202F in each.
var (
	EnglishNumbers = Spelling{'.', ",'’" + spaces}
	FrenchNumbers  = Spelling{',', spaces}
	GermanNumbers  = Spelling{',', ".'’" + spaces}
)

const spaces = " \u00a0\u2009\u202f"

// noNumber lists what publishers write where they state no number. What it
// means for one publisher only is that publisher's affair.
var noNumber = map[string]Status{
	"": NotAvailable, "-": NotAvailable, "–": NotAvailable, "—": NotAvailable, "null": NotAvailable, "(null)": NotAvailable,
	"n/a": NotAvailable, "na": NotAvailable, "n.a.": NotAvailable, "nan": NotAvailable, "none": NotAvailable,
	"not available": NotAvailable, "[x]": NotAvailable,
	"--": NotApplicable, "not applicable": NotApplicable, "[z]": NotApplicable,
	"?": Withheld, "[c]": Withheld, "withheld": Withheld,
}

// SpellNumber reads a cell's text as a number in English spelling: "1,234",
// "5 671 197", "12.5%", "22,601 *", "0-249", "<10", "> 5", "10+", "N/A", "?".
// It is false for a text that is none of these; a text that says that there
// is no number, or an empty one, has the value NaN and a status.
func SpellNumber(text string) (Stated, bool) { return EnglishNumbers.Read(text) }

// Read reads a cell's text as SpellNumber does, in the spelling s.
func (s Spelling) Read(text string) (Stated, bool) {
	text = strings.TrimFunc(text, unicode.IsSpace)
	if status, ok := noNumber[strings.ToLower(text)]; ok {
		return Stated{Value: math.NaN(), Status: status}, true
	}
	text, mark := cutMark(text)
	stated, ok := s.bounded(text)
	if !ok {
		stated, ok = s.ranged(text)
	}
	if !ok {
		stated.Value, stated.Percent, ok = s.number(text)
	}
	if !ok {
		return Stated{Value: math.NaN(), Status: NotAvailable}, false
	}
	stated.Mark = mark
	return stated, true
}

// cutMark takes footnote marks off the end of a text.
func cutMark(text string) (rest, mark string) {
	rest = strings.TrimRight(text, "*†‡")
	if open := strings.LastIndexByte(rest, '['); open > 0 && strings.HasSuffix(rest, "]") {
		rest = rest[:open]
	}
	return strings.TrimRightFunc(rest, unicode.IsSpace), text[len(rest):]
}

// bounded reads "<10", "≤ 10", "> 5", "≥5" and "10+". A whole number below 10
// is at most 9.
func (s Spelling) bounded(text string) (Stated, bool) {
	for _, b := range []struct {
		sign      string
		up, close bool
	}{{"<=", false, true}, {"≤", false, true}, {">=", true, true}, {"≥", true, true}, {"<", false, false}, {">", true, false}} {
		rest, found := strings.CutPrefix(text, b.sign)
		if !found {
			continue
		}
		v, percent, ok := s.number(strings.TrimFunc(rest, unicode.IsSpace))
		if !ok || v < 0 {
			return Stated{}, false
		}
		return bound(v, b.up, b.close || percent || v != math.Trunc(v), percent), v > 0 || b.up || b.close
	}
	if rest, found := strings.CutSuffix(text, "+"); found {
		v, percent, ok := s.number(rest)
		return bound(v, true, true, percent), ok && v >= 0
	}
	return Stated{}, false
}

func bound(v float64, up, closed, percent bool) Stated {
	stated := Stated{Value: math.NaN(), HasRange: true, High: v, Status: Withheld, Percent: percent}
	if up {
		stated.Low, stated.High = v, math.Inf(1)
	}
	switch {
	case closed:
	case up:
		stated.Low++
	default:
		stated.High--
	}
	return stated
}

// ranged reads "0-249", "24,000 - 24,499" and "4%–5%".
func (s Spelling) ranged(text string) (Stated, bool) {
	for i, r := range text {
		if i == 0 || r != '-' && r != '–' && r != '—' {
			continue
		}
		low, percent, ok := s.number(strings.TrimFunc(text[:i], unicode.IsSpace))
		if !ok {
			return Stated{}, false
		}
		high, alike, ok := s.number(strings.TrimFunc(text[i+len(string(r)):], unicode.IsSpace))
		if !ok || high < low || percent && !alike {
			return Stated{}, false
		}
		return Stated{Value: math.NaN(), HasRange: true, Low: low, High: high, Status: Withheld, Percent: alike}, true
	}
	return Stated{}, false
}

// number reads one number, with a sign, separators, decimals, an exponent and
// a percent sign as far as they are there.
func (s Spelling) number(text string) (v float64, percent, ok bool) {
	text, percent = strings.CutSuffix(text, "%")
	text = strings.TrimFunc(text, unicode.IsSpace)
	text = strings.Replace(text, "−", "-", 1)
	sign := ""
	if rest, negative := strings.CutPrefix(text, "-"); negative {
		sign, text = "-", rest
	}
	exponent := ""
	if i := strings.IndexAny(text, "eE"); i > 0 {
		text, exponent = text[:i], text[i:]
		if !digits(strings.TrimLeft(exponent[1:], "+-")) {
			return 0, false, false
		}
	}
	whole, fraction, cut := strings.Cut(text, string(s.Decimal))
	whole, ok = s.ungroup(whole)
	if !ok || cut && !digits(fraction) {
		return 0, false, false
	}
	if cut {
		whole += "." + fraction
	}
	v, err := strconv.ParseFloat(sign+whole+exponent, 64)
	return v, percent, err == nil
}

// ungroup takes the separators out of "1,234,567", if every group after the
// first has three digits and all separators are the same. "0,821" has none.
func (s Spelling) ungroup(text string) (string, bool) {
	i := strings.IndexAny(text, s.Thousands)
	if i < 0 {
		return text, digits(text)
	}
	separator := string([]rune(text[i:])[0])
	groups := strings.Split(text, separator)
	for n, g := range groups {
		if !digits(g) || n > 0 && len(g) != 3 || n == 0 && (len(g) > 3 || g[0] == '0') {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

func digits(text string) bool {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	return text != ""
}
