package reports_test

import (
	"testing"

	"vitrine/reports"
)

// Where a table leaves a part of a half-year unstated, what has no row there
// may be in that part: it is unknown, and not none.
func TestUnstatedPartIsNotNone(t *testing.T) {
	l := library([]reports.Figure{
		fig("t", requests, "2009-H2", reports.ByArea|reports.ByCategory, at("FR", reports.NotStated), "5"),
		fig("t", requests, "2010-H2", reports.ByArea|reports.ByCategory, at("FR", "Fraud"), "3"),
		fig("t", requests, "2010-H2", reports.ByArea|reports.ByCategory, at("DE", "Violence"), "1"),
		fig("t", requests, "2011-H1", reports.ByArea|reports.ByCategory, at("FR", "Violence"), "2"),
		fig("t", requests, "2011-H1", reports.ByArea|reports.ByCategory, at("DE", reports.NotStated), "0"),
	}, absentNone)
	_, got := ask(t, l, question(splitBy(reports.Category)))
	want(t, got,
		"(not stated) 2009-H2 5 sum of 1", "(not stated) 2010-H2 0 sum of 0", "(not stated) 2011-H1 0 sum of 1",
		"Fraud 2010-H2 3 sum of 1", "Fraud 2011-H1 0 sum of 0",
		"Violence 2010-H2 1 sum of 1", "Violence 2011-H1 2 sum of 1")
	_, got = ask(t, l, question(splitBy(reports.Category), where(reports.Area, "DE")))
	want(t, got,
		"DE+(not stated) 2009-H2 0 sum of 0", "DE+(not stated) 2010-H2 0 sum of 0", "DE+(not stated) 2011-H1 0 published",
		"DE+Violence 2009-H2 0 sum of 0", "DE+Violence 2010-H2 1 published", "DE+Violence 2011-H1 0 sum of 0")
}
