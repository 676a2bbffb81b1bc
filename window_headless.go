//go:build headless

package main

import (
	"fmt"
	"os"

	"vitrine/ui/command"
)

// openWindow says that this build has no window.
func openWindow([]string) int {
	fmt.Fprintln(os.Stderr, "vitrine: this build has no window; use a command, see vitrine --help")
	return command.Failed
}
