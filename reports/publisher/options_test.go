package publisher

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// undated is a format whose files state no period.
var undated = Format{
	Publisher: "Fruit",
	Table:     "apps by country",
	Columns:   []string{"Country", "Apps"},
	Breakdown: reports.ByArea,
	Read: func(l *Line) {
		area := l.Area("Country")
		l.Add("Apps", "apps removed", l.FilePeriod(reports.EveryHalf, reports.EveryYear), reports.Split{Area: area})
	},
}

func readUndated(t *testing.T, o Options, name string, content []byte) (reports.Reading, error) {
	t.Helper()
	book, err := sheet.Open(context.Background(), name, bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	return o.read(context.Background(), []Format{undated, appExports}, book, name)
}

func TestFilePeriod(t *testing.T) {
	h2 := reports.EveryHalf.Around(reports.DayOf(2023, 7, 1))
	for _, c := range []struct {
		name   string
		option reports.Period
		want   string // "" is refused
	}{
		{"Content_Restrictions_2013_H2.csv", reports.Period{}, "2013-H2"},
		{"PRPL-Facebook-Government-Report-2019_H1.csv", reports.Period{}, "2019-H1"},
		{"Report-2013-H1 (1).csv", reports.Period{}, "2013-H1"},
		{"July - December 2023.csv", reports.Period{}, "2023-H2"},
		{"apps_2023.csv", reports.Period{}, "2023"},
		{"apps_2023_H2 (downloaded 2024-05-14).csv", reports.Period{}, "2023-H2"},
		{"apps_2024-05.csv", reports.Period{}, ""},
		{"apps 2023 H1 and 2023 H2.csv", reports.Period{}, ""},
		{"apps.csv", reports.Period{}, ""},
		{"apps.csv", h2, "2023-H2"},
		{"Content_Restrictions_2013_H2.csv", h2, "2023-H2"},
	} {
		r, err := readUndated(t, Options{Period: c.option}, c.name, []byte("Country,Apps\nFrance,3\nSpain,4\n"))
		if c.want == "" {
			if !errors.Is(err, reports.ErrUnknownPeriod) || !strings.HasPrefix(err.Error(), c.name+": ") || !strings.Contains(err.Error(), "--period") {
				t.Errorf("%s: %v", c.name, err)
			}
			continue
		}
		if err != nil || len(r.Figures) != 2 || r.Figures[1].Period.String() != c.want || len(r.Problems) > 0 {
			t.Errorf("%s: %+v, %v, want %s", c.name, r, err, c.want)
		}
	}
}

// A zip of several half-years: the user's period is for the file whose name
// says none.
func TestFilePeriodOfMembers(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range []string{"apps_2021_H1.csv", "2021 H2/apps.csv", "apps.csv"} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte("Country,Apps\nFrance,3\n"))
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	year := reports.EveryYear.Around(reports.DayOf(2020, 1, 1))
	r, err := readUndated(t, Options{Period: year}, "apps.zip", b.Bytes())
	var got []string
	for _, f := range r.Figures {
		got = append(got, f.Period.String())
	}
	if err != nil || strings.Join(got, " ") != "2021-H1 2021-H2 2020" {
		t.Errorf("%s, %v", got, err)
	}
}

func TestOptions(t *testing.T) {
	day := reports.DayOf(2024, 5, 1)
	csv := []byte("Country/Region,Period,Requests Received,Apps Removed\nFrance,2018 H2,1,2\n")
	r, err := readUndated(t, Options{Published: day, Period: reports.EveryYear.Around(day)}, "apps.csv", csv)
	if err != nil || r.Published != day || r.Figures[0].Period.String() != "2018-H2" {
		t.Errorf("%+v, %v", r, err)
	}
	if len(r.Problems) != 1 || !strings.Contains(r.Problems[0].What, "was not used") {
		t.Errorf("a period that is of no use is not told: %v", r.Problems)
	}
}
