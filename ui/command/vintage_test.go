package command

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestTheUserSaysTheVintage(t *testing.T) {
	lib := filepath.Join(t.TempDir(), "library.duckdb")
	page := filepath.Join("..", "..", "reports", "publisher", "testdata", "telegram_safety.html")
	out, messages, code := vitrine(t, lib, "load", "--published", "2024-05-01", "--period", "2023-H2", page)
	if code != Done || !strings.Contains(messages, "was not used") {
		t.Errorf("exit %d: %s%s", code, out, messages)
	}
	out, _, _ = vitrine(t, lib, "sources", "--format", "csv")
	if got := pick(t, out, "name", "published"); len(got) != 3 || !strings.Contains(strings.Join(got, "\n"), "telegram_safety.html 2024-05-01") {
		t.Errorf("sources: %q", got)
	}
	if _, messages, code = vitrine(t, lib, "load", "--published", "2024-05-01", page); code != Done {
		t.Errorf("the same again: exit %d, %s", code, messages)
	}
	if _, messages, code = vitrine(t, lib, "load", "--published", "2024-05-02", page); code != Failed || !strings.Contains(messages, "forget") {
		t.Errorf("another day: exit %d, %s", code, messages)
	}
}

func TestVintageFlags(t *testing.T) {
	page := filepath.Join("..", "..", "reports", "publisher", "testdata", "telegram_safety.html")
	for _, c := range []struct{ name, want, args string }{
		{"a period that is none", `--period: "2023-H3"`, "series --period 2023-H3 " + page},
		{"a day that is none", `--published: "May"`, "load --published May " + page},
		{"no file to say it of", "about FILEs", "series --period 2023-H2"},
		{"a published day without a file", "about FILEs", "trace --published 2024-05-01"},
	} {
		_, messages, code := starter(t, strings.Fields(c.args)...)
		if code != Failed || !strings.Contains(messages, c.want) || strings.Count(messages, "\n") != 1 {
			t.Errorf("%s: exit %d, %q", c.name, code, messages)
		}
	}
}
