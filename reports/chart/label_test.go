package chart

import (
	"slices"
	"strings"
	"testing"

	"vitrine/assets"
)

func TestPlaceLabels(t *testing.T) {
	for _, c := range []struct {
		name        string
		ends        []float64
		top, bottom float64
		want        []float64
	}{
		{"apart already", []float64{20, 60}, 0, 100, []float64{20, 60}},
		{"two at one place", []float64{50, 50}, 0, 100, []float64{40, 60}},
		{"pushed down from the top", []float64{0, 5}, 0, 100, []float64{10, 30}},
		{"pushed up from the bottom", []float64{99, 100}, 0, 100, []float64{70, 90}},
		{"a cluster and one that is free", []float64{50, 52, 90}, 0, 100, []float64{41, 61, 90}},
		{"in the order of the ends", []float64{80, 20}, 0, 100, []float64{20, 80}},
		{"no room for the last", []float64{10, 20, 30}, 0, 40, []float64{10, 30}},
		{"no room at all", []float64{10}, 0, 5, nil},
	} {
		var labels []label
		for i, y := range c.ends {
			labels = append(labels, label{trace: i, weight: i, height: 20, from: point{0, y}})
		}
		var got []float64
		for _, l := range placeLabels(labels, c.top, c.bottom) {
			got = append(got, l.y)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: labels at %v, want %v", c.name, got, c.want)
		}
	}
}

func TestLabelsStandInTheOrderOfTheRightEdge(t *testing.T) {
	d, err := compose(twelve(), Options{Width: 640, Height: 400})
	if err != nil {
		t.Fatal(err)
	}
	if len(d.labels) != maxColoured+1 {
		t.Fatalf("%d labels, want one a colour and one for all other", len(d.labels))
	}
	for i, l := range d.labels[1:] {
		above := d.labels[i]
		if above.from.y > l.from.y {
			t.Errorf("label %v stands above %v, its line ends below", above.text, l.text)
		}
		if l.y-above.y < (l.height+above.height)/2-1e-9 {
			t.Errorf("labels %v and %v overlap", above.text, l.text)
		}
	}
}

// Where not all labels have room, the picture says how many lines have none.
func TestLinesWithoutALabelAreCounted(t *testing.T) {
	for _, o := range []Options{{}, {Kind: Area}} {
		for _, height := range []float64{120, 150, 180, 400} {
			o.Width, o.Height = 640, height
			d, err := compose(wholeTwelve(), o)
			if err != nil {
				t.Fatal(err)
			}
			if d.o.Kind != o.Kind || len(d.labels) == 0 {
				t.Fatalf("%s of %g: %d labels", d.o.Kind, height, len(d.labels))
			}
			named, said := 0, false
			for _, l := range d.labels {
				if !strings.HasPrefix(strings.Join(l.text, " "), "all other (") {
					named++
				}
			}
			for _, l := range d.labels {
				said = said || strings.Join(l.text, " ") == d.others(12-named)
			}
			if !said {
				t.Errorf("%s of %g: %d of 12 have names, and nothing says how many have none", o.Kind, height, named)
			}
		}
	}
}

func TestTitlesBreakAfterCommas(t *testing.T) {
	font, err := loadTypeface(assets.BoldFont(), 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, first string }{
		{"Groups and channels blocked at Telegram in total, each day, 1 December 2023 to 17 June 2026, worldwide", "Groups and channels blocked at Telegram in total,"},
		{"Removal requests received at Google by country, as published, H2 2023, all countries, as told by “removal requests”", "Removal requests received at Google by country, as published,"},
		{"Removal requests received at Google in total, as published, July 2009 to December 2023, worldwide, as told by “removal requests”", "Removal requests received at Google in total, as published,"},
		{"Suppressions de groupes et de canaux chez Telegram par catégorie et par mois entre 2017 et mai 2026", ""},
	} {
		lines := font.wrapEvenly(c.text, titleSize, 960, 3)
		if len(lines) != 2 || strings.Join(lines, " ") != c.text || c.first != "" && lines[0] != c.first {
			t.Errorf("%q is broken into %q", c.text, lines)
		}
	}
}
