package reports

import (
	"math"
	"testing"
)

func TestPercentOfHasNoBinaryNoise(t *testing.T) {
	for _, c := range []struct{ share, base, want float64 }{
		{18.1, 1418541.1, 256755.9391},
		{0.07, 300, 0.21},
		{12.5, 8e12, 1e12},
		{50, math.Inf(1), math.Inf(1)},
	} {
		if got := percentOf(c.share, c.base); got != c.want {
			t.Errorf("%v %% of %v is %v, want %v", c.share, c.base, got, c.want)
		}
	}
	if !math.IsNaN(percentOf(math.NaN(), 5)) {
		t.Error("a share that nobody stated has a product")
	}
}
