package publisher

import (
	"strings"

	"vitrine/reports"
)

// A dsaUnit is how the numbers of a column are written.
type dsaUnit int

const (
	dsaCount    dsaUnit = iota // a whole number
	dsaHours                   // a time
	dsaFraction                // a share, from 0 to 1
	dsaMillion                 // millions
	dsaThousand                // thousands
)

// A dsaColumn is a column of figures of parts 3 to 6.
type dsaColumn struct {
	english, french string
	measure         reports.Measure
	about           reports.Split
	unit            dsaUnit
}

// The values of dimensions that the columns stand for.
const (
	dsaTrustedFlagger = "trusted flagger"
	dsaOwnInitiative  = "own initiative"
	dsaByNotice       = "notices"
	dsaSolely         = "solely automated"
	dsaNot            = "not automated"
)

var (
	dsaByFlaggers      = reports.Split{Trigger: dsaTrustedFlagger}
	dsaByLaw           = reports.Split{Ground: "law"}
	dsaByTerms         = reports.Split{Ground: "terms"}
	dsaByLawFlaggers   = reports.Split{Trigger: dsaTrustedFlagger, Ground: "law"}
	dsaByTermsFlaggers = reports.Split{Trigger: dsaTrustedFlagger, Ground: "terms"}
)

// dsaColumns has the columns of figures by part, in the order of the template.
// Behind them the same columns follow for contextual information.
var dsaColumns = map[int][]dsaColumn{
	3: {
		{english: "Number of orders to act against illegal content received", french: "Nombre d’injonctions d’agir contre des contenus illicites reçues", measure: dsaOrders},
		{english: "Number of specific items of information included in the total number of orders to act against illegal content",
			french: "Nombre d’éléments d’information spécifiques inclus dans le nombre total d’injonctions d’agir contre des contenus illicites", measure: dsaOrderItems},
		{english: "Median time to inform the authority of the receipt of the order to act against illegal content",
			french: "Délai médian nécessaire pour informer l’autorité de la réception de l’injonction d’agir contre des contenus illicites", measure: dsaOrderTold, unit: dsaHours},
		{english: "Median time to give effect to the order to act against illegal content",
			french: "Délai médian nécessaire pour donner suite à l’injonction d’agir contre des contenus illicites", measure: dsaOrderDone, unit: dsaHours},
		{english: "Number of orders to provide information", french: "Nombre d’injonctions de fournir des informations", measure: dsaInfoOrders},
		{english: "Median time to inform the authority of the receipt of the order to provide information",
			french: "Délai médian nécessaire pour informer l’autorité de la réception de l’injonction de fournir des informations", measure: dsaInfoTold, unit: dsaHours},
		{english: "Median time to give effect to the order to provide information",
			french: "Délai médian nécessaire pour donner suite à l’injonction de fournir des informations", measure: dsaInfoDone, unit: dsaHours},
	},
	4: {
		{english: "Number of notices received", french: "Nombre de notifications reçues", measure: dsaNoticesReceived},
		{english: "Number of notices received from Trusted flaggers", french: "Nombre de notifications reçues de signaleurs de confiance",
			measure: dsaNoticesReceived, about: dsaByFlaggers},
		{english: "Number of specific items of information included in the total number of notices",
			french: "Nombre d’éléments d’information spécifiques inclus dans le nombre total de notifications", measure: dsaNoticeItems},
		{english: "Number of specific items of information included in the total number of notices by Trusted Flaggers (Trusted Flagger notices)",
			french:  "Nombre d’éléments d’information spécifiques inclus dans le nombre total de notifications soumises par des signaleurs de confiance (notifications émanant d’un signaleur de confiance)",
			measure: dsaNoticeItems, about: dsaByFlaggers},
		{english: "Median time to take action", french: "Délai médian nécessaire pour entreprendre une action", measure: dsaNoticeTime, unit: dsaHours},
		{english: "Median time to take action (Trusted Flagger notices)",
			french:  "Délai médian nécessaire pour entreprendre une action (notifications émanant d’un signaleur de confiance)",
			measure: dsaNoticeTime, about: dsaByFlaggers, unit: dsaHours},
		{english: "Number of actions taken on the basis of the law", french: "Nombre d’actions entreprises sur la base de la législation",
			measure: dsaNoticeActions, about: dsaByLaw},
		{english: "Number of actions taken on the basis of the law (Trusted Flagger notices)",
			french:  "Nombre d’actions entreprises sur la base de la législation (notifications émanant d’un signaleur de confiance)",
			measure: dsaNoticeActions, about: dsaByLawFlaggers},
		{english: "Number of actions taken on the basis of the terms and conditions of the service",
			french:  "Nombre d’actions entreprises sur la base des conditions générales applicables au service",
			measure: dsaNoticeActions, about: dsaByTerms},
		{english: "Number of actions taken on the basis of the terms and conditions of the service (Trusted Flagger notices)",
			french:  "Nombre d’actions entreprises sur la base des conditions générales applicables au service (notifications émanant d’un signaleur de confiance)",
			measure: dsaNoticeActions, about: dsaByTermsFlaggers},
	},
	5: dsaInitiativeColumns(dsaIllegalMeasures, "law"),
	6: dsaInitiativeColumns(dsaTermsMeasures, "terms"),
}

