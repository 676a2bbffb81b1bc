package publisher

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"vitrine/reports"
)

// told writes what figures state, by measure, period and split.
func told(figures []reports.Figure) map[string]reports.Figure {
	told := map[string]reports.Figure{}
	for _, f := range figures {
		told[fmt.Sprint(f.Measure, " ", f.Period, " ", describeSplit(f))] = f
	}
	return told
}

// The numbers stand in Meta's files, and in its texts about them.
func TestPublishedMeta(t *testing.T) {
	for _, c := range []struct {
		file    string
		figures int
		want    map[string]float64
	}{
		{"community-standards/meta-2024-q2.csv", 3809, map[string]float64{
			"content actioned 2024-Q2 service=Facebook category=Spam":                                           322300000,
			"content actioned 2017-Q4 service=Facebook category=Adult Nudity & Sexual Activity":                 20800000,
			"accounts actioned 2017-Q4 service=Facebook category=Fake Accounts":                                 694000000,
			"content restored 2020-Q2 service=Facebook category=Suicide and Self-Injury trigger=without appeal": 70,
			"upper limit of prevalence 2024-Q2 service=Instagram category=Regulated Goods: Drugs":               0.05,
			"share of fake accounts 2024-Q2 service=Facebook category=Fake Accounts":                            4,
		}},
		{"community-standards/CSER-2020_Q3.csv", 1303, map[string]float64{
			"content actioned 2020-Q3 service=Instagram category=Bullying & Harassment": 2600000,
			"proactive rate 2018-Q4 service=Facebook category=Bullying & Harassment":    20.7,
			"proactive rate 2020-Q3 service=Facebook category=Bullying & Harassment":    26.4,
		}},
		{"community-standards/EXCERPT__CSER-2026_Q2.csv", 28, map[string]float64{
			"upper bound of prevalence 2021-Q3 service=Instagram category=Hate Speech":                          0.02,
			"lower bound of enforcement precision 2025-Q3 service=Facebook":                                     90.17,
			"lower bound of false positives 2025-Q3 service=Facebook":                                           17600000,
			"content restored 2020-Q2 service=Facebook category=Suicide and Self-Injury trigger=without appeal": 70,
		}},
		{"content-restrictions/Content_Restrictions_2013_H2.csv", 13, map[string]float64{
			"content restricted by local law 2013-H2 area=IN": 4765,
		}},
		{"content-restrictions/Content_Restrictions_2018_H2.csv", 633, map[string]float64{
			"content restricted by local law 2018-H2 area=BR":                                             4026,
			"content restricted in one country 2018-H2 service=Facebook area=VN facet=content type: Post": 1553,
			"content restricted worldwide 2018-H2 service=Instagram facet=content type: Account":          0,
		}},
		{"content-restrictions/Content_Restrictions_2023_H2.csv", 2261, map[string]float64{
			"content restricted in one country 2023-H2 service=Facebook area=ID facet=content type: Post": 33429954,
			"content restricted by local law 2023-H2 area=AF":                                             39,
			"content restricted by local law 2023-H2 area=AT":                                             460,
			"content restricted worldwide 2023-H2 service=Instagram facet=content type: Media":            37,
			"content restricted worldwide 2023-H2 service=Instagram facet=content type: Account":          1,
		}},
		{"government-requests/PRPL-Facebook-Government-Report-2013_H1.csv", 284, map[string]float64{
			"information requests received 2013-H1 area=GB": 1975,
		}},
		{"government-requests/PRPL-Facebook-Government-Report-2018_H1.csv", 1669, map[string]float64{
			"information requests received 2018-H1 area=US":                                                                  42466,
			"information requests received 2018-H1 area=US ground=Legal Process Request":                                     39293,
			"information requests received 2018-H1 area=US ground=Legal Process Request facet=legal process: Search Warrant": 23801,
			"internet disruptions 2018-H1 area=IN":                                                                           40,
		}},
		{"government-requests/PRPL-Facebook-Government-Report-2019_H1.csv", 3532, nil},
		{"government-requests/PRPL-Facebook-Government-Report-2023_H2.csv", 3532, map[string]float64{
			"demands answered with data 2023-H2 area=US":          65201,
			"share of demands answered with data 2023-H2 area=US": 89,
		}},
	} {
		book := open(t, shared(t, "meta/"+c.file))
		r, err := Read(context.Background(), book, book.Name)
		if err != nil || len(r.Figures) != c.figures || len(r.Problems) > 0 {
			t.Errorf("%s: %d figures, want %d; %v, %v", c.file, len(r.Figures), c.figures, r.Problems, err)
			continue
		}
		got := told(r.Figures)
		for what, want := range c.want {
			if f, ok := got[what]; !ok || f.Value != want {
				t.Errorf("%s: %s: %v, want %v", c.file, what, f.Value, want)
			}
		}
	}
}

// The 37 media that were restricted worldwide are one figure, that leads to
// every country's row and names the country that ordered it.
func TestPublishedMetaWorldwide(t *testing.T) {
	book := open(t, shared(t, "meta/content-restrictions/Content_Restrictions_2023_H2.csv"))
	r, err := Read(context.Background(), book, book.Name)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, f := range r.Figures {
		if f.Measure == metaRestrictedWorldwide && f.Value == 37 {
			found++
			if len(f.Origin.More) != 250 || f.Note != "by order of Austria" || f.Area != "" {
				t.Errorf("%d further cells, %q, area %q", len(f.Origin.More), f.Note, f.Area)
			}
		}
	}
	if found != 1 {
		t.Errorf("%d figures, want 1", found)
	}
}

