package sheet

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestSamples compares what is read of each sample with its golden file.
func TestSamples(t *testing.T) {
	for _, path := range samples(t) {
		book, err := OpenFile(context.Background(), path)
		if err != nil {
			t.Error(err)
			continue
		}
		got := dump(book)
		golden := path + ".golden"
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s differs from its golden file:\n%s", path, got)
		}
	}
}

// samples returns the paths of the samples.
func samples(t testing.TB) (paths []string) {
	t.Helper()
	all, err := filepath.Glob("testdata/*")
	if err != nil || len(all) == 0 {
		t.Fatal("no samples: ", err)
	}
	for _, path := range all {
		if info, err := os.Stat(path); err == nil && !info.IsDir() && !strings.HasSuffix(path, ".golden") {
			paths = append(paths, path)
		}
	}
	return paths
}

// dump writes all that a book holds.
func dump(b *Book) string {
	var out strings.Builder
	for _, f := range b.Files {
		fmt.Fprintf(&out, "%s: %s %s\n", f.Path, f.Kind, f.Encoding)
		for _, table := range f.Tables {
			fmt.Fprintf(&out, "table %q\n", table.Name)
			for row, err := range table.Rows() {
				fmt.Fprintf(&out, "%4d", row.Number)
				for _, cell := range row.Cells {
					fmt.Fprintf(&out, " %s%q", []string{"-", "", "n", "d", "b", "^"}[cell.Kind], cell.Text)
				}
				if err != nil {
					out.WriteString(err.Error())
				}
				out.WriteByte('\n')
			}
		}
		for _, call := range f.Calls {
			fmt.Fprintf(&out, "call %s %s, line %d, error %v\n", call.Function, call.Name, call.Line, call.Err)
			dumpValue(&out, call.Value)
		}
		dumpValue(&out, f.Document)
		if f.Page != nil {
			dumpElement(&out, f.Page, 0)
		}
	}
	return out.String()
}

func dumpValue(out *strings.Builder, v *Value) {
	if v.Kind() < ArrayValue {
		if v != nil {
			fmt.Fprintf(out, "%4d %s = %q\n", v.Line(), v.Path(), v.String())
		}
		return
	}
	for _, item := range v.Items() {
		dumpValue(out, item)
	}
	for _, member := range v.Members() {
		dumpValue(out, member)
	}
}

func dumpElement(out *strings.Builder, e *Element, depth int) {
	indent := strings.Repeat(" ", depth)
	if e.Tag == "" && e.Children == nil {
		if text := strings.TrimSpace(e.Text); text != "" {
			fmt.Fprintf(out, "%4d %s%.80q\n", e.Line, indent, text)
		}
		return
	}
	fmt.Fprintf(out, "%4d %s<%s", e.Line, indent, e.Tag)
	for _, name := range []string{"class", "id", "title"} {
		if value, ok := e.Attr[name]; ok {
			fmt.Fprintf(out, " %s=%q", name, value)
		}
	}
	out.WriteString(">\n")
	for _, child := range e.Children {
		dumpElement(out, child, depth+1)
	}
}
