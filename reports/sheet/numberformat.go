package sheet

import (
	"math"
	"strconv"
	"strings"
)

// A numberFormat is how a workbook shows the numbers of a cell: sections for
// positive and negative numbers and zero. The zero numberFormat is General.
type numberFormat []formatSection

// A formatSection is the tokens of a section.
type formatSection struct {
	tokens []formatToken
	date   bool
	plain  bool // shown as General: it is empty, or of a form that is not known here
}

// A formatToken is a part of a format: a literal, the digits ("#,##0.00"), a
// percent sign, or a part of a date ("yyyy"; elapsed time in brackets).
type formatToken struct {
	kind tokenKind
	text string
}

type tokenKind int

const (
	literalToken tokenKind = iota
	digitsToken
	percentToken
	dateToken
	elapsedToken
	halfToken // AM or PM
)

// builtinFormats are the formats that workbooks name by number. What depends
// on the reader's country is a date in ISO's form here.
var builtinFormats = map[int]string{
	1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
	14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
	22: "yyyy-mm-dd hh:mm", 27: "yyyy-mm-dd", 30: "yyyy-mm-dd", 31: "yyyy-mm-dd", 36: "yyyy-mm-dd", 50: "yyyy-mm-dd", 57: "yyyy-mm-dd", 58: "yyyy-mm-dd",
	37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)", 39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)",
	41: "#,##0;(#,##0)", 42: "$#,##0;($#,##0)", 43: "#,##0.00;(#,##0.00)", 44: "$#,##0.00;($#,##0.00)",
	45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "0.0E+0",
}

// cell returns the cell of a number.
func (f numberFormat) cell(n float64, is1904 bool) Cell {
	cell := Cell{Text: general(n), Kind: Number, Number: n}
	if len(f) == 0 {
		return cell
	}
	s, signed := f[0], n < 0
	switch {
	case n < 0 && len(f) > 1:
		s, signed = f[1], false
	case n == 0 && len(f) > 2:
		s = f[2]
	}
	switch {
	case s.plain:
	case s.date && n >= 0 && n < 3e6:
		if is1904 {
			cell.Number += 1462
		}
		cell.Kind = Date
		cell.Text = s.formatDate(cell)
	case !s.date:
		if cell.Text = s.formatNumber(math.Abs(n)); signed && strings.Trim(cell.Text, "0.,%$ ") != "" {
			cell.Text = "-" + cell.Text
		}
	}
	return cell
}

// general writes a number as General does where there is room: up to 15
// digits, no exponent for numbers of a usual size.
func general(n float64) string {
	if whole := int64(n); math.Abs(n) < 1e15 && float64(whole) == n {
		return strconv.FormatInt(whole, 10)
	}
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(n, 'e', 14, 64), 64)
	if err != nil {
		rounded = n
	}
	if a := math.Abs(rounded); a != 0 && (a < 1e-9 || a >= 1e21) {
		return strconv.FormatFloat(rounded, 'E', -1, 64)
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}

// formatNumber writes a number that is not negative.
func (s formatSection) formatNumber(n float64) string {
	for _, token := range s.tokens {
		if token.kind == percentToken {
			n *= 100
		}
	}
	var text strings.Builder
	for _, token := range s.tokens {
		switch token.kind {
		case digitsToken:
			text.WriteString(formatDigits(token.text, n))
		default:
			text.WriteString(token.text)
		}
	}
	return text.String()
}

// formatDigits writes a number by a pattern such as "#,##0.00", "0.0E+00".
func formatDigits(pattern string, n float64) string {
	pattern, exponent, scientific := strings.Cut(pattern, "E")
	for strings.HasSuffix(pattern, ",") {
		pattern, n = strings.TrimSuffix(pattern, ","), n/1000
	}
	whole, decimals, _ := strings.Cut(pattern, ".")
	if scientific {
		return formatScientific(n, len(decimals), len(exponent)-1)
	}
	text := roundTo(n, len(decimals))
	integer, fraction, _ := strings.Cut(text, ".")
	if strings.Trim(whole, "#?,") == "" {
		integer = strings.TrimLeft(integer, "0")
	}
	for len(integer) < strings.Count(whole, "0") {
		integer = "0" + integer
	}
	if strings.Contains(whole, ",") {
		for i := len(integer) - 3; i > 0; i -= 3 {
			integer = integer[:i] + "," + integer[i:]
		}
	}
	for strings.HasSuffix(fraction, "0") && len(fraction) > 0 && decimals[len(fraction)-1] != '0' {
		fraction = fraction[:len(fraction)-1]
	}
	if !strings.Contains(pattern, ".") {
		return integer
	}
	return integer + "." + fraction
}

