package command

import (
	"fmt"

	"vitrine/reports"
)

// filters are the flags by which every command chooses figures. Names may be
// codes, whatever their case; several are separated by commas.
type filters struct {
	Publisher   []string `help:"Only these publishers." sep:"none" placeholder:"NAME"`
	Table       []string `help:"Only these of a publisher's tables." sep:"none" placeholder:"NAME"`
	Measure     []string `help:"What to count; without it the first that the format names." sep:"none" placeholder:"NAME"`
	Service     []string `help:"Only these services." sep:"none" placeholder:"NAME"`
	Area        []string `help:"Only these areas." sep:"none" placeholder:"NAME"`
	Country     []string `help:"Only areas that are, or contain, these countries." sep:"," placeholder:"NAME"`
	Category    []string `help:"Only these categories." sep:"none" placeholder:"NAME"`
	Subcategory []string `help:"Only these subcategories." sep:"none" placeholder:"NAME"`
	Code        []string `help:"Only categories of these harmonised codes." sep:"none" placeholder:"CODE"`
	Trigger     []string `help:"Only what these set off." sep:"none" placeholder:"NAME"`
	Detection   []string `help:"Only what was found so." sep:"none" placeholder:"NAME"`
	Decision    []string `help:"Only what was decided so." sep:"none" placeholder:"NAME"`
	Ground      []string `help:"Only by law, or by the publisher's terms." sep:"none" placeholder:"NAME"`
	Action      []string `help:"Only these actions." sep:"none" placeholder:"NAME"`
	Facet       []string `help:"Only these facets." sep:"none" placeholder:"NAME"`
	Since       string   `help:"From the first day of this period: 2024, 2024-H1, 2024-Q3, 2024-08, 2024-08-14." placeholder:"PERIOD"`
	Until       string   `help:"To the last day of this period." placeholder:"PERIOD"`
	AsOf        string   `name:"as-published-on" help:"As the reports stood on this day: of each the newest edition published by then." placeholder:"DAY"`
}

// question turns the filters into a question.
func (f filters) question() (reports.Question, error) {
	q := reports.Question{Publisher: f.Publisher, Table: f.Table, Measure: f.Measure, Country: f.Country, Code: f.Code}
	for d, values := range map[reports.Dim][]string{
		reports.Service: f.Service, reports.Area: f.Area, reports.Category: f.Category, reports.Subcategory: f.Subcategory,
		reports.Trigger: f.Trigger, reports.Detection: f.Detection, reports.Decision: f.Decision, reports.Ground: f.Ground,
		reports.Action: f.Action, reports.Facet: f.Facet,
	} {
		q.Where[d] = values
	}
	if f.Since != "" {
		p, err := reports.ParsePeriod(f.Since)
		if err != nil {
			return q, fmt.Errorf("--since: %w", err)
		}
		q.Since = p.Start
	}
	if f.Until != "" {
		p, err := reports.ParsePeriod(f.Until)
		if err != nil {
			return q, fmt.Errorf("--until: %w", err)
		}
		q.Until = p.End
	}
	if f.AsOf != "" {
		day, err := reports.ParseDay(f.AsOf)
		if err != nil {
			return q, fmt.Errorf("--as-published-on: %w", err)
		}
		q.AsOf = day
	}
	if q.Since != 0 && q.Until != 0 && q.Until <= q.Since {
		return q, fmt.Errorf("--until %s ends before --since %s begins", f.Until, f.Since)
	}
	return q, nil
}

// views are the flags of commands that answer over time.
type views struct {
	filters
	By      []string `help:"Split by these dimensions, country or code; without it the question is about the total." placeholder:"DIM"`
	Every   string   `help:"The length of periods: as-published, day, week, month, quarter, half, year or span." default:"as-published" placeholder:"GRAIN"`
	Partial bool     `help:"Show incomplete periods, marked with the days that they have."`
	Derived bool     `help:"Where only a share was published, derive numbers from its published base."`
}

func (v views) question() (reports.Question, error) {
	q, err := v.filters.question()
	if err != nil {
		return q, err
	}
	if q.Every, err = reports.ParseGrain(v.Every); err != nil {
		return q, fmt.Errorf("--every: %w", err)
	}
	q.Partial, q.Derived = v.Partial, v.Derived
	return q, splitBy(&q, v.By)
}

// splitBy adds the dimensions that a question is split by.
func splitBy(q *reports.Question, by []string) error {
	for _, name := range by {
		switch d, ok := reports.ParseDim(name); {
		case name == "country":
			q.ByCountry = true
		case name == "code":
			q.ByCode = true
		case ok:
			q.By = append(q.By, d)
		default:
			return fmt.Errorf("--by: %q is none of %s, country, code", name, reports.DimsOf(reports.AllDims()...))
		}
	}
	return nil
}