// The requests of all countries add up to the number that Meta says in the
// text of its report, and the kinds of requests to each country's total.
func TestPublishedMetaRequestsAddUp(t *testing.T) {
	book := open(t, shared(t, "meta/government-requests/PRPL-Facebook-Government-Report-2023_H2.csv"))
	r, err := Read(context.Background(), book, book.Name)
	if err != nil {
		t.Fatal(err)
	}
	sum := map[reports.Dims]float64{}
	for _, f := range r.Figures {
		if f.Measure == reports.InformationRequestsReceived {
			sum[f.Breakdown] += f.Value
		}
	}
	if area, ground := sum[reports.ByArea], sum[reports.ByArea|reports.ByGround]; area != 301553 || ground != area {
		t.Errorf("by area %v, by ground %v", area, ground)
	}
}

func TestMetaPeriodIsNowhere(t *testing.T) {
	csv := "Country,count\nIndia,\"4,765\"\n"
	if _, err := readText(t, "restrictions.csv", csv); !errors.Is(err, reports.ErrUnknownPeriod) {
		t.Errorf("%v", err)
	}
	if _, err := readText(t, "Content_Restrictions_2013.csv", csv); !errors.Is(err, reports.ErrUnknownPeriod) {
		t.Errorf("a year is taken for a half-year: %v", err)
	}
}

// A newer quarterly file lacks the upper limits of the quarters before: it
// replaces the other measures of these quarters and leaves them.
func TestMetaExtents(t *testing.T) {
	header := "app,policy_area,metric,period,value\nFacebook,Spam,Content Actioned,2024Q1,"
	older, err := readText(t, "a.csv", header+"\"1,000\"\nFacebook,Spam,UBP,2024Q1,0.05%\n")
	if err != nil {
		t.Fatal(err)
	}
	newer, err := readText(t, "b.csv", header+"\"1,100\"\n")
	if err != nil {
		t.Fatal(err)
	}
	if a, b := older.Figures[0].ExtentKey(), newer.Figures[0].ExtentKey(); a != b {
		t.Errorf("content actioned is kept beside its revision: %q, %q", a, b)
	}
	if a, b := older.Figures[1].ExtentKey(), newer.Figures[0].ExtentKey(); a == b {
		t.Errorf("the limit of prevalence goes with %q", a)
	}
}

func TestMetaPolicies(t *testing.T) {
	for text, want := range map[string]metaPolicy{
		"Bullying & Harrassment":                  {name: "Bullying & Harassment"},
		"SSI":                                     {name: "Suicide and Self-Injury"},
		"VIOLENCE & INCITEMENT":                   {name: "Violence and Incitement"},
		"Violent and Graphic Content":             {name: "Violent & Graphic Content"},
		"Hateful Conduct":                         {"Hate Speech", `called "Hateful Conduct" in this export`},
		"Restricted Goods & Services: Drugs":      {"Regulated Goods: Drugs", `called "Restricted Goods & Services: Drugs" in this export`},
		"Dangerous Orgs - Terrorism":              {name: "Dangerous Orgs: Terrorism"},
		"Cross-Policy Data":                       {},
		"Child Endangerment: Sexual Exploitation": {name: "Child Endangerment: Sexual Exploitation"},
		"Something New":                           {name: "Something New"},
	} {
		if got := metaPolicyOf(text); got != want {
			t.Errorf("%s: %+v, want %+v", text, got, want)
		}
	}
}

// Totals and repeated restrictions that contradict themselves are told.
func TestMetaRestrictionsDisagree(t *testing.T) {
	csv := "ISO Code,Country,Facebook Post,Instagram Account,Instagram Account: Global GB externally imposed,Instagram Account: Global GB applied to others,total\n" +
		"FR,France,5,1,2,0,8\nDE,Germany,5,1,1,0,8\n"
	r, err := readText(t, "Content_Restrictions_2021_H1.csv", csv)
	if err != nil {
		t.Fatal(err)
	}
	var problems []string
	for _, p := range r.Problems {
		problems = append(problems, p.Error())
	}
	text := strings.Join(problems, "\n")
	if len(problems) != 2 || !strings.Contains(text, "adds up to 7") || !strings.Contains(text, "kept as a range") {
		t.Errorf("%s", text)
	}
	f := told(r.Figures)["content restricted worldwide 2021-H1 service=Instagram facet=content type: Account"]
	if f.Known() || f.Low != 1 || f.High != 2 {
		t.Errorf("%v, from %v to %v", f.Value, f.Low, f.High)
	}
}

// A kind of content that is new is one problem, and not one more a row because
// the totals have it.
func TestMetaRestrictionsOfANewKind(t *testing.T) {
	csv := "ISO Code,Country,Facebook Post,Instagram Account,Threads Post,total\nFR,France,5,1,2,8\nDE,Germany,5,1,1,7\n"
	r, err := readText(t, "Content_Restrictions_2025_H1.csv", csv)
	if err != nil || len(r.Problems) != 1 || !strings.Contains(r.Problems[0].What, "Threads Post") {
		t.Errorf("%v, %v", r.Problems, err)
	}
}
