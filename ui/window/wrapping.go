package window

import (
	"strings"

	"fyne.io/fyne/v2"
)

// wrapped breaks text into lines of a width: at spaces, but never at those that
// hold together what stands beside them (a number and its sign, a word and its
// colon), and within a word that is wider than a line. With most, it returns at
// most that many lines, the last one cut.
func wrapped(text string, width, size float32, style fyne.TextStyle, most int) []string {
	var rows []string
	for _, part := range strings.Split(text, "\n") {
		rows = append(rows, filled(part, width, size, style)...)
	}
	if most > 0 && len(rows) > most {
		rest := strings.Join(rows[most-1:], " ")
		rows = append(rows[:most-1:most-1], fit(rest, width, size, style))
	}
	return rows
}

// filled breaks a text without line breaks of its own.
func filled(text string, width, size float32, style fyne.TextStyle) []string {
	fits := func(s string) bool { return fyne.MeasureText(s, size, style).Width <= width }
	if fits(text) {
		return []string{text}
	}
	var rows []string
	row := ""
	for _, word := range strings.Split(text, " ") {
		switch {
		case row == "":
			row = word
		case fits(row + " " + word):
			row += " " + word
		default:
			rows, row = append(rows, row), word
		}
		for !fits(row) {
			head := cutWord(row, fits)
			if head == len(row) { // a letter wider than the line
				break
			}
			rows, row = append(rows, row[:head]), row[head:]
		}
	}
	return append(rows, row)
}

// cutWord returns how many bytes of a word that is wider than a line stand in
// it: up to its last sign that may end a line, else as many as there is room
// for, and never none.
func cutWord(word string, fits func(string) bool) int {
	end, sign := 0, 0
	for i, r := range word {
		next := i + len(string(r))
		if end > 0 && !fits(word[:next]) {
			break
		}
		end = next
		if strings.ContainsRune("/-_·\u202f\u00a0", r) {
			sign = end
		}
	}
	if sign > end/2 {
		return sign
	}
	return end
}
