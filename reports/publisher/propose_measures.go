package publisher

import (
	"slices"
	"strings"

	"vitrine/reports"
)

// What headers and titles count, by a noun and a word for what happened to it.
var (
	countedNouns = words(
		"videos: video videos videoclips",
		"content: content contents posts post items inhalt inhalte inhalten beitrag beitrage beitragen contenu contenus publication publications contenido contenidos publicacion publicaciones conteudo conteudos publicacoes contenuto contenuti pubblicazioni pieces uploads",
		"accounts: account accounts konto konten benutzerkonten nutzerkonten compte comptes cuenta cuentas conta contas profile profiles profili profils perfiles",
		"comments: comment comments kommentar kommentare kommentaren commentaire commentaires comentario comentarios commento commenti",
		"ads: ad ads advertisements anzeigen werbeanzeigen annonces publicites anuncios annunci",
		"apps: app apps applications aplicaciones aplicativos applicazioni",
		"requests: request requests anfrage anfragen antrage ersuchen demande demandes solicitud solicitudes peticiones pedido pedidos solicitacoes richiesta richieste orders demands",
		"statements: statements begrundungen",
		"appeals: appeal appeals beschwerde beschwerden widerspruche recours reclamaciones apelaciones recursos reclami ricorsi complaint complaints plaintes quejas queixas",
		"notices: notice notices meldung meldungen signalement signalements notificaciones notificacoes avisos segnalazione segnalazioni",
		"users: user users nutzer nutzerinnen utilisateurs usuarios utilizadores utenti",
	)
	countedVerbs = words(
		"removed: removed removal removals deleted deletion deletions geloscht geloschte geloschten entfernt entfernte entfernten entfernung loschung loschungen supprime supprimes supprimees suppression suppressions retire retires retirees retrait retraits eliminado eliminados eliminada eliminadas retirado retirados retirada retiradas removido removidos removida removidas remocao remocoes rimosso rimossi rimossa rimosse rimozione rimozioni eliminato eliminati",
		"suspended: suspended suspension suspensions blocked banned gesperrt gesperrte gesperrten sperrung sperrungen suspendu suspendus suspendues bloque bloques suspendida suspendidas suspendido suspendidos bloqueada bloqueadas suspensa suspensas bloqueados sospesi sospeso bloccati",
		"received: received erhalten erhaltene eingegangen eingegangene recu recus recue recues recibida recibidas recibidos recebido recebidos recebidas ricevute ricevuta ricevuti",
		"restored: restored reinstated wiederhergestellt wiederhergestellte retablis restaures restaurado restaurados ripristinati",
		"complied: complied granted fulfilled stattgegeben erfullt beantwortet satisfaites atendidas cumplidas accolte",
		"affected: affected betroffen betroffene concernes afectados afetados interessati",
	)
	ratioWords   = set("rate", "share", "percentage", "percent", "%", "quote", "anteil", "prozent", "taux", "part", "pourcentage", "tasa", "porcentaje", "cuota", "taxa", "percentagem", "porcentagem", "tasso", "percentuale", "quota")
	averageWords = set("median", "mediane", "average", "mean", "durchschnitt", "durchschnittliche", "mittlere", "moyenne", "moyen", "media", "mediana", "mediano", "medio")
	timeUnits    = words("hours: hours hour heures heure stunden stunde horas hora ore", "days: days day jours jour tage tag dias giorni", "minutes: minutes minute minuten minutos minuti")

	// countedMeasures leads from a noun and a verb to the vocabulary.
	countedMeasures = map[string]reports.Measure{
		"videos removed": reports.VideosRemoved, "content removed": "content removed", "comments removed": "comments removed",
		"ads removed": "ads removed", "apps removed": "apps removed", "accounts suspended": reports.AccountsSuspended,
	}
)

// measureNamed returns the measure that a text names: one of the vocabulary,
// or the text itself where it says what is counted. known is false where its
// words say neither.
func measureNamed(text string) (name string, known bool) {
	plain := foldWords(text)
	if len(plain) > 150 {
		return "", false
	}
	for _, info := range reports.Measures {
		if foldWords(string(info.Name)) == plain {
			return string(info.Name), true
		}
	}
	noun, verb, ratio, other := "", "", false, 0
	for _, w := range strings.Fields(plain) {
		switch {
		case isRatio(w) || averageWords[w]:
			ratio = true
		case countedNouns[w] != "":
			noun = countedNouns[w]
		case countedVerbs[w] != "":
			verb = countedVerbs[w]
		case !slices.Contains(fillers, w):
			other++
		}
	}
	if m := countedMeasures[noun+" "+verb]; m != "" && !ratio && other == 0 {
		return string(m), true
	}
	return strings.Join(strings.Fields(text), " "), ratio || noun != "" || verb != ""
}

// beforeBy returns the part of a title that says what is counted: "Videos
// removed by country" counts videos removed.
func beforeBy(title string) string {
	words := strings.Fields(title)
	for i, w := range words {
		if i > 0 && slices.Contains(byWords, foldWords(w)) {
			return strings.Join(words[:i], " ")
		}
	}
	return title
}

var byWords = strings.Fields("by per nach je pro par por per in en im under unter selon segun secondo")

// fillers are words that say nothing more of what is counted.
var fillers = strings.Fields("number of the total count anzahl der die das zahl nombre de des le la les numero del los las el numero dei delle di quantidade do da dos das os as n nr no by")

// measure returns the name under which a column's measure is declared, and
// declares it where it is the publisher's own.
func (p *proposal) measure(name string, f *facts) string {
	if name == Ask || name == "" {
		return Ask
	}
	if reports.MeasureOf(reports.Measure(name)).Unit != "" || slices.ContainsFunc(p.Measures, func(o OwnMeasure) bool { return o.Name == name }) {
		return name
	}
	own := OwnMeasure{Name: name, Unit: unitNamed(name)}
	if f != nil && f.percents*2 > f.filled {
		own.Unit = "%"
	}
	p.Measures = append(p.Measures, own)
	p.remark("measure "+name, "own")
	return name
}

// unitNamed returns the unit that the name of a measure tells: that of a time
// or of a share; "" for any other.
func unitNamed(name string) string {
	words := strings.Fields(foldWords(name))
	if slices.ContainsFunc(words, isRatio) {
		return "%"
	}
	for _, w := range words {
		if timeUnits[w] != "" {
			return timeUnits[w]
		}
	}
	return ""
}

func isAverage(name string) bool {
	return slices.ContainsFunc(strings.Fields(foldWords(name)), func(w string) bool { return averageWords[w] })
}

// isRatio tells whether a word says that a number is a share: in German it
// may end a longer one, such as "Löschquote".
func isRatio(word string) bool {
	return ratioWords[word] || len(word) > len("quote") && strings.HasSuffix(word, "quote")
}

// mostMeasures is how many measures a column may name.
const mostMeasures = 50

// proposeMeasures proposes a column that names the measure.
func (p *proposal) proposeMeasures(f *facts) {
	if len(f.order) > mostMeasures {
		return
	}
	p.set(f, "measure", "")
	for _, text := range f.order {
		name, _ := measureNamed(text)
		if len(name) > mostText || name == "" {
			name = Ask
		}
		own := OwnMeasure{Name: name, Says: []string{text}}
		if reports.MeasureOf(reports.Measure(name)).Unit == "" {
			own.Unit = unitNamed(text)
		}
		p.Measures = append(p.Measures, own)
	}
}
