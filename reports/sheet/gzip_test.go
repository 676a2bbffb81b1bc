package sheet

import (
	"bytes"
	"compress/gzip"
	"strings"
	"testing"
)

// pack packs a text by gzip.
func pack(text string) string {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	w.Write([]byte(text))
	w.Close()
	return out.String()
}

func TestGzip(t *testing.T) {
	file := mustOpen(t, "part.csv.gz", pack("a,b\n1,2\n")).Files[0]
	if got := cells(file.Tables[0]); file.Path != "part.csv.gz/part.csv" || file.Kind != CSV || got[1][1] != "2" {
		t.Errorf("%s: %s %q", file.Path, file.Kind, got)
	}
	whole := pack(strings.Repeat("a,b\n", 1_000))
	for text, want := range map[string]string{
		whole[:len(whole)-9]:                 "a.gz: the gzip archive is cut or damaged; download it again",
		pack(strings.Repeat("\x20", 64<<20)): "a.gz: it unpacks to more than 250 times its size; it is a trap or damaged: download it again from its publisher",
	} {
		if _, err := openText("a.gz", text); err == nil || err.Error() != want {
			t.Errorf("%v\nwant %s", err, want)
		}
	}
}

func FuzzGzip(f *testing.F) {
	f.Add(pack("a,b\n1,2\n"))
	fuzz(f, ".gz", nothingMore)
}
