package window

import (
	"context"
	"fmt"
	"image/color"
	"io"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"

	"vitrine/reports"
	"vitrine/reports/chart"
	"vitrine/reports/export"
)

// save asks where to, then writes a file in the background.
func (p *page) save(extension string, write func(context.Context, io.Writer) error) {
	p.saveAs(p.fileName()+extension, write)
}

// saveAs asks where to, with a name to begin with, then writes a file.
func (p *page) saveAs(name string, write func(context.Context, io.Writer) error) {
	p.background(func() ([]string, error) { return askSave(p.window, p.say("save.title"), name) }, func(paths []string, err error) {
		switch {
		case err == nil && len(paths) > 0:
			p.write(paths[0], write)
		case err != nil:
			p.saveHere(name, write)
		}
	})
}

// saveHere asks with Fyne's dialog.
func (p *page) saveHere(name string, write func(context.Context, io.Writer) error) {
	d := dialog.NewFileSave(func(w fyne.URIWriteCloser, err error) {
		if err != nil {
			p.wrong(p.say("failed.save", "why", p.why(err)))
		} else if w != nil {
			path := w.URI().Path()
			if err := w.Close(); err != nil {
				p.wrong(p.say("failed.save", "why", p.why(err)))
				return
			}
			p.write(path, write)
		}
	}, p.window)
	d.SetFileName(name)
	p.showDialog(d)
}

// write writes a file in the background, whole or not at all.
func (p *page) write(path string, write func(context.Context, io.Writer) error) {
	latest(p.saving, func(ctx context.Context) error {
		return export.WriteFile(path, func(w io.Writer) error { return write(ctx, w) })
	}, func(err error) {
		if err != nil {
			p.wrong(p.say("failed.save", "why", p.why(err)))
			return
		}
		p.status.say(p.say("saved", "name", base(path)))
	})
}

// fileName makes a file's name from the headline.
func (p *page) fileName() string {
	var list []string
	if m := p.measures(); len(m) > 0 {
		list = append(list, p.words.Measure(m[0]))
	}
	text := strings.Join(append(p.publishers(), list...), " ")
	if c := p.comparison(); c != nil {
		text += " " + p.words.SideName(*c, 0) + " " + p.words.SideName(*c, 1)
	} else if n := len(p.result.answer.Periods); n > 0 {
		text += " " + p.result.answer.Periods[n-1].String()
	}
	return plainName(text)
}

// plainName takes out of a file's name what some system cannot have in one.
func plainName(text string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, text)
}

// saveSpreadsheet writes the answer as a workbook: tables, charts, and every
// number with its place.
func (p *page) saveSpreadsheet() {
	if !p.has() {
		p.status.say(p.noAnswer())
		return
	}
	if c := p.comparison(); c != nil {
		p.saveCompared(*c)
		return
	}
	q, l, book := p.result.question, p.ledger, p.workbook()
	record := p.bookRecord(book)
	p.save(".xlsx", func(ctx context.Context, w io.Writer) error {
		var err error
		if book.Record, err = record(ctx); err != nil {
			return err
		}
		book.Figures = reports.Behind(ctx, q, l, names(), book.Behind())
		return export.Workbook(w, book)
	})
}

// workbook is that of the answer: the numbers as they were published, and
// beside them those per million people or recipients where these are shown.
func (p *page) workbook() export.Book {
	book := export.Book{
		Answer: *p.result.published(), Sources: p.sourcesOf(), Words: p.words, Question: p.words.Title(*p.result.published()),
		Profile: export.Analyst, Chart: p.shownView().kind().book, Log: p.history.now().log,
		Colors: func(list []reports.Series) []color.Color { return p.colors(list, chart.Tone{}) },
	}
	if p.result.worked == reports.PerMillion || p.result.worked == reports.PerRecipients {
		book.Rates = *p.result.answer
	}
	return book
}

// bookFlags writes the settings of a workbook as the command line does.
func bookFlags(b export.Book) []string {
	kind := map[export.ChartKind]string{export.LineChart: "line", export.ColumnChart: "bar", export.AreaChart: "area", export.NoChart: "line"}[b.Chart]
	flags := []string{"--profile=analyst", "--kind=" + kind, "--language=" + b.Words.Lang}
	if b.Log {
		flags = append(flags, "--log")
	}
	return flags
}

// saveCSV writes the answer's numbers, one a row.
func (p *page) saveCSV() {
	if c := p.comparison(); c != nil {
		p.save(".csv", func(_ context.Context, w io.Writer) error {
			return export.WriteComparisonCSV(w, *c, export.Options{})
		})
		return
	}
	answer := *p.result.answer
	p.save(".csv", func(_ context.Context, w io.Writer) error { return export.WriteCSV(w, answer, export.Options{}) })
}

// The size of exported pictures, in units, and the pixels to a unit of a PNG.
const (
	exportWidth, exportHeight = 1000, 600
	exportScale               = 2
)

func (p *page) chartOptions() chart.Options {
	s := p.history.now()
	v := p.shownView()
	return chart.Options{
		Kind: v.kind().chart, Periods: periodsOf(p.mapPeriod()), Events: !s.noEvents, Log: s.log && v.kind().log, Percent: v.kind().percent, OwnAxis: s.ownAxis, Panels: p.panelDims(), Titles: true, Words: p.words, Sources: p.sourcesOf(),
		Width: exportWidth, Height: exportHeight, Scale: exportScale, Contrast: p.contrast(), Tints: p.tints, Font: theme.DefaultTextFont().Content(),
	}
}

// pictureSaved returns the answer as the picture shows it: without the lines
// that are hidden, and with a note that some are.
func (p *page) pictureSaved() reports.Answer {
	a := *p.seen()
	if n, all := len(a.Series), len(p.result.answer.Series); n < all {
		shown := reports.Note{Key: "note.hidden", Text: fmt.Sprintf("%d of %d lines are shown.", n, all),
			Args: map[string]string{"n": p.words.Number(float64(n)), "all": p.words.Number(float64(all))}}
		a.Notes = append(slices.Clone(a.Notes), shown)
	}
	return a
}

// savePicture writes the chart with its titles as pixels.
func (p *page) savePicture() {
	answer, options := p.pictureSaved(), p.chartOptions()
	if c := p.comparison(); c != nil {
		p.drawCompared(".png", *c, chart.ComparisonPNG)
		return
	}
	if e := p.editionsShown(); e != nil {
		p.drawEditions(".png", *e, chart.EditionsPNG)
		return
	}
	p.draw(".png", answer, options, chart.PNG)
}

// saveSVG writes the chart with its titles as a drawing.
func (p *page) saveSVG() {
	answer, options := p.pictureSaved(), p.chartOptions()
	if c := p.comparison(); c != nil {
		p.drawCompared(".svg", *c, chart.ComparisonSVG)
		return
	}
	if e := p.editionsShown(); e != nil {
		p.drawEditions(".svg", *e, chart.EditionsSVG)
		return
	}
	p.draw(".svg", answer, options, chart.SVG)
}

// draw writes a picture of an answer, which names the sources of what it shows:
// neither those of other periods than a map's nor those of hidden lines alone.
func (p *page) draw(ending string, a reports.Answer, o chart.Options, write func(io.Writer, reports.Answer, chart.Options) error) {
	l := p.ledger
	p.save(ending, func(ctx context.Context, w io.Writer) error {
		found, err := l.Answering(ctx, chart.Shown(a, o))
		if err != nil {
			return err
		}
		o.Sources = found
		return write(w, a, o)
	})
}
