package attribution

import (
	"io/fs"

	"sayso"
	"sayso/internal/lexicon"
)

// hops holds the tables that tell stations of a chain.
type hops struct {
	documents  map[string]document
	media      map[string]medium
	mediaWords map[string]string
	leads      map[string]bool   // words that a medium's name may begin with
	spokes     map[string]string // noun → what must stand before it, "" where nothing need
}

type document struct {
	name string
	weak bool
}

type medium struct {
	role sayso.HopRole
	weak bool
}

func readHops(rules fs.FS) (hops, error) {
	h := hops{map[string]document{}, map[string]medium{}, map[string]string{}, map[string]bool{}, map[string]string{}}
	l := lexicon.NewLoader(rules, "attribution")
	use := lexicon.Closed("use", "strong", "weak")
	for _, r := range l.Rows("documents.tsv", lexicon.Open("word"), lexicon.Open("name"), use) {
		h.documents[r.Cells[0]] = document{r.Cells[1], r.Cells[2] == "weak"}
	}
	for _, r := range l.Rows("media.tsv", lexicon.Open("name"), lexicon.Closed("role", "agency", "outlet"), use) {
		h.media[r.Cells[0]] = medium{sayso.HopRole(r.Cells[1]), r.Cells[2] == "weak"}
	}
	for _, r := range l.Rows("mediawords.tsv", lexicon.Open("word"), lexicon.Closed("place", "name", "noun", "both"), lexicon.Closed("first", "", "first")) {
		h.mediaWords[r.Cells[0]] = r.Cells[1]
		h.leads[r.Cells[0]] = r.Cells[2] == "first"
	}
	for _, r := range l.Rows("spokespeople.tsv", lexicon.Open("noun"), lexicon.Open("before")) {
		h.spokes[r.Cells[0]] = r.Cells[1]
	}
	return h, l.Err()
}
