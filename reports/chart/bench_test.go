package chart

import (
	"image"
	"testing"
)

func BenchmarkDraw3462DaysAt2560x1440(b *testing.B) {
	a := days3462()
	for _, scale := range []float64{1, 2} {
		o := Options{Width: 2560 / scale, Height: 1440 / scale, Scale: scale}
		b.Run(map[float64]string{1: "scale1", 2: "scale2"}[scale], func(b *testing.B) {
			var reuse *image.RGBA
			for b.Loop() {
				o.Reuse = reuse
				p, err := Draw(a, o)
				if err != nil {
					b.Fatal(err)
				}
				reuse = p.Image
			}
		})
	}
}

func BenchmarkNearest(b *testing.B) {
	p, err := Draw(days3462(), Options{Width: 2560, Height: 1440})
	if err != nil {
		b.Fatal(err)
	}
	for i := 0; b.Loop(); i++ {
		p.Nearest(p.Plot.X+float64(i%2000), p.Plot.Y+float64(i%1200))
	}
}
