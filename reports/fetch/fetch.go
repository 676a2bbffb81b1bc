// Package fetch brings a published export from its address to a folder. It
// takes up what an earlier try left, trusts no certificate that the system
// does not, goes through the proxy that the environment names, and puts a file
// in its place only when all of it is there.
package fetch

import (
	"context"
	"crypto/x509"
	"errors"
	"os"
	"time"

	"vitrine/reports"
)

// MostBytes is the size up to which a file is fetched if Options say no other.
const MostBytes = 4 << 30

// Options say how a file is fetched. Their zero value fetches any file up to
// MostBytes.
type Options struct {
	Name       string         // that the file gets; "": the last part of its address
	MaxBytes   int64          // 0: MostBytes
	ChecksumAt string         // address of a file that begins with the SHA-1 or SHA-256 of this one; "": there is none
	Patience   time.Duration  // how long the server may send nothing; 0: a minute
	Progress   func(Progress) // called often, on the caller's goroutine; nil: nobody looks

	roots *x509.CertPool // nil: the system's; tests trust their own servers
}

// A Progress says how far a file is.
type Progress struct {
	Name      string
	Bytes, Of int64 // Of is 0 where the server does not say
}

// A File is an export that was fetched.
type File struct {
	Path      string
	Address   string      // without the name and password that it was asked with
	Bytes     int64       // its size
	Published reports.Day // when the server says that it was changed last; 0: it does not
	Retrieved time.Time   // the server's date, or else this machine's
	Checked   bool        // its bytes have the publisher's checksum
}

// Get fetches the file at an address of the web into a folder, which it makes
// where there is none. What came before a connection broke, or before ctx was
// cancelled, is kept beside the goal as NAME.part; the next Get goes on from
// there if the server still has the same file, and starts again if it does not.
//
// A file of that name that is there already is never overwritten: if it has
// the same bytes it is the result, else the new one goes into a folder 2, 3, …
// beside it.
//
// An error is an *Error: one sentence that says what went wrong, where, and
// what to do. It wraps ctx's error where ctx ended the work.
func Get(ctx context.Context, address, into string, o Options) (File, error) {
	d, err := newDownload(address, into, o)
	if err != nil {
		return File{}, err
	}
	defer d.client.CloseIdleConnections()
	file, err := d.get(ctx)
	if err != nil {
		return File{}, d.explain(ctx, err)
	}
	return file, nil
}

func (d *download) get(ctx context.Context) (File, error) {
	if err := os.MkdirAll(d.into, 0o755); err != nil {
		return File{}, d.unwritten(err)
	}
	want, err := d.checksum(ctx)
	if err != nil {
		return File{}, err
	}
	if err := d.receive(ctx); err != nil {
		return File{}, err
	}
	if err := d.check(want); err != nil {
		return File{}, err
	}
	path, err := d.place()
	if err != nil {
		return File{}, d.unwritten(err)
	}
	return File{
		Path: path, Address: d.plain(), Bytes: d.size, Published: d.published(), Retrieved: d.retrieved, Checked: want != "",
	}, nil
}

// mostCuts is how many connections that broke, each of which brought
// something, are followed by another.
const mostCuts = 8

// receive brings the whole file into the partial one.
func (d *download) receive(ctx context.Context) error {
	restarted := false
	for cuts := 0; ; cuts++ {
		brought, err := d.attempt(ctx)
		switch {
		case errors.Is(err, errRestart) && !restarted:
			restarted = true
		case err == nil || !isCut(err) || ctx.Err() != nil:
			return err
		case brought == 0 || cuts == mostCuts || !d.state.resumable():
			return err
		}
	}
}
