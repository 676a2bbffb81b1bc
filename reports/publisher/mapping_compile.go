package publisher

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"vitrine/reports"
)

// A mapped table is a mapping made ready to read.
type mapped struct {
	Mapping
	columns     []mappedColumn
	spellings   []reports.Spelling // one; several where it is not said which
	order       reports.DayOrder
	constant    reports.Split
	complete    reports.Dims
	disjoint    reports.Dims
	extent      reports.Dims
	meaning     reports.Absent
	bound       float64
	breakdown   reports.Dims                     // of the columns that split
	differing   map[reports.Measure]reports.Dims // by which a measure's value columns differ
	measures    map[string]reports.Measure       // by the folded words of cells and headers
	own         map[reports.Measure]reports.MeasureInfo
	met         []reports.Measure // in the order of their first figures
	hasMeasures bool              // a column or a header names the measure
}

// A mappedColumn is a column of a mapping made ready to read.
type mappedColumn struct {
	MappedColumn
	dim         reports.Dim // where is names one
	isDim       bool
	period      reports.Period
	part        reports.Split
	placeholder string // of a pattern: "period", "month", "measure" or a dimension
	before      string // of a pattern, folded
	after       string
}

// placeholders are what may stand in braces in a header, beside dimensions.
var placeholders = []string{"period", "half", "quarter", "month", "measure"}

// compile reads what a column says.
func (c MappedColumn) compile() (mappedColumn, error) {
	k := mappedColumn{MappedColumn: c}
	k.dim, k.isDim = reports.ParseDim(c.Is)
	if c.Is == "area code" {
		k.dim, k.isDim = reports.Area, true
	}
	if c.Is != "value" && c.Is != "low" && c.Is != Ask && (c.Measure != "" || c.Period != "" || len(c.Part) > 0) {
		return k, fmt.Errorf("only a value has a measure, a period or a part")
	}
	if c.Period != "" {
		var ok bool
		if k.period, ok = readPeriod(c.Period, reports.OrderUnknown); !ok {
			return k, fmt.Errorf("%q is not a period", c.Period)
		}
	}
	var err error
	if k.part, err = splitOf(c.Part); err != nil {
		return k, err
	}
	return k, k.pattern()
}

// pattern reads the placeholder of the column's header.
func (k *mappedColumn) pattern() error {
	before, rest, open := strings.Cut(k.Header, "{")
	name, after, closed := strings.Cut(rest, "}")
	if !open || !closed {
		return nil
	}
	_, isDim := reports.ParseDim(name)
	switch {
	case !isDim && !slices.Contains(placeholders, name):
		return nil // a header with braces of its own
	case k.Is != "value" && k.Is != Ask && k.Is != "ignored":
		return errors.New("only values and ignored columns have a placeholder")
	}
	k.placeholder, k.before, k.after = name, foldHeader(before), foldHeader(after)
	return nil
}

// splitOf reads values by the names of dimensions.
func splitOf(values map[string]string) (reports.Split, error) {
	var s reports.Split
	for name, value := range values {
		d, ok := reports.ParseDim(name)
		if !ok {
			return s, fmt.Errorf("%q is not a dimension such as area or category", name)
		}
		if strings.TrimSpace(value) == "" || len(value) > mostText {
			return s, fmt.Errorf("its %s is empty or too long", d)
		}
		if s = s.With(d, value); d == reports.Area {
			s.Area = areaOf(value)
		}
	}
	return s, nil
}

// compile makes the mapping ready to read, with what it leaves open left out.
func (m Mapping) compile() (*mapped, error) {
	t := &mapped{
		Mapping: m, differing: map[reports.Measure]reports.Dims{}, measures: map[string]reports.Measure{},
		own: map[reports.Measure]reports.MeasureInfo{},
	}
	t.spellings = spellingsOf(m.Numbers)
	t.order = reports.DayOrder(max(0, slices.Index(DayStyles, m.Days)))
	var err error
	if t.meaning, t.bound, err = m.absent(); err == nil {
		t.constant, err = splitOf(m.Constant)
	}
	if err != nil {
		return nil, m.wrong(err)
	}
	for _, o := range m.Measures {
		t.take(o)
	}
	for _, c := range m.Columns {
		k, err := c.compile()
		if err != nil {
			return nil, m.wrong(fmt.Errorf("the column %q: %w", c.Header, err))
		}
		t.columns = append(t.columns, k)
	}
	t.split()
	if err := t.relate(); err != nil {
		return nil, m.wrong(err)
	}
	return t, m.wrong(t.reads())
}

// A Lack is what a mapping without open questions still does not say.
type Lack struct {
	Key    string // "value", "range", "period", "span" or "measure"
	Column string // the header of the one that it is about; "": of none
	text   string
}

// Error says it in English.
func (l *Lack) Error() string { return l.text }

func lack(key, column, text string) error { return &Lack{key, column, text} }

// wrong names the mapping in what is wrong with it.
func (m Mapping) wrong(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s cannot be used: %w", m.called(), err)
}

// spellingsOf returns the spellings of numbers that a style stands for.
func spellingsOf(style string) []reports.Spelling {
	switch style {
	case "1.234,5":
		return []reports.Spelling{reports.GermanNumbers}
	case "1 234,5":
		return []reports.Spelling{reports.FrenchNumbers}
	case Ask:
		return []reports.Spelling{reports.EnglishNumbers, reports.GermanNumbers}
	}
	return []reports.Spelling{reports.EnglishNumbers}
}

