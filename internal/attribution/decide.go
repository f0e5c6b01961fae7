package attribution

import "sayso/internal/text"

// decide sets every frame's probability and, for those that may be claims,
// its source, cue and content, by the model.
func (p *page) decide(m *Model, frames []frame) {
	var features []uint32
	var found []label
	var back [][labels]uint8
	var l labeler
	for i := range frames {
		f := &frames[i]
		if f.class == markClass && (p.isHeadline(f.head) || isDash(p.lower(f.head))) {
			continue // these are hardly in what the model learnt from
		}
		features = p.cueFeatures(f, features[:0])
		f.p, f.by = m.probability(features), "model:attribution"
		if f.p < leastLooked {
			continue
		}
		l.reset(p, f)
		for k := f.head; p.isHeadline(k) && k < l.w.last; k++ {
			if isDash(p.lower(k)) && !p.mark[k] && k+4 >= l.w.last {
				l.w.last = k // the dash before a headline's speaker ends what is said
			}
		}
		features, found, back = m.decode(&l, features, found, back)
		ruled, named := f.content, f.source
		p.labelled(f, l.w, found)
		if f.entry == nil && f.class == verbClass && f.source.empty() && p.passiveVoice(f) {
			f.p = 0 // "The convoy was attacked": no word of saying, and nobody who says
			continue
		}
		if f.source.empty() && f.class == verbClass && !p.passiveVoice(f) && !p.nameless(f.head) {
			if p.free(f, named) {
				f.source = named
			} else if np, ok := p.subjectByTree(f.head); ok && p.parsed(f.head) && p.free(f, np) {
				f.source = np
			}
		}
		p.complete(f, ruled)
	}
}

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
	for k := range content {
		p.mend(f, &content[k], w, found)
	}
	for source.last-source.first > 1 && p.tag(source.last-1) == text.POS {
		source.last--
	}
	if !source.empty() && (p.tag(source.first) == text.IN || p.tag(source.first) == text.TO || p.temporal(source) && !p.speaker(source)) {
		source = tokens{} // "have in the past said"
	}
	f.source = source
	if !cue.empty() {
		f.cue = cue
	}
	if v := p.conveys(f.cue); v >= 0 && len(content) > 0 && content[0].first == f.cue.last {
		content[0].first, f.cue.last = v+1, v+1 // "expressed {concern about this}"
	}
	if len(content) == 0 {
		if f.shape != quoteBefore && f.shape != quoteAfter {
			f.content = nil
		}
		return
	}
	f.content = p.whole(f, content, w)
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
		switch p.lemma(i) {
		case "express", "voice", "convey", "air", "articulate":
			if isVerb(p.tag(i)) {
				return i
			}
		}
	}
	return -1
}

// mend lets a content that stops where no phrase can end go on as far as the
// rules take it, or drops the word that it cannot end with.
func (p *page) mend(f *frame, run *tokens, w tokens, found []label) {
	open := false
	switch p.tag(run.last - 1) {
	case text.DT, text.IN, text.TO, text.PRPS, text.MD, text.CC, text.POS, text.WDT:
		open = true
	}
	if run.last < w.last && (p.lower(run.last) == "that" || p.tag(run.last) == text.TO) && isVerb(p.tag(run.last-1)) {
		open = true
	}
	if !open || run.last >= w.last || found[run.last-w.first] != outsideLabel {
		return
	}
	for _, t := range f.content {
		if t.has(run.last-1) && t.last > run.last {
			to := run.last
			for to < min(t.last, w.last) && found[to-w.first] == outsideLabel {
				to++
			}
			if to == t.last || to == w.last || found[to-w.first] == contentLabel {
				run.last = to
			}
			return
		}
	}
}

// complete takes the rules' content where the model's is a part of it that
// cannot stand alone: the end of a clause that stands before its speaker, or
// the beginning of a clause without its verb.
func (p *page) complete(f *frame, ruled []tokens) {
	if len(f.content) == 0 || len(ruled) == 0 {
		return
	}
	last := f.content[len(f.content)-1]
	switch f.shape {
	case clauseBefore:
		if last.last <= f.cue.first && ruled[0].first < f.content[0].first && ruled[0].covers(last) {
			f.content = []tokens{ruled[0]}
		}
	case bareClause:
		if len(f.content) == 1 && len(ruled) == 1 && last.first == ruled[0].first && last.last < ruled[0].last && !p.finite(last) && p.finite(ruled[0]) {
			f.content = p.whole(f, ruled, ruled[0])
		}
	}
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
