package publisher

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"vitrine/reports"
)

// The categories of Telegram's channels, in the words of its safety page.
const (
	telegramTerrorism  = "terrorism"
	telegramChildAbuse = "child abuse"
)

// A telegramPost is what a post of @ISISwatch or @stopCA says: so many banned
// on a day, so many in its month up to that day. The post names no year.
type telegramPost struct {
	Category string // "" where neither the sentence nor the rest of the post tells
	Month    time.Month
	Day      int
	Year     int // 0 where the post does not say, as all known ones
	Count    telegramNumber
	Total    telegramNumber // Text "" where the post has no total
}

// A telegramNumber is a number and the words that it stands in.
type telegramNumber struct {
	Value float64
	Text  string
}

const (
	// A number in plain digits or in thousands parted by a comma, a dot or
	// a space; spaces of every width were folded to one.
	telegramDigits = `\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+|\d+`
	telegramMonths = `january|february|march|april|may|june|july|august|september|october|november|december`
)

var (
	telegramBanned = regexp.MustCompile(`(?i)(` + telegramDigits + `)\s(?:(isis|terrorist)\s)?(?:bots|groups)\sand\schannels` +
		`(?:\srelated\sto\s(child\sabuse|terrorism))?\s(?:were\s)?banned\son\s` +
		`(?:(` + telegramMonths + `),?\s?(\d{1,2})|(\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?(` + telegramMonths + `))\b(?:,?\s(20\d\d)\b)?`)
	telegramMonthTotal = regexp.MustCompile(`(?i)total\sthis\smonth:?\s?(` + telegramDigits + `)`)
	telegramThousands  = strings.NewReplacer(",", "", ".", "", " ", "")
	telegramAddress    = regexp.MustCompile(`\S*(?:@|://|t\.me/|#)\S*`)
)

// parseTelegramPost reads a daily post, whose text was joined from its parts.
// It refuses every post that says more, or less, than a count, its day and
// the month's total: a number of which it does not know what it counts makes
// the whole post one that is not understood.
func parseTelegramPost(text string) (telegramPost, bool) {
	if !strings.Contains(text, "banned") {
		return telegramPost{}, false // as most messages of other chats
	}
	text = foldTelegram(text)
	m := telegramBanned.FindStringSubmatchIndex(text)
	if m == nil || !beginsSentence(text[:m[0]]) {
		return telegramPost{}, false
	}
	group := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return text[m[2*i]:m[2*i+1]]
	}
	var p telegramPost
	p.Count, _ = parseTelegramNumber(group(1), text[m[0]:m[1]])
	p.Month = telegramMonth(group(4) + group(7))
	p.Day, _ = strconv.Atoi(group(5) + group(6))
	p.Year, _ = strconv.Atoi(group(8))
	before, after := text[:m[0]], text[m[1]:]
	if t := telegramMonthTotal.FindStringSubmatchIndex(after); t != nil {
		p.Total, _ = parseTelegramNumber(after[t[2]:t[3]], after[t[0]:t[1]])
		after = after[:t[0]] + " " + after[t[1]:]
	}
	if hasNumber(before) || hasNumber(after) || p.Count.Text == "" || p.Day < 1 || p.Day > 31 {
		return telegramPost{}, false
	}
	p.Category = telegramCategory(text[m[0]:m[1]])
	if p.Category == "" {
		p.Category = telegramCategory(text)
	}
	return p, true
}

// telegramCategory tells the category by its words, "" where none or both
// are there.
func telegramCategory(text string) string {
	text = strings.ToLower(strings.ReplaceAll(text, "\n", " "))
	terror := strings.Contains(text, "terroris") || strings.Contains(text, "isis")
	abuse := strings.Contains(text, telegramChildAbuse) || strings.Contains(text, "stopca@")
	switch {
	case terror && !abuse:
		return telegramTerrorism
	case abuse && !terror:
		return telegramChildAbuse
	}
	return ""
}

// reportedDay returns the day that a post of a given day speaks of: a month
// later than the posting one is last year's. It refuses days that do not
// exist, days after the post (one day is allowed for the clock of the
// computer that wrote the export) and days more than a month before it.
func (p telegramPost) reportedDay(posted reports.Day) (reports.Day, bool) {
	year, month, _ := posted.Date()
	if p.Month > month {
		year--
	}
	if p.Year != 0 && p.Year != year {
		return 0, false
	}
	day := reports.DayOf(year, p.Month, p.Day)
	if _, m, _ := day.Date(); m != p.Month {
		return 0, false
	}
	return day, day <= posted+1 && day >= posted-31
}

// foldTelegram makes every run of spaces, of any width, one space, and every
// run that holds a line break one line break; marks without width vanish.
func foldTelegram(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	space, line := false, false
	for _, r := range text {
		switch {
		case r == '\u200b' || r == '\u200e' || r == '\u200f' || r == '\u2060' || r == '\ufeff':
			continue
		case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
			line = true
			continue
		case unicode.IsSpace(r):
			space = true
			continue
		case b.Len() == 0: // nothing stands before the first word
		case line:
			b.WriteByte('\n')
		case space:
			b.WriteByte(' ')
		}
		space, line = false, false
		b.WriteRune(r)
	}
	return b.String()
}

// parseTelegramNumber reads digits in thousands; in are the words that the
// number stands in.
func parseTelegramNumber(digits, in string) (telegramNumber, bool) {
	digits = telegramThousands.Replace(digits)
	if len(digits) > 12 {
		return telegramNumber{}, false
	}
	n, err := strconv.Atoi(digits)
	if err != nil {
		return telegramNumber{}, false
	}
	return telegramNumber{Value: float64(n), Text: in}, true
}

// telegramMonth finds a month by its English name; 0 is none.
func telegramMonth(name string) time.Month {
	for m := time.January; m <= time.December; m++ {
		if strings.EqualFold(m.String(), name) {
			return m
		}
	}
	return 0
}

// beginsSentence tells whether what follows the text is the first word of a
// sentence or line, so that no "more than" stands before a number.
func beginsSentence(before string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, " "))
	if strings.HasSuffix(before, "\n") || before == "" {
		return true
	}
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("~≈<>≤≥±+-−–,/", r)
}

// hasNumber tells whether a text has a digit outside addresses and tags.
func hasNumber(text string) bool {
	return strings.ContainsFunc(text, unicode.IsDigit) &&
		strings.ContainsFunc(telegramAddress.ReplaceAllString(text, " "), unicode.IsDigit)
}
