package export

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// WriteFile writes a file whole or not at all: beside its place first, then
// moved there. What stood there before stays where it fails.
func WriteFile(path string, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".vitrine-*")
	if err != nil {
		return unwritten(path, err)
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	w := bufio.NewWriterSize(f, 1<<20)
	if err = write(w); err != nil {
		return err
	}
	if err = w.Flush(); err != nil {
		return unwritten(path, err)
	}
	if err = f.Chmod(0o644); err != nil {
		return unwritten(path, err)
	}
	if err = f.Close(); err != nil {
		return unwritten(path, err)
	}
	if err = os.Rename(f.Name(), path); err != nil {
		return unwritten(path, err)
	}
	return nil
}

// unwritten says that a file cannot be written, and why, without the name of
// the one that was written first.
func unwritten(path string, err error) error {
	if beside, ok := errors.AsType[*fs.PathError](err); ok {
		err = beside.Err
	} else if moved, ok := errors.AsType[*os.LinkError](err); ok {
		err = moved.Err
	}
	return fmt.Errorf("%s cannot be written: %w", path, err)
}
