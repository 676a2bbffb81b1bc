package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"

	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/font"
)

// A typeface is a font that text is measured and drawn with. It may be used by
// several goroutines.
type typeface struct {
	data    []byte
	weight  xfont.Weight
	outline *opentype.Font

	mu       sync.Mutex
	buffer   sfnt.Buffer
	advances map[rune]float64 // in ems
}

type fontKey struct {
	first  *byte
	size   int
	weight xfont.Weight
}

// typefaces holds the fonts that were read, by the place of their bytes: a
// program has one or two, and reading one takes longer than drawing with it.
var typefaces sync.Map

func loadTypeface(data []byte, weight xfont.Weight) (*typeface, error) {
	if len(data) == 0 {
		return nil, fmt.Errorf("the chart's font is empty: give the bytes of a TrueType or OpenType font")
	}
	key := fontKey{&data[0], len(data), weight}
	if t, ok := typefaces.Load(key); ok {
		return t.(*typeface), nil
	}
	outline, err := opentype.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("the chart's font is neither TrueType nor OpenType: %w", err)
	}
	t, _ := typefaces.LoadOrStore(key, &typeface{data: data, weight: weight, outline: outline, advances: map[rune]float64{}})
	return t.(*typeface), nil
}

// face returns the typeface in a size, as gonum's canvases take it.
func (t *typeface) face(size float64) font.Face {
	return font.Face{Font: font.Font{Typeface: "chart", Weight: t.weight, Size: font.Length(size)}, Face: t.outline}
}

// width returns how wide a text is in units.
func (t *typeface) width(text string, size float64) float64 {
	t.mu.Lock()
	defer t.mu.Unlock()
	w := 0.0
	for _, r := range text {
		w += t.advance(r)
	}
	return w * size
}

func (t *typeface) advance(r rune) float64 {
	if w, ok := t.advances[r]; ok {
		return w
	}
	em := t.outline.UnitsPerEm()
	w := 0.5
	if s, ok := spelled[r]; ok && !t.has(r) {
		w = 0
		for _, r := range s {
			w += t.advance(r)
		}
		t.advances[r] = w
		return w
	}
	if i, err := t.outline.GlyphIndex(&t.buffer, r); err == nil {
		if adv, err := t.outline.GlyphAdvance(&t.buffer, i, fixed.Int26_6(em), 0); err == nil {
			w = float64(adv) / float64(em)
		}
	}
	t.advances[r] = w
	return w
}

// spelled are the signs that some fonts lack, as they are written then.
var spelled = map[rune]string{'≈': "~", '≥': ">=", '≤': "<=", '−': "-", '∞': "inf"}

// spell writes a text with the signs that the font has.
func (t *typeface) spell(text string) string {
	t.mu.Lock()
	defer t.mu.Unlock()
	for r, s := range spelled {
		if strings.ContainsRune(text, r) && !t.has(r) {
			text = strings.ReplaceAll(text, string(r), s)
		}
	}
	return text
}

func (t *typeface) has(r rune) bool {
	i, err := t.outline.GlyphIndex(&t.buffer, r)
	return err == nil && i != 0
}

// wrap breaks a text into lines of at most a width, at spaces. A word that is
// wider has a line of its own, cut with an ellipsis.
func (t *typeface) wrap(text string, size, width float64) []string {
	var lines []string
	for _, paragraph := range strings.Split(text, "\n") {
		line := ""
		for _, word := range strings.FieldsFunc(paragraph, func(r rune) bool { return r == ' ' || r == '\t' || r == '\r' }) {
			longer := strings.TrimPrefix(line+" "+word, " ")
			if line != "" && t.width(longer, size) > width {
				lines = append(lines, t.fit(line, size, width))
				longer = word
			}
			line = longer
		}
		if line != "" {
			lines = append(lines, t.fit(line, size, width))
		}
	}
	return lines
}

// wrapAtMost breaks a text into at most n lines; what is left over is cut with
// an ellipsis.
func (t *typeface) wrapAtMost(text string, size, width float64, n int) []string {
	lines := t.wrap(text, size, width)
	if len(lines) <= n {
		return lines
	}
	lines[n-1] = t.fit(lines[n-1]+" …", size, width)
	if !strings.HasSuffix(lines[n-1], "…") {
		lines[n-1] += "…"
	}
	return lines[:n]
}

// wrapEvenly breaks a text as wrapAtMost does, into lines of about one length:
// no word is left alone on the last. It breaks after commas where lines can be.
func (t *typeface) wrapEvenly(text string, size, width float64, n int) []string {
	lines := t.wrapAtMost(text, size, width, n)
	var atCommas []string
	for len(lines) > 1 {
		shortest, longest := t.extent(lines, size)
		if endInCommas(lines) && 2*shortest >= longest {
			atCommas = lines
		}
		tried := t.wrap(text, size, longest-0.01) // the next way to break it
		if len(tried) > len(lines) || longest < width/2 || strings.Join(tried, " ") != strings.Join(lines, " ") {
			break
		}
		lines = tried
	}
	if atCommas != nil {
		return atCommas
	}
	return t.afterCommas(lines, size, width)
}

// afterCommas moves what follows the last comma of each line to the next one,
// if lines stay about even.
func (t *typeface) afterCommas(lines []string, size, width float64) []string {
	moved := slices.Clone(lines)
	for i := range len(moved) - 1 {
		at := strings.LastIndex(strings.TrimSuffix(moved[i], ","), ", ")
		if strings.HasSuffix(moved[i], ",") || at < 0 {
			continue
		}
		moved[i], moved[i+1] = moved[i][:at+1], moved[i][at+2:]+" "+moved[i+1]
	}
	if shortest, longest := t.extent(moved, size); longest > width || 2*shortest < longest {
		return lines
	}
	return moved
}

// endInCommas tells whether all lines but the last end in a comma.
func endInCommas(lines []string) bool {
	return !slices.ContainsFunc(lines[:len(lines)-1], func(s string) bool { return !strings.HasSuffix(s, ",") })
}

// extent returns the widths of the shortest and the longest line.
func (t *typeface) extent(lines []string, size float64) (shortest, longest float64) {
	shortest = math.Inf(1)
	for _, line := range lines {
		w := t.width(line, size)
		shortest, longest = min(shortest, w), max(longest, w)
	}
	return shortest, longest
}

// fit returns the text, cut with an ellipsis where it is wider than width.
func (t *typeface) fit(text string, size, width float64) string {
	if t.width(text, size) <= width {
		return text
	}
	runes := []rune(text)
	for n := min(len(runes)-1, int(width/size*8)+1); n > 0; n-- {
		if cut := strings.TrimRight(string(runes[:n]), " ,.") + "…"; t.width(cut, size) <= width {
			return cut
		}
	}
	return "…"
}