// absent reads what a part without a cell means.
func (m Mapping) absent() (reports.Absent, float64, error) {
	word, bound, _ := strings.Cut(m.Absent, " ")
	switch word {
	case "", "unknown":
		return reports.AbsentUnknown, 0, nil
	case "none":
		return reports.AbsentNone, 0, nil
	case "below":
		if v, err := strconv.ParseFloat(bound, 64); err == nil && v > 0 && !math.IsInf(v, 0) {
			return reports.AbsentSuppressed, v, nil
		}
	}
	return 0, 0, fmt.Errorf(`absent is %q; it can be "unknown", "none" or "below 10"`, m.Absent)
}

// take notes a measure, and how cells and headers call it.
func (t *mapped) take(o OwnMeasure) {
	name := reports.Measure(o.Name)
	if o.Name == Ask {
		return
	}
	for _, word := range append([]string{o.Name}, o.Says...) {
		t.measures[foldWords(word)] = name
	}
	if reports.MeasureOf(name).Unit == "" {
		t.own[name] = reports.MeasureInfo{
			Name: name, Unit: o.Unit, Definition: o.Definition, OverTime: o.OverTime, OverParts: o.OverParts,
		}
	}
}

// split finds by which dimensions the table splits: those of its columns and
// headers, and those by which the value columns of a measure differ.
func (t *mapped) split() {
	first := map[reports.Measure]reports.Split{}
	for _, k := range t.columns {
		if d, ok := reports.ParseDim(k.placeholder); ok && k.Is == "value" {
			t.breakdown |= reports.DimsOf(d)
		}
		if k.isDim {
			t.breakdown |= reports.DimsOf(k.dim)
		}
		t.hasMeasures = t.hasMeasures || k.Is == "measure" || k.placeholder == "measure"
		if k.Is != "value" {
			continue
		}
		m := reports.Measure(k.Measure)
		old, seen := first[m]
		if !seen {
			first[m] = k.part
			continue
		}
		for _, d := range reports.AllDims() {
			if old.Get(d) != k.part.Get(d) {
				t.differing[m] |= reports.DimsOf(d)
			}
		}
	}
}

// splitsBy returns the dimensions that the figures of a measure are split by.
func (t *mapped) splitsBy(m reports.Measure) reports.Dims {
	if t.hasMeasures {
		return t.breakdown | t.differing[""]
	}
	return t.breakdown | t.differing[m]
}

// relate reads how the parts relate.
func (t *mapped) relate() error {
	all := t.breakdown
	for _, d := range t.differing {
		all |= d
	}
	read := func(key string, names []string) (dims reports.Dims, err error) {
		for _, name := range names {
			d, ok := reports.ParseDim(name)
			switch {
			case !ok:
				return 0, fmt.Errorf("%s has %q, which is not a dimension such as area or category", key, name)
			case !all.Has(d):
				return 0, fmt.Errorf("%s has %s, by which no column splits", key, d)
			}
			dims |= reports.DimsOf(d)
		}
		return dims, nil
	}
	var overlapping reports.Dims
	var errs [4]error
	t.complete, errs[0] = read("complete", t.Complete)
	t.disjoint, errs[1] = read("disjoint", t.Disjoint)
	overlapping, errs[2] = read("overlapping", t.Overlapping)
	t.extent, errs[3] = read("extent", t.Extent)
	if err := errors.Join(errs[:]...); err != nil {
		return errors.New(firstLine(err.Error()))
	}
	if both := t.complete&(t.disjoint|overlapping) | t.disjoint&overlapping; both != 0 {
		return fmt.Errorf("%s is in two of complete, disjoint and overlapping", both)
	}
	return nil
}

// reads tells whether the columns say enough for a figure.
func (t *mapped) reads() error {
	has := func(of func(mappedColumn) bool) bool { return slices.ContainsFunc(t.columns, of) }
	is := func(kinds ...string) bool {
		return has(func(k mappedColumn) bool { return slices.Contains(kinds, k.Is) })
	}
	dated := has(func(k mappedColumn) bool { return k.Is == "value" && (k.Period != "" || k.placeholder == "period") })
	switch {
	case len(t.Asks()) > 0:
		return nil
	case !is("value", "low"):
		return lack("value", "", "no column is a value")
	case is("low") != is("high"):
		return lack("range", "", "a range needs a column that is low and one that is high")
	case !is("period", "from", "year") && !dated && (t.Period == "" || t.Period == "columns"):
		return lack("period", "", `no column is a period; say period = "file" if the file's name has it`)
	case is("from") != is("to"):
		return lack("span", "", "a span needs a column that is from and one that is to")
	case t.hasMeasures:
		return nil
	}
	for _, k := range t.columns {
		if (k.Is == "value" || k.Is == "low") && k.Measure == "" && !(k.Is == "low" && is("value")) {
			return lack("measure", k.Header, fmt.Sprintf("nothing says what the column %q counts: give it a measure", k.Header))
		}
	}
	return nil
}

// declared returns what the mapping declares of a block.
func (t *mapped) declared(m reports.Measure, breakdown reports.Dims) reports.Block {
	return reports.Block{
		Publisher: t.Publisher, Table: t.Table, Measure: m, Breakdown: breakdown,
		Complete: t.complete & breakdown, Overlapping: breakdown.Without(t.complete | t.disjoint),
		Absent: t.meaning, Bound: t.bound, Order: t.placeOf(m), Own: t.own[m],
	}
}

// placeOf returns the place of a measure among those that were met.
func (t *mapped) placeOf(m reports.Measure) int {
	at := slices.Index(t.met, m)
	if at < 0 {
		at = len(t.met)
		t.met = append(t.met, m)
	}
	return at
}
