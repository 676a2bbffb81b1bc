package window

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vitrine/reports"
	"vitrine/reports/library"
)

var (
	gallery  = flag.String("gallery", "", "draw each view in each look into this folder")
	exports  = flag.String("exports", "", "the folder of exports that the gallery shows")
	oneScene = flag.String("scene", "", "draw this scene of the gallery alone")
	oneLook  = flag.String("look", "", "draw the pictures of the gallery whose name holds this: 1280x800-light-en")
)

// A scene is something to look at: a view of a question, or a panel beside it.
type scene struct {
	name string
	ask  reports.Question
	do   []string // actions, by their names
	then func(*page)
}

func byGoogle(by ...reports.Dim) reports.Question {
	return reports.Question{Publisher: []string{"Google"}, Measure: []string{"removal requests received"}, By: by}
}

// onePeriodOf narrows a question to one period.
func onePeriodOf(q reports.Question, p reports.Period) reports.Question {
	q.Since, q.Until = p.Start, p.End
	return q
}

// derivedOf asks for a measure by category that only shares tell.
func derivedOf(publisher string, m reports.Measure) reports.Question {
	return reports.Question{Publisher: []string{publisher}, Measure: []string{string(m)}, By: []reports.Dim{reports.Category}, Derived: true}
}

// galleryScenes are the scenes; they need the exports that galleryFiles names.
var galleryScenes = []scene{
	{name: "lines", ask: byGoogle(reports.Trigger), do: []string{"lines"}},
	{name: "areas", ask: byGoogle(reports.Category), do: []string{"areas"}},
	{name: "shares", ask: byGoogle(reports.Category), do: []string{"shares"}},
	{name: "bars", ask: byGoogle(), do: []string{"bars"}},
	{name: "numbers", ask: byGoogle(reports.Area), do: []string{"numbers"}},
	{name: "facets", ask: reports.Question{Publisher: []string{"TikTok"}, By: []reports.Dim{reports.Category}}, do: []string{"facets"}},
	{name: "heat", ask: byGoogle(reports.Category), do: []string{"heat"}},
	{name: "days", ask: reports.Question{Publisher: []string{"Telegram"}, Every: reports.EveryDay}, do: []string{"days"}},
	{name: "manydays", ask: reports.Question{Publisher: []string{"Telegram"}, By: []reports.Dim{reports.Category}, Every: reports.EveryDay}, do: []string{"lines"}},
	{name: "rows", ask: onePeriodOf(byGoogle(reports.Category), reports.EveryHalf.Around(reports.DayOf(2023, 7, 1))), do: []string{"bars"}},
	{name: "derivedlines", ask: derivedOf("TikTok", reports.VideosRemoved), do: []string{"lines"}, then: pinLast},
	{name: "rank", ask: byGoogle(reports.Area), do: []string{"rank"}},
	{name: "world", ask: byGoogle(reports.Area), do: []string{"world"}},
	{name: "europe", ask: byGoogle(reports.Area), do: []string{"europe"}},
	{name: "source", ask: byGoogle(reports.Trigger), do: []string{"lines"}, then: pinLast},
	{name: "file", ask: byGoogle(reports.Trigger), do: []string{"lines"}, then: func(p *page) {
		pinLast(p)
		p.do("showfile")
	}},
	{name: "dsa", ask: reports.Question{Publisher: []string{"TikTok"}, Measure: []string{"measures under the terms on own initiative"}, By: []reports.Dim{reports.Category}}, do: []string{"numbers"}},
	{name: "checks", ask: byGoogle(reports.Category), do: []string{"check"}},
	{name: "revisions", ask: reports.Question{Publisher: []string{"Meta"}, By: []reports.Dim{reports.Service, reports.Category}}, do: []string{"revisions"}},
	{name: "editions", ask: reports.Question{Publisher: []string{"Meta"}, By: []reports.Dim{reports.Service, reports.Category}}, do: []string{"editions"}},
	{name: "editiongrid", ask: reports.Question{Publisher: []string{"Meta"}, By: []reports.Dim{reports.Service, reports.Category}}, do: []string{"editiongrid"}},
	{name: "slope", ask: byGoogle(reports.Area), then: compareHalves("slope")},
	{name: "dumbbell", ask: byGoogle(reports.Area), then: compareHalves("dumbbell")},
	{name: "diverging", ask: byGoogle(reports.Area), then: compareHalves("diverging")},
	{name: "maps", ask: byGoogle(reports.Area), then: compareHalves("maps")},
	{name: "pairs", ask: byGoogle(reports.Area), then: compareHalves("pairs")},
	{name: "contrast", ask: byGoogle(reports.Trigger), do: []string{"lines", "contrast"}},
	{name: "meanings", ask: byGoogle(), do: []string{"meanings"}},
	{name: "preferences", ask: byGoogle(), do: []string{"preferences"}},
	{name: "welcome", ask: byGoogle(), do: []string{"welcome"}},
	{name: "keys", ask: byGoogle(), do: []string{"keys"}},
	{name: "about", ask: byGoogle(), do: []string{"about"}},
	{name: "notes", ask: byGoogle(reports.Area), do: []string{"notes"}},
	{name: "menu", ask: byGoogle(reports.Area), do: []string{"measure"}},
	{name: "search", ask: byGoogle(reports.Area), do: []string{"search"}},
	{name: "filters", ask: byGoogle(reports.Area), do: []string{"filters"}},
	{name: "get", ask: byGoogle(), do: []string{"get"}},
	{name: "first"},
	{name: "publishers", ask: byGoogle(), do: []string{"publisher"}},
	{name: "by", ask: byGoogle(reports.Trigger), do: []string{"by"}},
	{name: "every", ask: byGoogle(), do: []string{"every"}},
	{name: "span", ask: byGoogle(), do: []string{"span"}},
	{name: "area", ask: byGoogle(reports.Area), do: []string{"area"}},
	{name: "tables", ask: byGoogle(reports.Area), do: []string{"table"}},
	{name: "categories", ask: byGoogle(reports.Category), do: []string{"category"}},
	{name: "asof", ask: reports.Question{Publisher: []string{"Meta"}}, do: []string{"asof"}},
	{name: "with", ask: byGoogle(reports.Area), do: []string{"with"}},
	{name: "worked", ask: byGoogle(reports.Area), do: []string{"worked"}},
	{name: "views", ask: byGoogle(), then: (*page).openViews},
	{name: "legend", ask: byGoogle(reports.Trigger), do: []string{"lines", "legend"}},
	{name: "history", ask: byGoogle(reports.Trigger), do: []string{"areas", "lines", "history"}},
	{name: "bookmarks", ask: byGoogle(reports.Trigger), do: []string{"bookmark", "numbers", "bookmark", "bookmarks"}},
	{name: "sourcemenu", ask: byGoogle(), then: func(p *page) { p.openSource(nil, p.held.sources[len(p.held.sources)-1]) }},
	{name: "suggestions", then: func(p *page) { p.goToSource(sourceNamed(p, "tiktok-2024-q2.csv")) }},
	{name: "findings", ask: byGoogle(), then: func(p *page) { p.showFindings(mostProblems(p)) }},
	{name: "finding", ask: byGoogle(reports.Category), do: []string{"check"}, then: selectFirst},
	{name: "revision", ask: reports.Question{Publisher: []string{"Meta"}, By: []reports.Dim{reports.Service, reports.Category}}, do: []string{"revisions"}, then: selectFirst},
	{name: "vintages", ask: reports.Question{Publisher: []string{"Meta"}, By: []reports.Dim{reports.Service, reports.Category}}, do: []string{"lines"}, then: func(p *page) {
		pinLast(p)
		p.do("vintages")
	}},
	{name: "excerpt", ask: byGoogle(reports.Trigger), do: []string{"lines"}, then: func(p *page) {
		pinLast(p)
		selectFirst(p)
	}},
	{name: "single", ask: reports.Question{Publisher: []string{"Telegram"}, By: []reports.Dim{reports.Category}, Every: reports.EveryDay}, do: []string{"numbers"}, then: pinFirst},
	{name: "derived", ask: reports.Question{Publisher: []string{"TikTok"}, Measure: []string{"videos removed"}, By: []reports.Dim{reports.Category}, Derived: true}, do: []string{"numbers"}, then: pinFirst},
	{name: "percentages", ask: reports.Question{Publisher: []string{"TikTok"}, Measure: []string{"videos removed"}}, do: []string{"by"}},
	{name: "explain", ask: byGoogle(), do: []string{"explain"}},
	{name: "incoming", ask: byGoogle(), then: loadSome},
	{name: "receipts", ask: byGoogle(), then: func(p *page) {
		loadSome(p)
		p.closeSide()
	}},
	{name: "mapping", then: loadUnknown},
	{name: "nothing", ask: reports.Question{Publisher: []string{"Google"}, Measure: []string{"removal requests received"}, Since: reports.DayOf(1990, 1, 1), Until: reports.DayOf(1991, 1, 1)}},
	{name: "refused", ask: byGoogle(reports.Area), do: []string{"lines"}, then: func(p *page) { p.wrong(p.say("failed.draw", "why", "made up to be seen")) }},
	{name: "failed", then: func(p *page) {
		shut(p)
		p.fail(library.ErrLocked)
	}},
	{name: "loading", then: func(p *page) { shut(p); p.paint() }},
	{name: "emptied", then: emptied},
	{name: "panelsofall", ask: reports.Question{Publisher: []string{"TikTok"}, By: []reports.Dim{reports.Category}}, do: []string{"facets", "panels"}},
	{name: "focus", ask: byGoogle(reports.Trigger), do: []string{"lines"}, then: func(p *page) { p.window.Canvas().Focus(p.bar.sheet) }},
}

