package window

import (
	"errors"
	"testing"

	"vitrine/reports/library"
	"vitrine/reports/sheet"
)

// What is wrong with a file is said in the window's language, wherever the
// window says it.
func TestErrorsOfFilesInFrench(t *testing.T) {
	p := opened(t, telegram())
	p.speak("fr")
	_, err := sheet.OpenFile(t.Context(), t.TempDir()+"/nulle-part.csv")
	if err == nil {
		t.Fatal("a file that is not there opens")
	}
	const want = "nulle-part.csv\u202f: ce fichier n’existe pas\u202f; vérifiez son nom"
	if got, wrong := p.receiptSays(library.Receipt{Path: "/x/nulle-part.csv", Err: err}); got != want || !wrong {
		t.Errorf("the receipt says %q", got)
	}
	if got := p.why(errors.Join(err)); got != want {
		t.Errorf("elsewhere it says %q", got)
	}
}
