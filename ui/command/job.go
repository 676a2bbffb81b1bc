package command

import (
	"context"
	"errors"
	"fmt"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/library"
)

// A job is one run of a command: its shell, and the library that it works on.
type job struct {
	Shell
	ctx     context.Context
	library string // path; "" is the user's
	code    int
	quiet   bool // problems of files are told as findings
}

// errUnread says that inputs could not be read, each of which has been
// printed.
var errUnread = errors.New("nothing was answered, because not every file could be read")

// errPrinted is errUnread of a single file: there is nothing to add.
var errPrinted = errors.New("the only file could not be read")

// open opens the library that a command works on: a throw-away one with the
// files alone, or the user's with the starter figures.
func (j *job) open(files []string, v vintage) (*library.Library, error) {
	options, err := v.options(files)
	if err != nil {
		return nil, err
	}
	if len(files) > 0 {
		return j.openFiles(files, options)
	}
	return j.openOwn()
}

// An asking is a set of flags that ask a question.
type asking interface {
	question() (reports.Question, error)
}

// asking does what needs a question and the library that it is asked of, which
// open opens.
func (j *job) asking(files []string, v vintage, flags asking, do func(*library.Library, reports.Question) error) error {
	q, err := flags.question()
	if err != nil {
		return err
	}
	lib, err := j.open(files, v)
	if err != nil {
		return err
	}
	defer lib.Close()
	return do(lib, q)
}

// path returns where the user's library is.
func (j *job) path() (string, error) {
	if j.library != "" {
		return j.library, nil
	}
	return library.DefaultPath()
}

// openOwn opens the user's library.
func (j *job) openOwn() (*library.Library, error) {
	path, err := j.path()
	if err != nil {
		return nil, err
	}
	lib, err := library.Open(path)
	if err != nil {
		return nil, err
	}
	if err := lib.AddStarter(j.ctx); err != nil {
		lib.Close()
		return nil, err
	}
	return lib, nil
}

func (j *job) openFiles(files []string, options library.TakeOptions) (*library.Library, error) {
	if path, err := j.path(); err == nil {
		options.Kept, _ = library.MappingsBeside(path)
	}
	lib, err := library.Open(":memory:")
	if err != nil {
		return nil, err
	}
	unread := 0
	for _, r := range lib.TakeWith(j.ctx, files, options, nil) {
		if r.Err != nil {
			fmt.Fprintf(j.Err, "vitrine: %v\n", r.Err)
			unread++
			continue
		}
		j.tellProblems(lib, r.Source)
	}
	if unread > 0 {
		lib.Close()
		if unread == 1 && len(files) == 1 {
			return nil, errPrinted
		}
		return nil, errUnread
	}
	return lib, nil
}

// mostProblems is how many problems of a source are printed one by one.
const mostProblems = 20

// tellProblems prints what a source's format could not read.
func (j *job) tellProblems(lib *library.Library, s reports.Source) {
	if s.Problems == 0 || j.quiet {
		return
	}
	problems, err := lib.Problems(j.ctx, s.ID)
	if err != nil {
		fmt.Fprintf(j.Err, "vitrine: %v\n", err)
		return
	}
	for i, p := range problems {
		if i == mostProblems {
			fmt.Fprintf(j.Err, "%s: %d more problems\n", s.Name, len(problems)-i)
			return
		}
		fmt.Fprintln(j.Err, p.Error())
	}
}

// tellNotes prints what a reader of an answer must know.
func (j *job) tellNotes(a reports.Answer) {
	w := assets.For(j.Language)
	for _, n := range a.Notes {
		fmt.Fprintln(j.Err, w.Note(n))
	}
}

func names() reports.Names {
	return reports.Names{Areas: assets.Areas(), Codes: assets.Codes(), Crosswalk: assets.Crosswalk(), Publishers: assets.Publishers()}
}
