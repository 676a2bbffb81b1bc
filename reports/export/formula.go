package export

import "math"

// A formula is a cell that a spreadsheet program works out; value is what it
// comes to.
type formula struct {
	text  string
	value float64
}

// live is a formula with its value, or shorthand where it has none.
func live(text string, value float64) any {
	if math.IsNaN(value) {
		return signNotApplicable
	}
	return formula{text, value}
}
