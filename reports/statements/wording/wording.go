// Package wording holds what the codes of the EU's DSA Transparency Database are
// called, in its dumps and in its aggregates alike.
package wording

import (
	"slices"
	"strings"

	"vitrine/reports"
)

// actions says what the decisions are called, in the order in which a set
// names them (the database's documentation, decision_visibility and so on).
var actions = []struct{ code, word string }{
	{"DECISION_VISIBILITY_CONTENT_REMOVED", "removed"},
	{"DECISION_VISIBILITY_CONTENT_DISABLED", "disabled"},
	{"DECISION_VISIBILITY_CONTENT_DEMOTED", "demoted"},
	{"DECISION_VISIBILITY_CONTENT_AGE_RESTRICTED", "age-restricted"},
	{"DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED", "interaction restricted"},
	{"DECISION_VISIBILITY_CONTENT_LABELLED", "labelled"},
	{"DECISION_VISIBILITY_OTHER", "other visibility restriction"},
	{"DECISION_MONETARY_SUSPENSION", "payments suspended"},
	{"DECISION_MONETARY_TERMINATION", "payments terminated"},
	{"DECISION_MONETARY_OTHER", "other monetary restriction"},
	{"DECISION_PROVISION_PARTIAL_SUSPENSION", "service partly suspended"},
	{"DECISION_PROVISION_TOTAL_SUSPENSION", "service suspended"},
	{"DECISION_PROVISION_PARTIAL_TERMINATION", "service partly terminated"},
	{"DECISION_PROVISION_TOTAL_TERMINATION", "service terminated"},
	{"DECISION_ACCOUNT_SUSPENDED", "account suspended"},
	{"DECISION_ACCOUNT_TERMINATED", "account terminated"},
}

// known says what the codes of the other columns are called. A code that is
// not here keeps its name.
var known = map[string]string{
	"SOURCE_ARTICLE_16":                    "notice",
	"SOURCE_TRUSTED_FLAGGER":               "trusted flagger",
	"SOURCE_TYPE_OTHER_NOTIFICATION":       "other notification",
	"SOURCE_VOLUNTARY":                     "own initiative",
	"Yes":                                  "automated",
	"No":                                   "not automated",
	"AUTOMATED_DECISION_FULLY":             "fully automated",
	"AUTOMATED_DECISION_PARTIALLY":         "partly automated",
	"AUTOMATED_DECISION_NOT_AUTOMATED":     "not automated",
	"DECISION_GROUND_ILLEGAL_CONTENT":      "law",
	"DECISION_GROUND_INCOMPATIBLE_CONTENT": "terms",
}

// services says how platforms are called that the database has under several
// names over time.
var services = map[string]string{
	"Discord Netherlands B.V.": "Discord",
	`SIA "JOOM"`:               "Joom",
	"Meetic SAS":               "Meetic",
	"Quora Ireland Limited":    "Quora",
	"Vinted UAB":               "Vinted",
	"WhatsApp Channels":        "WhatsApp",
	"OTTO Market":              "OTTO",
}

// Of names a code of a column with one code; an empty one is not stated, and an
// unknown one keeps its name.
func Of(code string) string {
	if code == "" {
		return reports.NotStated
	}
	if word, ok := known[code]; ok {
		return word
	}
	return code
}

// Service names a platform: names that it had earlier are joined.
func Service(name string) string {
	if joined, renamed := services[name]; renamed {
		return joined
	}
	return Of(name)
}

// Action names a set of actions by their codes, in any order.
func Action(codes []string) string {
	rest := map[string]bool{}
	for _, code := range codes {
		rest[code] = true
	}
	var list []string
	for _, a := range actions {
		if rest[a.code] {
			list = append(list, a.word)
			delete(rest, a.code)
		}
	}
	for _, code := range slices.Compact(slices.Sorted(slices.Values(codes))) {
		if rest[code] {
			list = append(list, code)
		}
	}
	return reports.WordSet(list)
}

// Area returns the area that a set of countries is, by their codes in a scope.
func Area(codes []string, areas *reports.Areas) string {
	var countries []string
	for _, code := range codes {
		if country, ok := areas.LookupCode(code); ok {
			code = country
		}
		countries = append(countries, code)
	}
	return areas.SetOf(countries)
}

// ContentType names a type of content as a facet.
func ContentType(code string) string {
	if code == "" {
		return reports.NotStated
	}
	kind := strings.ToLower(strings.ReplaceAll(strings.TrimPrefix(code, "CONTENT_TYPE_"), "_", " "))
	return "content type: " + kind
}

// Language names the language of a content as a facet.
func Language(code string) string {
	if code == "" {
		return reports.NotStated
	}
	return "content language: " + code
}
