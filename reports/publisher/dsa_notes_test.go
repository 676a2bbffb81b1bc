package publisher

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// dsaTexts is a part 11 that says one thing.
func dsaTexts(service, period, text string) string {
	return "Applicability,Service,Reporting period,Indicator,Value\n" +
		"All," + service + "," + period + ",Qualitative description of the automated means," + text + "\n" +
		"All," + service + "," + period + ",Safeguards applied to the use of automated means,Free text\n"
}

// dsaNamesOf is a part 2 that explains a category and one of its keywords.
const dsaNamesOf = "Category label,Category description,Category of illegal content / incompatible with the terms and conditions,Contextual information\n" +
	"TOTAL,All the entries,TOTAL,\n" +
	"Category 1,Animal welfare,STATEMENT_CATEGORY_ANIMAL_WELFARE,\"Fights, too.\"\n" +
	"Category 1a,Animal harm,KEYWORD_ANIMAL_HARM,Not by hunters.\n"

func dsaSays(r reports.Reading) []string {
	var list []string
	for _, n := range r.Notes {
		list = append(list, fmt.Sprintf("%s %s %s%s: %s", n.Service, n.Period, n.Category, n.Subcategory, n.Text))
	}
	return list
}

// A part with texts and no figures is kept: its texts are notes of the report.
func TestDSANotes(t *testing.T) {
	r, err := readText(t, "11_qualitative.csv", dsaTexts("A", "2025-07-01/2025-12-31", "A machine looks first."))
	if err != nil || len(r.Problems) != 0 || r.Publisher != "A" || r.Published != reports.DayOf(2026, 2, 28) {
		t.Errorf("%s, %s, %v, %v", r.Publisher, r.Published, r.Problems, err)
	}
	if got := dsaSays(r); !slices.Equal(got, []string{"A 2025-H2 : A machine looks first."}) {
		t.Errorf("%q", got)
	}
	if n := r.Notes[0]; n.Origin.Row != 2 || n.Origin.Column != 5 || !slices.Contains(n.Measures, dsaMeasuresAll) || n.Name != "Qualitative description of the automated means" {
		t.Errorf("%+v", n)
	}
	r, err = readText(t, "1_report_identification.csv", dsaPublished("2026-02-20")+"All,A,Starting date of reporting period,2025-07-01\nAll,A,Ending date of reporting period,2025-12-31\n")
	if err != nil || len(r.Problems) != 0 || r.Published != reports.DayOf(2026, 2, 20) {
		t.Errorf("%s, %v, %v", r.Published, r.Problems, err)
	}
	if got := dsaSays(r); !slices.Equal(got, []string{"A 2025-H2 : A Ltd", "A 2025-H2 : 2026-02-20"}) {
		t.Errorf("%q", got)
	}
}

// The names of categories do not say whose they are: another part of the
// report says it, that lies beside or is in the same archive. Alone they are
// refused, so that they can be opened again with it.
func TestDSACategoryNotes(t *testing.T) {
	if _, err := readText(t, "2_categories_names.csv", dsaNamesOf); err == nil || !strings.Contains(err.Error(), "whose report it is of") {
		t.Errorf("alone: %v", err)
	}
	want := []string{"A 2025-H2 STATEMENT_CATEGORY_ANIMAL_WELFARE: Fights, too.", "A 2025-H2 STATEMENT_CATEGORY_ANIMAL_WELFAREKEYWORD_ANIMAL_HARM: Not by hunters."}
	if got := dsaSays(readZipped(t, Options{}, "2_categories_names.csv", dsaNamesOf, "10_AMAR.csv", dsaAMAR("A", "5"))); !slices.Equal(got, want) {
		t.Errorf("in an archive: %q", got)
	}
	folder := map[string]string{"2_categories_names.csv": dsaNamesOf, "10_AMAR.csv": dsaAMAR("A", "5"), "Other 10_AMAR.csv": dsaAMAR("B", "6")}
	beside := func(alike func(string) bool) []*sheet.File {
		var files []*sheet.File
		for name, text := range folder {
			if alike(name) {
				files = append(files, openText(t, name, text).Files...)
			}
		}
		return files
	}
	r, err := ReadWith(context.Background(), openText(t, "2_categories_names.csv", dsaNamesOf), "2_categories_names.csv", Options{Beside: beside})
	if err != nil || !slices.Equal(dsaSays(r), want) || len(r.Figures) != 0 {
		t.Errorf("beside its report: %q, %v", dsaSays(r), err)
	}
	folder["10_AMAR_copy.csv"] = dsaAMAR("C", "7")
	if r, err := ReadWith(context.Background(), openText(t, "2_categories_names.csv", dsaNamesOf), "2_categories_names.csv", Options{Beside: beside}); err == nil {
		t.Errorf("beside two reports: %q", dsaSays(r))
	}
}

// When a report was published its part 1 says, also where it is a file of its
// own that lies beside.
func TestDSAPublishedBeside(t *testing.T) {
	identity := func(service string) string {
		return strings.ReplaceAll(dsaPublished("2026-02-20"), "All,A,", "All,"+service+",") + "All," + service + ",Starting date of reporting period,2025-07-01\nAll," + service + ",Ending date of reporting period,2025-12-31\n"
	}
	for service, want := range map[string]reports.Day{"A": reports.DayOf(2026, 2, 20), "B": reports.DayOf(2026, 2, 28)} {
		beside := func(alike func(string) bool) []*sheet.File {
			return append(openText(t, "7.csv", dsaTexts("A", "2025-07-01/2025-12-31", "x")).Files, openText(t, "1_report_identification.csv", identity(service)).Files...)
		}
		r, err := ReadWith(context.Background(), openText(t, "10_AMAR.csv", dsaAMAR("A", "5")), "10_AMAR.csv", Options{Beside: beside})
		if err != nil || r.Published != want || len(r.Figures) != 1 || len(r.Notes) != 0 || len(r.Problems) != 0 {
			t.Errorf("beside the identification of %s: published %s, %v, %v", service, r.Published, r.Problems, err)
		}
	}
}

