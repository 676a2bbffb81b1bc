package reports

import (
	"fmt"
	"slices"
	"strings"
)

// ParseAsking reads what Words writes. A word that it does not know is an
// error.
func ParseAsking(words []string) (Asking, error) {
	if len(words) == 0 || !slices.Contains(askingCommands, words[0]) {
		return Asking{}, fmt.Errorf("a question begins with one of %s", strings.Join(askingCommands, ", "))
	}
	a := Asking{Command: words[0]}
	for _, word := range words[1:] {
		flag, ok := strings.CutPrefix(word, "--")
		if !ok {
			return a, fmt.Errorf("%q is no flag", word)
		}
		name, value, valued := strings.Cut(flag, "=")
		set, known := askingFlags[name]
		switch {
		case slices.Contains(shownFlags, name):
			a.Shown = append(a.Shown, word)
			if err := a.setAxis(name, value); err != nil {
				return a, fmt.Errorf("--%s: %w", name, err)
			}
			continue
		case !known:
			return a, fmt.Errorf("there is no flag --%s that this Vitrine could repeat", name)
		case valued == (set.value == nil):
			return a, fmt.Errorf("--%s: a value is missing, or too much", name)
		case !valued:
			set.yes(&a)
			continue
		}
		if err := set.value(&a, value); err != nil {
			return a, fmt.Errorf("--%s: %w", name, err)
		}
	}
	if q := a.Question; q.Since != 0 && q.Until != 0 && q.Until <= q.Since {
		return a, fmt.Errorf("--until=%s ends before --since=%s begins", q.Until-1, q.Since)
	}
	return a, nil
}

// setAxis splits by what stands along a side of a table.
func (a *Asking) setAxis(name, value string) error {
	if a.Command != "table" || name != "rows" && name != "columns" || value == "period" {
		return nil
	}
	return setBy(a, value)
}

// A setter sets what a flag says: one with a value, or one that is there or
// not.
type setter struct {
	value func(*Asking, string) error
	yes   func(*Asking)
}

// askingFlags are the flags that change numbers.
var askingFlags = makeAskingFlags()

func makeAskingFlags() map[string]setter {
	list := func(of func(*Asking) *[]string) setter {
		return setter{value: func(a *Asking, v string) error {
			values := of(a)
			*values = append(*values, v)
			return nil
		}}
	}
	flags := map[string]setter{
		"publisher": list(func(a *Asking) *[]string { return &a.Question.Publisher }),
		"table":     list(func(a *Asking) *[]string { return &a.Question.Table }),
		"measure":   list(func(a *Asking) *[]string { return &a.Question.Measure }),
		"country":   list(func(a *Asking) *[]string { return &a.Question.Country }),
		"code":      list(func(a *Asking) *[]string { return &a.Question.Code }),
		"since":     day(func(a *Asking, d Day) { a.Question.Since = d }),
		"until":     day(func(a *Asking, d Day) { a.Question.Until = d + 1 }),

		"as-published-on": day(func(a *Asking, d Day) { a.Question.AsOf = d }),

		"by":      {value: setBy},
		"every":   {value: setEvery},
		"only":    {value: setOnly},
		"against": {value: setAgainst},

		"from":  period(func(a *Asking, p Period) { a.Pair.From = p }),
		"to":    period(func(a *Asking, p Period) { a.Pair.To = p }),
		"index": period(func(a *Asking, p Period) { a.Worked = Transform{Indexed, p} }),

		"partial":        {yes: func(a *Asking) { a.Question.Partial = true }},
		"derived":        {yes: func(a *Asking) { a.Question.Derived = true }},
		"per-day":        {yes: func(a *Asking) { a.Pair.PerDay = true }},
		"per-million":    {yes: func(a *Asking) { a.Worked = Transform{Kind: PerMillion} }},
		"per-recipients": {yes: func(a *Asking) { a.Worked = Transform{Kind: PerRecipients} }},
		"week-mean":      {yes: func(a *Asking) { a.Worked = Transform{Kind: WeekMean} }},
	}
	for _, d := range AllDims() {
		flags[d.String()] = list(func(a *Asking) *[]string { return &a.Question.Where[d] })
	}
	return flags
}

func day(set func(*Asking, Day)) setter {
	return setter{value: func(a *Asking, v string) error {
		d, err := ParseDay(v)
		if err == nil {
			set(a, d)
		}
		return err
	}}
}

func period(set func(*Asking, Period)) setter {
	return setter{value: func(a *Asking, v string) error {
		p, err := ParsePeriod(v)
		if err == nil {
			set(a, p)
		}
		return err
	}}
}

func setBy(a *Asking, v string) error {
	q := &a.Question
	switch d, ok := ParseDim(v); {
	case v == "country":
		q.ByCountry = true
	case v == "code":
		q.ByCode = true
	case ok:
		q.By = append(q.By, d)
	default:
		return fmt.Errorf("%q is none of %s, country, code", v, DimsOf(AllDims()...))
	}
	return nil
}

func setEvery(a *Asking, v string) (err error) {
	a.Question.Every, err = ParseGrain(v)
	return err
}

func setOnly(a *Asking, v string) error {
	if !slices.Contains(RevisionKinds(), RevisionKind(v)) {
		return fmt.Errorf("%q is no change", v)
	}
	a.Only = append(a.Only, RevisionKind(v))
	return nil
}

func setAgainst(a *Asking, v string) error {
	publisher, service, _ := strings.Cut(v, "/")
	a.Pair.Against = Subject{publisher, service}
	return nil
}
