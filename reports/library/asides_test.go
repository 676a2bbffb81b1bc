package library

import (
	"testing"

	"vitrine/reports"
)

func TestAsidesStayWithTheLibrary(t *testing.T) {
	path := file(t)
	l := open(t, path)
	ctx := t.Context()
	for _, note := range []string{"asked", "asked again"} {
		if err := l.SetAside(ctx, reports.Aside{ID: "5af1e7aa", Note: note, Said: "differs", On: 20000}); err != nil {
			t.Fatal(err)
		}
	}
	l.Close()
	l = open(t, path)
	list, err := l.Asides(ctx)
	if err != nil || len(list) != 1 || list[0] != (reports.Aside{ID: "5af1e7aa", Note: "asked again", Said: "differs", On: 20000}) {
		t.Fatalf("%+v, %v", list, err)
	}
	if err := l.PutBack(ctx, "5af1e7aa"); err != nil {
		t.Fatal(err)
	}
	if list, err := l.Asides(ctx); err != nil || len(list) != 0 {
		t.Errorf("%+v, %v", list, err)
	}
}
