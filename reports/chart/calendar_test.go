package chart

import (
	"math"
	"strings"
	"testing"

	"vitrine/assets"
	"vitrine/reports"
)

func ticksOf(t *testing.T, lang string, first, last string, grain reports.Grain, width float64) []timeTick {
	t.Helper()
	font, err := loadTypeface(assets.Font(), 0)
	if err != nil {
		t.Fatal(err)
	}
	from, _ := reports.ParseDay(first)
	to, _ := reports.ParseDay(last)
	c := calendar{first: float64(from), last: float64(to) + 1, left: 0, right: width}
	days := float64(grain.Around(from).Days())
	return c.ticks(lengths{days, days}, assets.For(lang).PeriodShort, func(s string) float64 { return font.width(s, noteSize) })
}

func labelsOf(ticks []timeTick) string {
	var labels []string
	for _, t := range ticks {
		if t.label != "" {
			labels = append(labels, t.label)
		}
	}
	return strings.Join(labels, " | ")
}

func TestTimeTicks(t *testing.T) {
	for _, c := range []struct {
		first, last string
		grain       reports.Grain
		width       float64
		want        string
	}{
		{"2017-01-01", "2026-05-31", reports.EveryMonth, 900, "2017 | 2018 | 2019 | 2020 | 2021 | 2022 | 2023 | 2024 | 2025 | 2026"},
		{"2017-01-01", "2026-05-31", reports.EveryMonth, 300, "2018 | 2020 | 2022 | 2024 | 2026"},
		{"2025-01-01", "2025-12-31", reports.EveryMonth, 900, "Jan 25 | Feb 25 | Mar 25 | Apr 25 | May 25 | Jun 25 | Jul 25 | Aug 25 | Sep 25 | Oct 25 | Nov 25 | Dec 25"},
		{"2025-01-01", "2025-12-31", reports.EveryMonth, 300, "Jan 25 | Apr 25 | Jul 25 | Oct 25"},
		{"2024-01-01", "2025-12-31", reports.EveryQuarter, 900, "Q1 2024 | Q2 2024 | Q3 2024 | Q4 2024 | Q1 2025 | Q2 2025 | Q3 2025 | Q4 2025"},
		{"2024-01-01", "2025-12-31", reports.EveryHalf, 900, "H1 2024 | H2 2024 | H1 2025 | H2 2025"},
		{"2020-01-01", "2025-12-31", reports.EveryYear, 900, "2020 | 2021 | 2022 | 2023 | 2024 | 2025"},
		{"2024-08-12", "2024-08-18", reports.EveryDay, 900, "12 Aug 24 | 13 Aug 24 | 14 Aug 24 | 15 Aug 24 | 16 Aug 24 | 17 Aug 24 | 18 Aug 24"},
		{"2026-05-01", "2026-06-17", reports.EveryDay, 900, "4 May 26 | 11 May 26 | 18 May 26 | 25 May 26 | 1 Jun 26 | 8 Jun 26 | 15 Jun 26"},
		{"2026-05-04", "2026-06-14", reports.EveryWeek, 900, "4 May 26 | 11 May 26 | 18 May 26 | 25 May 26 | 1 Jun 26 | 8 Jun 26"},
		{"2024-08-14", "2024-08-14", reports.EveryDay, 900, "14 Aug 24"},
	} {
		if got := labelsOf(ticksOf(t, "en", c.first, c.last, c.grain, c.width)); got != c.want {
			t.Errorf("%s to %s by %s on %g units:\n got %s\nwant %s", c.first, c.last, c.grain, c.width, got, c.want)
		}
	}
}

func TestTimeTicksSpeakFrench(t *testing.T) {
	got := labelsOf(ticksOf(t, "fr", "2025-01-01", "2025-12-31", reports.EveryMonth, 400))
	if !strings.HasPrefix(got, "janv. 25") {
		t.Errorf("labels are %s", got)
	}
}

func TestTimeLabelsNeverTouch(t *testing.T) {
	font, err := loadTypeface(assets.Font(), 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range assets.Languages() {
		for width := 60.0; width < 2600; width += 37 {
			for _, last := range []string{"2016-12-31", "2017-02-11", "2019-06-17", "2026-06-17", "2190-01-01"} {
				end := -1e9
				for _, tick := range ticksOf(t, lang, "2016-12-25", last, reports.EveryDay, width) {
					if tick.label == "" {
						continue
					}
					half := font.width(tick.label, noteSize) / 2
					if tick.middle()-half < end+labelGap {
						t.Fatalf("%s, until %s, %g units: %q touches the label before it", lang, last, width, tick.label)
					}
					end = tick.middle() + half
				}
			}
		}
	}
}

func TestAMondayStandsBelowItsDay(t *testing.T) {
	ticks := ticksOf(t, "en", "2026-05-01", "2026-06-17", reports.EveryDay, 480)
	if at, want := ticks[0].middle(), 480*3.5/48; math.Abs(at-want) > 0.01 {
		t.Errorf("%s stands at %.1f, want %.1f, the noon of the day", ticks[0].label, at, want)
	}
}
