package lexicon

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestReadClasses(t *testing.T) {
	fsys := fstest.MapFS{"w.tsv": {Data: []byte("class\tmeans\twords\nask\tto put a question\task quiz\nharm\tto hurt\tmaim\n")}}
	var ask, harm Set
	if err := ReadClasses(fsys, "w.tsv", map[string]*Set{"ask": &ask, "harm": &harm}); err != nil {
		t.Fatal(err)
	}
	if len(ask) != 2 || !ask["quiz"] || ask["maim"] || !harm["maim"] {
		t.Errorf("ask %v, harm %v", ask, harm)
	}
}

func TestReadClassesReportsEveryFault(t *testing.T) {
	fsys := fstest.MapFS{"w.tsv": {Data: []byte("class\tmeans\twords\nask\tto put a question\tquiz ask quiz quiz\nask\tagain\tgrill\nharm\t\tmaim\nlose\tto have no more\t\nstray\tnot asked for\tword\n")}}
	var set Set
	err := ReadClasses(fsys, "w.tsv", map[string]*Set{"ask": &set, "harm": &set, "lose": &set, "win": &set})
	if err == nil {
		t.Fatal("want an error")
	}
	for _, want := range []string{`w.tsv:2: class "ask": "ask" stands after "quiz"`, `w.tsv:2: class "ask": "quiz" stands after "quiz"`,
		`w.tsv:3: class "ask" stands on line 2`, `w.tsv:4: class "harm" does not say`, `w.tsv:5: class "lose" has no words`,
		`w.tsv:6: nothing asks for class "stray"`, `w.tsv: no class "win"`} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("error %q lacks %q", err, want)
		}
	}
}
