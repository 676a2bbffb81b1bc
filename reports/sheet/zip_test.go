package sheet

import (
	"archive/zip"
	"bytes"
	"reflect"
	"strings"
	"testing"
)

// A member is a file to be put into an archive; a name that ends with "/" is
// a folder.
type member struct{ name, text string }

// archive makes a zip archive.
func archive(t testing.TB, method uint16, members ...member) string {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, m := range members {
		f, err := w.CreateHeader(&zip.FileHeader{Name: m.name, Method: method})
		if err == nil && m.text != "" {
			_, err = f.Write([]byte(m.text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func paths(b *Book) (paths []string) {
	for _, f := range b.Files {
		paths = append(paths, f.Path+" "+f.Kind.String())
	}
	return paths
}

func TestArchiveMembers(t *testing.T) {
	inner := archive(t, zip.Deflate, member{"c.csv", "a,b\n1,2\n"})
	for _, method := range []uint16{zip.Store, zip.Deflate} {
		book := mustOpen(t, "a.zip", archive(t, method,
			member{"data/", ""}, member{"data/b.csv", "a,b\n3,4\n"}, member{"__MACOSX/data/._b.csv", "\x00\x05\x16\x07"}, member{"data/.DS_Store", "x"},
			member{"../../etc/climbs.csv", "a,b\n"}, member{"/absolute.csv", "a,b\n"}, member{`c:\drive.csv`, "a,b\n"},
			member{`win\dows.csv`, "a,b\n5,6\n"}, member{"logo.png", "\x89PNG\r\n"}, member{"inner.zip", inner}, member{"page.html", "<html>"},
		))
		want := []string{"a.zip/data/b.csv csv", "a.zip/win/dows.csv csv", "a.zip/logo.png other", "a.zip/inner.zip/c.csv csv", "a.zip/page.html html"}
		if got := paths(book); !reflect.DeepEqual(got, want) {
			t.Errorf("%q\nwant %q", got, want)
		}
		if got := cells(book.Files[3].Tables[0]); got[1][1] != "2" {
			t.Errorf("the inner table is %q", got)
		}
	}
}

func TestBrokenMemberLeavesTheOthers(t *testing.T) {
	book := mustOpen(t, "a.zip", archive(t, zip.Deflate, member{"a.json", `{"a": `}, member{"empty.csv", ""}, member{"b.csv", "a,b\n1,2\n"}))
	var got []string
	for _, f := range book.Files {
		if f.Err != nil {
			got = append(got, f.Err.Error())
		}
	}
	want := []string{
		"a.zip/a.json › line 1: the data is cut off here, in the middle of a value; the file is incomplete: export or download it again",
		"a.zip/empty.csv: it is empty; download it again",
	}
	if !reflect.DeepEqual(got, want) || len(book.Files) != 3 || len(book.Files[2].Tables) != 1 {
		t.Errorf("%q\nwant %q", got, want)
	}
}

func TestArchiveTraps(t *testing.T) {
	limit(t, &MaxBytes, 64<<20)
	limit(t, &MaxFiles, 20)
	nested := archive(t, zip.Deflate, member{"a.csv", "a,b\n"})
	for range 40 {
		nested = archive(t, zip.Deflate, member{"z.zip", nested})
	}
	plain := archive(t, zip.Deflate, member{"a.csv", strings.Repeat("a,b\n", 1000)})
	encrypted := []byte(plain)
	encrypted[6] |= 1
	encrypted[bytes.Index(encrypted, []byte("PK\x01\x02"))+8] |= 1
	damagedData := []byte(plain)
	damagedData[40] ^= 0xff
	large := strings.Repeat("0123456789abcdefghijklmnopqrstuvwxyz,"+strings.Repeat("x", 40)+"\n", 300_000)
	var many []member
	for i := range 30 {
		many = append(many, member{strings.Repeat("x", i+1) + ".csv", "a,b\n"})
	}
	for _, c := range []struct{ name, text, want string }{
		{"deep.zip", nested, "deep.zip/z.zip/z.zip/z.zip/z.zip: archives are packed within archives deeper than 4 levels, the most that Vitrine reads; unpack it and open the files"},
		{"cut.zip", plain[:len(plain)-10], "cut.zip: the zip archive is cut or damaged; download it again"},
		{"locked.zip", string(encrypted), "locked.zip/a.csv: it is encrypted; unpack it with its password and open the files"},
		{"damaged.zip", string(damagedData), "damaged.zip/a.csv: the zip archive is cut or damaged; download it again"},
		{"empty.zip", archive(t, zip.Deflate), "empty.zip: the zip archive holds no files; download it again"},
		{"bomb.zip", archive(t, zip.Deflate, member{"bomb.csv", strings.Repeat("0", 40<<20)}), "bomb.zip/bomb.csv: it unpacks to more than 250 times its size; it is a trap or damaged: download it again from its publisher"},
		{"large.zip", archive(t, zip.Deflate, member{"1.csv", large}, member{"2.csv", large}, member{"3.csv", large}), "large.zip/3.csv: unpacked, it has more than the 64 MB that Vitrine reads; unpack it and open the files one by one"},
		{"many.zip", archive(t, zip.Store, many...), "many.zip: it has more than 20 files, the most that Vitrine reads; split it"},
		{"a.odt", archive(t, zip.Store, member{"mimetype", "application/vnd.oasis.opendocument.text"}, member{"content.xml", "<x/>"}), "a.odt: it is an OpenDocument file; save it as .xlsx in a spreadsheet program and open that"},
		{"a.docx", archive(t, zip.Store, member{"word/document.xml", "<x/>"}), "a.docx: it is a Word document; save it as .xlsx in a spreadsheet program and open that"},
	} {
		if _, err := openText(c.name, c.text); err == nil || err.Error() != c.want {
			t.Errorf("%s: %.300v\nwant %s", c.name, err, c.want)
		}
	}
}

// TestDirectoryWithoutEnd lists members in more bytes than are read for that.
func TestDirectoryWithoutEnd(t *testing.T) {
	one := archive(t, zip.Store, member{strings.Repeat("x", 60_000), ""})
	at := strings.Index(one, "PK\x01\x02")
	entry, end := one[at:len(one)-22], []byte(one[len(one)-22:])
	directory := strings.Repeat(entry, 400)
	copy(end[8:], "\x90\x01\x90\x01") // 400 members
	for i := range 4 {
		end[12+i] = byte(len(directory) >> (8 * i))
	}
	want := "a.zip: the zip archive is cut or damaged; download it again"
	if _, err := openText("a.zip", one[:at]+directory+string(end)); err == nil || err.Error() != want {
		t.Errorf("%v\nwant %s", err, want)
	}
}
