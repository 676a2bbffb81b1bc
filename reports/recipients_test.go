package reports

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"
)

// recipientsLedger has the recipients of a service, and measures of it.
func recipientsLedger() *Memory {
	half := EveryHalf.Around(DayOf(2025, 7, 1))
	figure := func(m Measure, area string, value float64, cell int) Figure {
		f := Figure{Publisher: "A", Table: "t " + string(m), Measure: m, Period: half, Split: Split{Service: "A", Area: area}, Value: value, Origin: Origin{Source: "s", Row: cell, Column: 1, Text: "text"}}
		if area != "" {
			f.Breakdown = ByArea
		}
		return f
	}
	ranged := figure(recipientsMeasure, "FR", math.NaN(), 3)
	ranged.HasRange, ranged.Low, ranged.High = true, 2e6, 4e6
	m := &Memory{Held: []Figure{
		figure(recipientsMeasure, "", 50e6, 1), figure(recipientsMeasure, "DE", 10e6, 2), ranged,
		figure(TakedownRequestsReceived, "", 500, 4), figure(TakedownRequestsReceived, "DE", 40, 5), figure(TakedownRequestsReceived, "FR", 8, 6), figure(TakedownRequestsReceived, "IT", 9, 7),
		figure("median response time", "", 12, 8),
	}}
	for _, f := range m.Held {
		m.Declared = append(m.Declared, Block{Publisher: f.Publisher, Table: f.Table, Measure: f.Measure, Breakdown: f.Breakdown})
	}
	m.Declared = slices.Compact(m.Declared)
	return m
}

func perRecipients(t *testing.T, q Question) (Answer, string) {
	t.Helper()
	l := recipientsLedger()
	a, err := Ask(context.Background(), q, l, Names{})
	if err != nil {
		t.Fatal(err)
	}
	known, err := LookUpRecipients(context.Background(), q, l)
	if err != nil {
		t.Fatal(err)
	}
	return PerMillionRecipients(a, known)
}

func TestPerMillionRecipients(t *testing.T) {
	a, reason := perRecipients(t, Question{Measure: []string{string(TakedownRequestsReceived)}})
	if reason != "" || len(a.Series) != 1 || a.Series[0].Numbers[0].Value != 10 {
		t.Fatalf("%q, %+v", reason, a.Series)
	}
	n := a.Series[0].Numbers[0]
	if n.Stated != 500 || n.Recipients.Origin.Row != 1 || n.Origin.Row != 4 || n.BasisText() != "published; per million recipients: text in s:!A1" {
		t.Errorf("%+v", n)
	}
	figures, err := Parts(context.Background(), a.Question, recipientsLedger(), Names{}, a.Series[0], n)
	if err != nil || len(figures) != 2 || figures[1].Value != 50e6 {
		t.Errorf("%v, %v", figures, err)
	}
	a, reason = perRecipients(t, Question{Measure: []string{string(TakedownRequestsReceived)}, By: []Dim{Area}})
	values := map[string]Number{}
	for _, s := range a.Series {
		values[s.Key.Area] = s.Numbers[0]
	}
	if reason != "" || len(values) != 2 || values["DE"].Value != 4 {
		t.Errorf("%q, %v", reason, values)
	}
	if fr := values["FR"]; fr.Known() || fr.Low != 2 || fr.High != 4 {
		t.Errorf("divided by a range: %+v", fr)
	}
	if !strings.Contains(a.Notes[len(a.Notes)-1].Text, "1 numbers") {
		t.Errorf("what is left out: %v", a.Notes)
	}
}

func TestNotPerRecipients(t *testing.T) {
	if _, reason := perRecipients(t, Question{Measure: []string{"median response time"}}); reason != NotPerRecipient {
		t.Errorf("a time: %q", reason)
	}
	a, err := Ask(context.Background(), Question{Measure: []string{string(TakedownRequestsReceived)}}, recipientsLedger(), Names{})
	if err != nil {
		t.Fatal(err)
	}
	if _, reason := PerMillionRecipients(a, nil); reason != NoRecipients {
		t.Errorf("without recipients: %q", reason)
	}
	other := RecipientCounts{recipientsOf{"b", "", a.Periods[0]}: Figure{Value: 1}}
	if _, reason := PerMillionRecipients(a, other); reason != OtherRecipients {
		t.Errorf("another service's: %q", reason)
	}
}
