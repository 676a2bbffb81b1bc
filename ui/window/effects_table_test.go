package window

import (
	"os"
	"slices"
	"strings"
	"testing"

	"vitrine/reports"
)

// An effect is what a user notices of an action.
type effect struct {
	open func(*testing.T) *page // where it can be done
	says string                 // what is seen then and was not before
}

// effects are those of all actions, by their names.
var effects = map[string]effect{
	"open":            {onTelegram, "dialog: open"},
	"folder":          {onTelegram, "dialog: open"},
	"recent":          {onLoaded, "menu: chat.json"},
	"spreadsheet":     {onTelegram, "dialog: open"},
	"csv":             {onTelegram, "dialog: open"},
	"picture":         {onTelegram, "dialog: open"},
	"svg":             {onTelegram, "dialog: open"},
	"copytable":       {onTelegram, "clipboard: \t2024-01\t2024-02"},
	"preferences":     {onTelegram, "side: PREFERENCES"},
	"undo":            {after(onTelegram, "partial"), "asked: Whole periods only ▾"},
	"redo":            {after(onTelegram, "partial", "undo"), "asked: Incomplete periods shown ▾"},
	"history":         {after(onTelegram, "partial"), "menu: With incomplete periods (true)"},
	"measure":         {onTelegram, "menu: Groups and channels blocked (true)"},
	"publisher":       {onTelegram, "menu: Telegram (true)"},
	"by":              {onTelegram, "menu: Category (true)"},
	"every":           {onTelegram, "menu: Each month (true)"},
	"span":            {onTelegram, "menu: All of the time (true)"},
	"area":            {onTelegram, "menu: All areas (true)"},
	"table":           {onTelegram, "menu: The first that covers the question (true)"},
	"category":        {onTelegram, "menu: Terrorism (false)"},
	"filters":         {onTelegram, "menu: Trigger (false)"},
	"with":            {onTelegram, "menu: The period before (false)"},
	"second":          {comparedHalves, "menu: H1 2023 (true)"},
	"perday":          {comparedHalves, "compared: Per day, chosen"},
	"only":            {pinned(onCountries), "headline: Removal requests received at Google in total, as published, 2022 to 2023, Germany"},
	"drill":           {pinned(onMultiples), "menu: Find what to split by"},
	"asof":            {func(t *testing.T) *page { return revisedWindow(t, "en") }, "menu: 30 June 2019 (false)"},
	"derived":         {derivable, "asked: Published numbers only ▾"},
	"partial":         {onTelegram, "asked: Incomplete periods shown ▾"},
	"total":           {onTelegram, "headline: Groups and channels blocked at Telegram in total"},
	"first":           {after(onTelegram, "total"), "headline: Groups and channels blocked at Telegram by category"},
	"suggest":         {onTelegram, "menu: Groups and channels blocked in total, each year, bars (false)"},
	"bookmark":        {onTelegram, "bar: ★"},
	"bookmarks":       {after(onTelegram, "bookmark"), "menu: Groups and channels blocked at Telegram by category"},
	"lines":           {after(onCountries, "bars"), "bar: Lines, chosen"},
	"areas":           {onCountries, "bar: Areas, chosen"},
	"shares":          {onCountries, "bar: 100%, chosen"},
	"bars":            {onCountries, "bar: Bars, chosen"},
	"numbers":         {onCountries, "bar: Table, chosen"},
	"facets":          {onCountries, "bar: Small multiples ▾, chosen"},
	"heat":            {onCountries, "bar: Heat map ▾, chosen"},
	"days":            {func(t *testing.T) *page { return openedOn(t, days) }, "bar: Calendar ▾, chosen"},
	"rank":            {onCountries, "bar: Ranking ▾, chosen"},
	"world":           {onCountries, "bar: World map ▾, chosen"},
	"europe":          {onCountries, "bar: Europe ▾, chosen"},
	"editions":        {func(t *testing.T) *page { return revisedWindow(t, "en") }, "bar: Editions ▾, chosen"},
	"editiongrid":     {func(t *testing.T) *page { return revisedWindow(t, "en") }, "bar: Periods × editions ▾, chosen"},
	"slope":           {after(comparedHalves, "dumbbell"), "compared: Slope, chosen"},
	"dumbbell":        {comparedHalves, "compared: Dumbbell, chosen"},
	"diverging":       {comparedHalves, "compared: Differences, chosen"},
	"maps":            {comparedHalves, "compared: Maps, chosen"},
	"pairs":           {comparedHalves, "compared: Table, chosen"},
	"log":             {onTelegram, "drawn: log true"},
	"worked":          {onTelegram, "menu: 7-day mean (false)"},
	"events":          {onTelegram, "events false"},
	"ownaxis":         {onMultiples, "centre: Own axis each"},
	"panels":          {ofTwoSplits, "menu: "},
	"earlier":         {after(onCountries, "world"), "period 2023-H1"},
	"later":           {after(onCountries, "world", "earlier"), "period 2023-H2"},
	"legend":          {onTelegram, "menu: Terrorism (true)"},
	"zoomin":          {onTelegram, "each month, April 2024 to January 2025"},
	"zoomout":         {after(onTelegram, "zoomin"), "each month, March 2024 to January 2025"},
	"zoomall":         {after(onTelegram, "zoomin"), "each month, January 2024 to January 2025"},
	"source":          {unopened, "side: The cell reads “31”."},
	"showfile":        {pinned(onCountries), "side: THE SOURCE AS IT STOOD"},
	"vintages":        {pinned(func(t *testing.T) *page { return revisedWindow(t, "en") }), "side: VINTAGES"},
	"notes":           {onTelegram, "side: The parts shown do not add up to the total."},
	"panes":           {onTelegram, "focus: the word \"Groups and channels blocked\""},
	"system":          {after(onTelegram, "dark"), "colours: system"},
	"light":           {onTelegram, "colours: light"},
	"dark":            {onTelegram, "colours: dark"},
	"contrast":        {onTelegram, "contrast: true"},
	"larger":          {onTelegram, "texts: 120 %"},
	"smaller":         {after(onTelegram, "larger"), "texts: 100 %"},
	"usual":           {after(onTelegram, "larger"), "texts: 100 %"},
	"widerlibrary":    {onTelegram, "library: 280 wide"},
	"narrowerlibrary": {onTelegram, "library: 200 wide"},
	"widerdrawer":     {after(onTelegram, "keys"), "side: 360 wide"},
	"narrowerdrawer":  {after(onTelegram, "keys"), "side: 280 wide"},
	"anylanguage":     {after(onTelegram, "fr"), "language: "},
	"en":              {after(onTelegram, "fr"), "bar: Lines, chosen"},
	"fr":              {onTelegram, "bar: Courbes, choisi"},
	"de":              {onTelegram, "bar: Linien, gewählt"},
	"findings":        {onTelegram, "menu: Find a source with findings"},
	"check":           {func(t *testing.T) *page { p := audited(t, "en"); p.closeSide(); return p }, "side: GitHub · 8 findings"},
	"revisions":       {func(t *testing.T) *page { return revisedWindow(t, "en") }, "side: WHAT LATER VINTAGES CHANGED"},
	"savefindings":    {func(t *testing.T) *page { return audited(t, "en") }, "dialog: open"},
	"saverevisions":   {func(t *testing.T) *page { return revisedWindow(t, "en") }, "dialog: open"},
	"gotosource":      {onTelegram, "menu: Telegram · Safety Overview (false)"},
	"preview":         {onTelegram, "menu: Look at the source…"},
	"sourcemenu":      {onTelegram, "menu: Find a source"},
	"forget":          {onTelegram, "menu: Find a source to remove"},
	"get":             {onTelegram, "menu: Telegram · Safety page"},
	"mapping":         {leftMapping, "side: WHAT THE TABLE MEANS"},
	"savemapping":     {onMapping, "dialog: open"},
	"acceptmapping":   {onMapping, "status: Still to say: who publishes it, what “2023 H2” is"},
	"incoming":        {onLoaded, "side: 3 of 3 files"},
	"search":          {onTelegram, "menu: Find anything, or type the path of a file"},
	"meanings":        {onTelegram, "side: WHAT IT MEANS"},
	"explain":         {onTelegram, "side: Groups and channels that Telegram blocked."},
	"keys":            {onTelegram, "side: KEYS"},
	"welcome":         {onTelegram, "side: What can be done here"},
	"about":           {onTelegram, "side: Vitrine 1.2.3"},
	"copytrouble":     {onLoaded, "status: Copied."},
}

