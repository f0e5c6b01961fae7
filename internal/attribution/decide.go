package attribution

import (
	"slices"

	"sayso"
	"sayso/internal/text"
)

// decide sets every frame's probability and, for those that may be claims,
// its source, cue and content, by the model.
func (p *page) decide(m *Model, frames []frame) {
	var features []uint32
	var found []label
	var back [][labels]uint8
	var l labeler
	var room netRoom
	for i := range frames {
		f := &frames[i]
		if f.class == markClass && (p.isHeadline(f.head) || isDash(p.lower(f.head))) {
			continue // these are hardly in what the model learnt from
		}
		if f.class == accordingClass && f.ruled == 0 {
			continue // "according to plan": nobody
		}
		features = p.cueFeatures(f, features[:0])
		sum := m.sum(features)
		if f.by = "model:attribution"; sum < LeastSum {
			f.p = 0
			continue
		}
		l.reset(p, f)
		for k := f.head; p.isHeadline(k) && k < l.w.last; k++ {
			if isDash(p.lower(k)) && !p.mark[k] && k+4 >= l.w.last {
				l.w.last = k // the dash before a headline's speaker ends what is said
			}
		}
		m.Net.run(&l, &room)
		f.p = m.calibrated(sum + room.out[int(f.head-l.w.first)*NetOut+labels])
		if f.p < leastLooked {
			continue
		}
		found, back = m.decode(&l, room.out, found, back)
		named := f.source
		p.labelled(f, l.w, found)
		if f.entry == nil && f.class == verbClass && f.source.empty() && p.passiveVoice(f) {
			f.p = 0 // "The convoy was attacked": no word of saying, and nobody who says
			continue
		}
		if f.source.empty() && f.class == verbClass && !p.passiveVoice(f) && !p.charged(f) && !p.nameless(f.head) {
			if p.free(f, named) {
				f.source = named
			} else if np, ok := p.subjectByTree(f.head); ok && p.parsed(f.head) && p.free(f, np) {
				f.source = np
			}
		}
	}
}

// LeastSum is the sum of the tables' weights below which a candidate is not
// shown to the network: hardly one in a hundred of those is a cue.
const LeastSum = -2 * Scale

// leastLooked is the probability below which a candidate is not looked at again.
const leastLooked = 0.1

// labelled takes source, cue and content from labels of the window's tokens.
func (p *page) labelled(f *frame, w tokens, found []label) {
	var source, cue tokens
	var content []tokens
	for i := w.first; i < w.last; {
		y := found[i-w.first]
		to := i + 1
		for to < w.last && found[to-w.first] == y {
			to++
		}
		run := tokens{i, to}
		switch y {
		case sourceLabel:
			if source.empty() || p.apart(run, f.head) < p.apart(source, f.head) {
				source = run
			}
		case cueLabel:
			if run.has(f.head) {
				cue = run
			}
		case contentLabel:
			content = append(content, run)
		}
		i = to
	}
	for source.last < w.last && source.last > source.first && found[source.last-w.first] == outsideLabel && p.Tokens[source.last].Chunk >= 0 &&
		p.Tokens[source.last].Chunk == p.Tokens[source.last-1].Chunk {
		source.last++ // no phrase ends before its noun
	}
	for source.last-source.first > 1 && p.tag(source.last-1) == text.POS {
		source.last--
	}
	if !source.empty() && (p.tag(source.first) == text.IN || p.tag(source.first) == text.TO || p.temporal(source) && !p.speaker(source)) {
		source = tokens{} // "have in the past said"
	}
	if p.charged(f) && source.has(p.Tokens[f.head].Head) {
		source = tokens{}
	}
	f.source = source
	content = slices.DeleteFunc(content, func(t tokens) bool { // "CNN{, which cited a rescuer}" tells of the source
		return !source.empty() && t.first >= source.last && t.first <= source.last+1 && (p.tag(t.first) == text.WDT || p.tag(t.first) == text.WP) && t.first > f.head
	})
	if !cue.empty() {
		f.cue = cue
	}
	if v := p.conveys(f.cue); v >= 0 && len(content) > 0 && content[0].first == f.cue.last {
		content[0].first, f.cue.last = v+1, v+1 // "expressed {concern about this}"
	}
	p.round(f, content, found, w)
	if len(content) == 0 {
		if f.shape != quoteBefore && f.shape != quoteAfter && f.ruled < leastRuled {
			f.content = nil // else what the rules are sure of stands
		}
		return
	}
	f.content = p.whole(f, content, w)
}

