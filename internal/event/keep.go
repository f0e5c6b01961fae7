package event

import (
	"slices"

	"sayso"
	"sayso/internal/text"
)

// keep drops what another candidate tells already.
func (r *reading) keep(o *outline) []candidate {
	act := false
	for i := range r.cands {
		if c := &r.cands[i]; c.noun && c.kind == sayso.Assault {
			act = true
		}
	}
	inside := map[int]*candidate{} // groups whose act is the content of another
	for i := range r.cands {
		if c := &r.cands[i]; c.complement >= 0 {
			inside[c.complement] = c
		}
	}
	out := []candidate{}
	for _, c := range r.cands {
		if c.weak && act {
			r.harmed(o, c)
			continue
		}
		verb := c.group >= 0                  // a pattern may stand in no clause
		if c.weak && verb && r.result(o, c) { // "struck a camp and killed four", "were killed when a bomb exploded"
			continue
		}
		if c.weak && verb && r.outcome(o, out, c) { // "attacked a station, killing six officers"
			continue
		}
		if !c.noun && verb && c.kind == sayso.Assault && r.effect(o, c) { // "the shelling damaged a hospital"
			continue
		}
		if c.noun && c.kind == sayso.Mobilize && r.struckBy(c) { // "ambushed a police patrol"
			continue
		}
		if c.noun && !c.light && r.repeated(out, c) {
			continue
		}
		if c.weak && verb && len(out) > 0 && out[len(out)-1].weak && out[len(out)-1].group >= 0 && r.joined(o, out[len(out)-1].group, c.group) {
			// "225 were killed and more than 70 injured" tells one event
			last := &out[len(out)-1]
			last.recipients = append(last.recipients[:len(last.recipients):len(last.recipients)], c.recipients...)
			continue
		}
		if m := inside[c.group]; m != nil && m.first != c.first && (!c.noun || c.light) && content(m.kind, c.kind) {
			if !r.someone(m.recipients) && len(c.recipients) > 0 {
				m.recipients = c.recipients
				for i := range out {
					if out[i].first == m.first {
						out[i].recipients = c.recipients
					}
				}
			}
			continue
		}
		out = append(out, c)
	}
	return out
}

// harmed adds those that a result word names to the act that a noun tells in the same
// clause: "two soldiers were killed and nine wounded in clashes".
func (r *reading) harmed(o *outline, c candidate) {
	for k := c.group; k >= 0; k = o.joinedTo(k) {
		for i := range r.cands {
			m := &r.cands[i]
			if m.kind == sayso.Assault && m.noun && m.group == k {
				m.recipients = with(m.recipients, c.recipients)
				return
			}
		}
	}
	for i := range r.cands { // what the last of several verbs governs is all of theirs
		m := &r.cands[i]
		if m.kind == sayso.Assault && m.noun && m.group >= 0 && o.joinedTo(m.group) == c.group {
			m.recipients = with(m.recipients, c.recipients)
			return
		}
	}
}

// joinedTo returns the group that a verb is coordinated with, before it; -1.
func (o *outline) joinedTo(k int) int {
	t := &o.doc.Tokens[o.groups[k].head]
	if q := o.groupOf(t.Head); t.Rel == text.RelConj && t.Head >= o.sent.First && q >= 0 && q < k {
		return q
	}
	return -1
}