// elsewhere says of the other actions why they are not among the effects, and
// which tests look at what they do.
var elsewhere = map[string]struct{ why, test string }{
	"quit":       {"it ends the window", ""},
	"record":     {"the shelf keeps no audit record", "recording_test.go"},
	"restore":    {"the shelf forgets for good", "removed_test.go"},
	"play":       {"it goes on with time", "views_test.go"},
	"checkall":   {"it takes a while", "auditbooks_test.go"},
	"cancelload": {"the shelf loads at once", "incoming_test.go"},
}

// unopened has a number that is pinned, and nothing beside the picture.
func unopened(t *testing.T) *page {
	p := pinned(onCountries)(t)
	p.turn(func(s *state) { s.side = side{} })
	return p
}

func leftMapping(t *testing.T) *page {
	p := onMapping(t)
	p.closeSide()
	return p
}

// derivable has shares of a total, of which its parts can be worked out.
func derivable(t *testing.T) *page {
	p := opened(t, shared())
	p.ask(func(q *reports.Question) { q.Measure = []string{"videos removed"} })
	p.pick(t, "by", "Category")
	return p
}

// ofTwoSplits has panels by one split or the other.
func ofTwoSplits(t *testing.T) *page {
	p := opened(t, byTwo())
	p.ask(func(q *reports.Question) { q.By = []reports.Dim{reports.Area, reports.Trigger} })
	p.press(t, "facets")
	return p
}

// Every action has an effect that is noticed, and only that action.
func TestEveryActionHasItsEffect(t *testing.T) {
	for name, e := range effects {
		t.Run(name, func(t *testing.T) {
			p := e.open(t)
			before := p.noticed()
			p.press(t, name)
			fresh := news(before, p.noticed())
			if e.says == "" || !strings.Contains(strings.Join(fresh, "\n"), e.says) {
				t.Errorf("it says %q, want %q", fresh, e.says)
			}
		})
	}
}

// Whatever stands in the menus has its effect looked at here, or it is said
// where.
func TestEveryActionIsLookedAt(t *testing.T) {
	all := append(onTelegram(t).actions(), comparedHalves(t).actions()...)
	for _, a := range all {
		_, here := effects[a.name]
		other, there := elsewhere[a.name]
		if here == there {
			t.Errorf("%s is looked at here: %t, elsewhere: %t", a.name, here, there)
		}
		if other.test == "" {
			continue
		}
		if !strings.Contains(string(must(os.ReadFile(other.test))(t)), `"`+a.name+`"`) {
			t.Errorf("%s does not look at %s", other.test, a.name)
		}
	}
	for name := range effects {
		if !slices.ContainsFunc(all, func(a action) bool { return a.name == name }) {
			t.Errorf("there is no action %s any longer", name)
		}
	}
}
