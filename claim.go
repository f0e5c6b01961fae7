package sayso

// Claim is a stretch of text that the article hands to somebody: said,
// written, thought, wanted, ordered, asked or perceived.
type Claim struct {
	ID       ClaimID    `json:"id"`
	Kind     ClaimKind  `json:"kind"`
	Form     ClaimForm  `json:"form"`
	Stance   Stance     `json:"stance"`
	Source   *Source    `json:"source,omitempty"`  // nil where nobody is named: "it is believed"
	Cue      []Span     `json:"cue"`               // "said", "according to", "a statement", ":"
	Content  []Span     `json:"content"`           // in text order; an interrupted quotation has several
	Inserts  []Span     `json:"inserts,omitempty"` // the outlet's own words inside: "(banned in Russia)"
	Part     Part       `json:"part"`
	Said     TimexID    `json:"said,omitempty"`    // when it was said
	Within   ClaimID    `json:"within,omitempty"`  // the claim that reports this one
	SameAs   ClaimID    `json:"same_as,omitempty"` // an earlier telling in this article
	Responds []Response `json:"responds,omitempty"`
	Chain    []Hop      `json:"chain"`       // who told whom, nearest the reader first
	By       string     `json:"by"`          // the rule or model that read it: "rule:according-to"
	P        float64    `json:"p,omitempty"` // its calibrated probability
}

// Source is the phrase that names who a claim is handed to.
type Source struct {
	Span   Span     `json:"span"`
	Entity EntityID `json:"entity,omitempty"`
	Terms  *Span    `json:"terms,omitempty"` // on what terms it spoke: "on condition of anonymity"
}

// Response ties a claim to what it answers.
type Response struct {
	To  string `json:"to"`  // the id of a claim, event or quantity, or "outside"
	How string `json:"how"` // confirms denies retracts corrects characterises
}

// Hop is one station on a claim's way to the reader.
type Hop struct {
	Role   HopRole  `json:"role"`
	Name   string   `json:"name"`
	Entity EntityID `json:"entity,omitempty"`
	Span   *Span    `json:"span,omitempty"`
}

// HopRole is what a hop is on the way.
type HopRole string

const (
	HopAgency       HopRole = "agency"
	HopOutlet       HopRole = "outlet"
	HopDocument     HopRole = "document"
	HopSpokesperson HopRole = "spokesperson"
	HopSpeaker      HopRole = "speaker"
)

// ClaimKind is the sort of act by which the source stands behind the content.
type ClaimKind string

const (
	Speech     ClaimKind = "speech"
	Writing    ClaimKind = "writing"
	Belief     ClaimKind = "belief"
	Intention  ClaimKind = "intention"
	Order      ClaimKind = "order"
	Question   ClaimKind = "question"
	Perception ClaimKind = "perception"
)

// ClaimForm tells quoted words from reported ones.
type ClaimForm string

const (
	Direct   ClaimForm = "direct"   // nine words in ten or more stand between quotation marks
	Mixed    ClaimForm = "mixed"    // some do
	Indirect ClaimForm = "indirect" // none does
)

// Stance is how the source stands to the content.
type Stance string

const (
	Asserted   Stance = "asserted"
	Denied     Stance = "denied"
	Alleged    Stance = "alleged"
	Admitted   Stance = "admitted"
	Promised   Stance = "promised"
	Threatened Stance = "threatened"
	Asked      Stance = "asked"
	Doubted    Stance = "doubted"
	Declined   Stance = "declined"
)

// Part is where in the article a claim stands.
type Part string

const (
	PartHeadline Part = "headline"
	PartLead     Part = "lead"
	PartBody     Part = "body"
)

// Voice says on whose say-so an event or number stands. VoiceOutlet is a
// positive finding, never a default.
type Voice string

const (
	VoiceOutlet  Voice = "outlet"  // told in the article's own voice
	VoiceSource  Voice = "source"  // told inside a claim
	VoiceUnclear Voice = "unclear" // attribution was doubtful
)
