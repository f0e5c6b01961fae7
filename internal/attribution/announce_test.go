package attribution_test

import (
	"strings"
	"testing"

	"sayso"
)

// A quotation in a paragraph of its own belongs to the sentence whose colon
// announces it; one that a sentence without a colon stands before does not.
func TestAnnounced(t *testing.T) {
	b := newBench(t)
	const quote = "“The bridge will stay shut until the steel is replaced. Nobody is to cross it on foot.”"
	for _, c := range []struct{ before, source string }{
		{"On Monday the harbour board issued the following statement:", "the harbour board"},
		{"Ann Ode put out a short note on the closure late on Sunday night:", "Ann Ode"},
		{"The pilots closed the bridge on Monday and went home.", ""},
	} {
		text := c.before + "\n\n" + quote + "\n\nTraffic was heavy in the town."
		found, _, _ := b.read(text, &sayso.Article{})
		source := ""
		for _, k := range found.Claims {
			for _, s := range k.Content {
				if strings.Contains(text[s.Start:s.End], "stay shut until") && k.Source != nil {
					source = text[k.Source.Span.Start:k.Source.Span.End]
				}
			}
		}
		if !strings.EqualFold(source, c.source) {
			t.Errorf("%s: source %q, want %q", c.before, source, c.source)
		}
	}
}
