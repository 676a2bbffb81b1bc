//go:build unix

package sheet

import (
	"context"
	"path/filepath"
	"syscall"
	"testing"
)

// TestPipeIsRefused would not end if the pipe were opened.
func TestPipeIsRefused(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe.csv")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip("no pipes here: ", err)
	}
	want := "pipe.csv: it is a device or a pipe, not a file; open a file"
	if _, err := OpenFile(context.Background(), pipe); err == nil || err.Error() != want {
		t.Errorf("%v\nwant %s", err, want)
	}
	if _, errs := Inputs([]string{pipe}); len(errs) != 1 || errs[0].Error() != want {
		t.Errorf("%v\nwant %s", errs, want)
	}
}
