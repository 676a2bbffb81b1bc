package statements

import (
	"context"
	"crypto/sha1"
	"encoding/hex"
	"io"
	"strings"
)

// VerifySHA1 compares the dump with the content of the .sha1 file that the
// database offers beside it: 40 hexadecimal digits and the dump's name. The
// error is an *Error where they differ.
func (d *Dump) VerifySHA1(ctx context.Context, beside string) error {
	stated, _, _ := strings.Cut(strings.TrimSpace(beside), " ")
	if b, err := hex.DecodeString(stated); err != nil || len(b) != sha1.Size {
		return &Error{File: d.Name, What: "the .sha1 file beside it holds no checksum", Do: "download both again"}
	}
	sum := sha1.New()
	if _, err := copyContext(ctx, sum, io.NewSectionReader(d.r, 0, d.Size)); err != nil {
		return err
	}
	if got := hex.EncodeToString(sum.Sum(nil)); !strings.EqualFold(got, stated) {
		return &Error{File: d.Name, What: "its checksum is " + got + " and the .sha1 file beside it states " + strings.ToLower(stated), Do: downloadAgain}
	}
	return nil
}
