package window

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/vector"

	"vitrine/reports"
)

// sparkline draws numbers as a line of w by h pixels, from zero to the
// largest. A missing number is a gap, and so is a period between two numbers
// that has none.
func sparkline(numbers []*reports.Number, w, h int, ink color.Color) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
	low, high := 0.0, 0.0
	for _, n := range numbers {
		if n != nil && n.Known() {
			low, high = math.Min(low, n.Value), math.Max(high, n.Value)
		}
	}
	if w < 4 || h < 4 || high == low {
		return img
	}
	r := vector.NewRasterizer(w, h)
	thick := math.Max(1, float64(h)/16)
	step := float64(w-2) / math.Max(1, float64(len(numbers)-1))
	place := func(i int) (x, y float64) {
		return 1 + float64(i)*step, float64(h) - thick - (numbers[i].Value-low)/(high-low)*(float64(h)-2*thick)
	}
	last := -1
	for i, n := range numbers {
		if n == nil || !n.Known() {
			last = -1
			continue
		}
		x, y := place(i)
		if last >= 0 && numbers[last].Period.End < n.Period.Start {
			last = -1
		}
		if last < 0 {
			stroke(r, x-thick/2, y, x+thick/2, y, thick)
		} else {
			x0, y0 := place(last)
			stroke(r, x0, y0, x, y, thick)
		}
		last = i
	}
	r.Draw(img, img.Bounds(), image.NewUniform(ink), image.Point{})
	return img
}

// stroke adds a straight line of the thickness to the path.
func stroke(r *vector.Rasterizer, x0, y0, x1, y1, thick float64) {
	length := math.Hypot(x1-x0, y1-y0)
	if length == 0 {
		return
	}
	dx, dy := (y1-y0)/length*thick/2, (x0-x1)/length*thick/2
	r.MoveTo(float32(x0+dx), float32(y0+dy))
	r.LineTo(float32(x1+dx), float32(y1+dy))
	r.LineTo(float32(x1-dx), float32(y1-dy))
	r.LineTo(float32(x0-dx), float32(y0-dy))
	r.ClosePath()
}
