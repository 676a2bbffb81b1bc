package publisher

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"vitrine/reports"
)

func TestUnknownTableIsTold(t *testing.T) {
	_, err := Read(context.Background(), bookOf(t, "posts.csv", "Land,Anzahl\nItalien,1\n"), "posts.csv")
	if !errors.Is(err, ErrUnknownTable) || !errors.Is(err, reports.ErrUnknownExport) {
		t.Errorf("a table that no format knows: %v", err)
	}
	_, err = Read(context.Background(), bookOf(t, "note.txt", "no table\n"), "note.txt")
	if errors.Is(err, ErrUnknownTable) || !errors.Is(err, reports.ErrUnknownExport) {
		t.Errorf("no table: %v", err)
	}
}

func TestSamplesAndSplits(t *testing.T) {
	b := bookOf(t, "retiradas.csv", "País,enero de 2024,febrero de 2024,Total\nEspaña,10,20,30\nEspaña,3,4,7\nMéxico,1,2,3\n")
	m, err := Propose(context.Background(), b)
	if err != nil {
		t.Fatal(err)
	}
	samples, err := m.Samples(context.Background(), b, 2)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for i, c := range m.Columns {
		got[c.Header] = strings.Join(samples[i], "; ")
	}
	for header, want := range map[string]string{"País": "España; México", "Total": "30; 7", "{period}": "enero de 2024; febrero de 2024"} {
		if got[header] != want {
			t.Errorf("%s has %q, want %q", header, got[header], want)
		}
	}
	if by := m.Splits(); by != reports.ByArea {
		t.Errorf("splits by %s, want area", by)
	}
	at := slices.IndexFunc(m.Columns, func(c MappedColumn) bool { return c.Header == "País" })
	m.Columns[at].Is = "ignored"
	if by := m.Splits(); by != 0 {
		t.Errorf("without the column of areas: splits by %s", by)
	}
}

func TestPreviewTakesThePeriodOfTheUser(t *testing.T) {
	b := bookOf(t, "posts.csv", "Country,Posts removed\nItaly,1\nSpain,2\n")
	m, err := Propose(context.Background(), b)
	if err != nil || m.Period != "file" {
		t.Fatalf("period %q: %v", m.Period, err)
	}
	if _, err := m.Preview(context.Background(), b, 5); !errors.Is(err, reports.ErrUnknownPeriod) {
		t.Errorf("without a period: %v", err)
	}
	p, _ := reports.SpellPeriod("2024-H1")
	r, err := m.PreviewWith(context.Background(), b, 5, Options{Period: p})
	if err != nil || len(r.Figures) != 2 || r.Figures[0].Period != p {
		t.Errorf("%v %v", r.Figures, err)
	}
}
