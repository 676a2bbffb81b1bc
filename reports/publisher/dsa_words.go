package publisher

import (
	"strings"
	"unicode"
)

// A dsaIndicator is a row of parts 1 and 7 to 11 of the EU's template.
type dsaIndicator int

// The indicators, in the order of the template.
const (
	dsaNoIndicator dsaIndicator = iota
	dsaProvider
	dsaPublishedOn
	dsaPreviousOn
	dsaStart
	dsaEnd
	dsaComplaints
	dsaNewRestrictions
	dsaAboutVisibility
	dsaAboutService
	dsaAboutAccount
	dsaAboutMoney
	dsaAboutNotice
	dsaAboutFlagger
	dsaDisputes
	dsaIllegalContent
	dsaUnfoundedNotices
	dsaUnfoundedComplaints
	dsaAutomated
	dsaNotAutomated
	dsaAccuracy
	dsaPrecision
	dsaRecall
	dsaNoticesAutomated
	dsaNoticesNotAutomated
	dsaInternal
	dsaExternal
	dsaLinguistic
	dsaRecipients
	dsaSummary
	dsaInformation
	dsaMeans
	dsaIndicators
	dsaPurposes
	dsaSafeguards
	dsaGovernance
	dsaQualifications
	dsaTraining
	dsaSupport
	dsaMethodology
)

// A dsaLabel is what an indicator is called: in English, French and German,
// in the words of the Implementing Regulation's own translations. Part is that
// of the template in which it stands.
type dsaLabel struct {
	indicator dsaIndicator
	part      int
	words     []string
}

