package publisher

import (
	"path"
	"strings"

	"vitrine/reports"
)

const (
	googleSecurityTable    = "US national security requests"
	googleSecurityPeriod   = "Reporting period ending date"
	nationalSecurityAsked  = reports.Measure("national security demands received")
	googleSecurityNamed    = reports.Measure("accounts named in national security demands")
	googleSecurityRequests = "Number of requests"
	googleSecurityAccounts = "Number of accounts"
	rangeMin               = " (range MIN)"
	rangeMax               = " (range MAX)"
)

// googleSecurity is a row per half-year: ranges of requests and of accounts,
// with the ends in two columns. Three files have the same columns; only their
// names say what they are about.
var googleSecurity = Format{
	Publisher: "Google",
	Table:     googleSecurityTable,
	Title:     "google-usnationalsecurity-fisa-content-requests.csv, -fisa-non-content-requests.csv and -nsl-requests.csv, from the same zip",
	URL:       googleUserDataURL,
	Fetch:     googleUserDataURL,
	Columns: []string{googleSecurityPeriod, googleSecurityRequests + rangeMin, googleSecurityRequests + rangeMax,
		googleSecurityAccounts + rangeMin, googleSecurityAccounts + rangeMax},
	Breakdown: reports.ByGround,
	Split:     Disjoint,
	Extent:    reports.ByGround, // each of the three is a file of its own
	Read:      readGoogleSecurity,
}

func readGoogleSecurity(l *Line) {
	ground := googleSecurityGround(l.file.Path)
	if ground == "" {
		l.export.Fail(l.file, "the name that Google gave this file says whether it is about FISA requests for content, for other data, or about "+
			"National Security Letters: name it google-usnationalsecurity-fisa-content-requests.csv, …-fisa-non-content-requests.csv or …-nsl-requests.csv")
		return
	}
	period := googlePeriodOf(l, googleSecurityPeriod)
	s := reports.Split{Area: "US", Ground: ground}
	for _, c := range []struct {
		column string
		m      reports.Measure
	}{{googleSecurityRequests, nationalSecurityAsked}, {googleSecurityAccounts, googleSecurityNamed}} {
		l.AddRange(c.column+rangeMin, c.column+rangeMax, reports.Figure{Measure: c.m, Period: period, Split: s, Breakdown: reports.ByGround})
	}
}

// googleSecurityGround reads the law from a file's name.
func googleSecurityGround(file string) string {
	words := strings.FieldsFunc(strings.ToLower(path.Base(file)), func(r rune) bool { return r < 'a' || r > 'z' })
	name := " " + strings.Join(words, " ") + " "
	switch {
	case strings.Contains(name, " nsl "):
		return "National Security Letters"
	case strings.Contains(name, " fisa non content "):
		return "FISA, non-content"
	case strings.Contains(name, " fisa content "):
		return "FISA, content"
	}
	return ""
}
