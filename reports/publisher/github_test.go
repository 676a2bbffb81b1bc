package publisher

import (
	"context"
	"os"
	"strings"
	"testing"

	"vitrine/reports"
)

// The numbers were read in GitHub's files by eye.
func TestPublishedGitHub(t *testing.T) {
	for _, c := range []struct {
		file    string
		figures int
		want    map[string]float64
	}{
		{"government_takedowns_received.csv", 17, map[string]float64{
			"removal requests received 2024 area=RU": 42, "removal requests received 2024 area=IN": 1, "removal requests received 2025 area=LK": 1,
		}},
		{"government_takedowns_received_by_calendar_year_half.csv", 8, map[string]float64{
			"removal requests received 2024-H1 area=RU": 17, "removal requests received 2024-H2 area=IN": 1, "removal requests received 2025-H1 area=RU": 70,
		}},
		{"government_takedowns_processed.csv", 88, map[string]float64{
			"removal requests processed 2021 area=RU ground=Local law":              17,
			"repositories restricted 2023 area=SG ground=Terms of service":          138,
			"pages restricted 2024 area=RU ground=Terms of service":                 72,
			"accounts with content restricted 2024 area=RU ground=Terms of service": 73,
		}},
		{"dmca_takedowns_by_month.csv", 900, map[string]float64{
			"projects taken down 2025-08 all": 12030, "copyright notices processed 2025-07 all": 295, "projects restored, net 2021-02 all": -1,
			"projects restored 2022-02 trigger=Counter Noticed": 58, "projects remaining offline 2021-02 all": 1075,
			"projects taken down again 2025-05 trigger=Counter Notice Retracted":                1,
			"retractions and counter-notices processed 2025-08 all":                             11,
			"retractions and counter-notices processed 2025-06 trigger=Reversed":                2,
			"retractions and counter-notices processed 2023-09 trigger=Counter Notice Reversed": 1,
		}},
		{"dmca_notices_and_projects_taken_down_by_calendar_year_half.csv", 44, map[string]float64{
			"projects taken down 2015-H1 all": 773, "copyright notices processed 2025-H2 all": 1354,
		}},
		{"requests_received_and_disclosed.csv", 52, map[string]float64{
			"information requests received 2025 ground=cross-border request":                92,
			"demands answered with data 2021 ground=criminal or government agency subpoena": 269,
			"information requests received 2021 ground=exigent circumstances":               6,
		}},
		{"trade_controls_compliance.csv", 92, map[string]float64{
			"appeals decided 2025 area=BY action=Approved": 17, "appeals decided 2020 area=IR action=Approved": 1120,
			"appeals decided 2024 area=Crimea action=Denied":                              87,
			"appeals decided 2025 area=(not stated) action=Not subject to trade controls": 195,
		}},
	} {
		book := open(t, shared(t, "github/"+c.file))
		r, err := Read(context.Background(), book, book.Name)
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Figures) != c.figures || len(r.Problems) > 0 {
			t.Errorf("%s: %d figures, want %d; problems %v", c.file, len(r.Figures), c.figures, r.Problems)
		}
		stated := told(r.Figures)
		for what, want := range c.want {
			if f, ok := stated[what]; !ok || f.Value != want {
				t.Errorf("%s: %s is %v, want %v", c.file, what, f.Value, want)
			}
		}
	}
}

func TestPublishedGitHubRanges(t *testing.T) {
	book := open(t, shared(t, "github/national_security_letters_and_orders.csv"))
	r, err := Read(context.Background(), book, book.Name)
	if err != nil || len(r.Figures) != 48 || len(r.Problems) > 0 {
		t.Fatalf("%d figures, problems %v, %v", len(r.Figures), r.Problems, err)
	}
	f := told(r.Figures)["national security demands received 2024-H2 all"]
	if f.Low != 750 || f.High != 999 || f.Known() || f.Status != reports.Withheld {
		t.Errorf("the second half of 2024 has %v to %v, %v", f.Low, f.High, f.Status)
	}
}

