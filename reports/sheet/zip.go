package sheet

import (
	"archive/zip"
	"io"
	"path"
	"strings"
	"unicode/utf8"
)

// isZip takes an archive, also one that is empty or cut.
func isZip(_ *content, h head) bool {
	return strings.HasPrefix(h.bytes, "PK\x03\x04") || strings.HasPrefix(h.bytes, "PK\x05\x06")
}

// readZip reads the members of an archive, and those of archives in it.
func readZip(o *opener, c *content) error {
	if c.depth >= MaxDepth {
		return &Error{File: c.path, What: "archives are packed within archives deeper than " + grouped(int64(MaxDepth)) + " levels, the most that Vitrine reads", Do: unpackFirst}
	}
	directory, err := c.directory()
	if err != nil {
		return err
	}
	if what := officeDocument(directory); what != "" {
		return &Error{File: c.path, What: "it is " + what, Do: saveAsXLSX}
	}
	before := o.members
	for _, f := range directory.File {
		name := memberName(f)
		if name == "" || !o.wants(c.path+"/"+name) {
			continue
		}
		if o.members++; o.members > MaxFiles {
			return tooMany(c.path, "it has", MaxFiles, "files")
		}
		if err := o.member(c, f, c.path+"/"+name); err != nil {
			return err
		}
	}
	if o.members == before {
		return &Error{File: c.path, What: "the zip archive holds no files", Do: "download it again"}
	}
	return nil
}

// officeDocument says what a file is that is a zip archive beneath, but no archive
// to its users.
func officeDocument(directory *zip.Reader) string {
	for _, f := range directory.File {
		switch {
		case strings.HasPrefix(f.Name, "word/"):
			return "a Word document"
		case strings.HasPrefix(f.Name, "ppt/"):
			return "a presentation"
		case f.Name == "xl/workbook.bin":
			return "a binary Excel workbook (.xlsb)"
		case f.Name == "Index/Document.iwa":
			return "a Numbers or Pages document"
		case f.Name == "content.xml":
			return "an OpenDocument file"
		}
	}
	return ""
}

// memberName returns a member's path in the archive; "" for what is no file of
// it: folders, what macOS puts beside files, paths that climb out.
func memberName(f *zip.File) string {
	name := strings.ReplaceAll(f.Name, "\\", "/")
	if !utf8.ValidString(name) {
		name, _ = decode(name, false)
	}
	if strings.HasSuffix(name, "/") || !f.Mode().IsRegular() {
		return ""
	}
	if clean := path.Clean(name); path.IsAbs(clean) || clean == ".." || strings.HasPrefix(clean, "../") || strings.Contains(clean, ":") {
		return ""
	}
	for part := range strings.SplitSeq(name, "/") {
		if part == "__MACOSX" || part == ".DS_Store" || strings.HasPrefix(part, "._") {
			return ""
		}
	}
	return path.Clean(name)
}

// member reads a member. An archive that is stored as it is stays in its
// place.
func (o *opener) member(c *content, f *zip.File, path string) error {
	m := &content{path: path, member: true, depth: c.depth + 1}
	if err := readable(path, f); err != nil {
		return err
	}
	if offset, err := f.DataOffset(); f.Method == zip.Store && err == nil && f.CompressedSize64 == f.UncompressedSize64 {
		m.size = int64(f.UncompressedSize64)
		m.r = io.NewSectionReader(c.r, offset, m.size)
		if h, err := m.head(); err == nil && isZip(m, head{bytes: h}) {
			return o.open(m)
		}
	}
	u, err := unpack(o.ctx, path, f, &o.budget)
	if err != nil {
		return err
	}
	defer u.Close()
	whole, err := u.all(int64(min(f.UncompressedSize64, uint64(MaxBytes))))
	if err != nil {
		return err
	}
	m.r, m.size, m.whole = strings.NewReader(whole), int64(len(whole)), whole
	return o.open(m)
}
