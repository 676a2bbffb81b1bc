package publisher

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// plainText writes a text in small letters without accents.
func plainText(text string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(text)) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'ß':
			b.WriteString("ss")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// foldWords reduces a text to its words: small letters without accents, and
// digits, one space between them.
func foldWords(text string) string {
	return strings.Join(strings.FieldsFunc(plainText(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '%' && r != '#'
	}), " ")
}

// languages are those whose words headers and totals are known in.
var languages = []string{"en", "fr", "de", "es", "pt", "it"}

// totalWords say in each language that a row or a column is about all.
var totalWords = set(
	"all", "total", "totals", "grand total", "sum", "overall", "global", "worldwide", "world", "all countries", "all categories",
	"tous", "toutes", "ensemble", "somme", "total general", "monde", "monde entier",
	"alle", "gesamt", "insgesamt", "summe", "gesamtsumme", "weltweit", "welt", "zusammen",
	"todos", "todas", "suma", "total geral", "mundo", "mundial", "en total",
	"soma", "tutti", "tutte", "totale", "totale generale", "somma", "mondo", "in totale", "complessivo",
)

func set(words ...string) map[string]bool {
	m := map[string]bool{}
	for _, w := range words {
		m[w] = true
	}
	return m
}

// isTotal tells whether a cell says that it is about all of them.
func isTotal(text string) bool { return len(text) < 40 && totalWords[foldWords(text)] }

// A role is what a header's words say of a column, by language: words in the
// order of languages, separated by "; ", several of one language by ", ".
type role struct {
	is    string
	words [6]string
}

