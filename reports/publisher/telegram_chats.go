package publisher

import (
	"slices"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// Telegram's channels @ISISwatch and @stopCA say every day how many groups
// and channels were banned the day before; its @transparency bot says how
// many requests for data it fulfilled in a country. Both are read from what
// Telegram Desktop exports of a chat or an account, and the channels also from
// the saved preview of their posts, t.me/s/ISISwatch.
//
// A post names neither its year nor its country. The year is that of the post,
// and the last one's for a month later than the post's.
var telegramChats = Format{
	Name:      "Telegram, channels and bot",
	Publisher: "Telegram",
	Title:     "Telegram Desktop's export (JSON or HTML) of @ISISwatch, @stopCA or the @transparency bot, or the saved page t.me/s/ISISwatch",
	URL:       telegramChannelURL,
	Blocks: []reports.Block{
		{Table: telegramDaily, Measure: reports.GroupsAndChannelsBlocked, Breakdown: reports.ByCategory},
		{Table: telegramMonthTotals, Measure: reports.GroupsAndChannelsBlocked, Breakdown: reports.ByCategory},
		{Table: telegramBot, Measure: reports.RequestsFulfilled, Breakdown: reports.ByArea},
		{Table: telegramBot, Measure: reports.UsersAffected, Breakdown: reports.ByArea},
	},
	Extent: reports.ByCategory | reports.ByArea, // a newer export replaces only the days, months and countries that it states

	Recognise: func(f *sheet.File) bool { return isTelegramResult(f) || isTelegramPage(f) || isTelegramPreview(f) },
	Explicit:  readTelegramChats,
}

// The tables of Telegram's chats.
const (
	telegramDaily       = "channel posts, daily"
	telegramMonthTotals = "channel posts, month totals"
	telegramBot         = "@transparency bot"
)

const telegramChannelURL = "https://t.me/ISISwatch"

// readTelegramChats reads all chats of an export that state figures.
func readTelegramChats(e *Export) {
	var known []string
	for _, chat := range telegramChatsOf(e) {
		r := telegramReader{Export: e, chat: chat}
		role, category := chat.role()
		switch role {
		case telegramTellsDays:
			r.category = category
			r.each(r.post)
		case telegramTellsCountries:
			r.disclosures = true
			r.each(r.answer)
		default:
			continue
		}
		known = append(known, r.address())
	}
	if slices.ContainsFunc(e.Files, ofWholeAccount) {
		e.Personal()
	}
	switch known = slices.Compact(known); len(known) {
	case 1:
		e.Address(known[0])
	case 0:
		e.Fail(e.Files[0], "a Telegram chat, but neither @ISISwatch nor @stopCA nor the @transparency bot; export one of these")
	}
}

// telegramChatsOf reads the chats of all files. Pages of one folder with one
// title are one chat.
func telegramChatsOf(e *Export) []telegramChat {
	var chats []telegramChat
	for _, f := range e.Files {
		switch {
		case e.Context().Err() != nil:
			return nil
		case f.Document != nil:
			chats = append(chats, telegramResultChats(f)...)
		case isTelegramPreview(f):
			chats = append(chats, telegramPreview(f))
		default:
			page := telegramPage(f)
			same := func(c telegramChat) bool { return c.Folder == page.Folder && c.Folder != "" && c.Name == page.Name }
			if i := slices.IndexFunc(chats, same); i >= 0 {
				chats[i].Messages = append(chats[i].Messages, page.Messages...)
			} else {
				chats = append(chats, page)
			}
		}
	}
	return chats
}