// with returns the phrases of two lists, each once, in a list of its own.
func with(list, more []phrase) []phrase {
	out := slices.Clone(list)
	for _, p := range more {
		if !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

// effect reports whether a verb only tells what the act did that its subject names, and
// hands its recipients to that act.
func (r *reading) effect(o *outline, c candidate) bool {
	subject := o.groups[c.group].subj
	for i := range r.cands {
		m := &r.cands[i]
		if m.noun && m.kind == sayso.Assault && len(subject) == 1 && m.first >= subject[0].first && m.end <= subject[0].last {
			m.recipients = with(m.recipients, c.recipients)
			return true
		}
	}
	return false
}

// result reports whether a verb only tells what an attack did whose verb it is joined to
// or governs in a clause with "when", and adds those harmed to it.
func (r *reading) result(o *outline, c candidate) bool {
	head := o.groups[c.group].head
	t := &r.doc.Tokens[head]
	for i := range r.cands {
		m := &r.cands[i]
		if m.noun || m.weak || m.kind != sayso.Assault || m.group < 0 || m.realis != c.realis {
			continue
		}
		g := &o.groups[m.group]
		act := &r.doc.Tokens[g.head]
		joined := t.Rel == text.RelConj && t.Head == g.head && !o.groups[c.group].passive && samePhrases(o.groups[c.group].subj, g.subj)
		when := act.Rel == text.RelAdvcl && act.Head == head && g.finite && (o.marks(g.head, "when") || o.marks(g.head, "as"))
		if !joined && !when {
			continue
		}
		m.recipients = with(m.recipients, c.recipients)
		return true
	}
	return false
}

func samePhrases(a, b []phrase) bool { return len(a) > 0 && len(b) > 0 && a[0] == b[0] }

// marks reports whether a verb's clause begins with a word.
func (o *outline) marks(head int32, word string) (found bool) {
	o.children(head, func(_ int32, t *text.Token) {
		found = found || (t.Rel == text.RelMark || t.Rel == text.RelAdvmod) && t.Lower == word
	})
	return found
}

// outcome reports whether a participle only tells what the attack did that governs
// it, and adds those harmed to it.
func (r *reading) outcome(o *outline, out []candidate, c candidate) bool {
	g := &o.groups[c.group]
	if !g.gerund || g.after != "," && g.after != "" && g.after != "and" {
		return false
	}
	head := g.head
	for up := r.doc.Tokens[head].Head; r.doc.Tokens[head].Rel == text.RelConj && up >= o.sent.First && up < head && r.doc.Tokens[up].Tag == text.VBG; up = r.doc.Tokens[head].Head {
		head = up // "killing four people and injuring six"
	}
	up := r.doc.Tokens[head].Head
	for i := range out {
		m := &out[i]
		if m.kind == sayso.Assault && m.group >= 0 && !m.noun && (o.groups[m.group].head == up || m.group == g.governor) {
			m.recipients = append(m.recipients[:len(m.recipients):len(m.recipients)], c.recipients...)
			return true
		}
	}
	return false
}

// struckBy reports whether a noun names those whom another act reaches.
func (r *reading) struckBy(c candidate) bool {
	for i := range r.cands {
		m := &r.cands[i]
		if m.noun || m.kind != sayso.Assault && m.kind != sayso.Coerce {
			continue
		}
		for _, p := range m.recipients {
			if c.first >= p.first && c.end <= p.last {
				return true
			}
		}
	}
	return false
}

// repeated reports whether a noun names again what its verb told: "arrived for a visit".
func (r *reading) repeated(out []candidate, c candidate) bool {
	for i := range out {
		if m := &out[i]; !m.noun && m.group >= 0 && m.group == c.group && m.kind == c.kind && m.kind == sayso.Consult && !c.direct {
			return true
		}
	}
	return false
}

// joined reports whether group k is coordinated with group j before it.
func (r *reading) joined(o *outline, j, k int) bool {
	if j < 0 || k <= j {
		return false
	}
	t := &r.doc.Tokens[o.groups[k].head]
	if t.Head == text.Unparsed {
		return k == j+1 && (o.groups[k].after == "and" || o.groups[k].after == "")
	}
	return t.Rel == text.RelConj && t.Head == o.groups[j].head
}

// content reports whether an act is no event beside the one whose content it is:
// "agreed to send aid" is AGREE alone, "ordered them to shell the town" tells two.
func content(outer, inner sayso.EventType) bool {
	switch outer {
	case sayso.Agree, sayso.Reject, sayso.Threaten, sayso.Concede, sayso.Support:
		return true
	}
	switch inner {
	case sayso.Assault, sayso.Coerce, sayso.Protest, sayso.Sanction, sayso.Mobilize:
		return false
	}
	return true
}
