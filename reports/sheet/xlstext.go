package sheet

import (
	endian "encoding/binary"
	"io"
	"unicode/utf16"
)

// A biffData is the data of a record and of those that continue it.
type biffData struct{ pieces [][]byte }

// skip leaves bytes out.
func (d *biffData) skip(n int) error {
	for n > 0 {
		if err := d.fill(); err != nil {
			return err
		}
		step := min(n, len(d.pieces[0]))
		d.pieces[0] = d.pieces[0][step:]
		n -= step
	}
	return nil
}

// fill goes on to the next piece where one is used up.
func (d *biffData) fill() error {
	for len(d.pieces) > 0 && len(d.pieces[0]) == 0 {
		d.pieces = d.pieces[1:]
	}
	if len(d.pieces) == 0 {
		return io.ErrUnexpectedEOF
	}
	return nil
}

// number returns a number of 1 to 4 bytes.
func (d *biffData) number(bytes int) (int, error) {
	n := 0
	for i := range bytes {
		if err := d.fill(); err != nil {
			return 0, err
		}
		n |= int(d.pieces[0][0]) << (8 * i)
		d.pieces[0] = d.pieces[0][1:]
	}
	return n, nil
}

// text returns a text; its length stands before it in a number of 1 or 2
// bytes, and what it is made of in a byte of flags.
func (d *biffData) text(lengthBytes int) (string, error) {
	length, err := d.number(lengthBytes)
	if err != nil {
		return "", err
	}
	flags, err := d.number(1)
	if err != nil {
		return "", err
	}
	after := 0
	if flags&8 != 0 { // runs of different fonts
		runs, err := d.number(2)
		if err != nil {
			return "", err
		}
		after = runs * 4
	}
	if flags&4 != 0 { // readings of East Asian text
		bytes, err := d.number(4)
		if err != nil {
			return "", err
		}
		after += bytes
	}
	text, err := d.characters(length, flags&1 != 0)
	if err != nil {
		return "", err
	}
	return text, d.skip(after)
}

// characters returns the characters of a text, of one byte or of two. Where
// they go on in the next record, that says anew how wide they are.
func (d *biffData) characters(length int, wide bool) (string, error) {
	units := make([]uint16, 0, min(length, 1<<10))
	for len(units) < length {
		if len(d.pieces) > 0 && len(d.pieces[0]) == 0 {
			flags, err := d.number(1)
			if err != nil {
				return "", err
			}
			wide = flags&1 != 0
			continue
		}
		if err := d.fill(); err != nil {
			return "", err
		}
		piece := d.pieces[0]
		switch {
		case !wide:
			units = append(units, uint16(piece[0]))
			d.pieces[0] = piece[1:]
		case len(piece) == 1:
			return "", io.ErrUnexpectedEOF
		default:
			units = append(units, endian.LittleEndian.Uint16(piece))
			d.pieces[0] = piece[2:]
		}
	}
	return string(utf16.Decode(units)), nil
}
