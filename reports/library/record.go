package library

import (
	"context"
	"errors"

	"vitrine/reports"
)

// Record makes the audit record of tables, with the sources on which they
// rest: those of the publishers that they are about, or all where none is
// named. version is Vitrine's.
func (l *Library) Record(ctx context.Context, version string, publishers []string, tables ...reports.RecordedTable) (reports.AuditRecord, error) {
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

// RecordScope makes the record of tables of revisions, as Record does: they
// rest on every vintage of the publishers that their question asks about.
func (l *Library) RecordScope(ctx context.Context, version string, names reports.Names, tables ...reports.RecordedTable) (reports.AuditRecord, error) {
	asked, err := reports.ParseAsking(tables[0].Asked)
	if err != nil {
		return reports.AuditRecord{}, err
	}
	all, err := l.AllVintages(ctx)
	if err != nil {
		return reports.AuditRecord{}, err
	}
	scope, err := reports.ScopeOf(ctx, asked.Question, all, names)
	if err != nil {
		return reports.AuditRecord{}, err
	}
	var publishers []string
	for _, b := range scope.Blocks {
		publishers = append(publishers, b.Publisher)
	}
	return l.Record(ctx, version, publishers, tables...)
}
