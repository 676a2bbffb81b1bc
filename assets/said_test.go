package assets

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A sayer finds the sentences that the errors and problems of a package say,
// by reading its code. A function that makes one of what it is given is a
// frame, which is filled where it is called; what is put together while the
// program runs is an x or a 12.
type sayer struct {
	set    *token.FileSet
	texts  map[string]ast.Expr   // of constants and variables
	fields map[string][]string   // of structs
	frames map[string][]string   // of functions, with a mark for each parameter
	gives  map[string][]ast.Expr // what functions return
	found  map[string]string     // where each sentence stands

	inside string   // the function that is read
	params []string // its parameters
}

// mark stands in a frame for the first parameter, the next rune for the second.
const mark = '\ue100'

func sayerOf(t *testing.T, folder string) *sayer {
	t.Helper()
	s := &sayer{
		set: token.NewFileSet(), texts: map[string]ast.Expr{}, fields: map[string][]string{}, gives: map[string][]ast.Expr{},
		found: map[string]string{}, frames: map[string][]string{"Errorf": {string(mark)}, "New": {string(mark)}, "Fail": {string(mark + 1)}},
	}
	paths, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil || len(paths) == 0 {
		t.Fatal("no code in", folder, err)
	}
	var files []*ast.File
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(s.set, path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
		ast.Inspect(f, s.declare)
	}
	for before := -1; before != s.size(); { // until no frame is new
		before = s.size()
		for _, f := range files {
			s.read(f)
		}
	}
	return s
}

func (s *sayer) size() int {
	n := len(s.found)
	for _, frames := range s.frames {
		n += len(frames)
	}
	return n
}

// declare notes what the code's names stand for.
func (s *sayer) declare(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.FuncDecl:
		ast.Inspect(n, func(in ast.Node) bool {
			if r, ok := in.(*ast.ReturnStmt); ok {
				s.gives[n.Name.Name] = append(s.gives[n.Name.Name], r.Results...)
			}
			return true
		})
		return false
	case *ast.ValueSpec:
		for i, name := range n.Names {
			if i < len(n.Values) {
				s.texts[name.Name] = n.Values[i]
			}
		}
	case *ast.TypeSpec:
		s.fields[n.Name.Name] = fieldsOf(n.Type)
	}
	return true
}

// fieldsOf lists the fields of a struct in their order.
func fieldsOf(e ast.Expr) []string {
	if st, ok := e.(*ast.StructType); ok {
		return namesIn(st.Fields)
	}
	return nil
}

func namesIn(list *ast.FieldList) []string {
	var names []string
	for _, field := range list.List {
		for _, name := range field.Names {
			names = append(names, name.Name)
		}
	}
	return names
}

// read notes what the errors of a file say.
func (s *sayer) read(f *ast.File) {
	for _, d := range f.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok {
			s.readFunction(fn.Name.Name, fn.Type, d)
		} else {
			s.readFunction("", nil, d)
		}
	}
}

func (s *sayer) readFunction(name string, kind *ast.FuncType, body ast.Node) {
	inside, params := s.inside, s.params
	if s.inside, s.params = name, nil; kind != nil {
		s.params = namesIn(kind.Params)
	}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			s.readCall(n)
		case *ast.CompositeLit:
			s.readLiteral(n)
		case *ast.AssignStmt:
			if name, function := named(n); function != nil {
				s.readFunction(name, function.Type, function.Body)
				return false
			}
		}
		return true
	})
	s.inside, s.params = inside, params
}

// named returns a function within a function and the name that it is given.
func named(a *ast.AssignStmt) (string, *ast.FuncLit) {
	if len(a.Lhs) == 1 && len(a.Rhs) == 1 {
		name, _ := a.Lhs[0].(*ast.Ident)
		if function, ok := a.Rhs[0].(*ast.FuncLit); ok && name != nil {
			return name.Name, function
		}
	}
	return "", nil
}

// readCall fills the frames of a function.
func (s *sayer) readCall(c *ast.CallExpr) {
	name, of := called(c)
	if name == "New" && of != "errors" {
		return
	}
	for _, frame := range s.frames[name] {
		filled := marks.ReplaceAllStringFunc(frame, func(slot string) string {
			if i := int([]rune(slot)[0] - mark); i < len(c.Args) {
				return s.text(c.Args[i])
			}
			return "x"
		})
		s.say(filled, c)
	}
}

