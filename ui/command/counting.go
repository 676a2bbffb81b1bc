package command

import (
	"fmt"

	"vitrine/reports/library"
)

// counting returns what shows on a terminal how far the rows of a dump are
// counted, and how long it will take; nil elsewhere.
func (j *job) counting() func(library.Progress) {
	if !j.Terminal {
		return nil
	}
	shown := ""
	return func(p library.Progress) {
		line := ""
		if p.Stage == library.StageCounting {
			line = countingLine(p)
		}
		if line != shown {
			shown = line
			fmt.Fprintf(j.Err, "\r%s\x1b[K", line)
		}
	}
}

// countingLine says how far a file is: "a.zip: 12.3 million rows, 41 % of 3200
// MB, 14 s left".
func countingLine(p library.Progress) string {
	text := fmt.Sprintf("%s: %.1f million rows, %d %% of %d MB", p.Path, float64(p.Rows)/1e6, 100*p.Bytes/max(p.Of, 1), p.Of>>20)
	if p.Left > 0 {
		text += fmt.Sprintf(", %d s left", int(p.Left.Seconds()))
	}
	return text
}
