package attribution

import "sayso/internal/text"

// answering hands what stands for words to whoever confirms, denies or judges
// it, where the model would not: "Fishermen contradicted {the official account}".
func (p *page) answering(f *frame) {
	if f.class != verbClass || f.p >= leastOuter && len(f.content) > 0 || f.entry == nil || p.speech(f.head) {
		return
	}
	how := p.words.answers(p.lemma(f.head), p.lower(f.head+1))
	judges := f.entry.has(takesAs)
	if how == "" && !judges {
		return
	}
	g := frame{head: f.head, class: verbClass, entry: f.entry}
	p.readVerb(&g)
	if how != "" && p.answersBefore(&g) {
		f.source, f.cue, f.content, f.shape = g.source, g.cue, g.content, nounObject
		f.p, f.by = 0.75, "rule:answer"
		return
	}
	if g.shape != nounObject && g.shape != asObject || len(g.content) != 1 || g.content[0].first < g.cue.last || g.source.empty() || !p.canSpeak(g.source) || !isFinite(p.tag(g.cue.first)) {
		return
	}
	np, ok := p.nounAt(g.content[0].first)
	if !ok || p.mark[np.first] {
		return
	}
	named := p.saying(np) && (p.tag(np.first) == text.DT || p.lower(np.last) == "of" || p.lower(np.last) == "that")
	if judges && how == "" && !(named && g.content[0].last > np.last) {
		return
	}
	if how == retracts || how == corrects || p.lemma(f.head) == "reject" || p.lemma(f.head) == "dismiss" {
		if !named && p.tag(np.first) != text.PRPS {
			return
		}
	}
	f.source, f.cue, f.content, f.shape = g.source, g.cue, g.content, g.shape
	f.p, f.by = 0.75, "rule:answer"
}

// answersBefore reads the noun for words that a relative clause answers: "{a claim}
// that [a lawyer] rejected".
func (p *page) answersBefore(g *frame) bool {
	that := g.source.first - 1
	if len(g.content) > 0 && g.content[0].last > g.cue.last || g.source.empty() || g.source.last > g.cue.first || !p.canSpeak(g.source) || that < 1 || !p.asserts(g.cue) {
		return false
	}
	if w := p.lower(that); w != "that" && w != "which" || !p.doneToWords(that+1) {
		return false
	}
	np, ok := p.nounAt(that - 1)
	if !ok || np.last != that || !p.saying(np) {
		return false
	}
	g.content = []tokens{np}
	return true
}

// answers tells how a verb, with the word after it, answers what was said.
func (w *words) answers(lemma, next string) string {
	switch {
	case w.deny[lemma]:
		return denies
	case w.confirm[lemma]:
		return confirms
	case w.retract[lemma], w.takeBack[lemma] && next == "back":
		return retracts
	case w.correct[lemma]:
		return corrects
	}
	return ""
}
