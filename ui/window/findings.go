package window

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vitrine/reports"
)

// findings are what made no sense in a source.
type findings struct {
	problems []reports.Problem
	err      error
}

// findingsSide lists the problems of a source, each with its place; pressing
// one shows it in its file.
func (p *page) findingsSide(source string) fyne.CanvasObject {
	body := container.NewStack(note(p.say("wait.file")))
	l := p.ledger
	latest(p.looking, func(ctx context.Context) findings {
		problems, err := l.Problems(ctx, source)
		return findings{problems, err}
	}, func(f findings) {
		body.Objects = []fyne.CanvasObject{p.findingsList(f, p.sourceName(source))}
		body.Refresh()
	})
	return framed(note(p.sourceName(source)), nil, nil, nil, body)
}

// maxFindings is how many problems are listed; the others are counted.
const maxFindings = 200

func (p *page) findingsList(f findings, source string) fyne.CanvasObject {
	if f.err != nil {
		return p.failure(p.why(f.err))
	}
	if len(f.problems) == 0 {
		return note(p.say("side.nofindings"))
	}
	rows := container.NewVBox(container.NewHBox(p.copyButton(p.problemsText(f.problems))))
	for _, problem := range f.problems[:min(len(f.problems), maxFindings)] {
		o := problem.Origin
		rows.Add(prose(capital(p.words.Problem(problem.What))))
		place := wire(p, newButton(p.problemPlace(o, source), linkButton, func() { p.showInFile(o) }), p.say("hint.showfile"))
		place.Left, place.Lines = true, 3
		rows.Add(place)
	}
	if more := len(f.problems) - maxFindings; more > 0 {
		rows.Add(note(p.words.Plural("window.side.more", more)))
	}
	return p.newReader(rows)
}

// problemPlace says where in a source a problem stands. The source's own name,
// which stands above, is said only where there is no more to say.
func (p *page) problemPlace(o reports.Origin, source string) string {
	within := joinPlaces(o.Sheet, p.cellText(o))
	if base(o.File) == source && within != "" {
		return within
	}
	return joinPlaces(base(o.File), within)
}

// problemsText lists all problems, a line each, to be copied.
func (p *page) problemsText(list []reports.Problem) string {
	var b strings.Builder
	for _, problem := range list {
		o := problem.Origin
		b.WriteString(joinPlaces(base(o.File), o.Sheet, p.cellText(o)) + ": " + p.words.Problem(problem.What) + "\n")
	}
	return b.String()
}

// sourceName returns the file name of a source.
func (p *page) sourceName(id string) string {
	for _, s := range p.held.sources {
		if s.ID == id {
			return s.Name
		}
	}
	return id
}
