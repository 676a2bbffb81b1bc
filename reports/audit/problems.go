package audit

import (
	"regexp"
	"slices"
	"strings"

	"vitrine/reports"
)

// saysOtherwise knows the problems in which a title, a note or a sheet's name
// states another period than the rest of its file.
var saysOtherwise = regexp.MustCompile(`^the (sheet|note|title|name|heading|file) says .*, (the|its) \w+`)

// titles looks for titles and notes that state another period than their file.
func (a *auditor) titles() error {
	return a.problems("title", Warning, func(what string) bool { return saysOtherwise.MatchString(what) })
}

// unread looks for cells, rows and columns that no format could read.
func (a *auditor) unread() error {
	return a.problems("unread", Warning, func(what string) bool { return !saysOtherwise.MatchString(what) })
}

// quoted is what problems of one kind differ in: names and numbers.
var quoted = regexp.MustCompile(`"[^"]*"|[0-9][0-9.,-]*`)

// problems makes a finding of the problems of one kind in one source.
func (a *auditor) problems(check string, severity Severity, which func(what string) bool) error {
	sources, err := a.library.Sources(a.ctx)
	if err != nil {
		return err
	}
	for _, s := range sources {
		if s.Problems == 0 || !slices.ContainsFunc(publishersOf(s), a.publisher) {
			continue
		}
		problems, err := a.library.Problems(a.ctx, s.ID)
		if err != nil {
			return err
		}
		var kinds []string
		byKind := map[string][]reports.Problem{}
		for _, p := range problems {
			kind := quoted.ReplaceAllString(p.What, "…")
			if !which(p.What) {
				continue
			}
			if byKind[kind] == nil {
				kinds = append(kinds, kind)
			}
			byKind[kind] = append(byKind[kind], p)
		}
		for _, kind := range kinds {
			a.addProblems(check, severity, s, byKind[kind])
		}
	}
	return nil
}

func publishersOf(s reports.Source) []string { return strings.Split(s.Publisher, ", ") }

func (a *auditor) addProblems(check string, severity Severity, s reports.Source, list []reports.Problem) {
	f := Finding{Check: check, Severity: severity, Publisher: publishersOf(s)[0], Compared: s.Problems}
	for _, p := range list {
		p.Origin.Source = s.ID
		f.Cases = append(f.Cases, Case{Origin: p.Origin})
	}
	key := "finding.problem.many"
	if len(list) == 1 {
		key = "finding.problem.one"
	}
	f.Text = Phrase{Key: key, Args: []any{"file", s.Name, "what", problemText(strings.TrimSuffix(list[0].What, ".")), "cases", len(list)}}
	f.Settle = Phrase{Key: "settle." + check}
	a.add(f)
}
