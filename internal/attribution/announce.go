package attribution

// announced gives a quotation that a sentence before it announces with a colon,
// and that no claim has yet, to the likeliest cue of that sentence: `The board
// issued this statement:`, then the quotation as a paragraph of its own, which
// no window reaches.
func (p *page) announced(frames []frame) {
	at := 0
	for q := range p.Quotes {
		if p.Quotes[q].Within >= 0 || p.Quotes[q].Scare {
			continue
		}
		pieces := p.pieces(int32(q))
		if len(pieces) == 0 || pieces[0].first == 0 {
			continue
		}
		colon := pieces[0].first - 1
		s := &p.Sents[p.Tokens[colon].Sent]
		if p.lower(colon) != ":" || p.quote[colon] >= 0 || s.Last != colon+1 || p.paragraph(pieces[0].first)-p.paragraph(colon) > 1 {
			continue
		}
		var best *frame
		given := false
		for at < len(frames) && frames[at].head < s.First {
			at++
		}
		for i := at; i < len(frames) && frames[i].head < s.Last; i++ {
			f := &frames[i]
			given = given || f.p >= leastOuter && f.holds(pieces[0].first)
			if f.p >= leastAnnounced && !p.speech(f.head) && f.class != adverbClass && (best == nil || f.p > best.p) {
				best = f
			}
		}
		if best == nil || given {
			continue
		}
		if best.p < leastOuter {
			best.p, best.by = announcedSure, "rule:announced"
		}
		told := false
		for _, t := range best.content {
			told = told || p.finite(t)
		}
		if !told {
			// What stands before the colon names the quotation: "this statement".
			if !best.source.meets(tokens{best.cue.last, colon}) {
				best.cue.last = colon + 1
			}
			best.content = nil
		}
		best.content = append(best.content, pieces...)
	}
}

// A colon before a quotation makes up for doubt about the cue, down to
// leastAnnounced; announcedSure is how sure it is then.
const (
	leastAnnounced = 0.15
	announcedSure  = 0.85
)
