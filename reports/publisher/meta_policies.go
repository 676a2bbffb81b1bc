package publisher

import (
	"fmt"
	"strings"
)

// metaFakeAccounts is the policy of which Meta counts accounts, not content.
const metaFakeAccounts = "Fake Accounts"

// metaPolicies are the policies that Meta writes in several ways, by the name
// that most of its files use. The first of the others are misspellings and
// abbreviations of one file; those after them are names that Meta gave them
// later: the newer files have all the past under the new name, with the same
// numbers.
var metaPolicies = []struct {
	name              string
	misspelt, renamed []string
}{
	{name: "Bullying & Harassment", misspelt: []string{"Bullying & Harrassment"}},
	{name: "Dangerous Orgs: Organized Hate", renamed: []string{"Dangerous Organizations: Organized Hate"}},
	{name: "Dangerous Orgs: Terrorism", renamed: []string{"Dangerous Organizations: Terrorism"}},
	{name: "Hate Speech", renamed: []string{"Hateful Conduct"}},
	{name: "Regulated Goods: Drugs", misspelt: []string{"SRG - Drugs"}, renamed: []string{"Restricted Goods & Services: Drugs"}},
	{name: "Regulated Goods: Firearms", misspelt: []string{"SRG - Firearms"}, renamed: []string{"Restricted Goods & Services: Firearms"}},
	{name: "Suicide and Self-Injury", misspelt: []string{"SSI"}, renamed: []string{"Suicide, Self-Injury, and Eating Disorders"}},
	{name: "Violence and Incitement"},
	{name: "Violent & Graphic Content", misspelt: []string{"Violence & Graphic Content"}},
	{name: "Adult Nudity & Sexual Activity"},
	{name: "Child Nudity & Sexual Exploitation"},
	{name: "Child Endangerment: Nudity and Physical Abuse"},
	{name: "Child Endangerment: Sexual Exploitation"},
	{name: "Dangerous Organizations: Criminal Organizations"},
	{name: metaFakeAccounts},
	{name: "Spam"},
	{name: "", misspelt: []string{"Cross-Policy Data"}}, // about all policies
}

// A metaPolicy is the policy that a cell names, "" for all, with a note where
// the file has another name for it.
type metaPolicy struct{ name, note string }

var metaPolicyNames = func() map[string]metaPolicy {
	names := map[string]metaPolicy{}
	for _, p := range metaPolicies {
		for _, n := range append(p.misspelt, p.name) {
			names[foldPolicy(n)] = metaPolicy{name: p.name}
		}
		for _, n := range p.renamed {
			names[foldPolicy(n)] = metaPolicy{p.name, fmt.Sprintf("called %q in this export", n)}
		}
	}
	return names
}()

// foldPolicy writes a policy's name so that case, punctuation and "and" for
// "&" do not matter.
func foldPolicy(name string) string {
	name = strings.ReplaceAll(strings.ToLower(name), "&", " and ")
	return strings.Join(strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(" ,:;-–/()", r) }), " ")
}

func metaPolicyOf(text string) metaPolicy {
	if p, known := metaPolicyNames[foldPolicy(text)]; known {
		return p
	}
	return metaPolicy{name: text}
}
