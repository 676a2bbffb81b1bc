package fetch

import (
	"crypto/tls"
	"crypto/x509"
	"net"
	"net/http"
	"time"
)

// mostRedirects is how often a server may send on.
const mostRedirects = 10

// newClient makes a client that verifies certificates, takes the proxy from
// HTTPS_PROXY, HTTP_PROXY and NO_PROXY, and leaves bytes as they are.
func newClient(roots *x509.CertPool, patience time.Duration) *http.Client {
	return &http.Client{
		CheckRedirect: follow,
		Transport: &http.Transport{
			Proxy:                 http.ProxyFromEnvironment,
			DialContext:           (&net.Dialer{Timeout: patience}).DialContext,
			TLSClientConfig:       &tls.Config{MinVersion: tls.VersionTLS12, RootCAs: roots},
			TLSHandshakeTimeout:   patience,
			ResponseHeaderTimeout: patience,
			DisableCompression:    true,
			ForceAttemptHTTP2:     true,
		},
	}
}

// follow refuses to be sent on without end, and from an address that nobody
// can listen to or change to one that anybody can.
func follow(next *http.Request, before []*http.Request) error {
	last := before[len(before)-1].URL
	switch {
	case last.Scheme == "https" && next.URL.Scheme != "https":
		return ErrInsecure
	case len(before) > mostRedirects:
		return ErrRedirects
	}
	return nil
}
