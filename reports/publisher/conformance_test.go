package publisher

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

var update = flag.Bool("update", false, "rewrite the golden files of the samples")

// samples lists the exports in testdata: files, and folders that are read as
// one.
func samples(t testing.TB) []string {
	paths, err := filepath.Glob("testdata/*")
	if err != nil {
		t.Fatal(err)
	}
	var samples []string
	for _, p := range paths {
		if filepath.Ext(p) != ".golden" && filepath.Base(p) != "fuzz" {
			samples = append(samples, p)
		}
	}
	return samples
}

// open opens a sample as Vitrine does.
func open(t testing.TB, path string) *sheet.Book {
	inputs, errs := sheet.Inputs([]string{path})
	if len(inputs) != 1 || len(errs) > 0 {
		t.Fatalf("%s: %d inputs, %v", path, len(inputs), errs)
	}
	r, closer, err := inputs[0].Open()
	if err != nil {
		t.Fatal(err)
	}
	defer closer.Close()
	book, err := sheet.Open(context.Background(), inputs[0].Name, r, inputs[0].Size)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func TestSamples(t *testing.T) {
	seen := map[string]bool{}
	for _, path := range samples(t) {
		t.Run(filepath.Base(path), func(t *testing.T) {
			book := open(t, path)
			known := Recognise(book)
			if len(known) != 1 {
				t.Fatalf("claimed by %v, want one format", known)
			}
			seen[known[0].String()] = true
			r, err := Read(context.Background(), book, book.Name)
			if err != nil {
				t.Fatal(err)
			}
			checkBlocks(t, known[0], r)
			checkFigures(t, r)
			golden(t, path+".golden", describe(r))
		})
	}
	for i := range Formats {
		if name := Formats[i].String(); !seen[name] {
			t.Errorf("%s has no sample in testdata", name)
		}
	}
}

// golden compares a text with what stands in a file.
func golden(t *testing.T, path, got string) {
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("differs from %s at %s; see the file with -update", path, firstDifference(got, string(want)))
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range g {
		if i >= len(w) || g[i] != w[i] {
			return fmt.Sprintf("line %d: %s", i+1, g[i])
		}
	}
	return fmt.Sprintf("line %d: the end", len(g)+1)
}

// checkBlocks asserts that every block of a reading is declared, and that its
// figures have a value of each dimension that it splits by, and of the others
// the same value or none.
func checkBlocks(t *testing.T, f *Format, r reports.Reading) {
	for _, b := range r.Blocks {
		if _, ok := f.Declared(b.Publisher, b.Table, b.Measure, b.Breakdown); !ok && f.String() != vitrineCSV.Name {
			t.Errorf("%s does not declare %s, %s, by %q", f, b.Table, b.Measure, b.Breakdown)
		}
		constant, stated := map[reports.Dim]string{}, false
		for _, figure := range r.Figures {
			if figure.Publisher != b.Publisher || figure.Table != b.Table || figure.Measure != b.Measure || figure.Breakdown != b.Breakdown {
				continue
			}
			for _, d := range reports.AllDims() {
				value := figure.Split.Get(d)
				switch {
				case b.Breakdown.Has(d) && value == "":
					t.Errorf("%s: no value of %s, by which its block splits", figure.Origin, d)
				case !b.Breakdown.Has(d) && stated && constant[d] != value:
					t.Errorf("%s: %s is %q and %q in a block that does not split by it", figure.Origin, d, constant[d], value)
				}
				constant[d] = value
			}
			stated = true
		}
		if !stated {
			t.Errorf("%s, %s, by %q has no figure", b.Table, b.Measure, b.Breakdown)
		}
	}
}

// checkFigures asserts that figures are of known measures and lead to a cell.
func checkFigures(t *testing.T, r reports.Reading) {
	for _, f := range r.Figures {
		if reports.MeasureOf(f.Measure).Unit == "" {
			t.Errorf("%s: the measure %q is not in the vocabulary", f.Origin, f.Measure)
		}
		if o := f.Origin; o.File == "" || o.Row < 1 || o.Column < 1 || o.Text == "" && f.Known() {
			t.Errorf("%+v does not lead to a cell", o)
		}
	}
}

// describe writes a reading as a text, a line a block, a figure and a problem.
func describe(r reports.Reading) string {
	var w strings.Builder
	fmt.Fprintf(&w, "%s\n%s\n%s\npublished %s\n\n", r.Format, r.Publisher, r.Address, r.Published)
	for _, b := range r.Blocks {
		fmt.Fprintf(&w, "block %d: %s › %s › %s, by [%s], complete [%s], overlapping [%s], absent %s\n",
			b.Order%ordersAFormat, b.Publisher, b.Table, b.Measure, b.Breakdown, b.Complete, b.Overlapping, absentText(b))
	}
	for _, b := range r.Breaks {
		fmt.Fprintf(&w, "break: %s %s at %s, %s to %s: %s\n", b.Publisher, b.Measure, b.At, b.From, b.To, b.Why)
	}
	w.WriteString("\n")
	for _, f := range r.Figures {
		w.WriteString(describeFigure(f) + "\n")
	}
	w.WriteString("\n")
	for _, n := range r.Notes {
		fmt.Fprintf(&w, "note: %s › %s | %s | %s %s %s | explains %v | %s %q | extent %s\n",
			n.Publisher, n.Table, n.Period, n.Name, n.Category, n.Subcategory, n.Measures, n.Origin, n.Text, n.ExtentKey())
	}
	for _, p := range r.Problems {
		w.WriteString("problem: " + p.Error() + "\n")
	}
	for _, e := range r.Earlier {
		w.WriteString("\nearlier: " + e.File + "\n" + describe(e.Reading))
	}
	return w.String()
}

func absentText(b reports.Block) string {
	switch b.Absent {
	case reports.AbsentNone:
		return "none"
	case reports.AbsentSuppressed:
		return fmt.Sprintf("below %v", b.Bound)
	}
	return "unknown"
}

func describeFigure(f reports.Figure) string {
	value := fmt.Sprint(f.Value)
	if f.HasRange {
		value += fmt.Sprintf(" (%v to %v)", f.Low, f.High)
	}
	text := fmt.Sprintf("%s | %s | %s | %s | %s", f.Table, f.Measure, f.Period, describeSplit(f), value)
	if f.Status != reports.Normal {
		text += ", " + f.Status.String()
	}
	text += fmt.Sprintf(" | %s %s %q", f.Origin.File, f.Origin, f.Origin.Text)
	for _, c := range f.Origin.More {
		text += fmt.Sprintf(" and %s%s %q", c.Sheet, c.Address(), c.Text)
	}
	if f.Note != "" {
		text += " | " + f.Note
	}
	return text + " | extent " + f.ExtentKey()
}

// describeSplit writes the values of a split; those that the block does not
// split by in brackets.
func describeSplit(f reports.Figure) string {
	var parts []string
	for _, d := range f.Split.Stated().List() {
		part := d.String() + "=" + f.Split.Get(d)
		if !f.Breakdown.Has(d) {
			part = "(" + part + ")"
		}
		parts = append(parts, part)
	}
	if len(parts) == 0 {
		return "all"
	}
	return strings.Join(parts, " ")
}
