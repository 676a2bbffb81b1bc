package command

import (
	"context"
	"errors"
	"fmt"

	"vitrine/reports"
	"vitrine/reports/library"
)

type loadCommand struct {
	Files []string `arg:"" name:"FILE" help:"Exports, or folders of exports."`
	vintage
}

// Run loads each file, and says in a line what became of it.
func (c *loadCommand) Run(j *job) error {
	options, err := c.options(c.Files)
	if err != nil {
		return err
	}
	lib, err := j.openOwn()
	if err != nil {
		return err
	}
	defer lib.Close()
	receipts := lib.TakeWith(j.ctx, c.Files, options, j.counting())
	j.tell(lib, receipts)
	return stopped(j.ctx, receipts)
}

// stopped says, of a load that was stopped, what the library has of it; it is
// nil where nothing stopped it.
func stopped(ctx context.Context, receipts []library.Receipt) error {
	if ctx.Err() == nil {
		return nil
	}
	loaded := 0
	for _, r := range receipts {
		if r.Err == nil {
			loaded++
		}
	}
	if loaded == 0 {
		return ctx.Err()
	}
	return fmt.Errorf("stopped; the library has %d of %s, the others are as they were before", loaded, count(len(receipts), "file"))
}

// tell prints what became of files, a line each, and their problems.
func (j *job) tell(lib *library.Library, receipts []library.Receipt) {
	for _, r := range receipts {
		if errors.Is(r.Err, context.Canceled) {
			continue // said once, of all files
		}
		if r.Err != nil {
			fmt.Fprintf(j.Err, "vitrine: %v\n", r.Err)
			j.code = Failed
			continue
		}
		fmt.Fprintln(j.Out, receiptLine(r))
		j.tellProblems(lib, r.Source)
	}
}

// receiptLine writes what became of a file that was loaded.
func receiptLine(r library.Receipt) string {
	s := r.Source
	notes := ""
	if s.Notes > 0 {
		notes = ", " + count(s.Notes, "note")
	}
	if r.Already {
		return fmt.Sprintf("%s  %s  %s: loaded before, %s%s", s.Short(), s.Name, s.Format, count(s.Figures, "figure"), notes)
	}
	return fmt.Sprintf("%s  %s  %s: %s (%d new, %d equal, %d changed)%s, %s", s.Short(), s.Name, s.Format,
		count(s.Figures, "figure"), r.New, r.Equal, r.Changed, notes, count(s.Problems, "problem"))
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

type sourcesCommand struct {
	Notes  bool   `help:"What the reports say in words, a line a note, instead of the sources."`
	Format string `help:"table, csv or json; table on a terminal, csv otherwise." enum:"auto,table,csv,json" default:"auto"`
}

var sourceColumns = []string{"id", "name", "publisher", "format", "published", "figures", "current", "notes", "problems", "bytes", "address", "path"}

// Run lists the sources of the library.
func (c *sourcesCommand) Run(j *job) error {
	lib, err := j.openOwn()
	if err != nil {
		return err
	}
	defer lib.Close()
	sources, err := lib.Sources(j.ctx)
	if err != nil {
		return err
	}
	if c.Notes {
		return c.notes(j, lib)
	}
	var rows [][]string
	for _, s := range sources {
		rows = append(rows, []string{
			s.Short(), s.Name, s.Publisher, s.Format, s.Published.String(), fmt.Sprint(s.Figures), fmt.Sprint(s.Current),
			fmt.Sprint(s.Notes), fmt.Sprint(s.Problems), fmt.Sprint(s.Bytes), s.Address, s.Path,
		})
	}
	return j.writeList(c.Format, sourceColumns, rows)
}

var noteColumns = []string{"publisher", "service", "period_start", "period_end", "table", "name", "category", "subcategory", "text", "source", "file", "sheet", "row", "column"}

// notes lists what the current reports of the library say in words.
func (c *sourcesCommand) notes(j *job, lib *library.Library) error {
	notes, err := lib.SourceNotes(j.ctx)
	if err != nil {
		return err
	}
	rows := [][]string{}
	for _, n := range notes {
		o := n.Origin
		rows = append(rows, []string{
			n.Publisher, n.Service, n.Period.Start.String(), n.Period.Last().String(), n.Table, n.Name, n.Category, n.Subcategory, n.Text,
			reports.Source{ID: o.Source}.Short(), o.File, o.Sheet, fmt.Sprint(o.Row), reports.ColumnName(o.Column),
		})
	}
	return j.writeList(c.Format, noteColumns, rows)
}

type forgetCommand struct {
	Sources []string `arg:"" name:"SOURCE" help:"The first digits of a source's ID, or its name."`
}

// Run removes sources. All are looked up before the first is removed.
func (c *forgetCommand) Run(j *job) error {
	lib, err := j.openOwn()
	if err != nil {
		return err
	}
	defer lib.Close()
	var ids []string
	for _, name := range c.Sources {
		id, err := j.find(lib, name)
		if err != nil {
			return err
		}
		ids = append(ids, id)
	}
	for i, id := range ids {
		if err := lib.Forget(j.ctx, id); err != nil {
			return err
		}
		fmt.Fprintf(j.Out, "forgot %s\n", c.Sources[i])
	}
	return nil
}

// find returns the ID of the one source that a name or the first digits mean.
func (j *job) find(lib *library.Library, name string) (string, error) {
	sources, err := lib.Sources(j.ctx)
	if err != nil {
		return "", err
	}
	var hits []string
	for _, s := range sources {
		if s.Name == name || len(name) >= 4 && len(name) <= len(s.ID) && s.ID[:len(name)] == name {
			hits = append(hits, s.ID)
		}
	}
	switch len(hits) {
	case 1:
		return hits[0], nil
	case 0:
		return "", fmt.Errorf("the library has no source %q; see vitrine sources", name)
	}
	return "", errors.New(name + " is several sources; give more digits of the ID that vitrine sources prints")
}
