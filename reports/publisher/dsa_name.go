package publisher

import (
	"regexp"
	"strconv"
	"strings"
)

// dsaPartWords finds the name of a part.
const dsaPartWords = `(?i)(?:report[ _.-]*identification|identification[ _.-]*report|summary|categories[ _.-]*names|member[ _.-]*states[ _.-]*orders|notices|` +
	`own[ _.-]*initiative[ _.-]*(?:illegal|TC)|appeals[ _.-]*and[ _.-]*recidivism|automated[ _.-]*means|human[ _.-]*resources|AMAR|qualitative)`

var (
	dsaPartName = regexp.MustCompile(dsaPartWords + `[ _-]+(.+)$`)
	dsaStem     = regexp.MustCompile(`(?:part)?[ _.-]*\d{0,2}[ _.-]*` + dsaPartWords)
	dsaVersion  = regexp.MustCompile(`(?i)(?:^|[^a-z0-9])(?:version|v|rev)[ _.-]?(\d{1,2})(?:[^\d.]|\.[a-z]|$)`)
	dsaMended   = regexp.MustCompile(`(?i)(?:^|[^a-z])(?:corrected|rectified|updated|amended|corrigendum)(?:[^a-z]|$)`)
)

// dsaNamed returns what names say of a part beside its name: the surface of
// its service (6_own_initiative_TC_Ads), and its version (…_version2).
func dsaNamed(path, sheetName string) (surface string, version int) {
	version = 1
	if m := dsaVersion.FindStringSubmatch(path); m != nil {
		version, _ = strconv.Atoi(m[1])
	} else if dsaMended.MatchString(path) {
		version = 2
	}
	name := path[strings.LastIndexByte(path, '/')+1:]
	if dot := strings.LastIndexByte(name, '.'); dot > 0 {
		name = name[:dot]
	}
	for _, text := range []string{sheetName, name} {
		if m := dsaPartName.FindStringSubmatch(text); m != nil && surface == "" {
			surface = dsaSurface(m[1])
		}
	}
	return surface, max(1, version)
}

// dsaStemOf returns what stands before a part's name in that of its file, as
// the parts of one report have it: "[Facebook] DSA VLOP Transparency Report".
func dsaStemOf(path string) string {
	name := strings.ToLower(path[strings.LastIndexByte(path, '/')+1:])
	if at := dsaStem.FindStringIndex(name); at != nil {
		return name[:at[0]]
	}
	return name
}

// dsaNoSurface has the words behind a part's name that name no surface.
var dsaNoSurface = regexp.MustCompile(`(?i)^(?:\(?\d+\)?|v\d*|version\d*|rev\d*|h[12]|q[1-4]|en|fr|de|eu|final|draft|new|copy|copie|report|dsa|` +
	`corrected|rectified|updated|amended|template|excerpt|csv|xlsx|january|july|june|december|jan|jul|jun|dec|to)$`)

// dsaSurface takes versions, dates and the like out of what stands behind a
// part's name.
func dsaSurface(text string) string {
	var words []string
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == '_' || r == ' ' || r == '-' || r == '.' }) {
		if !dsaNoSurface.MatchString(word) {
			words = append(words, word)
		}
	}
	return strings.Join(words, " ")
}
