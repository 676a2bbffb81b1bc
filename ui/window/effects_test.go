package window

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
)

// noticed writes down what a user sees and has: a line each.
func (p *page) noticed() []string {
	s, prefs := p.history.now(), p.app.Preferences()
	list := []string{
		"headline: " + p.headline.text(), "view: " + p.viewName(), "status: " + p.status.text.Text,
		"clipboard: " + p.app.Clipboard().Content(), "language: " + prefs.String(prefLanguage), "colours: " + string(p.appearance()),
		fmt.Sprintf("contrast: %t, texts: %d %%", p.contrast(), p.textSize()),
		fmt.Sprintf("library: %v wide, side: %v wide", p.widths.library, p.widths.drawer),
		fmt.Sprintf("steps: %d to undo, pinned: %v", p.history.at, s.pin.period), "focus: " + called(p.window.Canvas().Focused()),
		fmt.Sprintf("line between picture and table: %.2f", p.centre.share),
	}
	if p.dialog != nil {
		list = append(list, "dialog: open")
	}
	if p.centre.shown == "picture" {
		d := p.picture.drawn
		list = append(list, fmt.Sprintf("drawn: log %t, events %t, own axis %t, panels by %v, period %v, playing %t", d.log, d.events, d.ownAxis, d.by, d.period, p.dates.playing()))
	}
	if p.drawer.object.Visible() {
		list = append(list, "side: "+p.drawer.title.Text)
		for _, text := range texts(p.drawer.body) {
			list = append(list, "side: "+text)
		}
	}
	if p.window.Canvas().Overlays().Top() != nil && p.chooser != nil && p.chooser.pop.Visible() {
		list = append(list, "menu: "+p.chooser.entry.PlaceHolder)
		for _, c := range p.chooser.shown {
			list = append(list, fmt.Sprintf("menu: %s (%t)", c.Label, c.Checked))
		}
	}
	for _, part := range []struct {
		name   string
		object fyne.CanvasObject
	}{{"bar", p.bar.object}, {"compared", p.sided.object}, {"panel", p.panel.object}, {"centre", p.centre.object}, {"asked", p.headline.object}, {"suggested", p.suggestions.object}} {
		for _, f := range focusable(part.object) {
			switch f := f.(type) {
			case *button:
				list = append(list, part.name+": "+f.AccessibilityLabel())
			case *swatch:
				list = append(list, part.name+": "+f.AccessibilityLabel())
			}
		}
	}
	if p.table.words != nil {
		list = append(list, "table: "+p.table.text()(context.Background()))
	}
	for _, name := range []string{prefBookmarks} {
		list = append(list, "kept: "+strings.Join(prefs.StringList(name), "; "))
	}
	return list
}

// news lists what is seen now and was not before.
func news(before, now []string) []string {
	return slices.DeleteFunc(slices.Clone(now), func(line string) bool { return slices.Contains(before, line) })
}

// browsed notes the addresses that the window opens.
func (p *page) browsed() *[]string {
	list := &[]string{}
	p.openURL = func(u *url.URL) error {
		*list = append(*list, u.String())
		return nil
	}
	return list
}
