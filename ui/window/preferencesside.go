package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// preferencesSide offers language, colours, contrast and the size of texts;
// each choice shows at once.
func (p *page) preferencesSide() fyne.CanvasObject {
	prefs := p.app.Preferences()
	spoken, look := prefs.String(prefLanguage), p.appearance()
	language := []fyne.CanvasObject{p.preference(p.say("preferences.system"), spoken == "", func() { p.setLanguage("") })}
	for _, l := range languages {
		language = append(language, p.preference(p.say("action."+l), spoken == l, func() { p.setLanguage(l) }))
	}
	colours := []fyne.CanvasObject{
		p.preference(p.say("preferences.system"), look == systemAppearance, func() { p.setAppearance(systemAppearance) }),
		p.preference(p.say("preferences.light"), look == lightAppearance, func() { p.setAppearance(lightAppearance) }),
		p.preference(p.say("preferences.dark"), look == darkAppearance, func() { p.setAppearance(darkAppearance) }),
	}
	high := p.contrast()
	contrast := []fyne.CanvasObject{
		p.preference(p.say("preferences.normal"), !high, func() { p.setContrast(false) }),
		p.preference(p.say("preferences.high"), high, func() { p.setContrast(true) }),
	}
	var sizes []fyne.CanvasObject
	for _, percent := range textSizes {
		sizes = append(sizes, p.preference(p.words.Percent(float64(percent)), p.textSize() == percent, func() { p.setTextSize(percent) }))
	}
	return p.scrolled(
		p.preferenceRow("preferences.language", language), p.preferenceRow("preferences.colours", colours),
		p.preferenceRow("preferences.contrast", contrast), p.preferenceRow("preferences.size", sizes),
		container.New(margins{8, 0, 0, 0}, widget.NewSeparator()), note(p.say("preferences.note")),
	)
}

func (p *page) preferenceRow(title string, choices []fyne.CanvasObject) fyne.CanvasObject {
	row := container.New(layout.NewRowWrapLayoutWithCustomPadding(4, 0), choices...)
	return container.NewVBox(container.New(margins{8, 6, 0, 6}, heading(p.say(title))), row)
}

// preference is one choice. The window is built anew by it: then the focus is
// on it again.
func (p *page) preference(text string, chosen bool, do func()) *button {
	b := newButton(text, tabButton, nil)
	b.OnTapped = func() {
		at := slices.Index(focusable(p.drawer.body), fyne.Focusable(b))
		do()
		if list := focusable(p.drawer.body); at >= 0 && at < len(list) {
			p.window.Canvas().Focus(list[at])
		}
	}
	b.Chosen = chosen
	return wire(p, b, "")
}
