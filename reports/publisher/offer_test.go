package publisher

import (
	"net/url"
	"strings"
	"testing"
)

func TestOffers(t *testing.T) {
	formats, direct := 0, 0
	seen := map[string]bool{}
	for _, o := range Offers() {
		u, err := url.Parse(o.Address)
		if err != nil || u.Scheme != "https" || u.Host == "" || o.Publisher == "" || seen[o.Address] {
			t.Errorf("%s offers something at %q, once more or nowhere", o.Publisher, o.Address)
		}
		seen[o.Address] = true
		formats += len(o.Formats)
		if o.Direct {
			direct++
		}
		for _, f := range o.Formats {
			if f.Publisher != o.Publisher {
				t.Errorf("%s is listed under %s", f, o.Publisher)
			}
		}
	}
	for _, f := range Formats {
		if f.URL == "" && f.Publisher != "Vitrine" {
			t.Errorf("%s: nobody knows where it is offered", f.String())
		}
		if f.URL != "" {
			formats--
		}
		if f.Saved != "" && f.Fetch == "" {
			t.Errorf("%s: is saved, but never fetched", f.String())
		}
	}
	if formats != 0 || direct < 5 {
		t.Errorf("%d formats more are offered than there are, %d directly", formats, direct)
	}
}

func TestOffersOfAName(t *testing.T) {
	for name, want := range map[string]string{
		"google":                "google-government-removals.zip google-user-data-requests.zip",
		"Apple":                 "Apple_Transparency_Report.zip",
		"Telegram, safety page": "safety",
		"google user":           "google-user-data-requests.zip",
		"apple_transparency":    "Apple_Transparency_Report.zip",
		"dataset.json":          "dataset.json",
		"no such":               "",
		"":                      "",
	} {
		var got []string
		for _, o := range OffersOf(name) {
			got = append(got, o.Address[strings.LastIndex(o.Address, "/")+1:])
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q means %q, want %q", name, strings.Join(got, " "), want)
		}
	}
}

func TestChecksumAt(t *testing.T) {
	for address, want := range map[string]string{
		"https://transparency.dsa.ec.europa.eu/explore-data/download/sor-global-2026-07-01-light.zip": "https://transparency.dsa.ec.europa.eu/explore-data/download/sor-global-2026-07-01-light.zip.sha1",
		"https://transparency.dsa.ec.europa.eu/explore-data/download/aggregates-2026-07-01.csv":       "",
		"https://storage.googleapis.com/transparencyreport/google-government-removals.zip":            "",
	} {
		if got := ChecksumAt(address); got != want {
			t.Errorf("the checksum of %s is at %q, want %q", address, got, want)
		}
	}
}
