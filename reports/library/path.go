package library

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// DefaultPath returns where the user's library stands: $VITRINE_LIBRARY, else
// library.duckdb in Vitrine's folder among the user's data.
func DefaultPath() (string, error) {
	if path := os.Getenv("VITRINE_LIBRARY"); path != "" {
		return path, nil
	}
	folder, err := dataFolder(runtime.GOOS)
	if err != nil {
		return "", fmt.Errorf("no folder for the library: %w; name one with --library", err)
	}
	return filepath.Join(folder, "library.duckdb"), nil
}

// FetchedFolder returns where the files are kept that were fetched for the
// library at a path, or for the user's where path is "": beside it, and for
// one in memory among the user's data.
func FetchedFolder(path string) (folder string, err error) {
	if path == "" {
		path, err = DefaultPath()
	}
	folder = filepath.Dir(path)
	if path == Memory {
		folder, err = dataFolder(runtime.GOOS)
	}
	if err != nil {
		return "", fmt.Errorf("no folder for what is fetched: %w; name one with --into", err)
	}
	return filepath.Join(folder, "fetched"), nil
}

// dataFolder returns Vitrine's folder for data that the user would miss.
func dataFolder(system string) (string, error) {
	switch system {
	case "windows":
		if local := os.Getenv("LOCALAPPDATA"); local != "" {
			return filepath.Join(local, "Vitrine"), nil
		}
	case "darwin":
		home, err := os.UserHomeDir()
		return filepath.Join(home, "Library", "Application Support", "Vitrine"), err
	default:
		if data := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(data) {
			return filepath.Join(data, "vitrine"), nil
		}
	}
	home, err := os.UserHomeDir()
	if system == "windows" {
		return filepath.Join(home, "AppData", "Local", "Vitrine"), err
	}
	return filepath.Join(home, ".local", "share", "vitrine"), err
}
