package publisher

import (
	"slices"
	"strings"

	"vitrine/reports"
)

// TikTok's guidelines of April 2023 have policies and sub-policies of their
// own: the quarters since then are counted by these.
var tiktokSince2023 = reports.DayOf(2023, 4, 1)

// Until September 2022 one policy held what then became two.
var (
	tiktokUntil2022 = reports.DayOf(2022, 10, 1)
	tiktokBefore    = "Suicide, self-harm, and dangerous acts"
	tiktokAfter     = []string{"Dangerous acts and challenges", "Suicide, self-harm and disordered eating"}
)

// tiktokPolicies lists the policies since 2023.
var tiktokPolicies = []string{
	"Integrity & Authenticity", "Mental & Behavioral Health", "Privacy & Security",
	"Regulated Goods & Commercial Activities", "Safety & Civility", "Sensitive & Mature Themes", "Youth Safety & Well-Being",
}

// tiktokSubPolicies2022 names the policy of each sub-policy until March 2023,
// as the workbook of 2022 Q3 does.
var tiktokSubPolicies2022 = map[string]string{
	"Nudity and sexual activity involving adults":            "Adult nudity and sexual activities",
	"Sexual exploitation":                                    "Adult nudity and sexual activities",
	"Abusive behavior":                                       "Harassment and bullying",
	"Sexual harassment":                                      "Harassment and bullying",
	"Threats of hacking, doxxing, and blackmail":             "Harassment and bullying",
	"Attacks and slurs on the basis of protected attributes": "Hateful behavior",
	"Hateful ideology":                                       "Hateful behavior",
	"Criminal activities":                                    "Illegal activities and regulated goods",
	"Drugs, controlled substances, alcohol, and tobacco":     "Illegal activities and regulated goods",
	"Frauds and scams":                                       "Illegal activities and regulated goods",
	"Gambling":                                               "Illegal activities and regulated goods",
	"Privacy, personal data, and personally identifiable information (PII)": "Illegal activities and regulated goods",
	"Weapons":                                         "Illegal activities and regulated goods",
	"Harmful misinformation":                          "Integrity and authenticity",
	"Spam and fake engagement":                        "Integrity and authenticity",
	"Grooming behavior":                               "Minor safety",
	"Harmful activities by minors":                    "Minor safety",
	"Nudity & sexual activity involving minors":       "Minor safety",
	"Physical and psychological harm of minors":       "Minor safety",
	"Sexual exploitation of minors":                   "Minor safety",
	"Dangerous acts and challenges":                   "Dangerous acts and challenges",
	"Disordered eating":                               "Suicide, self-harm and disordered eating",
	"Suicide and self-harm":                           "Suicide, self-harm and disordered eating",
	"Threats and incitement to violence":              "Violent extremism",
	"Violent extremist organizations and individuals": "Violent extremism",
	"Violent and graphic content":                     "Violent and graphic content",
}

// tiktokSubPolicies2023 names the policy of the sub-policies that TikTok
// writes without it: all but those of Youth Safety in its files of 2023, two
// in those of 2024.
var tiktokSubPolicies2023 = map[string]string{
	"Civic & Election Integrity":                  "Integrity & Authenticity",
	"Fake Engagement":                             "Integrity & Authenticity",
	"Misinformation":                              "Integrity & Authenticity",
	"Synthetic & Manipulated Media":               "Integrity & Authenticity",
	"Unoriginal Content & QR Codes":               "Integrity & Authenticity",
	"Dangerous Activities & Challenges":           "Mental & Behavioral Health",
	"Disordered Eating & Body Image":              "Mental & Behavioral Health",
	"Suicide & Self-Harm":                         "Mental & Behavioral Health",
	"Personal Information":                        "Privacy & Security",
	"Alcohol, Tobacco & Drugs":                    "Regulated Goods & Commercial Activities",
	"Commercial Disclosure & Paid Promotion":      "Regulated Goods & Commercial Activities",
	"Firearms & Dangerous Weapons":                "Regulated Goods & Commercial Activities",
	"Frauds & Scams":                              "Regulated Goods & Commercial Activities",
	"Gambling":                                    "Regulated Goods & Commercial Activities",
	"Trade of Regulated Goods & Services":         "Regulated Goods & Commercial Activities",
	"Harassment & Bullying":                       "Safety & Civility",
	"Hate Speech & Hateful Behavior":              "Safety & Civility",
	"Human Exploitation":                          "Safety & Civility",
	"Sexual Exploitation & Gender-Based Violence": "Safety & Civility",
	"Violent & Hateful Orgs & Individuals":        "Safety & Civility",
	"Violent Behaviors & Criminal Activities":     "Safety & Civility",
	"Youth Exploitation & Abuse":                  "Safety & Civility",
	"Animal Abuse":                                "Sensitive & Mature Themes",
	"Nudity & Body Exposure":                      "Sensitive & Mature Themes",
	"Sexual Activity & Services":                  "Sensitive & Mature Themes",
	"Sexually Suggestive Content":                 "Sensitive & Mature Themes",
	"Shocking & Graphic Content":                  "Sensitive & Mature Themes",
}

// tiktokNames finds a name of policies, however it is spelled.
var tiktokNames = func() map[string]string {
	names := map[string]string{
		"Hateful behaviour": "Hateful behavior", "Violent Extremist": "Violent extremism", "Violent extremist": "Violent extremism",
	}
	add := func(name string) { names[tiktokFold(name)] = name }
	for _, p := range append([]string{tiktokBefore}, tiktokPolicies...) {
		add(p)
	}
	for _, list := range []map[string]string{tiktokSubPolicies2022, tiktokSubPolicies2023} {
		for sub, policy := range list {
			add(sub)
			add(policy)
		}
	}
	return names
}()

// tiktokFold writes a name as TikTok's files since the end of 2024 do, less
// the commas: "and" for "&". Its capitals tell the policies of 2023
// (Integrity & Authenticity) from those before (Integrity and authenticity).
func tiktokFold(name string) string {
	name = strings.ReplaceAll(strings.ReplaceAll(name, "&", "and"), ",", "")
	return strings.Join(strings.Fields(name), " ")
}

// tiktokPolicy joins the spellings of a policy or a sub-policy.
func tiktokPolicy(name string) string {
	if known, ok := tiktokNames[tiktokFold(name)]; ok {
		return known
	}
	return strings.TrimSpace(name)
}

// tiktokIsPolicy tells whether a name is that of a policy since 2023, and so
// of no sub-policy.
func tiktokIsPolicy(name string) bool { return slices.Contains(tiktokPolicies, tiktokPolicy(name)) }

// tiktokSubPolicy returns a sub-policy and its policy in a quarter. The policy
// is not stated where TikTok never named it.
func tiktokSubPolicy(name string, p reports.Period) (policy, sub string) {
	if before, after, cut := strings.Cut(name, " - "); cut {
		policy, sub = tiktokPolicy(before), tiktokPolicy(after)
	} else {
		list := tiktokSubPolicies2022
		if p.Start >= tiktokSince2023 {
			list = tiktokSubPolicies2023
		}
		sub = tiktokPolicy(name)
		policy = list[sub]
	}
	switch {
	case policy == "":
		policy = reports.NotStated
	case p.Start < tiktokUntil2022 && (policy == tiktokAfter[0] || policy == tiktokAfter[1]):
		policy = tiktokBefore
	}
	return policy, sub
}
