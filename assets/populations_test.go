package assets

import "testing"

func TestPopulationsOfCountries(t *testing.T) {
	people := Populations().People
	world := 0.0
	for code, n := range people {
		if !Areas().IsCountry(code) || n < 20 {
			t.Errorf("%s has %g people", code, n)
		}
		world += n
	}
	if len(people) < 245 || world < 7.8e9 || world > 8.4e9 {
		t.Errorf("%d countries with %g people", len(people), world)
	}
}
