package window

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// The keys of what can be wrong about two periods.
var (
	errNoPeriod  = errors.New("span.wrong")
	errBackwards = errors.New("span.backwards")
)

// A twoPeriods is two entries of periods and a button, below a menu. What is
// wrong about them is said below.
type twoPeriods struct {
	first, second *searchEntry
	said          *fitted
	object        fyne.CanvasObject
}

// newTwoPeriods makes the entries whose texts have keys that begin with about,
// filled with two periods. Enter and the button do what the form is for; its
// error is the key of what is wrong. Esc closes.
func (p *page) newTwoPeriods(about, first, second string, close func(), do func(first, second string) error) *twoPeriods {
	f := &twoPeriods{said: newFitted(p.say(about+".hint"), theme.ColorNamePlaceHolder, noteSize)}
	submit := func() {
		if err := do(f.first.Text, f.second.Text); err != nil {
			f.said.Color = theme.ColorNameError
			f.said.set(p.say(err.Error()))
			f.said.Refresh()
		}
	}
	f.first, f.second = p.periodEntry(about+".first", first, close, submit), p.periodEntry(about+".second", second, close, submit)
	entries := container.NewGridWithColumns(2, f.first, f.second)
	apply := newButton(p.say(about+".apply"), boxedButton, submit)
	apply.OnKey = func(k *fyne.KeyEvent) {
		if k.Name == fyne.KeyEscape {
			close()
		}
	}
	row := framed(nil, nil, nil, apply, entries)
	f.object = container.New(margins{6, 4, 4, 4}, container.NewVBox(widget.NewSeparator(), row, f.said))
	return f
}

func (p *page) periodEntry(prompt, text string, close, submit func()) *searchEntry {
	e := newSearchEntry(p.say(prompt), func(k *fyne.KeyEvent) bool {
		if k.Name == fyne.KeyEscape {
			close()
		}
		return k.Name == fyne.KeyEscape
	})
	e.SetText(text)
	e.OnSubmitted = func(string) { submit() }
	return e
}
