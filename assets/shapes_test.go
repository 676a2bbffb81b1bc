package assets

import (
	"math"
	"testing"
)

func TestShapesOfCountries(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range Shapes() {
		if s.Country != "" && !Areas().IsCountry(s.Country) || seen[s.Country] && s.Country != "" {
			t.Errorf("%q has a shape, and is no country or has two", s.Country)
		}
		seen[s.Country] = true
		if len(s.Rings) == 0 {
			t.Errorf("%s has no outline", s.Country)
		}
		for _, r := range s.Rings {
			for i, p := range r {
				if math.Abs(p.Longitude) > 180 || math.Abs(p.Latitude) > 90 {
					t.Errorf("%s reaches to %v", s.Country, p)
				}
				if q := r[(i+1)%len(r)]; math.Abs(p.Longitude-q.Longitude) > 180 {
					t.Errorf("%s goes around the world from %v to %v", s.Country, p, q)
				}
			}
		}
	}
	for _, code := range []string{"MT", "SG", "VA", "LI", "TV", "NR", "XK", "TW", "PS", "HK"} {
		if !seen[code] {
			t.Errorf("%s has no shape", code)
		}
	}
}
