package publisher

import (
	"strings"

	"vitrine/assets"
	"vitrine/reports"
)

// Where Google offers its two zips of CSVs; each CSV is an export of its own.
const (
	googleRemovalsURL = "https://storage.googleapis.com/transparencyreport/google-government-removals.zip"
	googleUserDataURL = "https://storage.googleapis.com/transparencyreport/google-user-data-requests.zip"
)

// The columns that most of Google's tables have, as their latest editions
// call them.
const (
	googlePeriod  = "Period Ending"
	googleCountry = "Country/Region"
	googleCode    = "CLDR Territory Code"
	googleProduct = "Product"
	googleReason  = "Reason"
	googleProcess = "Legal Process"
)

// googleHeaders has what other editions call a column, without the tables
// whose own name for it is another one's.
var googleHeaders = map[string]string{
	"country":                  googleCountry,
	"country/region of origin": googleCountry,
	"country of origin":        googleCountry,
	"country code":             googleCode,
	"requester":                "Requestor",
	"data requests":            "User Data Requests",
	"percentage of data requests fully or partially complied with": "Percentage disclosed",
	"percentage of requests where some data produced":              "Percentage disclosed",
	"users/accounts specified":                                     "Accounts",
	"assisting country/region":                                     "Assisting Country",
}

// googleNames returns a format's Rename: the other editions' names, and for a
// localised export the columns that its words tell, or, in a language whose
// words are not known, its columns in their order, which is the same in every
// language; each list is of one edition.
func googleNames(localised ...[]string) func([]string) []string {
	return func(header []string) []string {
		header = header[:widthOf(header)]
		names := make([]string, len(header))
		if isLocalisedGoogle(header) && len(localised) > 0 {
			for _, columns := range localised {
				if len(columns) == len(header) && googleInPlace(header, columns) {
					return columns
				}
			}
			return googleByWords(header, localised[0])
		}
		for i, text := range header {
			names[i] = googleHeaders[foldHeader(text)]
		}
		return names
	}
}

// isLocalisedGoogle tells a header in another language than English: the name
// of the territory codes stays in all of them.
func isLocalisedGoogle(header []string) bool {
	cldr := false
	for _, text := range header {
		name := foldHeader(text)
		if name == foldHeader(googlePeriod) {
			return false
		}
		cldr = cldr || strings.Contains(name, "cldr")
	}
	return cldr
}

// widthOf returns how many columns a header has up to its last name.
func widthOf(header []string) int {
	n := len(header)
	for n > 0 && strings.TrimSpace(header[n-1]) == "" {
		n--
	}
	return n
}

// googlePeriodOf returns the half-year that ends on the day of a column.
func googlePeriodOf(l *Line, column string) reports.Period {
	half := l.Half(column)
	if l.Failed() {
		return half
	}
	if stated := l.Period(column); stated.Days() == 1 && stated.Last() != half.Last() {
		l.Fail(column, "%q is not the last day of a half-year", l.Text(column))
	}
	return half
}

// googleArea returns the area of a line by its code, which is the same in
// every language, else by its name: Europol has no code. NA is Namibia.
func googleArea(l *Line) string {
	code, name := l.Text(googleCode), l.Area(googleCountry)
	if area, ok := assets.Areas().LookupCode(code); ok {
		return area
	}
	return name
}

// A googleWord is a label of an export and, where Google has since called the
// same thing otherwise in English, what this file calls it.
type googleWord struct{ label, note string }

// googleLabel returns the label that Google's latest English exports use for
// that of a column.
func googleLabel(l *Line, column string, labels map[string]string) googleWord {
	text := strings.Join(strings.Fields(l.Part(column)), " ")
	label, translated := labels[googleFold(text)]
	switch {
	case translated:
		return googleWord{label: label}
	case googleRenamed[text] != "":
		return googleWord{googleRenamed[text], "“" + text + "” in this edition"}
	}
	return googleWord{label: text}
}

// googleFold writes a label so that its spaces, its case and the form of its
// apostrophes do not matter.
func googleFold(text string) string {
	return strings.ReplaceAll(foldHeader(text), "’", "'")
}
