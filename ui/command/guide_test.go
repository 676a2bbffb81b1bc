package command

import (
	"bufio"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/alecthomas/kong"
)

const guides = "../../docs/guide"

// A printedCommand is a line of a shell block of the guide.
type printedCommand struct {
	line    string
	args    []string
	starter bool // asks the starter figures alone
}

// printed returns the commands that a guide prints, in their order.
func printed(t *testing.T, name string) []printedCommand {
	t.Helper()
	f, err := os.Open(filepath.Join(guides, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var list []printedCommand
	block := ""
	for lines := bufio.NewScanner(f); lines.Scan(); {
		line := lines.Text()
		if fence, ok := strings.CutPrefix(line, "```"); ok {
			block = fence
			continue
		}
		if args := words(line); strings.HasPrefix(block, "sh") && len(args) > 0 {
			if args[0] != "vitrine" {
				t.Errorf("%s: %s is no command of Vitrine", name, line)
			}
			list = append(list, printedCommand{line, args[1:], block == "sh starter"})
		}
	}
	if len(list) == 0 {
		t.Fatalf("%s prints no command", name)
	}
	return list
}

// words splits a line as a shell does: at spaces outside quotes, up to a
// comment.
func words(line string) []string {
	var list []string
	for _, w := range regexp.MustCompile(`"[^"]*"|\S+`).FindAllString(line, -1) {
		if strings.HasPrefix(w, "#") {
			break
		}
		list = append(list, strings.Trim(w, `"`))
	}
	return list
}

// guideFiles are the files of which the guide speaks, by the names under which
// publishers offer them, and where they are among the exports to test with.
var guideFiles = map[string]string{
	"google-government-removals.zip":      "google/2024-09/google-government-removals.zip",
	"meta-2023-q4.csv":                    "meta/community-standards/meta-2023-q4.csv",
	"meta-2024-q1.csv":                    "meta/community-standards/meta-2024-q1.csv",
	"renamed.csv":                         "discord/discord-2023-q1.csv",
	"sor-global-2025-07-01-full.zip":      "dsa/tdb-dumps/sor-global-2025-07-01-full.zip",
	"sor-global-2025-07-01-full.zip.sha1": "dsa/tdb-dumps/sor-global-2025-07-01-full.zip.sha1",
}

// unknownTable is a made-up one that no format knows.
const unknownTable = "country,half-year,removals\nFrance,2023-H1,12\nFrance,2023-H2,15\nGermany,2023-H1,20\nGermany,2023-H2,18\n"

func TestTheGuidesCommandsRunOnTheStarterFigures(t *testing.T) {
	for _, name := range []string{"en.md", "fr.md"} {
		commands := slices.DeleteFunc(printed(t, name), func(c printedCommand) bool { return !c.starter })
		t.Run(name, func(t *testing.T) { runPrinted(t, commands) })
	}
}

func TestTheGuidesCommandsRunOnExports(t *testing.T) {
	exports, err := filepath.Abs("../../../shared/data")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(exports); err != nil {
		t.Skipf("no real exports to run the guide's commands on: %v", err)
	}
	for _, name := range []string{"en.md", "fr.md"} {
		commands := slices.DeleteFunc(printed(t, name), func(c printedCommand) bool { return c.starter || c.args[0] == "get" })
		t.Run(name, func(t *testing.T) { runPrinted(t, commands, exports) })
	}
}

// runPrinted runs commands as a user would: in a folder of their own, on one
// library.
func runPrinted(t *testing.T, commands []printedCommand, exports ...string) {
	folder := t.TempDir()
	for _, from := range exports {
		for file, place := range guideFiles {
			copyFile(t, filepath.Join(from, place), filepath.Join(folder, file))
		}
		if err := os.WriteFile(filepath.Join(folder, "table.csv"), []byte(unknownTable), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(folder)
	for _, c := range commands {
		out, messages, code := vitrine(t, filepath.Join(folder, "library.duckdb"), c.args...)
		found := code == Findings && c.args[0] == "check"
		if code != Done && !found {
			t.Errorf("%s: exit %d: %s", c.line, code, messages)
		}
		if file := written(c.args); file != "" {
			if info, err := os.Stat(file); err != nil || info.Size() == 0 {
				t.Errorf("%s: %v", c.line, err)
			}
		} else if strings.Count(out, "\n") < 1 {
			t.Errorf("%s: answers %q: %s", c.line, out, messages)
		}
	}
}

// written returns the file that a command writes.
func written(args []string) string {
	if i := slices.Index(args, "-o"); i >= 0 {
		return args[i+1]
	}
	return ""
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	b, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestTheGuideNamesOnlyWhatThereIs holds each command and flag that the guide
// and the README name to the commands that there are.
func TestTheGuideNamesOnlyWhatThereIs(t *testing.T) {
	parser, err := kong.New(&commands{}, vars("test"), kong.Writers(io.Discard, io.Discard))
	if err != nil {
		t.Fatal(err)
	}
	flags := map[string]bool{"help": true}
	for _, group := range parser.Model.AllFlags(false) {
		for _, f := range group {
			flags[f.Name] = true
		}
	}
	for _, c := range parser.Model.Children {
		for _, f := range c.Flags {
			flags[f.Name] = true
		}
	}
	for _, name := range []string{"en.md", "fr.md", "../../README.md"} {
		b, err := os.ReadFile(filepath.Join(guides, name))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile("--([a-z]+(?:-[a-z]+)*)").FindAllStringSubmatch(string(b), -1) {
			if !flags[m[1]] {
				t.Errorf("%s: there is no flag --%s", name, m[1])
			}
		}
		for _, m := range regexp.MustCompile("(?m)(?:`|^)vitrine ([a-z]+)[ `]").FindAllStringSubmatch(string(b), -1) {
			if !Knows(m[1]) {
				t.Errorf("%s: there is no command %s", name, m[1])
			}
		}
	}
}

// TestTheGuidesLinksLead follows the links of the guide: to files, and to its
// own sections.
func TestTheGuidesLinksLead(t *testing.T) {
	for _, name := range []string{"en.md", "fr.md"} {
		b, err := os.ReadFile(filepath.Join(guides, name))
		if err != nil {
			t.Fatal(err)
		}
		sections := map[string]bool{}
		for _, m := range regexp.MustCompile(`(?m)^##? (.*)$`).FindAllStringSubmatch(string(b), -1) {
			sections[anchor(m[1])] = true
		}
		for _, m := range regexp.MustCompile(`\]\(([^)]*)\)`).FindAllStringSubmatch(string(b), -1) {
			section, within := strings.CutPrefix(m[1], "#")
			if within && !sections[section] {
				t.Errorf("%s: no section %s", name, m[1])
			}
			if _, err := os.Stat(filepath.Join(guides, m[1])); !within && err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// anchor returns the link to a heading, as GitHub makes it.
func anchor(heading string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '-':
			return unicode.ToLower(r)
		}
		return -1
	}, heading)
}
