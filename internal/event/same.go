package event

import "sayso"

// same links each telling of an event to the first one in the article: the same
// type, no contradiction in who, where and when, and something in common: the
// trigger word, a participant, or a definite noun ("the attack") that points back.
func (r *reading) same() {
	const back = 60
	for i := range r.events {
		e := &r.events[i]
		best, score := -1, 0
		for j := max(0, i-back); j < i; j++ {
			if s := r.alike(j, i); s > score {
				best, score = j, s
			}
		}
		if best < 0 || score < 3 {
			continue
		}
		e.SameAs = r.events[best].ID
		if first := r.events[best].SameAs; first != 0 {
			e.SameAs = first
		}
	}
}

// alike scores two events; 3 and more is the same event.
func (r *reading) alike(i, j int) int {
	a, b := &r.events[i], &r.events[j]
	if a.Type != b.Type || a.Mode != "" && b.Mode != "" && a.Mode != b.Mode || unreal(a.Realis) != unreal(b.Realis) {
		return 0
	}
	actors, known := r.shared(a.Actors, b.Actors)
	recipients, known2 := r.shared(a.Recipients, b.Recipients)
	if known && !actors && !vague(a, b) || known2 && !recipients {
		return 0
	}
	if a.Time != 0 && b.Time != 0 && apart(&r.found.Times[a.Time-1], &r.found.Times[b.Time-1]) {
		return 0
	}
	score := 0
	if actors {
		score += 2
	}
	if recipients {
		score += 2
	}
	if r.notes[i].lemma == r.notes[j].lemma {
		score += 2
	}
	if r.notes[j].noun && r.notes[j].definite {
		if score++; len(b.Actors)+len(b.Recipients) == 0 { // "the expulsions", said before
			score++
		}
	}
	if a.Place != 0 && b.Place != 0 {
		score += r.placed(&r.found.Places[a.Place-1], &r.found.Places[b.Place-1])
	}
	if a.Mode != "" && a.Mode == b.Mode {
		score++
	}
	if r.notes[i].sent == r.notes[j].sent && r.notes[i].lemma != r.notes[j].lemma {
		score--
	}
	return score
}

// apart reports whether two times have nothing in common.
func apart(a, b *sayso.Timex) bool {
	if a.Start == "" || b.Start == "" || a.End == "" || b.End == "" {
		return false
	}
	return a.End <= b.Start || b.End <= a.Start
}

// placed compares two places: 1 the same, 0 one may hold the other, -2 apart.
func (r *reading) placed(a, b *sayso.Place) int {
	wide := func(p *sayso.Place) bool {
		return p.Precision == sayso.PrecisionCountry || p.Precision == sayso.PrecisionRegion || p.Precision == sayso.PrecisionAdmin
	}
	switch {
	case a.Name == b.Name || a.GeoNames != 0 && a.GeoNames == b.GeoNames:
		return 1
	case a.Precision == sayso.PrecisionRegion || b.Precision == sayso.PrecisionRegion, a.Country == "" || b.Country == "",
		a.Country == b.Country && (wide(a) || wide(b)):
		return 0
	}
	return -2
}

func vague(a, b *sayso.Event) bool {
	return a.Type == sayso.Consult && (len(a.Actors) > 1 || len(b.Actors) > 1)
}

func unreal(x sayso.Realis) bool { return x != sayso.Actual }

// shared reports whether two sides have a participant in common, and whether
// both have any.
func (r *reading) shared(a, b []sayso.Participant) (yes, both bool) {
	for i := range a {
		for j := range b {
			if a[i].Entity != 0 && a[i].Entity == b[j].Entity || r.headOf(a[i].Span) == r.headOf(b[j].Span) {
				return true, true
			}
			if a[i].Code != "" && a[i].Code == b[j].Code && a[i].Sector == b[j].Sector && a[i].Sector != "" {
				return true, true
			}
		}
	}
	return false, len(a) > 0 && len(b) > 0
}

// headOf returns the last word of a participant's span.
func (r *reading) headOf(at sayso.Span) string {
	_, last := r.doc.TokensIn(at)
	if last == 0 {
		return ""
	}
	return lemma(&r.doc.Tokens[last-1])
}
