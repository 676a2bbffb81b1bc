package chart

import "slices"

// A keyColumn is the legend of maps where it stands at their left: the period
// of a single one, the unit, and a row for each dot or class, the largest on
// top.
type keyColumn struct {
	period string // "" of two maps, which have theirs above them
	unit   []string
	rows   []keyRow
	width  float64
	height float64
}

// A keyRow is a row of it: a dot, or the box of a class.
type keyRow struct {
	text   string
	radius float64 // of a dot; 0: a box
	class  int     // as in swatch
}

// The sizes of a legend beside a map, in units.
const (
	keyRowHeight = 18
	keyBox       = 24
	keyUnitWidth = 170
)

// keyColumn measures the legend of a period's map, or of two.
func (d *drawing) keyColumn(k mapKey, period string) keyColumn {
	c := keyColumn{period: period, unit: d.font.wrapAtMost(d.unit(), noteSize, keyUnitWidth, 3), rows: d.keyRows(k)}
	c.width = d.bold.width(c.period, textSize)
	for _, line := range c.unit {
		c.width = max(c.width, d.font.width(line, noteSize))
	}
	c.height = c.head() + float64(len(c.unit))*noteSize*lineFactor + 8
	for _, r := range c.rows {
		c.width = max(c.width, k.boxWidth()+8+d.font.width(r.text, noteSize))
		c.height += r.height()
	}
	return c
}

// head is the height of the period.
func (c keyColumn) head() float64 {
	if c.period == "" {
		return 0
	}
	return textSize * lineFactor
}

func (r keyRow) height() float64 { return max(keyRowHeight, 2*r.radius+4) }

// boxWidth is that of the widest dot or box of a legend.
func (k mapKey) boxWidth() float64 { return max(keyBox, 2*k.radius(roundDown(k.most))) }

// keyRows lists the dots or classes of a legend, the largest first.
func (d *drawing) keyRows(k mapKey) []keyRow {
	var rows []keyRow
	if k.dots {
		for _, v := range k.dotSizes() {
			rows = append(rows, keyRow{text: d.o.Words.Number(v), radius: k.radius(v)})
		}
	} else {
		rows = d.classRows(k.classes)
	}
	return append(rows, keyRow{text: d.o.Words.Say("chart.nodata"), class: -2})
}

// classRows lists classes with their bounds, the highest first, then zero.
func (d *drawing) classRows(c classes) []keyRow {
	var rows []keyRow
	number := d.o.Words.Number
	for i := range c.colors {
		var text string
		switch last := len(c.bounds); {
		case c.low == 0 && c.high == 0:
			continue
		case last == 0:
			text = number(c.high)
		case i == 0:
			text = "< " + number(c.bounds[0])
		case i == last:
			text = number(c.bounds[last-1]) + " – " + number(c.high)
		default:
			text = number(c.bounds[i-1]) + " – " + number(c.bounds[i])
		}
		rows = append(rows, keyRow{text: text, class: i})
	}
	slices.Reverse(rows)
	if c.hasZero {
		rows = append(rows, keyRow{text: number(0), class: -1})
	}
	return rows
}

// place writes a legend from a place downwards, and returns what paints it.
func (c keyColumn) place(d *drawing, k mapKey, x, y float64) func(*pen) {
	if c.period != "" {
		d.texts = append(d.texts, writing{c.period, d.bold, textSize, d.theme.text, point{x, y + textSize}, left})
	}
	y += c.head()
	for _, line := range c.unit {
		y += noteSize * lineFactor
		d.write(line, noteSize, d.theme.quiet, x, y-2, left)
	}
	y += 8
	box := k.boxWidth()
	var boxes []swatch
	var dots []keyDot
	for _, r := range c.rows {
		middle := y + r.height()/2
		if r.radius > 0 {
			dots = append(dots, keyDot{point{x + box/2, middle}, r.radius})
		} else {
			boxes = append(boxes, swatch{Rect{x + (box-keyBox)/2, middle - keyRowHeight/2 + 1, keyBox, keyRowHeight - 2}, r.class})
		}
		d.write(r.text, noteSize, d.theme.quiet, x+box+8, middle+4, left)
		y += r.height()
	}
	return func(p *pen) {
		d.paintKeyDots(p, dots)
		d.paintClasses(p, k.classes, boxes)
	}
}
