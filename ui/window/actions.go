package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"vitrine/reports"
)

// An action is something to do, in the menus, in the search and by its key.
type action struct {
	menu    string // the menu that it stands in
	name    string // its text is window.action.NAME
	key     fyne.KeyName
	with    fyne.KeyModifier // beside the key; zero with a key means none
	bare    fyne.KeyName     // a second key that needs no modifier
	do      func()
	refused func() string // why it cannot be done now; nil or "": it can
	chosen  func() bool   // of a choice: is it made?
	gap     bool          // a line stands above it
	text    fyne.Shortcut // what a text field does with the key: it comes first; nil: nothing
}

const ctrl, shift = fyne.KeyModifierShortcutDefault, fyne.KeyModifierShift

// actions lists all that can be done, in the order of the menus.
func (p *page) actions() []action {
	list := append(p.fileActions(), p.questionActions()...)
	list = append(list, p.viewActions()...)
	return append(list, p.libraryActions()...)
}

func (p *page) fileActions() []action {
	return []action{
		{menu: "file", name: "open", key: fyne.KeyO, with: ctrl, do: p.openFiles, refused: p.noLibrary},
		{menu: "file", name: "folder", key: fyne.KeyO, with: ctrl | shift, do: p.openFolder, refused: p.noLibrary},
		{menu: "file", name: "recent", key: fyne.KeyR, with: ctrl | shift, do: p.openRecent, refused: p.noRecent},
		{menu: "file", name: "spreadsheet", key: fyne.KeyS, with: ctrl, do: p.saveSpreadsheet, refused: p.noAnswer, gap: true},
		{menu: "file", name: "csv", key: fyne.KeyS, with: ctrl | shift, do: p.saveCSV, refused: p.noAnswer},
		{menu: "file", name: "record", key: fyne.KeyR, with: ctrl | fyne.KeyModifierAlt, do: p.saveRecord, refused: p.noRecord},
		{menu: "file", name: "picture", key: fyne.KeyE, with: ctrl, do: p.savePicture, refused: p.noAnswer},
		{menu: "file", name: "svg", key: fyne.KeyE, with: ctrl | shift, do: p.saveSVG, refused: p.noAnswer},
		{menu: "file", name: "copytable", key: fyne.KeyC, with: ctrl | shift, do: p.copyTable, refused: p.noAnswer},
		{menu: "file", name: "preferences", key: fyne.KeyComma, with: ctrl, do: func() { p.openFrom(side{kind: preferencesSide}) }, gap: true,
			chosen: func() bool { return p.history.now().side.kind == preferencesSide }},
		{menu: "file", name: "quit", key: fyne.KeyQ, with: ctrl, do: p.quit, gap: true},
	}
}

func (p *page) questionActions() []action {
	word := func(role string, key fyne.KeyName) action {
		return action{menu: "question", name: role, key: key, with: ctrl, do: func() { p.openWord(role) }, refused: p.noFigures}
	}
	return []action{
		{menu: "question", name: "undo", key: fyne.KeyZ, with: ctrl, do: p.undo, text: &fyne.ShortcutUndo{},
			refused: func() string { return p.unless(p.canUndo(), "refused.undo") }},
		{menu: "question", name: "redo", key: fyne.KeyZ, with: ctrl | shift, do: p.redo, text: &fyne.ShortcutRedo{},
			refused: func() string { return p.unless(p.canRedo(), "refused.redo") }},
		{menu: "question", name: "history", key: fyne.KeyH, with: ctrl, do: p.openHistory, refused: p.noFigures},
		gap(word("measure", fyne.KeyM)), word("publisher", fyne.KeyP), word("by", fyne.KeyB), word("every", fyne.KeyG),
		word("span", fyne.KeyT), word("area", fyne.KeyR), word("table", fyne.KeyL),
		{menu: "question", name: "category", key: fyne.KeyF, with: ctrl, do: p.openFilter, refused: p.noFigures},
		{menu: "question", name: "filters", key: fyne.KeyF, with: ctrl | shift, do: p.openFilters, refused: p.noFigures},
		{menu: "question", name: "with", key: fyne.KeyV, with: ctrl | shift, do: func() { p.openWord("with") }, refused: p.noAnswer, gap: true,
			chosen: func() bool { return p.history.now().compare.on }},
		{menu: "question", name: "second", key: fyne.KeyX, with: ctrl | shift, do: func() { p.openWord("second") },
			refused: func() string { return p.unless(p.history.now().compare.on, "refused.second") }},
		{menu: "question", name: "perday", key: fyne.KeyY, with: ctrl | shift, do: p.togglePerDay,
			refused: func() string { return p.unless(p.history.now().compare.on, "refused.perday") },
			chosen:  func() bool { return p.history.now().compare.pair.PerDay }},
		{menu: "question", name: "only", key: fyne.KeyO, with: ctrl | fyne.KeyModifierAlt, do: p.showOnly, refused: p.noOnly},
		{menu: "question", name: "drill", key: fyne.KeyD, with: ctrl | fyne.KeyModifierAlt, do: p.openDrill, refused: p.noDrill},
		{menu: "question", name: "asof", key: fyne.KeyT, with: ctrl | shift, do: func() { p.openWord("asof") }, refused: p.noAsOf},
		{menu: "question", name: "partial", key: fyne.KeyI, with: ctrl, do: p.togglePartial, gap: true, refused: p.noFigures,
			chosen: func() bool { return p.history.now().question.Partial }},
		{menu: "question", name: "derived", key: fyne.KeyI, with: ctrl | shift, do: p.toggleDerived,
			refused: func() string { return p.unless(p.derivable(p.history.now().question), "refused.derived") },
			chosen:  func() bool { return p.history.now().question.Derived }},
		{menu: "question", name: "total", key: fyne.KeyU, with: ctrl, do: p.showTotal, refused: p.noFigures},
		{menu: "question", name: "first", key: fyne.KeyN, with: ctrl, do: p.startAgain, refused: p.noFigures},
		{menu: "question", name: "suggest", key: fyne.KeyN, with: ctrl | shift, do: p.openSuggestions, refused: p.noAnswer},
		{menu: "question", name: "bookmark", key: fyne.KeyB, with: ctrl | shift, do: p.toggleBookmark, gap: true, refused: p.noAnswer, chosen: p.bookmarked},
		{menu: "question", name: "bookmarks", key: fyne.KeyK, with: ctrl | shift, do: p.openBookmarks,
			refused: func() string { return p.unless(len(p.bookmarks()) > 0, "refused.bookmarks") }},
	}
}

