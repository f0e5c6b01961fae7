package lexicon

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

func TestLoaderGathersEveryFault(t *testing.T) {
	l := NewLoader(fstest.MapFS{"x/good.tsv": {Data: []byte("word\none\ntwo\n")}, "x/bad.tsv": {Data: []byte("word\ntwo\none\n")}}, "x")
	if words := l.Words("good.tsv", Open("word")); len(words) != 2 || !words["two"] || l.Err() != nil {
		t.Errorf("words %v, error %v", words, l.Err())
	}
	if rows := l.Rows("bad.tsv", Open("word")); rows != nil {
		t.Errorf("rows %v of a table that is wrong", rows)
	}
	l.Rows("none.tsv", Open("word"))
	l.Fail(nil)
	l.Bad("good.tsv", 2, "no %q", "one")
	err := l.Err()
	if err == nil || !errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("error %v", err)
	}
	for _, want := range []string{"x/bad.tsv:3: ", "x/none.tsv", `x/good.tsv:2: no "one"`} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("error %q lacks %q", err, want)
		}
	}
}