var dsaLabels = []dsaLabel{
	{dsaProvider, 1, []string{"Name of the service provider", "Nom du fournisseur de services"}},
	{dsaPublishedOn, 1, []string{"Date of the publication of the report", "Date de publication du rapport"}},
	{dsaPreviousOn, 1, []string{"Date of the publication of the latest previous report", "Date de publication du rapport précédent"}},
	{dsaStart, 1, []string{"Starting date of reporting period", "Date de début de la période couverte par le rapport"}},
	{dsaEnd, 1, []string{"Ending date of reporting period", "Date de fin de la période couverte par le rapport"}},
	{dsaComplaints, 7, []string{"Number of complaints submitted to the internal-complaints mechanism",
		"Nombre de réclamations soumises par l’intermédiaire du mécanisme interne de traitement des réclamations",
		"Anzahl der über interne Beschwerdeverfahren übermittelten Beschwerden"}},
	{dsaNewRestrictions, 7, []string{"Number of restrictions newly imposed as a result of an internal complaint",
		"Nombre de restrictions nouvellement imposées à la suite d’une réclamation soumise par l’intermédiaire du mécanisme interne",
		"Anzahl der infolge eines internen Beschwerdeverfahrens neu auferlegten Beschränkungen"}},
	{dsaAboutVisibility, 7, []string{"Complaint regarding a decision to remove or disable access to or restrict visibility of information",
		"Réclamation contestant une décision de retirer des informations, de rendre l’accès à celles-ci impossible ou de restreindre leur visibilité",
		"Beschwerde über eine Entscheidung zur Entfernung oder Sperrung des Zugangs zu Informationen oder zur Beschränkung ihrer Sichtbarkeit"}},
	{dsaAboutService, 7, []string{"Complaint regarding a decision to suspend or terminate the provision of the service",
		"Réclamation contestant une décision de suspendre ou de mettre fin à la fourniture du service",
		"Beschwerde über eine Entscheidung zur Aussetzung oder Beendigung der Bereitstellung des Dienstes"}},
	{dsaAboutAccount, 7, []string{"Complaint regarding a decision to suspend or terminate an account",
		"Réclamation contestant une décision de suspendre ou de supprimer un compte",
		"Beschwerde über eine Entscheidung zur Aussetzung oder Schließung eines Kontos"}},
	{dsaAboutMoney, 7, []string{"Complaint regarding a decision to restrict the ability to monetise information",
		"Réclamation contestant une décision de restreindre la capacité de monétiser des informations",
		"Beschwerde über eine Entscheidung zur Beschränkung der Möglichkeit zur Monetarisierung von Informationen"}},
	{dsaAboutNotice, 7, []string{"Complaint regarding a decision not to take action on a notice submitted in accordance with Article 16",
		"Réclamation contestant une décision de ne pas entreprendre d’action au titre d’une notification soumise conformément à l’article 16",
		"Beschwerde über eine Entscheidung, nach einer gemäß Artikel 16 übermittelten Meldung keine Maßnahmen zu ergreifen"}},
	{dsaAboutFlagger, 7, []string{"Complaint regarding a decision not to take action on a notice submitted by a Trusted Flagger in accordance with Article 16",
		"Réclamation contestant une décision de ne pas entreprendre d’action au titre d’une notification soumise par un signaleur de confiance conformément à l’article 16",
		"Beschwerde über eine Entscheidung, nach einer durch einen vertrauenswürdigen Hinweisgeber gemäß Artikel 16 übermittelten Meldung keine Maßnahmen zu ergreifen"}},
	{dsaDisputes, 7, []string{"Number of disputes submitted to out-of-court dispute settlement bodies",
		"Nombre de litiges transmis aux organes de règlement extrajudiciaire des litiges",
		"Anzahl der den außergerichtlichen Streitbeilegungsstellen vorgelegten Streitfälle"}},
	{dsaIllegalContent, 7, []string{"Number of suspensions enacted for the provision of manifestly illegal content",
		"Nombre de suspensions prononcées en raison de la fourniture de contenus manifestement illicites",
		"Anzahl der Aussetzungen wegen offensichtlich rechtswidriger Inhalte"}},
	{dsaUnfoundedNotices, 7, []string{"Number of suspensions enacted for the provision of manifestly unfounded notices",
		"Nombre de suspensions prononcées en raison de la soumission de notifications manifestement infondées",
		"Anzahl der Aussetzungen wegen offensichtlich unbegründeter Meldungen"}},
	{dsaUnfoundedComplaints, 7, []string{"Number of suspensions enacted for the provision of manifestly unfounded complaints",
		"Nombre de suspensions prononcées en raison de la soumission de réclamations manifestement infondées",
		"Anzahl der Aussetzungen wegen offensichtlich unbegründeter Beschwerden"}},
	{dsaAutomated, 8, []string{"Number of measures solely taken by automated means",
		"Nombre de mesures prises par des moyens automatisés uniquement", "Anzahl ausschließlich automatisch ergriffener Maßnahmen"}},
	{dsaNotAutomated, 8, []string{"Number of measures not taken by automated means",
		"Nombre de mesures non prises par des moyens automatisés", "Anzahl nicht automatisch ergriffener Maßnahmen"}},
	{dsaAccuracy, 8, []string{"Accuracy of the automated means - Accuracy", "Précision des moyens automatisés - Précision",
		"Korrektklassifikationsrate der automatisierten Mittel – Treffergenauigkeit (Accuracy)"}},
	{dsaPrecision, 8, []string{"Accuracy of the automated means - Precision", "Précision des moyens automatisés - Exactitude",
		"Korrektklassifikationsrate der automatisierten Mittel – Genauigkeit (Precision)"}},
	{dsaRecall, 8, []string{"Accuracy of the automated means - Recall", "Précision des moyens automatisés - Rappel",
		"Korrektklassifikationsrate der automatisierten Mittel – Sensitivität (Recall)"}},
	{dsaNoticesAutomated, 8, []string{"Number of notices solely processed by automated means",
		"Nombre de notifications traitées par des moyens automatisés uniquement", "Anzahl ausschließlich automatisch verarbeiteter Meldungen"}},
	{dsaNoticesNotAutomated, 8, []string{"Number of notices not processed by automated means",
		"Nombre de notifications non traitées par des moyens automatisés", "Anzahl nicht automatisch verarbeiteter Meldungen"}},
	{dsaInternal, 9, []string{"Number of internal moderators employed by the provider",
		"Nombre de modérateurs employés sous contrat interne par le fournisseur", "Anzahl der beim Anbieter beschäftigten internen Moderatoren"}},
	{dsaExternal, 9, []string{"Number of external moderators contracted by the provider",
		"Nombre de modérateurs employés sous contrat externe par le fournisseur", "Anzahl der beim Anbieter unter Vertrag stehenden externen Moderatoren"}},
	{dsaLinguistic, 9, []string{"Number of total moderators with sufficient linguistic expertise",
		"Nombre total de modérateurs disposant de connaissances linguistiques suffisantes", "Gesamtzahl der Moderatoren mit ausreichenden Sprachkenntnissen"}},
	{dsaRecipients, 10, []string{"Number of average monthly active recipients during the reporting period",
		"Nombre mensuel moyen de destinataires actifs au cours de la période couverte par le rapport"}},
	{dsaSummary, 11, []string{"Summary of the content moderation engaged in at the providers’ own initiative",
		"Récapitulatif des activités de modération des contenus auxquelles se sont livrés les fournisseurs de leur propre initiative",
		"Zusammenfassung der auf Eigeninitiative des Anbieters durchgeführten Moderation von Inhalten"}},
	{dsaInformation, 11, []string{"Meaningful and comprehensible information regarding content moderation engaged in at the providers' own initiative",
		"Informations utiles et compréhensibles sur les activités de modération des contenus auxquelles se sont livrés les fournisseurs de leur propre initiative",
		"Aussagekräftige und verständliche Informationen über die auf Eigeninitiative des Anbieters durchgeführte Moderation von Inhalten"}},
	{dsaMeans, 11, []string{"Qualitative description of the automated means",
		"Description qualitative des moyens automatisés", "Qualitative Beschreibung der automatisierten Mittel"}},
	{dsaIndicators, 11, []string{"Qualitative description of indicators of accuracy and possible rate of error of automated means",
		"Description qualitative des indicateurs de précision et du taux d’erreur possible des moyens automatisés",
		"Qualitative Beschreibung der Indikatoren für die Korrektklassifikationsrate und die mögliche Fehlerquote der automatisierten Mittel"}},
	{dsaPurposes, 11, []string{"Specification of the precise purposes to apply automated means",
		"Indication des objectifs précis du recours à des moyens automatisés", "Angabe der genauen Zwecke für die Verwendung automatisierter Mittel"}},
	{dsaSafeguards, 11, []string{"Safeguards applied to the use of automated means",
		"Mesures de sauvegarde appliquées en cas de recours à des moyens automatisés", "Bei der Verwendung automatisierter Mittel angewandte Schutzvorkehrungen"}},
	{dsaGovernance, 11, []string{"High-level description of the content moderation governance structure",
		"Description générale de la structure de gouvernance des activités de modération des contenus",
		"Allgemeine Beschreibung der Governance-Struktur für die Moderation von Inhalten"}},
	{dsaQualifications, 11, []string{"Qualifications of the human resources dedicated to content moderation",
		"Qualifications des ressources humaines chargées de la modération des contenus",
		"Qualifikationen der für die Moderation von Inhalten eingesetzten personellen Ressourcen"}},
	{dsaTraining, 11, []string{"Training given to human resources dedicated to content moderation",
		"Formation dispensée aux ressources humaines chargées de la modération des contenus",
		"Schulung der für die Moderation von Inhalten eingesetzten personellen Ressourcen"}},
	{dsaSupport, 11, []string{"Support given to human resources dedicated to content moderation",
		"Accompagnement apporté aux ressources humaines chargées de la modération des contenus",
		"Den für die Moderation von Inhalten eingesetzten personellen Ressourcen gewährte Unterstützung"}},
	{dsaMethodology, 11, []string{"Methodology used to compute the number of human resources dedicated to content moderation",
		"Méthodologie utilisée pour calculer le nombre de ressources humaines chargées de la modération des contenus",
		"Methodik zur Berechnung der Anzahl der für die Moderation von Inhalten eingesetzten personellen Ressourcen"}},
}

