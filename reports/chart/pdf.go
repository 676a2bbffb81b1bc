package chart

import (
	"image/color"
	"io"
	"time"

	"codeberg.org/go-pdf/fpdf"
	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"

	"vitrine/reports"
)

// A document draws on a page of a PDF. It stands in for gonum's vgpdf.Canvas,
// which writes the letters of one code page only: no narrow space in a French
// number, no "≥".
type document struct {
	pdf    *fpdf.Fpdf
	height float64
}

func (d *drawing) writePDF(w io.Writer) error {
	pdf := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: d.o.Width, Ht: d.o.Height}})
	pdf.SetCatalogSort(true)
	made := newest(d.o.Sources)
	pdf.SetCreationDate(made)
	pdf.SetModificationDate(made)
	pdf.SetTitle(printable(d.title()), true)
	pdf.SetSubject(printable(d.summary()), true)
	pdf.SetLang(d.o.Words.Lang)
	pdf.SetCreator("Vitrine", false)
	pdf.SetMargins(0, 0, 0)
	pdf.SetAutoPageBreak(false, 0)
	for _, f := range []*typeface{d.font, d.bold} {
		pdf.AddUTF8FontFromBytes("chart", pdfStyle(f.weight), f.data)
	}
	pdf.AddPage()
	pdf.SetLineJoinStyle("round")
	d.paint(&pen{&document{pdf, d.o.Height}, d.o.Height, 1})
	return pdf.Output(w)
}

func (d *document) SetColor(c color.Color) {
	r, g, b, _ := c.RGBA()
	d.pdf.SetFillColor(int(r>>8), int(g>>8), int(b>>8))
	d.pdf.SetDrawColor(int(r>>8), int(g>>8), int(b>>8))
	d.pdf.SetTextColor(int(r>>8), int(g>>8), int(b>>8))
}

func (d *document) SetLineWidth(w vg.Length) { d.pdf.SetLineWidth(w.Points()) }

func (d *document) SetLineDash(pattern []vg.Length, offset vg.Length) {
	lengths := make([]float64, len(pattern))
	for i, l := range pattern {
		lengths[i] = l.Points()
	}
	d.pdf.SetDashPattern(lengths, offset.Points())
}

func (d *document) Stroke(path vg.Path) { d.draw(path, "D") }
func (d *document) Fill(path vg.Path)   { d.draw(path, "F") }

func (d *document) draw(path vg.Path, style string) {
	for _, c := range path {
		switch x, y := d.place(c.Pos); c.Type {
		case vg.MoveComp:
			d.pdf.MoveTo(x, y)
		case vg.LineComp:
			d.pdf.LineTo(x, y)
		case vg.CloseComp:
			d.pdf.ClosePath()
		}
	}
	d.pdf.DrawPath(style)
}

func (d *document) FillString(f font.Face, at vg.Point, text string) {
	x, y := d.place(at)
	d.pdf.SetFont("chart", pdfStyle(f.Font.Weight), f.Font.Size.Points())
	d.pdf.Text(x, y, text)
}

func pdfStyle(w xfont.Weight) string {
	if w == xfont.WeightBold {
		return "B"
	}
	return ""
}

func (d *document) place(p vg.Point) (x, y float64) {
	return p.X.Points(), d.height - p.Y.Points()
}

// newest returns when the newest source was got: the same answer gives the
// same bytes, whenever it is drawn.
func newest(sources []reports.Source) time.Time {
	at := time.Unix(0, 0)
	for _, s := range sources {
		if s.Retrieved.After(at) {
			at = s.Retrieved
		}
	}
	return at.UTC()
}
