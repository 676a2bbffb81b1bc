package reports

import "testing"

func TestSpellPeriod(t *testing.T) {
	for text, want := range map[string]string{
		// Meta, Snap, Apple, GitHub
		"2023Q1": "2023-Q1", "2025-H1": "2025-H1", "2013 H1": "2013-H1", "H1-2015": "2015-H1", "2013_H2": "2013-H2",
		"Q3 2024": "2024-Q3", "2024-Q3": "2024-Q3", "2024-08": "2024-08", "2024": "2024", "2024-W33": "2024-W33",
		// TikTok, X, Microsoft, LinkedIn
		"Jan-Jun 2025": "2025-H1", "Jul-Sep 2020": "2020-Q3", "Jul-Dec-2020": "2020-H2", "January - June 2017": "2017-H1",
		"July - December 2016": "2016-H2", "Jul - Sep 2022": "2022-Q3", "2025: July-December": "2025-H2",
		"January 1 - June 30, 2022": "2022-H1", "1 Jan 2021 - 2 May 2021": "2021-01-01/2021-05-02",
		"3 May 2021 - 30 June 2021": "2021-05-03/2021-06-30",
		// Wikimedia
		"jul12jun13": "2012-07-01/2013-06-30", "juldec13": "2013-H2", "janjun14": "2014-H1",
		"July 2012 - June 2013": "2012-07-01/2013-06-30", "Jan 2014 - June 2014": "2014-H1",
		// Telegram
		"01.01.24–30.09.24": "2024-01-01/2024-09-30", "1 January 2025 to 31 December 2025": "2025",
		"Jan—Jun 2024": "2024-H1", "July—November 2024": "2024-07-01/2024-11-30", "January—June 2024": "2024-H1",
		"the period 01.01.24–30.09.24": "2024-01-01/2024-09-30", "20240101": "2024-01-01", "14 August 2024": "2024-08-14",
		"20240101-20240930": "2024-01-01/2024-09-30", "August 14, 2024": "2024-08-14", "Aug. 14 2024": "2024-08-14",
		"17 Feb 2024 – 16 Feb 2025": "2024-02-17/2025-02-16", "January 2017": "2017-01",
		// Apple's and Google's days
		"12/31/2012": "2012-12-31", "30/6/17": "2017-06-30", "6/30/13": "2013-06-30", "5/5/2024": "2024-05-05",
		"7/1/18 - 12/31/18": "2018-H2", "01/01/2024 - 30/06/2024": "2024-H1", "2024/08/14": "2024-08-14",
		// the EU's template
		"2025-07-01/2025-12-31": "2025-H2", "2024-12-04/2025-12-03": "2024-12-04/2025-12-03",
		"2025-07-01 - 2025-12-31": "2025-H2", "2025-01-08T00:00:00.000Z": "2025-01-08", "2024-03-14 00:00:00": "2024-03-14",
		// French, and spaces that do not break
		"janvier 2017": "2017-01", "1er janvier 2024": "2024-01-01", "août\u00a02024": "2024-08", "T3\u202f2024": "2024-Q3", "S1 2024": "2024-H1",
		"du 1er janvier au 30 juin 2024": "2024-H1", "de janvier à juin 2024": "2024-H1", "Janv. 2024": "2024-01",
		"1er semestre 2024": "2024-H1", "2e trimestre 2024": "2024-Q2", "first half of 2024": "2024-H1", "décembre 2023 – février 2024": "2023-12-01/2024-02-29",
		"1-27 January 2026": "2026-01-01/2026-01-27", "Q1-Q3 2024": "2024-01-01/2024-09-30", "2012-2018": "2012-01-01/2018-12-31",
		"2017 to 2025": "2017-01-01/2025-12-31", "1 Jan 21": "2021-01-01",
	} {
		got, ok := SpellPeriod(text)
		if !ok || got.String() != want {
			t.Errorf("SpellPeriod(%q) = %s, %v; want %s", text, got, ok, want)
		}
	}
}

func TestSpellPeriodRefuses(t *testing.T) {
	for _, text := range []string{
		"", " ", "-", "N/A", "Total", "January", "January, 27", "Jan-Jun", "27", "3/4/17", "3/4/17 - 5/6/17",
		"2024-13", "2024-02-30", "30 February 2024", "31/31/2024", "2024-Q5", "2024-H3", "Jun-Jan 2025", "2025-06-30/2025-01-01",
		"2023-24", "YYYY-MM-DD/YYYY-MM-DD", "AAAA-MM-JJ", "1 January to June 2024", "2024 2025", "1,234", "0000", "12345678901",
		"United States", "May 26", "jul12jun", "99999999", "2024-W60",
	} {
		if got, ok := SpellPeriod(text); ok {
			t.Errorf("SpellPeriod(%q) = %s; want it refused", text, got)
		}
	}
}

func TestSpellDayOrder(t *testing.T) {
	for _, c := range []struct {
		text  string
		order DayOrder
		want  string
	}{
		{"3/4/17", OrderUnknown, ""},
		{"3/4/17", DayFirst, "2017-04-03"},
		{"3/4/17", MonthFirst, "2017-03-04"},
		{"30/6/17", MonthFirst, ""},
		{"30/6/17", OrderUnknown, "2017-06-30"},
		{"03.04.17", OrderUnknown, "2017-04-03"}, // with points, the day is always first
		{"03.04.17", MonthFirst, "2017-04-03"},
		{"1/1/99", OrderUnknown, "1999-01-01"},
		{"2024", OrderUnknown, ""},
		{"Jan-Jun 2025", OrderUnknown, ""},
		{"2024-08-14", MonthFirst, "2024-08-14"},
	} {
		got, ok := SpellDay(c.text, c.order)
		if ok != (c.want != "") || ok && got.String() != c.want {
			t.Errorf("SpellDay(%q, %d) = %s, %v; want %q", c.text, c.order, got, ok, c.want)
		}
	}
}

func TestSpellMonth(t *testing.T) {
	for text, want := range map[string]int{"January": 1, "févr.": 2, "AOÛT": 8, " Sept ": 9, "Dec": 12, "Smarch": 0, "": 0} {
		if got, ok := SpellMonth(text); int(got) != want || ok != (want > 0) {
			t.Errorf("SpellMonth(%q) = %d, %v; want %d", text, got, ok, want)
		}
	}
}

func FuzzSpellPeriod(f *testing.F) {
	for _, seed := range []string{"2023Q1", "Jan-Jun 2025", "jul12jun13", "01.01.24–30.09.24", "1er semestre 2024", "3/4/17", "\xff–/"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, ok := SpellPeriod(text)
		if !ok {
			return
		}
		if p.Days() <= 0 {
			t.Fatalf("SpellPeriod(%q) = %v, which has no days", text, p)
		}
		again, ok := SpellPeriod(p.String())
		if !ok || again != p {
			t.Fatalf("SpellPeriod(%q) = %s, which is read as %s, %v", text, p, again, ok)
		}
	})
}
