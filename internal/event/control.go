package event

// control gives infinitives and adjuncts the subject they share.
func (o *outline) control(k int) {
	g := &o.groups[k]
	if len(g.subj) > 0 || g.finite && !g.infinitive {
		return
	}
	p := g.governor
	if p < 0 && (g.after == "and" || g.after == "or" || g.after == ",") && k > 0 {
		q := &o.groups[k-1]
		g.subj, g.governor, g.nounGov = q.subj, q.governor, q.nounGov
		if q.governor < 0 {
			g.governor = k - 1
		}
		return
	}
	if p < 0 || p >= k {
		return
	}
	q := &o.groups[p]
	object := q.obj
	if q.passive {
		object = q.subj
	}
	verb := lemma(&o.doc.Tokens[q.head])
	switch {
	case g.infinitive && len(q.obj) > 0 && !subjectControl[verb] && !o.nounWithComplement(g.nounGov):
		g.subj = object
	case g.infinitive && len(q.obj) == 0 && objectByPrep[verb]:
		for i := range q.obl {
			if q.obl[i].word == "on" || q.obl[i].word == "for" || q.obl[i].word == "upon" || q.obl[i].word == "to" {
				g.subj = q.obl[i].phrases
				return
			}
		}
	case g.gerund && (g.after == "of" || g.after == "for" || g.after == "from" || g.after == "with") && len(object) > 0:
		g.subj = object
	default:
		g.subj = q.subj
	}
}

// subjectControl verbs keep their subject for the infinitive though an object stands between.
var subjectControl = map[string]bool{"promise": true, "threaten": true, "vow": true, "pledge": true, "use": true, "hold": true, "stage": true, "take": true,
	"send": true, "launch": true, "make": true, "march": true, "deploy": true, "gather": true, "sign": true, "fire": true, "meet": true, "join": true}

// objectByPrep verbs name whose infinitive it is after a preposition: "called on Kyiv to".
var objectByPrep = map[string]bool{"call": true, "appeal": true, "prevail": true, "wait": true, "plead": true, "rely": true}

// nounWithComplement reports whether an infinitive hangs on the noun before it
// rather than on the verb: "announced a plan to withdraw".
func (o *outline) nounWithComplement(at int32) bool {
	if at < 0 {
		return false
	}
	return complementNouns[lemma(&o.doc.Tokens[at])]
}

var complementNouns = map[string]bool{"plan": true, "decision": true, "attempt": true, "bid": true, "effort": true, "threat": true, "promise": true, "vow": true,
	"pledge": true, "offer": true, "proposal": true, "agreement": true, "order": true, "right": true, "move": true, "intention": true, "readiness": true,
	"willingness": true, "refusal": true, "deal": true, "failure": true, "ability": true, "power": true, "chance": true, "call": true, "request": true, "demand": true,
	"plot": true, "conspiracy": true, "scheme": true}