// round mends what the labels of a cue and its contents make of their borders.
func (p *page) round(f *frame, content []tokens, found []label, w tokens) {
	for i := f.head + 1; i+1 < f.cue.last; i++ {
		if np, ok := p.nounAt(i + 1); ok && p.tag(i) == text.IN && p.temporal(np) {
			f.cue.last = i // "threatened {on Friday} to shell"
			break
		}
		if p.tag(i) == text.TO && p.tag(i+1) == text.VB && f.entry != nil && f.entry.stance == sayso.Declined && len(content) > 0 && content[0].first == f.cue.last {
			content[0].first, f.cue.last = i, i // "refused {to confirm that the port had fallen}"
			break
		}
	}
	if len(content) > 0 && content[0].first == f.cue.last && f.class == verbClass {
		// "told {the paper that …}", "admitted to {the paper that …}": those spoken to are no part of it.
		if np, ok := p.nounAt(f.cue.last); ok && np.first == f.cue.last && np.last < content[0].last && (p.lower(f.cue.last-1) == "to" || f.entry.has(takesAddressee)) &&
			p.lower(np.last) == "that" && p.tag(np.last) == text.IN {
			content[0].first = np.last
			if p.lower(f.cue.last-1) == "to" && f.cue.last-1 > f.head {
				f.cue.last--
			}
		}
	}
	for k := range content {
		t := &content[k]
		if f.entry.has(takesObject) && p.tag(t.first) == text.TO && t.first > f.cue.last {
			// "asked {the rebels to leave}": who is to do it is part of what is asked.
			if np, ok := p.nounAt(f.cue.last); ok && np.first == f.cue.last && p.tails(np.last, t.first) == t.first && found[np.first-w.first] == outsideLabel {
				t.first = np.first
			}
		}
		for i := t.first + 1; i+1 < t.last && f.class != accordingClass; i++ {
			if p.lower(i) == "according" && p.lower(i+1) == "to" && p.quote[i] < 0 && i > f.head {
				t.last = i // whoever is named there says all of it
			}
		}
		if e := f.entry; e != nil && (e.stance == sayso.Promised || e.stance == sayso.Threatened) && t.first > f.head && w.has(t.last) && found[t.last-w.first] == outsideLabel {
			switch p.lower(t.last) {
			case "from", "until", "till", "by":
				if np, ok := p.nounAt(t.last + 1); ok && np.first == t.last+1 && p.temporal(np) {
					t.last = np.last // when it shall be is part of what is promised
				}
			}
		}
	}
}

// apart returns how many tokens lie between a run and token i.
func (p *page) apart(t tokens, i int32) int32 { return max(t.first-i, i-t.last, 0) }

// whole completes contents that reach into a quotation: what stands between
// marks is said as one.
func (p *page) whole(f *frame, content []tokens, w tokens) []tokens {
	out := make([]tokens, 0, len(content))
	for _, t := range content {
		done := int32(-1)
		run := t
		for i := t.first; i < t.last; i++ {
			q := p.quote[i]
			if q < 0 || q == done || q == p.quote[f.head] {
				continue
			}
			done = q
			all := p.pieces(q)
			var inside, taken int32
			for _, piece := range all {
				in := tokens{max(piece.first, w.first), min(piece.last, w.last)}
				if !in.empty() {
					inside += in.last - in.first
				}
				both := tokens{max(piece.first, t.first), min(piece.last, t.last)}
				if !both.empty() {
					taken += both.last - both.first
				}
			}
			if taken*2 < inside {
				continue
			}
			for _, piece := range all {
				if piece.meets(run) {
					run.first, run.last = min(run.first, piece.first), max(run.last, piece.last)
				} else {
					out = append(out, piece)
				}
			}
		}
		out = append(out, run)
	}
	return p.tidy(out)
}

// conveys returns the verb of a cue that only carries the feeling or view that
// its object names, so that the object is what is conveyed; -1 where there is none.
func (p *page) conveys(cue tokens) int32 {
	for i := cue.first; i+1 < cue.last; i++ {
		if p.words.convey[p.lemma(i)] && isVerb(p.tag(i)) {
			return i
		}
	}
	return -1
}

// finite reports whether a run holds a finite verb.
func (p *page) finite(t tokens) bool {
	for i := t.first; i < t.last; i++ {
		if isFinite(p.tag(i)) {
			return true
		}
	}
	return false
}

// free reports whether a source lies outside a frame's cue and content.
func (p *page) free(f *frame, source tokens) bool {
	if source.empty() || source.meets(f.cue) {
		return false
	}
	for _, t := range f.content {
		if t.meets(source) {
			return false
		}
	}
	return true
}
