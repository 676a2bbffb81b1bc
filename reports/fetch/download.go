package fetch

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"vitrine/reports"
)

// A download is a file on its way.
type download struct {
	Options
	url    *url.URL
	into   string
	client *http.Client

	state     state
	size      int64     // of the part
	modified  time.Time // zero: the server does not say
	retrieved time.Time
	received  bool // a server answered
}

func newDownload(address, into string, o Options) (*download, error) {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Hostname() == "" || u.Scheme != "https" && u.Scheme != "http" {
		return nil, &Error{Address: address, What: "this is no address of the web", Do: "give one that begins with https://", Err: ErrAddress}
	}
	u.Fragment = ""
	if o.MaxBytes <= 0 {
		o.MaxBytes = MostBytes
	}
	if o.Patience <= 0 {
		o.Patience = time.Minute
	}
	if o.Progress == nil {
		o.Progress = func(Progress) {}
	}
	if o.Name == "" {
		o.Name = nameOf(u)
	}
	o.Name = safe(o.Name)
	return &download{Options: o, url: u, into: into, client: newClient(o.roots, o.Patience)}, nil
}

// plain is the address without a name and a password.
func (d *download) plain() string {
	u := *d.url
	u.User = nil
	return u.String()
}

func (d *download) goal() string { return filepath.Join(d.into, d.Name) }

// published is the day on which the server says that the file was changed.
func (d *download) published() reports.Day {
	if d.modified.IsZero() {
		return 0
	}
	return reports.DayOf(d.modified.UTC().Date())
}

// attempt asks once for what is not there yet, and tells how much came.
func (d *download) attempt(ctx context.Context) (brought int64, err error) {
	d.recall()
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	answer, err := d.ask(ctx)
	if err != nil {
		return 0, err
	}
	defer answer.Body.Close()
	d.received = true
	whole, err := d.accept(answer)
	if err != nil || whole {
		return 0, err
	}
	before := d.size
	watch := time.AfterFunc(d.Patience, func() { cancel(errStalled) })
	defer watch.Stop()
	err = d.save(ctx, answer.Body, func() { watch.Reset(d.Patience) })
	if cause := context.Cause(ctx); errors.Is(cause, errStalled) {
		err = d.fault(cause, d.next(), "the server sends nothing more")
	}
	return d.size - before, err
}

var errStalled = errors.New("nothing came for too long")

// ask sends the request, for the rest of the file where a part is there.
func (d *download) ask(ctx context.Context) (*http.Response, error) {
	request, err := newRequest(ctx, d.url.String())
	if err != nil {
		return nil, err
	}
	if d.size > 0 {
		request.Header.Set("Range", fmt.Sprintf("bytes=%d-", d.size))
		request.Header.Set("If-Range", d.state.validator())
	}
	return d.client.Do(request)
}

func newRequest(ctx context.Context, address string) (*http.Request, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("User-Agent", "Vitrine")
	request.Header.Set("Accept-Encoding", "identity")
	return request, nil
}

// accept takes what the server says of the file. It is true where the part
// turns out to be all of it.
func (d *download) accept(answer *http.Response) (whole bool, err error) {
	switch answer.StatusCode {
	case http.StatusOK:
		d.size = 0
	case http.StatusPartialContent:
		if !d.continues(answer.Header) {
			return false, d.restart()
		}
	case http.StatusRequestedRangeNotSatisfiable:
		if d.size > 0 && d.size == d.state.Total && strings.HasSuffix(answer.Header.Get("Content-Range"), fmt.Sprintf("/%d", d.size)) {
			d.date(answer.Header)
			return true, nil
		}
		return false, d.restart()
	default:
		return false, d.refused(answer.StatusCode)
	}
	if packed := answer.Header.Get("Content-Encoding"); packed != "" && packed != "identity" {
		return false, d.fault(ErrRefused, seeByBrowser, "the server sends it packed as %q, though asked not to", packed)
	}
	d.date(answer.Header)
	return false, d.describe(answer)
}

// errRestart says that the part that was there does not belong to the file
// that the server has.
var errRestart = errors.New("the server sent another part than was asked for")

func (d *download) restart() error {
	d.forget()
	return d.fault(errRestart, tryLater, "%v", errRestart)
}

// continues tells whether a partial answer begins where the part ends, and is
// of the same file.
func (d *download) continues(h http.Header) bool {
	now := stateOf(d.plain(), h)
	same := (now.Tag == "" || d.state.Tag == "" || now.Tag == d.state.Tag) && (now.Modified == "" || d.state.Modified == "" || now.Modified == d.state.Modified)
	return same && d.size > 0 && strings.HasPrefix(h.Get("Content-Range"), fmt.Sprintf("bytes %d-", d.size))
}

func (d *download) date(h http.Header) {
	d.modified, _ = http.ParseTime(h.Get("Last-Modified"))
	var err error
	if d.retrieved, err = http.ParseTime(h.Get("Date")); err != nil {
		d.retrieved = time.Now().UTC().Truncate(time.Second)
	}
}

// describe writes down of what file the bytes to come are, unless it is too
// large.
func (d *download) describe(answer *http.Response) error {
	if answer.StatusCode == http.StatusOK {
		d.state = stateOf(d.plain(), answer.Header).firm(answer.Header.Get("Date"))
	}
	if answer.ContentLength >= 0 {
		d.state.Total = d.size + answer.ContentLength
	}
	if d.state.Total > d.MaxBytes {
		err := d.tooLarge()
		d.forget()
		return err
	}
	if err := d.keep(); err != nil {
		return d.unwritten(err)
	}
	return nil
}

func (d *download) tooLarge() error {
	return d.fault(ErrTooLarge, "download it with a browser and open the file", "it is larger than the %d MB that are fetched", d.MaxBytes>>20)
}