// Each file is known by what is in it.
func TestGitHubUnderNeutralNames(t *testing.T) {
	for _, file := range samples(t) {
		if !strings.HasPrefix(file, "testdata/github_") || strings.Contains(file, "circumvention") {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		named, _ := readText(t, file, string(text))
		r, err := readText(t, "export.txt", string(text))
		if err != nil || r.Format != gitHub.Name || len(r.Figures) != len(named.Figures) {
			t.Errorf("%s as export.txt: %d figures, %v", file, len(r.Figures), err)
		}
	}
	for _, text := range []string{
		"year,count\n2024,3\n2025,4\n",                        // could be anything
		"year,type,count\n2024,cats,3\n",                      // no kind that GitHub has
		"type,count\naccount hidden,3\n",                      // of no year
		"year,quarter,type,total\n2024,1,account hidden,3\n",  // no count
		"year,government,type,count\n2024,Russia,letters,3\n", // no outcome of an appeal
		"year,government,count\n2024,Russia,3\n",              // of what?
	} {
		if r, err := readText(t, "export.csv", text); err == nil {
			t.Errorf("%q is read as %s", text, r.Format)
		}
	}
}

const githubPackage = `{"created": "2026-07-20T10:00:00Z", "resources": [
	{"name": "circumvention_claims", "path": "data/claims.csv/circumvention_claims.csv",
	 "schema": {"fields": [{"name": "year"}, {"name": "count", "title": "Claims"}], "missingValues": [{"value": "-1", "label": "not counted"}]}},
	{"name": "dmca_notices_and_projects_taken_down_by_month", "path": "data/months.csv",
	 "schema": {"fields": [{"name": "Takedowns", "missingValues": ["0"]}]}},
	{"name": "eu_dsa_mau", "path": "data/eu_dsa_mau.csv"},
	{"name": "in several files", "path": ["a.csv", "b.csv"]}]}`

// The zip of the repository: what its description says counts, and the months
// tell which year is not over.
func TestGitHubZip(t *testing.T) {
	const root, claims, months = "transparency-main/", "transparency-main/data/claims.csv/circumvention_claims.csv", "transparency-main/data/months.csv"
	r, err := readText(t, "main.zip", zipped(t, []string{root + "README.md", root + "datapackage.json", claims, months}, map[string]string{
		root + "README.md": "# transparency", root + "datapackage.json": githubPackage,
		claims: "year,count\n2024,450\n2025,-1\n2026,490\n",
		months: "year,month,Takedown Notices Processed,Takedowns\n2026,5,20,0\n2026,6,0,31\n",
	}))
	if err != nil {
		t.Fatal(err)
	}
	stated := told(r.Figures)
	if len(stated) != 5 {
		t.Errorf("%d figures, want 5: neither the claims of 2025 nor the projects of May are numbers", len(stated))
	}
	if f := stated["circumvention claims processed 2024 all"]; f.Value != 450 || f.Note != "Claims" || f.Status != reports.Normal {
		t.Errorf("2024: %v, %q, %v", f.Value, f.Note, f.Status)
	}
	if f := stated["circumvention claims processed 2026 all"]; f.Status != reports.Provisional || f.Note != "up to 2026-06-30, the last day of the tables by month" {
		t.Errorf("2026: %v, %q", f.Status, f.Note)
	}
	if r.Published.String() != "2026-07-20" {
		t.Errorf("published %s", r.Published)
	}
	if got := problemTexts(r); len(got) != 1 || !strings.Contains(got[0], "data/eu_dsa_mau.csv is not there") {
		t.Errorf("problems: %q", got)
	}
}

func TestGitHubDescriptionAlone(t *testing.T) {
	_, err := readText(t, "datapackage.json", githubPackage)
	if err == nil || !strings.Contains(err.Error(), "open the CSV files beside it") {
		t.Errorf("the description alone: %v", err)
	}
	if r, err := readText(t, "datapackage.json", `{"resources": [{"name": "cats", "path": "cats.csv"}]}`); err == nil {
		t.Errorf("another package is read as %s", r.Format)
	}
}

// Earlier editions had no codes of governments, and GitHub alone as a service.
func TestGitHubEarlierEditions(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a.csv", "year,government,type,count\n2022,Syria,Approved,5\n", "appeals decided 2022 area=SY action=Approved"},
		{"cross_border_data_requests.csv", "year,government,count\n2022,Brazil,5\n", "information requests received 2022 area=BR"},
		{"a.csv", "year,government,count_received\n2022,Russia,5\n", "removal requests received 2022 area=RU"},
		{"a.csv", "year,government,count_received\n2022,Total,5\n", "removal requests received 2022 all"},
		{"a.csv", "year,month,average_mau\n2023,2,5\n", "monthly active recipients 2022-08-01/2023-01-31 service=github (area=EU)"},
	} {
		r, err := readText(t, c.name, c.text)
		if f, ok := told(r.Figures)[c.want]; !ok || f.Value != 5 || len(r.Problems) > 0 {
			t.Errorf("%q: want %s; %v, problems %v, %v", c.text, c.want, told(r.Figures), r.Problems, err)
		}
	}
}

// A column that GitHub adds is told of, and the rest is read.
func TestGitHubNewColumn(t *testing.T) {
	r, err := readText(t, "a.csv", "year,government,government_iso2_code,count_received,count_ignored\n2027,Russia,RU,3,2\n")
	if err != nil || len(r.Figures) != 1 {
		t.Fatalf("%d figures, %v", len(r.Figures), err)
	}
	if got := problemTexts(r); len(got) != 1 || !strings.Contains(got[0], "count_ignored") {
		t.Errorf("problems: %q", got)
	}
}
