// Package fetch gets one web page, within stated limits.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"
)

// Limits of one fetch.
const (
	Timeout   = 30 * time.Second
	MaxBytes  = 16 << 20 // of the body, unpacked
	Redirects = 5
)

// Page is what a server answered with.
type Page struct {
	Body        []byte
	ContentType string
	URL         string // after redirects
}

// Client fetches pages. Agent is sent as User-Agent.
type Client struct {
	Agent string
	HTTP  *http.Client // nil: a client with Timeout and Redirects
}

// Get fetches a page. An error names the URL and what to do; ErrTooLarge is
// among the reasons.
func (c *Client) Get(ctx context.Context, url string) (Page, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return Page{}, fmt.Errorf("%s: not a URL: %w", url, err)
	}
	req.Header.Set("User-Agent", c.Agent)
	req.Header.Set("Accept", "text/html, application/xhtml+xml, text/plain, application/x-ndjson;q=0.9, */*;q=0.1")
	res, err := c.client().Do(req)
	if err != nil {
		return Page{}, fmt.Errorf("fetching %s: %w", url, errors.Unwrap(err))
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return Page{}, fmt.Errorf("fetching %s: the server answered %s%s", url, res.Status, remedy(res.StatusCode))
	}
	body, err := io.ReadAll(io.LimitReader(res.Body, MaxBytes+1))
	if err != nil {
		return Page{}, fmt.Errorf("fetching %s: %w", url, err)
	}
	if len(body) > MaxBytes {
		return Page{}, fmt.Errorf("fetching %s: %w; save the page and read the file", url, ErrTooLarge)
	}
	return Page{body, res.Header.Get("Content-Type"), res.Request.URL.String()}, nil
}

// remedy says what a reader can do about a status, after a semicolon; "" where nothing is known.
func remedy(status int) string {
	switch {
	case status == http.StatusNotFound, status == http.StatusGone:
		return "; check the address, or read a saved copy"
	case status == http.StatusUnauthorized, status == http.StatusForbidden, status == http.StatusPaymentRequired, status == http.StatusUnavailableForLegalReasons:
		return "; save the page in a browser and read the file"
	case status == http.StatusTooManyRequests, status >= 500:
		return "; try again later"
	}
	return ""
}

// ErrTooLarge says that a page is larger than MaxBytes.
var ErrTooLarge = fmt.Errorf("the page is larger than %d MB", MaxBytes>>20)

func (c *Client) client() *http.Client {
	if c.HTTP != nil {
		return c.HTTP
	}
	return &http.Client{
		Timeout: Timeout,
		CheckRedirect: func(_ *http.Request, via []*http.Request) error {
			if len(via) > Redirects {
				return fmt.Errorf("more than %d redirects", Redirects)
			}
			return nil
		},
	}
}
