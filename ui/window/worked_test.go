package window

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"vitrine/reports"
	"vitrine/reports/export"
)

func TestNoPartIsCalledTheTotalOnceItIsWorkedOut(t *testing.T) {
	p := opened(t, telegram())
	p.ask(func(q *reports.Question) { q.By, q.Every = []reports.Dim{reports.Category}, reports.EveryDay })
	if !p.table.row(0).total {
		t.Fatal("the published total does not lead the table")
	}
	for _, kind := range []reports.TransformKind{reports.Indexed, reports.WeekMean} {
		p.change(func(s *state) { s.worked = kind })
		if p.table.count() < 2 || p.result.worked != kind {
			t.Fatalf("%s: %d rows of %q", kind, p.table.count(), p.result.worked)
		}
		for _, row := range p.table.all() {
			if row.total || row.label == "Total" {
				t.Errorf("%s: %s is called the total", kind, row.label)
			}
		}
	}
	p.change(func(s *state) { s.worked = "" })
	if !p.table.row(0).total {
		t.Error("the total does not come back")
	}
}

func TestStepsNameWhatIsWorkedOutAndDrawn(t *testing.T) {
	p := opened(t, telegram())
	for _, c := range []struct {
		change func(*state)
		want   string
	}{
		{func(s *state) { s.worked = reports.WeekMean }, "7-day mean"},
		{func(s *state) { s.worked = "" }, "As published"},
		{func(s *state) { s.noEvents = true }, "Without dated events"},
		{func(s *state) { s.ownAxis = true }, "An axis for each panel"},
	} {
		before := p.history.now()
		p.change(c.change)
		if got := p.difference(before, p.history.now()); got != c.want {
			t.Errorf("the step is %q, want %q", got, c.want)
		}
	}
}

func TestWordsOfTheViewBarNeverOverlap(t *testing.T) {
	p := opened(t, telegram())
	for _, kind := range []reports.TransformKind{reports.Indexed, "", reports.Indexed} {
		p.change(func(s *state) { s.worked = kind })
		b := p.bar
		if w, least := b.worked.Size().Width, b.worked.MinSize().Width; w < least {
			t.Errorf("%q has %g of %g", b.worked.Text, w, least)
		}
		if end := b.log.Position().X + b.log.Size().Width; b.worked.Position().X < end {
			t.Errorf("%q begins at %g, before %g", b.worked.Text, b.worked.Position().X, end)
		}
	}
}

// The shelf tells of 131 requests of France in the second half of 2023, a year
// of which the people are not known.
func TestRatesSayWhatTheyWereDividedBy(t *testing.T) {
	p := openedOn(t, lines)
	p.change(func(s *state) { s.worked = reports.PerMillion })
	i := slices.IndexFunc(p.result.answer.Series, func(s reports.Series) bool { return s.Key.Area == "FR" })
	series := p.result.answer.Series[i]
	p.change(func(s *state) { s.pin, s.side = pin{series, series.Numbers[3].Period}, side{kind: numberSide} })
	said := strings.Join(texts(p.drawer.object), "\n")
	for _, want := range []string{"Published; per million people of 2020", "131 divided by 67,391,582 people of 2020: World Bank SP.POP.TOTL, edition to 2020."} {
		if !strings.Contains(said, want) {
			t.Errorf("the panel does not say %q:\n%s", want, said)
		}
	}
	if line := p.pinnedText(); !strings.Contains(line, "per million people of 2020") {
		t.Errorf("the status line says %q", line)
	}
	if foot := strings.Join(p.words.Notes(p.result.answer.Notes), " "); !strings.Contains(foot, "nearest that it has, 2020") {
		t.Errorf("the footer says %q", foot)
	}
}

func TestAWorkbookOfRatesHasThePeople(t *testing.T) {
	p := openedOn(t, lines)
	p.change(func(s *state) { s.worked = reports.PerMillion })
	var b bytes.Buffer
	said := textsOf(t, &b, export.Workbook(&b, p.workbook()))
	for _, want := range []string{"67,391,582", "World Bank SP.POP.TOTL, edition to 2020", "131"} {
		if !slices.Contains(said, want) {
			t.Errorf("the workbook does not say %q", want)
		}
	}
	if i := slices.IndexFunc(said, func(s string) bool { return strings.HasPrefix(s, "Removal requests received at Google") }); i < 0 {
		t.Error("the workbook's own numbers are not the published ones")
	}
	p.change(func(s *state) { s.worked = "" })
	b.Reset()
	if said := textsOf(t, &b, export.Workbook(&b, p.workbook())); slices.Contains(said, "67,391,582") {
		t.Error("a workbook of published numbers has people")
	}
}
