package publisher

import (
	"strings"
	"unicode"

	"vitrine/reports"
)

// A telegramChat is a chat of an export, whichever form the export has.
type telegramChat struct {
	Name     string // its title or address; "" where the export does not say
	Kind     telegramKind
	Folder   string            // of a page: where its files are; "" else
	Messages []telegramMessage // oldest first
}

// A telegramKind says what a chat is, as far as its export tells.
type telegramKind int

const (
	telegramAnyChat telegramKind = iota // a page does not say
	telegramChannel
	telegramBotChat
	telegramOtherChat // people and groups
)

// A telegramMessage is a message of a chat.
type telegramMessage struct {
	From        string // who wrote it; "" where the export does not say
	Posted      reports.Day
	Dated       bool // Posted is known
	Text        string
	Service     bool // "Channel created": nobody wrote it
	Unsupported bool // Telegram Desktop could not export it
	Forwarded   bool // from another chat
	File        string
	Line        int // of its text in its file, where it has one
}

// A telegramRole is what a chat is to Vitrine.
type telegramRole int

const (
	telegramNoRole telegramRole = iota
	telegramTellsDays
	telegramTellsCountries
)

// role tells by its name, else by its words, whether a chat is one of the
// channels, and on which category, or the @transparency bot. A category of ""
// leaves it to each post. Chats of people and groups, in which posts are
// quoted and forwarded, are neither.
func (c telegramChat) role() (role telegramRole, category string) {
	if c.Kind == telegramOtherChat {
		return telegramNoRole, ""
	}
	if category := telegramChannelNames[bareName(c.Name)]; category != "" && c.Kind != telegramBotChat {
		return telegramTellsDays, category
	}
	posts, daily, answers := 0, 0, 0
	for _, m := range c.Messages {
		if !c.own(m) {
			continue
		}
		posts++
		if _, ok := parseTelegramPost(m.Text); ok {
			daily++
		} else if c.Kind != telegramChannel {
			if _, _, ok := parseTelegramBot(m.Text); ok {
				answers++
			}
		}
	}
	switch {
	case answers > 0:
		return telegramTellsCountries, ""
	case daily > 0 && 2*daily >= posts && c.Kind != telegramBotChat:
		return telegramTellsDays, ""
	}
	return telegramNoRole, ""
}

// telegramChannelNames holds the bare titles and addresses of the channels.
var telegramChannelNames = map[string]string{
	"isiswatch":      telegramTerrorism,
	"stopchildabuse": telegramChildAbuse,
	"stopca":         telegramChildAbuse,
}

// own tells whether a message was written by the chat itself: all that is not
// forwarded in a channel, elsewhere what bears the chat's name.
func (c telegramChat) own(m telegramMessage) bool {
	return !m.Service && !m.Forwarded && (c.Kind == telegramChannel || m.From == "" || c.Name == "" || m.From == c.Name)
}

// bareName keeps the letters and digits of a name, in lower case.
func bareName(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}
