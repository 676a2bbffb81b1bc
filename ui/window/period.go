package window

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vitrine/reports"
	"vitrine/reports/library"
)

// A periodForm asks, below a file that does not say its period, which one it
// is about.
type periodForm struct {
	object *fyne.Container
	open   *button
	entry  *searchEntry
	hint   *fyne.Container
}

func (p *page) newPeriodForm(r library.Receipt) *periodForm {
	f := &periodForm{object: container.NewVBox(), hint: container.NewStack(note(p.say("period.hint")))}
	f.open = wire(p, newButton(p.say("period.say"), linkButton, nil), p.say("hint.period", "name", base(r.Path)))
	f.entry = newSearchEntry(p.say("period.prompt"), func(e *fyne.KeyEvent) bool {
		if e.Name == fyne.KeyEscape {
			f.close(p)
		}
		return e.Name == fyne.KeyEscape
	})
	f.entry.OnSubmitted = func(text string) { f.submit(p, r, text) }
	f.open.OnTapped = func() {
		f.show(f.entry, f.hint)
		p.window.Canvas().Focus(f.entry)
	}
	f.show(container.NewHBox(f.open))
	return f
}

func (f *periodForm) show(list ...fyne.CanvasObject) {
	f.object.Objects = list
	f.object.Refresh()
}

func (f *periodForm) close(p *page) {
	f.show(container.NewHBox(f.open))
	p.window.Canvas().Focus(f.open)
}

func (f *periodForm) submit(p *page, r library.Receipt, text string) {
	period, ok := readPeriod(text)
	if !ok {
		f.hint.Objects = []fyne.CanvasObject{p.failure(p.say("period.wrong"))}
		f.hint.Refresh()
		return
	}
	p.takeAbout(r, period)
}

// readPeriod reads a period as Vitrine writes it, or as publishers do.
func readPeriod(text string) (reports.Period, bool) {
	if period, err := reports.ParsePeriod(text); err == nil {
		return period, true
	}
	return reports.SpellPeriod(text)
}

// typable writes a period as the window says it, where that can be typed, else
// as Vitrine writes it.
func (p *page) typable(period reports.Period) string {
	text := p.words.PeriodShort(period)
	if read, ok := readPeriod(text); ok && read == period {
		return text
	}
	return period.String()
}

// undated tells whether a file was not loaded because nothing says its period.
func undated(r library.Receipt) bool { return errors.Is(r.Err, reports.ErrUnknownPeriod) }

// takeAbout loads a file again, as one about a period. What came of the files
// that were loaded with it stays.
func (p *page) takeAbout(r library.Receipt, about reports.Period) {
	l := p.ledger
	f := p.follow()
	o := library.TakeOptions{Address: r.Source.Address, Retrieved: r.Source.Retrieved}
	o.Period = about
	p.load(func(ctx context.Context) []library.Receipt {
		return f.take(ctx, l, []string{r.Path}, o)
	}, func(came []library.Receipt) []library.Receipt {
		return p.inPlaceOf(r.Path, came)
	})
}
