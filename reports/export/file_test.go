package export

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

func TestAFileIsWrittenWholeOrNotAtAll(t *testing.T) {
	path := filepath.Join(t.TempDir(), "book.csv")
	say := func(text string, err error) error {
		return WriteFile(path, func(w io.Writer) error {
			if _, werr := io.WriteString(w, text); werr != nil {
				return werr
			}
			return err
		})
	}
	if err := say("first", nil); err != nil {
		t.Fatal(err)
	}
	if err := say("second", errors.New("the disk is full")); err == nil {
		t.Error("a failed write is no error")
	}
	content, err := os.ReadFile(path)
	if err != nil || string(content) != "first" {
		t.Errorf("what stood there is now %q, %v", content, err)
	}
	left, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(left) != 1 {
		t.Errorf("%d files are left, %v", len(left), err)
	}
}

func TestAFileThatCannotBeWrittenSaysWhichAndWhy(t *testing.T) {
	path := filepath.Join(t.TempDir(), "nowhere", "book.csv")
	err := WriteFile(path, func(io.Writer) error { return nil })
	if !errors.Is(err, os.ErrNotExist) || err.Error() != path+" cannot be written: no such file or directory" {
		t.Errorf("it says %v", err)
	}
}
