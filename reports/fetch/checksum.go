package fetch

import (
	"context"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
	"net/http"
	"os"
	"strings"
)

// checksum fetches the sum that the publisher states of a file, in the form
// of sha1sum: the sum in hexadecimal, two spaces, the file's name. It is ""
// where the publisher states none.
func (d *download) checksum(ctx context.Context) (string, error) {
	if d.ChecksumAt == "" {
		return "", nil
	}
	request, err := newRequest(ctx, d.ChecksumAt)
	if err != nil {
		return "", err
	}
	answer, err := d.client.Do(request)
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	switch answer.StatusCode {
	case http.StatusOK:
	case http.StatusNotFound, http.StatusForbidden, http.StatusGone:
		return "", nil
	default:
		return "", d.refused(answer.StatusCode)
	}
	text, err := io.ReadAll(io.LimitReader(answer.Body, 4096))
	if err != nil {
		return "", err
	}
	for _, word := range strings.Fields(string(text)) {
		if sum, err := hex.DecodeString(word); err == nil && newHash(len(sum)) != nil {
			return strings.ToLower(word), nil
		}
		break
	}
	return "", d.fault(ErrChecksum, seeByBrowser, "what stands at %s is no checksum", d.ChecksumAt)
}

// newHash returns the hash whose sums have a size in bytes.
func newHash(size int) hash.Hash {
	switch size {
	case sha1.Size:
		return sha1.New()
	case sha256.Size:
		return sha256.New()
	}
	return nil
}

// check compares the file with its checksum. A file that does not have it is
// removed.
func (d *download) check(want string) error {
	if want == "" {
		return nil
	}
	f, err := os.Open(d.part())
	if err != nil {
		return d.unwritten(err)
	}
	defer f.Close()
	sum := newHash(len(want) / 2)
	if _, err := io.Copy(sum, f); err != nil {
		return d.unwritten(err)
	}
	if got := hex.EncodeToString(sum.Sum(nil)); got != want {
		f.Close()
		d.forget()
		return d.fault(ErrChecksum, "get it again", "it came with the checksum %s, and the publisher states %s: it was removed", got, want)
	}
	return nil
}
