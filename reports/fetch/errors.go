package fetch

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/url"
)

// What can be wrong with a file, a server or an address.
var (
	ErrAddress   = errors.New("no address of the web")
	ErrTooLarge  = errors.New("larger than is fetched")
	ErrChecksum  = errors.New("the bytes do not have the publisher's checksum")
	ErrRedirects = errors.New("the server sends on and on")
	ErrInsecure  = errors.New("the server sends on to an address that is not encrypted")
	ErrCut       = errors.New("the connection broke")
	ErrRefused   = errors.New("the server does not give it")
)

// An Error says in one sentence what went wrong, where, and what to do.
type Error struct {
	Address  string
	What, Do string
	Err      error // one of this package's, ctx's, or the system's
}

// Error writes the sentence.
func (e *Error) Error() string { return e.Address + ": " + e.What + "; " + e.Do }

// Unwrap returns what the error is one of.
func (e *Error) Unwrap() error { return e.Err }

func (d *download) fault(err error, do, what string, args ...any) *Error {
	return &Error{Address: d.plain(), What: fmt.Sprintf(what, args...), Do: do, Err: err}
}

// unwritten says that a folder or a file cannot be written.
func (d *download) unwritten(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return d.fault(err, "make room there, or choose another folder", "%s cannot be written: %v", path.Path, path.Err)
	}
	return d.fault(err, "make room there, or choose another folder", "%s cannot be written: %v", d.into, err)
}

// isCut tells whether a connection ended before the file did.
func isCut(err error) bool {
	var network net.Error
	return errors.Is(err, ErrCut) || errors.Is(err, io.ErrUnexpectedEOF) || errors.As(err, &network) && !network.Timeout()
}

// explain makes one sentence of what the network said.
func (d *download) explain(ctx context.Context, err error) error {
	var said *Error
	var asked *url.Error
	switch {
	case ctx.Err() != nil:
		return d.fault(ctx.Err(), d.next(), "stopped before all of it was there")
	case errors.As(err, &said):
		return said
	case errors.As(err, &asked):
		err = asked.Err
	}
	return d.explained(err)
}

const (
	tryLater     = "try again later"
	seeAddress   = "check the address on the publisher's page"
	seeNetwork   = "check the connection, and the proxy if there is one"
	seeByBrowser = "open the publisher's page in a browser"
)

func (d *download) explained(err error) error {
	var name *net.DNSError
	var certificate *tls.CertificateVerificationError
	var network net.Error
	switch {
	case errors.Is(err, ErrInsecure):
		return d.fault(err, seeByBrowser, "%v", err)
	case errors.Is(err, ErrRedirects):
		return d.fault(err, seeByBrowser, "%v, more than %d times", err, mostRedirects)
	case errors.As(err, &name):
		return d.fault(err, seeNetwork, "the server %s was not found", name.Name)
	case errors.As(err, &certificate):
		return d.fault(err, "do not trust what comes from there", "the server does not prove who it is (%v)", certificate.Err)
	case errors.As(err, &network) && network.Timeout():
		return d.fault(err, tryLater, "the server does not answer")
	case d.received:
		return d.fault(errors.Join(ErrCut, err), d.next(), "the connection broke before all of it was there")
	}
	return d.fault(err, seeNetwork, "there is no connection: %v", err)
}

// next says what to do about a file of which a part is there.
func (d *download) next() string {
	if d.state.resumable() && d.size > 0 {
		return "get it again to go on from where it stopped"
	}
	return "get it again"
}

// refused says why a server gives no file.
func (d *download) refused(status int) error {
	text := http.StatusText(status)
	switch {
	case status == http.StatusNotFound || status == http.StatusGone:
		return d.fault(ErrRefused, seeAddress, "there is nothing at this address (%d %s)", status, text)
	case status == http.StatusUnauthorized || status == http.StatusForbidden:
		return d.fault(ErrRefused, seeByBrowser, "the server does not give it to Vitrine (%d %s)", status, text)
	case status == http.StatusProxyAuthRequired:
		return d.fault(ErrRefused, "put them into HTTPS_PROXY", "the proxy wants a name and a password")
	case status == http.StatusTooManyRequests || status >= 500:
		return d.fault(ErrRefused, tryLater, "the server cannot give it now (%d %s)", status, text)
	}
	return d.fault(ErrRefused, seeAddress, "the server does not give it (%d %s)", status, text)
}