// roles are what headers say, the most particular first.
var roles = []role{
	{"from", [6]string{"start, from, start date, period start, from date, begin, begins, first day", "debut, du, date de debut, debut de la periode", "von, beginn, ab, startdatum, anfang", "desde, inicio, fecha de inicio", "inicio, data de inicio, data inicial", "inizio, dal, data di inizio, da"}},
	{"to", [6]string{"end, to, end date, period end, until, to date, ends, last day", "fin, au, date de fin, fin de la periode", "bis, ende, enddatum", "hasta, fin, fecha de fin, fecha final", "ate, fim, data de fim, data final", "fine, al, data di fine, a"}},
	{"year", [6]string{"year, calendar year", "annee, an", "jahr, kalenderjahr", "ano, anio", "ano", "anno"}},
	{"half", [6]string{"half, half year, semester", "semestre", "halbjahr", "semestre", "semestre", "semestre"}},
	{"quarter", [6]string{"quarter, qtr", "trimestre", "quartal", "trimestre", "trimestre", "trimestre"}},
	{"month", [6]string{"month", "mois", "monat", "mes", "mes", "mese"}},
	{"period", [6]string{"period, date, day, week, reporting period, time, time period, time frame, timeframe, report period", "periode, date, jour, semaine, periode de reference", "zeitraum, datum, tag, woche, berichtszeitraum, zeit, periode", "periodo, fecha, dia, semana, periodo de referencia", "periodo, data, dia, semana, periodo de referencia", "periodo, data, giorno, settimana, periodo di riferimento"}},
	{"area code", [6]string{"country code, iso, iso2, iso 2, iso3, iso 3, iso code, cc, alpha 2, alpha 3, code, geo", "code pays, code iso, iso", "landercode, laendercode, landerkurzel, iso code, land iso", "codigo de pais, codigo pais, codigo iso, iso", "codigo do pais, codigo iso, iso", "codice paese, codice iso, iso"}},
	{"area", [6]string{"country, country region, region, area, territory, jurisdiction, member state, location, market, country territory, nation, state, eu member state, place", "pays, region, territoire, etat membre, etat, pays region, juridiction", "land, staat, region, mitgliedstaat, gebiet, land region, lander, laender", "pais, region, territorio, estado miembro, pais region", "pais, regiao, territorio, estado membro, pais regiao", "paese, stato, regione, nazione, territorio, stato membro, mercato"}},
	{"service", [6]string{"service, product, platform, app, site, website", "service, produit, plateforme, application", "dienst, produkt, plattform, angebot", "servicio, producto, plataforma", "servico, produto, plataforma", "servizio, prodotto, piattaforma"}},
	{"subcategory", [6]string{"subcategory, sub category, sub reason, subtype, sub policy, sub topic", "sous categorie, sous motif", "unterkategorie, untergruppe", "subcategoria", "subcategoria", "sottocategoria"}},
	{"category", [6]string{"category, reason, policy, topic, violation, violation type, type of violation, policy area, harm, abuse type, abuse category, policy category, type of illegal content, issue", "categorie, motif, raison, politique, infraction, type d infraction, type de violation, thematique", "kategorie, grund, richtlinie, verstoss, art des verstosses, verstossart, thema, deliktsart, delikt", "categoria, motivo, razon, politica, infraccion, tipo de infraccion, tema", "categoria, motivo, razao, politica, infracao, tipo de infracao, tema, violacao", "categoria, motivo, ragione, violazione, tipo di violazione, tema, infrazione"}},
	{"detection", [6]string{"detection, detection method, detected by, means of detection", "detection, methode de detection, moyen de detection", "erkennung, erkennungsart, erkannt durch", "deteccion, metodo de deteccion", "deteccao, metodo de deteccao", "rilevamento, metodo di rilevamento"}},
	{"decision", [6]string{"decision, decision method, decided by, automated decision", "decision, mode de decision", "entscheidung, entscheidungsart", "decision", "decisao", "decisione"}},
	{"ground", [6]string{"ground, legal ground, legal basis, law, basis", "base legale, fondement, base juridique, fondement juridique", "rechtsgrundlage, grundlage, gesetz", "base legal, fundamento juridico, ley", "base legal, fundamento juridico, lei", "base giuridica, fondamento giuridico, legge"}},
	{"action", [6]string{"action, action taken, measure taken, restriction, enforcement, enforcement action, outcome, type of restriction", "action, mesure, mesure prise, restriction", "massnahme, ergriffene massnahme, aktion", "accion, medida, medida adoptada", "acao, medida, medida tomada", "azione, misura, misura adottata, provvedimento"}},
	{"trigger", [6]string{"trigger, requester, requestor, requesting authority, authority, source of report, reporter, initiated by, reported by, origin, source, notifier", "demandeur, autorite, origine, signale par, autorite requerante, source", "antragsteller, behorde, melder, gemeldet von, quelle, auslosen, anfragende stelle, auslöser", "solicitante, autoridad, origen, denunciante, fuente", "solicitante, autoridade, origem, denunciante, fonte", "richiedente, autorita, origine, segnalante, fonte"}},
	{"facet", [6]string{"content type, type of content, format, medium, content format, type of request, request type, account type", "type de contenu, format, type de demande", "inhaltsart, art des inhalts, inhaltstyp, format, art der anfrage", "tipo de contenido, formato, tipo de solicitud", "tipo de conteudo, formato, tipo de pedido", "tipo di contenuto, formato, tipo di richiesta"}},
	{"measure", [6]string{"metric, measure, indicator, statistic, metric name, variable, series, kpi", "indicateur, mesure statistique, metrique, statistique", "kennzahl, indikator, metrik, messgrosse, merkmal", "indicador, metrica, estadistica", "indicador, metrica, estatistica", "indicatore, metrica, statistica"}},
	{"low", [6]string{"low, minimum, min, lower bound, from number, range start", "minimum, min, borne inferieure", "minimum, min, untergrenze", "minimo, min, limite inferior", "minimo, min, limite inferior", "minimo, min, limite inferiore"}},
	{"high", [6]string{"high, maximum, max, upper bound, range end", "maximum, max, borne superieure", "maximum, max, obergrenze", "maximo, max, limite superior", "maximo, max, limite superior", "massimo, max, limite superiore"}},
	{"value", [6]string{"value, count, number, amount, n, quantity, figure, cases, volume, total", "valeur, nombre, quantite, effectif, volume", "wert, anzahl, zahl, menge, fallzahl, falle", "valor, numero, cantidad, recuento, casos", "valor, numero, quantidade, contagem, casos", "valore, numero, quantita, conteggio, casi"}},
	{"note", [6]string{"note, notes, remark, remarks, comment, comments, footnote", "note, notes, remarque, remarques, commentaire, observations", "anmerkung, anmerkungen, bemerkung, bemerkungen, hinweis, fussnote, kommentar", "nota, notas, observaciones, comentario, comentarios", "nota, notas, observacao, observacoes, comentario", "nota, note, osservazioni, commento, commenti"}},
	{"ignored", [6]string{"id, #, no, nr, rank, row, index, url, link, last updated, updated, uuid, unit, units", "id, numero de ligne, rang, lien, url, unite", "id, nr, lfd nr, rang, link, einheit, zeile", "id, nro, rango, enlace, unidad, fila", "id, ordem, ligacao, unidade, linha", "id, n, rango, collegamento, unita, riga"}},
}

// A said is what the words of a header say, and in which languages.
type said struct {
	is        string
	languages []int
}

// headerWords leads from folded headers to what they say.
var headerWords = makeHeaderWords()

func makeHeaderWords() map[string]said {
	m := map[string]said{}
	for _, r := range roles {
		for language, list := range r.words {
			for _, w := range strings.Split(list, ", ") {
				w = foldWords(w)
				s, seen := m[w]
				if seen && s.is != r.is {
					continue
				}
				m[w] = said{r.is, append(s.languages, language)}
			}
		}
	}
	return m
}
