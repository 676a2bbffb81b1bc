package publisher

import (
	"strings"

	"vitrine/reports/sheet"
)

// A refusal is an export that is known and not read.
type refusal struct {
	columns []string // that its header has; none: it cannot be opened
	name    string   // that its file, or the archive around it, has
	aside   bool     // is no loss beside the figures of its archive
	why     string   // one sentence
}

const (
	noCopyright = "Google's copyright removals from Search are a row a request or a domain, not published figures, and too large to count here; " +
		"count them with a database and open its table"
	noLetters = "a list of National Security Letters of which Google may speak: letters, not figures; the figures are in google-usnationalsecurity-nsl-requests.csv"
)

var refusals = []refusal{
	{columns: []string{"Request ID", "Date", "Copyright owner ID", "URLs removed"}, name: "google-websearch-copyright-removals", why: noCopyright},
	{columns: []string{"Request ID", "Domain", "URLs removed", "From Abuser"}, why: noCopyright},
	{columns: []string{"Request ID", "Domain", "URL", "From Abuser"}, why: noCopyright},
	{name: "_success", aside: true, why: "a mark that a program wrote all parts"},
	{columns: []string{"National Security Letter (NSL) number", "NSL issue date"}, aside: true, why: noLetters},
}

// refused returns what is known of a file that is not read, nil of any other.
func refused(f *sheet.File) *refusal {
	for i := range refusals {
		r := &refusals[i]
		named := r.name != "" && strings.Contains(strings.ToLower(f.Path), r.name)
		if named && f.Err != nil || f.Err == nil && len(r.columns) > 0 && r.fits(f) {
			return r
		}
	}
	return nil
}

// fits tells whether the first row of a table of the file has the columns.
func (r *refusal) fits(f *sheet.File) bool {
	for _, t := range f.Tables {
		for row, err := range t.Rows() {
			if err == nil && newHeader(row).hasAll(r.columns) {
				return true
			}
			break
		}
	}
	return false
}
