package attribution

import "sayso/internal/text"

// quoting reads what somebody hands on as another's words: "…, the agency
// quoted the governor as saying" and "the governor was quoted by the Courier as
// saying that …". The claim is the governor's; via is who handed it on. Where
// the words follow an active verb, the claim of the one who says stands within
// that of the one who quotes, and nothing is changed here. It returns the head
// of the participle, which makes no claim of its own then; -1 where there is none.
func (p *page) quoting(f *frame) int32 {
	if f.class != verbClass || p.speech(f.head) || !p.words.quote[p.lemma(f.head)] {
		return -1
	}
	start, end := p.bounds(f.head)
	as := int32(-1)
	for i := f.head + 1; i+1 < min(end, f.head+nearby); i++ {
		if p.mark[i] || p.lower(i) == "that" {
			break
		}
		if p.lower(i) == "as" && p.tag(i+1) == text.VBG && p.words.verbs[p.lemma(i+1)].has(takesQuote|takesThat) {
			as = i
			break
		}
	}
	g := p.verbGroup(f.head)
	subject, ok := p.subject(g)
	if as < 0 || !ok {
		return -1
	}
	f.cue = g
	passive := p.passiveVoice(f)
	say := as + 1
	inner := frame{head: say, class: verbClass, entry: p.words.verbs[p.lemma(say)], cue: tokens{as, say + 1}}
	before := subject.first
	var source, via tokens
	switch {
	case passive:
		source = subject
		if as == g.last {
			inner.cue.first = g.first
		} else if p.lower(g.last) == "by" {
			via = tokens{g.last + 1, as}
		}
		if p.lower(say+1) == "by" {
			if np, ok := p.nounAt(say + 2); ok && np.first == say+2 {
				via = tokens{np.first, p.tails(np.last, end)}
				inner.cue.last = np.last
			}
		}
		p.readAfter(&inner, end)
		inner.cue.last = say + 1
	default:
		source, via = tokens{g.last, as}, subject
	}
	if source.empty() {
		return -1
	}
	if len(inner.content) == 0 || !via.empty() && inner.content[0].first < via.last {
		if !p.ends(max(say+1, via.last), end) {
			return -1
		}
		inner.content = nil
		if q, from, ok := p.quoteUpTo(before, start); ok {
			p.quoted(&inner, q, from, end)
		} else if before-2 > start && p.lower(before-1) == "," && p.mainClause(tokens{start, before - 1}) {
			inner.shape, inner.content = clauseBefore, []tokens{{start, before - 1}}
		} else {
			return -1
		}
	}
	f.entry, f.cue, f.source, f.via, f.content, f.shape = inner.entry, inner.cue, source, via, inner.content, inner.shape
	f.p, f.by = max(f.p, 0.9), "rule:quoted-as-saying"
	return say
}
