package window

import (
	"bufio"
	"fmt"
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vitrine/reports"
	"vitrine/reports/library"
)

// BenchmarkStart goes from nothing to a window with a picture and a table, on a
// library of 1,000,000 figures on disk: all that a start does but what the
// graphics driver does. The figure to reach, with it, is 1.5 s.
func BenchmarkStart(b *testing.B) {
	path := b.TempDir() + "/library.duckdb"
	fillMillion(b, path)
	for b.Loop() {
		l, err := library.Open(path)
		if err != nil {
			b.Fatal(err)
		}
		p := newPage(test.NewApp(), Options{Language: "en"}, inline)
		p.window.Resize(fyne.NewSize(1280, 800))
		p.use(l)
		if p.picture.chart == nil || p.table.count() == 0 {
			b.Fatalf("there is no picture, but %v", texts(p.centre.object))
		}
		if err := l.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// fillMillion makes a library of 60 months of 16,667 parts: 40 countries, 20
// categories and 21 subcategories; and of each category alone.
func fillMillion(b *testing.B, path string) {
	b.Helper()
	csv := b.TempDir() + "/million.csv"
	f, err := os.Create(csv)
	if err != nil {
		b.Fatal(err)
	}
	w := bufio.NewWriter(f)
	fmt.Fprintln(w, "publisher,table,measure,unit,period_start,period_end,area,category,subcategory,value,status")
	areas := []string{"AT", "AU", "BE", "BG", "BR", "CA", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU", "IE",
		"IN", "IT", "JP", "KR", "LT", "LU", "LV", "MT", "MX", "NL", "NO", "PL", "PT", "RO", "SE", "SG", "SI", "SK", "TR", "US"}
	for i := range 1_000_000 {
		month, part := i%60, i/60
		p := reports.EveryMonth.Around(reports.DayOf(2020, 1, 15) + reports.Day(float64(month)*30.4375))
		fmt.Fprintf(w, "Example,removals,content removed,items,%s,%s,%s,category %d,part %d,%d,normal\n",
			p.Start, p.Last(), areas[part%40], part/40%20, part/800, 100+i%5000)
	}
	for i := range 60 * 20 { // what is seen first is published as such
		p := reports.EveryMonth.Around(reports.DayOf(2020, 1, 15) + reports.Day(float64(i%60)*30.4375))
		fmt.Fprintf(w, "Example,removals,content removed,items,%s,%s,,category %d,,%d,normal\n", p.Start, p.Last(), i/60, 1000+i)
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	f.Close()
	l, err := library.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer l.Close()
	if r := l.TakeWith(b.Context(), []string{csv}, library.TakeOptions{}, func(library.Progress) {}); r[0].Err != nil || r[0].Source.Figures < 1_000_000 {
		b.Fatalf("%+v", r[0])
	}
}
