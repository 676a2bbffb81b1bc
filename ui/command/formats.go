package command

import (
	"vitrine/reports/publisher"
	"vitrine/reports/statements"
)

type formatsCommand struct {
	Format string `help:"table, csv or json; table on a terminal, csv otherwise." enum:"auto,table,csv,json" default:"auto"`
}

// Run lists the exports that Vitrine reads.
func (c *formatsCommand) Run(j *job) error {
	var rows [][]string
	for i := range publisher.Formats {
		f := &publisher.Formats[i]
		rows = append(rows, []string{f.Publisher, f.String(), f.Title, f.URL})
	}
	rows = append(rows, []string{statements.Publisher, statements.FormatName, statements.FormatTitle, statements.Site})
	return j.writeList(c.Format, []string{"publisher", "format", "export", "address"}, rows)
}
