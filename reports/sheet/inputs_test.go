package sheet

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"
)

// folder makes files in a new folder.
func folder(t testing.TB, files ...member) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range files {
		path := filepath.Join(dir, f.name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(f.text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// names returns the inputs' names, then what went wrong.
func names(inputs []Input, errs []error) (names []string) {
	for _, input := range inputs {
		names = append(names, input.Name)
	}
	for _, err := range errs {
		names = append(names, err.Error())
	}
	return names
}

// readInput returns all bytes of an input.
func readInput(t testing.TB, input Input) []byte {
	t.Helper()
	r, closer, err := input.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer closer.Close()
	all, err := io.ReadAll(io.NewSectionReader(r, 0, 1<<40))
	if err != nil {
		t.Fatal(err)
	}
	if int64(len(all)) != input.Size {
		t.Errorf("%s has %d bytes, its size says %d", input.Name, len(all), input.Size)
	}
	return all
}

func TestInputsOfFoldersAndFiles(t *testing.T) {
	dir := folder(t,
		member{"b10.csv", "a,b"}, member{"b9.CSV", "a,b"}, member{"deep/er/c.xlsx", "x"}, member{"style.css", "x"}, member{"logo.png", "x"}, member{"README.txt", "x"},
		member{".hidden.csv", "x"}, member{".git/a.csv", "x"}, member{"__MACOSX/a.csv", "x"}, member{"empty/notes.md", "x"})
	for _, c := range []struct {
		paths []string
		want  []string
	}{
		{[]string{dir}, []string{"b9.CSV", "b10.csv", "c.xlsx"}},
		{[]string{filepath.Join(dir, "style.css"), filepath.Join(dir, ".hidden.csv")}, []string{"style.css", ".hidden.csv"}},
		{[]string{filepath.Join(dir, "b10.csv"), dir, filepath.Join(dir, "b9.CSV")}, []string{"b10.csv", "b9.CSV", "c.xlsx"}},
		{[]string{dir, dir}, []string{"b9.CSV", "b10.csv", "c.xlsx"}},
		{[]string{filepath.Join(dir, "none.csv"), filepath.Join(dir, "b9.CSV")}, []string{"b9.CSV", "none.csv: there is no such file; check its name"}},
		{[]string{filepath.Join(dir, "empty")}, []string{"empty: the folder holds no file that Vitrine reads; open the file that the publisher offers (csv, xlsx, ods, xls, html, json, gz or zip)"}},
	} {
		if got := names(Inputs(c.paths)); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q: %q\nwant %q", c.paths, got, c.want)
		}
	}
}

// A checksum that is named together with its file is no export of its own.
func TestAChecksumBesideItsFileIsNoInput(t *testing.T) {
	dir := folder(t, member{name: "day.zip", text: "x"}, member{name: "day.zip.sha1", text: "y"})
	dump, sum := filepath.Join(dir, "day.zip"), filepath.Join(dir, "day.zip.sha1")
	if got := names(Inputs([]string{sum, dump})); !reflect.DeepEqual(got, []string{"day.zip"}) {
		t.Errorf("both are %q", got)
	}
	if got := names(Inputs([]string{sum})); !reflect.DeepEqual(got, []string{"day.zip.sha1"}) {
		t.Errorf("by itself it is %q", got)
	}
}

func TestInputsSurviveLinksThatLoop(t *testing.T) {
	dir := folder(t, member{"a/b/c.csv", "a,b"})
	for _, link := range [][2]string{{dir, "a/b/up"}, {filepath.Join(dir, "a"), "a/self"}, {filepath.Join(dir, "a/b/c.csv"), "again.csv"}, {"nowhere", "broken.csv"}} {
		if err := os.Symlink(link[0], filepath.Join(dir, link[1])); err != nil {
			t.Skip("no links here: ", err)
		}
	}
	if got, want := names(Inputs([]string{dir})), []string{"c.csv"}; !reflect.DeepEqual(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// chat returns the pages of a chat's export.
func chat(dir string) []member {
	return []member{
		{dir + "messages.html", "<html>one"}, {dir + "messages2.html", "<html>two"}, {dir + "messages10.html", "<html>ten"},
		{dir + "css/style.css", "x"}, {dir + "images/back.png", "x"}, {dir + "files/attached.csv", "a,b"}, {dir + "files/page.html", "<html>"},
	}
}

func TestPagesOfAChatAreOneInput(t *testing.T) {
	dir := folder(t, append(chat("ChatExport_2026-06-17/"), member{"ChatExport_2026-06-17/result.json", "{}"})...)
	export := filepath.Join(dir, "ChatExport_2026-06-17")
	for _, named := range [][]string{{dir}, {export}, {filepath.Join(export, "messages2.html"), export}, {filepath.Join(export, "messages.html"), filepath.Join(export, "messages10.html"), filepath.Join(export, "result.json")}} {
		inputs, errs := Inputs(named)
		if got, want := names(inputs, errs), []string{"ChatExport_2026-06-17", "result.json"}; !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %q, want %q", named, got, want)
			continue
		}
		text := readInput(t, inputs[0])
		book, err := Open(context.Background(), inputs[0].Name, bytes.NewReader(text), inputs[0].Size)
		if err != nil {
			t.Fatal(err)
		}
		want := []string{"ChatExport_2026-06-17/messages.html html", "ChatExport_2026-06-17/messages2.html html", "ChatExport_2026-06-17/messages10.html html"}
		if got := paths(book); !reflect.DeepEqual(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestSamePagesAreSameBytes(t *testing.T) {
	var all [][]byte
	for i, when := range []time.Time{time.Unix(1e9, 0), time.Unix(1.5e9, 0)} {
		dir := folder(t, chat("")...)
		if err := os.Chtimes(filepath.Join(dir, "messages2.html"), when, when); err != nil {
			t.Fatal(err)
		}
		inputs, _ := Inputs([]string{dir})
		all = append(all, readInput(t, inputs[0]))
		if i > 0 && !bytes.Equal(all[0], all[i]) {
			t.Error("the bytes differ")
		}
	}
}

func TestChatsOfAWholeAccount(t *testing.T) {
	files := []member{{"DataExport_2026-06-17/export_results.html", "<html>"}, {"DataExport_2026-06-17/lists/chats.html", "<html>"}}
	files = append(files, chat("DataExport_2026-06-17/chats/chat_002/")...)
	files = append(files, chat("DataExport_2026-06-17/chats/chat_001/")...)
	dir := folder(t, files...)
	want := []string{"DataExport_2026-06-17/chats/chat_001", "DataExport_2026-06-17/chats/chat_002"}
	if got := names(Inputs([]string{dir})); !reflect.DeepEqual(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestInputThatChangesIsRefused(t *testing.T) {
	dir := folder(t, append(chat("chat/"), member{"a.csv", "a,b\n"})...)
	inputs, errs := Inputs([]string{dir})
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	for name, text := range map[string]string{"a.csv": "a,b\n1,2\n", "chat/messages2.html": "<html>more"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	for _, input := range inputs {
		_, _, err := input.Open()
		if err == nil {
			t.Fatalf("%s opened", input.Name)
		}
		got = append(got, err.Error())
	}
	want := []string{"a.csv: it changed while it was read; open it again when it is complete", "messages2.html: it changed while it was read; open it again when it is complete"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
}
