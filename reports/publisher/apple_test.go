package publisher

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vitrine/reports"
)

// The numbers were read in Apple's files by eye.
func TestPublishedApple(t *testing.T) {
	for _, c := range []struct {
		file    string
		figures int
		want    map[string]float64
	}{
		{"app_takedown_legal_violation_requests.csv", 336, map[string]float64{
			"apps removed 2020-H2 area=CN (ground=law)": 90, "removal requests received 2018-H2 area=RU (ground=law)": 10,
			"apps reinstated 2020-H1 area=TW (ground=law)": 1, "items named in requests 2019-H1 area=AE (ground=law)": 275,
		}},
		{"account_requests.csv", 3936, map[string]float64{
			"information requests received 2013-H1 area=US": 927, "demands answered with content 2013-H1 area=US": 71,
			"share of demands answered with data 2013-H1 area=US": 72, "demands answered without content 2020-H2 area=GB": 553,
			"information requests challenged 2020-H2 area=DE": 86,
		}},
		{"account_preservation_requests.csv", 597, map[string]float64{
			"preservation demands received 2016-H2 area=US": 741, "accounts preserved 2020-H2 area=US": 6717,
			"accounts named in preservation demands 2018-H2 area=CA": 66,
		}},
	} {
		book := open(t, shared(t, "apple/"+c.file))
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

func TestPublishedAppleRanges(t *testing.T) {
	book := open(t, shared(t, "apple/us_national_security_requests.csv"))
	r, err := Read(context.Background(), book, book.Name)
	if err != nil || len(r.Figures) != 56 || len(r.Problems) > 0 {
		t.Fatalf("%d figures, problems %v, %v", len(r.Figures), r.Problems, err)
	}
	stated := told(r.Figures)
	for what, want := range map[string][2]float64{
		"accounts named in information requests 2020-H2 (area=US) ground=FISA Content": {24000, 24499},
		"national security demands received 2018-H1 (area=US) ground=NSLs":             {3, 499},
		"national security demands received 2017-H1 (area=US)":                         {13254, 13499},
	} {
		if f := stated[what]; f.Low != want[0] || f.High != want[1] || f.Known() {
			t.Errorf("%s: %v to %v, want %v", what, f.Low, f.High, want)
		}
	}
}

// The percentages of the published file are those of its own numbers, within
// the bounds of their rounding.
func TestPublishedAppleShares(t *testing.T) {
	book := open(t, shared(t, "apple/account_requests.csv"))
	r, err := Read(context.Background(), book, book.Name)
	if err != nil {
		t.Fatal(err)
	}
	stated, checked := told(r.Figures), 0
	for _, f := range r.Figures {
		if f.Measure != appleShare {
			continue
		}
		of := func(m string) float64 { return stated[m+" "+f.Period.String()+" area="+f.Area].Value }
		asked := of(string(appleAsked))
		share := 100 * (of("demands answered with content") + of("demands answered without content")) / asked
		if asked > 0 && (share < f.Low-1e-9 || share > f.High+1e-9) {
			t.Errorf("%s, %s: %v is not between %v and %v", f.Area, f.Period, share, f.Low, f.High)
		}
		checked++
	}
	if checked != 656 {
		t.Errorf("%d shares, want 656", checked)
	}
}

// The zip, as a Mac packs it, is all of its tables.
func TestAppleZip(t *testing.T) {
	texts, names := map[string]string{}, []string{}
	paths, err := filepath.Glob("testdata/apple_*.csv")
	if err != nil {
		t.Fatal(err)
	}
	figures := 0
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		r, err := readText(t, path, string(text))
		if err != nil {
			t.Fatal(err)
		}
		figures += len(r.Figures)
		name := strings.TrimPrefix(path, "testdata/apple_")
		names = append(names, "apple/"+name, "__MACOSX/apple/._"+name)
		texts["apple/"+name], texts["__MACOSX/apple/._"+name] = string(text), "\x00\x05\x16\x07"
	}
	r, err := readText(t, "Apple_Transparency_Report.zip", zipped(t, names, texts))
	if err != nil {
		t.Fatal(err)
	}
	tables := map[string]bool{}
	for _, f := range r.Figures {
		tables[f.Table] = true
	}
	if len(r.Figures) != figures || len(tables) != 12 {
		t.Errorf("%d figures of %d tables, want %d of 12", len(r.Figures), len(tables), figures)
	}
}

func TestApplePeriods(t *testing.T) {
	const header = "TR Period,TR Start Date,TR End Date,Country/Region,Device Requests Received,Devices Specified in Requests\n"
	for row, problem := range map[string]string{
		"2018 H2,7/1/18,12/31/18,France,1,2": "",
		"2018 H2,1/7/18,31/12/18,France,1,2": "", // saved by a spreadsheet program in Europe
		"2018 H2,2018-07-01,,France,1,2":     "",
		"2018 H2,1/1/18,12/31/18,France,1,2": `"1/1/18" is not the day on which 2018-H2 begins or ends`,
		"2018 H2,7/1/18,12/31/19,France,1,2": `"12/31/19" is not the day on which 2018-H2 begins or ends`,
		"2018,1/1/18,12/31/18,France,1,2":    `"2018" is not a half-year`,
		"last year,7/1/18,12/31/18,Peru,1,2": `"last year" is not a period`,
	} {
		r, err := readText(t, "a.csv", header+row+"\n")
		if err != nil {
			t.Fatal(err)
		}
		if problem == "" && (len(r.Figures) != 2 || len(r.Problems) > 0) {
			t.Errorf("%s: %d figures, problems %v", row, len(r.Figures), r.Problems)
		}
		if got := problemTexts(r); problem != "" && (len(got) != 1 || !strings.Contains(got[0], problem) || len(r.Figures) > 0) {
			t.Errorf("%s: %d figures, problems %q", row, len(r.Figures), got)
		}
	}
}

// Editions spell the kind of a demand otherwise.
func TestAppleKinds(t *testing.T) {
	for _, kind := range []string{"National Security Requests Type", "National Security Request Type"} {
		r, err := readText(t, "a.csv", "TR Period,Country/Region,"+kind+",Requests Received,Users/Accounts\n2021 H1,United States of America,NSLs,0 - 499, -\n")
		if err != nil || len(r.Figures) != 2 || len(r.Problems) > 0 || r.Figures[0].Ground != "NSLs" {
			t.Errorf("%s: %v, %v", kind, r, err)
			continue
		}
		if f := r.Figures[1]; f.Known() || f.HasRange || f.Status != reports.NotAvailable {
			t.Errorf("%s: \" -\" is %v", kind, f.Status)
		}
	}
}
