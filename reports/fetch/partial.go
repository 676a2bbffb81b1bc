package fetch

import (
	"encoding/json"
	"net/http"
	"os"
	"strings"
	"time"
)

// A state is what is known of the file of which a part is there. It is kept
// beside the part.
type state struct {
	Address  string `json:"address"`
	Tag      string `json:"etag,omitempty"`     // strong ones only
	Modified string `json:"modified,omitempty"` // Last-Modified as the server wrote it
	Total    int64  `json:"total,omitempty"`    // 0: not said
}

// stateOf reads what a server says of a file. A weak tag does not promise the
// same bytes. (RFC 9110, 8.8.1)
func stateOf(address string, h http.Header) state {
	s := state{Address: address, Modified: h.Get("Last-Modified")}
	if tag := h.Get("ETag"); !strings.HasPrefix(tag, "W/") {
		s.Tag = tag
	}
	return s
}

// validator is what goes with a part to a server that may have another file
// by now; "" where nothing tells. A file that was changed in the very second
// of its date may have been changed again. (RFC 9110, 8.8.2.2)
func (s state) validator() string {
	if s.Tag != "" {
		return s.Tag
	}
	return s.Modified
}

// resumable tells whether one can go on later.
func (s state) resumable() bool { return s.validator() != "" }

// firm drops the date of a change that was not long enough ago.
func (s state) firm(date string) state {
	changed, err := http.ParseTime(s.Modified)
	now, wrong := http.ParseTime(date)
	if err != nil || wrong == nil && now.Sub(changed) < time.Second {
		s.Modified = ""
	}
	return s
}

func (d *download) part() string { return d.goal() + ".part" }

func (d *download) statePath() string { return d.part() + ".json" }

// recall finds what an earlier try left of the same address.
func (d *download) recall() {
	d.state, d.size = state{}, 0
	content, err := os.ReadFile(d.statePath())
	if err != nil {
		return
	}
	var s state
	info, err := os.Stat(d.part())
	if err != nil || !info.Mode().IsRegular() || json.Unmarshal(content, &s) != nil || s.Address != d.plain() || !s.resumable() {
		return
	}
	d.state, d.size = s, info.Size()
}

// keep writes down what the part is a part of; without that it is of no use.
func (d *download) keep() error {
	if !d.state.resumable() {
		return removed(d.statePath())
	}
	content, err := json.Marshal(d.state)
	if err != nil {
		return err
	}
	return os.WriteFile(d.statePath(), content, 0o644)
}

// forget removes the part and what is known of it.
func (d *download) forget() {
	os.Remove(d.part())
	os.Remove(d.statePath())
	d.state, d.size = state{}, 0
}

// removed removes a file that may not be there.
func removed(path string) error {
	err := os.Remove(path)
	if os.IsNotExist(err) {
		return nil
	}
	return err
}
