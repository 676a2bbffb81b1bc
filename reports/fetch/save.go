package fetch

import (
	"context"
	"errors"
	"io"
	"os"
)

// save adds the bytes of an answer to the part.
func (d *download) save(ctx context.Context, from io.Reader, alive func()) error {
	f, err := os.OpenFile(d.part(), os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return d.unwritten(err)
	}
	defer f.Close()
	if err = f.Truncate(d.size); err == nil {
		_, err = f.Seek(d.size, io.SeekStart)
	}
	if err != nil {
		return d.unwritten(err)
	}
	err = d.copy(ctx, f, from, alive)
	if errors.Is(err, ErrTooLarge) {
		f.Close()
		d.forget()
		return err
	}
	if synced := errors.Join(f.Sync(), f.Close()); synced != nil && err == nil {
		return d.unwritten(synced)
	}
	if err != nil && !d.state.resumable() {
		d.forget()
	}
	return err
}

func (d *download) copy(ctx context.Context, to io.Writer, from io.Reader, alive func()) error {
	buffer := make([]byte, 64<<10)
	for {
		d.tell()
		n, err := from.Read(buffer)
		alive()
		if d.size+int64(n) > d.MaxBytes {
			return d.tooLarge()
		}
		if _, wrong := to.Write(buffer[:n]); wrong != nil {
			return d.unwritten(wrong)
		}
		d.size += int64(n)
		switch {
		case err == io.EOF && d.state.Total > 0 && d.size != d.state.Total:
			return ErrCut
		case err == io.EOF:
			d.tell()
			return nil
		case err != nil:
			return err
		case ctx.Err() != nil:
			return ctx.Err()
		}
	}
}

func (d *download) tell() {
	d.Progress(Progress{Name: d.Name, Bytes: d.size, Of: d.state.Total})
}
