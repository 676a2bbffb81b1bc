package publisher

import (
	"math"
	"testing"

	"vitrine/assets"
	"vitrine/reports"
)

// Each number was looked up in the file with another program.
func TestPublishedTikTok(t *testing.T) {
	const guidelines, requests = "tiktok/community-guidelines/", "tiktok/government-and-ip/"
	type want struct {
		measure reports.Measure
		period  string
		split   reports.Split
		value   float64
	}
	for file, test := range map[string]struct {
		figures, problems int
		want              []want
	}{
		guidelines + "tiktok-2021-q3.xlsx": {120, 0, []want{
			{reports.AccountsSuspended, "2020-Q3", reports.Split{}, 1624816},
			{reports.ShareOfVideosRemoved, "2021-Q3", reports.Split{Category: "Hateful behavior"}, 1.5278172},
			{"rate of removal within 24 hours", "2021-Q3", reports.Split{Category: "Violent extremism"}, 91.61651},
		}},
		guidelines + "tiktok-2022-q3.xlsx": {561, 0, []want{
			{reports.VideosRemoved, "2022-Q3", reports.Split{Area: "SE"}, 282943},
			{"fake engagement stopped", "2021-Q2", reports.Split{Action: "prevented", Facet: "kind: likes"}, 9612942242},
			{tiktokPolicyShare, "2022-Q3", reports.Split{Category: "Violent and graphic content", Subcategory: "Violent and graphic content", Decision: "Human moderation"}, 100},
		}},
		guidelines + "tiktok-2022-q4.csv": {1030, 1, []want{
			{reports.VideosRemoved, "2022-Q4", reports.Split{}, 85680819},
			{reports.VideosRemoved, "2022-Q4", reports.Split{Category: "Illegal activities and regulated goods", Subcategory: "Weapons", Decision: "Human moderation"}, 3324493},
			{tiktokRequestsFollow, "2022-H2", reports.Split{Area: "MK"}, 42.9},
		}},
		guidelines + "tiktok-2023-q4.csv": {15966, 0, []want{
			{reports.ShareOfVideosRemoved, "2023-Q4", reports.Split{Area: "DE", Category: "Regulated Goods & Commercial Activities"}, 30},
			{tiktokPolicyShare, "2023-Q4", reports.Split{Area: "DE", Category: "Regulated Goods & Commercial Activities", Subcategory: "Gambling"}, 1.5},
			{reports.AccountsSuspended, "2023-Q4", reports.Split{Category: "Fake accounts removed"}, 172674056},
			{reports.AccountsSuspended, "2023-Q4", reports.Split{Category: "Fake accounts removed", Facet: "ban reason: safety"}, 8371593},
		}},
		guidelines + "tiktok-2024-q2.csv": {31464, 0, []want{
			{reports.VideosRemoved, "2024-Q2", reports.Split{}, 178827465},
			{reports.VideosRemoved, "2024-Q2", reports.Split{Area: "PK"}, 30709744},
			{"comments removed", "2024-Q2", reports.Split{Category: "Other"}, 292586184},
			{"share of content moderators", "2024-Q2", reports.Split{Facet: "language: Arabic"}, 10.6},
			{"share of user reports actioned within a time", "2024-Q2", reports.Split{Facet: "turn around time: Less than 2 hours"}, 89.7},
		}},
		requests + "English_LIPGR_2022_H1.xlsx": {1135, 0, []want{
			{reports.RemovalRequestsReceived, "2022-H1", reports.Split{}, 2713},
			{reports.RemovalRequestsReceived, "2022-H1", reports.Split{Area: "AU"}, 231},
			{"items acted upon after a demand", "2022-H1", reports.Split{Area: "BD", Ground: "local law"}, 513},
			{reports.InformationRequestsReceived, "2022-H1", reports.Split{Area: "BR"}, 95},
			{"copyright notices complied with", "2022-H1", reports.Split{}, 65828},
		}},
		requests + "CLIGR_2025H2_IntellectualPropertyRights.csv": {93, 0, []want{
			{"intellectual property notices received", "2025-H2", reports.Split{}, 476553},
			{"trademark notices received", "2025-H2", reports.Split{Category: "counterfeits"}, 2836},
			{"share of copyright notices complied with", "2023-H1", reports.Split{}, 60},
		}},
		requests + "EXCERPT__CLIGR_2025H2_GovernmentRemovalsRequests.csv": {143, 0, []want{
			{reports.RemovalRequestsReceived, "2025-H2", reports.Split{Area: "US"}, 28},
			{reports.RemovalRequestsReceived, "2019-H2", reports.Split{}, 45},
			{tiktokRequestsFollow, "2025-H2", reports.Split{Area: "AL"}, 36.8421053},
		}},
	} {
		t.Run(file, func(t *testing.T) {
			r, _ := published(t, file)
			if len(r.Figures) != test.figures || len(r.Problems) != test.problems {
				t.Errorf("%d figures, problems %v", len(r.Figures), r.Problems)
			}
			for _, w := range test.want {
				if got := valueOf(r, w.measure, w.period, w.split); got != w.value {
					t.Errorf("%s, %s, %v: %v, want %v", w.measure, w.period, w.split, got, w.value)
				}
			}
		})
	}
}

