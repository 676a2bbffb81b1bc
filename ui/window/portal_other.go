//go:build !linux

package window

import "fyne.io/fyne/v2"

func askFiles(fyne.Window, string) ([]string, error) { return nil, errNoPortal }

func askFolder(fyne.Window, string) ([]string, error) { return nil, errNoPortal }

func askSave(fyne.Window, string, string) ([]string, error) { return nil, errNoPortal }
