package library

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestSecondStart(t *testing.T) {
	path := file(t)
	first := open(t, path)
	load(t, first, source("a.csv", 1), reading(figure(month(1), "FR", "spam", 5, 1)))
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	sameValues(t, open(t, path), map[string]float64{"2020-01 FR": 5})
}

func TestLockedByAnother(t *testing.T) {
	path := file(t)
	c := start(t, "hold", path)
	if said := c.says(); said != "open" {
		t.Fatalf("the child says %q", said)
	}
	_, err := Open(path)
	c.goOn(t)
	if ended := c.Wait(); ended != nil {
		t.Errorf("the child: %v", ended)
	}
	if !errors.Is(err, ErrLocked) || err.Error() != "the library is open in another Vitrine; close it, or choose another with --library" {
		t.Errorf("error %v", err)
	}
	l := open(t, path)
	if _, err := Open(path); !errors.Is(err, ErrLocked) {
		t.Errorf("opened twice in one process: %v", err)
	}
	l.Close()
	open(t, path)
}

// A file that is no library is refused in one sentence and left as it was.
func TestRefusedFiles(t *testing.T) {
	good := libraryBytes(t, "")
	for name, c := range map[string]struct {
		content []byte
		want    string
	}{
		"text":      {[]byte(strings.Repeat("not a library\n", 1000)), "is not a library that Vitrine can read, and was left as it is; choose another with --library"},
		"a few":     {[]byte("x"), "is not a library that Vitrine can read"},
		"cut":       {good[:len(good)/3], "is not a library that Vitrine can read"},
		"scribbled": {scribble(good), "is not a library that Vitrine can read"},
		"newer":     {libraryBytes(t, "UPDATE settings SET value = '7' WHERE name = 'schema'"), "was made by a newer Vitrine (schema 7, this one knows 1)"},
		"foreign":   {libraryBytes(t, "ALTER TABLE settings RENAME TO others"), "is a DuckDB file but not a library of Vitrine's"},
	} {
		path := filepath.Join(t.TempDir(), "library.duckdb")
		if err := os.WriteFile(path, c.content, 0o600); err != nil {
			t.Fatal(err)
		}
		l, err := Open(path)
		if err == nil {
			l.Close()
			t.Errorf("%s: opened", name)
			continue
		}
		if !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), path) || strings.Contains(err.Error(), "\n") || strings.Contains(err.Error(), "driver") {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
		if after, _ := os.ReadFile(path); !bytes.Equal(after, c.content) {
			t.Errorf("%s: the file was changed", name)
		}
	}
}

// libraryBytes returns a library's file after a statement.
func libraryBytes(t *testing.T, statement string) []byte {
	path := file(t)
	l := open(t, path)
	load(t, l, source("a.csv", 1), reading(random(5000, 1)...))
	if _, err := l.db.Exec(statement); statement != "" && err != nil {
		t.Fatal(err)
	}
	l.Close()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// scribble overwrites the middle of a file.
func scribble(good []byte) []byte {
	bad := bytes.Clone(good)
	for i := 8192; i < len(bad); i += 7 {
		bad[i] ^= 0x5a
	}
	return bad
}

// What a load leaves behind on a backend without transactions, all but its
// source's row, is not seen, and gone after the next start.
func TestLeftoversAreSwept(t *testing.T) {
	path := file(t)
	l := open(t, path)
	load(t, l, source("a.csv", 1), reading(figure(month(1), "FR", "spam", 5, 1)))
	load(t, l, source("b.csv", 2), reading(figure(month(1), "FR", "spam", 6, 1), figure(month(2), "FR", "spam", 7, 2)))
	if _, err := l.db.Exec("DELETE FROM sources WHERE name = 'b.csv'"); err != nil {
		t.Fatal(err)
	}
	sameValues(t, l, map[string]float64{})
	l.Close()
	l = open(t, path)
	sameValues(t, l, map[string]float64{"2020-01 FR": 5})
	if rows := count(t, l); rows["figures"] != 1 || rows["contents"] != 1 || rows["holdings"] != 1 {
		t.Errorf("left %v", rows)
	}
}

func TestFolderThatCannotBeMade(t *testing.T) {
	blocked := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(filepath.Join(blocked, "library.duckdb")); err == nil || !strings.Contains(err.Error(), "choose another with --library") {
		t.Errorf("error %v", err)
	}
}

func TestDefaultPath(t *testing.T) {
	t.Setenv("HOME", "/home/ana")
	t.Setenv("XDG_DATA_HOME", "")
	t.Setenv("LOCALAPPDATA", "/local")
	for system, want := range map[string]string{
		"linux":   "/home/ana/.local/share/vitrine",
		"darwin":  "/home/ana/Library/Application Support/Vitrine",
		"windows": "/local/Vitrine",
	} {
		if got, err := dataFolder(system); err != nil || filepath.ToSlash(got) != want {
			t.Errorf("%s: %q, %v, want %q", system, got, err, want)
		}
	}
	t.Setenv("XDG_DATA_HOME", "/data")
	if got, err := dataFolder("linux"); err != nil || filepath.ToSlash(got) != "/data/vitrine" {
		t.Errorf("XDG_DATA_HOME: %q, %v", got, err)
	}
	t.Setenv("VITRINE_LIBRARY", "/elsewhere/l.duckdb")
	for path, want := range map[string]string{"": "/elsewhere/fetched", "/mine/l.duckdb": "/mine/fetched"} {
		if got, err := FetchedFolder(path); err != nil || got != want {
			t.Errorf("for %q files are fetched to %q, %v, want %q", path, got, err, want)
		}
	}
	if got, err := DefaultPath(); err != nil || got != "/elsewhere/l.duckdb" {
		t.Errorf("VITRINE_LIBRARY: %q, %v", got, err)
	}
}
