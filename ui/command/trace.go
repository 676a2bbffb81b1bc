package command

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"

	"vitrine/reports"
	"vitrine/reports/export"
	"vitrine/reports/library"
)

type traceCommand struct {
	Figures []string `arg:"" optional:"" name:"FIGURE|FILE" help:"SOURCE:sheet!cell as answers print it; or files, and the question whose numbers to trace."`
	views
	vintage
	transforms
	All    bool   `help:"List all statements behind a number that was counted in a dump, not the first hundred."`
	Format string `help:"table, csv or json; table on a terminal, csv otherwise." enum:"auto,table,csv,json" default:"auto"`
}

var traceColumns = []string{"number", "basis", "table", "measure", "period", "split", "value", "status", "figure", "file", "sheet", "row", "column", "cell", "text", "note",
	"sha256", "header", "row_begins", "left", "right", "above", "below"}

var figureAddress = regexp.MustCompile(`^[0-9a-fA-F]{4,64}:.*![A-Z]*[0-9]+$`)

// Run prints the cells behind figures, or behind each number of an answer.
func (c *traceCommand) Run(j *job) error {
	var addresses, files []string
	for _, arg := range c.Figures {
		if figureAddress.MatchString(arg) {
			addresses = append(addresses, arg)
		} else {
			files = append(files, arg)
		}
	}
	lib, err := j.open(files, c.vintage)
	if err != nil {
		return err
	}
	defer lib.Close()
	rows, err := c.rows(j, lib, addresses)
	if err != nil {
		return err
	}
	return j.writeList(c.Format, traceColumns, rows)
}

func (c *traceCommand) rows(j *job, lib *library.Library, addresses []string) ([][]string, error) {
	if len(addresses) == 0 {
		return c.ofQuestion(j, lib)
	}
	t := c.tracer(lib)
	var rows [][]string
	for _, at := range addresses {
		figures, err := lib.At(j.ctx, at)
		if err != nil {
			return nil, err
		}
		if len(figures) == 0 {
			return nil, fmt.Errorf("no figure stands at %s; give the file too if it is not in the library", at)
		}
		for _, f := range figures {
			more, err := t.rows(j.ctx, export.Plain(f.Value), "published", []reports.Figure{f})
			if err != nil {
				return nil, err
			}
			rows = append(rows, more...)
		}
	}
	return rows, nil
}

// ofQuestion traces every number of a question's answer to its cells.
func (c *traceCommand) ofQuestion(j *job, lib *library.Library) ([][]string, error) {
	q, err := c.question()
	if err != nil {
		return nil, err
	}
	a, _, err := c.transforms.answer(j, lib, q)
	if err != nil {
		return nil, err
	}
	j.tellNotes(a)
	t := c.tracer(lib)
	var rows [][]string
	for _, s := range a.Series {
		for _, n := range s.Numbers {
			figures, err := reports.Parts(j.ctx, q, lib, names(), s, n)
			if err != nil {
				return nil, err
			}
			more, err := t.rows(j.ctx, export.Plain(n.Value), n.BasisText(), figures)
			if err != nil {
				return nil, err
			}
			rows = append(rows, more...)
		}
	}
	return rows, nil
}

func (c *traceCommand) tracer(lib *library.Library) *tracer {
	t := &tracer{library: lib, beside: &neighbours{library: lib}, limit: fewStatements}
	if c.All {
		t.limit = 0
	}
	return t
}

func traceRow(number, basis string, f reports.Figure) []string {
	o := f.Origin
	return []string{
		number, basis, f.Table, string(f.Measure), f.Period.String(), splitText(f.Split), export.Plain(f.Value), f.Status.String(),
		o.String(), o.File, o.Sheet, fmt.Sprint(o.Row), reports.ColumnName(o.Column), o.Cell().Address(), o.Text, cmp.Or(f.Note, more(o)),
	}
}

// splitText writes what a figure is about: "area FR, category terrorism".
func splitText(s reports.Split) string {
	var parts []string
	for _, d := range s.Stated().List() {
		parts = append(parts, d.String()+" "+s.Get(d))
	}
	return strings.Join(parts, ", ")
}

// more names the further cells that state a figure.
func more(o reports.Origin) string {
	var cells []string
	for _, c := range o.More {
		cells = append(cells, c.Address()+" "+c.Text)
	}
	if len(cells) == 0 {
		return ""
	}
	return "also " + strings.Join(cells, ", ")
}