func sourceNamed(p *page, name string) reports.Source {
	for _, s := range p.held.sources {
		if s.Name == name {
			return s
		}
	}
	return reports.Source{}
}

func mostProblems(p *page) reports.Source {
	return slices.MaxFunc(p.held.sources, func(a, b reports.Source) int { return a.Problems - b.Problems })
}

// selectFirst selects the first row of the list in the drawer.
func selectFirst(p *page) {
	for _, f := range focusable(p.drawer.body) {
		if l, ok := f.(*keyList); ok && l.Length() > 0 {
			p.window.Canvas().Focus(l)
			l.Select(0)
			return
		}
	}
}

func pinFirst(p *page) {
	p.table.FocusGained()
	key(p.table, fyne.KeyReturn)
}

// loadSome loads files of which some are known already and one is no export.
func loadSome(p *page) {
	var paths []string
	for _, name := range galleryFiles[:3] {
		paths = append(paths, filepath.Join(*exports, name))
	}
	p.take(append(paths, filepath.Join(*exports, "README.md"), filepath.Join(*exports, "nothing-there.csv")))
	p.do("incoming")
}

// loadUnknown opens a table that no format knows.
func loadUnknown(p *page) {
	path := filepath.Join(os.TempDir(), "removals.csv")
	if err := os.WriteFile(path, []byte(wideTable), 0o600); err == nil {
		p.take([]string{path})
	}
}

