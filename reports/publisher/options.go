package publisher

import (
	"fmt"
	"slices"
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// Options say what the user knows of an export beside its bytes.
type Options struct {
	Period    reports.Period // of exports that state none; zero: as the name says
	Published reports.Day    // the vintage; zero: as the export says
	// Mappings are given for these exports, and go before every format; those
	// that are Kept read what no format knows.
	Mappings, Kept []Mapping
	// Beside opens the files that lie in the export's folder under names that
	// alike accepts; nil: it lies in none. Of a report in several files, one may
	// say whose report another is of.
	Beside func(alike func(name string) bool) []*sheet.File
}

// applied returns a reading of which the user says more: asked tells whether
// a format needed the period.
func (o Options) applied(r reports.Reading, name string, asked bool) reports.Reading {
	if o.Published != 0 {
		r.Published = o.Published
	}
	for i := range r.Earlier {
		day := &r.Earlier[i].Reading.Published
		*day = min(*day, r.Published-1)
	}
	if o.Period != (reports.Period{}) && !asked {
		r.Problems = append(r.Problems, reports.Problem{
			Origin: reports.Origin{File: name}, What: "the export says its periods itself: the one that was given was not used"})
	}
	return r
}

// FilePeriod returns the period of a file whose cells state none: the user's,
// else the one in the file's name ("Content_Restrictions_2013_H2.csv"), else
// in those of the folders and archives around it, innermost first. Periods in
// a name count only if they are of the grains; without grains, all do. In an
// export of several files a name goes before the user's period, which cannot
// be that of all. It is false where nothing says the period: then nothing of
// the export is loaded.
func (e *Export) FilePeriod(file *sheet.File, grains ...reports.Grain) (reports.Period, bool) {
	e.asked = true
	named, ok := periodInPath(file.Path, grains)
	if e.options.Period != (reports.Period{}) && (len(e.Files) == 1 || !ok) {
		return e.options.Period, true
	}
	if !ok {
		e.fail(fmt.Errorf("%s: %w", file.Path, reports.ErrUnknownPeriod))
	}
	return named, ok
}

// FilePeriod returns the period of the line's file as Export.FilePeriod does.
func (l *Line) FilePeriod(grains ...reports.Grain) reports.Period {
	if !l.header.dated {
		p, ok := l.export.FilePeriod(l.file, grains...)
		l.header.dated, l.header.period, l.header.undated = true, p, !ok
	}
	l.failed = l.failed || l.header.undated
	return l.header.period
}

// periodInPath finds the one period in the innermost name of a path that says
// any.
func periodInPath(path string, grains []reports.Grain) (reports.Period, bool) {
	names := strings.Split(path, "/")
	for _, name := range slices.Backward(names) {
		found := slices.DeleteFunc(periodsInName(name), func(p reports.Period) bool { return !isOf(p, grains) })
		switch len(slices.Compact(found)) {
		case 0:
		case 1:
			return found[0], true
		default:
			return reports.Period{}, false
		}
	}
	return reports.Period{}, false
}

func isOf(p reports.Period, grains []reports.Grain) bool {
	return len(grains) == 0 || slices.ContainsFunc(grains, func(g reports.Grain) bool { return g.Around(p.Start) == p })
}

// wordsInName is how many parts of a name a period can have: "1 January to 30
// June 2024".
const wordsInName = 6

// periodsInName lists the periods that a file's name spells, in order, the
// longest spelling first where several begin at one word.
func periodsInName(name string) []reports.Period {
	words := strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(" _-.,()[]", r) })
	var found []reports.Period
	for at := 0; at < len(words); {
		p, n := periodAt(words[at:])
		if n > 0 {
			found = append(found, p)
		}
		at += max(n, 1)
	}
	return found
}

// periodAt reads the longest period that words begin with, and of how many of
// them it is. A name without a digit of a year says nothing.
func periodAt(words []string) (reports.Period, int) {
	for n := min(wordsInName, len(words)); n > 0; n-- {
		for _, between := range []string{" ", "-"} {
			text := strings.Join(words[:n], between)
			if !strings.ContainsAny(text, "0123456789") {
				continue
			}
			if p, ok := reports.SpellPeriod(text); ok {
				return p, n
			}
		}
	}
	return reports.Period{}, 0
}
