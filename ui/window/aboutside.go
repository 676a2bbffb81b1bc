package window

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"vitrine/assets"
	"vitrine/reports"
)

// aboutSide says what Vitrine is, under which licence, and what of others it
// is made of.
func (p *page) aboutSide() fyne.CanvasObject {
	list := []fyne.CanvasObject{
		newParagraph(p.title()+" "+p.options.Version, theme.ColorNameForeground, theme.SizeNameSubHeadingText),
		prose(p.say("about.text")),
		note(p.say("about.licence")),
		note(runtime.Version() + " · " + runtime.GOOS + " " + runtime.GOARCH),
	}
	if p.options.Place != "" {
		list = append(list, note(p.say("about.library", "path", p.options.Place)))
	}
	copied := wire(p, newButton(p.say("about.copy"), boxedButton, func() { p.copyText(p.aboutText()) }), p.say("hint.aboutcopy"))
	list = append(list, pressed(copied))
	kind := ""
	for _, c := range assets.Credits() {
		if c.Kind != kind {
			kind = c.Kind
			list = append(list, widget.NewSeparator(), container.New(margins{8, 6, 0, 6}, heading(p.say("about."+aboutKinds[kind]))))
		}
		list = append(list, p.reference(reports.Reference{Name: p.words.CreditName(c), Address: c.Address}),
			note(p.words.Licence(c)+" · "+c.For[p.words.Lang]))
	}
	return p.scrolled(list...)
}

// aboutKinds has the texts above each kind of credit.
var aboutKinds = map[string]string{"data": "data", "figures": "figures", "font": "font", "library": "library.kind"}

// aboutText is what a report of a mistake needs.
func (p *page) aboutText() string {
	return p.title() + " " + p.options.Version + "\n" + runtime.Version() + " " + runtime.GOOS + " " + runtime.GOARCH + "\n" + p.options.Place
}
