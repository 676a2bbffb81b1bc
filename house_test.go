package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// walls says for each folder which of the house's other packages its files
// may import; tests may import more. Data flows one way.
var walls = map[string][]string{
	".":                          {"vitrine/assets", "vitrine/reports/library", "vitrine/ui/command", "vitrine/ui/window"},
	"assets":                     {"vitrine/reports"},
	"scripts/populations":        {"vitrine/assets"},
	"scripts/shapes":             {"vitrine/assets"},
	"reports":                    {},
	"reports/sheet":              {"vitrine/reports"},
	"reports/publisher":          {"vitrine/reports", "vitrine/reports/sheet", "vitrine/reports/statements/wording", "vitrine/assets"},
	"reports/statements":         {"vitrine/reports", "vitrine/reports/statements/wording"},
	"reports/statements/wording": {"vitrine/reports"},
	"reports/statements/made":    {},
	"reports/library":            {"vitrine/reports", "vitrine/reports/sheet", "vitrine/reports/publisher", "vitrine/reports/statements", "vitrine/assets"},
	"reports/audit":              {"vitrine/reports", "vitrine/assets"},
	"reports/fetch":              {"vitrine/reports"},
	"reports/chart":              {"vitrine/reports", "vitrine/assets"},
	"reports/export":             {"vitrine/reports", "vitrine/reports/audit", "vitrine/assets"},
	"ui/command":                 {"vitrine/reports", "vitrine/assets"},
	"ui/window":                  {"vitrine/reports", "vitrine/assets"},
}

// containers are the packages that open files: a publisher knows none.
var containers = []string{
	"archive/zip", "encoding/csv", "encoding/json", "encoding/xml", "golang.org/x/net/html", "github.com/xuri/excelize/v2", "os",
}

type source struct {
	name    string
	folder  string
	test    bool
	imports []string
	file    *ast.File
}

func sources(t *testing.T) []source {
	t.Helper()
	var list []source
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && name != "." && strings.HasPrefix(d.Name(), ".") {
			return fs.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(name, ".go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		s := source{name: filepath.ToSlash(name), test: strings.HasSuffix(name, "_test.go"), file: file}
		s.folder = path.Dir(s.name)
		for _, i := range file.Imports {
			imported, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			s.imports = append(s.imports, imported)
		}
		list = append(list, s)
		return nil
	})
	if err != nil || len(list) == 0 {
		t.Fatalf("%d files, %v", len(list), err)
	}
	return list
}

func TestWallsStand(t *testing.T) {
	for _, s := range sources(t) {
		allowed, known := walls[s.folder]
		if !known {
			t.Errorf("%s: the house has no folder %s; design it in before building it", s.name, s.folder)
			continue
		}
		if s.test {
			continue
		}
		for _, i := range s.imports {
			if ours := strings.HasPrefix(i, "vitrine/"); ours && !admits(s.folder, allowed, i) {
				t.Errorf("%s imports %s", s.name, i)
			}
			if plain := s.folder == "reports" || s.folder == "reports/fetch"; plain && strings.Contains(strings.Split(i, "/")[0], ".") {
				t.Errorf("%s imports %s: %s needs the standard library only", s.name, i, s.folder)
			}
			if s.folder == "reports/publisher" && slices.Contains(containers, i) {
				t.Errorf("%s imports %s: a publisher knows no container", s.name, i)
			}
		}
	}
}

// admits tells whether a folder may import one of our packages. The user
// interfaces may import every package of reports.
func admits(folder string, allowed []string, imported string) bool {
	if strings.HasPrefix(folder, "ui/") && strings.HasPrefix(imported, "vitrine/reports/") {
		return true
	}
	return slices.Contains(allowed, imported)
}

func TestOnlyTheWindowKnowsFyne(t *testing.T) {
	for _, s := range sources(t) {
		for _, i := range s.imports {
			fyne := strings.HasPrefix(i, "fyne.io/fyne/v2")
			if fyne && s.folder != "." && s.folder != "ui/window" {
				t.Errorf("%s imports %s", s.name, i)
			}
			if i == "fyne.io/fyne/v2/app" && s.folder != "." {
				t.Errorf("%s imports %s: only the program makes an app", s.name, i)
			}
			if (fyne || i == "vitrine/ui/window") && s.folder == "." && !leavesOutHeadless(s) {
				t.Errorf("%s imports %s and is part of a headless build", s.name, i)
			}
		}
	}
}

func leavesOutHeadless(s source) bool {
	for _, group := range s.file.Comments {
		if strings.HasPrefix(group.List[0].Text, "//go:build !headless") {
			return true
		}
	}
	return false
}

func TestNamesSayWhatIsInside(t *testing.T) {
	for _, s := range sources(t) {
		for _, empty := range []string{"util", "utils", "common", "helper", "helpers", "misc"} {
			if path.Base(s.folder) == empty || strings.TrimSuffix(path.Base(s.name), ".go") == empty {
				t.Errorf("%s is named after nothing", s.name)
			}
		}
		for _, d := range s.file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
				t.Errorf("%s has an init: nothing happens behind a reader's back", s.name)
			}
		}
	}
}