// dsaIndex finds a label by its folded words.
var dsaIndex = func() map[string]dsaLabel {
	index := map[string]dsaLabel{}
	for _, label := range dsaLabels {
		for _, words := range label.words {
			index[dsaFold(words)] = label
		}
	}
	return index
}()

// The scopes of parts 7 to 9, and what says of any that a row is about all.
const (
	dsaTotal    = "total"
	dsaMedian   = "median"
	dsaShare    = "share"
	dsaOwn      = "own"
	dsaNotices  = "notices"
	dsaFlaggers = "flaggers"
	dsaUpheld   = "Decisions upheld"
	dsaPartly   = "Decisions partially reversed"
	dsaReversed = "Decisions reversed"
	dsaOmitted  = "Decision omitted"
)

// dsaTotals has the word for a total in the Union's other languages.
const dsaTotals = "Общо; Celkem; I alt; Σύνολο; Kokku; Yhteensä; Ukupno; Összesen; Összes; Iomlán; Totale; Iš viso; Kopā; Totali; Totaal; Ogółem; Łącznie; Razem; Spolu; Celkovo; Skupaj; Totalt"

// dsaScopes finds a scope by its folded words in English, French and German.
var dsaScopes = func() map[string]string {
	index := map[string]string{}
	for _, s := range []struct{ scope, words string }{
		{dsaTotal, "Total number; Total; All; Nombre total; Gesamtzahl; Gesamt; Insgesamt; " + dsaTotals},
		{dsaMedian, "Median time; Délai médian; Mediandauer"},
		{dsaShare, "Percentage of outcomes implemented; Pourcentage des résultats mis en œuvre; Prozentsatz der umgesetzten Entscheidungsergebnisse"},
		{dsaOwn, "Own-initiative; Initiative propre; Eigeninitiative"},
		{dsaNotices, "NAM Total; MNA - Total; MAV gesamt"},
		{dsaFlaggers, "NAM Trusted Flagger; MNA - Signaleur de confiance; Vertrauenswürdiger Hinweisgeber im MAV"},
		{dsaUpheld, "Decisions upheld; Décisions confirmées; Bestätigte Entscheidungen"},
		{dsaPartly, "Decisions partially reversed; Décisions partiellement infirmées; Teilweise rückgängig gemachte Entscheidungen"},
		{dsaReversed, "Decisions reversed; Décisions infirmées; Rückgängig gemachte Entscheidungen"},
		{dsaOmitted, "Decision omitted; Decisions omitted; Décisions non prises; Vermiedene Entscheidungen"},
	} {
		for word := range strings.SplitSeq(s.words, ";") {
			index[dsaFold(word)] = s.scope
		}
	}
	return index
}()

