package lexicon

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestReadReportsEveryFaultWithItsLine(t *testing.T) {
	fsys := fstest.MapFS{"t.tsv": {Data: []byte("# verbs\nlemma\tstance\nsay\tasserted\ndeny\tdenied\nask\tshouted\nhint\n")}}
	_, err := Read(fsys, "t.tsv", Open("lemma"), Closed("stance", "asserted", "denied"))
	if err == nil {
		t.Fatal("want an error")
	}
	for _, want := range []string{`t.tsv:4: "deny" stands after "say"`, `t.tsv:5: stance is "shouted"`, "t.tsv:6: 1 cells, want 2"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("error %q lacks %q", err, want)
		}
	}
}

func TestReadRows(t *testing.T) {
	fsys := fstest.MapFS{"t.tsv": {Data: []byte("a\tb\nx\t1\n# c\ny\t\n")}}
	table, err := Read(fsys, "t.tsv", Open("a"), Open("b"))
	if err != nil {
		t.Fatal(err)
	}
	if len(table.Rows) != 2 || table.Rows[1].Line != 4 || table.Rows[1].Cells[0] != "y" {
		t.Errorf("rows: %+v", table.Rows)
	}
}
