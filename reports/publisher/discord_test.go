package publisher

import (
	"errors"
	"strings"
	"testing"

	"vitrine/reports"
)

// The numbers were read in the files by hand.
func TestRealDiscord(t *testing.T) {
	for _, test := range []struct {
		file    string
		figures int
		checks  []check
	}{
		{"discord-2020-h2.csv", 12, []check{
			{"2020-11", "", "reports to authorities", reports.ByCategory, discordMedia, "1185"},
			{"2020-11", "", "reports to authorities", 0, "", "1200"},
		}},
		{"discord-2022-q2.csv", 8, []check{
			{"2022-04", "", "reports to authorities", reports.ByCategory, discordGrooming, "31"},
			{"2022-06", "", "reports to authorities", reports.ByCategory, discordMedia, "3701"},
		}},
		{"discord-2022-q3.csv", 12, []check{
			{"2022-08", "", "reports to authorities", 0, "", "4600"},
			{"2022-09", "", "reports to authorities", reports.ByCategory, discordGrooming, "26"},
		}},
		{"discord-2023-q1.csv", 232, []check{
			{"2023-Q1", "", reports.AccountsSuspended, 0, "", "173745"},
			{"2023-Q1", "", "servers removed", reports.ByCategory, "Child Safety", "12670"},
			{"2023-Q1", "", "servers removed", reports.ByDetection, "Proactive", "24423"},
			{"2023-Q1", "", "share of appeals granted", reports.ByCategory, "Harassment and Bullying", "3.67"},
			{"2023-Q1", "", "preservation demands received", 0, "", "817"},
			{"2023-02", "", "reports to authorities", 0, "", "4794"},
		}},
		{"discord-2023-q4.csv", 315, []check{
			{"2023-Q4", "", "accounts warned", reports.ByCategory, "Deceptive Practices", "26700"},
			{"2023-Q4", "", "accounts warned", reports.ByCategory, "Violent Extremism", "NaN"},
			{"2023-Q4", "", "user reports received", 0, "", "12082176"},
			{"2023-Q4", discordInternational, reports.InformationRequestsReceived, reports.ByArea, "FR", "29"},
			{"2023-Q4", discordUS, reports.InformationRequestsReceived, reports.ByGround, "Subpoenas", "692"},
			{"2023-Q4", "", "emergency demands answered with data", reports.ByArea, "US", "83"},
			{"2023-Q4", "", "preservation demands received", 0, "", "1125"},
		}},
		{"EXCERPT__discord-2024-H1__first-112-lines.csv", 186, []check{
			{"2024-H1", "", "accounts warned or restricted", reports.ByCategory, "Child Safety", "202028"},
			{"2024-H1", "", "servers removed", 0, "", "41002"},
			{"2024-H1", "", "share of actioned accounts that appealed", reports.ByCategory, "Platform Manipulation", "22.12"},
			{"2024-01", "", "reports to authorities", 0, "", "21527"},
		}},
	} {
		t.Run(test.file, func(t *testing.T) {
			r, m := published(t, "discord/"+test.file)
			if len(r.Figures) != test.figures || len(r.Problems) > 0 {
				t.Errorf("%d figures, problems %v", len(r.Figures), r.Problems)
			}
			checkAnswers(t, m, test.checks)
		})
	}
}

