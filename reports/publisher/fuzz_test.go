package publisher

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// Each publisher's readers have a fuzz test of their own: its samples lead to
// them, and those of another publisher do not.

func FuzzReadTelegram(f *testing.F)      { fuzzReaders(f, "telegram") }
func FuzzReadGoogle(f *testing.F)        { fuzzReaders(f, "google") }
func FuzzReadMeta(f *testing.F)          { fuzzReaders(f, "meta") }
func FuzzReadTikTok(f *testing.F)        { fuzzReaders(f, "tiktok") }
func FuzzReadX(f *testing.F)             { fuzzReaders(f, "x_") }
func FuzzReadSnap(f *testing.F)          { fuzzReaders(f, "snap") }
func FuzzReadDiscord(f *testing.F)       { fuzzReaders(f, "discord") }
func FuzzReadGitHub(f *testing.F)        { fuzzReaders(f, "github") }
func FuzzReadApple(f *testing.F)         { fuzzReaders(f, "apple") }
func FuzzReadMicrosoft(f *testing.F)     { fuzzReaders(f, "microsoft") }
func FuzzReadWikimedia(f *testing.F)     { fuzzReaders(f, "wikimedia") }
func FuzzReadDSAReport(f *testing.F)     { fuzzReaders(f, "dsa_report", "dsa_own", "dsa_template") }
func FuzzReadDSAAggregates(f *testing.F) { fuzzReaders(f, "dsa_aggregates", "dsa_tdb") }
func FuzzReadVitrine(f *testing.F)       { fuzzReaders(f, "vitrine") }

// fuzzReaders reads what hardly is an export: no reader panics, and what it
// reads makes sense. Seeds are the exports whose names begin with one of the
// prefixes.
func fuzzReaders(f *testing.F, prefixes ...string) {
	for _, path := range samples(f) {
		if info, err := os.Stat(path); err == nil && !info.IsDir() && hasPrefix(filepath.Base(path), prefixes) {
			addSample(f, path)
		}
	}
	for name, text := range smallExports {
		if hasPrefix(name, prefixes) {
			f.Add([]byte(text))
		}
	}
	half := Options{Period: reports.EveryHalf.Around(reports.DayOf(2023, 7, 1))}
	f.Fuzz(func(t *testing.T, text []byte) {
		book, err := sheet.Open(context.Background(), "export", bytes.NewReader(text), int64(len(text)))
		if err != nil {
			return
		}
		r, err := ReadWith(context.Background(), book, "export", half)
		if err != nil {
			if strings.Contains(err.Error(), "tell the makers") {
				t.Error(err)
			}
			return
		}
		sensible(t, r)
	})
}

func hasPrefix(name string, prefixes []string) bool {
	return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(name, p) })
}

// addSample adds a sample as a seed, and each table of a workbook or archive
// as a CSV too: changes of packed bytes hardly ever reach a reader.
func addSample(f *testing.F, path string) {
	text, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text)
	if !slices.Contains([]string{".xlsx", ".xls", ".ods", ".zip"}, filepath.Ext(path)) {
		return
	}
	for _, file := range open(f, path).Files {
		for _, table := range file.Tables {
			f.Add(asCSV(f, table))
		}
	}
}

// asCSV writes the texts of a table as a CSV file.
func asCSV(f *testing.F, table *sheet.Table) []byte {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	for row, err := range table.Rows() {
		if err != nil {
			f.Fatal(err)
		}
		texts := make([]string, len(row.Cells))
		for i, cell := range row.Cells {
			texts[i] = cell.Text
		}
		if err := w.Write(texts); err != nil {
			f.Fatal(err)
		}
	}
	w.Flush()
	return out.Bytes()
}

