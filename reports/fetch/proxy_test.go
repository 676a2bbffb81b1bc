package fetch

import (
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// proxied is the address that TestProxyOfTheEnvironment asks a proxy for. No
// network knows its server.
const proxied = "http://publisher.invalid/report.csv"

// TestProxyOfTheEnvironment fetches in a process of its own: a process reads
// its proxy once.
func TestProxyOfTheEnvironment(t *testing.T) {
	if folder := os.Getenv("VITRINE_TEST_FETCH"); folder != "" {
		fetched(t, proxied, folder, report, Options{})
		return
	}
	var asked []string
	h := &host{content: report}
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.URL.String())
		h.ServeHTTP(w, r)
	}))
	defer proxy.Close()
	child := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestProxyOfTheEnvironment$")
	child.Env = append(os.Environ(), "VITRINE_TEST_FETCH="+t.TempDir(), "HTTP_PROXY="+proxy.URL, "http_proxy=", "NO_PROXY=", "no_proxy=", "REQUEST_METHOD=")
	if out, err := child.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if strings.Join(asked, " ") != proxied {
		t.Errorf("the proxy was asked for %q", asked)
	}
}
