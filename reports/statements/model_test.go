package statements

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// agrees tells whether a line that matches a model is split and read alike
// without it.
func agrees(t *testing.T, l *layout, first, second string) (matched bool) {
	var e ends
	if !l.split([]byte(first), &e) || !l.fits([]byte(first), &e) {
		return false
	}
	c := newCounter(nil, nil, nil, nil)
	k, ok := c.kindOf(l, []byte(first), &e)
	if !ok {
		return false
	}
	c.model.learn(l, []byte(first), &e, k)
	if !c.model.matches([]byte(second)) {
		return false
	}
	if !l.split([]byte(second), &e) || !l.fits([]byte(second), &e) {
		t.Errorf("%s matches and cannot be split", second)
	}
	if again, ok := c.kindOf(l, []byte(second), &e); !ok || again != k {
		t.Errorf("%s matches and is of another kind than %s", second, first)
	}
	return true
}

// TestModelAgreesWithSplit changes lines at random places.
func TestModelAgreesWithSplit(t *testing.T) {
	l := fullLayout(t)
	good := statement(`"the ground, as ""stated"""`, `"some facts of it"`)
	others := []string{good, statement("x", "y"), strings.Replace(good, "1234-5", "98-7654321", 1), strings.Replace(good, `"2025-07-30 00:00:00"`, "", 1), strings.Replace(good, "2025-08-01 12", "2025-08-02 12", 1)}
	random := rand.New(rand.NewPCG(1, 2))
	const letters = `,"\a0 -[]` + "\r"
	matched := 0
	for n := range 40_000 {
		line := []byte(others[n%len(others)])
		for range n % 4 {
			at := random.IntN(len(line))
			switch random.IntN(3) {
			case 0:
				line[at] = letters[random.IntN(len(letters))]
			case 1:
				line = append(line[:at], line[at+1:]...)
			default:
				line = append(line[:at], append([]byte{letters[random.IntN(len(letters))]}, line[at:]...)...)
			}
		}
		if agrees(t, l, good, string(line)) {
			matched++
		}
		agrees(t, l, string(line), good)
	}
	if matched < 8_000 {
		t.Errorf("only %d lines match", matched)
	}
}

func FuzzModel(f *testing.F) {
	good := statement("ground", "facts")
	f.Add(good, statement(`"other, ""ground"""`, `"other \"facts"`))
	f.Add(good, strings.Replace(good, "1234-5", "98-7654321", 1))
	f.Fuzz(func(t *testing.T, first, second string) { agrees(t, fullLayout(t), first, second) })
}
