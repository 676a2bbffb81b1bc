package sheet

import (
	"compress/gzip"
	"io"
	"path"
	"strings"
)

// isGzip takes a single file that is packed by gzip.
func isGzip(_ *content, h head) bool { return strings.HasPrefix(h.bytes, "\x1f\x8b") }

// readGzip reads the file that is packed. Its path is that of the packed file
// and its own name within it: "a.csv.gz/a.csv".
func readGzip(o *opener, c *content) error {
	if c.depth >= MaxDepth {
		return &Error{File: c.path, What: "archives are packed within archives deeper than " + grouped(int64(MaxDepth)) + " levels, the most that Vitrine reads", Do: unpackFirst}
	}
	from, err := gzip.NewReader(io.NewSectionReader(c.r, 0, c.size))
	if err != nil {
		return cutGzip(c.path, err)
	}
	u := &unpacker{ctx: o.ctx, path: c.path, packed: c.size, from: from, budget: &o.budget, damaged: cutGzip}
	defer u.Close()
	whole, err := u.all(FreeBytes)
	if err != nil {
		return err
	}
	m := &content{path: c.path + "/" + unpackedName(c.path), size: int64(len(whole)), whole: whole, member: c.member, depth: c.depth + 1}
	m.r = strings.NewReader(whole)
	return o.open(m)
}

// unpackedName names what a gzip file holds.
func unpackedName(file string) string {
	name := path.Base(file)
	if named(name, ".gz") {
		return name[:len(name)-len(".gz")]
	}
	return name
}

func cutGzip(path string, err error) error {
	return &Error{File: path, What: "the gzip archive is cut or damaged", Do: "download it again", Err: err}
}
