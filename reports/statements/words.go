package statements

import (
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

// words says what the codes of the other columns are called. A code that is
// not here keeps its name.
var words = map[string]string{
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

// word names a code; an empty cell is not stated.
func word(code string) string {
	if code == "" {
		return reports.NotStated
	}
	if w, known := words[code]; known {
		return w
	}
	return code
}

// serviceOf names a platform.
func serviceOf(name string) string {
	if joined, renamed := services[name]; renamed {
		return joined
	}
	return word(name)
}

// actionOf names a set of actions.
func actionOf(set string) string {
	rest := map[string]bool{}
	for _, code := range SetValues(set) {
		rest[code] = true
	}
	var list []string
	for _, a := range actions {
		if rest[a.code] {
			list = append(list, a.word)
			delete(rest, a.code)
		}
	}
	for _, code := range SetValues(set) {
		if rest[code] {
			list = append(list, code)
		}
	}
	return reports.WordSet(list)
}

// contentTypeOf names a type of content as a facet.
func contentTypeOf(code string) string {
	if code == "" {
		return reports.NotStated
	}
	kind := strings.ToLower(strings.ReplaceAll(strings.TrimPrefix(code, "CONTENT_TYPE_"), "_", " "))
	return "content type: " + kind
}

// languageOf names the language of a content as a facet.
func languageOf(code string) string {
	if code == "" {
		return reports.NotStated
	}
	return "content language: " + code
}
