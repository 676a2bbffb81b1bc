package publisher

import (
	"path"
	"regexp"
	"strconv"
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// isTelegramPage tells whether a file is a page of messages as Telegram
// Desktop exports them: messages.html, messages2.html and so on.
func isTelegramPage(f *sheet.File) bool {
	return f.Page != nil && f.Page.Find(telegramHistory) != nil
}

var (
	telegramHistory = sheet.Tagged("div", "history")
	telegramTitle   = sheet.Tagged("div", "text", "bold")
	telegramClock   = regexp.MustCompile(`^(\d\d)\.(\d\d)\.(\d{4}) (\d\d):(\d\d):(\d\d)(?: UTC(?:([+-])(\d\d):(\d\d))?)?$`)
)

// telegramPage reads a page of messages. It says neither what kind of chat it
// is nor the chat's address.
func telegramPage(f *sheet.File) telegramChat {
	chat := telegramChat{Folder: path.Dir(f.Path)}
	if header := f.Page.Find(sheet.Tagged("div", "page_header")); header != nil {
		if title := header.Find(telegramTitle); title != nil {
			chat.Name = title.InnerText()
		}
	}
	// A joined message goes on from the one before: it bears no name.
	from, day, dated := "", reports.Day(0), false
	for _, e := range f.Page.Find(telegramHistory).Children {
		if !e.Class("message") {
			continue
		}
		if e.Class("service") {
			if d, ok := telegramSeparator(e.InnerText()); ok {
				day, dated = d, true
			}
			continue
		}
		m := telegramPageMessage(f, e)
		if m.From == "" && e.Class("joined") {
			m.From = from
		}
		if !m.Dated {
			m.Posted, m.Dated = day, dated
		}
		from = m.From
		chat.Messages = append(chat.Messages, m)
	}
	return chat
}

// telegramPageMessage reads a message from the parts of its body. What it
// quotes, or was forwarded, stands in parts of those.
func telegramPageMessage(f *sheet.File, e *sheet.Element) telegramMessage {
	m := telegramMessage{File: f.Path, Line: e.Line}
	var texts []string
	for _, body := range e.Children {
		if !body.Class("body") {
			continue
		}
		for _, part := range body.Children {
			switch {
			case part.Class("forwarded"):
				m.Forwarded = true
				texts = append(texts, telegramForwardedText(part))
				m.Line = part.Line
			case part.Class("from_name"):
				m.From = part.InnerText()
			case part.Class("date"):
				m.Posted, m.Dated = telegramPageDay(part.Attr["title"])
			case part.Class("text"):
				texts = append(texts, part.InnerText())
				m.Line = part.Line
			}
		}
	}
	m.Text = strings.Join(texts, "\n")
	return m
}

// telegramForwardedText returns what was forwarded.
func telegramForwardedText(e *sheet.Element) string {
	for _, part := range e.Children {
		if part.Class("text") {
			return part.InnerText()
		}
	}
	return ""
}

// telegramPageDay reads the time of a message, "24.04.2025 13:49:04
// UTC+06:00", and returns its day in UTC; without a zone, as exports before
// 3.7.6 have it, the day on the computer's calendar.
func telegramPageDay(title string) (reports.Day, bool) {
	m := telegramClock.FindStringSubmatch(title)
	if m == nil {
		return 0, false
	}
	day, ok := telegramDate(m[1], m[2], m[3])
	minutes := 60*telegramInt(m[4]) + telegramInt(m[5])
	zone := 60*telegramInt(m[8]) + telegramInt(m[9])
	if m[7] == "-" {
		zone = -zone
	}
	switch minutes -= zone; {
	case minutes < 0:
		day--
	case minutes >= 24*60:
		day++
	}
	return day, ok
}

// telegramSeparator reads the line between days: "14 August 2024".
func telegramSeparator(text string) (reports.Day, bool) {
	words := strings.Fields(text)
	if len(words) != 3 || telegramMonth(words[1]) == 0 {
		return 0, false
	}
	return telegramDate(words[0], words[1], words[2])
}

// telegramInt reads digits that an expression has found.
func telegramInt(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}
