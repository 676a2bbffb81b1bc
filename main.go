// Vitrine opens the transparency reports that platforms publish, charts
// removals by category and country over time, and writes spreadsheets.
package main

import (
	"cmp"
	"os"

	"vitrine/ui/command"
)

// version is set by the build.
var version = "0.1.0"

func main() {
	args := os.Args[1:]
	if len(args) == 0 || !command.Knows(args[0]) {
		os.Exit(openWindow(args))
	}
	shell := command.Shell{
		Args: args, Out: os.Stdout, Err: os.Stderr, Terminal: isTerminal(os.Stdout),
		Language: cmp.Or(os.Getenv("LC_ALL"), os.Getenv("LC_MESSAGES"), os.Getenv("LANG")), Version: version,
	}
	os.Exit(shell.Run())
}

func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