func gap(a action) action {
	a.gap = true
	return a
}

func (p *page) viewActions() []action {
	if p.history.now().compare.on {
		return append(p.sidedActions(), p.lookActions()...)
	}
	var list []action
	for i := range views {
		v := view(i)
		key, with := v.key()
		list = append(list, action{menu: "view", name: v.String(), key: key, with: with, do: func() { p.setView(v) },
			refused: func() string { return p.refused(v) }, chosen: func() bool { return p.shownView() == v }})
	}
	return append(list, p.lookActions()...)
}

// lookActions are the actions of the menu of views that every view has.
func (p *page) lookActions() []action {
	list := []action{
		{menu: "view", name: "log", key: fyne.KeyL, with: ctrl | shift, do: p.toggleLog, refused: p.noLog,
			chosen: func() bool { return p.history.now().log }},
		{menu: "view", name: "worked", key: fyne.KeyU, with: ctrl | shift, do: p.openWorked, refused: p.noWorked, chosen: func() bool { return p.result.worked != "" }},
		action{menu: "view", name: "events", key: fyne.KeyQ, with: ctrl | shift, do: p.toggleEvents, refused: p.noAnswer,
			chosen: func() bool { return !p.history.now().noEvents }},
		{menu: "view", name: "ownaxis", key: fyne.KeyA, with: ctrl | fyne.KeyModifierAlt, do: p.toggleOwnAxis, refused: p.noPanels,
			chosen: func() bool { return p.history.now().ownAxis }},
		{menu: "view", name: "panels", key: fyne.KeyP, with: ctrl | fyne.KeyModifierAlt, do: p.openPanels, refused: p.noPanelDims},
		{menu: "view", name: "earlier", key: fyne.KeyLeft, with: ctrl | shift, do: p.showEarlier, refused: p.noEarlier, text: keyOf(fyne.KeyLeft, ctrl|shift)},
		{menu: "view", name: "later", key: fyne.KeyRight, with: ctrl | shift, do: p.showLater, refused: p.noLater, text: keyOf(fyne.KeyRight, ctrl|shift)},
		{menu: "view", name: "play", key: fyne.KeyM, with: ctrl | shift, do: p.togglePlay, refused: p.noDate, chosen: func() bool { return p.dates.playing() }},
		{menu: "view", name: "legend", key: fyne.KeyY, with: ctrl, do: p.openLegend, refused: p.noLegend},
		{menu: "view", name: "zoomin", key: fyne.KeyEqual, with: ctrl, do: p.zoomIn, refused: p.noTime, gap: true},
		{menu: "view", name: "zoomout", key: fyne.KeyMinus, with: ctrl, do: p.zoomOut, refused: p.noTime},
		{menu: "view", name: "zoomall", key: fyne.Key0, with: ctrl, do: p.zoomAll, refused: p.noTime},
		{menu: "view", name: "source", key: fyne.KeyD, with: ctrl, do: p.toggleSource, gap: true,
			refused: func() string { return p.unless(p.history.now().pin.set(), "refused.source") },
			chosen:  func() bool { return p.history.now().side.kind == numberSide }},
		{menu: "view", name: "showfile", key: fyne.KeyJ, with: ctrl | shift, do: p.showPinnedInFile,
			refused: func() string { return p.unless(p.history.now().pin.set(), "refused.source") }},
		{menu: "view", name: "vintages", key: fyne.KeyE, with: ctrl | fyne.KeyModifierAlt, do: p.showVintages, refused: p.noVintages},
		{menu: "view", name: "notes", key: fyne.KeyD, with: ctrl | shift, do: func() { p.open(side{kind: notesSide}) }, refused: p.noAnswer},
		{menu: "view", name: "panes", key: fyne.KeyTab, with: ctrl, bare: fyne.KeyF6, do: p.nextPane},
	}
	for i, a := range []appearance{systemAppearance, lightAppearance, darkAppearance} {
		key := []fyne.KeyName{fyne.KeyF7, fyne.KeyF8, fyne.KeyF9}[i]
		list = append(list, action{menu: "view", name: string(a), key: key, with: ctrl, do: func() { p.setAppearance(a) }, gap: i == 0,
			chosen: func() bool { return p.appearance() == a }})
	}
	list = append(list, action{menu: "view", name: "contrast", key: fyne.KeyF10, with: ctrl, do: p.toggleContrast, chosen: p.contrast})
	list = append(append(list, p.zoomActions()...), p.widthActions()...)
	for i, l := range append([]string{""}, languages...) {
		key := []fyne.KeyName{fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF5}[i]
		name, with := l, ctrl
		if l == "" {
			name, with = "anylanguage", ctrl|fyne.KeyModifierAlt
		}
		list = append(list, action{menu: "view", name: name, key: key, with: with, do: func() { p.setLanguage(l) }, gap: i == 0,
			chosen: func() bool { return p.app.Preferences().String(prefLanguage) == l }})
	}
	return list
}