func openText(t testing.TB, name, text string) *sheet.Book {
	t.Helper()
	book, err := sheet.Open(context.Background(), name, strings.NewReader(text), int64(len(text)))
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// Two half-years of a service in one folder share neither notes nor the day
// of publication.
func TestDSATwoPeriods(t *testing.T) {
	older, newer := "2025-07-01/2025-12-31", "2026-01-01/2026-06-30"
	identity := func(day, first, last string) string {
		return dsaPublished(day) + "All,A,Starting date of reporting period," + first + "\nAll,A,Ending date of reporting period," + last + "\n"
	}
	r := readZipped(t, Options{},
		"A H2 2025 - 1_report_identification.csv", identity("2026-02-20", "2025-07-01", "2025-12-31"),
		"A H2 2025 - 2_categories_names.csv", dsaNamesOf,
		"A H2 2025 - 10_AMAR.csv", dsaAMAR("A", "1"),
		"A H2 2025 - 11_qualitative.csv", dsaTexts("A", older, "By people."),
		"A H1 2026 - 1_report_identification.csv", identity("2026-08-28", "2026-01-01", "2026-06-30"),
		"A H1 2026 - 10_AMAR.csv", strings.ReplaceAll(dsaAMAR("A", "2"), older, newer),
		"A H1 2026 - 11_qualitative.csv", dsaTexts("A", newer, "By machines."),
	)
	if r.Published != reports.DayOf(2026, 8, 28) || len(r.Figures) != 1 || r.Figures[0].Value != 2 || len(r.Problems) != 0 {
		t.Errorf("published %s, %v, %v", r.Published, r.Figures, r.Problems)
	}
	if got := dsaSays(r); !slices.Equal(got, []string{"A 2026-H1 : A Ltd", "A 2026-H1 : 2026-08-28", "A 2026-H1 : By machines."}) {
		t.Errorf("%q", got)
	}
	var notes []string
	for _, e := range r.Earlier {
		if e.Reading.Published != reports.DayOf(2026, 2, 20) {
			t.Errorf("%s: published %s", e.File, e.Reading.Published)
		}
		notes = append(notes, dsaSays(e.Reading)...)
	}
	if want := []string{"A 2025-H2 : A Ltd", "A 2025-H2 : 2026-02-20", "A 2025-H2 STATEMENT_CATEGORY_ANIMAL_WELFARE: Fights, too.",
		"A 2025-H2 STATEMENT_CATEGORY_ANIMAL_WELFAREKEYWORD_ANIMAL_HARM: Not by hunters.", "A 2025-H2 : By people."}; !slices.Equal(notes, want) {
		t.Errorf("%q", notes)
	}
}

// Which of two reports the names of categories are of, nobody knows.
func TestDSAUnclear(t *testing.T) {
	r := readZipped(t, Options{}, "2_categories_names.csv", dsaNamesOf, "x 10_AMAR.csv", dsaAMAR("A", "5"), "y 10_AMAR.csv", dsaAMAR("B", "6"))
	if len(r.Notes) != 0 || len(r.Figures) != 2 || len(r.Problems) != 1 || !strings.Contains(r.Problems[0].What, "which of the reports") {
		t.Errorf("%v, %v", r.Notes, r.Problems)
	}
}

// Of a part that two sheets of one workbook state, the newer counts; every
// number that it corrects is told, with both places.
func TestDSAAmended(t *testing.T) {
	total := func(rows string) []*sheet.Table { return openText(t, "a.csv", dsaAMAR("A", rows)).Files[0].Tables }
	const more = "\nAll,A,2025-07-01/2025-12-31,AMAR,Number of average monthly active recipients during the reporting period,"
	old, corrected := total("7"+more+"AT,2"+more+"BE,3"), total("8"+more+"AT,2")
	old[0].Name, corrected[0].Name = "10_AMAR", "10_AMAR_v2"
	book := &sheet.Book{Name: "report.xlsx", Files: []*sheet.File{{Path: "report.xlsx", Kind: sheet.XLSX, Tables: append(old, corrected...)}}}
	r, err := Read(context.Background(), book, "report.xlsx")
	if err != nil || len(r.Figures) != 2 || r.Figures[0].Value != 8 || r.Figures[1].Value != 2 || len(r.Earlier) != 0 {
		t.Fatalf("%v, %v", r.Figures, err)
	}
	if more := r.Figures[1].Origin.More; len(more) != 1 || more[0].Sheet != "10_AMAR" || more[0].Text != "2" {
		t.Errorf("%+v", r.Figures[1].Origin)
	}
	var problems []string
	for _, p := range r.Problems {
		problems = append(problems, p.Error())
	}
	if want := []string{`report.xlsx › 10_AMAR › row 2 › column G: "7" was corrected to "8" in 10_AMAR_v2!G2: the older number does not count`,
		"report.xlsx › 10_AMAR › row 4 › column G: the corrected part no longer states this: it does not count"}; !slices.Equal(problems, want) {
		t.Errorf("%q", problems)
	}
}
