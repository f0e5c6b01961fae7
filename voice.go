package sayso

// Attribution is what the attribution stage found: the claims, and the
// stretches where it could not tell whose words they are.
type Attribution struct {
	Claims   []Claim
	Doubtful []Span // attribution was looked for and left open here
}

// VoiceAt says on whose say-so the words at a span stand: the innermost claim
// whose content holds them, else unclear where attribution is doubtful, else
// the outlet. Words of the outlet inserted into a claim are the outlet's.
func (a Attribution) VoiceAt(at Span) (Voice, ClaimID) {
	var best *Claim
	for i := range a.Claims {
		c := &a.Claims[i]
		if holds(c.Content, at) && !holds(c.Inserts, at) && (best == nil || extent(c.Content) <= extent(best.Content)) {
			best = c
		}
	}
	switch {
	case best != nil:
		return VoiceSource, best.ID
	case meets(a.Doubtful, at):
		return VoiceUnclear, 0
	}
	return VoiceOutlet, 0
}

func holds(spans []Span, at Span) bool {
	for _, s := range spans {
		if s.Contains(at) {
			return true
		}
	}
	return false
}

func meets(spans []Span, at Span) bool {
	for _, s := range spans {
		if s.Overlaps(at) {
			return true
		}
	}
	return false
}

func extent(spans []Span) (n int) {
	for _, s := range spans {
		n += s.Len()
	}
	return n
}
