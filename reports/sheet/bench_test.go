package sheet

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// large returns a csv of 31,000 rows and 4 MB, as large exports are.
func large() string {
	var out strings.Builder
	out.WriteString("Period,Metric,Location,Issue,Task,Result,Note,Policy,Sub policy,Kind\n")
	for i := range 31_000 {
		fmt.Fprintf(&out, "2024Q2,Video removal rate before any views,Location %d,\"Sensitive, & Mature Themes\",Removal,%d.911,,Policy %d,Body Exposure and Sexualized,Rate\n", i%60, i, i%7)
	}
	return out.String()
}

func readAll(b *testing.B, name, text string) {
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		for _, file := range mustOpen(b, name, text).Files {
			for _, table := range file.Tables {
				for _, err := range table.Rows() {
					if err != nil {
						b.Fatal(err)
					}
				}
			}
		}
	}
}

func BenchmarkCSV(b *testing.B) { readAll(b, "large.csv", large()) }

func BenchmarkXLSX(b *testing.B) {
	readAll(b, "large.xlsx", excelWorkbook(b, func(f *excelize.File) {
		w, err := f.NewStreamWriter("Sheet1")
		if err != nil {
			b.Fatal(err)
		}
		for i := range 31_000 {
			if err := w.SetRow(fmt.Sprintf("A%d", i+1), []any{"2024Q2", "Video removal rate", i, float64(i) / 7, "Sensitive & Mature Themes", "Rate"}); err != nil {
				b.Fatal(err)
			}
		}
		if err := w.Flush(); err != nil {
			b.Fatal(err)
		}
	}))
}

func BenchmarkHTML(b *testing.B) {
	post := "     <div class=\"message default clearfix\" id=\"message12\">\n\n      <div class=\"body\">\n       <div class=\"pull_right date details\" title=\"14.08.2024 13:49:04 UTC+06:00\">\n13:49\n       </div>\n       <div class=\"text\">\n1312 terrorist bots and channels banned on August, 13.<br>Total this month: 16050<br><br>Report &apos;it&apos; to <a href=\"mailto:abuse@example.org\">abuse@example.org</a>.\n       </div>\n      </div>\n     </div>\n"
	readAll(b, "messages.html", "<!DOCTYPE html><html><body>"+strings.Repeat(post, 4000))
}

func BenchmarkJSON(b *testing.B) {
	message := "{\n   \"id\": 2,\n   \"type\": \"message\",\n   \"date\": \"2024-08-14T13:49:04\",\n   \"date_unixtime\": \"1723621744\",\n   \"from\": \"A channel\",\n   \"from_id\": \"channel1234567890\",\n   \"text\": [\n    \"1312 terrorist bots and channels banned on August, 13.\\nTotal this month: 16050\\n\\nReport to \",\n    {\n     \"type\": \"email\",\n     \"text\": \"abuse@example.org\"\n    },\n    \".\"\n   ]\n  },\n"
	readAll(b, "result.json", "{\"messages\": ["+strings.Repeat(message, 20_000)+"{}]}")
}
