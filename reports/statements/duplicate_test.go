package statements

import (
	"context"
	"encoding/binary"
	"math/rand/v2"
	"os"
	"testing"
)

// TestShelvesOnDisk puts more UUIDs on the shelves than these hold in memory.
func TestShelvesOnDisk(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	t.Setenv("TMP", folder)
	const all, twice = 150_000, 130
	s := &shelves{}
	shelvers := []*shelver{{shelves: s}, {shelves: s}}
	for n := range all {
		r := rand.NewPCG(7, uint64(n%(all-twice)))
		var u uuidBytes
		binary.BigEndian.PutUint64(u[:], r.Uint64())
		binary.BigEndian.PutUint64(u[8:], r.Uint64())
		if err := shelvers[n%2].put(u); err != nil {
			t.Fatal(err)
		}
	}
	for _, x := range shelvers {
		x.end()
	}
	var c Counts
	if err := s.find(context.Background(), &c); err != nil || c.Duplicates != twice || len(c.DuplicateUUIDs) != maxShown {
		t.Errorf("%d duplicates, %d shown, %v", c.Duplicates, len(c.DuplicateUUIDs), err)
	}
	if s.file == nil {
		t.Error("nothing came to the disk")
	}
	s.close()
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("%v are left, %v", left, err)
	}
}