// dsaActions are the restrictions, in English and French.
var dsaActions = []struct{ english, french string }{
	{"Visibility restriction Removal", "Restriction de la visibilité - Retrait"},
	{"Visibility restriction Disable", "Restriction de la visibilité - Accès rendu impossible"},
	{"Visibility restriction Demoted", "Restriction de la visibilité - Déclassement"},
	{"Visibility restriction Age restricted", "Restriction de la visibilité - Limite d’âge"},
	{"Visibility restriction Interaction restricted", "Restriction de la visibilité - Limite d’interaction"},
	{"Visibility restriction Labelled", "Restriction de la visibilité - Labellisation"},
	{"Visibility restriction Other", "Restriction de la visibilité - Autre"},
	{"Monetary restriction Suspension", "Restriction des paiements monétaires - Suspension"},
	{"Monetary restriction Termination", "Restriction des paiements monétaires - Fin"},
	{"Monetary restriction Other", "Restriction des paiements monétaires - Autre"},
	{"Provision of the service Suspension", "Fourniture du service - Suspension"},
	{"Provision of the service Termination", "Fourniture du service - Fin"},
	{"Account restriction Suspension", "Restriction du compte - Suspension"},
	{"Account restriction Termination", "Restriction du compte - Suppression"},
}

// dsaInitiativeColumns makes the columns of part 5 or 6.
func dsaInitiativeColumns(m reports.Measure, ground string) []dsaColumn {
	about := reports.Split{Trigger: dsaOwnInitiative, Ground: ground}
	columns := []dsaColumn{
		{english: "Number of measures taken at the provider's own initiative",
			french: "Nombre de mesures prises par le fournisseur de sa propre initiative", measure: m, about: about},
		{english: "Number of measures taken after detection with solely automated means",
			french: "Nombre de mesures prises après détection par des moyens automatisés uniquement", measure: m, about: about.With(reports.Detection, dsaSolely)},
	}
	for _, action := range dsaActions {
		columns = append(columns, dsaColumn{english: action.english, french: action.french, measure: m, about: about.With(reports.Action, action.english)})
	}
	return columns
}

// dsaHeads finds a column of a part by its folded words.
var dsaHeads = func() map[int]map[string]int {
	heads := map[int]map[string]int{}
	for part, columns := range dsaColumns {
		heads[part] = map[string]int{}
		for i, c := range columns {
			heads[part][dsaFold(c.english)], heads[part][dsaFold(c.french)] = i, i
		}
	}
	return heads
}()

// dsaColumnOf returns the column of figures that a part calls by folded words;
// -1 if there is none.
func dsaColumnOf(part int, words string) int {
	if i, ok := dsaHeads[part][words]; ok {
		return i
	}
	return -1
}

// dsaContext has how contextual information is announced.
var dsaContext = []string{dsaFold("Contextual information on "), dsaFold("Informations contextuelles sur ")}

// A dsaLayout tells where the columns of a sheet of parts 3 to 6 are; 0 is
// nowhere.
type dsaLayout struct {
	figures, contexts  []int
	description, scope int
	unread             []int          // columns that nothing is known of
	others             map[string]int // rows of KEYWORD_OTHER, by category and scope
}

// layout finds the columns of a sheet, by their words in English or French;
// where most of these say nothing, by their places in the template.
func (s *dsaSheet) layout() dsaLayout {
	n := len(dsaColumns[s.part])
	at := dsaLayout{figures: make([]int, n), contexts: make([]int, n)}
	known := 0
	for column := s.key + 1; column <= dsaWidth(s.header); column++ {
		if s.place(column, &at) {
			known++
		} else if strings.TrimSpace(s.header.Text(column)) != "" {
			at.unread = append(at.unread, column)
		}
	}
	if after := dsaWidth(s.header) - s.key; 2*known <= after && (known == 0 || after == dsaColumnsAfter[s.part]) {
		if places := s.template(); at.agrees(places) {
			return places
		}
	}
	return at
}

// agrees tells whether the columns that were found by their words are where
// the template has them.
func (at dsaLayout) agrees(template dsaLayout) bool {
	for i, column := range at.figures {
		if column > 0 && column != template.figures[i] {
			return false
		}
	}
	return at.scope == 0 || at.scope == template.scope
}

// place notes what a column is by its words. It is false where they say
// nothing.
func (s *dsaSheet) place(column int, at *dsaLayout) bool {
	words := dsaFold(s.header.Text(column))
	for _, prefix := range dsaContext {
		if rest, found := strings.CutPrefix(words, prefix+" "); found {
			i := dsaColumnOf(s.part, rest)
			if i >= 0 {
				at.contexts[i] = column
			}
			return i >= 0
		}
	}
	switch words {
	case dsaFold(`Description of the sub-category "Other"`), dsaFold("Description de la sous-catégorie «Autre»"):
		at.description = column
		return true
	case "scope", "champ d application":
		at.scope = column
		return s.part == 3
	}
	i := dsaColumnOf(s.part, words)
	if i >= 0 && at.figures[i] == 0 {
		at.figures[i] = column
		return true
	}
	return false
}

// template returns the columns as the template has them.
func (s *dsaSheet) template() dsaLayout {
	n := len(dsaColumns[s.part])
	at := dsaLayout{description: s.key + 1}
	next := s.key + 2
	if s.part == 3 {
		at.scope = next
		next++
	}
	for i := range n {
		at.figures, at.contexts = append(at.figures, next+i), append(at.contexts, next+n+i)
	}
	return at
}
