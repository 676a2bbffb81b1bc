package made

import (
	"encoding/json"
	"slices"
	"strings"
)

// kindCount is how many kinds of statements a dump has. A few make up most of
// it.
const kindCount = 400

// A kind is what the statements of a run have in common.
type kind struct {
	cells    map[string]string
	decision Decision
	details  [3][]string // keywords, content types, language
}

var (
	services = []string{"Google Shopping", "TikTok", "Facebook", "Temu", "Instagram", "Pinterest", "YouTube", "AliExpress", "X", "Snapchat", "Booking.com", "Telegram",
		"Vinted", "Zalando", "leboncoin", "WhatsApp Channels", "Wikipedia", "Twitch", "Žiūrėk.lt", `Sahibinden "EU", Ltd`}
	categories = []string{"ILLEGAL_OR_HARMFUL_SPEECH", "SCAMS_AND_FRAUD", "OTHER_VIOLATION_TC", "INTELLECTUAL_PROPERTY_INFRINGEMENTS", "PROTECTION_OF_MINORS",
		"UNSAFE_AND_PROHIBITED_PRODUCTS", "VIOLENCE", "SELF_HARM", "CYBER_VIOLENCE", "ANIMAL_WELFARE"}
	visibilities = []string{"CONTENT_REMOVED", "CONTENT_DISABLED", "CONTENT_DEMOTED", "CONTENT_AGE_RESTRICTED", "CONTENT_LABELLED", "OTHER"}
	keywords     = []string{"HATE_SPEECH", "NUDITY", "PHISHING", "COPYRIGHT_INFRINGEMENT", "TERRORIST_CONTENT", "REGULATED_GOODS_SERVICES", "OTHER"}
	contentTypes = []string{"PRODUCT", "VIDEO", "TEXT", "IMAGE", "APP", "AUDIO", "SYNTHETIC_MEDIA", "OTHER"}
	triggers     = []string{"SOURCE_VOLUNTARY", "SOURCE_VOLUNTARY", "SOURCE_ARTICLE_16", "SOURCE_TRUSTED_FLAGGER", "SOURCE_TYPE_OTHER_NOTIFICATION"}
	decisions    = []string{"FULLY", "FULLY", "PARTIALLY", "NOT_AUTOMATED"}
	languages    = []string{"EN", "FR", "DE", "PL", "EL", ""}
	eea          = strings.Fields("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK")
	vocabulary   = strings.Fields(`the content was found to breach our policy on this matter because it offers goods and services that the terms do not allow;
a reviewer confirmed the signal, "restricted" listings are removed, and the account holder was told, with the means to appeal within six months; les contenus
signalés ont été retirés, conformément aux conditions générales d’utilisation`)
)

// one picks a value, the first ones more often.
func (m *maker) one(values []string) string {
	return values[min(m.random.IntN(len(values)), m.random.IntN(len(values)))]
}

// some picks up to two different values of a list, sorted.
func (m *maker) some(prefix string, values []string) []string {
	list := []string{prefix + m.one(values)}
	if m.random.IntN(6) == 0 {
		list = append(list, prefix+m.one(values))
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func (m *maker) sentence(least, most int) string {
	words := make([]string, least+m.random.IntN(most-least+1))
	for i := range words {
		words[i] = vocabulary[m.random.IntN(len(vocabulary))]
	}
	return strings.Join(words, " ")
}

// cell writes a list as the database does.
func cell(values []string) string {
	if len(values) == 0 {
		return ""
	}
	b, _ := json.Marshal(values)
	return string(b)
}

func (m *maker) newKind() kind {
	k := kind{cells: map[string]string{}, decision: Decision{
		Service: m.one(services), Category: "STATEMENT_CATEGORY_" + m.one(categories), Trigger: m.one(triggers), Detection: m.one([]string{"Yes", "No"}),
		Decision: "AUTOMATED_DECISION_" + m.one(decisions), Ground: "DECISION_GROUND_INCOMPATIBLE_CONTENT"}}
	m.act(&k)
	m.justify(&k)
	m.scope(&k)
	if m.random.IntN(3) > 0 {
		k.details[0] = m.some("KEYWORD_", keywords)
	}
	k.details[1] = m.some("CONTENT_TYPE_", contentTypes)
	k.cells["content_language"] = languages[m.random.IntN(len(languages))]
	k.details[2] = []string{k.cells["content_language"]}
	k.cells["category_specification"], k.cells["content_type"] = cell(k.details[0]), cell(k.details[1])
	k.cells["category"], k.cells["platform_name"], k.cells["decision_ground"] = k.decision.Category, k.decision.Service, k.decision.Ground
	k.cells["source_type"], k.cells["automated_detection"], k.cells["automated_decision"] = k.decision.Trigger, k.decision.Detection, k.decision.Decision
	return k
}

// act says what the platform did.
func (m *maker) act(k *kind) {
	var set []string
	one := func(column, code string) {
		k.cells[column] = code
		set = append(set, code)
	}
	switch m.random.IntN(8) {
	case 0:
		one("decision_account", "DECISION_ACCOUNT_SUSPENDED")
		k.cells["account_type"] = "ACCOUNT_TYPE_PRIVATE"
	case 1:
		one("decision_provision", "DECISION_PROVISION_TOTAL_SUSPENSION")
	case 2:
		one("decision_monetary", "DECISION_MONETARY_OTHER")
		k.cells["decision_monetary_other"] = "Advertising is off, for now"
		fallthrough
	default:
		list := m.some("DECISION_VISIBILITY_", visibilities)
		k.cells["decision_visibility"] = cell(list)
		set = append(set, list...)
	}
	slices.Sort(set)
	k.decision.Action = strings.Join(set, ",")
}

// justify says why, in the platform's words.
func (m *maker) justify(k *kind) {
	if m.random.IntN(8) == 0 {
		k.decision.Ground = "DECISION_GROUND_ILLEGAL_CONTENT"
		k.cells["illegal_content_legal_ground"] = "Regulation (EU) " + m.sentence(3, 5)
		k.cells["illegal_content_explanation"] = m.sentence(30, 80)
	} else {
		k.cells["incompatible_content_ground"] = m.sentence(4, 8)
		k.cells["incompatible_content_explanation"] = m.sentence(25, 85)
		k.cells["incompatible_content_illegal"] = m.one([]string{"No", "", "Yes"})
	}
	k.cells["decision_facts"] = m.sentence(20, 70)
}

// scope says where: in one to three countries, in the EEA, or nowhere stated.
func (m *maker) scope(k *kind) {
	var codes []string
	switch m.random.IntN(8) {
	case 0:
	case 1, 2, 3:
		from, n := m.random.IntN(len(eea)-3), 1+m.random.IntN(3)
		codes = eea[from : from+n]
	default:
		codes = eea
	}
	k.cells["territorial_scope"] = cell(codes)
	if !m.Light {
		k.decision.Scope = strings.Join(codes, ",")
	}
}
