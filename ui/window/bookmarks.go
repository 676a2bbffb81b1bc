package window

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// bookmarks lists the states that the user kept, the newest first.
func (p *page) bookmarks() []string { return p.app.Preferences().StringList(prefBookmarks) }

// bookmarkNames are the names that the user gave to bookmarks, by their states.
func (p *page) bookmarkNames() map[string]string {
	names := map[string]string{}
	if json.Unmarshal([]byte(p.app.Preferences().String(prefNamed)), &names) != nil {
		return map[string]string{}
	}
	return names
}

func (p *page) bookmarked() bool {
	return slices.Contains(p.bookmarks(), p.history.now().keep())
}

// setBookmarks writes down what is kept, and what it is called.
func (p *page) setBookmarks(list []string, names map[string]string) {
	maps.DeleteFunc(names, func(text, name string) bool { return name == "" || !slices.Contains(list, text) })
	text, err := json.Marshal(names)
	if err != nil {
		return
	}
	p.app.Preferences().SetStringList(prefBookmarks, list)
	p.app.Preferences().SetString(prefNamed, string(text))
	p.bar.show()
	p.sided.show()
	p.refreshMenu()
}

// toggleBookmark keeps the question and its view, or forgets that it did.
func (p *page) toggleBookmark() {
	list, now := p.bookmarks(), p.history.now().keep()
	if i := slices.Index(list, now); i >= 0 {
		p.removeBookmark(now)
		return
	}
	p.setBookmarks(slices.Insert(slices.Clone(list), 0, now), p.bookmarkNames())
	p.status.say(p.say("bookmark.kept"))
}

// A dropped is a bookmark that was removed: where it stood, and its name.
type dropped struct {
	text, name string
	at         int
}

// removeBookmark forgets a bookmark, until it is brought back.
func (p *page) removeBookmark(text string) {
	list, names := p.bookmarks(), p.bookmarkNames()
	i := slices.Index(list, text)
	if i < 0 {
		return
	}
	p.dropped = append(p.dropped, dropped{text, names[text], i})
	p.setBookmarks(slices.Delete(slices.Clone(list), i, i+1), names)
	p.status.say(p.say("bookmark.gone"))
}

// restoreBookmark brings back the bookmark that was removed last.
func (p *page) restoreBookmark() {
	if len(p.dropped) == 0 {
		return
	}
	last := p.dropped[len(p.dropped)-1]
	p.dropped = p.dropped[:len(p.dropped)-1]
	list, names := p.bookmarks(), p.bookmarkNames()
	if !slices.Contains(list, last.text) {
		list = slices.Insert(slices.Clone(list), min(last.at, len(list)), last.text)
	}
	names[last.text] = last.name
	p.setBookmarks(list, names)
	p.status.say(p.say("bookmark.back"))
}

// bookmarkChoices lists the bookmarks by their names, or else their sentences.
func (p *page) bookmarkChoices() []choice {
	var list []choice
	names := p.bookmarkNames()
	for _, text := range p.bookmarks() {
		s, ok := recall(text)
		if !ok {
			continue
		}
		c := choice{Label: p.describe(s), Note: p.say("view." + s.view.String()), Choose: func() { p.goToState(s) }, id: text}
		if name := names[text]; name != "" {
			c.Label, c.Note = name, c.Label
		}
		if len(p.about(s.question)) == 0 {
			c.Refused = p.say("refused.nofigures")
		}
		list = append(list, c)
	}
	return list
}

// openBookmarks opens the list of bookmarks, in which each can be named (F2)
// and removed (Delete), and what was removed comes back by Ctrl+Z.
func (p *page) openBookmarks() {
	rename := wire(p, newButton(p.say("bookmark.rename"), linkButton, func() { p.renameChosen() }), "")
	remove := wire(p, newButton(p.say("bookmark.remove"), linkButton, func() { p.removeChosen() }), "")
	undo := wire(p, newButton(p.say("bookmark.undo"), linkButton, p.restoreChosen), "")
	p.choose(nil, "bookmarks", p.bookmarkChoices(), container.NewHBox(rename, remove, undo))
	p.chooser.entry.OnUndo = p.restoreChosen
	p.chooser.keys = func(e *fyne.KeyEvent) bool {
		switch {
		case e.Name == fyne.KeyF2:
			p.renameChosen()
		case e.Name == fyne.KeyDelete && p.chooser.entry.Text == "":
			p.removeChosen()
		default:
			return false
		}
		return true
	}
}

// chosenBookmark returns the bookmark at which their list stands; "" where
// there is none.
func (p *page) chosenBookmark() string {
	if c := p.chooser; c.at < len(c.shown) {
		return c.shown[c.at].id
	}
	return ""
}

func (p *page) removeChosen() {
	at := p.chooser.at
	if text := p.chosenBookmark(); text != "" {
		p.removeBookmark(text)
		p.relist(at)
	}
}

func (p *page) restoreChosen() {
	at := p.chooser.at
	p.restoreBookmark()
	p.relist(at)
}

// relist lists the bookmarks anew in the menu that stands open.
func (p *page) relist(at int) {
	p.chooser.offer(p.bookmarkChoices())
	p.chooser.move(at)
	p.window.Canvas().Focus(p.chooser.entry)
}

// renameChosen asks for the name of the bookmark at which the list stands: an
// empty one gives its sentence back. Enter keeps it, Esc leaves it as it was.
func (p *page) renameChosen() {
	text := p.chosenBookmark()
	if text == "" {
		return
	}
	p.choose(nil, "bookmarkname", nil)
	p.chooser.always = true
	p.chooser.typed = func(name string) []choice {
		name = strings.TrimSpace(name)
		label := p.say("bookmark.callit", "name", name)
		if name == "" {
			label = p.say("bookmark.unnamed")
		}
		return []choice{{Label: label, Choose: func() { p.nameBookmark(text, name) }}}
	}
	p.chooser.entry.SetText(p.bookmarkNames()[text])
	p.chooser.filter()
	p.chooser.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// nameBookmark calls a bookmark by a name, and shows the list again.
func (p *page) nameBookmark(text, name string) {
	names := p.bookmarkNames()
	names[text] = name
	p.setBookmarks(p.bookmarks(), names)
	p.openBookmarks()
	p.chooser.move(slices.IndexFunc(p.chooser.shown, func(c choice) bool { return c.id == text }))
}
