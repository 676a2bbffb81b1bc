package command

import (
	"fmt"

	"vitrine/assets"
	"vitrine/reports/audit"
)

type checkCommand struct {
	Files  []string `arg:"" optional:"" name:"FILE" help:"Work on these exports alone."`
	Format string   `help:"table, csv or json; table on a terminal, csv otherwise." enum:"auto,table,csv,json" default:"auto"`
	vintage
}

var checkColumns = []string{"check", "publisher", "table", "split", "figures", "finding"}

// Run prints what the checks find, and ends with 1 if they find anything.
func (c *checkCommand) Run(j *job) error {
	lib, err := j.open(c.Files, c.vintage)
	if err != nil {
		return err
	}
	defer lib.Close()
	found, err := audit.Unmapped(j.ctx, lib, names(), assets.Unmapped())
	if err != nil {
		return err
	}
	var rows [][]string
	for _, f := range found {
		rows = append(rows, []string{f.Check, f.Publisher, f.Table, splitText(f.Split), fmt.Sprint(f.Figures), f.Text})
		j.code = Findings
	}
	return j.writeList(c.Format, checkColumns, rows)
}