// shut shows what a window shows before its library is open.
func shut(p *page) {
	p.ledger, p.suggested = nil, nil
	p.held, p.result, p.history = held{}, unasked(), history{}
	p.panel.shown = nil
	p.panel.list()
}

// emptied shows a library without figures.
func emptied(p *page) {
	p.held, p.result, p.history = held{}, unasked(), history{}
	p.paint()
}

// galleryFiles are the exports that the gallery loads, where they are there.
var galleryFiles = []string{
	"google/2024-09/google-government-removals.zip",
	"tiktok/community-guidelines/tiktok-2024-q2.csv",
	"meta/community-standards/meta-2023-q4.csv",
	"meta/community-standards/meta-2024-q1.csv",
	"meta/community-standards/CSER-2020_Q3.csv",
	"github/government_takedowns_received.csv",
	"discord/discord-2023-q4.csv",
	"x/Twitter_Transparency-Removal_Requests_Jul-Dec-2020.csv",
	"telegram/safety_2026-06-17.html",
	"dsa/published/DSA_Transparency_Report_TikTok_July_December_2025 - 6_own_initiative_TC.csv",
}

// TestGallery draws all there is to look at, on real exports and without a
// display: make gallery EXPORTS=folder.
func TestGallery(t *testing.T) {
	if *gallery == "" {
		t.Skip("draws pictures only when asked to: make gallery")
	}
	l := galleryLibrary(t)
	for _, s := range galleryScenes {
		if *oneScene != "" && *oneScene != s.name {
			continue
		}
		for _, look := range galleryLooks {
			for _, language := range languages {
				for _, g := range glasses {
					name := fmt.Sprintf("%s-%s-%s-%s.png", s.name, g.name, look.name, language)
					if !strings.Contains(name, *oneLook) || *oneLook == "" && g.larger {
						continue
					}
					p := looking(t, look, language, g)
					p.use(l)
					s.show(p)
					relay(p, g)
					save(t, p, filepath.Join(*gallery, name))
				}
			}
		}
	}
}

