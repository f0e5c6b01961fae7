package sayso

// Quantity is a number with its bounds, what it counts and on whose say-so.
type Quantity struct {
	ID        QuantityID `json:"id"`
	Span      Span       `json:"span"`           // the number with its modifier: "more than 4,500"
	Low       *float64   `json:"low,omitempty"`  // nil: open below
	High      *float64   `json:"high,omitempty"` // nil: open above
	Bound     Bound      `json:"bound"`
	Unit      string     `json:"unit,omitempty"` // "person"; also "percent", a currency, …
	Harm      Harm       `json:"harm,omitempty"`
	Who       string     `json:"who,omitempty"` // civilian police military protester child other
	Of        *Span      `json:"of,omitempty"`  // the words counted: "people"
	PartOf    QuantityID `json:"part_of,omitempty"`
	Increment bool       `json:"increment"` // "three more": on top of another figure
	Time      TimexID    `json:"time,omitempty"`
	Place     PlaceID    `json:"place,omitempty"`
	Voice     Voice      `json:"voice,omitempty"`
	Claim     ClaimID    `json:"claim,omitempty"` // the claim that tells it, where Voice is source
	By        string     `json:"by,omitempty"`    // the rule or model that read it
}

// Bound says how a number is meant.
type Bound string

const (
	Exact   Bound = "exact"
	AtLeast Bound = "at_least"
	AtMost  Bound = "at_most"
	About   Bound = "about"
	Between Bound = "between"
)

// Harm is what happened to the people counted.
type Harm string

const (
	Killed     Harm = "killed"
	Injured    Harm = "injured"
	Casualties Harm = "casualties"
	Detained   Harm = "detained"
	Displaced  Harm = "displaced"
	Missing    Harm = "missing"
)
