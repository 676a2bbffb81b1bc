package assets

import (
	"slices"
	"strings"
)

// notNouns are the words with which German names begin that are no nouns, and
// so have a small letter within a sentence.
var notNouns = strings.Fields(`
	Abgelehnte Angefochtene Angestrengte Auferlegte Aus Ausblenden Beanstandete Bearbeitete Befolgte Beschränkte Betroffene Bisher
	Datierte Deaktivierte Die Diese Ein Eine Einige Eingegangene Entfernte Entschiedene Erfüllte Erneut Erster Es Gemeldete Genannte
	Gesicherte Gesperrt Gesperrte Größer Größter In Je Keine Kleiner Kleinster Letzter Logarithmische Mehr Mehrere Mit Monatlich Nach Negative
	Nicht Nichts Noch Nur Ohne Reaktivierte Rückgängig Seit Stattgegebene Ungültige Unterbrochene Unvollständige Verarbeitete
	Verhinderte Verschiedene Verwarnte Vor Was Weltweit Wie Wiederhergestellte Zu Zurückgehaltene
`)

// Small writes a text as it stands within a sentence: with a small letter
// first, unless it begins with an abbreviation or, in German, with a noun.
func (w *Words) Small(text string) string {
	runes := []rune(text)
	first, _, _ := strings.Cut(text, " ")
	switch {
	case len(runes) == 0:
		return text
	case w.Lang == "de" && !slices.Contains(notNouns, first):
		return text
	case len(runes) > 1 && strings.ToUpper(string(runes[1])) == string(runes[1]):
		return text
	}
	return strings.ToLower(string(runes[0])) + string(runes[1:])
}
