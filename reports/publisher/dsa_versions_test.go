package publisher

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// dsaAMAR is a part 10 that states a total.
func dsaAMAR(service, total string) string {
	return "Applicability,Service,Reporting period,Section,Indicator,Scope,Value\n" +
		"All," + service + ",2025-07-01/2025-12-31,AMAR,Number of average monthly active recipients during the reporting period,TOTAL," + total + "\n"
}

// dsaPublished is a part 1 that says when a report was published.
func dsaPublished(day string) string {
	return "Applicability,Service,Indicator,Value\nAll,A,Name of the service provider,A Ltd\nAll,A,Date of the publication of the report," + day + "\n"
}

// zippedTexts packs files, given as name and text by turns.
func zippedTexts(t testing.TB, files ...string) []byte {
	t.Helper()
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	for i := 0; i < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(w, files[i+1])
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return packed.Bytes()
}

func readZipped(t testing.TB, o Options, files ...string) reports.Reading {
	t.Helper()
	packed := zippedTexts(t, files...)
	book, err := sheet.Open(context.Background(), "a.zip", bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		t.Fatal(err)
	}
	r, err := ReadWith(context.Background(), book, "a.zip", o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// What a file of an archive corrects is a vintage of its own, and the newest
// is the archive's: by the names of files, by part 1, by their order.
func TestDSAVersions(t *testing.T) {
	one, two, three := dsaAMAR("A", "1"), dsaAMAR("A", "2"), dsaAMAR("A", "3")
	for name, c := range map[string]struct {
		files []string
		want  string // numbers, the newest first, with the days on which they were published
	}{
		"named":     {[]string{"10_AMAR.csv", one, "10_AMAR_version2.csv", two}, "2 2026-03-01, 1 2026-02-28"},
		"three":     {[]string{"10_AMAR_v3.csv", three, "10_AMAR.csv", one, "10_AMAR_v2.csv", two}, "3 2026-03-02, 1 2026-02-28, 2 2026-03-01"},
		"unnamed":   {[]string{"10_AMAR.csv", one, "10_AMAR (1).csv", two}, "2 2026-03-01, 1 2026-02-28"},
		"folders":   {[]string{"b/1_report_identification.csv", dsaPublished("2026-02-20"), "b/10_AMAR.csv", one, "a/1_report_identification.csv", dsaPublished("2026-04-20"), "a/10_AMAR.csv", two}, "2 2026-04-21, 2026-02-20, 1 2026-02-20"},
		"corrected": {[]string{"corrected/10_AMAR.csv", two, "10_AMAR.csv", one}, "2 2026-03-01, 1 2026-02-28"},
		"copies":    {[]string{"10_AMAR.csv", one, "copy/10_AMAR.csv", one}, "1 2026-02-28"},
		"services":  {[]string{"a/10_AMAR.csv", one, "b/10_AMAR.csv", dsaAMAR("B", "5")}, "1 5 2026-02-28"},
	} {
		r := readZipped(t, Options{}, c.files...)
		got := []string{dsaTold(r)}
		for _, e := range r.Earlier {
			got = append(got, dsaTold(e.Reading))
			if !slices.ContainsFunc(c.files, func(f string) bool { return "a.zip/"+f == e.File }) {
				t.Errorf("%s: %s is no file", name, e.File)
			}
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: %v, want %s", name, got, c.want)
		}
		for _, p := range r.Problems {
			if name != "copies" {
				t.Errorf("%s: %v", name, p)
			}
		}
	}
	r := readZipped(t, Options{Published: reports.DayOf(2026, 1, 2)}, "10_AMAR.csv", one, "10_AMAR_version2.csv", two)
	if got := dsaTold(r) + ", " + dsaTold(r.Earlier[0].Reading); got != "2 2026-01-02, 1 2026-01-01" {
		t.Errorf("with the day given: %s", got)
	}
}

func dsaTold(r reports.Reading) string {
	text := ""
	for _, f := range r.Figures {
		text += fmt.Sprint(f.Value, " ")
	}
	return text + r.Published.String()
}
