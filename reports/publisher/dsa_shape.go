package publisher

import (
	"regexp"
	"slices"
	"strings"

	"vitrine/assets"
	"vitrine/reports/sheet"
)

// The template exists in every language of the Union, and its indicators stand
// in one order in all of them. Where their words are not known, they are known
// by this order, and scopes by theirs.

// A dsaShape is how a part looks, whatever its language.
type dsaShape struct {
	part, key  int // key is the column of indicators
	columns    int
	indicators []dsaIndicator // in the order of the template
	scopes     []string       // those that are no country and no language, in the order in which they come first
}

var dsaShapes = []dsaShape{
	{part: 7, key: 5, columns: 8, indicators: dsaIndicatorsOf(7), scopes: []string{dsaTotal, dsaUpheld, dsaPartly, dsaReversed, dsaMedian, dsaOmitted, dsaShare}},
	{part: 8, key: 5, columns: 8, indicators: dsaIndicatorsOf(8), scopes: []string{dsaTotal, dsaOwn, dsaNotices, dsaFlaggers}},
	{part: 9, key: 5, columns: 8, indicators: dsaIndicatorsOf(9), scopes: []string{dsaTotal}},
	{part: 10, key: 5, columns: 7, indicators: dsaIndicatorsOf(10), scopes: []string{dsaTotal}},
	{part: 11, key: 4, columns: 5, indicators: dsaIndicatorsOf(11)},
	{part: 1, key: 3, columns: 4, indicators: dsaIndicatorsOf(1)},
}

func dsaIndicatorsOf(part int) []dsaIndicator {
	var list []dsaIndicator
	for _, label := range dsaLabels {
		if label.part == part {
			list = append(list, label.indicator)
		}
	}
	return list
}

// dsaShapeOf finds the shape of rows, the first of them a header.
func dsaShapeOf(rows []sheet.Row) (dsaShape, bool) {
	if len(rows) < 2 {
		return dsaShape{}, false
	}
	for _, s := range dsaShapes {
		if width := dsaWidth(rows[0]); (width == s.columns || s.part == 10 && width == s.columns+1) && s.fits(rows[1:]) {
			return s, true
		}
	}
	return dsaShape{}, false
}

// fits tells whether rows below a header have the shape.
func (s dsaShape) fits(rows []sheet.Row) bool {
	if len(s.words(rows)) != len(s.indicators) {
		return false
	}
	if s.part == 1 {
		return len(rows) == 5 && !slices.ContainsFunc([]int{1, 3, 4}, func(i int) bool { return !isDSADay(rows[i].Cell(4)) })
	}
	spans, countries := 0, 0
	for _, row := range rows {
		if _, ok := dsaPeriod(row.Cell(3)); ok || dsaDatePattern.MatchString(strings.TrimSpace(row.Text(3))) {
			spans++
		}
		if _, known := assets.Areas().LookupCode(strings.TrimSpace(row.Text(s.key + 1))); known {
			countries++
		}
	}
	return 2*spans > len(rows) && (s.part != 10 || countries > 1)
}

// words lists the different texts of the indicators, in order.
func (s dsaShape) words(rows []sheet.Row) []string {
	var words []string
	for _, row := range rows {
		if text := dsaFold(row.Text(s.key)); text != "" && !slices.Contains(words, text) {
			words = append(words, text)
		}
		if len(words) > len(s.indicators) {
			break
		}
	}
	return words
}

// dsaDatePattern is how the template writes a day or a period that is to be
// filled in, in the letters of its language.
var dsaDatePattern = regexp.MustCompile(`^\p{L}{4}-\p{L}{2}-\p{L}{2}(?:/\p{L}{4}-\p{L}{2}-\p{L}{2})?$`)

func isDSADay(c sheet.Cell) bool {
	_, ok := dayOf(c)
	return ok || dsaDatePattern.MatchString(strings.TrimSpace(c.Text))
}

// learn notes what the words of a part mean that are known by their order.
func (s *dsaSheet) learn(shape dsaShape) {
	s.labels = map[string]dsaLabel{}
	for i, words := range shape.words(s.rows) {
		s.labels[words] = dsaLabel{indicator: shape.indicators[i], part: shape.part}
	}
	var scopes []string
	for _, row := range s.rows {
		text := strings.TrimSpace(row.Text(s.key + 1))
		_, country := assets.Areas().LookupCode(text)
		if fold := dsaFold(text); fold != "" && !country && !isDSAPlaceholder(text) && len(fold) > 2 && !slices.Contains(scopes, fold) {
			scopes = append(scopes, fold)
		}
	}
	if len(scopes) == len(shape.scopes) {
		s.scopes = map[string]string{}
		for i, words := range scopes {
			s.scopes[words] = shape.scopes[i]
		}
	}
}

// learnCode notes what the part calls its total: what stands above the first
// category.
func (s *dsaSheet) learnCode() {
	if s.part < 3 || s.part > 6 || len(s.rows) < 2 || dsaCode(s.rows[0].Text(s.key)) != "" {
		return
	}
	if strings.HasPrefix(dsaCode(s.rows[1].Text(s.key)), "STATEMENT_CATEGORY_") {
		s.total = dsaFold(s.rows[0].Text(s.key))
	}
}

// learnTotal notes the word for all countries in part 3: the scope of its first
// row, which is the total of totals.
func (s *dsaSheet) learnTotal(at dsaLayout) {
	if at.scope == 0 || len(s.rows) == 0 {
		return
	}
	text := strings.TrimSpace(s.rows[0].Text(at.scope))
	_, code := assets.Areas().LookupCode(text)
	_, name := assets.Areas().Lookup(text)
	if s.code(s.rows[0].Text(s.key)) == dsaAll && text != "" && !code && !name && !isDSAPlaceholder(text) && !strings.ContainsAny(text, ",;") {
		s.scopes = map[string]string{dsaFold(text): dsaTotal}
	}
}

// label returns the indicator that a text is in the part.
func (s *dsaSheet) label(text string) (dsaLabel, bool) {
	words := dsaFold(text)
	if label, ok := dsaIndex[words]; ok {
		return label, true
	}
	label, ok := s.labels[words]
	return label, ok
}

// scope returns the scope that a text is in the part; "" where it is none.
func (s *dsaSheet) scope(text string) string {
	words := dsaFold(text)
	if scope, ok := dsaScopes[words]; ok {
		return scope
	}
	return s.scopes[words]
}