// smallExports are the shortest exports: most changes of them are still read.
var smallExports = map[string]string{
	"x_2017.csv":           "from July - December 2017\n,,Total Number of Requests,Accounts / Users Specified in Requests,,Disclosure of Content,,Rejected,\nTOTAL,,5,6,,20%,1,80%,4\nFrance,,5,-,,20%,1,80%,4,,7\n",
	"microsoft_safety.csv": "July - December 2023,,CSEAI - Bing,\n,,Content Actioned,Content Detected Proactively\n,,\"1,348*\",99.2%\nNote: The total NCMEC CyberTip Reports for this period is 60.\n* Restated\n",
	"wikimedia_sums.csv":   "Content Requests\nCountry,Total Content Requests,Takedown/Alteration,DMCA,RTBF Complied,Country,Total User Data Requests,Court Orders,Civil Subpoenas Complied,Total Usernames Actually Affected\nSpan,3,2,1,0,USA,1,1,0,0\nTotal,3,2,1,0,Total,1,1,0,\n",
	"vitrine.csv":          "publisher,table,measure,period_start,period_end,area,value,low,high,status,breakdown,complete,absent\nA,b,c,2024-01-01,2024-01-31,FR,1,,,normal,area,area,below 10\nA,b,c,2024-01-01,2024-01-31,FR,,0,9,withheld,area,area,none\n",
	"telegram_safety.html": `<div id="chart_a_banned_wrap" class="chart_wrap"></div><i class="tl_dashboard_counter_value">3</i><i class="tl_dashboard_counter_desc">in 2024</i>` +
		`<table><tr><td>x<td>Jan 2024<tr><td>A<td>1*<tr><td><b>B<td>1</table><script>r('chart_a_banned_wrap',{"columns":[["x",1704067200000,1704153600000],["y",1,2]],"names":{"y":"total"}})</script>`,
	"telegram_chat.json":        `{"name":"ISIS Watch","type":"public_channel","id":1,"messages":[{"id":1,"type":"message","date":"2026-01-28T10:00:00","text":"5 terrorist bots and channels banned on January, 27. Total this month: 9"}]}`,
	"telegram_disclosures.json": `{"FRA":[{"from":"20240101","to":"20240331","requests":4,"users":17}]}`,
	"meta_standards.csv":        "app,policy_area,metric,period,value\nFacebook,SSI,Content Restored with appeal,2024Q1,\"1,000\"\nFacebook,Fake Accounts,Prevalence,2024Q1,4%-5%\n",
	"meta_restrictions.csv":     "ISO Code,Country,Facebook Post,Instagram Account,Instagram Account: Global GB externally imposed,Instagram Account: Global GB applied to others,total\nFR,France,5,1,2,0,8\nDE,Germany,N/A,1,1,1,3\n",
	"tiktok_guidelines.csv": "Metric,Period type,Period,Policy type,Issue,Task type,Task,Location,Market,Result\nCategory share,Quarterly,Apr-Jun 2024,Sub-policy,Misinformation,task_type,Human moderation,Market,Germany,0.80\n" +
		"Comments removed,Quarterly,Apr-Jun 2024,{{a}},{{Other}},All,All,Language,Arabic,5.0\n",
	"tiktok_guidelines_map.csv": "Date,Videos removed by automation,Violent extremism\n9/30/2021,5,0.1\n",
	"tiktok_requests.csv":       "aspect,metric_name,period,period_value,location,location_value,result\nGRFCR,Removal rate,half-year,Jul-Dec 2025,country_name,France,0.875\n",
	"tiktok_requests.html":      "<table><tr><td>Date<td>Total Government Requests<tr><td>2022-06-30<td>3</table><table><tr><td>Country<td>Total requests received<tr><td>FR<td>3</table>",
	"dsa_report_orders.csv": "Applicability,Service,Reporting period,Category of illegal content,\"Description of the sub-category \"\"Other\"\"\",Scope,Number of orders to act against illegal content received,Median time to give effect to the order to act against illegal content\n" +
		"All,A,2025-07-01/2025-12-31,TOTAL,,AT,\"1,000\",2 days\nAll,A,,STATEMENT_CATEGORY_VIOLENCE,,EL,1.5M,\nAll,A,,KEYWORD_OTHER,b,EL,> 5,1:30\nAll,A,,KEYWORD_OTHER,c,EL,1.000.000,\n",
	"dsa_report_accuracy.csv": "Applicability,Service,Reporting period,Section,Indicator,Scope,Value,Contextual Information\nAll,A,2025,,Accuracy of the automated means - Recall,sv,0.97,\n" +
		"All,A,2025,,Complaint regarding a decision to suspend or terminate an account,Median time,24,b\n",
	"meta_requests.csv": "Country,Total Requests,Total Requests Accounts,Total Requests Percentage,NSLs\nUnited States,\"11,000 - 12,000\",5,79%,0 - 499\n,,,,\n",
}

// sensible asserts what holds for every reading.
func sensible(t *testing.T, r reports.Reading) {
	declared, identities := map[blockKey]bool{}, map[reports.Identity]bool{}
	for _, b := range r.Blocks {
		declared[blockKey{b.Publisher, b.Table, b.Measure, b.Breakdown}] = true
	}
	for _, f := range r.Figures {
		switch {
		case f.Publisher == "" || f.Table == "" || f.Measure == "":
			t.Errorf("%s: a figure of %q, %q, %q", f.Origin, f.Publisher, f.Table, f.Measure)
		case f.Period.Days() <= 0:
			t.Errorf("%s: the period is %v", f.Origin, f.Period)
		case math.IsInf(f.Value, 0) || f.HasRange && !(f.Low <= f.High):
			t.Errorf("%s: the value is %v, from %v to %v", f.Origin, f.Value, f.Low, f.High)
		case !f.Split.Stated().Contains(f.Breakdown):
			t.Errorf("%s: no value of %s", f.Origin, f.Breakdown.Without(f.Split.Stated()))
		case !declared[blockKey{f.Publisher, f.Table, f.Measure, f.Breakdown}]:
			t.Errorf("%s: its block is not declared", f.Origin)
		case identities[f.Identity()]:
			t.Errorf("%s: its identity stands twice", f.Origin)
		}
		identities[f.Identity()] = true
	}
	if len(r.Problems) > maxProblems+len(r.Blocks)+2 {
		t.Errorf("%d problems", len(r.Problems))
	}
}

// largeCSV is about 4 MB of Vitrine's own form, of 31,000 rows.
func largeCSV() string {
	var w strings.Builder
	w.WriteString("publisher,table,measure,unit,period_start,period_end,service,area,category,subcategory,code,trigger,detection,decision,ground,action,facet,value,low,high,status,basis,source,sheet,row,column,breakdown,complete\r\n")
	for i := range 31000 {
		day := reports.DayOf(2016, 1, 1) + reports.Day(i/31)
		fmt.Fprintf(&w, "Example,\"videos removed, by category\",videos removed,videos,%s,%s,,,Integrity & Authenticity %d,,,,,,,,,%d,,,normal,published,,,,,category,category\r\n", day, day, i%31, i*37)
	}
	return w.String()
}

func BenchmarkReadCSV(b *testing.B) {
	text := largeCSV()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		r, err := readText(b, "large.csv", text)
		if err != nil || len(r.Figures) != 31000 {
			b.Fatalf("%d figures, %v", len(r.Figures), err)
		}
	}
}

func BenchmarkReadSafetyPage(b *testing.B) {
	text, err := os.ReadFile("testdata/telegram_safety.html")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := readText(b, "page.html", string(text)); err != nil {
			b.Fatal(err)
		}
	}
}
