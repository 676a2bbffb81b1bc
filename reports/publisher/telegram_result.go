package publisher

import (
	"strconv"
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// isTelegramResult tells whether a file is Telegram Desktop's result.json, of
// one chat or of a whole account. A list of chats has no messages of its own.
func isTelegramResult(f *sheet.File) bool {
	doc := f.Document
	if doc.Get("messages").Kind() == sheet.ArrayValue {
		_, known := telegramKinds[doc.Get("type").String()]
		return known && doc.Get("id").Kind() == sheet.NumberValue
	}
	return doc.Get("chats").Get("list").Kind() == sheet.ArrayValue ||
		doc.Get("left_chats").Get("list").Kind() == sheet.ArrayValue
}

// telegramKinds holds the types of chats; a type that Telegram Desktop does
// not know is null.
var telegramKinds = map[string]telegramKind{
	"":                   telegramAnyChat,
	"public_channel":     telegramChannel,
	"private_channel":    telegramChannel,
	"bot_chat":           telegramBotChat,
	"personal_chat":      telegramOtherChat,
	"private_group":      telegramOtherChat,
	"private_supergroup": telegramOtherChat,
	"public_supergroup":  telegramOtherChat,
	"saved_messages":     telegramOtherChat,
	"replies":            telegramOtherChat,
	"verification_codes": telegramOtherChat,
}

// telegramResultChats reads the chats of a result.json. Of a whole account it
// takes only channels and bots.
func telegramResultChats(f *sheet.File) []telegramChat {
	if f.Document.Get("messages") != nil {
		return []telegramChat{telegramResultChat(f, f.Document)}
	}
	var chats []telegramChat
	for _, part := range []string{"chats", "left_chats"} {
		for _, chat := range f.Document.Get(part).Get("list").Items() {
			if telegramKinds[chat.Get("type").String()] != telegramOtherChat {
				chats = append(chats, telegramResultChat(f, chat))
			}
		}
	}
	return chats
}

// ofWholeAccount tells whether a file holds all that a person wrote and
// received.
func ofWholeAccount(f *sheet.File) bool {
	return f.Document != nil && f.Document.Get("messages") == nil
}

func telegramResultChat(f *sheet.File, v *sheet.Value) telegramChat {
	chat := telegramChat{Name: v.Get("name").String(), Kind: telegramKinds[v.Get("type").String()]}
	for _, m := range v.Get("messages").Items() {
		chat.Messages = append(chat.Messages, telegramResultMessage(f, m))
	}
	return chat
}

// telegramResultMessage reads one message. Its keys differ between versions
// of Telegram Desktop: what one lacks is left empty.
func telegramResultMessage(f *sheet.File, v *sheet.Value) telegramMessage {
	m := telegramMessage{File: f.Path, Line: v.Line()}
	for key, value := range v.Members() {
		switch key {
		case "type":
			m.Service, m.Unsupported = value.String() == "service", value.String() == "unsupported"
		case "from":
			m.From = value.String()
		case "forwarded_from", "saved_from":
			m.Forwarded = true
		case "text":
			m.Text = telegramText(value)
			if m.Text != "" {
				m.Line = value.Line()
			}
		case "text_entities":
			if m.Text == "" {
				m.Text = telegramText(value)
			}
		case "date":
			if day, _, ok := strings.Cut(value.String(), "T"); ok && !m.Dated {
				m.Posted, m.Dated = parsedDay(day)
			}
		case "date_unixtime":
			// Seconds in UTC; date is what the exporting computer's clock said.
			if s, err := strconv.ParseInt(value.String(), 10, 64); err == nil && s > 0 && s < 1<<32 {
				m.Posted, m.Dated = reports.Day(s/86400), true
			}
		}
	}
	return m
}

// telegramText joins a text: a string, or strings and entities with a text,
// which may be split anywhere.
func telegramText(v *sheet.Value) string {
	if v.Kind() != sheet.ArrayValue {
		return v.String()
	}
	var b strings.Builder
	for _, part := range v.Items() {
		if part.Kind() == sheet.ObjectValue {
			part = part.Get("text")
		}
		b.WriteString(part.String())
	}
	return b.String()
}

func parsedDay(text string) (reports.Day, bool) {
	day, err := reports.ParseDay(text)
	return day, err == nil
}
