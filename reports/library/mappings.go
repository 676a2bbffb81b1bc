package library

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"vitrine/reports"
	"vitrine/reports/publisher"
)

// mappingsFolder is the folder beside a library that keeps its user's
// mappings, a file each.
const mappingsFolder = "mappings"

// MappingsBeside returns the mappings that are kept beside the library at
// path, in the order of their files, and an error for each file that is none.
func MappingsBeside(path string) (mappings []publisher.Mapping, broken []error) {
	if path == Memory {
		return nil, nil
	}
	files, err := filepath.Glob(filepath.Join(filepath.Dir(path), mappingsFolder, "*.toml"))
	if err != nil {
		return nil, nil // a folder whose name is a bad pattern
	}
	slices.Sort(files)
	for _, file := range files {
		m, err := ReadMapping(file)
		if err == nil {
			err = m.Check()
		}
		if err != nil {
			broken = append(broken, err)
			continue
		}
		mappings = append(mappings, m)
	}
	return mappings, broken
}

// mostMapping is the size of the largest file that is read as a mapping.
const mostMapping = 1 << 20

// ReadMapping reads a mapping's file.
func ReadMapping(path string) (publisher.Mapping, error) {
	info, err := os.Stat(path)
	if err == nil && (!info.Mode().IsRegular() || info.Size() > mostMapping) {
		return publisher.Mapping{}, fmt.Errorf("%s is not a mapping's file; vitrine mapping writes one", filepath.Base(path))
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return publisher.Mapping{}, fmt.Errorf("the mapping %s cannot be read: %w", filepath.Base(path), err)
	}
	return publisher.ParseMapping(filepath.Base(path), text)
}

// Mappings returns the mappings that are kept beside the library, as
// MappingsBeside does.
func (l *Library) Mappings() ([]publisher.Mapping, []error) { return MappingsBeside(l.path) }

// KeepMapping keeps a mapping beside the library, so that tables with its
// header are recognised from now on. It takes the place of one that
// recognises tables by the same header. A throw-away library keeps none.
func (l *Library) KeepMapping(m publisher.Mapping) error {
	if l.path == Memory {
		return nil
	}
	if err := m.Check(); err != nil {
		return err
	}
	folder := filepath.Join(filepath.Dir(l.path), mappingsFolder)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fmt.Errorf("the folder of mappings cannot be made: %w", err)
	}
	name := mappingName(m)
	held, _ := l.Mappings()
	for _, old := range held {
		if old.Name != name && slices.Equal(old.Header(), m.Header()) {
			if err := os.Remove(filepath.Join(folder, old.Name)); err != nil {
				return fmt.Errorf("the mapping %s cannot be replaced: %w", old.Name, err)
			}
		}
	}
	return replaceFile(filepath.Join(folder, name), m.TOML())
}

// replaceFile writes a file whole or not at all.
func replaceFile(path string, content []byte) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".mapping-*")
	if err == nil {
		_, err = f.Write(content)
		if err = errors.Join(err, f.Close()); err == nil {
			err = os.Rename(f.Name(), path)
		}
		if err != nil {
			os.Remove(f.Name())
		}
	}
	if err != nil {
		return fmt.Errorf("the mapping cannot be kept: %w", err)
	}
	return nil
}

// mappingName makes a file's name of a mapping's publisher and table.
func mappingName(m publisher.Mapping) string {
	words := strings.FieldsFunc(strings.ToLower(m.Publisher+" "+m.Table), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	name := []rune(strings.Join(words, "-"))
	return string(name[:min(len(name), 60)]) + ".toml"
}

// keepUsed keeps the given mappings by which a source was read.
func (l *Library) keepUsed(o TakeOptions, receipts []Receipt) []Receipt {
	for _, m := range o.Mappings {
		for i := range receipts {
			if receipts[i].Err == nil && receipts[i].Source.Format == m.FormatName() {
				receipts[i].Err = l.KeepMapping(m)
				break
			}
		}
	}
	return receipts
}

// besides adds to what is wrong with a file that no format knows the kept
// mappings that cannot be read: one may be its own.
func besides(err error, broken []error) error {
	if len(broken) > 0 && errors.Is(err, reports.ErrUnknownExport) {
		return fmt.Errorf("%w; a kept mapping is left out: %w", err, broken[0])
	}
	return err
}
