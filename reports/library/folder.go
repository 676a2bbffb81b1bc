package library

import (
	"context"
	"os"
	"path/filepath"

	"vitrine/reports/sheet"
)

// What is opened of the files beside a source: a report has eleven parts.
const (
	mostBeside  = 24
	bytesBeside = 16 << 20
)

// openBeside returns a function that opens the files in the folder of a path;
// nil where there is no folder. What cannot be opened is passed over.
func openBeside(ctx context.Context, path string) func(alike func(name string) bool) []*sheet.File {
	if path == "" {
		return nil
	}
	folder := filepath.Dir(path)
	return func(alike func(name string) bool) []*sheet.File {
		entries, err := os.ReadDir(folder)
		if err != nil {
			return nil
		}
		var files []*sheet.File
		opened := 0
		for _, e := range entries {
			info, err := e.Info()
			if err != nil || !info.Mode().IsRegular() || info.Size() > bytesBeside || !alike(e.Name()) || opened == mostBeside {
				continue
			}
			opened++
			if book, err := sheet.OpenFile(ctx, filepath.Join(folder, e.Name())); err == nil {
				files = append(files, book.Files...)
			}
		}
		return files
	}
}
