package publisher

// googleRenamed has the labels that Google has since called otherwise for the
// same thing: the numbers behind them are the same in both editions.
var googleRenamed = map[string]string{
	"Google AdWords": "Google Ads",
	"Legal Requests": "Other Legal Requests",
}

// googlePastProducts has the names of products that mean another one in the
// tables until 2019 than in those of today.
var googlePastProducts = map[string]string{
	"Google Shopping": "Google Product Search", // as the French export of 2014 called it already
}

// googleProducts leads from the labels of products in localised exports to
// the English ones. The French ones were found by the numbers behind them: a
// row of the French export of 2014 has those of one row of the English one.
var googleProducts = map[string]string{
	// French
	"applications google play":               "Google Play Apps",
	"google adsense":                         "AdSense",
	"google actualités":                      "Google News",
	"google adresses":                        "Google Places",
	"google bloc-notes":                      "Google Notebook",
	"google documents":                       "Google Docs",
	"google groupes":                         "Google Groups",
	"google livres":                          "Google Books",
	"google vidéos":                          "Google Videos",
	"picasa albums web":                      "Google Photos",
	"profils google":                         "Google Profiles",
	"google earth, google maps et panoramio": "Google Earth, Google Maps, and Panoramio",
	"recherche sur le web google":            "Web Search",
	"recherche sur le web google : recherches associées":    "Web Search: Related results",
	"recherche sur le web google : saisie semi-automatique": "Web Search: Autocomplete",
	// Portuguese
	"google imagens":     "Google Images",
	"google notícias":    "Google News",
	"google livros":      "Google Books",
	"google vídeos":      "Google Videos",
	"google acadêmico":   "Google Scholar",
	"google tradutor":    "Google Translate",
	"grupos do google":   "Google Groups",
	"pesquisa na web":    "Web Search",
	"pesquisa google":    "Web Search",
	"pesquisa do google": "Web Search",
}

// googleProcesses has what localised exports may call all legal processes
// together.
var googleProcesses = map[string]string{
	"tous": "", "toutes": "", "todos": "", "todas": "", "tutti": "", "tutte": "", "alle": "",
}

// googleReasons does the same for the reasons.
var googleReasons = map[string]string{
	// French
	"autre":                               "Other",
	"blasphème":                           "Religious Offense",
	"confidentialité et sécurité":         "Privacy and Security",
	"conflit géographique":                "Geographical Dispute",
	"consommation de drogues":             "Drug Abuse",
	"contenu réservé aux adultes":         "Adult Content",
	"critiques à l'égard du gouvernement": "Government Criticism",
	"diffamation":                         "Defamation",
	"droit électoral":                     "Electoral Law",
	"droits d'auteur":                     "Copyright",
	"incitation au suicide":               "Suicide Promotion",
	"incitation à la haine":               "Hate Speech",
	"intimidation/harcèlement":            "Bullying/Harassment",
	"marque":                              "Trademark",
	"raison non spécifiée":                "Reason Unspecified",
	"sécurité nationale":                  "National Security",
	"usurpation d'identité":               "Impersonation",
	"violence":                            "Violence",
	// Portuguese
	"outro":                      "Other",
	"outros":                     "Other",
	"blasfêmia":                  "Religious Offense",
	"ofensa religiosa":           "Religious Offense",
	"privacidade e segurança":    "Privacy and Security",
	"disputa geográfica":         "Geographical Dispute",
	"abuso de drogas":            "Drug Abuse",
	"uso de drogas":              "Drug Abuse",
	"conteúdo adulto":            "Adult Content",
	"conteúdo para adultos":      "Adult Content",
	"crítica ao governo":         "Government Criticism",
	"críticas ao governo":        "Government Criticism",
	"difamação":                  "Defamation",
	"direito eleitoral":          "Electoral Law",
	"legislação eleitoral":       "Electoral Law",
	"lei eleitoral":              "Electoral Law",
	"direitos autorais":          "Copyright",
	"incitação ao suicídio":      "Suicide Promotion",
	"promoção de suicídio":       "Suicide Promotion",
	"promoção do suicídio":       "Suicide Promotion",
	"discurso de ódio":           "Hate Speech",
	"incitação ao ódio":          "Hate Speech",
	"bullying/assédio":           "Bullying/Harassment",
	"intimidação/assédio":        "Bullying/Harassment",
	"marca registrada":           "Trademark",
	"motivo não especificado":    "Reason Unspecified",
	"segurança nacional":         "National Security",
	"falsificação de identidade": "Impersonation",
	"usurpação de identidade":    "Impersonation",
	"violência":                  "Violence",
}