// valueOf returns the number of one figure; NaN if there is none.
func valueOf(r reports.Reading, m reports.Measure, period string, s reports.Split) float64 {
	for _, f := range r.Figures {
		if f.Measure == m && f.Period.String() == period && f.Split == s && f.Breakdown == s.Stated() {
			return f.Value
		}
	}
	return math.NaN()
}

// TikTok names the 50 markets with the most removals, and shares by policy.
func TestPublishedTikTokAnswers(t *testing.T) {
	_, m := published(t, "tiktok/community-guidelines/tiktok-2024-q2.csv")
	p, _ := reports.ParsePeriod("2024-Q2")
	ask := func(q reports.Question) reports.Answer {
		t.Helper()
		q.Measure, q.Since, q.Until = []string{string(reports.VideosRemoved)}, p.Start, p.End
		a, err := reports.Ask(t.Context(), q, m, reports.Names{Areas: assets.Areas(), Codes: assets.Codes(), Crosswalk: assets.Crosswalk()})
		if err != nil {
			t.Fatal(err)
		}
		return a
	}

	total := 0.0
	markets := ask(reports.Question{By: []reports.Dim{reports.Area}})
	for _, s := range markets.Series {
		total += s.Numbers[0].Value
	}
	if len(markets.Series) != 50 || total != 162926865 || markets.Unstackable != reports.ReasonNotComplete {
		t.Errorf("%d markets add to %v, no whole because of %q", len(markets.Series), total, markets.Unstackable)
	}
	if n := ask(reports.Question{}).Series[0].Numbers[0]; n.Value != 178827465 || n.Basis != reports.Published {
		t.Errorf("in all: %v, %v", n.Value, n.Basis)
	}

	germany := reports.Question{By: []reports.Dim{reports.Category}}
	germany.Where[reports.Area] = []string{"DE"}
	if a := ask(germany); len(a.Series) != 0 {
		t.Errorf("unasked: %d policies in Germany", len(a.Series))
	}
	germany.Derived = true
	for _, s := range ask(germany).Series {
		n := s.Numbers[0]
		if n.Basis != reports.Derived || !n.HasRange || n.High-n.Low < 1000 || n.High-n.Low > 2000 {
			t.Errorf("%s: %v, from %v to %v", s.Key.Category, n.Value, n.Low, n.High)
		}
		if s.Key.Category == "Safety & Civility" && math.Round(n.Value) != 256756 { // 0.181 of 1418540
			t.Errorf("Safety & Civility in Germany: %v", n.Value)
		}
	}
}
