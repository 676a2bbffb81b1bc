package publisher

import "vitrine/reports"

// The site drew its charts from files that lie in its repository. The file of
// takedown requests has a column of remarks that the charts showed; it states
// what the workbook has under Takedown/Alteration.
var wikimediaTakedowns = Format{
	Publisher: wikimedia,
	Table:     "takedown requests by country",
	Title:     "where_from.csv of the site's repository: requests to change or remove content, without DMCA notices",
	URL:       wikimediaRepository,
	Columns:   []string{"key", "duration", "tooltip"},
	Optional:  []string{"requests", "value", "complied"},
	Breakdown: reports.ByArea,
	Split:     CompleteAndDisjoint,
	Absent:    reports.AbsentNone,

	Read: func(l *Line) {
		f := reports.Figure{
			Period: l.Period("duration"), Breakdown: reports.ByArea,
			Split: reports.Split{Area: wikimediaArea(l.Text("key")), Category: wikimediaTakedown}, Note: l.Text("tooltip"),
		}
		l.addWikimedia("value", contentRequestsReceived, f)
		l.addWikimedia("requests", contentRequestsReceived, f)
		l.addWikimedia("complied", contentRequestsGranted, f)
	},
}

const wikimediaRepository = "https://github.com/wikimedia/wikimedia-TransparencyReport"

// wikimediaDMCA is a row per period and country too, without remarks.
var wikimediaDMCA = Format{
	Publisher: wikimedia,
	Table:     "DMCA requests by country",
	Title:     "dmca_requests.csv of the site's repository: notices under the US copyright law",
	URL:       wikimediaRepository,
	Columns:   []string{"key", "requests", "complied", "duration"},
	Lacks:     []string{"tooltip", "url"},
	Breakdown: reports.ByArea,
	Split:     CompleteAndDisjoint,
	Absent:    reports.AbsentNone,

	Read: func(l *Line) {
		f := reports.Figure{
			Period: l.Period("duration"), Breakdown: reports.ByArea,
			Split: reports.Split{Area: wikimediaArea(l.Text("key")), Category: "DMCA"},
		}
		l.addWikimedia("requests", contentRequestsReceived, f)
		l.addWikimedia("complied", contentRequestsGranted, f)
	},
}

// addWikimedia adds what a column counts.
func (l *Line) addWikimedia(column string, m reports.Measure, f reports.Figure) {
	f.Measure = m
	l.AddFigure(column, f)
}

// wikimediaSums is a row per period and country, a column for each kind of
// user data request.
var wikimediaSums = Format{
	Publisher: wikimedia,
	Table:     "user data requests by country",
	Title:     "sum.csv of the site's repository: requests for user data, by what they were",
	URL:       wikimediaRepository,
	Columns:   []string{"Country", "Total", "Informal Request", "Civil Subpoena", "Criminal Subpoena", "Government", "duration"},
	Optional: []string{"Informal Request Complied", "Civil Subpoena Complied", "Criminal Subpoena Complied", "Government Complied",
		"Warrant", "Warrant Complied", "Court orders", "Court orders complied"},
	Breakdown: reports.ByArea | reports.ByGround,
	Split:     CompleteAndDisjoint,
	Absent:    reports.AbsentNone,

	Read: func(l *Line) {
		s := reports.Split{Area: wikimediaArea(l.Text("Country"))}
		period := l.Period("duration")
		l.Add("Total", "user data requests received", period, s)
		for _, c := range wikimediaSumColumns {
			s.Ground = c.ground
			l.Add(c.column, "user data requests received", period, s)
			l.Add(c.column+" complied", "user data requests granted", period, s)
		}
	},
}

// wikimediaSumColumns say which kind of request a column counts, in the words
// of the workbook.
var wikimediaSumColumns = []struct{ column, ground string }{
	{"Informal Request", "Informal Private"}, {"Civil Subpoena", "Civil Subpoenas"}, {"Criminal Subpoena", "Criminal Subpoenas"},
	{"Government", "Informal Government"}, {"Warrant", "Search Warrants"}, {"Court orders", "Court Orders"},
}
