package sheet

import (
	"archive/zip"
	"io"
	"strings"
)

// isODS takes an archive with the parts of an OpenDocument spreadsheet.
func isODS(c *content, h head) bool {
	if !isZip(c, h) {
		return false
	}
	directory, err := c.directory()
	if err != nil {
		return false
	}
	holds, says := false, odsMimetype
	for _, f := range directory.File {
		switch f.Name {
		case odsContent, odsEncrypted:
			holds = true
		case "mimetype":
			says = mimetype(f)
		}
	}
	return holds && strings.HasPrefix(says, odsMimetype)
}

const (
	odsMimetype  = "application/vnd.oasis.opendocument.spreadsheet" // of a template it goes on
	odsContent   = "content.xml"
	odsEncrypted = "encrypted-package" // all of a document with a password, since LibreOffice 24.2
	odsManifest  = "META-INF/manifest.xml"
)

// mimetype returns how an OpenDocument file says what it is.
func mimetype(f *zip.File) string {
	from, err := f.Open()
	if err != nil {
		return ""
	}
	defer from.Close()
	text, _ := io.ReadAll(io.LimitReader(from, 100))
	return string(text)
}

// readODS reads an OpenDocument spreadsheet: its sheets, hidden ones included,
// in their order. Cells are read when a sheet is ranged over. The text of a
// cell is what the program that wrote it showed.
func readODS(o *opener, c *content) error {
	whole, err := c.text(o.ctx)
	if err != nil {
		return err
	}
	directory, err := zip.NewReader(strings.NewReader(whole), int64(len(whole)))
	if err != nil {
		return damaged(c.path, err)
	}
	d := &odsDocument{workbook{ctx: o.ctx, path: c.path, parts: make(map[string]*zip.File, len(directory.File)), budget: &o.budget}}
	for _, f := range directory.File {
		d.parts[partName(f.Name)] = f
	}
	tables, err := d.sheets()
	if err != nil {
		return err
	}
	o.add(&File{Path: c.path, Kind: ODS, Tables: tables})
	return nil
}

// An odsDocument is the parts of an OpenDocument spreadsheet. Its sheets stand
// one after the other in one part.
type odsDocument struct{ workbook }

// sheets returns the document's sheets.
func (d *odsDocument) sheets() ([]*Table, error) {
	if err := d.locked(); err != nil {
		return nil, err
	}
	u, err := unpack(d.ctx, d.path, d.parts[odsContent], d.budget)
	if err != nil {
		return nil, err
	}
	defer u.Close()
	var tables []*Table
	x := odsXML{newXMLReader(d.path, u)}
	for {
		name, err := x.sheet()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		if len(tables) == MaxSheets {
			return nil, tooMany(d.path, "the document has", MaxSheets, "sheets")
		}
		tables = append(tables, NewTable(name, odsSheet{d, name, len(tables)}.rows))
		if err := x.skip(); err != nil {
			return nil, err
		}
	}
	if len(tables) == 0 {
		return nil, &Error{File: d.path, What: "the document has no sheet with cells", Do: givePublished}
	}
	return tables, nil
}

// locked says whether the document has a password.
func (d *odsDocument) locked() error {
	encrypted := d.parts[odsContent] == nil
	err := d.each(odsManifest, func(x *xmlReader) error {
		encrypted = encrypted || x.is("encryption-data")
		return nil
	})
	if err == nil && encrypted {
		err = &Error{File: d.path, What: "it has a password", Do: "open it in a spreadsheet program, save it without one and try again"}
	}
	return err
}

// An odsXML reads the XML of a document element by element.
type odsXML struct{ *xmlReader }

// sheet goes on to the next sheet, behind its start tag, and returns its name.
// The end of the file is io.EOF.
func (x odsXML) sheet() (string, error) {
	for {
		token, err := x.next()
		if err != nil {
			return "", err
		}
		switch {
		case token != xmlStart:
		case x.is("table"):
			return x.attribute("name"), nil
		case x.is("document-content") || x.is("body") || x.is("spreadsheet"):
		default:
			if err := x.skip(); err != nil {
				return "", err
			}
		}
	}
}

// skip reads on to the end of the element whose start tag was read last.
func (x odsXML) skip() error {
	for depth := 1; depth > 0; {
		token, err := x.next()
		if err != nil {
			return x.failed(err)
		}
		switch token {
		case xmlStart:
			depth++
		case xmlEnd:
			depth--
		}
	}
	return nil
}
