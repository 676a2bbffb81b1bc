package publisher

import (
	"strings"
	"time"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// isTelegramPreview tells whether a file is the saved preview of a channel,
// t.me/s/ISISwatch.
func isTelegramPreview(f *sheet.File) bool {
	return f.Page != nil && f.Page.Find(telegramWidget) != nil
}

var telegramWidget = sheet.Tagged("div", "tgme_widget_message")

// telegramPreview reads a preview. The channel's address stands with each
// post; only what has one is a post.
func telegramPreview(f *sheet.File) telegramChat {
	chat := telegramChat{Kind: telegramChannel}
	for _, e := range f.Page.All(telegramWidget) {
		address, _, _ := strings.Cut(e.Attr["data-post"], "/")
		if address == "" {
			continue
		}
		if chat.Name == "" {
			chat.Name = address
		}
		m := telegramMessage{File: f.Path, Line: e.Line, Service: e.Class("service_message")}
		m.Posted, m.Dated = telegramPreviewDay(e)
		m.Forwarded = e.Find(func(e *sheet.Element) bool { return e.Class("tgme_widget_message_forwarded_from") }) != nil
		var texts []string
		for _, text := range telegramPreviewTexts(e) {
			texts = append(texts, text.InnerText())
			m.Line = text.Line
		}
		m.Text = strings.Join(texts, "\n")
		chat.Messages = append(chat.Messages, m)
	}
	return chat
}

// telegramPreviewTexts returns the texts of a post: the innermost ones, since
// an album nests them, without what the post replies to.
func telegramPreviewTexts(e *sheet.Element) []*sheet.Element {
	if e.Class("tgme_widget_message_reply") || e.Class("js-message_reply_text") {
		return nil
	}
	var texts []*sheet.Element
	for _, child := range e.Children {
		texts = append(texts, telegramPreviewTexts(child)...)
	}
	if len(texts) == 0 && e.Class("tgme_widget_message_text") {
		return []*sheet.Element{e}
	}
	return texts
}

// telegramPreviewDay returns the day of a post, which the preview states in
// UTC. A video's length is a time too, and no day.
func telegramPreviewDay(e *sheet.Element) (reports.Day, bool) {
	at := e.Find(func(e *sheet.Element) bool { return e.Tag == "time" && e.Attr["datetime"] != "" })
	if at == nil {
		return 0, false
	}
	t, err := time.Parse(time.RFC3339, at.Attr["datetime"])
	if err != nil {
		return 0, false
	}
	return reports.DayOf(t.UTC().Date()), true
}