// Only a report's name says its year, and its months say the quarter.
func TestDiscordPeriods(t *testing.T) {
	months := sample(t, "discord_2022-q3.csv")
	for _, test := range []struct{ name, text, period, refused string }{
		{"discord-2022-q3.csv", months, "2022-Q3", ""},
		{"discord-2022.csv", months, "2022-Q3", ""},
		{"Discord Q3 2021.csv", months, "2021-Q3", ""},
		{"discord-2022-q4.csv", months, "", "July to September, which are not in 2022-Q4"},
		{"export.csv", months, "", "--period"},
		{"export.csv", sample(t, "discord_2024.csv"), "2024-H1", ""},
		{"export.csv", sample(t, "discord_2023-q4.csv"), "", "--period"},
	} {
		r, err := readText(t, test.name, test.text)
		if test.refused != "" {
			if err == nil || !strings.Contains(err.Error(), test.refused) || !strings.HasPrefix(err.Error(), test.name+": ") {
				t.Errorf("%s: %v, want %q", test.name, err, test.refused)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if last := r.Figures[len(r.Figures)-1].Period.String(); last != test.period {
			t.Errorf("%s: is about %s, want %s", test.name, last, test.period)
		}
	}
	if _, err := readText(t, "export.csv", months); !errors.Is(err, reports.ErrUnknownPeriod) {
		t.Errorf("a report without a year: %v", err)
	}
}

// A section that Discord invents does not end up in the one before.
func TestDiscordNewSections(t *testing.T) {
	for _, section := range []string{
		",,\nVerification,,\nPolicy Category,Accounts Verified,\nChild Safety,7,\n,,\nTotal,7,\n",
		"Appeals of Others,,\nKind,Parties,\nChild Safety,7,\n",
		",,\nPolicy Category,Accounts Verified,\nChild Safety,7,\n",
	} {
		r, err := readText(t, "discord-2023-q4.csv", "Warns,Individual Accounts Warned,\nChild Safety,5,\n"+section)
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Figures) != 1 || len(r.Problems) != 1 || !strings.Contains(r.Problems[0].What, "no format reads the table") {
			t.Errorf("%q: figures %v, problems %v", section, figuresOf(r), r.Problems)
		}
	}
}

// Two totals that contradict each other are not guessed at.
func TestDiscordTotalOfAll(t *testing.T) {
	text := "Month,Media Reports,Escalations,Total by month\nJuly,4,2,6\n,4,2,\nTotal,%,,\n"
	for total, want := range map[string]int{"6": 6, "7": 5} {
		r, err := readText(t, "discord-2020-q3.csv", strings.Replace(text, "%", total, 1))
		if err != nil || len(r.Figures) != want || len(r.Problems) != 6-want {
			t.Errorf("total %s: %v, problems %v, %v", total, figuresOf(r), r.Problems, err)
		}
	}
}

func TestDiscordRowsWithoutNumbers(t *testing.T) {
	r, err := readText(t, "discord-2023-q4.csv", "Warns,Individual Accounts Warned,Servers Warned\nMisinformation,,\nChild Safety,5,several\n,,\nTotal:,5,\n")
	if err != nil {
		t.Fatal(err)
	}
	wantLines(t, "figures", figuresOf(r), "accounts warned 2023-Q4 category=Child Safety 5", "accounts warned 2023-Q4 all 5")
	if len(r.Problems) != 1 || r.Problems[0].What != `"several" is not a number` {
		t.Errorf("problems %v", r.Problems)
	}
}

// Sections are told by their headers where their titles change.
func TestDiscordSectionTitles(t *testing.T) {
	for _, test := range []struct{ title, header, row, want string }{
		{"Intl Gov Info Requests", "Country,Requests,Information Produced", "Norway,3,1", "information requests, international"},
		{"Legal", "Request Type,Requests,Information Produced*", "Subpoenas,3,1", "information requests, United States"},
		{"\"Emergency\nRequests\"", "Country,Requests,Information Produced", "Norway,3,1", "emergency requests"},
		{"Preservation", "Country,Requests,Complied", "Norway,3,1", "preservation requests"},
		{"Online Reports", "Report Category,Reports Received,Reports Actioned", "Misinformation,3,1", "user reports"},
		{"In-App Reports", "Report Category,Reports Received", "Misinformation,3", "in-app reports"},
		{"", "Appeal Category,Accounts Disabled,Appeals", "Misinformation,3,1", "appeals"},
	} {
		text := "Warns,Individual Accounts Warned,\n,,\n" + test.title + ",,\n" + test.header + "\n" + test.row + "\n"
		r, err := readText(t, "discord-2023-q4.csv", text)
		if err != nil || len(r.Figures) == 0 || len(r.Problems) > 0 || r.Figures[0].Table != test.want {
			t.Errorf("%s: %v, problems %v, %v, want %s", test.title, figuresOf(r), r.Problems, err, test.want)
		}
	}
}
