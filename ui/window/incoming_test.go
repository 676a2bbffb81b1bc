package window

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vitrine/reports/library"
)

// incomingStates lists how far each file is, as the list of what comes in says it.
func (p *page) incomingStates() []string {
	var list []string
	for _, f := range p.arriving.files {
		list = append(list, base(f.path)+": "+p.incomingState(f))
	}
	return list
}

func TestIncomingFilesAreListedWhileTheyComeIn(t *testing.T) {
	s := telegram()
	p := opened(t, s)
	var seen [][]string
	s.meanwhile = func(file int) {
		if file == 0 {
			p.press(t, "incoming")
		}
		seen = append(seen, p.incomingStates())
	}
	p.take([]string{"/x/chat.json", "/x/broken.csv"})
	want := [][]string{{"chat.json: reading 40 %", "broken.csv: waiting"}, {"chat.json: 2 figures", "broken.csv: reading 40 %"}}
	if len(seen) != 2 || !slices.Equal(seen[0], want[0]) || !slices.Equal(seen[1], want[1]) {
		t.Errorf("the list says %q, want %q", seen, want)
	}
	if got := p.incomingStates(); !slices.Equal(got, []string{"chat.json: 2 figures", "broken.csv: not loaded"}) {
		t.Errorf("at the end it says %q", got)
	}
	if !p.drawer.object.Visible() || !p.middle.Visible() {
		t.Error("the list does not stay beside the picture")
	}
	if got := p.incomingLine(p.arriving.files[0]); got != "2 new, 0 equal, 0 changed · Telegram, Channel" {
		t.Errorf("of the loaded one it says %q", got)
	}
}

func TestOneFileIsLeftOutAndTheOthersComeIn(t *testing.T) {
	s := telegram()
	p := opened(t, s)
	s.meanwhile = func(file int) {
		if file == 0 {
			p.press(t, "incoming")
			p.arriving.list.OnHighlighted(1)
			key(p.arriving.list, fyne.KeyDelete)
			if got := p.incomingStates()[1]; got != "a-chat.json: left out" {
				t.Errorf("the second file says %q", got)
			}
		}
	}
	p.take([]string{"/x/chat.json", "/x/a-chat.json", "/x/b-chat.json"})
	want := []string{"chat.json: 2 figures", "a-chat.json: cancelled", "b-chat.json: 2 figures"}
	if got := p.incomingStates(); !slices.Equal(got, want) {
		t.Errorf("came in %q, want %q", got, want)
	}
}

func TestWhatCameOfAFileCanBeCopied(t *testing.T) {
	p := opened(t, telegram())
	p.take([]string{"/x/broken.csv", "/x/chat.json"})
	list := buttons(p.panel.receipts)
	test.Tap(list[len(list)-1])
	p.arriving.list.OnHighlighted(0)
	p.arriving.list.TypedShortcut(&fyne.ShortcutCopy{})
	if got := p.app.Clipboard().Content(); !strings.Contains(got, "sheet 2 is cut off: download it again") {
		t.Errorf("the clipboard holds %q", got)
	}
}

func TestAllIsCancelledAtOnce(t *testing.T) {
	s := telegram()
	p := opened(t, s)
	s.meanwhile = func(file int) {
		if file == 1 {
			p.press(t, "cancelload")
		}
	}
	p.take([]string{"/x/chat.json", "/x/a-chat.json", "/x/b-chat.json"})
	p.press(t, "fr")
	p.press(t, "dark")
	p.press(t, "incoming")
	want := []string{"chat.json: 2 chiffres", "a-chat.json: annulé", "b-chat.json: annulé"}
	if got := p.incomingStates(); !slices.Equal(got, want) {
		t.Errorf("came in %q, want %q", got, want)
	}
	p.press(t, "cancelload")
	if got := p.status.text.Text; got != "Aucun chargement n’est en cours" {
		t.Errorf("a second cancel says %q", got)
	}
}

func TestFilesThatComeMeanwhileAreLoadedNext(t *testing.T) {
	s := telegram()
	p := opened(t, s)
	s.meanwhile = func(int) {
		s.meanwhile = nil
		p.take([]string{"/x/next-chat.json"})
	}
	p.take([]string{"/x/chat.json"})
	if !slices.Equal(s.taken, []string{"/x/chat.json", "/x/next-chat.json"}) {
		t.Errorf("loaded %v", s.taken)
	}
}

// TestTheListSaysWhyWhole: a file's row tells why it did not come in with all
// its words, below its name, which it says once.
func TestTheListSaysWhyWhole(t *testing.T) {
	p := opened(t, telegram())
	p.take([]string{"/x/broken.csv", "/x/chat.json"})
	p.press(t, "incoming")
	l := p.arriving.list
	l.Resize(fyne.NewSize(200, 400))
	row := newIncomingRow()
	l.fill(row, p.arriving.files[0])
	row.Resize(fyne.NewSize(200, row.MinSize().Height))
	said := row.(*fyne.Container).Objects[0].(*fyne.Container).Objects[1].(*paragraph)
	if got := strings.Join(said.rows, " "); got != "Sheet 2 is cut off: download it again" || len(said.rows) < 2 {
		t.Errorf("in %d lines it says %q", len(said.rows), got)
	}
	if need := row.MinSize().Height; l.heights[0].height != need {
		t.Errorf("the row is %v high and needs %v", l.heights[0].height, need)
	}
	if l.Resize(fyne.NewSize(600, 400)); l.heights[0].height >= row.MinSize().Height {
		t.Error("in a wide list the row stays as high")
	}
}

// TestAReasonNamesItsFileOnce: below its name a row says the rest, and of a file
// in an archive which one.
func TestAReasonNamesItsFileOnce(t *testing.T) {
	p := opened(t, telegram())
	page := library.Receipt{Path: "https://x.org/a", Err: errors.New("https://x.org/a: the server does not answer")}
	if got := p.reason(page); got != "The server does not answer" {
		t.Errorf("of a page it says %q", got)
	}
	for text, want := range map[string]string{
		"a.zip: the zip archive is cut or damaged": "The zip archive is cut or damaged",
		"a.zip › row 3: it is empty":               "Row 3: it is empty",
		"a.zip/b.csv: it is encrypted":             "b.csv: it is encrypted",
		"it is empty":                              "It is empty",
	} {
		if got := p.reason(library.Receipt{Path: "/x/a.zip", Err: errors.New(text)}); got != want {
			t.Errorf("of %q it says %q", text, got)
		}
	}
}