// dsaFold reduces a text to small letters, digits and single spaces: reports
// differ from the template in dashes, apostrophes and spaces that do not
// break.
func dsaFold(text string) string {
	var b strings.Builder
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(unicode.ToLower(r))
		} else {
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// dsaBlanks are what the template itself has in cells that a provider fills.
var dsaBlanks = map[string]bool{
	"": true, "text": true, "texte": true, "free text": true, "texte libre": true, "freitext": true,
	"yyyy mm dd": true, "aaaa mm jj": true, "jjjj mm tt": true,
	"text to detail the other keyword": true,
}

// isDSABlank tells whether a cell is empty, or as the template has it.
func isDSABlank(text string) bool {
	fold := dsaFold(text)
	if dsaDatePattern.MatchString(strings.TrimSpace(text)) || dsaBlanks[fold] || strings.HasPrefix(fold, "yyyy mm dd") || strings.HasPrefix(fold, "aaaa mm jj") || strings.HasPrefix(fold, "jjjj mm tt") {
		return true
	}
	return strings.HasPrefix(fold, "texte") && strings.Contains(fold, "autre") && len(fold) < 80
}

// isDSAPlaceholder tells whether a scope is the template's own "AT, […], SE"
// or "[...]", whatever became of its dots.
func isDSAPlaceholder(scope string) bool {
	return strings.ContainsAny(scope, "[…") || strings.Contains(scope, "...")
}
