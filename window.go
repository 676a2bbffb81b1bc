//go:build !headless

package main

import (
	"fmt"
	"os"
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"vitrine/assets"
	"vitrine/reports/library"
	"vitrine/ui/command"
	"vitrine/ui/window"
)

// appID names Vitrine to the system; preferences are kept under it.
const appID = "org.vitrine.Vitrine"

// openWindow opens the window and loads the files named.
func openWindow(args []string) int {
	path, files, err := windowArguments(args)
	if err == nil && path == "" {
		path, err = library.DefaultPath()
	}
	if err == nil && !hasDisplay() {
		err = fmt.Errorf("there is no display to open a window on; ask with a command instead, see vitrine --help")
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "vitrine: %v\n", err)
		return command.Failed
	}
	a := app.NewWithID(appID)
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.IconPNG()))
	window.Run(a, window.Options{
		Open:  func() (*library.Library, error) { return library.Open(path) },
		Paths: files, Version: version, Place: path,
	})
	return command.Done
}

// windowArguments tells the library's path from the files to load.
func windowArguments(args []string) (path string, files []string, err error) {
	for i := 0; i < len(args); i++ {
		name, value, joined := strings.Cut(args[i], "=")
		switch {
		case name == "--library" && joined:
			path = value
		case name == "--library" && i+1 < len(args):
			i++
			path = args[i]
		case args[i] == "--":
			return path, append(files, args[i+1:]...), nil
		case strings.HasPrefix(args[i], "-") && args[i] != "-":
			return "", nil, fmt.Errorf("unknown option %s; see vitrine --help", args[i])
		default:
			files = append(files, args[i])
		}
	}
	if path == "" {
		path = os.Getenv("VITRINE_LIBRARY")
	}
	return path, files, nil
}

func hasDisplay() bool {
	switch runtime.GOOS {
	case "windows", "darwin", "ios", "android":
		return true
	}
	return os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}
