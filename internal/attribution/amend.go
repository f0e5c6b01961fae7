package attribution

// amended takes it for speech where somebody corrects or withdraws what can
// only have been said: "It later corrected {the figure to ten}".
func (p *page) amended(frames []frame) {
	for i := range frames {
		f := &frames[i]
		if f.class != verbClass || f.p < leastDoubt || f.p >= leastOuter || f.source.empty() || len(f.content) != 1 || p.speech(f.head) {
			continue
		}
		if how := p.words.answers(p.lemma(f.head), p.lower(f.head+1)); how != retracts && how != corrects {
			continue
		}
		np, ok := p.nounAt(f.content[0].first)
		if !ok || np.first != f.content[0].first {
			continue
		}
		if p.words.amended[p.lemma(np.last-1)] {
			f.p, f.by = amendedSure, "rule:amended"
		}
	}
}

const amendedSure = 0.7
