package statements

import (
	"bytes"
	"context"
	"encoding/hex"
	"fmt"
	"slices"
	"sync"
)

// A uuidBytes is a UUID's 128 bits.
type uuidBytes [16]byte

func parseUUID(raw []byte) (u uuidBytes) {
	raw = unquoted(raw)
	hex.Decode(u[:4], raw[:8])
	hex.Decode(u[4:6], raw[9:13])
	hex.Decode(u[6:8], raw[14:18])
	hex.Decode(u[8:10], raw[19:23])
	hex.Decode(u[10:], raw[24:36])
	return u
}

// String writes the UUID with its dashes.
func (u uuidBytes) String() string {
	return fmt.Sprintf("%x-%x-%x-%x-%x", u[:4], u[4:6], u[6:8], u[8:10], u[10:])
}

const (
	shelfCount = 256
	shelfBytes = 4096 // of a shelf in memory, before it goes to the file
)

// shelves sort the UUIDs of a dump by a hash, so that equal ones meet on one
// shelf and only a shelf has to be in memory. They lie in a temporary file of
// 16 bytes a statement.
type shelves struct {
	sync.Mutex
	file   *temporary
	size   int64
	places [shelfCount][]int64 // where the blocks of a shelf begin in the file
	rest   [shelfCount][][]byte
}

// A shelver puts the UUIDs that one counter meets on the shelves.
type shelver struct {
	*shelves
	blocks [shelfCount][]byte
}

// put adds a UUID.
func (s *shelver) put(u uuidBytes) error {
	shelf := u[0] ^ u[7] ^ u[9] ^ u[15]
	block := append(s.blocks[shelf], u[:]...)
	if len(block) == shelfBytes {
		if err := s.write(int(shelf), block); err != nil {
			return err
		}
		block = block[:0]
	}
	s.blocks[shelf] = block
	return nil
}

func (s *shelves) write(shelf int, block []byte) error {
	s.Lock()
	defer s.Unlock()
	if s.file == nil {
		file, err := newTemporary()
		if err != nil {
			return err
		}
		s.file = &file
	}
	if _, err := s.file.WriteAt(block, s.size); err != nil {
		return err
	}
	s.places[shelf] = append(s.places[shelf], s.size)
	s.size += int64(len(block))
	return nil
}

// end leaves what the shelver still holds.
func (s *shelver) end() {
	s.Lock()
	defer s.Unlock()
	for i, block := range s.blocks {
		s.rest[i] = append(s.rest[i], block)
	}
}

// find counts the statements whose UUID was met before, and lists the first of
// these UUIDs.
func (s *shelves) find(ctx context.Context, c *Counts) error {
	var twice []uuidBytes
	for shelf := range shelfCount {
		met := make(map[uuidBytes]struct{}, len(s.places[shelf])*shelfBytes/16)
		err := s.each(ctx, shelf, func(u uuidBytes) {
			before := len(met)
			if met[u] = struct{}{}; len(met) == before {
				c.Duplicates++
				twice = keepFirst(twice, u)
			}
		})
		if err != nil {
			return err
		}
	}
	for _, u := range twice {
		c.DuplicateUUIDs = append(c.DuplicateUUIDs, u.String())
	}
	return nil
}

// each calls meet with all UUIDs of a shelf.
func (s *shelves) each(ctx context.Context, shelf int, meet func(uuidBytes)) error {
	block := make([]byte, shelfBytes)
	for _, at := range s.places[shelf] {
		if err := ctx.Err(); err != nil {
			return err
		}
		if _, err := s.file.ReadAt(block, at); err != nil {
			return err
		}
		for u := range slices.Chunk(block, 16) {
			meet(uuidBytes(u))
		}
	}
	for _, block := range s.rest[shelf] {
		for u := range slices.Chunk(block, 16) {
			meet(uuidBytes(u))
		}
	}
	return nil
}

// keepFirst keeps the first hundred UUIDs in order, each once.
func keepFirst(list []uuidBytes, u uuidBytes) []uuidBytes {
	at, found := slices.BinarySearchFunc(list, u, func(a, b uuidBytes) int { return bytes.Compare(a[:], b[:]) })
	if found || at == maxShown {
		return list
	}
	list = slices.Insert(list, at, u)
	return list[:min(len(list), maxShown)]
}

func (s *shelves) close() {
	if s.file != nil {
		s.file.Close()
	}
}