func (p *page) libraryActions() []action {
	return []action{
		{menu: "library", name: "findings", key: fyne.KeyW, with: ctrl | shift, do: p.chooseFindings,
			refused: func() string { return p.unless(p.problems() > 0, "refused.findings") }},
		{menu: "library", name: "check", key: fyne.KeyH, with: ctrl | shift, do: p.checkShown, refused: p.noChecks},
		{menu: "library", name: "checkall", key: fyne.KeyA, with: ctrl | shift, do: p.checkAll, refused: p.noChecks},
		{menu: "library", name: "revisions", key: fyne.KeyU, with: ctrl | fyne.KeyModifierAlt, do: p.showRevisions, refused: p.noRevisions},
		{menu: "library", name: "savefindings", key: fyne.KeyF, with: ctrl | fyne.KeyModifierAlt, do: p.saveFindings, refused: p.noChecks},
		{menu: "library", name: "saverevisions", key: fyne.KeyS, with: ctrl | fyne.KeyModifierAlt, do: p.saveRevisions, refused: p.noRevisions},
		{menu: "library", name: "gotosource", key: fyne.KeyJ, with: ctrl, do: p.chooseSource, refused: p.noFigures},
		{menu: "library", name: "preview", key: fyne.KeyP, with: ctrl | shift, do: p.choosePreview, refused: p.noFigures},
		{menu: "library", name: "sourcemenu", key: fyne.KeyJ, with: ctrl | fyne.KeyModifierAlt, do: p.chooseSourceMenu, refused: p.noFigures},
		{menu: "library", name: "forget", key: fyne.KeyDelete, with: ctrl, do: p.chooseForget, refused: p.noFigures, text: keyOf(fyne.KeyDelete, ctrl)},
		{menu: "library", name: "restore", key: fyne.KeyDelete, with: ctrl | shift, do: p.restore, refused: p.noRemoved},
		{menu: "library", name: "get", key: fyne.KeyG, with: ctrl | shift, do: p.chooseReport, gap: true, refused: p.noLibrary},
		{menu: "library", name: "mapping", key: fyne.KeyM, with: ctrl | fyne.KeyModifierAlt, do: p.chooseMapping, refused: p.noMapping},
		{menu: "library", name: "acceptmapping", key: fyne.KeyK, with: ctrl | fyne.KeyModifierAlt, do: p.acceptMapping, refused: p.noMapped},
		{menu: "library", name: "savemapping", key: fyne.KeyW, with: ctrl | fyne.KeyModifierAlt, do: p.saveMapping, refused: p.noMapped},
		{menu: "library", name: "incoming", key: fyne.KeyL, with: ctrl | fyne.KeyModifierAlt, do: p.showLoad, refused: p.noLoad},
		{menu: "library", name: "cancelload", key: fyne.KeyX, with: ctrl | fyne.KeyModifierAlt, do: p.cancelLoad, refused: p.noCancel},
		{menu: "help", name: "search", key: fyne.KeyK, with: ctrl, do: p.search},
		{menu: "help", name: "meanings", key: fyne.KeyF4, with: ctrl, do: p.openMeanings},
		{menu: "help", name: "explain", key: fyne.KeyF4, with: ctrl | shift, bare: fyne.KeyF4, do: p.explain},
		{menu: "help", name: "keys", key: fyne.KeyF1, with: ctrl, bare: fyne.KeyF1, do: func() { p.open(side{kind: keysSide}) }},
		{menu: "help", name: "welcome", key: fyne.KeyF2, with: ctrl | shift, do: p.showWelcome},
		{menu: "help", name: "copytrouble", key: fyne.KeyC, with: ctrl | fyne.KeyModifierAlt, do: p.copyTrouble, refused: p.noTrouble, gap: true},
		{menu: "help", name: "about", key: fyne.KeyF1, with: ctrl | shift, do: func() { p.open(side{kind: aboutSide}) }},
	}
}

