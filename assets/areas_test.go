package assets

import (
	"archive/zip"
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAreasAreComplete(t *testing.T) {
	countries, names := 0, map[string]bool{}
	for _, a := range Areas().All() {
		for _, lang := range Languages() {
			if a.Names[lang] == "" {
				t.Errorf("%s lacks a name in %s", a.Code, lang)
			}
			if key := lang + a.Names[lang]; names[key] {
				t.Errorf("two areas are called %s", key)
			} else {
				names[key] = true
			}
		}
		if a.Group {
			for _, m := range a.Members {
				if !Areas().IsCountry(m) {
					t.Errorf("%s has the member %s, which is no country", a.Code, m)
				}
			}
			continue
		}
		countries++
		if len(a.Code) != 2 || len(a.Alpha3) != 3 || len(a.Numeric) != 3 && a.Code != "XK" {
			t.Errorf("%s has the codes %q and %q", a.Code, a.Alpha3, a.Numeric)
		}
	}
	if countries != 250 {
		t.Errorf("%d countries; want the 249 of ISO 3166-1 and Kosovo", countries)
	}
	for group, want := range map[string]int{"EU": 27, "EEA": 30, "EEA_no_IS": 29} {
		if got := len(Areas().Members(group)); got != want {
			t.Errorf("%s has %d members; want %d", group, got, want)
		}
	}
}

// spellings are those of publishers' files that a plain name does not cover.
var spellings = map[string]string{
	"Türkiye": "TR", "Turkey": "TR", "Turquie": "TR", "Hong Kong SAR": "HK", "Hong Kong": "HK", "Macau": "MO", "Macao": "MO",
	"United States of America": "US", "USA": "US", "United States": "US", "the United States of America": "US", "États-Unis": "US",
	"China mainland": "CN", "China**": "CN", "Iran**": "IR", "Macedonia": "MK", "North Macedonia": "MK",
	"Macedonia, the former Yugoslav Republic of": "MK", "Aland Islands": "AX", "Åland Islands": "AX", "Îles Åland": "AX",
	"Bosnia And Herzegovina": "BA", "Bosnia & Herzegovina": "BA", "Bosnie-Herzégovine": "BA", "Czechia": "CZ", "Czech Republic": "CZ",
	"Beligum": "BE", "Swizerland": "CH", "Austria ": "AT", "Brazil ": "BR", "Kosovo": "XK", "XK": "XK", "EL": "GR", "UK": "GB",
	"Côte d’Ivoire": "CI", "Côte d'Ivoire": "CI", "Ivory Coast": "CI", "C\u032bte d\ufffd\u06eaIvoire": "CI",
	"Korea, Republic of": "KR", "South Korea": "KR", "Corée du Sud": "KR", "Korea, Democratic People's Republic of": "KP",
	"Lao Peoples Democratic Republic": "LA", "Lao People's Democratic Republic": "LA", "Viet Nam": "VN", "Taïwan": "TW",
	"Taiwan, Province of China": "TW", "Russian Federation": "RU", "Syrian Arab Republic": "SY", "Iran, Islamic Republic of": "IR",
	"Bolivia, Plurinational State of": "BO", "Venezuela, Bolivarian Republic of": "VE", "Tanzania, United Republic of": "TZ",
	"Palestinian Territory, Occupied": "PS", "Palestine": "PS", "Moldova, Republic of": "MD", "Cape Verde": "CV", "Swaziland": "SZ",
	"Congo; Democratic Republic of (was Zaire)": "CD", "Congo; People's Republic of": "CG", "Congo, the Democratic Republic of the": "CD",
	"Congo": "CG", "Congo - Kinshasa": "CD", "Guadaloupe": "GP", "Faeroe Islands": "FO", "Luxemburg": "LU", "Antigua": "AG",
	"British Indian Ocean": "IO", "Wallis and Futuna Islands": "WF", "St. Vincent and the Grenadines": "VC",
	"United States Minor Outlying Islands (the)": "UM", "Holy See (Vatican City State)": "VA", "Sint Maarten (Dutch part)": "SX",
	"Falkland Islands (Malvinas)": "FK", "Myanmar (Burma)": "MM", "Timor-Leste": "TL", "Réunion": "RE", "Curaçao": "CW",
	"Namibia": "NA", "NAM": "NA", "EU": "EU", "European Union": "EU", "EEA": "EEA", "EEA_no_IS": "EEA_no_IS", "Isle of Man": "IM",
}

// notAreas stand in columns of countries and are none.
var notAreas = []string{
	"", "NA", "N/A", "-", "All", "all", "Total", "TOTAL", "Global", "Worldwide", "Europol", "Interpol", "Crimea", "Unknown",
	"Rest of World", "Europe", "North America", "United Nations", "your country", "Arabic", "English", "Other languages",
	"Netherlands Antilles", "Donetsk People's Republic", "Region", "Language", "AT, […], SE", "SP", "Other",
}

func TestSpellingsOfAreas(t *testing.T) {
	for text, want := range spellings {
		if got, _ := Areas().Lookup(strings.TrimRight(text, "*")); got != want {
			t.Errorf("%q is %q; want %q", text, got, want)
		}
	}
	for _, text := range notAreas {
		if got, ok := Areas().Lookup(text); ok {
			t.Errorf("%q is %s; want no area", text, got)
		}
	}
}

// TestSpellingsInPublishedFiles reads every column of countries in the real
// exports, where they are there.
func TestSpellingsInPublishedFiles(t *testing.T) {
	folder := publishedFiles(t)
	not := map[string]bool{}
	for _, text := range append(notAreas, "DMCA Counter-Notices", "DMCA Takedown Notices", "NSLs and FISA Orders/Directives",
		"Luhansk People's Republic", "Unknown (BU)", "Reports") {
		not[text] = true
	}
	seen := 0
	for text, where := range countryCells(t, folder) {
		text = strings.TrimRight(text, "*")
		if _, ok := Areas().Lookup(text); !ok && !not[text] && !strings.ContainsAny(text, "0123456789") {
			t.Errorf("%q in %s is no area that we know", text, where)
		}
		seen++
	}
	if seen < 300 {
		t.Errorf("%d spellings read; the exports have more than 300", seen)
	}
}

// publishedFiles finds the real exports beside the repository.
func publishedFiles(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	for err == nil && dir != filepath.Dir(dir) {
		if info, err := os.Stat(filepath.Join(dir, "shared", "data")); err == nil && info.IsDir() {
			return filepath.Join(dir, "shared", "data")
		}
		dir = filepath.Dir(dir)
	}
	t.Skip("the real exports are not on this machine")
	return ""
}

// countryColumns are the headers under which countries stand by name.
var countryColumns = map[string]bool{
	"country": true, "country/region": true, "government": true, "pays": true, "country/region of origin": true,
}

func countryCells(t *testing.T, folder string) map[string]string {
	t.Helper()
	cells := map[string]string{}
	walk := func(path string, _ os.DirEntry, err error) error {
		// Discord stacks tables, with other things below a country's column.
		if err != nil || strings.Contains(path, "/dsa/") || strings.Contains(path, "/discord/") {
			return err
		}
		switch filepath.Ext(path) {
		case ".csv":
			f, err := os.Open(path)
			if err != nil {
				return err
			}
			defer f.Close()
			readCountries(f, filepath.Base(path), cells)
		case ".zip":
			z, err := zip.OpenReader(path)
			if err != nil {
				return err
			}
			defer z.Close()
			for _, m := range z.File {
				if r, err := m.Open(); err == nil && strings.HasSuffix(m.Name, ".csv") {
					readCountries(r, filepath.Base(m.Name), cells)
				}
			}
		}
		return nil
	}
	if err := filepath.WalkDir(folder, walk); err != nil {
		t.Fatal(err)
	}
	return cells
}

func readCountries(r io.Reader, name string, cells map[string]string) {
	c := csv.NewReader(r)
	c.FieldsPerRecord, c.LazyQuotes = -1, true
	columns := map[int]bool{}
	for {
		row, err := c.Read()
		if err != nil {
			return
		}
		for i, cell := range row {
			cell = strings.ToValidUTF8(strings.TrimPrefix(cell, "\ufeff"), "\ufffd")
			if countryColumns[strings.ToLower(cell)] {
				columns[i] = true
			} else if columns[i] {
				cells[cell] = name
			}
		}
	}
}
