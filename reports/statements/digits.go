package statements

import "encoding/binary"

// Every line has a UUID and dates of its own. They are looked at eight bytes
// at a time: lows hold the bytes' lower seven bits, and what is added to them
// sets a top bit where the byte is out of its bounds.
const (
	each8 = 0x0101010101010101
	tops  = 0x80 * each8
	lows  = 0x7f * each8
)

// A pattern is eight bytes in which a 0 stands for any digit.
type pattern struct{ bytes, beyond uint64 }

func newPattern(form string) (p pattern) {
	for i := 7; i >= 0; i-- {
		beyond := uint64(0x7f) // more than nothing but the byte itself
		if form[i] == '0' {
			beyond = 0x80 - 10 // more than a nine
		}
		p.bytes, p.beyond = p.bytes<<8|uint64(form[i]), p.beyond<<8|beyond
	}
	return p
}

var (
	yearMonth = newPattern("0000-00-")
	dayHour   = newPattern("00 00:00")
	clock     = newPattern("00:00:00")
)

func (p pattern) fits(s []byte) bool {
	x := binary.LittleEndian.Uint64(s) ^ p.bytes
	return (x|(x&lows+p.beyond))&tops == 0
}

// isTime takes 2025-08-01 09:30:00.
func isTime(s []byte) bool {
	return len(s) == 19 && yearMonth.fits(s) && dayHour.fits(s[8:]) && clock.fits(s[11:])
}

// isDate takes "2025-08-01 09:30:00" and "2025-08-01", in quotes or without.
func isDate(raw []byte) bool {
	raw = unquoted(raw)
	return isTime(raw) || len(raw) == 10 && yearMonth.fits(raw) && isTime(append(raw[:10:10], " 00:00:00"...))
}

// isUUID takes 24260a30-3eae-4cf1-8292-03655fc6a3c7.
func isUUID(s []byte) bool {
	if len(s) != 36 || s[8] != '-' || s[13] != '-' || s[18] != '-' || s[23] != '-' {
		return false
	}
	four := func(at int) uint64 { return uint64(binary.LittleEndian.Uint32(s[at:])) }
	eight := func(at int) uint64 { return binary.LittleEndian.Uint64(s[at:]) }
	return (notHex(eight(0))|notHex(four(9)|four(14)<<32)|notHex(four(19)|four(24)<<32)|notHex(eight(28)))&tops == 0
}

// notHex sets the top bit of each byte that is no hexadecimal digit.
func notHex(x uint64) uint64 {
	digit := x ^ 0x30*each8                 // 0 to 9 for digits
	letter := (x | 0x20*each8) ^ 0x60*each8 // 1 to 6 for a to f and A to F
	notDigit := digit | (digit&lows + (0x80-10)*each8)
	notLetter := letter | (letter&lows + (0x80-7)*each8) | ^(letter&lows + lows)
	return notDigit & notLetter
}
