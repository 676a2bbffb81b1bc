package fetch

import (
	"net/url"
	"path"
	"strings"
	"unicode"
)

// longestName leaves room for the ends of partial files.
const longestName = 150

// nameOf returns the name of the file at an address: its last part, with
// nothing that could lead out of a folder or that a system does not allow.
func nameOf(u *url.URL) string {
	name := path.Base(u.Path)
	if strings.HasSuffix(u.Path, "/") || name == "." || name == "/" {
		name = u.Hostname()
	}
	if path.Ext(name) == "" && u.Path != "" && strings.Trim(u.Path, "/") == name {
		name = u.Hostname() + " " + name // telegram.org safety
	}
	return name
}

// safe leaves of a name what every system allows.
func safe(name string) string {
	name = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || strings.ContainsRune(`/\:*?"<>|`, r) || r == unicode.ReplacementChar {
			return '_'
		}
		return r
	}, strings.ToValidUTF8(name, "_"))
	for len(name) > longestName {
		runes := []rune(name)
		name = string(runes[1:]) // the end has the extension
	}
	name = strings.Trim(name, ". ")
	if name == "" || isDevice(name) {
		name = "_" + name
	}
	return name
}

// isDevice tells whether Windows takes a name for a device.
func isDevice(name string) bool {
	stem, _, _ := strings.Cut(strings.ToUpper(name), ".")
	switch stem {
	case "CON", "PRN", "AUX", "NUL":
		return true
	}
	return len(stem) == 4 && (strings.HasPrefix(stem, "COM") || strings.HasPrefix(stem, "LPT"))
}
