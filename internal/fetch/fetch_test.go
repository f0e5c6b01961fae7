package fetch

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestGet(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/ok", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=windows-1251")
		w.Write([]byte("agent " + r.UserAgent()))
	})
	mux.Handle("/moved", http.RedirectHandler("/ok", http.StatusFound))
	mux.HandleFunc("/shut", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) })
	mux.HandleFunc("/down", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusServiceUnavailable) })
	mux.Handle("/loop", http.RedirectHandler("/loop", http.StatusFound))
	mux.HandleFunc("/large", func(w http.ResponseWriter, r *http.Request) { w.Write(bytes.Repeat([]byte("x"), MaxBytes+1)) })
	server := httptest.NewServer(mux)
	defer server.Close()
	client := &Client{Agent: "test"}

	page, err := client.Get(context.Background(), server.URL+"/moved")
	if err != nil {
		t.Fatal(err)
	}
	if string(page.Body) != "agent test" || page.URL != server.URL+"/ok" || page.ContentType != "text/html; charset=windows-1251" {
		t.Errorf("page %q %q %q", page.Body, page.URL, page.ContentType)
	}
	for path, want := range map[string]string{"/none": "404 Not Found; check the address", "/shut": "403 Forbidden; save the page", "/down": "503 Service Unavailable; try again later", "/loop": "redirects", "/large": "larger than 16 MB"} {
		_, err := client.Get(context.Background(), server.URL+path)
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), server.URL+path) {
			t.Errorf("%s: error %v, want the URL and %q", path, err, want)
		}
	}
	if _, err := client.Get(context.Background(), server.URL+"/large"); !errors.Is(err, ErrTooLarge) {
		t.Errorf("%v is not ErrTooLarge", err)
	}
	server.Close()
	if _, err := client.Get(context.Background(), server.URL+"/ok"); err == nil {
		t.Error("no error from a closed server")
	}
}
