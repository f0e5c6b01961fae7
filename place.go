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
