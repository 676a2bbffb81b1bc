package window

import (
	"strings"
	"testing"
)

// A source that takes more or fewer lines leaves the table below the picture,
// and the notes at its right.
func TestALongerSourceLeavesTableAndNotes(t *testing.T) {
	p := opened(t, telegram())
	for _, text := range []string{strings.Repeat("a source that is long ", 40), "short", strings.Repeat("another one ", 60)} {
		p.centre.source(text, nil, 2)
		if size := p.table.Size(); size.Height < 60 || size.Width < 600 {
			t.Errorf("the table is %v large below %.20q", size, text)
		}
		if at := p.centre.notes.Position().X; at < 400 {
			t.Errorf("the notes stand at %g, over %.20q", at, text)
		}
		p.centre.source(text, nil, 0)
	}
	p.press(t, "table")
	p.centre.source(strings.Repeat("a source of a table alone ", 40), nil, 1)
	if size := p.table.Size(); size.Height < 100 || p.centre.notes.Position().X < 400 {
		t.Errorf("the table alone is %v large", size)
	}
}
