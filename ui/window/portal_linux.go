package window

import (
	"errors"
	"net/url"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"github.com/rymdport/portal"
	"github.com/rymdport/portal/filechooser"
)

// askFiles asks the desktop's portal for files. An error means that there is
// none; no files, that the user chose none.
func askFiles(w fyne.Window, title string) ([]string, error) {
	return askPortal(func() ([]string, error) {
		return filechooser.OpenFile(handle(w), title, &filechooser.OpenFileOptions{Multiple: true})
	})
}

// askFolder asks the desktop's portal for a folder.
func askFolder(w fyne.Window, title string) ([]string, error) {
	return askPortal(func() ([]string, error) {
		return filechooser.OpenFile(handle(w), title, &filechooser.OpenFileOptions{Directory: true})
	})
}

// askSave asks the desktop's portal where to save.
func askSave(w fyne.Window, title, name string) ([]string, error) {
	return askPortal(func() ([]string, error) {
		return filechooser.SaveFile(handle(w), title, &filechooser.SaveFileOptions{CurrentName: name})
	})
}

// askPortal calls the portal where there is a session bus: looking for one
// where there is none would start one.
func askPortal(ask func() ([]string, error)) ([]string, error) {
	if os.Getenv("DBUS_SESSION_BUS_ADDRESS") == "" {
		return nil, errNoPortal
	}
	uris, err := ask()
	if err != nil {
		return nil, errors.Join(errNoPortal, err)
	}
	var paths []string
	for _, uri := range uris {
		if u, err := url.Parse(uri); err == nil && u.Scheme == "file" {
			paths = append(paths, u.Path)
		}
	}
	return paths, nil
}

// handle names the window to the portal, so that its dialog stands above it.
func handle(w fyne.Window) string {
	native, ok := w.(driver.NativeWindow)
	if !ok {
		return ""
	}
	name := ""
	native.RunNative(func(context any) {
		if x, ok := context.(driver.X11WindowContext); ok {
			name = portal.FormatX11WindowHandle(x.WindowHandle)
		}
	})
	return name
}
