//go:build !unix

package statements_test

import "time"

var started = time.Now()

// cpuSeconds stands in for the CPU time where the system does not tell it.
func cpuSeconds() float64 { return time.Since(started).Seconds() }
