package publisher

import (
	"fmt"
	"strings"
	"testing"
)

// tellDisclosures writes what a message of the bot states, a line each.
func tellDisclosures(found []telegramDisclosure, problems []string) string {
	var b strings.Builder
	for _, d := range found {
		fmt.Fprintf(&b, "%s, %s, %v: %v (%s)\n", d.Country, d.Measure, d.Period, d.Number.Value, d.Number.Text)
	}
	for _, p := range problems {
		fmt.Fprintf(&b, "! %s\n", p)
	}
	return b.String()
}

func TestParseTelegramBot(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"quarters and totals", `Transparency report for the period 01.01.24–30.09.24

Fulfilled requests from France for IP address and/or phone number:
Q1 — 4
Q2 – 6
Q3 – 210
Total: 220

Affected users:
Q1 – 17
Q2 – 37
Q3 – 632
Total: 1 686

All requests are processed according to paragraph 8.3 of the Privacy Policy.
The next transparency report will be published in January 2025.`,
			`France, requests fulfilled, 2024-Q1: 4 (Q1 — 4)
France, requests fulfilled, 2024-Q2: 6 (Q2 – 6)
France, requests fulfilled, 2024-Q3: 210 (Q3 – 210)
France, requests fulfilled, 2024-01-01/2024-09-30: 220 (Total: 220)
France, users affected, 2024-Q1: 17 (Q1 – 17)
France, users affected, 2024-Q2: 37 (Q2 – 37)
France, users affected, 2024-Q3: 632 (Q3 – 632)
France, users affected, 2024-01-01/2024-09-30: 1686 (Total: 1 686)
`},
		{"without quarters", `Transparency report for the period 01.01.24–31.12.24
Fulfilled requests from the United States of America for IP address and/or phone number: 900
Affected users: 2,253`,
			`United States of America, requests fulfilled, 2024: 900 (Fulfilled requests from the United States of America for IP address and/or phone number: 900)
United States of America, users affected, 2024: 2253 (Affected users: 2,253)
`},
		{"zero, of your country", `Transparency report for the period 01.01.24–30.09.24
Fulfilled requests from your country for IP address and/or phone number: 0
Affected users: 0`,
			`, requests fulfilled, 2024-01-01/2024-09-30: 0 (Fulfilled requests from your country for IP address and/or phone number: 0)
, users affected, 2024-01-01/2024-09-30: 0 (Affected users: 0)
`},
		{"since 2025, lines broken, spaces missing, the sentence on the DSA", `Transparency report for the
period 1 January 2026 to 30
June 2026

Fulfilled requests from United
Kingdom for IP address and/or phone number:
Q1 —134
Q2—57

Affected users:
Q1 — 142
Q2 - 106

All requests are processed according to section 8.3 of the Privacy Policy

The next transparency report will be published in July 2026. Telegram’s annual DSA transparency report for the period from 17 February 2024 to 17 February 2025 is available on this webpage.`,
			`United Kingdom, requests fulfilled, 2026-Q1: 134 (Q1 —134)
United Kingdom, requests fulfilled, 2026-Q2: 57 (Q2—57)
United Kingdom, users affected, 2026-Q1: 142 (Q1 — 142)
United Kingdom, users affected, 2026-Q2: 106 (Q2 - 106)
`},
		{"two periods", `Transparency report for the period 01.01.24–30.09.24
Fulfilled requests from Brazil for IP address and/or phone number: 5
Affected users: 7
Transparency report for the period 1 January 2025 to 31 March 2025
Fulfilled requests from Brazil for IP address and/or phone number:
Q1 — 8
Affected users:
Q1 — 9`,
			`Brazil, requests fulfilled, 2024-01-01/2024-09-30: 5 (Fulfilled requests from Brazil for IP address and/or phone number: 5)
Brazil, users affected, 2024-01-01/2024-09-30: 7 (Affected users: 7)
Brazil, requests fulfilled, 2025-Q1: 8 (Q1 — 8)
Brazil, users affected, 2025-Q1: 9 (Q1 — 9)
`},
		{"a quarter outside", `Transparency report for the period 1 January 2025 to 30 June 2025
Fulfilled requests from Brazil for IP address and/or phone number:
Q2 — 8
Q3 — 9
Q7 — 1`,
			`Brazil, requests fulfilled, 2025-Q2: 8 (Q2 — 8)
! Q3: the period of the report, 2025-H1, has not exactly one such quarter
! Q7: the period of the report, 2025-H1, has not exactly one such quarter
`},
		{"no period", `Fulfilled requests from Brazil for IP address and/or phone number: 900`,
			`! "Fulfilled requests from Brazil for IP address and/or phone number: 900" is of a period that the message does not state
`},
		{"no such period", `Transparency report for the period 31.02.24–30.09.24
Fulfilled requests from Brazil for IP address and/or phone number: 900`,
			`! "31.02.24–30.09.24" is not a period
! "Fulfilled requests from Brazil for IP address and/or phone number: 900" is of a period that the message does not state
`},
		{"a period that nobody can read, a number of nothing, one beyond all bounds", `Transparency report for the period of last year
Q1 — 4
Transparency report for the period 1 October 2024 to 31 March 2025
Q1 — 5
Fulfilled requests from Brazil for IP address and/or phone number:
Q4 — 6
Q1 — 9999999999999`,
			`Brazil, requests fulfilled, 2024-Q4: 6 (Q4 — 6)
! "of last year Q1 — 4 Transparency report for the period 1 Oc…" is not a period
! "Q1 — 4" does not say what it counts
! "Q1 — 5" does not say what it counts
! "9999999999999" is too large a number
`},
		{"a quarter that could be of two years", `Transparency report for the period 1 January 2024 to 31 March 2025
Fulfilled requests from Brazil for IP address and/or phone number:
Q1 — 4
Q2 — 5`,
			`Brazil, requests fulfilled, 2024-Q2: 5 (Q2 — 5)
! Q1: the period of the report, 2024-01-01/2025-03-31, has not exactly one such quarter
`},
		{"no numbers", `Transparency report for the period 01.01.24–30.09.24
Fulfilled requests from Brazil for IP address and/or phone number:
Affected users:
Q1 — none
Q2 — 1,31`,
			`! no number follows "Fulfilled requests"
! "Q1 — none Q2 — 1,31" has no number
! "Q2 — 1,31" has no number
`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			found, problems, ok := parseTelegramBot(test.text)
			if got := tellDisclosures(found, problems); !ok || got != test.want {
				t.Errorf("report: %v; got\n%s\nwant\n%s", ok, got, test.want)
			}
		})
	}
}

func TestParseTelegramBotRefuses(t *testing.T) {
	for _, text := range []string{"", "/start", "Hello! Press the button to get the report for Brazil.",
		"Telegram’s annual DSA transparency report for the period from 17 February 2024 to 17 February 2025 is available on this webpage."} {
		if found, problems, ok := parseTelegramBot(text); ok {
			t.Errorf("%q was taken for a report: %s", text, tellDisclosures(found, problems))
		}
	}
}

func FuzzTelegramBot(f *testing.F) {
	f.Add("Transparency report for the period 01.01.24–30.09.24\nFulfilled requests from France for IP address and/or phone number:\nQ1 — 4\nTotal: 220\nAffected users:\nQ1 – 17")
	f.Add("Transparency report for the period 1 January 2025 to 31 December 2025\nFulfilled requests from your country for IP address and/or phone number: 0\nAffected users: 0")
	f.Fuzz(func(t *testing.T, text string) {
		found, _, _ := parseTelegramBot(text)
		for _, d := range found {
			if d.Period.Days() <= 0 || d.Number.Value < 0 || d.Measure == "" {
				t.Errorf("%q: %+v", text, d)
			}
		}
	})
}
