package place

import "io/fs"

// Names calls each for every name that the gazetteer below the rules folder
// knows, folded, with the site it stands for first of all.
func Names(rules fs.FS, each func(name string, site Site, use NameUse)) error {
	b, err := fs.ReadFile(rules, "geo/gazetteer.bin")
	if err != nil {
		return err
	}
	g, err := openGazetteer(string(b))
	if err != nil {
		return err
	}
	for key := range g.keys {
		if first, last := g.postings(key); first < last {
			site, use := g.posting(first)
			each(g.keyOf(key), g.at(site), use)
		}
	}
	return nil
}
