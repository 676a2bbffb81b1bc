package reports

import (
	"strings"
	"testing"
)

const sampleCodes = `code,parent,schemas,en,fr,de,successor,relation
STATEMENT_CATEGORY_RISK,,v1+v2,Risk for public security,Risque pour la sécurité publique,Gefahr für die öffentliche Sicherheit,,
KEYWORD_TERRORIST_CONTENT,STATEMENT_CATEGORY_RISK,v1+v2,Terrorist content,Contenus terroristes,Terroristische Inhalte,,
STATEMENT_CATEGORY_VIOLENCE,,v1+v2,Violence,Violence,Gewalt,,
STATEMENT_CATEGORY_CIVIC,,v1+v2,Civic discourse,Discours civique,Gesellschaftliche Debatte,,
KEYWORD_MISDIS,STATEMENT_CATEGORY_CIVIC,v2,Disinformation,Désinformation,Desinformation,,
KEYWORD_DISINFORMATION,,v1,Disinformation,Désinformation,Desinformation,KEYWORD_MISDIS,narrower
KEYWORD_OTHER,,v1+v2,Other,Autre,Sonstiges,,
SPAM,,,Spam,Spam,Spam,,
`

const sampleCrosswalk = `publisher,category,subcategory,code,relation
Telegram,terrorism,,KEYWORD_TERRORIST_CONTENT,exact
Meta,Dangerous Orgs: Organized Hate,,STATEMENT_CATEGORY_RISK,narrower
TikTok,Integrity & Authenticity,Fake Engagement,SPAM,broader
TikTok,Violent extremism,,KEYWORD_TERRORIST_CONTENT,broader
`

func readSampleCrosswalk(t *testing.T) (*Codes, *Crosswalk) {
	t.Helper()
	codes, err := ReadCodes(strings.NewReader(sampleCodes))
	if err != nil {
		t.Fatal(err)
	}
	x, err := ReadCrosswalk(strings.NewReader(sampleCrosswalk), codes)
	if err != nil {
		t.Fatal(err)
	}
	return codes, x
}

func TestCodesLookup(t *testing.T) {
	codes, _ := readSampleCrosswalk(t)
	for text, want := range map[string]string{
		"KEYWORD_TERRORIST_CONTENT": "KEYWORD_TERRORIST_CONTENT", "terrorist content": "KEYWORD_TERRORIST_CONTENT",
		"terrorist_content": "KEYWORD_TERRORIST_CONTENT", "Contenus terroristes": "KEYWORD_TERRORIST_CONTENT", "terroristische Inhalte": "KEYWORD_TERRORIST_CONTENT",
		"spam": "SPAM", "Disinformation": "KEYWORD_MISDIS", // the newer schema's, of two of one name
		"KEYWORD_DISINFORMATION": "KEYWORD_DISINFORMATION", "terror": "", "": "",
	} {
		if got, ok := codes.Lookup(text); got != want || ok != (want != "") {
			t.Errorf("Lookup(%q) = %q, %v; want %q", text, got, ok, want)
		}
	}
	if got := codes.Children("STATEMENT_CATEGORY_RISK"); len(got) != 1 || got[0] != "KEYWORD_TERRORIST_CONTENT" {
		t.Errorf("children: %v", got)
	}
	if got := codes.Name("my own words", "fr"); got != "my own words" {
		t.Errorf("what is no code became %q", got)
	}
}

func TestCrosswalkLookup(t *testing.T) {
	_, x := readSampleCrosswalk(t)
	for _, c := range []struct{ publisher, category, subcategory, code, relation string }{
		{"Telegram", "terrorism", "", "KEYWORD_TERRORIST_CONTENT", Exact},
		{"telegram", "Terrorism", "", "KEYWORD_TERRORIST_CONTENT", Exact},
		{"Meta", "Dangerous Orgs: Organized Hate", "", "STATEMENT_CATEGORY_RISK", Narrower},
		{"Telegram", "terrorism", "propaganda", "KEYWORD_TERRORIST_CONTENT", Narrower}, // a part of the category
		{"TikTok", "Violent extremism", "leaders", "", ""},                             // a part of a broader one may lie outside the code
		{"TikTok", "Integrity & Authenticity", "Fake Engagement", "SPAM", Broader},
		{"TikTok", "Integrity and Authenticity", "Fake Engagement", "SPAM", Broader}, // renamed with "and"
		{"TikTok", "Integrity & Authenticity", "", "", ""},
		{"Google", "Business Complaints", "", "", ""},
		// the DSA database's categories are codes
		{"European Commission", "STATEMENT_CATEGORY_RISK", "", "STATEMENT_CATEGORY_RISK", Exact},
		{"European Commission", "STATEMENT_CATEGORY_RISK", "KEYWORD_TERRORIST_CONTENT", "KEYWORD_TERRORIST_CONTENT", Exact},
		{"European Commission", "STATEMENT_CATEGORY_RISK", "KEYWORD_OTHER", "STATEMENT_CATEGORY_RISK", Narrower},
		{"European Commission", "", "KEYWORD_DISINFORMATION", "KEYWORD_MISDIS", Narrower}, // renamed in 2025
	} {
		code, relation, ok := x.Lookup(c.publisher, c.category, c.subcategory)
		if code != c.code || relation != c.relation || ok != (c.code != "") {
			t.Errorf("%s, %s, %s: %s, %s, %v; want %s, %s", c.publisher, c.category, c.subcategory, code, relation, ok, c.code, c.relation)
		}
	}
}

func TestReadCrosswalkErrors(t *testing.T) {
	codes, _ := readSampleCrosswalk(t)
	for name, line := range map[string]string{
		"no such code":     "X,a,,NO_CODE,exact",
		"no such relation": "X,a,,SPAM,similar",
		"twice":            "X,a b,,SPAM,exact\nX,A-B,,SPAM,exact",
	} {
		if _, err := ReadCrosswalk(strings.NewReader("publisher,category,subcategory,code,relation\n"+line+"\n"), codes); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := ReadCodes(strings.NewReader("code,parent,schemas,en,fr,de,successor,relation\nA,B,,a,a,a,,\n")); err == nil {
		t.Error("a parent that is no code: no error")
	}
}
