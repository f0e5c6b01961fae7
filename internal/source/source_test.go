package source

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"sayso"
)

func collect(t *testing.T, o Options, inputs ...string) []Record {
	t.Helper()
	var out []Record
	for r := range Records(context.Background(), inputs, o) {
		out = append(out, r)
	}
	return out
}

func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, body := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestFolderIsReadInOrder(t *testing.T) {
	dir := write(t, map[string]string{
		"b.txt": "Text b.", "a.html": "<p>Page a.</p>", "c/d.jsonl": "{\"id\":\"1\",\"text\":\"One.\"}\n\n{\"id\":\"2\",\"text\":\"Two.\"}",
		"c/picture.png": "x", ".hidden/e.txt": "no", "c/.f.txt": "no",
	})
	var got []string
	for _, r := range collect(t, Options{}, dir) {
		if r.Err != nil {
			t.Fatal(r.Err)
		}
		name, _ := filepath.Rel(dir, r.Input)
		got = append(got, filepath.ToSlash(name)+":"+r.In.Article.Text+string(r.In.Page))
	}
	if want := "a.html:<p>Page a.</p> b.txt:Text b. c/d.jsonl:One. c/d.jsonl:Two."; strings.Join(got, " ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, " "), want)
	}
}

func TestBadInputsAreToldAndTheRestIsRead(t *testing.T) {
	dir := write(t, map[string]string{
		"bad.jsonl":  "{\"text\":\"One.\"}\n{\"text\":\n[1]\n{\"text\":\"\"}\n{\"text\":3}\n{\"text\":\"x\",\"authors\":{}}\n{\"text\":\"Six.\"}\n",
		"empty.txt":  "",
		"blank.txt":  " \n",
		"binary.txt": "\x7fELF\x00\x00",
		"none/x.png": "",
	})
	want := []struct {
		line int
		why  string
	}{
		{1, ""}, {2, "in the middle"}, {3, "JSON array"}, {4, `no "text"`}, {5, `"text" is a JSON number`}, {6, "authors"}, {7, ""},
		{0, "empty"}, {0, "empty"}, {0, "not text"}, {0, "no .html"}, {0, "no such file"},
	}
	in := func(name string) string { return filepath.Join(dir, name) }
	got := collect(t, Options{}, in("bad.jsonl"), in("empty.txt"), in("blank.txt"), in("binary.txt"), in("none"), in("missing"))
	if len(got) != len(want) {
		t.Fatalf("%d records, want %d", len(got), len(want))
	}
	for i, w := range want {
		if g := got[i]; g.Line != w.line || (g.Err == nil) != (w.why == "") || g.Err != nil && !strings.Contains(g.Err.Error(), w.why) {
			t.Errorf("record %d: line %d, %v; want line %d, %q", i, g.Line, g.Err, w.line, w.why)
		}
	}
}

func TestHeadlineAndDates(t *testing.T) {
	stdin := `{"headline":"Road open","text":"The road is open.","published":"2022-01-05","authors":"A. Writer"}
{"headline":"Road open","text":"Road open\nThe road is open.","published":"soon"}
{"text":"The road is open."}`
	got := collect(t, Options{Stdin: strings.NewReader(stdin), Published: "2022-02-01"}, "-")
	if len(got) != 3 {
		t.Fatalf("%d records", len(got))
	}
	for i, want := range []sayso.Article{
		{Text: "Road open\n\nThe road is open.", Published: "2022-01-05"},
		{Text: "Road open\nThe road is open.", Published: "2022-02-01"},
		{Text: "The road is open.", Published: "2022-02-01"},
	} {
		a := got[i].In.Article
		if got[i].Err != nil || a.Text != want.Text || a.Published != want.Published || a.PublishedFrom != sayso.PublishedGiven {
			t.Errorf("record %d: %+v, %v", i, a, got[i].Err)
		}
	}
	if len(got[1].In.Gaps) != 1 || !strings.Contains(got[1].In.Gaps[0].Why, `"soon"`) {
		t.Errorf("gaps %v", got[1].In.Gaps)
	}
}

func TestURL(t *testing.T) {
	o := Options{Fetch: func(_ context.Context, url string) ([]byte, string, string, error) {
		if strings.HasSuffix(url, "/gone") {
			return nil, "", "", errors.New("gone")
		}
		return []byte("<p>caf\xe9</p>"), "text/html; charset=iso-8859-15", url + "/", nil
	}}
	got := collect(t, o, "https://news.example/gone", "https://news.example/a")
	if got[0].Err == nil || got[1].Err != nil || string(got[1].In.Page) != "<p>café</p>" || got[1].In.Article.URL != "https://news.example/a/" {
		t.Errorf("got %+v", got)
	}
}

func TestDecode(t *testing.T) {
	for _, c := range []struct {
		name, in, contentType string
		page                  bool
		want, gap             string
	}{
		{"utf-8", "naïve", "", false, "naïve", ""},
		{"byte order mark", "\ufeffnaïve", "", false, "naïve", ""},
		{"utf-16 little", "\xff\xfeH\x00i\x00", "", false, "Hi", "UTF-16LE"},
		{"utf-16 big", "\xfe\xff\x00H\x00i", "", false, "Hi", "UTF-16BE"},
		{"utf-16 without mark", "H\x00i\x00 \x00y\x00o\x00u\x00", "", false, "Hi you", "UTF-16LE"},
		{"windows-1252", "\x93caf\xe9\x94", "", false, "“café”", "windows-1252"},
		{"windows-1251", "\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0", "", false, "Привет, мир", "windows-1251"},
		{"declared by the page", "<meta charset=koi8-r><p>\xf0\xd2\xc9\xd7\xc5\xd4", "", true, "<meta charset=koi8-r><p>Привет", "koi8-r"},
		{"cut off", "naï"[:3], "", false, "na", "middle of a character"},
		{"a few bad bytes", "naïve über \xff", "", false, "naïve über \ufffd", "not UTF-8"},
	} {
		got, gaps, err := Decode([]byte(c.in), c.contentType, c.page)
		if err != nil || got != c.want {
			t.Errorf("%s: %q, %v; want %q", c.name, got, err, c.want)
		}
		if c.gap == "" && len(gaps) != 0 || c.gap != "" && (len(gaps) != 1 || !strings.Contains(gaps[0].Why, c.gap)) {
			t.Errorf("%s: gaps %v, want %q", c.name, gaps, c.gap)
		}
	}
}

func TestLongLineIsAnErrorAndTheRestIsRead(t *testing.T) {
	long := append(bytes.Repeat([]byte("x"), MaxBytes+1), "\n{\"text\":\"Two.\"}"...)
	got := collect(t, Options{Stdin: bytes.NewReader(long), Kind: JSONL}, "-")
	if len(got) != 2 || got[0].Err == nil || got[1].Err != nil || got[1].Line != 2 {
		t.Errorf("got %d records: %v", len(got), got[0].Err)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("\xff\xfeH\x00"), true)
	f.Add([]byte("caf\xe9 \xcf\xf0"), false)
	f.Fuzz(func(t *testing.T, b []byte, page bool) {
		s, _, err := Decode(b, "", page)
		if err == nil && !utf8.ValidString(s) {
			t.Errorf("%q became invalid UTF-8 %q", b, s)
		}
	})
}
