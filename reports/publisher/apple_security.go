package publisher

import (
	"slices"
	"strings"

	"vitrine/reports"
)

// appleSecurity is a row per half-year and kind of demand. Until 2017 Apple
// stated one range for all kinds, called National Security: the total.
var appleSecurity = appleRanges("us_national_security_requests", "US national security requests", "National Security Requests Type", "US")

var appleWarrants = appleRanges("uk_data_access_agreement_ipa_warrant_requests", "UK IPA warrant requests", "IPA Warrant Request Type", "GB")

// appleRanges makes the format of a file that states ranges, all for one
// country.
func appleRanges(file, table, kind, country string) Format {
	return Format{
		Publisher: "Apple",
		Table:     table,
		Title:     file + ".csv, from the zip that Apple offers",
		URL:       appleURL,
		Fetch:     appleZip,
		Columns:   []string{"TR Period", kind, "Requests Received", "Users/Accounts"},
		Optional:  []string{appleStart, appleEnd, appleCountry},
		Rename:    func(header []string) []string { return renameAppleKind(header, kind) },
		Breakdown: reports.ByGround,
		Read:      func(l *Line) { readAppleRanges(l, kind, country) },
		Split:     Disjoint,
	}
}

// renameAppleKind finds the column of the kind, which editions spell with
// "Request" and with "Requests".
func renameAppleKind(header []string, kind string) []string {
	singular := func(name string) string { return strings.ReplaceAll(foldHeader(name), "requests type", "request type") }
	names := renameApplePeriod(header)
	if at := slices.IndexFunc(names, func(name string) bool { return singular(name) == singular(kind) }); at >= 0 {
		names[at] = kind
	}
	return names
}

func readAppleRanges(l *Line, kind, country string) {
	period := applePeriod(l)
	s := reports.Split{Area: country, Ground: l.Part(kind)}
	if s.Ground == "National Security" {
		s.Ground = ""
	}
	if text := l.Text(appleCountry); text != "" && l.Area(appleCountry) != country {
		l.Fail(appleCountry, "%q has no row of its own in this table", text)
	}
	l.Add("Requests Received", "national security demands received", period, s)
	l.Add("Users/Accounts", "accounts named in information requests", period, s)
}
