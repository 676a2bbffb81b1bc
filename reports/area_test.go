package reports

import (
	"strings"
	"testing"
)

const sampleAreas = `code,alpha3,numeric,en,fr,de,aliases,members
CI,CIV,384,Côte d’Ivoire,Côte d’Ivoire,Elfenbeinküste,Ivory Coast,
NA,NAM,516,Namibia,Namibie,Namibia,,
GR,GRC,300,Greece,Grèce,Griechenland,EL; Hellas,
BA,BIH,070,Bosnia & Herzegovina,Bosnie-Herzégovine,Bosnien und Herzegowina,,
BS,BHS,044,Bahamas,Bahamas,Bahamas,,
EU,,,European Union,Union européenne,Europäische Union,,GR BA
`

func readSampleAreas(t *testing.T) *Areas {
	t.Helper()
	a, err := ReadAreas(strings.NewReader(sampleAreas))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestAreasLookup(t *testing.T) {
	a := readSampleAreas(t)
	for text, want := range map[string]string{
		"Côte d’Ivoire": "CI", "Cote d'Ivoire": "CI", "CÔTE D IVOIRE": "CI", "Co\u0302te d’Ivoire": "CI", "ivory coast": "CI",
		"civ": "CI", "384": "CI", "el": "GR", "Grèce ": "GR", "BOSNIA AND HERZEGOVINA": "BA", "Bosnia & Herzegovina": "BA",
		"The Bahamas": "BS", "Namibie": "NA", "NAM": "NA", "EU": "EU",
		"NA": "", "N/A": "", "n.a.": "", "": "", "–": "", "Europol": "", "Greece and Bosnia": "",
	} {
		if got, ok := a.Lookup(text); got != want || ok != (want != "") {
			t.Errorf("Lookup(%q) = %q, %v; want %q", text, got, ok, want)
		}
	}
}

func TestAreasLookupCode(t *testing.T) {
	a := readSampleAreas(t)
	for text, want := range map[string]string{
		"NA": "NA", " na ": "NA", "NAM": "NA", "516": "NA", "GRC": "GR", "EL": "GR", "EU": "EU",
		"Greece": "", "": "", "ZZ": "", "N/A": "",
	} {
		if got, ok := a.LookupCode(text); got != want || ok != (want != "") {
			t.Errorf("LookupCode(%q) = %q, %v; want %q", text, got, ok, want)
		}
	}
}

func TestAreasOfGroups(t *testing.T) {
	a := readSampleAreas(t)
	for _, c := range []struct {
		area, country string
		want          bool
	}{
		{"EU", "GR", true}, {"EU", "CI", false}, {"GR", "GR", true}, {"GR", "EU", false}, {"EU", "EU", false},
		{"Europol", "Europol", false}, {"", "", false},
	} {
		if got := a.Contains(c.area, c.country); got != c.want {
			t.Errorf("Contains(%q, %q) = %v", c.area, c.country, got)
		}
	}
	if a.IsCountry("EU") || !a.IsCountry("GR") || a.IsCountry("Europol") {
		t.Error("EU is a group, GR a country, Europol neither")
	}
	if got := strings.Join(a.Members("EU"), " "); got != "GR BA" {
		t.Errorf("members of EU: %s", got)
	}
	if got := a.Members("Europol"); got != nil {
		t.Errorf("Europol has members: %v", got)
	}
	if got := a.Name("Rest of World", "fr"); got != "Rest of World" {
		t.Errorf("a publisher's words became %q", got)
	}
	if got := a.Name("GR", "fr"); got != "Grèce" {
		t.Errorf("GR in French is %q", got)
	}
	if got, _ := a.Lookup("griechenland"); got != "GR" {
		t.Errorf("the German name of Greece leads to %q", got)
	}
	if got := a.Name("GR", "ja"); got != "Greece" {
		t.Errorf("GR in a language that we lack is %q", got)
	}
}

func TestReadAreasErrors(t *testing.T) {
	for name, csv := range map[string]string{
		"other columns": "code,name\nFR,France\n",
		"empty":         "",
		"a code twice":  "code,alpha3,numeric,en,fr,de,aliases,members\nFR,FRA,250,France,France,Frankreich,,\nFR,XXX,1,Other,Autre,Sonstige,,\n",
		"a name twice":  "code,alpha3,numeric,en,fr,de,aliases,members\nFR,FRA,250,France,France,Frankreich,,\nDE,DEU,276,Germany,Allemagne,Deutschland,FRANCE,\n",
	} {
		if _, err := ReadAreas(strings.NewReader(csv)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
