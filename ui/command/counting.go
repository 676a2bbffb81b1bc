package command

import (
	"fmt"
	"time"

	"vitrine/reports/library"
)

// counting returns what shows on a terminal how far the rows of a dump are
// counted, and how long it will take; nil elsewhere.
func (j *job) counting() func(library.Progress) {
	if !j.Terminal {
		return nil
	}
	var watch stopwatch
	return func(p library.Progress) {
		if p.Stage != library.StageCounting {
			if watch.shown != "" {
				fmt.Fprint(j.Err, "\r\x1b[K")
				watch = stopwatch{}
			}
			return
		}
		if line := watch.line(p, time.Now()); line != watch.shown {
			watch.shown = line
			fmt.Fprintf(j.Err, "\r%s\x1b[K", line)
		}
	}
}

// A stopwatch knows since when a file is counted.
type stopwatch struct {
	path  string
	start time.Time
	shown string
}

// line says how far a file is: "a.zip: 12.3 million rows, 41 % of 3200 MB, 14 s left".
func (w *stopwatch) line(p library.Progress, now time.Time) string {
	if p.Path != w.path {
		w.path, w.start = p.Path, now
	}
	text := fmt.Sprintf("%s: %.1f million rows, %d %% of %d MB", p.Path, float64(p.Rows)/1e6, 100*p.Bytes/max(p.Of, 1), p.Of>>20)
	if spent := now.Sub(w.start); p.Bytes > 0 && spent > time.Second {
		left := time.Duration(float64(spent) * float64(p.Of-p.Bytes) / float64(p.Bytes))
		text += fmt.Sprintf(", %d s left", int(left.Seconds()+0.5))
	}
	return text
}
