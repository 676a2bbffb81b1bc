package audit

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"vitrine/reports"
)

// A Library is what an audit asks: a ledger that also tells of its sources and
// of all its blocks at once, so that no figure is fetched that is not needed.
type Library interface {
	reports.Ledger
	Sources(ctx context.Context) ([]reports.Source, error)
	Problems(ctx context.Context, id string) ([]reports.Problem, error)
	// Extremes lists the least and the greatest number of every block.
	Extremes(ctx context.Context) ([]reports.Extreme, error)
	// Outside lists the figures of a block that lie beyond two numbers.
	Outside(ctx context.Context, r reports.Request, low, high float64) ([]reports.Figure, error)
	// Twice lists figures of one identity that state different numbers.
	Twice(ctx context.Context) ([]reports.Figure, error)
	// Periods lists the periods of every block.
	Periods(ctx context.Context) ([]reports.StatedPeriod, error)
	// Asides lists the findings that the user set aside.
	Asides(ctx context.Context) ([]reports.Aside, error)
}

// A Check looks for one kind of finding.
type Check struct {
	Name string
	run  func(*auditor) error
}

// Checks lists the checks, in the order in which findings are told.
// docs/checks.md says what each means and where it is from.
var Checks = []Check{
	{"total", (*auditor).totals},
	{"subcategories", (*auditor).subcategories},
	{"countries", (*auditor).countries},
	{"excess", (*auditor).excess},
	{"subset", (*auditor).subsets},
	{"shares", (*auditor).shares},
	{"rate", (*auditor).rates},
	{"sister", (*auditor).sisters},
	{"periods", (*auditor).periods},
	{"twice", (*auditor).twice},
	{"range", (*auditor).ranges},
	{"gap", (*auditor).gaps},
	{"title", (*auditor).titles},
	{"unread", (*auditor).unread},
	{"unmapped", (*auditor).unmapped},
	{"jump", (*auditor).jumps},
}

// Options say what an audit looks for, and where.
type Options struct {
	Names  reports.Names
	Left   *reports.Unmapped // categories that have no code on purpose
	Checks []string          // only these; none: all
	// Question's filters and span choose findings: one is kept with the cases
	// that they let through.
	Question reports.Question
	Least    Severity // only findings as grave as this
	All      bool     // those too that were set aside
}

// Run checks what a library holds. Findings come in the order of Checks, the
// gravest first within one.
func Run(ctx context.Context, l Library, o Options) ([]Finding, error) {
	a, err := newAuditor(ctx, l, o)
	if err != nil {
		return nil, err
	}
	for _, c := range Checks {
		if len(o.Checks) > 0 && !slices.Contains(o.Checks, c.Name) {
			continue
		}
		first := len(a.found)
		if err := c.run(a); err != nil {
			return nil, fmt.Errorf("the check %s: %w", c.Name, err)
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		sortFindings(a.found[first:])
	}
	return a.kept()
}

// CheckNames lists the names of the checks in order.
func CheckNames() []string {
	var names []string
	for _, c := range Checks {
		names = append(names, c.Name)
	}
	return names
}

// An auditor looks for findings in one library.
type auditor struct {
	ctx     context.Context
	library Library
	options Options
	filter  reports.Filter
	blocks  []reports.Block
	stated  map[string][]reports.StatedPeriod // the periods of a block, by blockName
	found   []Finding
}

func newAuditor(ctx context.Context, l Library, o Options) (*auditor, error) {
	a := &auditor{ctx: ctx, library: l, options: o, stated: map[string][]reports.StatedPeriod{}}
	for _, name := range o.Checks {
		if !slices.Contains(CheckNames(), name) {
			return nil, fmt.Errorf("no check is called %q; there is %s", name, strings.Join(CheckNames(), ", "))
		}
	}
	var err error
	if day := o.Question.AsOf; day != 0 {
		if a.library, err = asOf(ctx, l, day); err != nil {
			return nil, err
		}
		l, a.options.Question.AsOf = a.library, 0
	}
	if a.filter, err = reports.NewFilter(ctx, a.options.Question, l, o.Names); err != nil {
		return nil, err
	}
	all, err := l.Blocks(ctx)
	if err != nil {
		return nil, err
	}
	a.blocks = slices.DeleteFunc(all, func(b reports.Block) bool { return !a.publisher(b.Publisher) })
	periods, err := l.Periods(ctx)
	for _, p := range periods {
		name := blockName(p.Publisher, p.Table, p.Measure, p.Breakdown)
		a.stated[name] = append(a.stated[name], p)
	}
	return a, err
}

// asOf returns a library as it stood on a day.
func asOf(ctx context.Context, l Library, day reports.Day) (Library, error) {
	if dated, ok := l.(reports.Dated); ok {
		then, err := dated.AsOf(ctx, day)
		if stood, ok := then.(Library); ok || err != nil {
			return stood, err
		}
	}
	return nil, errors.New("this library keeps no vintages to be checked as of a day")
}

// publisher tells whether the question asks about any of a publisher's tables:
// those of others need no look.
func (a *auditor) publisher(name string) bool {
	return a.filter.Publisher(name)
}

func blockName(publisher, table string, m reports.Measure, breakdown reports.Dims) string {
	return fmt.Sprint(publisher, " | ", table, " | ", m, " | ", uint16(breakdown))
}

func nameOf(b reports.Block) string {
	return blockName(b.Publisher, b.Table, b.Measure, b.Breakdown)
}

// add keeps a finding, its weightiest cases first.
func (a *auditor) add(f Finding) {
	slices.SortStableFunc(f.Cases, func(x, y Case) int {
		return cmp.Or(cmp.Compare(y.Weight, x.Weight), x.Period.Compare(y.Period), x.Split.Compare(y.Split))
	})
	a.found = append(a.found, f)
}

// kept returns the findings that the options ask for, each with its identity.
func (a *auditor) kept() ([]Finding, error) {
	asides, err := a.library.Asides(a.ctx)
	if err != nil {
		return nil, err
	}
	var list []Finding
	for _, f := range a.found {
		f.identify()
		if i := slices.IndexFunc(asides, func(s reports.Aside) bool { return s.ID == f.ID }); i >= 0 {
			f.Aside = &asides[i]
		}
		if f.Severity >= a.options.Least && (f.Aside == nil || a.options.All) && a.asked(&f) {
			list = append(list, f)
		}
	}
	return list, nil
}

// asked tells whether the question's filters let a finding through, and
// leaves it the cases that they do.
func (a *auditor) asked(f *Finding) bool {
	if a.filter.Everything() {
		return true
	}
	if !a.filter.Table(f.Publisher, f.Table, f.Measure) && (f.Other == "" || !a.filter.Table(f.Publisher, f.Other, f.Measure)) {
		return false
	}
	if len(f.Cases) == 0 {
		return !a.filter.Splits()
	}
	f.Cases = slices.DeleteFunc(slices.Clone(f.Cases), func(c Case) bool {
		return !a.filter.Split(f.Publisher, c.Split) || c.Period != (reports.Period{}) && !a.filter.Period(c.Period)
	})
	return len(f.Cases) > 0
}

func sortFindings(list []Finding) {
	slices.SortStableFunc(list, func(a, b Finding) int {
		return cmp.Or(
			int(b.Severity-a.Severity), cmp.Compare(a.Publisher, b.Publisher), cmp.Compare(a.Table, b.Table),
			cmp.Compare(a.Measure, b.Measure), a.Span().Compare(b.Span()),
		)
	})
}
