package publisher

import (
	"context"
	"slices"
	"testing"

	"vitrine/reports"
)

// proposedOf proposes a mapping of a text, and lays its table out.
func proposedOf(t *testing.T, text string) (Mapping, Layout) {
	t.Helper()
	book := bookOf(t, "table.csv", text)
	m, err := Propose(context.Background(), book)
	if err != nil {
		t.Fatal(err)
	}
	l, err := m.Layout(context.Background(), book, 3)
	if err != nil {
		t.Fatal(err)
	}
	return m, l
}

func columnsOf(m Mapping) []string {
	var list []string
	for _, c := range m.Columns {
		list = append(list, columnText(c))
	}
	return list
}

const halves = "Videos removed,,,\nCountry,2023 H1,2023 H2,2024 H1\nDE,1,2,3\nFR,4,5,6\nIT,7,8,9\n"

func TestLayoutNamesEachColumn(t *testing.T) {
	_, l := proposedOf(t, halves)
	if len(l.Rows) != 3 || l.HeaderRow != 2 || l.File != "table.csv" {
		t.Errorf("laid out as %+v", l)
	}
	var at []int
	for _, c := range l.Columns {
		at = append(at, c.At)
	}
	if !slices.Equal(at, []int{0, 1, 1, 1}) || l.Columns[2].Name != "2023 H2" {
		t.Errorf("the columns are %+v", l.Columns)
	}
}

func TestPatternApartAndTogether(t *testing.T) {
	m, l := proposedOf(t, halves)
	apart := m.Apart(1, l)
	want := []string{columnText(m.Columns[0]), "2023 H1: value = videos removed", "2023 H2: value = videos removed", "2024 H1: value = videos removed"}
	if got := columnsOf(apart); !slices.Equal(got, want) || apart.Columns[2].Period != "2023-H2" {
		t.Errorf("apart they are %q", got)
	}
	book := bookOf(t, "table.csv", halves)
	laid, err := apart.Layout(context.Background(), book, 1)
	if err != nil {
		t.Fatal(err)
	}
	together, ok := apart.Together(2, "period", laid)
	if got := columnsOf(together); !ok || !slices.Equal(got, columnsOf(m)) {
		t.Errorf("together they are %q, want %q", got, columnsOf(m))
	}
	left := apart.WithKind(1, "ignored")
	if r, err := left.Preview(context.Background(), book, 10); err != nil || len(r.Figures) != 6 {
		t.Errorf("without the first half-year %d figures, %v", len(r.Figures), err)
	}
	if len(apart.Columns) != 4 || apart.Columns[1].Is != "value" {
		t.Error("a change wrote to the mapping that it came from")
	}
	if _, ok := m.Together(0, "period", l); ok {
		t.Error("the countries are a pattern of periods")
	}
}

func TestChangesKeepTheMappingSound(t *testing.T) {
	m, _ := proposedOf(t, "Month,Reason,Posts removed,Score\n2024-01,spam,5,1\n2024-02,hate,6,2\n2024-02,spam,7,2\n")
	m.Publisher = "NGO"
	posts := slices.IndexFunc(m.Columns, func(c MappedColumn) bool { return c.Header == "Posts removed" })
	m = m.WithKind(posts, "value").WithMeasure(posts, "content removed")
	m = m.WithParts(reports.Category, "complete")
	if m.Parts(reports.Category) != "complete" {
		t.Errorf("complete is %v", m.Complete)
	}
	m = m.WithKind(1, "ignored")
	if len(m.Complete) != 0 {
		t.Errorf("without a category complete is still %v", m.Complete)
	}
	at := slices.IndexFunc(m.Columns, func(c MappedColumn) bool { return c.Header == "Score" })
	m = m.WithKind(at, "value").WithMeasure(at, "mean score")
	if o, own := m.OwnMeasure("mean score"); !own || o.OverTime {
		t.Errorf("the measure is %+v", o)
	}
	o, _ := m.OwnMeasure("mean score")
	o.Unit = "points"
	m = m.WithOwn(o)
	if got, err := ParseMapping("m.toml", m.TOML()); err != nil || len(got.Asks()) != 0 {
		t.Errorf("%v, it asks %v", err, got.Asks())
	}
	if m = m.WithKind(at, "note"); len(m.Measures) != 0 || m.Columns[at].Measure != "" {
		t.Errorf("a note still counts %v", m.Measures)
	}
}
