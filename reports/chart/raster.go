package chart

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	xfont "golang.org/x/image/font"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// A raster draws on pixels. It stands in for gonum's vgimg.Canvas, of which one
// stroke along a noisy line of 2,000 points took 19 s; here the time grows with
// the pixels around the runs that a line is cut into.
type raster struct {
	img    *image.RGBA
	scale  float64 // pixels to a unit
	height float64 // in pixels
	color  color.RGBA
	width  float64 // in pixels
	dash   []float64

	vector vector.Rasterizer
	mask   image.Alpha
	faces  map[font.Font]xfont.Face
}

// newRaster returns a raster of a size in units. It draws over reuse if that
// has the right size.
func newRaster(width, height, scale float64, reuse *image.RGBA) *raster {
	bounds := image.Rect(0, 0, max(1, int(math.Round(width*scale))), max(1, int(math.Round(height*scale))))
	if reuse == nil || reuse.Rect != bounds {
		reuse = image.NewRGBA(bounds)
	}
	return &raster{img: reuse, scale: scale, height: height * scale, faces: map[font.Font]xfont.Face{}}
}

func (r *raster) SetColor(c color.Color)   { r.color = color.RGBAModel.Convert(c).(color.RGBA) }
func (r *raster) SetLineWidth(w vg.Length) { r.width = float64(w) * r.scale }
func (r *raster) pixel(p vg.Point) point {
	return point{float64(p.X) * r.scale, r.height - float64(p.Y)*r.scale}
}
func (r *raster) clear(c color.RGBA) {
	draw.Draw(r.img, r.img.Rect, image.NewUniform(c), image.Point{}, draw.Src)
}

func (r *raster) SetLineDash(pattern []vg.Length, _ vg.Length) {
	r.dash = r.dash[:0]
	for _, d := range pattern {
		r.dash = append(r.dash, float64(d)*r.scale)
	}
}

// Fill fills the polygon that a path of lines encloses.
func (r *raster) Fill(path vg.Path) {
	pts := r.points(path)
	if len(pts) == 4 && r.fillUpright(pts) {
		return
	}
	r.polygons(0, func() { r.polygon(pts) }, pts)
}

// fillUpright fills a rectangle whose edges lie on pixels without a mask.
func (r *raster) fillUpright(pts []point) bool {
	x0, y0, x1, y1 := bounds(pts)
	if x0 != math.Trunc(x0) || y0 != math.Trunc(y0) || x1 != math.Trunc(x1) || y1 != math.Trunc(y1) {
		return false
	}
	for i, p := range pts {
		if q := pts[(i+1)%4]; p.x != q.x && p.y != q.y {
			return false
		}
	}
	area := image.Rect(int(x0), int(y0), int(x1), int(y1)).Intersect(r.img.Rect)
	draw.Draw(r.img, area, image.NewUniform(r.color), image.Point{}, draw.Src)
	return true
}

func (r *raster) points(path vg.Path) []point {
	pts := make([]point, 0, len(path))
	for _, c := range path {
		if c.Type == vg.MoveComp || c.Type == vg.LineComp {
			pts = append(pts, r.pixel(c.Pos))
		}
	}
	return pts
}

// polygons fills what trace adds to the rasterizer, within the bounds of the
// points and a margin. A place that several polygons hold is filled once.
func (r *raster) polygons(margin float64, trace func(), pts []point) {
	x0, y0, x1, y1 := bounds(pts)
	area := image.Rect(floor(x0-margin), floor(y0-margin), floor(x1+margin)+1, floor(y1+margin)+1).Intersect(r.img.Rect)
	if area.Empty() {
		return
	}
	r.vector.Reset(area.Dx(), area.Dy())
	r.vector.DrawOp = draw.Src
	r.mask = image.Alpha{Pix: r.mask.Pix, Stride: area.Dx(), Rect: area}
	if n := area.Dx() * area.Dy(); n > cap(r.mask.Pix) {
		r.mask.Pix = make([]uint8, n)
	} else {
		r.mask.Pix = r.mask.Pix[:n]
	}
	trace()
	r.vector.Draw(&r.mask, area, image.Opaque, image.Point{})
	r.blend()
}

// blend lays the colour over the pixels of the mask; most of a line's are
// empty.
func (r *raster) blend() {
	area := r.mask.Rect
	for y := range area.Dy() {
		row := r.mask.Pix[y*r.mask.Stride:][:area.Dx()]
		pix := r.img.Pix[r.img.PixOffset(area.Min.X, area.Min.Y+y):]
		for x, m := range row {
			switch p := pix[4*x:]; m {
			case 0:
			case 0xFF:
				p[0], p[1], p[2], p[3] = r.color.R, r.color.G, r.color.B, 0xFF
			default:
				p[0], p[1], p[2], p[3] = over(p[0], r.color.R, m), over(p[1], r.color.G, m), over(p[2], r.color.B, m), 0xFF
			}
		}
	}
}

func over(under, colour, share uint8) uint8 {
	return uint8((uint32(under)*(255-uint32(share)) + uint32(colour)*uint32(share) + 127) / 255)
}

// polygon adds a polygon in image pixels to the rasterizer, turned so that all
// of them wind the same way: where two overlap they do not cancel out.
func (r *raster) polygon(pts []point) {
	area := 0.0
	for i, p := range pts {
		q := pts[(i+1)%len(pts)]
		area += p.x*q.y - q.x*p.y
	}
	ox, oy := float64(r.mask.Rect.Min.X), float64(r.mask.Rect.Min.Y)
	for i := range pts {
		p := pts[i]
		if area < 0 {
			p = pts[len(pts)-1-i]
		}
		if i == 0 {
			r.vector.MoveTo(float32(p.x-ox), float32(p.y-oy))
			continue
		}
		r.vector.LineTo(float32(p.x-ox), float32(p.y-oy))
	}
	r.vector.ClosePath()
}

// FillString writes a text with its baseline on whole pixels.
func (r *raster) FillString(f font.Face, at vg.Point, text string) {
	face, ok := r.faces[f.Font]
	if !ok {
		face = f.FontFace(72 * r.scale)
		r.faces[f.Font] = face
	}
	p := r.pixel(at)
	d := xfont.Drawer{Dst: r.img, Src: image.NewUniform(r.color), Face: face}
	d.Dot = fixed.Point26_6{X: fixed.Int26_6(math.Round(p.x * 64)), Y: fixed.I(int(math.Round(p.y)))}
	d.DrawString(text)
}

func floor(v float64) int { return int(math.Floor(max(-1e9, min(v, 1e9)))) }

func bounds(pts []point) (x0, y0, x1, y1 float64) {
	x0, y0, x1, y1 = math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, p := range pts {
		x0, x1 = min(x0, p.x), max(x1, p.x)
		y0, y1 = min(y0, p.y), max(y1, p.y)
	}
	return
}