// A galleryLook is a set of colours.
type galleryLook struct {
	name       string
	appearance appearance
	contrast   bool
}

var galleryLooks = []galleryLook{{"light", lightAppearance, false}, {"dark", darkAppearance, false}, {"high", lightAppearance, true}, {"highdark", darkAppearance, true}}

// A glass is a size of the window, in units, and its scale. Larger texts are
// drawn only when they are asked for.
type glass struct {
	name                 string
	width, height, scale float32
	larger               bool
}

var glasses = []glass{
	{"1280x800", 1280, 800, 1, false}, {"2560x1440", 2560, 1440, 1, false}, {"2560x1440@2", 1280, 720, 2, false},
	{"1280x800@1.2", 1280 / 1.2, 800 / 1.2, 1.2, true}, {"1280x800@1.4", 1280 / 1.4, 800 / 1.4, 1.4, true}, {"1280x800@1.6", 1280 / 1.6, 800 / 1.6, 1.6, true},
}

// looking opens an empty window of a size.
func looking(t *testing.T, look galleryLook, language string, g glass) *page {
	t.Helper()
	app := test.NewTempApp(t)
	app.Preferences().SetString(prefAppearance, string(look.appearance))
	app.Preferences().SetBool(prefContrast, look.contrast)
	p := newPage(app, Options{Language: language, Version: "0.1.0"}, inline)
	p.window.Canvas().(test.WindowlessCanvas).SetScale(g.scale)
	p.window.Resize(fyne.NewSize(g.width, g.height))
	return p
}

// relay lays the window out once more: rows that wrap know how high they are
// only after they were laid out.
func relay(p *page, g glass) {
	for _, width := range []float32{g.width + 1, g.width} {
		p.window.Resize(fyne.NewSize(width, g.height))
	}
}

func (s scene) show(p *page) {
	if len(s.ask.Publisher) > 0 {
		p.change(func(st *state) { st.question = s.ask })
	}
	for _, name := range s.do {
		p.do(name)
	}
	if s.then != nil {
		s.then(p)
	}
}

// do does the action of a name, as far as it can be done.
func (p *page) do(name string) {
	for _, a := range p.actions() {
		if a.name == name {
			p.run(a)
		}
	}
}

// compareHalves compares two half-years, and shows how in a view.
func compareHalves(view string) func(*page) {
	return func(p *page) {
		from, to := reports.EveryHalf.Around(reports.DayOf(2022, 7, 1)), reports.EveryHalf.Around(reports.DayOf(2023, 1, 1))
		p.change(func(s *state) { s.compare = comparing{on: true, pair: reports.Pair{From: from, To: to}} })
		p.do(view)
	}
}

func pinLast(p *page) {
	p.picture.FocusGained()
	key(p.picture, fyne.KeyEnd, fyne.KeyReturn)
}

func galleryLibrary(t *testing.T) *library.Library {
	t.Helper()
	l := starters(t)
	var paths []string
	for _, name := range galleryFiles {
		if path := filepath.Join(*exports, name); *exports != "" {
			if _, err := os.Stat(path); err == nil {
				paths = append(paths, path)
			}
		}
	}
	for _, r := range l.Take(t.Context(), paths, nil) {
		if r.Err != nil {
			t.Error(r.Err)
		}
	}
	return l
}
