package reports

import (
	"strings"
	"testing"
)

const eventHeader = "date,until,publisher,service,area,measure,by,kind,en,fr,de,source\n"

func TestReadEvents(t *testing.T) {
	areas, err := ReadAreas(strings.NewReader("code,alpha3,numeric,en,fr,de,aliases,members\nFR,FRA,250,France,France,Frankreich,,\n"))
	if err != nil {
		t.Fatal(err)
	}
	list, err := ReadEvents(strings.NewReader(eventHeader+
		"2024-08-24,,Example,,,,category subcategory,method,counts anew,compte autrement,zählt anders,https://example.org/a\n"+
		"2018-04-16,2020-06-18,Example,App,FR,content actioned,,ban,is blocked,est bloqué,wird gesperrt,https://example.org/b\n"), areas)
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 2 || list[0].Period.Last() != DayOf(2020, 6, 18) || list[0].Text("fr") != "est bloqué" || list[0].Text("de") != "wird gesperrt" || list[0].Text("ja") != "is blocked" {
		t.Errorf("%+v", list)
	}
	if e := list[1]; e.By != ByCategory|BySubcategory || e.Period.Days() != 1 || !e.Kind.Breaks() || list[0].Kind.Breaks() {
		t.Errorf("%+v", e)
	}
	for _, bad := range []string{
		"2024-08,,,,,,,law,a,b,c,https://example.org",
		"2024-08-24,2024-08-23,,,,,,law,a,b,c,https://example.org",
		"2024-08-24,,,,XX,,,law,a,b,c,https://example.org",
		"2024-08-24,,,,,miracles,,law,a,b,c,https://example.org",
		"2024-08-24,,,,,,taste,law,a,b,c,https://example.org",
		"2024-08-24,,,,,,,rumour,a,b,c,https://example.org",
		"2024-08-24,,,,,,,law,a,,c,https://example.org",
		"2024-08-24,,,,,,,law,a,b,,https://example.org",
		"2024-08-24,,,,,,,law,a,b,c,somewhere",
	} {
		if _, err := ReadEvents(strings.NewReader(eventHeader+bad+"\n"), areas); err == nil || !strings.Contains(err.Error(), "row 2") {
			t.Errorf("%s: %v", bad, err)
		}
	}
}