func formatScientific(n float64, decimals, digits int) string {
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(n, 'E', decimals, 64), "E")
	sign, power := exponent[:1], strings.TrimLeft(exponent[1:], "0")
	for len(power) < digits {
		power = "0" + power
	}
	return mantissa + "E" + sign + power
}

// roundTo rounds a number half up on its first 15 digits, as spreadsheet
// programs do.
func roundTo(n float64, decimals int) string {
	text := general(n)
	if strings.Contains(text, "E") {
		return strconv.FormatFloat(n, 'f', decimals, 64)
	}
	integer, fraction, _ := strings.Cut(text, ".")
	if len(fraction) <= decimals {
		fraction += strings.Repeat("0", decimals-len(fraction))
		return strings.TrimSuffix(integer+"."+fraction, ".")
	}
	digits := []byte(integer + fraction[:decimals])
	up := fraction[decimals] >= '5'
	for i := len(digits) - 1; i >= 0 && up; i-- {
		if up = digits[i] == '9'; up {
			digits[i] = '0'
		} else {
			digits[i]++
		}
	}
	if up {
		digits = append([]byte{'1'}, digits...)
	}
	point := len(digits) - decimals
	return strings.TrimSuffix(string(digits[:point])+"."+string(digits[point:]), ".")
}

// formatDate writes a date. Months and days have English names.
func (s formatSection) formatDate(cell Cell) string {
	t, _ := cell.Time()
	half := false
	for _, token := range s.tokens {
		half = half || token.kind == halfToken
	}
	var text strings.Builder
	for i, token := range s.tokens {
		switch token.kind {
		case dateToken:
			text.WriteString(t.Format(s.layout(i, half)))
		case elapsedToken:
			text.WriteString(elapsed(token.text, cell.Number))
		case halfToken:
			text.WriteString(t.Format("PM"))
		default:
			text.WriteString(token.text)
		}
	}
	return text.String()
}

// layout returns how package time writes a part of a date.
func (s formatSection) layout(i int, half bool) string {
	part := s.tokens[i].text
	if part[0] == 'm' && len(part) < 3 && s.minutes(i) {
		return map[int]string{1: "4", 2: "04"}[len(part)]
	}
	if part[0] == 'h' && half {
		return map[int]string{1: "3", 2: "03"}[min(len(part), 2)]
	}
	if layout, ok := dateLayouts[part]; ok {
		return layout
	}
	return map[byte]string{'y': "2006", 'm': "January", 'd': "Monday", 'h': "15", 's': "05"}[part[0]]
}

// dateLayouts are the parts of dates in the words of package time. It has no
// hour of a day without a zero; Excel's h is written with one.
var dateLayouts = map[string]string{
	"y": "06", "yy": "06", "yyyy": "2006", "m": "1", "mm": "01", "mmm": "Jan", "mmmm": "January",
	"d": "2", "dd": "02", "ddd": "Mon", "dddd": "Monday", "h": "15", "hh": "15", "s": "5", "ss": "05",
}

// minutes tells whether an m stands for minutes: after hours, or before
// seconds.
func (s formatSection) minutes(i int) bool {
	for j := i - 1; j >= 0; j-- {
		if k := s.tokens[j].kind; k == dateToken || k == elapsedToken {
			if strings.Contains(s.tokens[j].text, "h") {
				return true
			}
			break
		}
	}
	for _, token := range s.tokens[i+1:] {
		if token.kind == dateToken || token.kind == elapsedToken {
			return strings.Contains(token.text, "s")
		}
	}
	return false
}

// elapsed writes a time as hours, minutes or seconds beyond the clock's.
func elapsed(part string, days float64) string {
	perDay := map[byte]float64{'h': 24, 'm': 1440, 's': 86_400}[part[0]]
	text := strconv.FormatFloat(math.Floor(days*perDay+1e-6), 'f', 0, 64)
	for len(text) < len(part) {
		text = "0" + text
	}
	return text
}
