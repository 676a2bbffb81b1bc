package sheet

import (
	"cmp"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// An Input is what is opened and loaded as one: a file, or the pages of a
// chat's export.
type Input struct {
	Name     string // the file's name, or the folder's
	Path     string
	Size     int64
	Modified time.Time // the newest of its files
	// Open opens it for reading by [Open].
	Open func() (io.ReaderAt, io.Closer, error)
}

// maxInputs is how many files are taken from folders.
const maxInputs = 100_000

// Inputs lists what paths name. A file that is named is taken as it is. A
// folder is walked: the files in it whose extension is one of reports
// (csv, tsv, html, json, xlsx, xls, ods, csv.gz, parquet, zip) are taken, hidden ones and all
// others are not. The checksum of a file that is named, too ("dump.zip.sha1"),
// is none. All messages*.html of a folder, the form of Telegram
// Desktop's exports, are one Input; so are those beside one that is named. A
// file that is reached twice is listed once. Files are in the order of paths,
// those of a folder by name, with numbers in their order. What cannot be read
// is an error, and the rest is still listed.
func Inputs(paths []string) ([]Input, []error) {
	l := lister{seen: map[string]bool{}}
	for _, path := range paths {
		info, err := os.Stat(path)
		switch {
		case err != nil:
			l.failed(unreadable(filepath.Base(path), err))
		case isChecksum(path, paths):
		case !info.IsDir():
			l.file(path)
		default:
			before, errs := len(l.inputs), len(l.errs)
			known := l.known
			l.folder(path)
			if len(l.inputs) == before && len(l.errs) == errs && l.known == known {
				l.failed(&Error{File: filepath.Base(path), What: "the folder holds no file that Vitrine reads", Do: givePublished})
			}
		}
	}
	return l.inputs, l.errs
}

// isChecksum tells whether a file is the checksum of another one of several.
func isChecksum(path string, paths []string) bool {
	of, found := strings.CutSuffix(path, ".sha1")
	return found && slices.Contains(paths, of)
}

// A lister lists inputs.
type lister struct {
	inputs []Input
	errs   []error
	seen   map[string]bool // files and folders, by their paths without links
	known  int             // files that were reached again
	full   bool            // there are too many
}

func (l *lister) failed(err error) { l.errs = append(l.errs, err) }

// first tells whether a file or folder is reached for the first time, by
// whatever path.
func (l *lister) first(path string) bool {
	real, err := filepath.EvalSymlinks(path)
	if err == nil {
		real, err = filepath.Abs(real)
	}
	if err != nil {
		real = path
	}
	if l.seen[real] {
		l.known++
		return false
	}
	l.seen[real] = true
	return true
}

// file lists a file, with its siblings if it is a page of a chat's export.
func (l *lister) file(path string) {
	if isChatPage(filepath.Base(path)) {
		dir := filepath.Dir(path)
		entries, err := os.ReadDir(dir)
		if err == nil && isChat(entries) {
			l.chat(dir, entries)
			return
		}
	}
	if !l.first(path) {
		return
	}
	f, info, err := openRegular(path)
	if err != nil {
		l.failed(err)
		return
	}
	f.Close()
	l.inputs = append(l.inputs, Input{
		Name: filepath.Base(path), Path: path, Size: info.Size(), Modified: info.ModTime(),
		Open: func() (io.ReaderAt, io.Closer, error) {
			f, now, err := openRegular(path)
			if err != nil {
				return nil, nil, err
			}
			if now.Size() != info.Size() {
				f.Close()
				return nil, nil, changed(filepath.Base(path))
			}
			return f, f, nil
		},
	})
}

// folder lists what is in a folder.
func (l *lister) folder(dir string) {
	if len(l.seen) > maxInputs && !l.full {
		l.full = true
		l.failed(tooMany(filepath.Base(dir), "the folder holds", maxInputs, "files"))
	}
	if l.full || !l.first(dir) {
		return
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		l.failed(unreadable(filepath.Base(dir), err))
		return
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return natural(a.Name(), b.Name()) })
	chat, account := isChat(entries), isAccount(entries)
	if chat {
		l.chat(dir, entries)
	}
	for _, entry := range entries {
		name := entry.Name()
		path := filepath.Join(dir, name)
		info, err := os.Stat(path)
		switch {
		case strings.HasPrefix(name, ".") || name == "__MACOSX" || account && (name == "lists" || name == accountPage):
		case chat && (isChatPage(name) || chatMedia[name]):
		case err == nil && info.IsDir():
			l.folder(path)
		case err == nil && info.Mode().IsRegular() && named(name, ".csv", ".tsv", ".html", ".htm", ".json", ".xlsx", ".xls", ".ods", ".csv.gz", ".parquet", ".zip"):
			l.file(path)
		}
	}
}

// natural compares names by their letters, whatever their case, and by the
// numbers in them: messages2 comes before messages10.
func natural(a, b string) int {
	x, y := strings.ToLower(a), strings.ToLower(b)
	for x != "" && y != "" {
		n, m := digitCount(x), digitCount(y)
		if n > 0 && m > 0 {
			p, q := strings.TrimLeft(x[:n], "0"), strings.TrimLeft(y[:m], "0")
			if c := cmp.Or(cmp.Compare(len(p), len(q)), cmp.Compare(p, q)); c != 0 {
				return c
			}
			x, y = x[n:], y[m:]
			continue
		}
		if x[0] != y[0] {
			return cmp.Compare(x[0], y[0])
		}
		x, y = x[1:], y[1:]
	}
	return cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(a, b))
}

func digitCount(text string) int {
	return len(text) - len(strings.TrimLeft(text, "0123456789"))
}
