package sheet

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// published returns the folder of published exports that some checkouts have
// beside them, and skips the test where it is not.
func published(t *testing.T) string {
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		data := filepath.Join(dir, "shared", "data")
		if info, err := os.Stat(data); err == nil && info.IsDir() {
			return data
		}
	}
	t.Skip("no published exports beside this checkout")
	return ""
}

// TestPublishedExportsOpen opens every export that there is and reads it to
// its end.
func TestPublishedExportsOpen(t *testing.T) {
	rows := map[string]int{}
	err := filepath.WalkDir(published(t), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() || named(path, ".sha1") {
			return err
		}
		book, err := OpenFile(context.Background(), path)
		if err != nil {
			t.Error(err)
			return nil
		}
		for _, file := range book.Files {
			if file.Err != nil {
				t.Error(file.Err)
			}
			rows[filepath.Base(path)] += countRows(t, file)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]int{
		"tiktok-2024-q2.csv":                                     31_465,
		"CSER-2020_Q3.csv":                                       1431,
		"google-user-data-requests.csv":                          1226,
		"PRPL-Facebook-Government-Report-2018_H1.csv":            131,
		"telegram_safety_daily_2016-12-25_2026-06-17.csv":        3463,
		"Twitter_Transparency-Removal_Requests_Jul-Dec-2020.csv": 630,
		"discord-2023-q4.csv":                                    184,
		"Microsoft LERR_2021_H1.xlsx":                            98,
		"data_jun_2018.xlsx":                                     844,
		"data_aug2014.ods":                                       175,
		"sor-global-2024-03-14-full.zip":                         16,
		"safety_2026-06-17.html":                                 6,
	} {
		if rows[name] != want {
			t.Errorf("%s has %d rows, want %d", name, rows[name], want)
		}
	}
}

func countRows(t *testing.T, file *File) (n int) {
	for _, table := range file.Tables {
		for _, err := range table.Rows() {
			if err != nil {
				t.Error(err)
			}
			n++
		}
	}
	return n
}

// TestSafetyPageHasItsSeries reads the data that Telegram's page embeds.
func TestSafetyPageHasItsSeries(t *testing.T) {
	book, err := OpenFile(context.Background(), filepath.Join(published(t), "telegram", "safety_2026-06-17.html"))
	if err != nil {
		t.Fatal(err)
	}
	days := map[string]int{}
	for _, call := range book.Files[0].Calls {
		for _, column := range call.Value.Get("columns").Items() {
			days[call.Name] = column.Len() - 1
		}
	}
	for name, want := range map[string]int{"chart_total_banned_wrap": 930, "chart_csam_banned_wrap": 2772, "chart_terror_banned_wrap": 3462} {
		if days[name] != want {
			t.Errorf("%s has %d days, want %d", name, days[name], want)
		}
	}
}
