package assets

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

func TestErrorsAreSaidInEachLanguage(t *testing.T) {
	const n = "\u202f"
	for _, c := range []struct{ lang, text, want string }{
		{"fr", "a.csv: there is no such file; check its name", "a.csv" + n + ": ce fichier n’existe pas" + n + "; vérifiez son nom"},
		{"de", "a.csv: there is no such file; check its name", "a.csv: diese Datei gibt es nicht; prüfen Sie ihren Namen"},
		{"fr", "odd: name.zip › b.csv › row 3 › column B: the cell is larger than 1 MB; split it", "odd: name.zip › b.csv › ligne 3 › colonne B" + n + ": la cellule dépasse 1" + n + "Mo" + n + "; divisez-le"},
		{"fr", "a.html: it is a PNG picture, not a report that Vitrine reads; check its name", "a.html" + n + ": c’est une image PNG, et non un rapport que lit Vitrine" + n + "; vérifiez son nom"},
		{"fr", "a.zip: it has more than 10,000 files, the most that Vitrine reads; split it", "a.zip" + n + ": elle contient plus de 10" + n + "000 fichiers, le plus que lit Vitrine" + n + "; divisez-le"},
		{"fr", "/x/out.xlsx cannot be written: open /x/out.xlsx: permission denied", "impossible d’écrire /x/out.xlsx" + n + ": /x/out.xlsx" + n + ": droit refusé"},
		{"de", "line 3.csv: it is empty; download it again", "line 3.csv: sie ist leer; laden Sie sie noch einmal herunter"},
		{"fr", "what nobody: foresaw; at all", "what nobody: foresaw; at all"},
		{"en", "a.csv: it is empty; download it again", "a.csv: it is empty; download it again"},
	} {
		if got := For(c.lang).Error(errors.New(c.text)); got != c.want {
			t.Errorf("%s: %s\n got %q\nwant %q", c.lang, c.text, got, c.want)
		}
	}
}

// unseen are errors that are caught before a user sees them, and phrases of
// which only a part is what the call is given.
var unseen = map[string]bool{
	"the directory is too large": true, "it is too large": true, "more is read than allowed": true,
	"recognised": true, "no header of a dump": true, "enough": true,
	"its size or checksum is another than the archive states": true,
	"the directory is damaged: x":                             true, "the stream is damaged: x": true,
	"no address of the web": true, "larger than is fetched": true, "the bytes do not have the publisher's checksum": true,
	"the server sends on and on": true, "the connection broke": true, "the server does not give it": true,
	"nothing came for too long": true, "the line cannot be split into its columns: it was not counted": true, // a problem
	"the dump has a header and no statement": true,                             // a problem
	"library x: x":                           true, "starter figures: x": true, // both say a place alone
	"x: it changed while it was read": true, "x: x": true, "x, more than 12 times": true,
	`no source "x"; see vitrine sources`:                              true, // the command line's
	`"x" begins the IDs of 12 sources; give more of its digits`:       true,
	`"x" is not the address of a figure, such as 2f1c09aa:Sheet1!B12`: true,
	"x more than 12 files, the most that Vitrine reads":               true,
	"x more than x x, the most that Vitrine reads":                    true, // tooMany's frame, see there
}

// TestWhatErrorsSayHasATranslation reads the source of the packages that read,
// and holds the translations to every phrase that an error is made of there.
func TestWhatErrorsSayHasATranslation(t *testing.T) {
	for _, name := range []string{"sheet", "statements", "fetch", "library"} {
		source := readSource(t, "../reports/"+name)
		for place, phrase := range source.phrases() {
			for _, lang := range Languages()[1:] {
				if said := For(lang).Error(errors.New(phrase)); said == phrase && !unseen[phrase] {
					t.Errorf("%s: no %s for %q; write it into assets/translations/errors.*.json", place, lang, phrase)
				}
			}
		}
	}
}

// A source is the code of a package without its tests.
type source struct {
	set    *token.FileSet
	files  []*ast.File
	values map[string]ast.Expr // of constants and variables
}

func readSource(t *testing.T, dir string) source {
	s := source{token.NewFileSet(), nil, map[string]ast.Expr{}}
	paths, err := filepath.Glob(dir + "/*.go")
	if err != nil || len(paths) == 0 {
		t.Fatal("no source in", dir, err)
	}
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(s.set, path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		s.files = append(s.files, file)
		ast.Inspect(file, func(n ast.Node) bool {
			if v, ok := n.(*ast.ValueSpec); ok && len(v.Names) == len(v.Values) {
				for i, name := range v.Names {
					s.values[name.Name] = v.Values[i]
				}
			}
			return true
		})
	}
	return s
}

// makers are the functions that make an error of the phrases that they are
// given.
var makers = map[string]bool{"fail": true, "fault": true, "wrong": true, "beyond": true, "tooMany": true, "New": true, "Errorf": true}

// phrases returns what errors say, by where it stands; what is put together
// while it runs is an x or a 12.
func (s source) phrases() map[string]string {
	list := map[string]string{}
	add := func(e ast.Expr, text string) {
		if strings.ContainsRune(text, ' ') {
			list[s.set.Position(e.Pos()).String()] = text
		}
	}
	visit := func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.KeyValueExpr:
			if key, ok := n.Key.(*ast.Ident); ok && (key.Name == "What" || key.Name == "Do") {
				add(n.Value, s.sample(n.Value))
			}
		case *ast.CallExpr:
			name := called(n)
			if name == "tooMany" {
				add(n.Args[1], s.sample(n.Args[1])+" more than 12 "+s.sample(n.Args[3])+", the most that Vitrine reads")
				return true
			}
			for _, arg := range n.Args {
				if text := s.sample(arg); makers[name] && name == "beyond" {
					add(arg, text+", the most that Vitrine reads")
				} else if makers[name] {
					add(arg, text)
				}
			}
		}
		return true
	}
	for _, file := range s.files {
		ast.Inspect(file, visit)
	}
	return list
}

func called(c *ast.CallExpr) string {
	switch f := c.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

var verbs = regexp.MustCompile(`%[-+.0-9]*([a-z])`)

// sample is what an expression may come to.
func (s source) sample(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		if text, err := strconv.Unquote(e.Value); err == nil && e.Kind == token.STRING {
			return verbs.ReplaceAllStringFunc(text, func(verb string) string {
				return map[byte]string{'d': "12", 'q': `"x"`}[verb[len(verb)-1]] + map[bool]string{true: "x"}[!strings.ContainsAny(verb, "dq")]
			})
		}
	case *ast.BinaryExpr:
		return s.sample(e.X) + s.sample(e.Y)
	case *ast.Ident:
		if value, known := s.values[e.Name]; known {
			return s.sample(value)
		}
	case *ast.CallExpr:
		switch called(e) {
		case "Sprintf", "New":
			return s.sample(e.Args[0])
		case "size":
			return "12 MB"
		case "grouped", "Itoa":
			return "12"
		}
	}
	return "x"
}
