package library

import (
	"context"
	"database/sql/driver"
	"slices"

	"vitrine/reports"
	"vitrine/reports/publisher"
)

// What the user said of a source stands in a table of its own, so that a
// record can repeat how it was loaded.

// given returns what the user said of the input, as far as it was needed.
func (t *taking) given(r reports.Reading) reports.Given {
	g := reports.Given{Period: t.options.Period}
	for _, m := range slices.Concat(t.options.Mappings, t.options.Kept) {
		if m.FormatName() == r.Format {
			g.Mapping = string(m.TOML())
			break
		}
	}
	return g
}

func (n *loading) addGiven(ctx context.Context) error {
	g := n.receipt.Source.Given
	if g == (reports.Given{}) {
		return nil
	}
	period := ""
	if g.Period != (reports.Period{}) {
		period = g.Period.String()
	}
	return n.add(ctx, "givens", slices.Values([][]driver.Value{{n.number, period, g.Mapping}}))
}

// givens returns what the user said of sources, by their numbers.
func (l *Library) givens(ctx context.Context) (map[int32]reports.Given, error) {
	said := map[int32]reports.Given{}
	err := each(ctx, l.db, "SELECT source, period, mapping FROM givens", nil, func(scan func(...any) error) error {
		var number int32
		var period string
		var g reports.Given
		err := scan(&number, &period, &g.Mapping)
		if err == nil && period != "" {
			g.Period, err = reports.ParsePeriod(period)
		}
		said[number] = g
		return err
	})
	return said, err
}

// options returns the options by which a source is taken as it was.
func optionsOf(s reports.Source) (TakeOptions, error) {
	o := TakeOptions{Address: s.Address, Retrieved: s.Retrieved}
	o.Period, o.Published = s.Given.Period, s.Published
	if s.Given.Mapping == "" {
		return o, nil
	}
	m, err := publisher.ParseMapping("the record's mapping", []byte(s.Given.Mapping))
	if err == nil {
		err = m.Check()
	}
	o.Mappings = []publisher.Mapping{m}
	return o, err
}
