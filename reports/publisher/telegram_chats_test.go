package publisher

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"vitrine/reports"
)

// tellTelegram writes what was read, a line each: figures, then problems.
func tellTelegram(r reports.Reading) string {
	var b strings.Builder
	for _, f := range r.Figures {
		table := strings.TrimPrefix(f.Table, "channel posts, ")
		fmt.Fprintf(&b, "%s %v %s%s: %v %s\n", table, f.Period, f.Area, f.Category, f.Value, f.Status)
	}
	for _, p := range r.Problems {
		fmt.Fprintf(&b, "! %s\n", p.What)
	}
	return b.String()
}

// aChat writes a result.json of one chat with messages, each a day and a text.
func aChat(name, kind string, messages ...string) string {
	var list []map[string]any
	for i := 0; i+1 < len(messages); i += 2 {
		list = append(list, map[string]any{
			"id": i + 1, "type": "message", "date": messages[i] + "T09:00:00", "from": name, "text": messages[i+1],
		})
	}
	return chatOf(map[string]any{"name": name, "type": kind, "id": 7, "messages": list})
}

func chatOf(chat any) string {
	text, err := json.MarshalIndent(chat, "", " ")
	if err != nil {
		panic(err)
	}
	return string(text)
}

// aPage writes a page of messages, each a time and a text.
func aPage(title string, messages ...string) string {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE html><html><body><div class="page_wrap"><div class="page_header"><div class="content"><div class="text bold">` + title +
		`</div></div></div><div class="page_body chat_page"><div class="history">`)
	for i := 0; i+1 < len(messages); i += 2 {
		fmt.Fprintf(&b, "\n"+`<div class="message default clearfix" id="message%d"><div class="body">`+
			`<div class="pull_right date details" title="%s">09:00</div><div class="from_name">%s</div><div class="text">%s</div></div></div>`,
			i+1, messages[i], title, messages[i+1])
	}
	return b.String() + "</div></div></div></body></html>"
}

// aZip writes an archive of names and contents.
func aZip(t *testing.T, members ...string) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i+1 < len(members); i += 2 {
		w, err := z.Create(members[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(members[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTelegramChats(t *testing.T) {
	const post = "12 bots and channels banned on May, 1.\nTotal this month: 12"
	const terror = "12 terrorist bots and channels banned on May, 1."
	tests := []struct{ name, file, want string }{
		{"the category is the channel's", aChat("ISIS Watch", "public_channel", "2019-05-02", post),
			"daily 2019-05-01 terrorism: 12 normal\nmonth totals 2019-05-01 terrorism: 12 normal\n"},
		{"by its address", aChat("stopCA", "public_channel", "2019-05-02", "9 groups and channels banned on May, 1."),
			"daily 2019-05-01 child abuse: 9 normal\n"},
		{"renamed, told by its words", aChat("Terror Watch", "private_channel", "2019-05-02", terror),
			"daily 2019-05-01 terrorism: 12 normal\n"},
		{"renamed, and no word on the category", aChat("Watch", "public_channel", "2019-05-02", post),
			`! not understood, it does not say whether it is about terrorism or child abuse: "12 bots and channels banned on May, 1. Total this month: 12"` + "\n"},
		{"the same day told twice alike", aChat("ISIS Watch", "public_channel", "2019-05-02", terror, "2019-05-02", terror),
			"daily 2019-05-01 terrorism: 12 normal\n"},
		{"from before names of writers, and no date", chatOf(map[string]any{"name": "ISIS Watch", "type": nil, "id": 7, "messages": []map[string]any{
			{"id": 1, "type": "message", "date": "2018-05-02T09:00:00", "edited": "1970-01-01T01:00:00", "text": []any{"1", map[string]any{"type": "bold", "text": "2 terror"}, "ist bots and channels banned on May, 1.", ""}},
			{"id": 2, "type": "message", "text": terror}}}),
			"daily 2018-05-01 terrorism: 12 normal\n! not understood, a message without a date: \"" + terror + "\"\n"},
		{"the clock's year is that of UTC", chatOf(map[string]any{"name": "ISIS Watch", "type": "public_channel", "id": 7, "messages": []map[string]any{
			{"id": 1, "type": "message", "date": "2019-01-01T02:00:00", "date_unixtime": "1546290000", "text": "12 terrorist bots and channels banned on December, 31."}}}),
			"daily 2018-12-31 terrorism: 12 normal\n"},
		{"two pages of one chat", aZip(t, "c/messages.html", aPage("ISIS Watch", "02.05.2019 09:00:00", terror), "c/messages2.html",
			aPage("ISIS Watch", "03.05.2019 09:00:00 UTC-08:00", "13 terrorist bots and<br>channels banned on May,&nbsp;2."), "c/css/style.css", "a {}"),
			"daily 2019-05-01 terrorism: 12 normal\ndaily 2019-05-02 terrorism: 13 normal\n"},
		{"a guest in the channel", strings.Replace(aPage("ISIS Watch", "02.05.2019 09:00:00", terror), `from_name">ISIS Watch`, `from_name">Ada`, 1),
			"! not understood, written by Ada: \"" + terror + "\"\n"},
		{"the bot's page", aPage("Transparency", "02.05.2025 09:00:00", "Transparency report for the period 1 January 2025 to 31 March 2025<br><br>Fulfilled requests from <strong>Brazil</strong> for IP address and/or phone number:<br>Q1 — 8<br><br>Affected users:<br>Q1 — 9"),
			"@transparency bot 2025-Q1 BR: 8 normal\n@transparency bot 2025-Q1 BR: 9 normal\n"},
		{"a country of another world", aChat("Transparency", "bot_chat", "2025-05-02", "Transparency report for the period 1 January 2025 to 31 March 2025 Fulfilled requests from Freedonia for IP address and/or phone number: 1 Affected users: 2"),
			"@transparency bot 2025-Q1 Freedonia: 1 normal\n@transparency bot 2025-Q1 Freedonia: 2 normal\n" +
				`! "Freedonia" is no country that Vitrine knows: its figures stand under these words` + "\n"},
		{"April told a quarter, July both", aChat("Transparency", "bot_chat",
			"2025-04-10", "Transparency report for the period 1 January 2025 to 31 March 2025\nFulfilled requests from Peru for IP address and/or phone number:\nQ1 — 8",
			"2025-07-10", "Transparency report for the period 1 January 2025 to 30 June 2025\nFulfilled requests from Peru for IP address and/or phone number:\nQ1 — 8\nQ2 — 3"),
			"@transparency bot 2025-Q1 PE: 8 normal\n@transparency bot 2025-Q2 PE: 3 normal\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r, err := readText(t, "export", test.file)
			if err != nil {
				t.Fatal(err)
			}
			if got := tellTelegram(r); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

func TestTelegramChatsThatAreNone(t *testing.T) {
	const post = "12 terrorist bots and channels banned on May, 1."
	for name, file := range map[string]string{
		"a person's":                     aChat("Ada", "personal_chat", "2019-05-02", post),
		"a group by the channel's name":  aChat("ISIS Watch", "public_supergroup", "2019-05-02", post),
		"a channel that quotes one post": aChat("News", "public_channel", "2019-05-02", post, "2019-05-03", "Rain", "2019-05-04", "Sun"),
		"a page of a group":              aPage("Friends", "02.05.2019 09:00:00", "Hello"),
		"an account without them":        chatOf(map[string]any{"chats": map[string]any{"list": []any{}}}),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := readText(t, "result.json", file)
			if err == nil || !strings.Contains(err.Error(), "neither @ISISwatch nor @stopCA nor the @transparency bot") {
				t.Errorf("got %v", err)
			}
		})
	}
}

// A newer export takes the place of an older one only for the days that both
// state.
func TestTelegramExtents(t *testing.T) {
	r, err := readText(t, "result.json", aChat("ISIS Watch", "public_channel",
		"2019-05-02", "12 terrorist bots and channels banned on May, 1.", "2019-05-03", "13 terrorist bots and channels banned on May, 2."))
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Figures) != 2 || r.Figures[0].ExtentKey() == r.Figures[1].ExtentKey() {
		t.Errorf("two days have one extent: %+v", r.Figures)
	}
	if got := r.Published.String(); got != "2019-05-03" {
		t.Errorf("published %s, not on the day of its last post", got)
	}
}
