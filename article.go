package sayso

// Article is one news article as it came in and what its page says of itself.
// Zero values mean unknown.
type Article struct {
	ID        string   `json:"id"`
	URL       string   `json:"url,omitempty"`
	Outlet    string   `json:"outlet,omitempty"` // who published it
	Agency    string   `json:"agency,omitempty"` // whose text it is
	Headline  string   `json:"headline,omitempty"`
	Byline    string   `json:"byline,omitempty"`
	Authors   []string `json:"authors,omitempty"`
	Language  string   `json:"language,omitempty"`  // BCP 47: "en"
	Published string   `json:"published,omitempty"` // RFC 3339 date or time

	PublishedFrom PublishedFrom `json:"published_from,omitempty"`
	PublishedWhy  string        `json:"published_why,omitempty"` // the reason, where it was inferred
	Status        Status        `json:"status,omitempty"`
	Dateline      *Dateline     `json:"dateline,omitempty"`

	// Text is what every Span counts in: headline, blank line and body where the
	// headline is known apart from the text, otherwise the input byte for byte.
	Text string `json:"text"`
}

// PublishedFrom says where the publication date was taken from.
type PublishedFrom string

const (
	PublishedGiven    PublishedFrom = "given"    // by the user or the input record
	PublishedMetadata PublishedFrom = "metadata" // by the page's own metadata
	PublishedDateline PublishedFrom = "dateline" // the dateline states it in full
	PublishedInferred PublishedFrom = "inferred" // reckoned; PublishedWhy has the reason
)

// Status marks pages that say they are more than a plain report.
type Status string

const (
	StatusCorrection Status = "correction"
	StatusUpdate     Status = "update"
	StatusWithdrawal Status = "withdrawal"
)

// Dateline is the line a wire story begins with: "MOSCOW, February 10. /TASS/."
type Dateline struct {
	Span   Span   `json:"span"` // from the place's first letter to the last before the dash
	Place  string `json:"place,omitempty"`
	Region string `json:"region,omitempty"` // printed after the place: "Texas"
	Agency string `json:"agency,omitempty"`
	Date   string `json:"date,omitempty"` // "2022-02-10", or "XXXX-02-10" without a known year
}
