package window

import (
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vitrine/reports/library"
)

const googleHeader = "Period Ending,Country/Region,CLDR Territory Code,Requestor,Number of Requests,Items Requested To Be Removed,% Removed-Legal,% Removed-Policy,% Content Not Found,% Not Enough Information ,% No Action Taken,% Content Already Removed\n"

// revisedWindow opens a window on two vintages of Google's removal requests:
// the later one changed Türkiye's 86 requests to 90.
func revisedWindow(t *testing.T, language string) *page {
	t.Helper()
	l := must(library.Open(library.Memory))(t)
	t.Cleanup(func() { l.Close() })
	for name, rows := range map[string]string{
		"first.csv":  "2019-06-30,Russia,RU,Police,1200,15020,70,10,,0,20,\n2019-06-30,Türkiye,TR,Police,86,810,68,,4,0,20,8\n",
		"second.csv": "2019-06-30,Russia,RU,Police,1200,15020,70,10,,0,20,\n2019-06-30,Türkiye,TR,Police,90,810,68,,4,0,20,8\n2019-12-31,Türkiye,TR,Police,5,8,68,,4,0,20,8\n",
	} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(googleHeader+rows), 0o600); err != nil {
			t.Fatal(err)
		}
		for _, r := range l.TakeWith(t.Context(), []string{path}, library.TakeOptions{}, func(library.Progress) {}) {
			if r.Err != nil {
				t.Fatal(r.Err)
			}
		}
	}
	p := newPage(test.NewTempApp(t), Options{Language: language}, inline)
	p.window.Resize(fyne.NewSize(1280, 800))
	p.use(l)
	return p
}

func TestRevisionsOfTheQuestionLeadToBothCells(t *testing.T) {
	p := revisedWindow(t, "en")
	p.press(t, "revisions")
	list := findingList(t, p)
	if list.Length() != 1 || p.middle.Visible() {
		t.Fatalf("%d revisions are listed, want the one of Türkiye", list.Length())
	}
	counted := strings.Join(texts(p.drawer.body), "\n")
	for _, want := range []string{"1 different: 1 changed", "Removal requests received, 31 December 2019: 1 of 2 different", "Google, known besides: 1 January 2019"} {
		if !strings.Contains(counted, want) {
			t.Errorf("the counts say %q, want %q", counted, want)
		}
	}
	list.Select(0)
	said := strings.Join(texts(p.drawer.body), "\n")
	for _, want := range []string{"Türkiye", "+4 (+4.7%)", "“86” · row 3, column E · first.csv", "“90” · row 3, column E · second.csv"} {
		if !strings.Contains(said, want) {
			t.Errorf("the revision says %q, want %q", said, want)
		}
	}
	for _, b := range buttons(p.drawer.body) {
		if strings.Contains(b.Text, "first.csv") {
			test.Tap(b)
		}
	}
	if g := gridIn(p.drawer.body); g == nil || g.at != (spot{2, 4}) {
		t.Errorf("the earlier number does not lead to its cell: %v", texts(p.drawer.body))
	}
}

func TestVintagesOfTheSelectedNumber(t *testing.T) {
	p := revisedWindow(t, "fr")
	for i, r := range p.table.all() {
		if strings.Contains(r.label, "Turquie") || strings.Contains(r.label, "Türkiye") {
			p.table.goTo(spot{i, 0})
			key(p.table, fyne.KeyReturn)
		}
	}
	for _, b := range buttons(p.drawer.object) {
		if b.Text == "Millésimes ▸" {
			test.Tap(b)
		}
	}
	said := strings.Join(texts(p.drawer.body), "\n")
	for _, want := range []string{"first.csv", "second.csv", "86", "90", "+4"} {
		if !strings.Contains(said, want) {
			t.Errorf("the vintages say %q, want %q", said, want)
		}
	}
	test.Tap(p.drawer.back)
	if p.history.now().side.kind != numberSide {
		t.Error("back does not lead to the number")
	}
}

func TestOneVintageIsSaid(t *testing.T) {
	p := audited(t, "en")
	p.closeSide()
	p.press(t, "revisions")
	if said := strings.Join(texts(p.drawer.body), "\n"); !strings.Contains(said, "Load an older or a newer edition") {
		t.Errorf("a library of single vintages says %q", said)
	}
}

func TestLibraryWithoutVintagesSaysSo(t *testing.T) {
	p := opened(t, telegram())
	p.press(t, "revisions")
	if p.status.text.Text != "This library keeps no vintages" {
		t.Errorf("the window says %q", p.status.text.Text)
	}
}

func TestASideWithTheRoomOfThePictureHasTheKeys(t *testing.T) {
	p := revisedWindow(t, "en")
	hidden := focusable(p.headline.object)[0]
	p.window.Canvas().Focus(hidden)
	p.press(t, "revisions")
	list := findingList(t, p)
	if p.window.Canvas().Focused() != list {
		t.Fatalf("%T has the keys, want the list of revisions", p.window.Canvas().Focused())
	}
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if said := strings.Join(texts(p.drawer.body), "\n"); !strings.Contains(said, "“86” · row 3, column E · first.csv") {
		t.Errorf("Enter shows %q, want the first revision with its cells", said)
	}
	for range 3 {
		p.nextPane()
		if !slices.Contains(focusable(p.window.Content()), p.window.Canvas().Focused()) {
			t.Errorf("F6 gives the keys to %T, which is hidden", p.window.Canvas().Focused())
		}
	}
	p.window.Canvas().Focus(list)
	p.closeSide()
	if p.window.Canvas().Focused() != hidden {
		t.Errorf("after closing %T has the keys, want the word that had them", p.window.Canvas().Focused())
	}
}

// A change is never said to be of nothing.
func TestASmallChangeIsSaid(t *testing.T) {
	p := revisedWindow(t, "en")
	for _, c := range []struct {
		difference, percent float64
		want                string
	}{
		{300000, 0.0375, "+300,000 (+0.04%)"}, {-50, -2.04, "-50 (-2%)"}, {-1, -0.00001, "-1"}, {4, 4.65, "+4 (+4.7%)"}, {3, math.NaN(), "+3"}, {0, 0, "0 (0%)"},
	} {
		if got := p.signed(c.difference, c.percent); got != c.want {
			t.Errorf("%v and %v %% are written %q, want %q", c.difference, c.percent, got, c.want)
		}
	}
}

// What counts the revisions has room, and the workbook is offered beside what
// it is of, as among the findings.
func TestTheHeadOfRevisions(t *testing.T) {
	p := revisedWindow(t, "en")
	p.press(t, "revisions")
	relay(p, glasses[0])
	row := map[string]float32{}
	eachSeen(p.drawer.body, nil, func(s stop) {
		middle := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.CanvasObject).Y + s.CanvasObject.Size().Height/2
		switch o := s.CanvasObject.(type) {
		case *button:
			row[o.Text] = middle
		case *fitted:
			row[o.Text] = middle
		}
	})
	if book, count := row[p.say("action.spreadsheet")], row["Google · 1 change"]; book == 0 || math.Abs(float64(book-count)) > 1 {
		t.Errorf("the workbook stands at %v, the count at %v", book, count)
	}
}
