package assets

import (
	"encoding/csv"
	"strings"
	"testing"

	"vitrine/reports"
)

// No number may be missing between others: the reader would end there.
func TestPopulationsHaveNoGaps(t *testing.T) {
	for _, text := range []string{populationsCSV, undatedCSV} {
		rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			for i := 2; i < len(row); i++ {
				if row[i-1] == "" && row[i] != "" {
					t.Errorf("%s has no number in a year before %s", row[0], rows[0][i])
				}
			}
			if row[1] == "" {
				t.Errorf("%s has no number", row[0])
			}
		}
	}
}

// The sum of 2020 is the world that the World Bank states, 7,752,840,547, but
// for countries that it counts there and does not list: Taiwan, Western Sahara
// and, from 2012 on, Eritrea.
func TestPopulationsAddUpToTheWorld(t *testing.T) {
	p := Populations()
	if p.First != 2005 || len(p.ByYear) < 210 || len(p.ByYear)+len(p.Undated) < 245 {
		t.Errorf("from %d, %d countries and %d of no year", p.First, len(p.ByYear), len(p.Undated))
	}
	world := 0.0
	for code, numbers := range p.ByYear {
		if !Areas().IsCountry(code) || p.Undated[code] != 0 {
			t.Errorf("%s is no country, or has people of two sources", code)
		}
		for i, n := range numbers {
			if n < 1000 || i > 0 && (n < 0.75*numbers[i-1] || n > 1.25*numbers[i-1]) {
				t.Errorf("%s has %.0f people in %d", code, n, p.First+i)
			}
		}
		if len(numbers) == 16 {
			world += numbers[15]
		}
	}
	if world < 7.72e9 || world > 7.7529e9 {
		t.Errorf("%.0f people in 2020", world)
	}
	for code, n := range p.Undated {
		if !Areas().IsCountry(code) || n < 20 {
			t.Errorf("%s has %.0f people", code, n)
		}
	}
}

// Numbers that two editions of the World Bank's state alike.
func TestPopulationsByYear(t *testing.T) {
	for _, c := range []struct {
		code string
		year int
		want float64
	}{{"DE", 2015, 81686611}, {"IN", 2020, 1380004385}, {"FR", 2012, 65659814}, {"JP", 2005, 127773000}, {"SG", 2010, 5076732}, {"US", 2017, 325122128}} {
		people, ok := Populations().Of(c.code, reports.EveryYear.Around(reports.DayOf(c.year, 6, 1)))
		if !ok || people.Count != c.want || people.From != c.year {
			t.Errorf("%s in %d: %+v, want %.0f", c.code, c.year, people, c.want)
		}
	}
}

func TestPeopleInWords(t *testing.T) {
	n := reports.Number{Value: 2, Transform: reports.PerMillion, Stated: 131}
	for _, c := range []struct {
		people         reports.People
		basis, said    string
		basisFr, saidF string
	}{
		{
			reports.People{Count: 65659814, From: 2012, To: 2012, Source: Populations().Source},
			"published; per million people of 2012", "131 divided by 65,659,814 people of 2012: World Bank SP.POP.TOTL, edition to 2020.",
			"publié ; par million d’habitants de 2012", "131 divisé par 65 659 814 habitants en 2012 : Banque mondiale, SP.POP.TOTL, édition jusqu’à 2020.",
		},
		{
			reports.People{Count: 1000, From: 2018, To: 2020, Source: "x"},
			"published; per million people, mean of 2018 to 2020", "131 divided by 1,000 people, the mean of 2018 to 2020 by days: x.",
			"publié ; par million d’habitants, moyenne de 2018 à 2020", "131 divisé par 1 000 habitants, moyenne de 2018 à 2020 selon les jours : x.",
		},
		{
			reports.People{Count: 1000, Source: "x"},
			"published; per million people, of no stated year", "131 divided by 1,000 people, of no stated year: x.",
			"publié ; par million d’habitants, sans année déclarée", "131 divisé par 1 000 habitants, sans année déclarée : x.",
		},
	} {
		n.People = &c.people
		narrow := strings.NewReplacer("\u202f", " ")
		for i, got := range []string{For("en").Basis(n), For("en").People(n), For("fr").Basis(n), For("fr").People(n)} {
			if want := []string{c.basis, c.said, c.basisFr, c.saidF}[i]; narrow.Replace(got) != want {
				t.Errorf("%q, want %q", got, want)
			}
		}
	}
	if text := For("en").People(reports.Number{Value: 2}); text != "" {
		t.Errorf("a published number: %q", text)
	}
}
