package publisher

import "strings"

// A googleRole is what a column of Google's states, as far as its name tells
// in the languages that Vitrine knows; the zero value where it does not.
type googleRole struct{ group, kind string }

// googleStems has pieces of the names of columns in English, French, German,
// Spanish, Portuguese and Italian, the telling ones first.
var googleStems = []struct{ kind, stems string }{
	{"code", "cldr"},
	{"share", "%|percent|pourcent|porcent|prozent|procent|anteil|taux"},
	{"period", "fin de la p|fin de p|fin del p|fim do p|fine del p|fine p|que termina|period|périod|período|zeitraum"},
	{"requestor", "requester|requestor|demandeur|antragsteller|solicitante|requerente|richiedente"},
	{"items", "items|élément|elemente|elementos|elementi|itens|ítems|objekte|inhalte"},
	{"accounts", "account|compte|konten|konto|cuenta|conta|utilisateurs/|nutzer/"},
	{"process", "legal process|procédure|procedimento|procedimiento|procedura|proceso|processo|verfahren"},
	{"reason", "reason|motif|motivo|grund"},
	{"product", "product|produit|produkt|produto|producto|prodotto"},
	{"country", "country|pays|país|paese|land"},
	{"requests", "request|demandes|nombre|anfragen|ersuchen|anzahl|solicitudes|solicitações|pedidos|número|richieste|numero"},
}

// googleGroups does the same for who asked, which stands before a colon or
// alone.
var googleGroups = []struct{ group, stems string }{
	{"courts", "court|tribuna|judicia|gericht|giudizi"},
	{"executive", "executive|exécutif|executivo|ejecutivo|exekutive|esecutivo|other req|autres demandes|outras|otras|andere|altre"},
	{"all", "all requests|toutes|todas|tutte|alle"},
}

// googleRoleOf reads a column's name. That of requests by courts or by others
// may say no more than who asked.
func googleRoleOf(name string) googleRole {
	name = googleFold(name)
	var role googleRole
	who, what, grouped := cutLast(name, ":")
	for _, g := range googleGroups {
		if hasStem(who, g.stems) {
			role.group = g.group
			break
		}
	}
	if grouped || role.group == "" {
		role.kind = googleKind(what)
	}
	return role
}

func cutLast(text, separator string) (before, after string, found bool) {
	if i := strings.LastIndex(text, separator); i >= 0 {
		return text[:i], text[i+len(separator):], true
	}
	return text, text, false
}

func googleKind(name string) string {
	for _, k := range googleStems {
		if hasStem(name, k.stems) {
			return k.kind
		}
	}
	return ""
}

func hasStem(text, stems string) bool {
	for stem := range strings.SplitSeq(stems, "|") {
		if strings.Contains(text, stem) {
			return true
		}
	}
	return false
}

// googleByWords names the columns of a localised header by their words: as
// that of the edition which alone can be meant, else as other tables do.
func googleByWords(header, columns []string) []string {
	byRole := map[googleRole][]string{}
	for _, c := range columns {
		byRole[googleRoleOf(c)] = append(byRole[googleRoleOf(c)], c)
	}
	for _, c := range []string{googleProduct, googleReason, googleProcess, "Requestor"} {
		if role := googleRoleOf(c); len(byRole[role]) == 0 {
			byRole[role] = []string{c}
		}
	}
	names := make([]string, len(header))
	for i, text := range header {
		if role := googleRoleOf(text); role != (googleRole{}) && len(byRole[role]) == 1 {
			names[i] = byRole[role][0]
		}
	}
	return names
}

// googleInPlace tells whether a localised header can be an edition's columns
// in their order: no name says otherwise, and those that must be shares, and
// no others, say that they are.
func googleInPlace(header, columns []string) bool {
	for i, text := range header {
		got, want := googleRoleOf(text), googleRoleOf(columns[i])
		if got != want && (got.kind != "" || got.group != "" || want.kind == "share") {
			return false
		}
	}
	return true
}
