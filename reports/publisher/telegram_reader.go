package publisher

import (
	"vitrine/assets"
	"vitrine/reports"
)

// A telegramReader turns the messages of one chat into figures.
type telegramReader struct {
	*Export
	chat        telegramChat
	category    string // of the channel; "" where each post tells
	disclosures bool   // the chat is the bot's
}

// address returns where Telegram offers what the chat says.
func (r *telegramReader) address() string {
	switch {
	case r.disclosures:
		return "https://t.me/transparency"
	case r.category == telegramChildAbuse:
		return "https://t.me/stopCA"
	}
	return telegramChannelURL
}

// each reads the messages that the chat itself wrote. The last message's day
// is that of the export.
func (r *telegramReader) each(read func(telegramMessage)) {
	for i, m := range r.chat.Messages {
		if i%1000 == 0 && r.Context().Err() != nil {
			return
		}
		if m.Dated {
			r.Published(m.Posted)
		}
		switch {
		case m.Service:
		case m.Unsupported:
			r.misunderstood(m, "a message that Telegram Desktop could not export")
		case !r.chat.own(m):
			r.foreign(m)
		case !m.Dated:
			r.misunderstood(m, "a message without a date")
		default:
			read(m)
		}
	}
}

// foreign notes what another wrote in a channel. What the user writes to the
// bot is no part of its report.
func (r *telegramReader) foreign(m telegramMessage) {
	switch {
	case r.disclosures:
	case m.Forwarded:
		r.misunderstood(m, "forwarded from elsewhere")
	default:
		r.misunderstood(m, "written by "+m.From)
	}
}

// post reads a post of a channel.
func (r *telegramReader) post(m telegramMessage) {
	if p, ok := parseTelegramPost(m.Text); ok {
		r.daily(m, p)
		return
	}
	if list, ok := parseTelegramFirst(m.Text); ok && r.category != telegramChildAbuse {
		for i, month := range list {
			r.monthly(m, month, i)
		}
		return
	}
	r.misunderstood(m, "not a daily report")
}

// daily adds the figures of a daily post: the day's and its month's so far.
func (r *telegramReader) daily(m telegramMessage, p telegramPost) {
	category := r.category
	switch {
	case category == "":
		category = p.Category
	case p.Category != "" && p.Category != category:
		r.misunderstood(m, "a post on "+p.Category+" in the channel on "+category)
		return
	}
	if category == "" {
		r.misunderstood(m, "it does not say whether it is about terrorism or child abuse")
		return
	}
	day, ok := p.reportedDay(m.Posted)
	if !ok {
		r.misunderstood(m, "not of a day in the month before "+m.Posted.String())
		return
	}
	figure := reports.Figure{
		Table: telegramDaily, Measure: reports.GroupsAndChannelsBlocked, Breakdown: reports.ByCategory,
		Split: reports.Split{Category: category}, Period: reports.Period{Start: day, End: day + 1},
		Value: p.Count.Value, Origin: r.origin(m, 1, p.Count.Text),
	}
	r.Add(figure)
	if p.Total.Text == "" {
		return
	}
	figure.Table, figure.Period.Start = telegramMonthTotals, day-reports.Day(dayOfMonth(day)-1)
	figure.Value, figure.Origin = p.Total.Value, r.origin(m, 2, p.Total.Text)
	r.Add(figure)
}

// monthly adds a month of the channel's first post. It told the numbers of
// the months before, and the one of the month that was still running.
func (r *telegramReader) monthly(m telegramMessage, month telegramMonthly, i int) {
	p, running := month.period(m.Posted)
	figure := reports.Figure{
		Table: telegramMonthTotals, Measure: reports.GroupsAndChannelsBlocked, Breakdown: reports.ByCategory,
		Split: reports.Split{Category: telegramTerrorism}, Period: p, Value: month.Count.Value,
		Note: "In the recent months", Origin: r.origin(m, i+1, month.Count.Text),
	}
	if running {
		figure.Status = reports.Provisional
	}
	r.Add(figure)
}

// answer reads a message of the bot.
func (r *telegramReader) answer(m telegramMessage) {
	found, problems, ok := parseTelegramBot(m.Text)
	if !ok {
		r.misunderstood(m, "not a report of the bot")
		return
	}
	unnamed := false
	for i, d := range found {
		area, known := telegramArea(d.Country)
		if !known && !unnamed {
			unnamed = true
			r.Problem(r.origin(m, i+1, d.Number.Text), "%s", telegramUnnamed(d.Country))
		}
		r.Add(reports.Figure{
			Table: telegramBot, Measure: d.Measure, Breakdown: reports.ByArea, Period: d.Period,
			Split: reports.Split{Area: area}, Value: d.Number.Value, Origin: r.origin(m, i+1, d.Number.Text),
		})
	}
	for _, p := range problems {
		r.Problem(r.origin(m, 0, firstWords(m.Text)), "%s", p)
	}
}

// telegramArea finds the code of a country as the bot names it. Where it
// names none, or one that nobody knows, its words stay.
func telegramArea(country string) (area string, known bool) {
	if country == "" {
		return reports.NotStated, false
	}
	if code, ok := assets.Areas().Lookup(country); ok {
		return code, true
	}
	return country, false
}

func telegramUnnamed(country string) string {
	if country == "" {
		return `the bot says "your country", that of the telephone number, and not which: its figures stand under "` + reports.NotStated + `"`
	}
	return `"` + country + `" is no country that Vitrine knows: its figures stand under these words`
}

// misunderstood notes a message that is not read, with its first words.
func (r *telegramReader) misunderstood(m telegramMessage, why string) {
	words := firstWords(m.Text)
	if words == "" {
		words = "(no words)"
	}
	r.Problem(r.origin(m, 0, words), "not understood, %s: %q", why, words)
}

// origin is a place in a message: its line, and which of its numbers.
func (r *telegramReader) origin(m telegramMessage, column int, text string) reports.Origin {
	return reports.Origin{File: m.File, Sheet: r.chat.Name, Row: m.Line, Column: column, Text: text}
}

func dayOfMonth(d reports.Day) int {
	_, _, day := d.Date()
	return day
}
