package sheet

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"vitrine/reports"
)

// A Passage is what stands around a cell in its file.
type Passage struct {
	Place
	Header                    string // what the cell's column is called
	Label                     string // what the cell's row begins with
	Left, Right, Above, Below string // the neighbouring cells' texts
	Rows                      []Row  // the header's row, and those around the cell
}

// Around cuts out a place with as many rows as asked before and after it. In
// a text there are lines instead of rows, and the neighbours are the beginnings
// of the lines around and what stands beside the text in its own. The zero
// Place has nothing around it.
func (p Place) Around(rows int) (Passage, error) {
	if p.read == nil {
		return Passage{Place: p}, nil
	}
	all, err := p.Leaf.Rows()
	if err != nil {
		return Passage{}, err
	}
	cut := Passage{Place: p}
	at, found := slices.BinarySearchFunc(all, p.Row, func(r Row, n int) int { return r.Number - n })
	if !found {
		return cut, nil
	}
	first := max(0, at-rows)
	if !p.Lines {
		if header := p.header(all[:at]); header >= 0 {
			cut.Header = all[header].Text(p.Column)
			if header < first {
				cut.Rows = append(cut.Rows, all[header])
			}
		}
		cut.neighbours(all, at)
	} else {
		cut.inLine(all, at)
	}
	cut.Rows = append(cut.Rows, all[first:min(len(all), at+rows+1)]...)
	return cut, nil
}

// neighbours takes the texts beside the cell.
func (p *Passage) neighbours(all []Row, at int) {
	here := all[at]
	p.Left, p.Right = here.Text(p.Column-1), here.Text(p.Column+1)
	if above, found := rowOf(all[:at], p.Row-1); found {
		p.Above = above.Text(p.Column)
	}
	if below, found := rowOf(all[at:], p.Row+1); found {
		p.Below = below.Text(p.Column)
	}
	for _, c := range here.Cells[:min(max(p.Column-1, 0), len(here.Cells))] {
		if p.Label = strings.TrimSpace(c.Text); p.Label != "" {
			return
		}
	}
}

// inLine takes what stands beside the text in its line, and the lines around.
func (p *Passage) inLine(all []Row, at int) {
	before, after, found := CutWord(all[at].Text(1), p.Text)
	if !found {
		return
	}
	runes := []rune(before)
	p.Left, p.Right = string(runes[max(0, len(runes)-besideLine):]), begin(after)
	if at > 0 {
		p.Above = begin(all[at-1].Text(1))
	}
	if at+1 < len(all) {
		p.Below = begin(all[at+1].Text(1))
	}
}

// CutWord cuts a line around a text: where the text stands by itself, not
// within a longer word or number, if there is such a place, else where it
// stands first. The empty text is nowhere.
func CutWord(line, text string) (before, after string, found bool) {
	if text == "" {
		return line, "", false
	}
	for from := 0; ; {
		i := strings.Index(line[from:], text)
		if i < 0 {
			return strings.Cut(line, text)
		}
		i += from
		last, _ := utf8.DecodeLastRuneInString(line[:i])
		next, _ := utf8.DecodeRuneInString(line[i+len(text):])
		if !inWord(last) && !inWord(next) {
			return line[:i], line[i+len(text):], true
		}
		from = i + len(text)
	}
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// besideLine is how many characters of a line count as the neighbours of what
// it states.
const besideLine = 80

func begin(text string) string {
	runes := []rune(text)
	return string(runes[:min(len(runes), besideLine)])
}

// header returns the nearest row above that names the column: a text that is
// no number, in a row most of whose cells are such; else the nearest text
// above the column; -1 if there is none.
func (p Place) header(above []Row) int {
	if p.named && len(above) > 0 {
		return 0
	}
	nearest := -1
	for i, r := range slices.Backward(above) {
		if !namesColumn(r.Text(p.Column)) {
			continue
		}
		if nearest < 0 {
			nearest = i
		}
		if named, filled := namedCells(r); 2*named > filled {
			return i
		}
	}
	return nearest
}

// namedCells counts the cells of a row that are texts, of those that are not
// empty.
func namedCells(r Row) (named, filled int) {
	for _, c := range r.Cells {
		if strings.TrimSpace(c.Text) == "" {
			continue
		}
		filled++
		if namesColumn(c.Text) {
			named++
		}
	}
	return named, filled
}

// namesColumn tells whether a text can name a column: it is no number, and not
// empty.
func namesColumn(text string) bool {
	if strings.TrimSpace(text) == "" {
		return false
	}
	_, number := reports.SpellNumber(text)
	return !number
}

// rowOf finds a row by its number.
func rowOf(rows []Row, number int) (Row, bool) {
	at, found := slices.BinarySearchFunc(rows, number, func(r Row, n int) int { return r.Number - n })
	if !found {
		return Row{}, false
	}
	return rows[at], true
}
