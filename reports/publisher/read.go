package publisher

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// Read turns a book into figures. name is the name of the source's file. The
// error is reports.ErrUnknownExport if no format knows the book, and one
// sentence if it cannot be read; then there is nothing to load.
func Read(ctx context.Context, b *sheet.Book, name string) (reports.Reading, error) {
	return ReadWith(ctx, b, name, Options{})
}

// ReadWith reads a book as Read does, with what the user says of it.
func ReadWith(ctx context.Context, b *sheet.Book, name string, o Options) (reports.Reading, error) {
	formats, err := o.formats()
	if err != nil {
		return reports.Reading{}, err
	}
	return o.read(ctx, formats, b, name)
}

// Recognise lists the formats that know files of a book, in the order of
// Formats. A file that two of them know cannot be read.
func Recognise(b *sheet.Book) []*Format {
	var known []*Format
	for i := range Formats {
		if slices.ContainsFunc(b.Files, Formats[i].claims) {
			known = append(known, &Formats[i])
		}
	}
	return known
}

func (o Options) read(ctx context.Context, formats []Format, b *sheet.Book, name string) (reports.Reading, error) {
	var all reports.Reading
	asked := false
	claimed, err := claim(formats, b)
	if err != nil {
		return all, err
	}
	for i := range formats {
		if len(claimed[i]) == 0 {
			continue
		}
		e := &Export{Name: name, Book: b, Files: claimed[i], ctx: ctx, options: o, formats: formats, format: &formats[i], order: ordersAFormat * i}
		if err := e.read(); err != nil {
			return reports.Reading{}, err
		}
		asked = asked || e.asked
		merge(&all, e.reading)
	}
	if all.Format == "" {
		return all, o.unreadable(b, name)
	}
	for _, f := range leftOut(b, claimed) {
		all.Problems = append(all.Problems, f)
	}
	return o.applied(all, name, asked), nil
}

// ordersAFormat is how far the orders of two formats' blocks are apart.
const ordersAFormat = 1000

// claim finds the files of each format.
func claim(formats []Format, b *sheet.Book) ([][]*sheet.File, error) {
	claimed := make([][]*sheet.File, len(formats))
	for _, file := range b.Files {
		owner := -1
		for i := range formats {
			if file.Err != nil || !formats[i].claims(file) {
				continue
			}
			switch {
			case owner < 0 || formats[i].rank < formats[owner].rank:
				owner = i
			case formats[i].rank == formats[owner].rank:
				return nil, twoOwners(file, &formats[owner], &formats[i])
			}
		}
		if owner >= 0 {
			claimed[owner] = append(claimed[owner], file)
		}
	}
	return claimed, nil
}

func twoOwners(file *sheet.File, a, b *Format) error {
	if a.rank != 0 {
		return fmt.Errorf("%s: could be %s or %s; give the one that is meant with --mapping", file.Path, a, b)
	}
	return fmt.Errorf("%s: could be %s or %s; tell the makers of Vitrine", file.Path, a, b)
}

// merge adds the reading of one format to that of a whole book.
func merge(all *reports.Reading, r reports.Reading) {
	if all.Format == "" {
		*all = r
		return
	}
	all.Format += "; " + r.Format
	all.Published = max(all.Published, r.Published)
	all.Figures = append(all.Figures, r.Figures...)
	all.Blocks = append(all.Blocks, r.Blocks...)
	all.Breaks = append(all.Breaks, r.Breaks...)
	all.Notes = append(all.Notes, r.Notes...)
	all.Problems = append(all.Problems, r.Problems...)
	all.Earlier = append(all.Earlier, r.Earlier...)
}

// unreadable says why nothing of a book could be read.
func (o Options) unreadable(b *sheet.Book, name string) error {
	for _, f := range b.Files {
		if r := refused(f); r != nil {
			return fmt.Errorf("%s: %s", f.Path, r.why)
		}
		if f.Err != nil {
			return f.Err
		}
	}
	if why := o.misfit(b); why != "" {
		return fmt.Errorf("%s: %s", name, why)
	}
	if isTabular(b) {
		return unknownTable{fmt.Errorf("%s: %w; vitrine mapping %s proposes how to read it as a table", name, reports.ErrUnknownExport, name)}
	}
	return fmt.Errorf("%s: %w", name, reports.ErrUnknownExport)
}

// leftOut says which members of an archive no format read, though they hold
// tables or data.
func leftOut(b *sheet.Book, claimed [][]*sheet.File) []reports.Problem {
	var problems []reports.Problem
	for _, f := range b.Files {
		known := slices.ContainsFunc(claimed, func(files []*sheet.File) bool { return slices.Contains(files, f) })
		what, refusal := "", refused(f)
		switch {
		case known:
		case refusal != nil && refusal.aside:
		case refusal != nil:
			what = refusal.why
		case f.Err != nil:
			what = strings.TrimPrefix(f.Err.Error(), f.Path+": ")
		case f.Kind != sheet.Other && f.Kind != sheet.PlainText:
			what = "no format reads this file"
		}
		if what != "" {
			problems = append(problems, reports.Problem{Origin: reports.Origin{File: f.Path}, What: what})
		}
	}
	return problems
}
