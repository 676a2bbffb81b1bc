package window

import (
	"strings"
	"testing"

	"vitrine/reports"
)

// Periods are asked for as the window writes them, and read as they are asked
// for.
func TestPeriodsAreTypedAsTheyAreShown(t *testing.T) {
	half, quarter := reports.EveryHalf.Around(reports.DayOf(2024, 1, 1)), reports.EveryQuarter.Around(reports.DayOf(2024, 7, 1))
	for _, lang := range languages {
		p := opened(t, telegram())
		p.setLanguage(lang)
		for _, key := range []string{"span.hint", "span.wrong", "period.hint", "period.wrong"} {
			for _, period := range []reports.Period{half, quarter} {
				if text := p.words.PeriodShort(period); !strings.Contains(p.say(key), text) {
					t.Errorf("%s: %q does not write %s", lang, p.say(key), text)
				}
			}
		}
		if !strings.Contains(p.say("span.second"), p.words.PeriodShort(quarter)) {
			t.Errorf("%s: the entry asks for %q", lang, p.say("span.second"))
		}
		since, until, err := readSpan(p.words.PeriodShort(half), p.words.PeriodShort(quarter))
		if err != nil || since != half.Start || until != quarter.End {
			t.Errorf("%s: %s to %s is %v to %v, %v", lang, p.words.PeriodShort(half), p.words.PeriodShort(quarter), since, until, err)
		}
		for _, period := range []reports.Period{half, quarter, reports.EveryMonth.Around(half.Start), reports.EveryYear.Around(half.Start), {Start: half.Start, End: half.Start + 1}} {
			if read, ok := readPeriod(p.typable(period)); !ok || read != period {
				t.Errorf("%s: %q is read as %v", lang, p.typable(period), read)
			}
		}
	}
}

// A table is told of by the same word whether something is compared or not.
func TestTablesAreToldOfByOneWord(t *testing.T) {
	for _, lang := range languages {
		p := opened(t, telegram())
		p.setLanguage(lang)
		end := func(key string) string {
			_, after, _ := strings.Cut(p.words.Say(key, "area", "@", "table", "T", "measure", "", "publisher", "", "by", "", "every", "", "span", "", "second", "", "with", ""), "@")
			return after
		}
		for _, key := range []string{"comparing.headline.table", "comparing.headline.against.table"} {
			if end(key) != end("headline.table") {
				t.Errorf("%s: %q, elsewhere %q", lang, end(key), end("headline.table"))
			}
		}
	}
}
