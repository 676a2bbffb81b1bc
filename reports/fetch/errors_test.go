package fetch

import (
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestEncryptedServers(t *testing.T) {
	plain := httptest.NewServer(&host{content: report})
	defer plain.Close()
	mux := http.NewServeMux()
	mux.Handle("/report.csv", &host{content: report})
	mux.Handle("/down", http.RedirectHandler(plain.URL+"/report.csv", http.StatusFound))
	mux.Handle("/on", http.RedirectHandler("/report.csv", http.StatusFound))
	mux.Handle("/loop", http.RedirectHandler("/loop", http.StatusFound))
	s := httptest.NewUnstartedServer(mux)
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	s.StartTLS()
	defer s.Close()
	trusted := x509.NewCertPool()
	trusted.AddCert(s.Certificate())
	for _, c := range []struct {
		path  string
		roots *x509.CertPool
		err   error
		says  string
	}{
		{"/report.csv", trusted, nil, ""},
		{"/on", trusted, nil, ""},
		{"/down", trusted, ErrInsecure, "not encrypted"},
		{"/loop", trusted, ErrRedirects, "more than 10 times"},
		{"/report.csv", nil, nil, "does not prove who it is"},
	} {
		_, err := Get(t.Context(), s.URL+c.path, t.TempDir(), Options{roots: c.roots})
		if c.err != nil && !errors.Is(err, c.err) || (err == nil) != (c.says == "") {
			t.Errorf("%s: %v, want %v", c.path, err, c.err)
		}
		if err != nil && !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %q does not say %q", c.path, err, c.says)
		}
	}
}

func TestErrorsSayWhatToDo(t *testing.T) {
	mux := http.NewServeMux()
	for _, status := range []int{403, 404, 410, 418, 429, 503} {
		mux.HandleFunc(fmt.Sprintf("/%d/report.csv", status), func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) })
	}
	mux.HandleFunc("/packed/report.csv", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Encoding", "br") })
	mux.HandleFunc("/silent/report.csv", func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte("a line\n"))
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	})
	s := httptest.NewServer(mux)
	defer s.Close()
	gone := httptest.NewServer(mux)
	gone.Close()
	for address, want := range map[string]string{
		s.URL + "/404/report.csv":    "there is nothing at this address (404 Not Found); check the address",
		s.URL + "/410/report.csv":    "there is nothing at this address",
		s.URL + "/403/report.csv":    "does not give it to Vitrine (403 Forbidden); open the publisher's page in a browser",
		s.URL + "/418/report.csv":    "does not give it (418",
		s.URL + "/429/report.csv":    "cannot give it now (429 Too Many Requests); try again later",
		s.URL + "/503/report.csv":    "cannot give it now (503 Service Unavailable); try again later",
		s.URL + "/packed/report.csv": `packed as "br"`,
		s.URL + "/silent/report.csv": "sends nothing more; get it again",
		gone.URL + "/report.csv":     "there is no connection",
		"report.csv":                 "this is no address of the web; give one that begins with https://",
		"ftp://127.0.0.1/report.csv": "this is no address of the web",
		"https://":                   "this is no address of the web",
	} {
		into, patience := t.TempDir(), time.Minute
		if strings.Contains(address, "silent") {
			patience = 500 * time.Millisecond
		}
		_, err := Get(t.Context(), address, into, Options{Patience: patience})
		if err == nil || !strings.HasPrefix(err.Error(), address+": ") || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", address, err, want)
		}
		if left(t, into) != "" {
			t.Errorf("%s: %s is left", address, left(t, into))
		}
	}
}

func TestFolderThatCannotBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a file")
	write(t, file, "")
	_, err := Get(t.Context(), serve(t, &host{content: report}), file, Options{})
	if err == nil || !strings.Contains(err.Error(), file+" cannot be written") || !strings.Contains(err.Error(), "choose another folder") {
		t.Errorf("%v", err)
	}
}
