package command

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"vitrine/reports/library"
)

func TestAStoppedLoadSaysWhatTheLibraryHas(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	read := library.Receipt{Path: "a.zip"}
	left := library.Receipt{Path: "b.zip", Err: context.Canceled}
	if err := stopped(ctx, []library.Receipt{read, read}); err != nil {
		t.Errorf("a load that nothing stopped: %v", err)
	}
	cancel()
	err := stopped(ctx, []library.Receipt{read, left, left})
	if err == nil || err.Error() != "stopped; the library has 1 of 3 files, the others are as they were before" {
		t.Errorf("one of three: %v", err)
	}
	if err := stopped(ctx, []library.Receipt{left}); !errors.Is(err, context.Canceled) {
		t.Errorf("none: %v, and nothing was changed", err)
	}
}

func TestAFileThatWasNotReachedIsNoErrorOfItsOwn(t *testing.T) {
	var messages bytes.Buffer
	j := &job{Shell: Shell{Err: &messages}}
	j.tell(nil, []library.Receipt{{Path: "b.zip", Err: context.Canceled}, {Path: "c.zip", Err: errors.New("c.zip: it is empty")}})
	if got := strings.TrimSpace(messages.String()); got != "vitrine: c.zip: it is empty" {
		t.Errorf("%q", got)
	}
}
