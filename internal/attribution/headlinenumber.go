package attribution

import (
	"strings"

	"sayso"
)

// Headline gives the numbers of a headline, which names nobody, to whoever the
// body names for the very same number. Where the body tells it in the article's
// own voice too, it stays there; where several sources stand behind it, or one
// who would not vouch for it, it is left unclear. headline is where it stands in text.
func Headline(text string, headline sayso.Span, quantities []sayso.Quantity, claims []sayso.Claim) {
	if headline.Empty() {
		return
	}
	for i := range quantities {
		q := &quantities[i]
		if q.Voice != sayso.VoiceOutlet || !headline.Contains(q.Span) {
			continue
		}
		own, open, by := false, false, sayso.ClaimID(0)
		for k := range quantities {
			b := &quantities[k]
			if headline.Contains(b.Span) || !sameNumber(text, q, b) {
				continue
			}
			switch {
			case b.Voice == sayso.VoiceOutlet:
				own = true
			case b.Voice != sayso.VoiceSource || b.Claim < 1 || int(b.Claim) > len(claims):
				open = true
			case by == 0:
				by = b.Claim
				open = open || !vouches(&claims[by-1])
			case by != b.Claim:
				open = open || !vouches(&claims[b.Claim-1]) || !sameOne(&claims[by-1], &claims[b.Claim-1])
			}
		}
		switch {
		case own:
		case open:
			q.Voice = sayso.VoiceUnclear
		case by != 0:
			q.Voice, q.Claim = sayso.VoiceSource, by
		}
	}
}

// vouches reports whether a claim's source stands for what it tells.
func vouches(c *sayso.Claim) bool {
	switch c.Stance {
	case sayso.Denied, sayso.Doubted, sayso.Declined, sayso.Asked:
		return false
	}
	return true
}

// sameNumber reports whether two quantities tell the same number of the same: a
// headline may leave out "at least" and what it counts.
func sameNumber(text string, a, b *sayso.Quantity) bool {
	if a.Increment != b.Increment || !sameBound(a.Low, b.Low) && !sameBound(a.High, b.High) {
		return false
	}
	if a.Harm != "" || b.Harm != "" {
		return a.Harm == b.Harm
	}
	if a.Unit != b.Unit {
		return false
	}
	return a.Of != nil && b.Of != nil && strings.EqualFold(a.Of.Of(text), b.Of.Of(text))
}

func sameBound(a, b *float64) bool { return a != nil && b != nil && *a == *b }
