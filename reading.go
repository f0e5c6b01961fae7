// Package sayso holds the nouns of Sayso: articles and what was read from them.
//
// A Reading says, for every claim, event and number of one article, on whose
// say-so it stands. Package reader makes readings; this package only describes
// them, as plain data whose JSON is a public format.
package sayso

// Format is the number of the reading's JSON format. It changes when the
// meaning of a field changes.
const Format = 1

// Reading is everything read from one article. Lists are never null in JSON,
// and the same input gives the same bytes on every machine.
type Reading struct {
	Format     int        `json:"format"`
	Reader     string     `json:"reader"` // program, rules and weights that read it
	Article    Article    `json:"article"`
	Sentences  []Span     `json:"sentences"`
	Entities   []Entity   `json:"entities"`
	Times      []Timex    `json:"times"`
	Places     []Place    `json:"places"`
	Quantities []Quantity `json:"quantities"`
	Claims     []Claim    `json:"claims"`
	Events     []Event    `json:"events"`
	Gaps       []Gap      `json:"gaps"`
}

// Gap is something seen but not understood, or deliberately left undecided.
type Gap struct {
	Stage string `json:"stage"` // the stage that met it: "attribution", "event", …
	Why   string `json:"why"`
	Span  *Span  `json:"span,omitempty"` // nil where it concerns the whole article
}

// NewGap returns a gap at one place of the text.
func NewGap(stage, why string, at Span) Gap { return Gap{Stage: stage, Why: why, Span: &at} }
