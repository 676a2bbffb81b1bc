package command

import (
	"errors"
	"fmt"

	"vitrine/reports"
	"vitrine/reports/library"
)

// vintage has the flags by which the user says of files what these do not say
// themselves.
type vintage struct {
	Period     string `help:"The period of files whose cells and names state none: 2023-H2." placeholder:"PERIOD"`
	Mapping    string `help:"What the columns of FILEs mean that no format knows; vitrine mapping FILE proposes one." placeholder:"TOML"`
	Published  string `help:"The day on which the files were published: orders the vintages of a report." placeholder:"DAY"`
	Duplicates bool   `help:"Look for statements that stand twice in a dump of the DSA database; takes about half as long again."`
}

// options turns the flags into what the library takes. They say something of
// files, so there must be some.
func (v vintage) options(files []string) (o library.TakeOptions, err error) {
	if len(files) == 0 && v != (vintage{}) {
		return o, errors.New("--period, --published, --mapping and --duplicates are about FILEs, and none is given")
	}
	if v.Period != "" {
		if o.Period, err = reports.ParsePeriod(v.Period); err != nil {
			return o, fmt.Errorf("--period: %w", err)
		}
	}
	if v.Published != "" {
		if o.Published, err = reports.ParseDay(v.Published); err != nil {
			return o, fmt.Errorf("--published: %w", err)
		}
	}
	o.Duplicates = v.Duplicates
	if v.Mapping != "" {
		m, err := library.ReadMapping(v.Mapping)
		if err == nil {
			err = m.Check()
		}
		if err != nil {
			return o, fmt.Errorf("--mapping: %w", err)
		}
		o.Mappings = append(o.Mappings, m)
	}
	return o, nil
}
