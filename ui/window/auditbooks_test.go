package window

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"vitrine/reports"
	"vitrine/reports/audit"
)

// textsOf lists the texts of all sheets of a workbook that a function writes.
func textsOf(t *testing.T, b *bytes.Buffer, err error) []string {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	book := must(excelize.OpenReader(b))(t)
	defer book.Close()
	var list []string
	for _, sheet := range book.GetSheetList() {
		for _, row := range must(book.GetRows(sheet))(t) {
			list = append(list, row...)
		}
	}
	return list
}

func TestFindingsAreWrittenWithTheirNotes(t *testing.T) {
	p := audited(t, "en")
	p.press(t, "checkall")
	if len(p.checked.found) == 0 {
		t.Fatal("nothing is found")
	}
	p.checked.found[0].Aside = &reports.Aside{ID: p.checked.found[0].ID, Note: "asked the publisher"}
	var b bytes.Buffer
	err := p.findingsBook("")(t.Context(), &b)
	said := textsOf(t, &b, err)
	for _, want := range []string{"asked the publisher", p.checked.found[0].ID, p.checked.found[0].Text.Say(p.words)} {
		if !slices.Contains(said, want) {
			t.Errorf("the workbook does not say %q", want)
		}
	}
}

func TestFindingsAboutAPublisherNameTheFilesThatWereChecked(t *testing.T) {
	all := []reports.Source{{ID: "a", Name: "google.zip", Publisher: "Google"}, {ID: "b", Name: "telegram.csv", Publisher: "Telegram"},
		{ID: "c", Name: "dump.zip", Publisher: "European Commission"}, {ID: "d", Name: "github.csv", Publisher: "GitHub"}}
	found := []audit.Finding{{Publisher: "Google", Cases: []audit.Case{{Sides: []audit.Side{{Publisher: "Google"}, {Publisher: "European Commission"}}}}}}
	for publisher, want := range map[string]string{"": "google.zip telegram.csv dump.zip github.csv", "Google": "google.zip dump.zip"} {
		var names []string
		for _, s := range checkedSources(publisher, found, all) {
			names = append(names, s.Name)
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("%q: the sources are %q, want %q", publisher, got, want)
		}
	}
}

func TestFindingsAreFoundToBeWritten(t *testing.T) {
	p := audited(t, "fr")
	p.checked = checked{}
	var b bytes.Buffer
	err := p.findingsBook("")(t.Context(), &b)
	if said := textsOf(t, &b, err); len(said) < 40 {
		t.Errorf("the workbook says %q", said)
	}
}

func TestRevisionsAreWritten(t *testing.T) {
	p := revisedWindow(t, "en")
	var b bytes.Buffer
	err := p.revisionsBook()(t.Context(), &b)
	said := strings.Join(textsOf(t, &b, err), "\n")
	for _, want := range []string{"86", "90", "first.csv", "second.csv"} {
		if !strings.Contains(said, want) {
			t.Errorf("the workbook does not say %q", want)
		}
	}
}
