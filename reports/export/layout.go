package export

import (
	"math"
	"strings"
	"unicode/utf8"
)

// fold breaks the title and the lines of a page with a table or a chart, so
// that they are as wide as it is and its printed page need not shrink.
func (p page) fold() page {
	if p.isText() {
		return p
	}
	width := chartWidth
	if p.grid != nil {
		width = min(max(p.grid.width(), 70), 150)
	}
	var lines []line
	titles := wrap(p.title, int(width/1.35))
	for _, text := range titles[1:] {
		lines = append(lines, line{text: text, title: true})
	}
	for _, l := range p.lines {
		for _, text := range wrap(l.text, int(width*1.02)) {
			lines = append(lines, line{text: text, link: l.link})
		}
	}
	p.title, p.lines = titles[0], lines
	return p
}

// across is how many printed pages the sheet is wide: as many as keep it large
// enough to read.
func (p page) across() int {
	if p.grid == nil {
		return 1
	}
	return max(1, int(math.Ceil(p.grid.width()/readableWidth)))
}

// readableWidth is how many characters a printed page is wide at most.
const readableWidth = 220

// width is that of all columns, in characters.
func (g *grid) width() float64 {
	total := 0.0
	for _, c := range g.columns {
		total += c.width
	}
	return total
}

// chartWidth is how many characters are as wide as a chart.
const chartWidth = 125.0

// lineHeight is the height of a row of text, in points.
func (b *binder) lineHeight() float64 { return math.Round(b.size * 1.35) }

func (b *binder) titleHeight(p page) float64 {
	if !p.isText() {
		return math.Round(b.size * 2)
	}
	return math.Round(b.size*1.7) * rowsOfText(p.title, p.width/1.5)
}

// height is that of a row whose text wraps in a column of a width: programs
// do not fit rows to a text when they open a file.
func (b *binder) height(text string, width float64) float64 {
	return b.lineHeight() * rowsOfText(text, width*1.08*11/b.size)
}

// rowsOfText counts the rows that a text takes in a column of a width.
func rowsOfText(text string, width float64) float64 {
	return float64(len(wrap(text, int(width))))
}

// wrap breaks a text at spaces into rows of at most width characters; a longer
// word has a row of its own.
func wrap(text string, width int) []string {
	var rows []string
	row, length := "", 0
	for word := range strings.SplitSeq(text, " ") { // not at no-break spaces
		n := utf8.RuneCountInString(word)
		if length > 0 && length+1+n > width {
			rows = append(rows, row)
			row, length = "", 0
		}
		if length > 0 {
			row, length = row+" ", length+1
		}
		row, length = row+word, length+n
	}
	return append(rows, row)
}
