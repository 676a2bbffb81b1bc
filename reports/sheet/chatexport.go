package sheet

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// accountPage is the first page of a whole account's export; the pages that
// it links to in "lists" hold no messages.
const accountPage = "export_results.html"

// chatMedia are the folders that stand beside the pages of a chat's export.
var chatMedia = map[string]bool{
	"css": true, "js": true, "images": true, "photos": true, "files": true, "stickers": true,
	"video_files": true, "voice_messages": true, "round_video_messages": true,
}

// isChatPage tells whether a file is named as a page of a chat's export:
// messages.html, messages2.html and so on.
func isChatPage(name string) bool {
	number, isPage := strings.CutSuffix(name, ".html")
	number, isMessages := strings.CutPrefix(number, "messages")
	return isPage && isMessages && digitCount(number) == len(number)
}

// isChat tells whether a folder is a chat's export.
func isChat(entries []fs.DirEntry) bool {
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == "messages.html" && !e.IsDir() })
}

// isAccount tells whether a folder is a whole account's export.
func isAccount(entries []fs.DirEntry) bool {
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == accountPage })
}

// A page is a file of a chat's export.
type page struct {
	name string
	size int64
}

// chat lists the pages of a folder as one input: a zip archive with the pages
// stored in their order and without dates, so that the same pages are always
// the same bytes.
func (l *lister) chat(dir string, entries []fs.DirEntry) {
	if !l.first(filepath.Join(dir, "messages.html")) {
		return
	}
	input := Input{Name: chatName(dir), Path: dir}
	var pages []page
	for _, entry := range entries {
		if !isChatPage(entry.Name()) {
			continue
		}
		path := filepath.Join(dir, entry.Name())
		f, info, err := openRegular(path)
		if err != nil {
			l.failed(err)
			return
		}
		f.Close()
		pages = append(pages, page{entry.Name(), info.Size()})
		if info.ModTime().After(input.Modified) {
			input.Modified = info.ModTime()
		}
	}
	slices.SortFunc(pages, func(a, b page) int { return natural(a.name, b.name) })
	input.Size = storedSize(pages)
	if input.Size > MaxBytes {
		l.failed(&Error{File: input.Name, What: "its pages have more than the " + size(MaxBytes) + " that Vitrine reads", Do: "export a shorter span"})
		return
	}
	input.Open = func() (io.ReaderAt, io.Closer, error) {
		archive, err := store(dir, pages)
		if err != nil {
			return nil, nil, err
		}
		return bytes.NewReader(archive), io.NopCloser(nil), nil
	}
	l.inputs = append(l.inputs, input)
}

// chatName names an input after its folder; a chat of a whole account's export
// after that, too: "DataExport_2026-06-17/chats/chat_001".
func chatName(dir string) string {
	if full, err := filepath.Abs(dir); err == nil {
		dir = full
	}
	name := filepath.Base(dir)
	if chats := filepath.Dir(dir); filepath.Base(chats) == "chats" {
		name = filepath.Base(filepath.Dir(chats)) + "/chats/" + name
	}
	return name
}

// storedSize returns how many bytes store makes of the pages: a zip archive
// has 30 and 46 bytes and twice the name for each file, and 22 at its end.
func storedSize(pages []page) int64 {
	total := int64(22)
	for _, p := range pages {
		total += p.size + 30 + 46 + 2*int64(len(p.name))
	}
	return total
}

// store makes an archive of the pages.
func store(dir string, pages []page) ([]byte, error) {
	var archive bytes.Buffer
	archive.Grow(int(storedSize(pages)))
	w := zip.NewWriter(&archive)
	for _, p := range pages {
		text, err := os.ReadFile(filepath.Join(dir, p.name))
		if err != nil {
			return nil, unreadable(p.name, err)
		}
		if int64(len(text)) != p.size {
			return nil, changed(p.name)
		}
		header := &zip.FileHeader{Name: p.name, Method: zip.Store, CRC32: crc32.ChecksumIEEE(text), CompressedSize64: uint64(p.size), UncompressedSize64: uint64(p.size)}
		member, err := w.CreateRaw(header)
		if err == nil {
			_, err = member.Write(text)
		}
		if err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return archive.Bytes(), nil
}
