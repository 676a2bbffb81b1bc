package library

import (
	"context"
	"os"
	"strings"
	"testing"
)

// A whole account's export holds private messages: the library keeps what the
// channels state, and where the file is, but not its bytes.
func TestPrivateMessagesAreNotKept(t *testing.T) {
	content, err := os.ReadFile("../publisher/testdata/telegram_account.json")
	if err != nil {
		t.Fatal(err)
	}
	path := write(t, t.TempDir(), "result.json", string(content))
	l := open(t, "")
	receipts := l.Take(context.Background(), []string{path}, nil)
	if len(receipts) != 1 || receipts[0].Err != nil || receipts[0].Source.Figures == 0 {
		t.Fatalf("%+v", receipts)
	}
	id := receipts[0].Source.ID
	if kept, err := l.Content(context.Background(), id); err != nil || string(kept) != string(content) {
		t.Errorf("the file is there and unchanged, but its source does not lead to it: %v", err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Content(context.Background(), id); err == nil || !strings.Contains(err.Error(), "keeps no bytes") {
		t.Errorf("the library kept the bytes of a whole account: %v", err)
	}
}
