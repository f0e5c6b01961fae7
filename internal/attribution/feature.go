package attribution

import (
	"sayso/internal/lexicon"
	"sayso/internal/text"
)

// The features of both models are hashes of small facts, reduced to a row of a
// table when they are looked up. Names and order are part of a model: change
// them and train again.

// bucket tells small numbers apart and large ones roughly.
func bucket(n int32) uint64 {
	sign := uint64(0)
	if n < 0 {
		n, sign = -n, 64
	}
	switch {
	case n < 6:
	case n < 9:
		n = 6
	case n < 14:
		n = 7
	case n < 25:
		n = 8
	default:
		n = 9
	}
	return uint64(n) | sign
}

func flag(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// keys holds the hashed words and lemmas of a page's tokens.
type keys struct{ word, lemma []uint64 }

func (p *page) hashed() *keys {
	if p.keys == nil {
		k := &keys{make([]uint64, len(p.Tokens)), make([]uint64, len(p.Tokens))}
		for i := range p.Tokens {
			t := &p.Tokens[i]
			k.word[i] = lexicon.HashWord(t.Lower)
			if t.Lemma == "" || t.Lemma == t.Lower {
				k.lemma[i] = k.word[i]
			} else {
				k.lemma[i] = lexicon.HashWord(t.Lemma)
			}
		}
		p.keys = k
	}
	return p.keys
}

func (k *keys) wordAt(i int32) uint64 {
	if i < 0 || int(i) >= len(k.word) {
		return 1
	}
	return k.word[i]
}

func (k *keys) lemmaAt(i int32) uint64 {
	if i < 0 || int(i) >= len(k.lemma) {
		return 1
	}
	return k.lemma[i]
}

// quoteState tells how token i stands to quotations: 0 outside, 1 opening
// mark, 2 inside, 3 closing mark; 4 more for scare quotes.
func (p *page) quoteState(i int32) uint64 {
	if i < 0 || int(i) >= len(p.quote) || p.quote[i] < 0 {
		return 0
	}
	s := uint64(2)
	if p.mark[i] {
		s = 3
		if int(i)+1 < len(p.quote) && p.quote[i+1] == p.quote[i] {
			s = 1
		}
	}
	if p.Quotes[p.quote[i]].Scare {
		s += 4
	}
	return s
}

// cueFeatures appends the features that tell whether a frame's head is a cue.
func (p *page) cueFeatures(f *frame, out []uint32) []uint32 {
	k, h := p.hashed(), f.head
	first, last := p.bounds(h)
	n := uint64(0)
	add := func(facts ...uint64) {
		n++
		out = append(out, lexicon.HashFacts(n, facts...))
	}
	lemma, tag := k.lemma[h], uint64(p.tag(h))
	shape, class := uint64(f.shape), uint64(f.class)
	kind, allowed, weak := uint64(0), uint64(0), uint64(0)
	if e := f.entry; e != nil {
		kind, allowed, weak = lexicon.HashWord(string(e.kind))^lexicon.HashWord(string(e.stance))<<1, uint64(e.frames)+1, flag(e.weak)+1
	}
	passive, negated := flag(p.passiveVoice(f)), flag(p.negated(f))
	group := uint64(0)
	for i := f.cue.first; i < h; i++ {
		group = group*67 + uint64(p.tag(i)) + 1
	}
	source, sourceTag, sourceWord := uint64(0), uint64(0), uint64(0)
	if !f.source.empty() {
		head := f.source.last - 1
		source, sourceTag, sourceWord = k.lemmaAt(head), uint64(p.tag(head)), k.wordAt(f.source.first)
	}
	start, size := uint64(0), int32(0)
	if len(f.content) > 0 {
		start, size = k.wordAt(f.content[0].first), f.content[0].last-f.content[0].first
	}
	w := p.lower(h)
	suffix := w
	if len(w) > 3 {
		suffix = w[len(w)-3:]
	}
	add(lemma)
	add(k.word[h])
	add(lemma, tag)
	add(class, tag)
	add(shape, tag)
	add(shape, lemma)
	add(shape, kind, weak)
	add(shape, allowed)
	add(shape, allowed, passive)
	add(kind, tag)
	add(allowed, tag)
	add(lemma, passive, shape)
	add(group, class)
	add(group, lemma)
	add(negated, kind)
	add(source)
	add(sourceTag, shape)
	add(sourceWord, shape)
	add(sourceTag, kind)
	add(source, lemma)
	add(sourceTag, lemma)
	add(flag(p.speaker(f.source)), shape, kind)
	add(flag(f.source.empty()), lemma)
	add(start)
	add(start, lemma)
	add(start, shape, kind)
	add(bucket(size), shape)
	for d := int32(-3); d <= 3; d++ {
		if d != 0 {
			add(k.wordAt(h + d))
			add(uint64(p.tag(h + d)))
		} else {
			n += 2
		}
	}
	t := func(d int32) uint64 { return uint64(p.tag(h + d)) }
	add(t(-1), tag, t(1))
	add(t(-2), t(-1), tag)
	add(tag, t(1), t(2))
	add(t(-1), lemma, t(1))
	add(lemma, t(1), t(2))
	add(lemma, k.wordAt(h+1))
	add(k.wordAt(h-1), lemma)
	add(k.wordAt(h-1), tag, shape)
	add(k.wordAt(h+1), tag, kind)
	add(k.wordAt(f.cue.first-1), tag)
	add(k.wordAt(f.cue.first-1), kind)
	add(k.wordAt(f.cue.last), kind)
	add(k.wordAt(f.cue.last), lemma)
	add(uint64(p.tag(f.cue.last)), lemma)
	add(uint64(p.tag(f.cue.first-1)), uint64(p.tag(f.cue.last)), allowed)
	add(lexicon.HashWord(suffix), class)
	add(lexicon.HashWord(suffix), shape)
	add(flag(f.p >= 0.5), shape, class)
	add(uint64(f.p*20), class)
	add(flag(p.isHeadline(h)), shape)
	add(flag(p.isHeadline(h)), lemma)
	add(bucket(h-first), tag)
	add(bucket(last-h), tag)
	// What governs an infinitive or participle.
	up := uint64(0)
	if g := f.cue.first - 1; g >= first && p.tag(g) == text.TO && g > first {
		up = k.lemmaAt(g-1) + 1
	}
	add(up, tag)
	add(up, kind)
	// The object's head: "shared her views".
	if np, ok := p.nounAt(f.cue.last); ok {
		object := k.lemmaAt(p.Chunks[p.Tokens[f.cue.last].Chunk].Head)
		add(object, lemma)
		add(object, kind)
		add(uint64(p.tag(np.last)), lemma)
	}
	// Quotations and other cues of the sentence.
	quoted, said := uint64(0), uint64(0)
	for i := first; i < last && i < first+80; i++ {
		if p.quote[i] >= 0 && p.mark[i] {
			quoted |= 1 + flag(i > h)
		}
		if e := p.words.verbs[p.lemma(i)]; i != h && e.has(takesThat) && !e.weak && isVerb(p.tag(i)) {
			said |= 1 + flag(i > h)
		}
	}
	add(quoted, shape)
	add(quoted, lemma)
	add(said, kind)
	add(said, shape, allowed)
	add(p.quoteState(h), kind)
	if p.Tokens[h].Head >= text.Root && p.Tokens[h].Rel != 0 {
		rel := uint64(p.Tokens[h].Rel)
		add(rel, kind)
		add(rel, tag, shape)
		add(rel, lemma)
		children, upLemma := uint64(0), uint64(0)
		for i := first; i < last; i++ {
			if p.Tokens[i].Head == h {
				r := p.Tokens[i].Rel
				children |= 1 << (uint64(r) % 60)
				out = append(out, lexicon.HashFacts(200, uint64(r), lemma), lexicon.HashFacts(201, uint64(r), allowed), lexicon.HashFacts(202, uint64(r), k.lemma[i]), lexicon.HashFacts(203, uint64(r), uint64(p.tag(i)), kind))
			}
		}
		if u := p.Tokens[h].Head; u >= 0 {
			upLemma = k.lemmaAt(u)
		}
		add(children, class)
		add(upLemma, rel)
	}
	return out
}
