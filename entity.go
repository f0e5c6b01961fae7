package sayso

// Entity is someone or something the article speaks of, with every mention.
type Entity struct {
	ID       EntityID   `json:"id"`
	Type     EntityType `json:"type"`
	Name     string     `json:"name"`                // the fullest name in the text
	About    []string   `json:"about"`               // roles as the text gives them
	MemberOf EntityID   `json:"member_of,omitempty"` // the body or side the text ties it to
	Country  string     `json:"country,omitempty"`   // ISO 3166-1 alpha-2, where the text or a table says so
	Sector   string     `json:"sector,omitempty"`    // PLOVER sector: "GOV", "COP", "MIL", …
	Public   bool       `json:"public"`              // speaks or acts in a public role here; else never indexed by name
	Mentions []Mention  `json:"mentions"`
}

// Mention is one place where an entity is named, described or meant.
type Mention struct {
	Span Span        `json:"span"`
	Form MentionForm `json:"form"`
}

// EntityType is the kind of thing an entity is.
type EntityType string

const (
	Person       EntityType = "person"
	Organization EntityType = "organization"
	PlaceEntity  EntityType = "place"
	Group        EntityType = "group"
	Role         EntityType = "role"
	Product      EntityType = "product"
	EventEntity  EntityType = "event"
	Other        EntityType = "other"
)

// MentionForm tells a name from a description and a pronoun.
type MentionForm string

const (
	NameMention    MentionForm = "name"
	NominalMention MentionForm = "nominal"
	PronounMention MentionForm = "pronoun"
)
