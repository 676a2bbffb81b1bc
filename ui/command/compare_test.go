package command

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCompare(t *testing.T) {
	out, messages, code := starter(t, "compare", "--publisher", "Telegram", "--by", "category", "--from", "2024", "--to", "2025")
	want := []string{
		"item child abuse 743907 952318 208411 28.0157331655704 changed",
		"item terrorism 141998 236573 94575 66.6030507472 changed",
		"total  16511192 44085169 27573977 167.0017",
	}
	got := pick(t, out, "row", "category", "from_value", "to_value", "difference", "percent", "change")
	for i := range want {
		if code != Done || len(got) != len(want) || !strings.HasPrefix(got[i], want[i][:40]) {
			t.Errorf("%d, %q; want %s", code, got, want[i])
		}
	}
	for _, said := range []string{"366 days and 2025 365", "no shares and contributions: not a complete split"} {
		if !strings.Contains(messages, said) {
			t.Errorf("%q does not say %q", messages, said)
		}
	}
}

func TestComparePerDayAndNewest(t *testing.T) {
	out, _, _ := starter(t, "compare", "--publisher", "Telegram", "--category", "terrorism", "--from", "2024", "--per-day")
	if got := pick(t, out, "from_value", "to_value"); len(got) != 1 || got[0] != "387.9726775956284 648.1452054794521" {
		t.Errorf("%q", got)
	}
	out, _, _ = starter(t, "compare", "--publisher", "Telegram", "--category", "terrorism")
	if got := pick(t, out, "from_period_start", "to_period_start", "to_period_end"); len(got) != 1 || got[0] != "2026-04-01 2026-05-01 2026-05-31" {
		t.Errorf("%q", got)
	}
}

func TestCompareWritesTheSameWorkbookTwice(t *testing.T) {
	var files [2][]byte
	for i := range files {
		path := filepath.Join(t.TempDir(), "book.xlsx")
		_, messages, code := starter(t, "compare", "--publisher", "Telegram", "--by", "category", "--from", "2024-H1", "--to", "2024-H2", "-o", path)
		var err error
		if files[i], err = os.ReadFile(path); err != nil || code != Done {
			t.Fatal(err, messages)
		}
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("the same comparison gave other bytes")
	}
}

func TestCompareRefusesInOneSentence(t *testing.T) {
	for _, c := range []struct{ args, want string }{
		{"--from 2024 --to 2024", "vitrine: Both sides are 2024.\n"},
		{"--from 1999", "nothing is published that is, or adds up to, 1999; there is"},
		{"--from sometime", "--from: \"SOMETIME\" is not a period"},
		{"--since 2024", "a comparison takes --from and --to"},
		{"--from 2024 -o book.docx", "a comparison is written as"},
	} {
		_, messages, code := starter(t, append([]string{"compare", "--publisher", "Telegram", "--category", "terrorism"}, strings.Fields(c.args)...)...)
		if code != Failed || !strings.Contains(strings.ToLower(messages), strings.ToLower(c.want)) || strings.Count(messages, "\n") != 1 {
			t.Errorf("%s: %d, %q", c.args, code, messages)
		}
	}
}