// saidFields are the fields that say what is wrong.
var saidFields = []string{"What", "Do", "what", "do", "why"}

func (s *sayer) readLiteral(c *ast.CompositeLit) {
	if list, ok := c.Type.(*ast.ArrayType); ok {
		for _, e := range c.Elts {
			if c, ok := e.(*ast.CompositeLit); ok && c.Type == nil {
				s.readFields(c, list.Elt)
			}
		}
	} else if c.Type != nil {
		s.readFields(c, c.Type)
	}
}

func (s *sayer) readFields(c *ast.CompositeLit, kind ast.Expr) {
	fields, also := fieldsOf(kind), ""
	if name, ok := kind.(*ast.Ident); ok {
		fields = s.fields[name.Name]
		also = map[string]string{"Lack": "text"}[name.Name]
	}
	for i, e := range c.Elts {
		name := ""
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			if key, ok := kv.Key.(*ast.Ident); ok {
				name, e = key.Name, kv.Value
			}
		} else if i < len(fields) {
			name = fields[i]
		}
		if slices.Contains(saidFields, name) || name != "" && name == also {
			s.say(s.text(e), e)
		}
	}
}

var (
	marks    = regexp.MustCompile(`[\x{e100}-\x{e13f}]`)
	verbs    = regexp.MustCompile(`%[-+#.\d]*([a-z])`)
	nothing  = regexp.MustCompile(`^(?:x|12| MB|[^\pL])*$`)
	contents = map[string]string{"d": "12", "q": `"x"`}
)

// say notes a sentence, or the frame of one.
func (s *sayer) say(text string, at ast.Node) {
	text = verbs.ReplaceAllStringFunc(text, func(verb string) string {
		if sample, ok := contents[verb[len(verb)-1:]]; ok {
			return sample
		}
		return "x"
	})
	if marks.MatchString(text) {
		if s.inside != "" && !slices.Contains(s.frames[s.inside], text) {
			s.frames[s.inside] = append(s.frames[s.inside], text)
		}
	} else if !nothing.MatchString(text) {
		s.found[text] = filepath.Base(s.set.Position(at.Pos()).String())
	}
}

// text is what an expression may come to.
func (s *sayer) text(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		if text, err := strconv.Unquote(e.Value); err == nil && e.Kind == token.STRING {
			return text
		}
	case *ast.ParenExpr:
		return s.text(e.X)
	case *ast.BinaryExpr:
		return s.text(e.X) + s.text(e.Y)
	case *ast.Ident:
		if i := slices.Index(s.params, e.Name); i >= 0 {
			return string(mark + rune(i))
		} else if known, ok := s.texts[e.Name]; ok {
			return s.text(known)
		}
	case *ast.CallExpr:
		return s.textOfCall(e)
	}
	return "x"
}

func (s *sayer) textOfCall(c *ast.CallExpr) string {
	switch name, _ := called(c); name {
	case "Sprintf":
		return s.filled(s.text(c.Args[0]), c.Args[1:])
	case "grouped", "Itoa", "FormatInt":
		return "12"
	case "size":
		return "12 MB"
	case "quote":
		return `"x"`
	case "ToLower":
		return "x"
	default:
		for _, given := range s.gives[name] {
			if text, ok := given.(*ast.BasicLit); ok {
				s.say(s.text(text), given)
			}
		}
	}
	return "x"
}

// filled writes the arguments that are parameters in the place of their verbs.
func (s *sayer) filled(format string, args []ast.Expr) string {
	n := 0
	return verbs.ReplaceAllStringFunc(format, func(verb string) string {
		if n++; n <= len(args) && strings.HasSuffix(verb, "s") {
			return s.text(args[n-1])
		}
		return verb
	})
}

// called returns the name of a function, and of what it is one of.
func called(c *ast.CallExpr) (name, of string) {
	switch f := c.Fun.(type) {
	case *ast.Ident:
		return f.Name, ""
	case *ast.SelectorExpr:
		if x, ok := f.X.(*ast.Ident); ok {
			of = x.Name
		}
		return f.Sel.Name, of
	}
	return "", ""
}
