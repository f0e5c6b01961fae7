package sayso

// Event is one mention of a political event, coded by PLOVER.
type Event struct {
	ID         EventID       `json:"id"`
	Type       EventType     `json:"type"`
	Mode       string        `json:"mode,omitempty"`  // PLOVER mode, lower case
	Contexts   []string      `json:"contexts"`        // PLOVER contexts, lower case
	Cameo      string        `json:"cameo,omitempty"` // CAMEO code of two to four digits, where one is honest
	Trigger    Span          `json:"trigger"`         // the head word
	Actors     []Participant `json:"actors"`
	Recipients []Participant `json:"recipients"`
	Time       TimexID       `json:"time,omitempty"`
	TimeBound  string        `json:"time_bound,omitempty"` // at by until since before after
	Place      PlaceID       `json:"place,omitempty"`      // the first, or the one that holds them all
	Places     []PlaceID     `json:"places"`
	Quantities []QuantityID  `json:"quantities"`
	Realis     Realis        `json:"realis"`
	Aspect     string        `json:"aspect,omitempty"` // begins ongoing ends
	Voice      Voice         `json:"voice"`
	Claim      ClaimID       `json:"claim,omitempty"`   // the claim that tells it, where Voice is source
	SameAs     EventID       `json:"same_as,omitempty"` // an earlier telling in this article
	By         string        `json:"by"`                // the rule or model that read it
	P          float64       `json:"p,omitempty"`
}

// Participant is one actor or recipient of an event.
type Participant struct {
	Span   Span     `json:"span"`
	Entity EntityID `json:"entity,omitempty"`
	Code   string   `json:"code,omitempty"`   // ISO 3166-1 alpha-3 country: "KAZ"
	Sector string   `json:"sector,omitempty"` // PLOVER sector: "COP"
}

// EventType is one of PLOVER's sixteen event types.
type EventType string

const (
	Agree     EventType = "AGREE"
	Consult   EventType = "CONSULT"
	Support   EventType = "SUPPORT"
	Concede   EventType = "CONCEDE"
	Cooperate EventType = "COOPERATE"
	Aid       EventType = "AID"
	Retreat   EventType = "RETREAT"
	Request   EventType = "REQUEST"
	Reject    EventType = "REJECT"
	Accuse    EventType = "ACCUSE"
	Threaten  EventType = "THREATEN"
	Protest   EventType = "PROTEST"
	Sanction  EventType = "SANCTION"
	Mobilize  EventType = "MOBILIZE"
	Coerce    EventType = "COERCE"
	Assault   EventType = "ASSAULT"
)

// Realis says whether an event happened.
type Realis string

const (
	Actual       Realis = "actual"
	Planned      Realis = "planned"
	Hypothetical Realis = "hypothetical"
	Negated      Realis = "negated"
	EventDenied  Realis = "denied"
	Failed       Realis = "failed"
)
