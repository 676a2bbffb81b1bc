package assets

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"testing"

	"vitrine/reports"
)

func TestCodesAreComplete(t *testing.T) {
	schemas := map[string]int{}
	for _, c := range Codes().All() {
		for _, lang := range Languages() {
			if c.Names[lang] == "" {
				t.Errorf("%s lacks a name in %s", c.Code, lang)
			}
		}
		schemas[c.Schemas]++
		if (c.Successor == "") != (c.Relation == "") {
			t.Errorf("%s has a successor without a relation, or the other way round", c.Code)
		}
	}
	for code, want := range map[string]string{
		"KEYWORD_DISINFORMATION":                         "KEYWORD_MISINFORMATION_DISINFORMATION",
		"STATEMENT_CATEGORY_UNSAFE_AND_ILLEGAL_PRODUCTS": "STATEMENT_CATEGORY_UNSAFE_AND_PROHIBITED_PRODUCTS",
		"STATEMENT_CATEGORY_NON_CONSENSUAL_BEHAVIOUR":    "STATEMENT_CATEGORY_NON_CONSENSUAL_BEHAVIOUR",
		"SPAM": "SPAM",
	} {
		if got, _ := Codes().Current(code); got != want {
			t.Errorf("%s goes by %s; want %s", code, got, want)
		}
	}
}

// TestCodesOfTheDatabase compares the codes with the database's own list,
// where it is there.
func TestCodesOfTheDatabase(t *testing.T) {
	f, err := os.Open(filepath.Join(publishedFiles(t), "dsa", "tdb_enums_v1_v2.csv"))
	if err != nil {
		t.Skip(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, row := range rows {
		if row[0] != "category" && row[0] != "category_specification" {
			continue
		}
		c, ok := Codes().Get(row[1])
		if !ok || c.Schemas != row[2] || c.Parent != row[6] {
			t.Errorf("%s: schemas %q, parent %q; want %q, %q", row[1], c.Schemas, c.Parent, row[2], row[6])
		}
		found++
	}
	if found != 20+79 {
		t.Errorf("%d codes in the database's list", found)
	}
}

func TestCrosswalk(t *testing.T) {
	for _, c := range []struct{ publisher, category, subcategory, code, relation string }{
		{"Telegram", "terrorism", "", "KEYWORD_TERRORIST_CONTENT", reports.Exact},
		{"Telegram", "child abuse", "", "KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL", reports.Exact},
		{"Telegram", "Fraud, scam, extortion", "", "STATEMENT_CATEGORY_SCAMS_AND_FRAUD", reports.Broader},
		{"Telegram", "Spam", "", "SPAM", reports.Exact},
		{"Telegram", "Other", "", "", ""},
		{"Google", "Defamation", "", "KEYWORD_DEFAMATION", reports.Exact},
		{"Google", "Reason Unspecified", "", "", ""},
		{"Meta", "Bullying & Harrassment", "", "KEYWORD_CYBER_BULLYING_INTIMIDATION", reports.Exact},
		{"Meta", "Fake Accounts", "", "KEYWORD_INAUTHENTIC_ACCOUNTS", reports.Exact},
		{"TikTok", "Sensitive and Mature Themes", "Animal Abuse", "KEYWORD_ANIMAL_HARM", reports.Exact},
		{"Snap", "Weapons", "", "WEAPONS", reports.Exact},
		{"Discord", "Self-Harm Concerns", "", "STATEMENT_CATEGORY_SELF_HARM", reports.Exact},
		{"Microsoft", "TVEC", "", "KEYWORD_TERRORIST_CONTENT", reports.Broader},
	} {
		code, relation, _ := Crosswalk().Lookup(c.publisher, c.category, c.subcategory)
		if code != c.code || relation != c.relation {
			t.Errorf("%s, %s: %s, %s; want %s, %s", c.publisher, c.category, code, relation, c.code, c.relation)
		}
	}
}

func TestFilesThatComeAlong(t *testing.T) {
	if _, err := Starter().Open("README.md"); err != nil {
		t.Error(err)
	}
	for name, content := range map[string][]byte{"icon": Icon(), "icon as PNG": IconPNG(), "font": Font(), "bold font": BoldFont()} {
		if len(content) < 500 {
			t.Errorf("%s has %d bytes", name, len(content))
		}
	}
}
