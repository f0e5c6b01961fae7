package sayso

import "sort"

// Attribution is what the attribution stage found: the claims, and the
// stretches where it could not tell whose words they are. The claims must not
// change after VoiceAt was asked.
type Attribution struct {
	Claims   []Claim
	Doubtful []Span // attribution was looked for and left open here
	Terms    []Span // on what terms sources spoke: nothing happens here
	// Claims that confirm or deny what no other claim tells: perhaps an event, and how.
	Open map[ClaimID]string

	pieces []piece // by start; made when VoiceAt is first asked
}

// VoiceAt says on whose say-so the words at a span stand: the innermost claim
// whose content holds them, else unclear where attribution is doubtful, else
// the outlet. Words of the outlet inserted into a claim are the outlet's.
func (a *Attribution) VoiceAt(at Span) (Voice, ClaimID) {
	if a.pieces == nil {
		a.index()
	}
	var best *Claim
	last := sort.Search(len(a.pieces), func(i int) bool { return a.pieces[i].Start > at.Start })
	for i := last - 1; i >= 0 && a.pieces[i].reach >= at.End; i-- {
		p := a.pieces[i]
		c := &a.Claims[p.claim]
		if p.Contains(at) && !holds(c.Inserts, at) && (best == nil || narrower(c, best)) {
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

// narrower reports whether c is told inside best: it has less content or, with
// as much, comes later.
func narrower(c, best *Claim) bool {
	n, m := extent(c.Content), extent(best.Content)
	return n < m || n == m && c.ID > best.ID
}

// piece is one stretch of a claim's content. reach is the farthest end of this
// and all pieces before it.
type piece struct {
	Span
	claim int
	reach int32
}

// index sorts the claims' pieces by their start.
func (a *Attribution) index() {
	a.pieces = make([]piece, 0, len(a.Claims))
	for i := range a.Claims {
		for _, s := range a.Claims[i].Content {
			a.pieces = append(a.pieces, piece{Span: s, claim: i})
		}
	}
	sort.SliceStable(a.pieces, func(i, j int) bool { return a.pieces[i].Start < a.pieces[j].Start })
	reach := int32(0)
	for i := range a.pieces {
		reach = max(reach, a.pieces[i].End)
		a.pieces[i].reach = reach
	}
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
