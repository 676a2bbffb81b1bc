package sheet

import (
	"archive/zip"
	"context"
	"io"
	"path"
	"strings"
)

// isXLSX takes an archive with the parts of an Excel workbook.
func isXLSX(c *content, h head) bool {
	if !isZip(c, h) {
		return false
	}
	directory, err := c.directory()
	if err != nil {
		return false
	}
	types, sheets := false, false
	for _, f := range directory.File {
		name := partName(f.Name)
		types = types || name == "[content_types].xml"
		sheets = sheets || strings.HasPrefix(name, "xl/") && strings.HasSuffix(name, "workbook.xml")
	}
	return types && sheets
}

// partName returns a part's name as parts are looked up: Excel ignores case.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, "\\", "/"), "/"))
}

// readXLSX reads a workbook: its sheets, hidden ones included, in their order.
// Cells are read when a sheet is ranged over. The text of a cell is what its
// format shows; a date in the format of the reader's country is shown as
// 2024-01-31.
func readXLSX(o *opener, c *content) error {
	whole, err := c.text(o.ctx)
	if err != nil {
		return err
	}
	directory, err := zip.NewReader(strings.NewReader(whole), int64(len(whole)))
	if err != nil {
		return damaged(c.path, err)
	}
	w := &workbook{ctx: o.ctx, path: c.path, parts: make(map[string]*zip.File, len(directory.File)), budget: &o.budget}
	for _, f := range directory.File {
		w.parts[partName(f.Name)] = f
	}
	tables, err := w.sheets()
	if err != nil {
		return err
	}
	o.add(&File{Path: c.path, Kind: XLSX, Tables: tables})
	return nil
}

// A workbook is the parts of a workbook, and what its sheets share.
type workbook struct {
	ctx     context.Context
	path    string
	parts   map[string]*zip.File
	budget  *budget
	is1904  bool // days count from 1904-01-01
	texts   []string
	formats []numberFormat // by a cell's style
}

// each reads a part and visits its start tags. A part that is not there has
// none.
func (w *workbook) each(part string, visit func(*xmlReader) error) error {
	f := w.parts[partName(part)]
	if f == nil {
		return nil
	}
	u, err := unpack(w.ctx, w.path, f, w.budget)
	if err != nil {
		return err
	}
	defer u.Close()
	x := newXMLReader(w.path, u)
	for {
		token, err := x.next()
		if err == io.EOF {
			return nil
		}
		if err == nil && token == xmlStart {
			err = visit(x)
		}
		if err != nil {
			return err
		}
	}
}

// A relation leads from a part to another.
type relation struct{ kind, target string }

// relations returns where a part leads to, by the ids that it uses.
func (w *workbook) relations(part string) (map[string]relation, error) {
	found := map[string]relation{}
	dir, name := path.Split(part)
	err := w.each(dir+"_rels/"+name+".rels", func(x *xmlReader) error {
		if x.is("Relationship") {
			target := x.attribute("Target")
			if !strings.HasPrefix(target, "/") {
				target = path.Join(dir, target)
			}
			kind := x.attribute("Type")
			found[x.attribute("Id")] = relation{kind[strings.LastIndexByte(kind, '/')+1:], target}
		}
		return nil
	})
	return found, err
}

// sheets returns the workbook's sheets.
func (w *workbook) sheets() ([]*Table, error) {
	main, err := w.main()
	if err != nil {
		return nil, err
	}
	relations, err := w.relations(main)
	if err != nil {
		return nil, err
	}
	var tables []*Table
	err = w.each(main, func(x *xmlReader) error {
		switch {
		case x.is("workbookPr"):
			w.is1904 = isTrue(x.attribute("date1904"))
		case x.is("sheet"):
			target := relations[x.attribute("id")]
			s := sheetPart{workbook: w, name: x.attribute("name"), part: target.target}
			if target.kind == "worksheet" {
				tables = append(tables, NewTable(s.name, s.rows))
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if len(tables) == 0 {
		return nil, &Error{File: w.path, What: "the workbook has no sheet with cells", Do: givePublished}
	}
	return tables, w.shared(relations)
}

// main returns the part that lists the sheets.
func (w *workbook) main() (string, error) {
	relations, err := w.relations("")
	for _, r := range relations {
		if r.kind == "officeDocument" {
			return strings.TrimPrefix(r.target, "/"), err
		}
	}
	return "xl/workbook.xml", err
}

// shared reads the texts and formats that cells refer to.
func (w *workbook) shared(relations map[string]relation) error {
	for _, r := range relations {
		var err error
		switch r.kind {
		case "sharedStrings":
			err = w.readTexts(r.target)
		case "styles":
			err = w.readFormats(r.target)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// readFormats reads the number formats of the cells' styles.
func (w *workbook) readFormats(part string) error {
	codes := map[int]string{}
	inCells := false
	return w.each(part, func(x *xmlReader) error {
		switch {
		case x.is("numFmt"):
			codes[number(x.raw("numFmtId"))] = x.attribute("formatCode")
		case x.is("cellXfs"):
			inCells = true
		case x.is("cellStyles") || x.is("dxfs") || x.is("cellStyleXfs"):
			inCells = false
		case x.is("xf") && inCells && len(w.formats) < 1<<16:
			id := number(x.raw("numFmtId"))
			code, own := codes[id]
			if !own {
				code = builtinFormats[id]
			}
			w.formats = append(w.formats, parseFormat(code))
		}
		return nil
	})
}

func isTrue(text string) bool { return text == "1" || text == "true" || text == "on" }

// number returns a number without sign; -1 if it is none.
func number(text []byte) int {
	n := 0
	for _, b := range text {
		if b < '0' || b > '9' || n > 1e8 {
			return -1
		}
		n = n*10 + int(b-'0')
	}
	if len(text) == 0 {
		return -1
	}
	return n
}