// unless returns a text where a condition does not hold.
func (p *page) unless(ok bool, key string) string {
	if ok {
		return ""
	}
	return p.say(key)
}

func (p *page) noAnswer() string { return p.unless(p.has(), "refused.noanswer") }

// noTime says why there is no time to be zoomed.
func (p *page) noTime() string {
	if p.history.now().compare.on {
		return p.say("refused.sidedzoom")
	}
	return p.noAnswer()
}

// noWorked says why nothing can be worked out of the numbers: a comparison is
// of the numbers as they stand.
func (p *page) noWorked() string {
	if p.history.now().compare.on {
		return p.say("refused.sidedworked")
	}
	return p.noAnswer()
}

func (p *page) noFigures() string { return p.unless(len(p.held.blocks) > 0, "empty.first") }

func (p *page) noRecent() string { return p.unless(len(p.recent()) > 0, "refused.recent") }

func (p *page) noLegend() string {
	if p.history.now().compare.on {
		return p.say("refused.legend")
	}
	return p.unless(len(p.result.answer.Series) > 1 && p.shownView().kind().apart, "refused.legend")
}

// run does an action, or says why it cannot be done. A dialog that waits for
// an answer keeps the keys from the window behind it, and so does what it asks
// after it has closed: whether a file is to be overwritten.
func (p *page) run(a action) {
	if p.window.Canvas().Overlays().Top() != nil && !p.menuOpen() && a.name != "quit" {
		return
	}
	if a.refused != nil {
		if why := a.refused(); why != "" {
			p.status.say(why)
			return
		}
	}
	p.status.said = ""
	if p.menuOpen() { // what is done takes its place
		p.chooser.close()
	}
	a.do()
}

// shortcut returns what the driver makes of the action's key.
func (a action) shortcut() fyne.Shortcut {
	if a.key == fyne.KeyZ && a.with == ctrl {
		return &fyne.ShortcutUndo{}
	}
	return keyOf(a.key, a.with)
}

func keyOf(key fyne.KeyName, with fyne.KeyModifier) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: with}
}

// startAgain asks the first question of the publisher that is shown.
func (p *page) startAgain() {
	name := ""
	if shown := p.publishers(); len(shown) > 0 {
		name = shown[0]
	}
	own := changedBlocks(nil, p.held.blocks, name)
	if len(own) == 0 {
		own = p.held.blocks
	}
	p.change(func(s *state) { *s = state{question: reports.FirstQuestion(own)} })
}

// toggleSource opens the drawer on the pinned number, or closes it.
func (p *page) toggleSource() {
	p.turn(func(s *state) {
		if s.side.kind == numberSide {
			s.side = side{}
			return
		}
		s.side = side{kind: numberSide}
	})
}

// quit closes the window, and with it Vitrine.
func (p *page) quit() {
	p.keepSize()
	p.keepLast()
	p.window.Close()
}

// copyTable puts the table on the clipboard, for a spreadsheet.
func (p *page) copyTable() {
	latest(p.copying, p.table.text(), func(text string) {
		if text == "" {
			p.status.say(p.say("wait.cancelled"))
			return
		}
		p.app.Clipboard().SetContent(text)
		p.status.say(p.say("copied"))
	})
}
