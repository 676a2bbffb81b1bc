package chart

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"vitrine/assets"
	"vitrine/reports"
)

var update = flag.Bool("update", false, "write the golden files anew")

var sampleSource = []reports.Source{{
	Name: "safety.html", Publisher: "Telegram",
	Published: reports.DayOf(2026, 6, 17), Retrieved: time.Date(2026, 6, 18, 9, 0, 0, 0, time.UTC),
}}

// charts are the pictures that golden files hold.
var charts = []struct {
	name   string
	answer func() reports.Answer
	o      Options
}{
	{"lines", monthly, Options{Titles: true, Sources: sampleSource}},
	{"lines-dark-french", monthly, Options{Width: 640, Height: 400, Dark: true, Words: assets.For("fr")}},
	{"lines-log-with-zero", withZero, Options{Log: true, Width: 640, Height: 400}},
	{"days-provisional", lastDays, Options{Width: 640, Height: 400, Titles: true, Sources: sampleSource}},
	{"lines-twelve", twelve, Options{Titles: true, Words: assets.For("fr"), Sources: sampleSource}},
	{"lines-irregular", irregularHalves, Options{Titles: true}},
	{"bars-irregular", irregularHalves, Options{Kind: Bar, Dark: true}},
	{"bars-stacked", split, Options{Kind: Bar}},
	{"bars-rows", oneHalf, Options{Kind: Bar, Titles: true, Sources: sampleSource}},
	{"bars-rows-shares", wholeHalf, Options{Kind: Bar, Percent: true, Dark: true, Words: assets.For("fr"), Width: 640, Height: 400}},
	{"areas", split, Options{Kind: Area, Titles: true, Sources: sampleSource}},
	{"areas-percent", split, Options{Kind: Area, Percent: true, Width: 640, Height: 400}},
	{"areas-twelve", wholeTwelve, Options{Kind: Area}},
	{"facets", twelve, Options{Kind: Facets, Titles: true, Sources: sampleSource}},
	{"facets-own-axis", irregularHalves, Options{Kind: Facets, OwnAxis: true, Dark: true, Width: 640, Height: 400}},
	{"facets-of-lines", byAreaAndCategory, Options{Kind: Facets, Words: assets.For("fr")}},
	{"heat", irregularHalves, Options{Kind: Heat, Titles: true, Sources: sampleSource}},
	{"heat-twelve", twelve, Options{Kind: Heat, Dark: true, Words: assets.For("fr"), Width: 640, Height: 400}},
	{"days", daily, Options{Kind: Days, Titles: true, Sources: sampleSource}},
	{"days-small", lastDays, Options{Kind: Days, Dark: true, Words: assets.For("fr"), Width: 640, Height: 400}},
	{"heat-empty", func() reports.Answer { return reports.Answer{} }, Options{Kind: Heat, Width: 640, Height: 400}},
	{"rank", twelve, Options{Kind: Rank, Titles: true, Sources: sampleSource}},
	{"rank-small", twelve, Options{Kind: Rank, Dark: true, Words: assets.For("fr"), Width: 640, Height: 400}},
	{"map-dots", byCountry, Options{Kind: Map, Titles: true, Sources: sampleSource}},
	{"map-classes", ratesByCountry, Options{Kind: Map, Dark: true, Words: assets.For("fr"), Width: 640, Height: 400}},
	{"europe", ratesByCountry, Options{Kind: Europe, Width: 900, Height: 400}},
	{"europe-two", ratesByCountry, Options{Kind: Europe, Periods: halves(2023, 2)}},
	{"events", monthly, Options{Events: true, Titles: true, Sources: sampleSource}},
	{"events-dark-french", monthly, Options{Events: true, Dark: true, Words: assets.For("fr"), Width: 640, Height: 400}},
	{"empty", func() reports.Answer { return reports.Answer{} }, Options{Width: 640, Height: 400}},
}

func TestGolden(t *testing.T) {
	for _, c := range charts {
		t.Run(c.name, func(t *testing.T) {
			var got bytes.Buffer
			if err := SVG(&got, c.answer(), c.o); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join("testdata", c.name+".svg")
			if *update {
				if err := os.WriteFile(path, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got.Bytes(), want) {
				t.Errorf("%s is drawn differently: look at both and, if the new one is right, run go test ./reports/chart -update", path)
			}
		})
	}
}

// A sign that the font lacks would be a box.
func TestFontHasEverySignOfCharts(t *testing.T) {
	for _, c := range charts {
		d, err := compose(c.answer(), c.o)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range d.texts {
			for _, r := range w.font.spell(w.text) {
				if i, err := w.font.outline.GlyphIndex(nil, r); err != nil || i == 0 {
					t.Errorf("%s: no sign for %q in %q", c.name, r, w.text)
				}
			}
		}
	}
}

func TestSVGIsXML(t *testing.T) {
	a := monthly()
	a.Series[0].Key.Category = "a\x00b <i> & \"c\" \xff"
	var doc bytes.Buffer
	if err := SVG(&doc, a, Options{Titles: true}); err != nil {
		t.Fatal(err)
	}
	for d := xml.NewDecoder(&doc); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

// Who cannot see a picture hears what it shows.
func TestSVGIsToldInWords(t *testing.T) {
	var doc bytes.Buffer
	if err := SVG(&doc, monthly(), Options{}); err != nil {
		t.Fatal(err)
	}
	var svg struct {
		Title string `xml:"title"`
		Desc  string `xml:"desc"`
	}
	if err := xml.Unmarshal(doc.Bytes(), &svg); err != nil {
		t.Fatal(err)
	}
	if want := assets.For("en").Summary(monthly()); svg.Desc != want || svg.Title == "" {
		t.Errorf("it is called %q and told as %q, want %q", svg.Title, svg.Desc, want)
	}
}

// The same answer gives the same bytes: no clock, no order of a map.
func TestSameBytesTwice(t *testing.T) {
	for name, write := range map[string]func(io.Writer, reports.Answer, Options) error{"svg": SVG, "png": PNG, "pdf": PDF} {
		t.Run(name, func(t *testing.T) {
			var first, second bytes.Buffer
			o := Options{Kind: Area, Titles: true, Width: 640, Height: 400, Sources: sampleSource}
			for _, w := range []io.Writer{&first, &second} {
				if err := write(w, split(), o); err != nil {
					t.Fatal(err)
				}
			}
			if !bytes.Equal(first.Bytes(), second.Bytes()) {
				t.Error("two drawings of one answer differ")
			}
		})
	}
}
