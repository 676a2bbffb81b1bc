package export

import (
	"bytes"
	"strings"
	"testing"

	"vitrine/assets"
	"vitrine/reports"
)

// requests makes an answer by area and action, in two years.
func requests() reports.Answer {
	var a reports.Answer
	for i, split := range []reports.Split{
		{Area: "FR", Action: "removed"}, {Area: "FR", Action: "kept"}, {Area: "DE", Action: "removed"}, {Area: "Europol", Action: "=kept"},
	} {
		s := reports.Series{
			Publisher: "Telegram", Table: "requests", Measure: reports.TakedownRequestsReceived, Key: split, Group: reports.ByArea | reports.ByAction,
		}
		for y := range 2 {
			n := reports.Number{Period: reports.EveryYear.Around(reports.DayOf(2023+y, 1, 1)), Value: float64(10*i - y), N: 1}
			if i == 2 && y == 1 {
				n.Status = reports.Provisional
			}
			s.Numbers = append(s.Numbers, n)
		}
		a.Series = append(a.Series, s)
	}
	return a
}

func TestCross(t *testing.T) {
	c, err := NewCross(requests(), Axis{Dim: reports.Area}, Axis{Dim: reports.Action})
	if err != nil {
		t.Fatal(err)
	}
	var csv, json, text bytes.Buffer
	if err := WriteCrossCSV(&csv, c, Options{}); err != nil {
		t.Fatal(err)
	}
	if err := WriteCrossJSON(&json, c); err != nil {
		t.Fatal(err)
	}
	if err := WriteCrossText(&text, c, assets.For("en")); err != nil {
		t.Fatal(err)
	}
	golden(t, "cross.csv", csv.String())
	golden(t, "cross.json", json.String())
	golden(t, "cross.txt", text.String())
}

func TestCrossNeverAdds(t *testing.T) {
	if _, err := NewCross(requests(), Axis{Dim: reports.Area}, Axis{Time: true}); err == nil || !strings.Contains(err.Error(), "area, action") {
		t.Errorf("two actions of one area in one cell: %v", err)
	}
	if _, err := NewCross(requests(), Axis{Dim: reports.Area}, Axis{Dim: reports.Area}); err == nil {
		t.Error("rows and columns are the same")
	}
}

func TestCrossOfTime(t *testing.T) {
	a := requests()
	for i := range a.Series {
		a.Series[i].Key.Area, a.Series[i].Group = "", reports.ByAction
	}
	a.Series = a.Series[:2]
	c, err := NewCross(a, Axis{Time: true}, Axis{Dim: reports.Action})
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Rows) != 2 || c.Rows[0].Value != "2023" || c.Rows[1].Numbers[1].Value != 9 || strings.Join(c.Columns, ",") != "removed,kept" {
		t.Errorf("got %+v", c)
	}
}
