package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// failure says what went wrong: text that can be selected, with a button that
// copies it. Copying the last one has a key, too.
func (p *page) failure(text string) fyne.CanvasObject {
	p.trouble = text
	l := newFailureText(text)
	return container.New(stackedLines{}, l, container.New(margins{0, 0, 0, 2}, container.NewHBox(p.copyButton(text))))
}

// A failureText can be selected once the pointer is on it: before that the
// keyboard would stop at it, and its keys would do nothing.
type failureText struct{ widget.Label }

func newFailureText(text string) *failureText {
	l := &failureText{}
	l.Text, l.Importance, l.SizeName, l.Wrapping = text, widget.DangerImportance, theme.SizeNameCaptionText, fyne.TextWrapWord
	l.ExtendBaseWidget(l)
	return l
}

// MouseIn lets the text be selected.
func (l *failureText) MouseIn(*desktop.MouseEvent) {
	l.Selectable = true
	l.Refresh()
}

// MouseMoved changes nothing.
func (l *failureText) MouseMoved(*desktop.MouseEvent) {}

// MouseOut changes nothing: what was selected can still be copied.
func (l *failureText) MouseOut() {}

// copyButton copies a text when it is pressed.
func (p *page) copyButton(text string) *button {
	return wire(p, newButton(p.say("copy"), linkButton, func() { p.copyText(text) }), p.say("hint.copy"))
}

// wrong says in the status line what went wrong, with a button that copies it.
func (p *page) wrong(text string) {
	p.trouble = text
	p.status.fail(text)
}

// copyTrouble copies the sentence that said last what went wrong.
func (p *page) copyTrouble() { p.copyText(p.trouble) }

func (p *page) noTrouble() string { return p.unless(p.trouble != "", "refused.trouble") }

func (p *page) copyText(text string) {
	p.app.Clipboard().SetContent(text)
	p.status.say(p.say("copiedtext"))
}
