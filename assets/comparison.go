package assets

import (
	"math"
	"strconv"
	"strings"

	"vitrine/reports"
)

// ComparisonTitle returns what a comparison sets beside what: "Removal requests
// received at Google by area, H2 2022 and H1 2023, worldwide".
func (w *Words) ComparisonTitle(c reports.Comparison) string {
	q, a := c.Question, c.Sides[0].Answer
	texts := []any{"measure", w.Measure(c.Measure), "by", w.by(q, a), "area", w.area(q, a),
		"first", w.SideName(c, 0), "second", w.SideName(c, 1)}
	if c.SameSubject() {
		return w.Say("comparison.title", append(texts, "publisher", w.publishers(q, a))...)
	}
	if c.Pair.From != c.Pair.To {
		return w.Say("comparison.title.against", texts...)
	}
	return w.Say("comparison.title.against.period", append(texts, "period", w.Period(c.Pair.From))...)
}

// SideName returns what a side of a comparison is called: its period, or where
// two subjects are compared its publisher or service, and its period too where
// that differs.
func (w *Words) SideName(c reports.Comparison, i int) string { return w.sideName(c, i, w.Period) }

// SideShort is SideName for the header of a column, with a short period.
func (w *Words) SideShort(c reports.Comparison, i int) string { return w.sideName(c, i, w.PeriodShort) }

func (w *Words) sideName(c reports.Comparison, i int, period func(reports.Period) string) string {
	side := c.Sides[i]
	if c.SameSubject() {
		return period(side.Period)
	}
	name := w.Publisher(side.Publisher)
	if side.Service != "" && (c.Sides[0].Publisher == c.Sides[1].Publisher || len(c.Question.Where[reports.Service]) > 0 || c.Pair.Against.Service != "") {
		name = w.Say("headline.service", "service", w.Value(reports.Service, side.Service), "publisher", w.Publisher(side.Publisher))
	}
	if c.Pair.From != c.Pair.To {
		name += w.Say("list.comma") + period(side.Period)
	}
	return name
}

// ItemName returns the name of one item of a comparison.
func (w *Words) ItemName(c reports.Comparison, i reports.Item) string { return w.Series(c.About(i)) }

// ComparisonSubtitle returns what the measure counts, and in what.
func (w *Words) ComparisonSubtitle(c reports.Comparison) string {
	text := w.Subtitle(reports.Answer{Series: []reports.Series{{Measure: c.Measure, Unit: c.Unit}}})
	if c.Pair.PerDay {
		text += " " + w.Say("comparison.perday")
	}
	return text
}

// ComparisonFooter returns a comparison's sources, and what its reader must
// know.
func (w *Words) ComparisonFooter(c reports.Comparison, sources []reports.Source) string {
	var parts []string
	if text := w.sources(sources); text != "" {
		parts = append(parts, text)
	}
	parts = append(parts, w.bases(BasesOf(reports.Answer{Series: c.Series()}))...)
	return strings.Join(append(parts, w.ComparisonNotes(c)...), " ")
}

// ComparisonNotes returns what a reader of a comparison must know: its notes,
// and the breaks and events by which its sides do not count quite the same.
func (w *Words) ComparisonNotes(c reports.Comparison) []string {
	var list []string
	for _, n := range c.Notes {
		list = append(list, w.Note(n))
	}
	for _, b := range c.Breaks {
		list = append(list, w.Say("comparison.break", "day", w.Day(b.At), "text", w.Break(b)))
	}
	for _, e := range c.Marks() {
		list = append(list, w.Event(e))
	}
	return list
}

// Event writes a dated fact: "1 July 2025: second schema", its last day too
// where it lasts.
func (w *Words) Event(e reports.Event) string {
	if e.Period.Days() == 1 {
		return w.Say("comparison.break", "day", w.Day(e.Period.Start), "text", e.Text(w.Lang))
	}
	return w.Say("comparison.break", "day", w.Span(e.Period), "text", e.Text(w.Lang))
}

// Quantity writes an amount: its value, or its bounds where no single number
// can be said: "12 to 21", "≥ 26", "–".
func (w *Words) Quantity(a reports.Amount) string { return w.quantity(a, w.Number) }

// SideQuantity writes what a side states of an item; what was derived from a
// share is marked.
func (w *Words) SideQuantity(i reports.Item, side int) string {
	if v := i.Values[side]; v.Known() && i.Numbers[side].Basis == reports.Derived {
		return w.derived(v.Value, w.Number)
	}
	return w.Quantity(i.Values[side])
}

// ItemDifference writes an item's difference; where a side was derived from a
// share, so was it.
func (w *Words) ItemDifference(i reports.Item) string {
	derived := i.Numbers[0].Basis == reports.Derived || i.Numbers[1].Basis == reports.Derived
	if derived && i.Difference.Known() {
		return w.derived(i.Difference.Value, w.signed)
	}
	return w.Difference(i.Difference)
}

// Difference writes an amount with its sign, also where it is more than none:
// "+12", "-3", "+12 to +21".
func (w *Words) Difference(a reports.Amount) string { return w.quantity(a, w.signed) }

// DifferencePercent writes a difference in percent, with one digit, "+12.3%";
// from ten times as much on without, "+2,800%".
func (w *Words) DifferencePercent(a reports.Amount) string {
	return w.quantity(a, func(v float64) string {
		if math.IsInf(v, 0) {
			return w.signed(v)
		}
		if math.Abs(v) >= 1000 {
			return w.Say("format.percent", "n", w.signed(math.Round(v)))
		}
		return w.Say("format.percent", "n", w.signed(math.Round(v*10)/10))
	})
}

func (w *Words) signed(v float64) string {
	if v > 0 {
		return "+" + w.Number(v)
	}
	return w.Number(v)
}

func (w *Words) quantity(a reports.Amount, write func(float64) string) string {
	switch {
	case a.Known():
		return write(a.Value)
	case !math.IsInf(a.Low, 0) && !math.IsInf(a.High, 0):
		return w.Say("comparison.range", "low", write(a.Low), "high", write(a.High))
	case !math.IsInf(a.Low, 0) && a.Low != 0:
		return w.Say("format.atleast", "low", write(a.Low))
	case !math.IsInf(a.High, 0):
		return w.Say("comparison.atmost", "high", write(a.High))
	}
	return w.Number(math.NaN())
}

// Change writes in a word or two what became of an item, "" where its
// difference says it: "new", "vanished", or which side alone has it.
func (w *Words) Change(c reports.Comparison, i reports.Item) string {
	key := "comparison." + i.Change.String()
	switch {
	case i.Change != reports.New && i.Change != reports.Vanished:
		return ""
	case c.SameSubject():
		return w.Say(key)
	case i.Change == reports.New:
		return w.Say("comparison.only", "side", w.SideName(c, 1))
	}
	return w.Say("comparison.only", "side", w.SideName(c, 0))
}

// Incomparable returns why a comparison is refused, as a sentence.
func (w *Words) Incomparable(e reports.Incomparable) string {
	text := capital(w.Note(e.Note))
	if !strings.HasSuffix(text, ".") {
		text += "."
	}
	return text
}

// numberText writes a number that a note holds in plain digits.
func (w *Words) numberText(text string) string {
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return text
	}
	return w.Number(v)
}

// listText translates the periods of a list and leaves what is none.
func (w *Words) listText(text string) string {
	list := strings.Split(text, ", ")
	for i := range list {
		list[i] = w.periodText(list[i])
	}
	return strings.Join(list, w.Say("list.comma"))
}
