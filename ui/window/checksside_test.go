package window

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vitrine/reports/library"
)

// audited opens a window on made-up exports of GitHub, whose tables do not
// agree, and checks them.
func audited(t *testing.T, language string) *page {
	t.Helper()
	return auditedOn(t, disagreeing(t), language)
}

// disagreeing is a library of made-up exports of GitHub.
func disagreeing(t *testing.T) *library.Library {
	t.Helper()
	l := must(library.Open(library.Memory))(t)
	t.Cleanup(func() { l.Close() })
	l.TakeWith(t.Context(), must(filepath.Glob("../../reports/publisher/testdata/github*.csv"))(t), library.TakeOptions{}, func(library.Progress) {})
	return l
}

func auditedOn(t *testing.T, l *library.Library, language string) *page {
	t.Helper()
	p := newPage(test.NewTempApp(t), Options{Language: language}, inline)
	p.window.Resize(fyne.NewSize(1280, 800))
	p.use(l)
	p.press(t, "check")
	return p
}

// findingList finds the list of findings.
func findingList(t *testing.T, p *page) *keyList {
	t.Helper()
	for _, f := range focusable(p.drawer.body) {
		if l, ok := f.(*keyList); ok {
			return l
		}
	}
	t.Fatalf("there is no list: %v", texts(p.drawer.body))
	return nil
}

func TestChecksListFindingsWithTheirCells(t *testing.T) {
	p := audited(t, "en")
	list := findingList(t, p)
	if len(p.checked.found) == 0 || list.Length() == 0 || p.middle.Visible() {
		t.Fatalf("the checks found %d", len(p.checked.found))
	}
	for i := 1; i < len(p.checked.found); i++ {
		if p.checked.found[i].Severity > p.checked.found[i-1].Severity {
			t.Error("a graver finding stands below")
		}
	}
	for i := range list.Length() {
		list.Select(i)
		for _, b := range buttons(p.drawer.body) {
			if !strings.Contains(b.Text, " · row ") {
				continue
			}
			test.Tap(b)
			if gridIn(p.drawer.body) == nil {
				t.Fatalf("%q does not lead to the file: %v", b.Text, texts(p.drawer.body))
			}
			p.escape()
			if findingList(t, p).Length() == 0 {
				t.Error("Esc does not lead back to the findings")
			}
			if said := texts(p.drawer.body); !slices.Contains(said, p.checked.found[i].Text.Say(p.words)) || !slices.ContainsFunc(buttons(p.drawer.body), func(o *button) bool { return o.Text == b.Text }) {
				t.Errorf("the finding that was left is not the one that is shown: %v", said)
			}
			return
		}
	}
	t.Error("no finding leads to a cell")
}

func TestFindingIsSetAsideAndPutBack(t *testing.T) {
	p := audited(t, "fr")
	list := findingList(t, p)
	before := list.Length()
	list.Select(0)
	press := func(text string) {
		t.Helper()
		for _, b := range buttons(p.drawer.body) {
			if b.Text == text {
				test.Tap(b)
				return
			}
		}
		t.Fatalf("there is no button %q: %v", text, texts(p.drawer.body))
	}
	press("Écarter")
	if list.Length() != before {
		t.Error("a finding is set aside without a reason")
	}
	for _, f := range focusable(p.drawer.body) {
		if e, ok := f.(*searchEntry); ok {
			test.Type(e, "connu")
		}
	}
	press("Écarter")
	if list.Length() != before-1 {
		t.Errorf("%d findings are left of %d", list.Length(), before)
	}
	kept := must(p.ledger.(auditable).Asides(t.Context()))(t)
	if len(kept) != 1 || kept[0].Note != "connu" {
		t.Errorf("the library keeps %v", kept)
	}
	press("Aussi les constats écartés")
	for i := range list.Length() {
		list.Select(i)
		if strings.Contains(strings.Join(texts(p.drawer.body), "\n"), "connu") {
			press("Rétablir")
			break
		}
	}
	if kept := must(p.ledger.(auditable).Asides(t.Context()))(t); len(kept) != 0 {
		t.Errorf("the library still keeps %v", kept)
	}
}

func TestLibraryThatCannotBeCheckedSaysSo(t *testing.T) {
	p := opened(t, telegram())
	p.press(t, "check")
	if p.status.text.Text != "This library cannot be checked" || p.drawer.object.Visible() {
		t.Errorf("the window says %q", p.status.text.Text)
	}
}

func TestNothingFoundIsSaid(t *testing.T) {
	p := audited(t, "en")
	p.checked.found = nil
	p.check("")
	p.checked = checked{sources: p.held.sources, done: true}
	p.closeSide()
	p.checkAll()
	if said := findingListText(p); !strings.Contains(said, "nothing found") {
		t.Errorf("an empty list says %q", said)
	}
}

func findingListText(p *page) string {
	var said string
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *fitted:
			said += o.Text + "\n"
		case *fyne.Container:
			for _, c := range o.Objects {
				walk(c)
			}
		}
	}
	walk(p.drawer.body)
	return said
}

// The search finds what the checks found, and shows it, also beside the panel
// of another finding.
func TestSearchFindsAFinding(t *testing.T) {
	p := audited(t, "en")
	for i, f := range p.checked.found {
		if i%2 == 0 {
			p.closeSide()
		}
		said := f.Text.Say(p.words)
		p.pick(t, "search", said)
		if p.history.now().side.kind != checksSide || !slices.Contains(texts(p.drawer.body), said) || p.checked.opened != f.ID {
			t.Errorf("%q does not lead to its finding: %v", said, texts(p.drawer.body))
		}
	}
}
