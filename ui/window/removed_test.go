package window

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vitrine/reports"
	"vitrine/reports/library"
)

// days is a file in Vitrine's own form.
const dayFile = "publisher,table,measure,unit,period_start,period_end,category,value,status,address,retrieved\n" +
	"Example,removals,content blocked,items,2024-01-01,2024-01-01,,5,normal,https://example.org/report,2024-06-01\n" +
	"Example,removals,content blocked,items,2024-01-02,2024-01-02,,7,normal,https://example.org/report,2024-06-01\n"

// shelved loads a file into a window's library, and takes the file away.
func shelved(t *testing.T) (*page, *library.Library) {
	t.Helper()
	p, l, path := mapped(t, dayFile)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if len(p.held.sources) != 1 || p.held.sources[0].Figures != 2 {
		t.Fatalf("the library holds %+v", p.held.sources)
	}
	return p, l
}

func TestRemovedSourceComesBack(t *testing.T) {
	p, l := shelved(t)
	before := p.held.sources[0]
	if why := p.noRemoved(); why == "" {
		t.Error("there is something to bring back before anything was removed")
	}
	p.forget(before)
	if len(p.held.sources) != 0 || !strings.Contains(p.status.text.Text, "Ctrl+Shift+Del") {
		t.Errorf("%d sources are left; it says %q", len(p.held.sources), p.status.text.Text)
	}
	p.press(t, "restore")
	held, err := l.Sources(context.Background())
	if err != nil || len(held) != 1 || held[0].ID != before.ID || held[0].Figures != 2 || held[0].Published != before.Published || held[0].Name != before.Name {
		t.Errorf("back is %+v, %v; want %+v", held, err, before)
	}
	if p.noRemoved() == "" || !p.has() {
		t.Error("it can be brought back twice, or its figures are not shown")
	}
}

func TestSourceIsReadAnew(t *testing.T) {
	p, l := shelved(t)
	s := p.held.sources[0]
	p.rereadSource(s)
	if said := p.status.text.Text; !strings.Contains(said, "read anew: 2 figures, as before") {
		t.Errorf("it says %q", said)
	}
	s.ID = "no such source"
	p.rereadSource(s)
	if said := p.status.text.Text; !strings.Contains(said, "could not be read anew, and stays as it was") {
		t.Errorf("of what is not there it says %q", said)
	}
	if held, _ := l.Sources(context.Background()); len(held) != 1 || filepath.Ext(held[0].Name) != ".csv" {
		t.Errorf("the library holds %+v", held)
	}
}

// What is other of a source since it was read anew is listed, each number with
// its cell.
func TestWhatReadingAnewChangedIsListed(t *testing.T) {
	p, l := shelved(t)
	ctx, s := context.Background(), p.held.sources[0]
	figures, err := l.Stated(ctx, s.ID)
	if err != nil || len(figures) != 2 {
		t.Fatalf("it states %v, %v", figures, err)
	}
	content, blocks := must(l.Content(ctx, s.ID))(t), must(l.BlocksOf(ctx, s.ID))(t)
	figures[0].Value = 50 // as an older reader understood it
	figures[1].Period = reports.Period{Start: figures[1].Period.Start + 7, End: figures[1].Period.End + 7}
	if err := l.Forget(ctx, s.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Load(ctx, s, content, reports.Reading{Format: s.Format, Publisher: s.Publisher, Figures: figures, Blocks: blocks}); err != nil {
		t.Fatal(err)
	}
	p.hold(func(held) {})
	p.rereadSource(p.held.sources[0])
	if p.history.now().side.kind != rereadSide || len(p.reread.changed) != 3 {
		t.Fatalf("the drawer shows %v of %d changes", p.history.now().side.kind, len(p.reread.changed))
	}
	var rows []string
	for _, r := range p.reread.changed {
		row := newFindingRow()
		fillRevisionRow(p, row, r)
		rows = append(rows, strings.Join(texts(row), ": "))
	}
	if all := strings.Join(rows, "; "); !strings.Contains(all, "50 › 5") || !strings.Contains(all, "7 › nothing") || !strings.Contains(all, "nothing › 7") {
		t.Errorf("it lists %s", all)
	}
	p.setLanguage("fr")
	if !strings.Contains(strings.Join(texts(p.drawer.object), " "), "1 modifiés, 1 disparus, 1 nouveaux") {
		t.Errorf("in French it says %q", texts(p.drawer.object))
	}
}
