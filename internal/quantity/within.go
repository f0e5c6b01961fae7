package quantity

import "sayso"

// regional is how many figures back a total of the larger place is looked for.
const regional = 10

// within makes a figure of a city or province part of the last figure told of
// its whole country, where both count the same harm: "The country has counted
// 899 deaths. Ashford reported 327". A figure with a time of its own, or one that
// the country's cannot hold, is left alone.
func within(figures []sayso.Quantity, places []sayso.Place) {
	place := func(q *sayso.Quantity) *sayso.Place {
		if q.Place < 1 || int(q.Place) > len(places) {
			return nil
		}
		return &places[q.Place-1]
	}
	for i := range figures {
		f := &figures[i]
		p := place(f)
		if f.Harm == "" || f.PartOf != 0 || f.Increment || f.Low == nil || *f.Low == 0 || p == nil || p.Country == "" {
			continue
		}
		switch p.Precision {
		case sayso.PrecisionCity, sayso.PrecisionAdmin, sayso.PrecisionPoint:
		default:
			continue
		}
		for j := i - 1; j >= 0 && j >= i-regional; j-- {
			w := &figures[j]
			c := place(w)
			if w.Harm != f.Harm || c == nil || c.Precision != sayso.PrecisionCountry {
				continue
			}
			if c.Country == p.Country && w.PartOf == 0 && w.Low != nil && *w.Low > *f.Low && (f.Time == 0 || f.Time == w.Time) {
				f.PartOf = w.ID
			}
			break
		}
	}
}
