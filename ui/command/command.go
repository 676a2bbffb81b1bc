// Package command asks Vitrine's questions from a shell: load, series, table,
// trace, chart, export and the rest, for scripts and for people who live there.
package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"vitrine/assets"
)

// The exit codes.
const (
	Done     = 0 // problems within a source are printed, not fatal
	Findings = 1 // a check has findings
	Failed   = 2 // wrong usage, or an input that could not be read
)

// A Shell is where a command runs.
type Shell struct {
	Args     []string // without the program's name
	Out, Err io.Writer
	Terminal bool   // Out is a terminal: tables are laid out for reading
	Language string // of charts and workbooks, unless --language says another
	Version  string
}

type commands struct {
	Version kong.VersionFlag `help:"Print the version."`
	Library string           `help:"The library to use; :memory: is a throw-away one." placeholder:"FILE" env:"VITRINE_LIBRARY"`

	Load      loadCommand      `cmd:"" help:"Load exports into the library; a line a source."`
	Sources   sourcesCommand   `cmd:"" help:"What the library holds."`
	Forget    forgetCommand    `cmd:"" help:"Remove sources from the library."`
	Get       getCommand       `cmd:"" help:"Fetch exports from their publishers and load them; without NAME, list where they are offered."`
	Mapping   mappingCommand   `cmd:"" help:"Propose what the columns of a table mean that no format knows, as a TOML file."`
	Formats   formatsCommand   `cmd:"" help:"The exports that Vitrine reads, and where publishers offer them."`
	Series    seriesCommand    `cmd:"" help:"Figures over time."`
	Table     tableCommand     `cmd:"" help:"One dimension against another."`
	Compare   compareCommand   `cmd:"" help:"Two periods side by side, or two publishers or services."`
	Revisions revisionsCommand `cmd:"" help:"What later vintages of a report changed."`
	Check     checkCommand     `cmd:"" help:"Findings: totals against parts, tables against each other, gaps, duplicates; ends with 1 if there are any."`
	Trace     traceCommand     `cmd:"" help:"The file, sheet, row, column and text behind numbers."`
	Chart     chartCommand     `cmd:"" help:"Draw a chart: SVG, PNG or PDF."`
	Export    exportCommand    `cmd:"" help:"Write a workbook, CSV or JSON."`
	Verify    verifyCommand    `cmd:"" help:"Repeat what an audit record tells, and say whether the same numbers come out; ends with 1 if not, with 2 if a source is missing or changed."`
}

const about = `Vitrine opens the transparency reports that platforms publish.

vitrine [FILE...] opens the window and loads the files; the commands below ask the same questions from a shell. With FILEs a command works on these alone, without on your library.`

// Knows tells whether an argument is a command or an option of this package:
// anything else is a file for the window.
func Knows(arg string) bool {
	names := []string{
		"load", "sources", "forget", "get", "formats", "mapping", "series", "table", "compare", "revisions", "check", "trace", "chart", "export", "verify",
		"--help", "-h", "--version",
	}
	return slices.Contains(names, arg)
}

// stop ends a parse that has printed help or the version.
type stop int

// Run runs one command and returns its exit code.
func (s Shell) Run() (code int) {
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer cancel()
	defer func() {
		switch r := recover().(type) {
		case nil:
		case stop:
			code = int(r)
		default:
			panic(r)
		}
	}()
	return s.run(ctx)
}

// vars are what texts of the commands leave open.
func vars(version string) kong.Vars {
	return kong.Vars{"version": version, "languages": strings.Join(assets.Languages(), ", ")}
}

func (s Shell) run(ctx context.Context) int {
	var c commands
	parser, err := kong.New(&c,
		kong.Name("vitrine"), kong.Description(about), vars(s.Version),
		kong.Writers(s.Out, s.Err), kong.Exit(func(code int) { panic(stop(code)) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
	)
	if err != nil {
		return s.fail(err)
	}
	parsed, err := parser.Parse(s.Args)
	if err != nil {
		return s.fail(fmt.Errorf("%w; see vitrine --help", err))
	}
	job := &job{Shell: s, ctx: ctx, library: c.Library}
	if err := parsed.Run(job); err != nil {
		return s.fail(err)
	}
	return job.code
}

// fail prints an error as one sentence.
func (s Shell) fail(err error) int {
	if errors.Is(err, errPrinted) {
		return Failed
	}
	if errors.Is(err, context.Canceled) {
		err = errors.New("stopped; nothing was changed")
	}
	fmt.Fprintf(s.Err, "vitrine: %v\n", err)
	return Failed
}
