package command

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/audit"
	"vitrine/reports/library"
)

type checkCommand struct {
	Files    []string `arg:"" optional:"" name:"FILE" help:"Work on these exports alone."`
	Check    []string `help:"Only these checks; docs/checks.md lists them." placeholder:"NAME"`
	Severity string   `help:"Only findings as grave as this: question, warning or error." default:"question" enum:"question,warning,error"`
	All      bool     `help:"Findings too that were set aside."`
	Cases    bool     `help:"A row for each case of a finding, with the numbers that stand against each other."`
	SetAside []string `help:"Set findings aside in the library, by the first digits of their IDs." placeholder:"ID"`
	PutBack  []string `help:"Let findings count again that were set aside." placeholder:"ID"`
	Note     string   `help:"With --set-aside: why." placeholder:"TEXT"`
	Output   string   `short:"o" help:"Write them to a file: findings.xlsx, .csv or .json." placeholder:"FILE"`
	Language string   `help:"Language of the sentences: ${languages}." placeholder:"LANG"`
	Format   string   `help:"table, csv or json; table on a terminal, csv otherwise." enum:"auto,table,csv,json" default:"auto"`
	filters
	vintage
}

// Run prints what the checks find, and ends with 1 if they find anything that
// is not set aside.
func (c *checkCommand) Run(j *job) error {
	options, err := c.options()
	if err != nil {
		return err
	}
	j.quiet = true
	lib, err := j.open(c.Files, c.vintage)
	if err != nil {
		return err
	}
	defer lib.Close()
	w := assets.For(cmp.Or(c.Language, j.Language))
	if len(c.SetAside)+len(c.PutBack) > 0 {
		return c.decide(j, lib, w)
	}
	found, err := audit.Run(j.ctx, lib, options)
	if err != nil {
		return err
	}
	for _, f := range found {
		if f.Aside == nil {
			j.code = Findings
		}
	}
	j.tellChecks(w, found)
	return c.write(j, lib, w, found)
}

// options turns the flags into what an audit looks for.
func (c *checkCommand) options() (o audit.Options, err error) {
	q, err := c.question()
	if err != nil {
		return o, err
	}
	if _, known := outputs[strings.ToLower(filepath.Ext(c.Output))]; c.Output != "" && !known {
		return o, fmt.Errorf("-o %s: findings are written as .xlsx, .csv or .json", c.Output)
	}
	switch deciding := len(c.SetAside)+len(c.PutBack) > 0; {
	case deciding && len(c.Files) > 0:
		return o, errors.New("findings are set aside in your library: leave the FILEs out, after vitrine load FILE")
	case len(c.SetAside) > 0 && strings.TrimSpace(c.Note) == "":
		return o, errors.New("--set-aside needs the reason: --note TEXT")
	case c.Note != "" && len(c.SetAside) == 0:
		return o, errors.New("--note is the reason of --set-aside ID, which is missing")
	}
	least, _ := audit.ParseSeverity(c.Severity)
	return audit.Options{
		Names: names(), Left: assets.Unmapped(), Question: q, Checks: c.Check, Least: least, All: c.All,
	}, nil
}

// decide sets findings aside, or puts them back. All are looked up before the
// first is changed.
func (c *checkCommand) decide(j *job, lib *library.Library, w *assets.Words) error {
	found, err := audit.Run(j.ctx, lib, audit.Options{Names: names(), Left: assets.Unmapped(), All: true})
	if err != nil {
		return err
	}
	aside, err := findAll(found, c.SetAside)
	if err != nil {
		return err
	}
	held, err := lib.Asides(j.ctx)
	if err != nil {
		return err
	}
	for _, id := range c.PutBack {
		if !slices.ContainsFunc(held, func(a reports.Aside) bool { return strings.HasPrefix(a.ID, id) }) {
			return fmt.Errorf("no finding %s is set aside", id)
		}
	}
	for _, f := range aside {
		said := f.Text.Say(w)
		if err := lib.SetAside(j.ctx, reports.Aside{ID: f.ID, Note: c.Note, Said: said, On: reports.DayOf(time.Now().Date())}); err != nil {
			return err
		}
		fmt.Fprintf(j.Out, "set aside %s: %s\n", f.ID, said)
	}
	for _, a := range held {
		if slices.ContainsFunc(c.PutBack, func(id string) bool { return strings.HasPrefix(a.ID, id) }) {
			if err := lib.PutBack(j.ctx, a.ID); err != nil {
				return err
			}
			fmt.Fprintf(j.Out, "put back %s: %s\n", a.ID, a.Said)
		}
	}
	return nil
}

// findAll finds the one finding that each ID, or its first digits, means.
func findAll(found []audit.Finding, ids []string) ([]audit.Finding, error) {
	var list []audit.Finding
	for _, id := range ids {
		var hits []audit.Finding
		for _, f := range found {
			if len(id) >= 4 && strings.HasPrefix(f.ID, strings.ToLower(id)) {
				hits = append(hits, f)
			}
		}
		switch len(hits) {
		case 1:
			list = append(list, hits[0])
		case 0:
			return nil, fmt.Errorf("no finding %q; vitrine check prints their IDs", id)
		default:
			return nil, fmt.Errorf("%s is several findings; give more of the ID that vitrine check prints", id)
		}
	}
	return list, nil
}

// tellChecks prints how many findings each check has.
func (j *job) tellChecks(w *assets.Words, found []audit.Finding) {
	aside := 0
	for _, name := range audit.CheckNames() {
		var counts [3]int
		for _, f := range found {
			switch {
			case f.Check != name:
			case f.Aside != nil:
				aside++
			default:
				counts[f.Severity]++
			}
		}
		var parts []string
		for s := audit.Error; s >= audit.Question; s-- {
			if counts[s] > 0 {
				parts = append(parts, count(counts[s], s.String()))
			}
		}
		if len(parts) > 0 {
			fmt.Fprintf(j.Err, "%s (%s): %s\n", w.Check(name), name, strings.Join(parts, ", "))
		}
	}
	if aside > 0 {
		fmt.Fprintf(j.Err, "%s set aside\n", count(aside, "finding"))
	}
}
