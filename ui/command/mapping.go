package command

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"vitrine/reports"
	"vitrine/reports/export"
	"vitrine/reports/publisher"
	"vitrine/reports/sheet"
)

type mappingCommand struct {
	File      string `arg:"" name:"FILE" help:"A table that no format knows."`
	Output    string `short:"o" help:"Where to write the mapping; the standard output without it." placeholder:"TOML"`
	Publisher string `help:"Who publishes the table." placeholder:"NAME"`
	Table     string `help:"What the table is called, the same for all its editions." placeholder:"NAME"`
	Sheet     string `help:"The sheet of a workbook, or the table of a page; the largest without it." placeholder:"NAME"`
	Header    string `help:"The rows of its header: 5, or 4-5 of two; as it looks without it." placeholder:"ROWS"`
	Rows      int    `help:"How many rows to show as they would be read." default:"5"`
}

// Run writes a proposal, and shows the first rows as it would read them.
func (c *mappingCommand) Run(j *job) error {
	book, err := sheet.OpenFile(j.ctx, c.File)
	if err != nil {
		return err
	}
	at, err := c.stand()
	if err != nil {
		return err
	}
	m, err := publisher.ProposeAt(j.ctx, book, at)
	if err != nil {
		return err
	}
	m.Publisher, m.Table = cmp.Or(c.Publisher, m.Publisher), cmp.Or(c.Table, m.Table)
	write := func(w io.Writer) error {
		_, err := w.Write(m.TOML())
		return err
	}
	if c.Output == "" {
		err = write(j.Out)
	} else {
		err = export.WriteFile(c.Output, write)
	}
	if err != nil {
		return err
	}
	return c.show(j, book, m)
}

// stand reads where the table stands.
func (c *mappingCommand) stand() (publisher.Stand, error) {
	at := publisher.Stand{Sheet: c.Sheet}
	if c.Header == "" {
		return at, nil
	}
	first, last, several := strings.Cut(c.Header, "-")
	if !several {
		last = first
	}
	from, err1 := strconv.Atoi(first)
	to, err2 := strconv.Atoi(last)
	if err1 != nil || err2 != nil || from < 1 || to < from || to-from >= publisher.MostHeaderRows || to > publisher.MostAboveHeader+1 {
		return at, fmt.Errorf("--header is %q; give the number of a row up to %d, as 5, or of two or three that follow each other, as 4-5", c.Header, publisher.MostAboveHeader+1)
	}
	at.Row, at.Rows = to, to-from+1
	return at, nil
}

// show prints what the mapping makes of the first rows, and what it asks.
func (c *mappingCommand) show(j *job, book *sheet.Book, m publisher.Mapping) error {
	r, err := m.Preview(j.ctx, book, c.Rows)
	switch {
	case errors.Is(err, reports.ErrUnknownPeriod):
		fmt.Fprintln(j.Err, err)
	case err != nil && !errors.Is(err, publisher.ErrNoTable):
		return err
	}
	fmt.Fprintf(j.Err, "the first rows, as the mapping reads them:\n")
	for _, f := range r.Figures {
		fmt.Fprintf(j.Err, "  row %d, column %s: %s\n", f.Origin.Row, reports.ColumnName(f.Origin.Column), figureText(f))
	}
	if len(r.Figures) == 0 {
		fmt.Fprintln(j.Err, "  no figure")
	}
	for _, p := range r.Problems {
		fmt.Fprintln(j.Err, p.Error())
	}
	for _, ask := range m.Asks() {
		fmt.Fprintf(j.Err, "to answer: %s\n", ask)
	}
	return nil
}

// figureText writes a figure in a line.
func figureText(f reports.Figure) string {
	value := export.Plain(f.Value)
	if f.HasRange {
		value = strings.TrimPrefix(value+" ", " ") + export.Plain(f.Low) + " to " + export.Plain(f.High)
	}
	parts := []string{string(f.Measure), f.Period.String(), cmp.Or(splitText(f.Split), "all"), cmp.Or(value, f.Status.String())}
	return strings.Join(parts, " · ")
}
