package library

import (
	"context"
	"errors"

	"vitrine/reports"
)

// Record makes the audit record of tables, with the sources on which they
// rest: those of the publishers that they are about, or, where none is named,
// of those that their questions ask about. version is Vitrine's.
func (l *Library) Record(ctx context.Context, version string, names reports.Names, publishers []string, tables ...reports.RecordedTable) (reports.AuditRecord, error) {
	r := reports.AuditRecord{Form: reports.RecordForm, Vitrine: version, Tables: tables}
	var day reports.Day
	everyVintage := false
	for _, t := range tables {
		asked, err := reports.ParseAsking(t.Asked)
		if err != nil {
			return r, err
		}
		day = asked.Question.AsOf
		everyVintage = everyVintage || asked.Command == "revisions"
		if len(publishers) > 0 {
			continue
		}
		if publishers, err = l.askedAbout(ctx, asked, names); err != nil {
			return r, err
		}
	}
	sources, err := l.Supporting(ctx, publishers, day, everyVintage)
	for _, s := range sources {
		r.Sources = append(r.Sources, reports.RecordSource(s))
	}
	if err == nil && len(sources) == 0 {
		err = errors.New("there is nothing to record: the library has no figure of it")
	}
	return r, err
}

// askedAbout lists the publishers that a question asks about.
func (l *Library) askedAbout(ctx context.Context, asked reports.Asking, names reports.Names) ([]string, error) {
	day := asked.Question.AsOf
	if asked.Command == "revisions" {
		day = everything
	}
	from, err := l.at(ctx, day)
	if err != nil {
		return nil, err
	}
	scope, err := reports.ScopeOf(ctx, asked.Question, from, names)
	var publishers []string
	for _, b := range scope.Blocks {
		publishers = append(publishers, b.Publisher)
	}
	return publishers, err
}
