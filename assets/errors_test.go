package assets

import (
	"errors"
	"maps"
	"slices"
	"testing"
)

func TestErrorsAreSaidInEachLanguage(t *testing.T) {
	const n = "\u202f"
	for _, c := range []struct{ lang, text, want string }{
		{"fr", "a.csv: there is no such file; check its name", "a.csv" + n + ": ce fichier n’existe pas" + n + "; vérifiez son nom"},
		{"de", "a.csv: there is no such file; check its name", "a.csv: Diese Datei gibt es nicht; prüfen Sie ihren Namen"},
		{"fr", "odd: name.zip › b.csv › row 3 › column B: the cell is larger than 1 MB; split it", "odd: name.zip › b.csv › ligne 3 › colonne B" + n + ": la cellule dépasse 1" + n + "Mo" + n + "; divisez-le"},
		{"fr", "a.html: it is a PNG picture, not a report that Vitrine reads; check its name", "a.html" + n + ": c’est une image PNG, et non un rapport que lit Vitrine" + n + "; vérifiez son nom"},
		{"fr", "a.zip: it has more than 10,000 files, the most that Vitrine reads; split it", "a.zip" + n + ": il contient plus de 10" + n + "000 fichiers, le maximum que lit Vitrine" + n + "; divisez-le"},
		{"fr", "/x/out.xlsx cannot be written: open /x/out.xlsx: permission denied", "impossible d’écrire /x/out.xlsx" + n + ": /x/out.xlsx" + n + ": autorisation refusée"},
		{"de", "line 3.csv: it is empty; download it again", "line 3.csv: Sie ist leer; laden Sie sie noch einmal herunter"},
		{"de", "a.docx: it is a Word document; check its name", "a.docx: Das ist ein Word-Dokument; prüfen Sie ihren Namen"},
		{"fr", "a.csv: it is odd; check its name", "a.csv: it is odd; check its name"},
		{"fr", "r.csv: could be A or B; tell the makers of Vitrine", "r.csv" + n + ": peut être A ou B" + n + "; dites-le aux auteurs de Vitrine"},
		{"fr", `a.csv: the mapping m does not fit it: no header has the column "b"`, "a.csv" + n + ": la correspondance m ne lui convient pas" + n + ": aucun en-tête n’a la colonne «" + n + "b" + n + "»"},
		{"fr", "what nobody: foresaw; at all", "what nobody: foresaw; at all"},
		{"en", "a.csv: it is empty; download it again", "a.csv: it is empty; download it again"},
	} {
		if got := For(c.lang).Error(errors.New(c.text)); got != c.want {
			t.Errorf("%s: %s\n got %q\nwant %q", c.lang, c.text, got, c.want)
		}
	}
}

// talking are the packages whose errors and problems the window shows.
var talking = []string{
	"reports/sheet", "reports/publisher", "reports/statements", "reports/library", "reports/audit", "reports/fetch",
	"reports/chart", "reports/export", "ui/window",
}

// TestWhatErrorsSayHasATranslation reads the code of the packages whose errors
// and problems the window shows, and holds the translations to every sentence
// that one is made of there.
func TestWhatErrorsSayHasATranslation(t *testing.T) {
	for _, folder := range talking {
		s := sayerOf(t, "../"+folder)
		for _, text := range slices.Sorted(maps.Keys(s.found)) {
			if unseen[text] || For("en").Has(text) || For("en").Has("break."+text) {
				continue
			}
			for _, lang := range Languages()[1:] {
				if w := For(lang); w.Error(errors.New(text)) == text && w.Problem(text) == text {
					t.Errorf("%s/%s: no %s for %q; write it into assets/translations/errors.*.json", folder, s.found[text], lang, text)
				}
			}
		}
	}
}

// unseen are sentences of the code that nobody reads so.
var unseen = map[string]bool{
	// The code tells errors apart by them, and says something else of them.
	"enough": true, "recognised": true, "no header of a dump": true, "more is read than allowed": true,
	"larger than is fetched": true, "no address of the web": true, "nothing came for too long": true,
	"the bytes do not have the publisher's checksum": true, "the connection broke": true, "the server does not give it": true,
	"the server sends on and on": true, "no file dialogs of the desktop": true, "span.wrong": true, "span.backwards": true,
	"gonum's SVG has another head than expected": true,

	// Only the command line asks for what they are about.
	`no check is called "x"; there is x`: true, `"x" is no kind of table`: true, `"x" is not one of x`: true,
	`no source "x"; see vitrine sources`: true, `"x" begins the IDs of 12 sources; give more of its digits`: true,
	`"x" is not the address of a figure, such as 2f1c09aa:Sheet1!B12`: true,

	// Each of the few things that they leave open has a text of its own.
	`"x" is not a x`: true, `"x" is not the last day of a x`: true, `"x" is not a periodx`: true, `x is "x"; it can be x`: true,
	"it is x": true, "x, more than 12 times": true, "x: read as the sheet says": true, "x: x; vitrine mapping x proposes how to read it as a table": true,
}
