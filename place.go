package sayso

// Place is a mention of a place and, where it could be told, which one it is.
type Place struct {
	ID        PlaceID   `json:"id"`
	Span      Span      `json:"span"`
	Name      string    `json:"name"`
	GeoNames  int32     `json:"geonames,omitempty"` // GeoNames id
	Entity    EntityID  `json:"entity,omitempty"`
	*Point              // nil where the place could not be resolved
	Country   string    `json:"country,omitempty"` // ISO 3166-1 alpha-2
	Admin1    string    `json:"admin1,omitempty"`  // ISO 3166-2
	Precision Precision `json:"precision,omitempty"`
	Literal   bool      `json:"literal"` // false where the name stands for people or a government

	// Of what has no government or lies in several countries.
	Countries []string `json:"countries,omitempty"` // ISO 3166-1 alpha-2: all of which it holds land or shore
	Extent    int      `json:"extent,omitempty"`    // about how far it reaches from its point, kilometres

	By        string     `json:"by,omitempty"` // the rule that told which place it is
	Basis     []Evidence `json:"-"`            // what spoke for it, where weights told it
	Rivals    []Rival    `json:"-"`            // the best of the other places of that name
	Namesakes int        `json:"-"`            // how many places of that name were weighed
}

// Evidence is one thing that speaks for or against a place, and how much.
type Evidence struct {
	What   string
	Weight float64
}

// Rival is another place that a name could have meant.
type Rival struct {
	Name, Country, Admin1 string
	Behind                float64 // by how much its evidence falls short
}

// Point is a position in degrees, WGS 84.
type Point struct {
	Lat float64 `json:"lat"`
	Lon float64 `json:"lon"`
}

// Precision says how large the thing is that a place's point stands for.
type Precision string

const (
	PrecisionPoint   Precision = "point"
	PrecisionCity    Precision = "city"
	PrecisionAdmin   Precision = "admin"
	PrecisionCountry Precision = "country"
	PrecisionRegion  Precision = "region"
)
