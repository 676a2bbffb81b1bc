package fetch

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
)

// mostVintages is how many files of one name a folder gets.
const mostVintages = 10_000

// place gives the whole file its name, and returns its path.
func (d *download) place() (string, error) {
	if !d.modified.IsZero() {
		if err := os.Chtimes(d.part(), d.modified, d.modified); err != nil {
			return "", err
		}
	}
	path := d.goal()
	for n := 2; ; n++ {
		_, err := os.Lstat(path)
		switch {
		case os.IsNotExist(err):
			if err := os.Rename(d.part(), path); err != nil {
				return "", err
			}
			return path, removed(d.statePath())
		case err != nil:
			return "", err
		}
		same, err := sameBytes(d.part(), path)
		if err != nil {
			return "", err
		}
		if same {
			d.forgetPart()
			return path, nil
		}
		if n > mostVintages {
			return "", errors.New("it holds too many files of that name")
		}
		folder := filepath.Join(d.into, strconv.Itoa(n))
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return "", err
		}
		path = filepath.Join(folder, d.Name)
	}
}

// forgetPart removes a part that has done its work.
func (d *download) forgetPart() {
	size := d.size
	d.forget()
	d.size = size
}

// sameBytes tells whether two files hold the same; what is no file holds
// something else.
func sameBytes(a, b string) (bool, error) {
	one, err := os.Stat(a)
	if err != nil {
		return false, err
	}
	other, err := os.Stat(b)
	if err != nil || !other.Mode().IsRegular() || one.Size() != other.Size() {
		return false, nil
	}
	f, err := os.Open(a)
	if err != nil {
		return false, err
	}
	defer f.Close()
	g, err := os.Open(b)
	if err != nil {
		return false, err
	}
	defer g.Close()
	return equal(f, g)
}

func equal(a, b io.Reader) (bool, error) {
	one, other := make([]byte, 64<<10), make([]byte, 64<<10)
	for {
		n, err := io.ReadFull(a, one)
		m, wrong := io.ReadFull(b, other)
		if !bytes.Equal(one[:n], other[:m]) {
			return false, nil
		}
		for _, e := range []error{err, wrong} {
			if e != nil && e != io.EOF && e != io.ErrUnexpectedEOF {
				return false, e
			}
		}
		if err != nil {
			return true, nil
		}
	}
}
