package fetch

import (
	"net/url"
	"strings"
	"testing"
)

func TestNameOfAnAddress(t *testing.T) {
	for address, want := range map[string]string{
		"https://storage.example/reports/removals.zip":           "removals.zip",
		"https://telegram.example/safety":                        "telegram.example safety",
		"https://example.org/":                                   "example.org",
		"https://example.org":                                    "example.org",
		"https://example.org/2024/":                              "example.org",
		"https://example.org/a/..%2F..%2Fetc%2Fpasswd":           "passwd",
		"https://example.org/a/%2e%2e":                           "_",
		"https://example.org/a/..%5C..%5Cboot.ini":               "_.._boot.ini",
		"https://example.org/a/nul.csv":                          "_nul.csv",
		"https://example.org/a/b%00c%0A.csv":                     "b_c_.csv",
		"https://example.org/a/rapport%20d%C3%A9taill%C3%A9.csv": "rapport détaillé.csv",
		"https://example.org/a/report.csv?x=1/2":                 "report.csv",
	} {
		u, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		if got := safe(nameOf(u)); got != want {
			t.Errorf("%s is saved as %q, want %q", address, got, want)
		}
	}
	if got := safe(strings.Repeat("é", 400) + ".csv"); len(got) > longestName || !strings.HasSuffix(got, ".csv") {
		t.Errorf("a long name is saved as %q", got)
	}
}
