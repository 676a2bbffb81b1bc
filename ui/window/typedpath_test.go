package window

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/test"
)

func TestTypedPathIsOffered(t *testing.T) {
	p := opened(t, telegram())
	folder := filepath.Join(t.TempDir(), "Rapports d’été")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{folder, " " + folder + "/ ", `"` + folder + `"`} {
		p.press(t, "search")
		test.Type(p.chooser.entry, text)
		if got := p.chooser.shown; len(got) != 1 || got[0].Label != "Rapports d’été" {
			t.Errorf("%s: %q", text, labels(got))
		}
		p.chooser.close()
	}
	for _, text := range []string{folder + "/none.csv", "rapports", "~nobody-here/x"} {
		if path, ok := typedPath(text); ok {
			t.Errorf("%s: leads to %s", text, path)
		}
	}
}

func TestSearchFindsWhatIsWorkedOutAndSplits(t *testing.T) {
	p := opened(t, telegram())
	p.pick(t, "search", "index")
	if p.result.worked == "" {
		t.Error("an index is not shown")
	}
	p.press(t, "search")
	if !slices.Contains(labels(p.chooser.all), "In total") {
		t.Error("search offers no split:", labels(p.chooser.all))
	}
}

func TestDialogKeepsKeysFromTheWindow(t *testing.T) {
	p := opened(t, telegram())
	p.showDialog(dialog.NewFileSave(nil, p.window))
	p.press(t, "measure")
	if p.chooser != nil {
		t.Error("a menu stands above a dialog")
	}
	p.escape()
	p.press(t, "measure")
	if p.chooser == nil {
		t.Error("no menu after the dialog")
	}
}
