package terminal

import (
	"slices"
	"strings"

	"sayso"
)

// telling is what the claims' part of a page looks up again and again.
type telling struct {
	inside   map[sayso.ClaimID][]int // outer claim to the claims it reports
	events   map[sayso.ClaimID][]int // claim to the events it tells
	answered map[string][]answer     // what is answered to by whom
}

// answer is one claim's answer to another.
type answer struct {
	by  *sayso.Claim
	how string
}

func (v view) telling() telling {
	t := telling{map[sayso.ClaimID][]int{}, map[sayso.ClaimID][]int{}, map[string][]answer{}}
	for i := range v.Claims {
		c := &v.Claims[i]
		if c.Within != 0 {
			t.inside[c.Within] = append(t.inside[c.Within], i)
		}
		for _, r := range c.Responds {
			t.answered[r.To] = append(t.answered[r.To], answer{c, r.How})
		}
	}
	for i := range v.Events {
		if e := &v.Events[i]; e.Voice == sayso.VoiceSource {
			t.events[e.Claim] = append(t.events[e.Claim], i)
		}
	}
	return t
}

// claims draws what others say in the order of the text, under a line that
// tells who speaks and by which ways the words came.
func (v view) claims(c *canvas) {
	if len(v.Claims) == 0 {
		return
	}
	c.blank()
	heading := []run{{"WHAT OTHERS SAY", marked}}
	if v.wire != "" {
		heading = append(heading, run{" as " + v.wire + " tells it", dim})
	}
	c.line(0, 2, heading...)
	t := v.telling()
	last := ""
	for i := range v.Claims {
		cl := &v.Claims[i]
		if cl.Within != 0 {
			continue
		}
		if who := v.whose(cl); who != last {
			last = who
			v.speakerLine(c, cl)
		}
		v.claim(c, cl, 2, t)
	}
}

// wire returns the agency that carried every claim of the article, "" where none did.
func wire(r *sayso.Reading) string {
	name := ""
	for i := range r.Claims {
		c := &r.Claims[i]
		if len(c.Chain) == 0 || c.Chain[0].Role != sayso.HopAgency || name != "" && c.Chain[0].Name != name {
			return ""
		}
		name = c.Chain[0].Name
	}
	return name
}

// whose tells claims of one speaker in one way from others.
func (v view) whose(cl *sayso.Claim) string {
	parts := []string{v.speaker(cl), v.voiceOf(cl)}
	for _, h := range v.ways(cl) {
		parts = append(parts, h.Name)
	}
	return strings.Join(parts, "\x00")
}

// voiceOf names who lends a body their voice: its spokesperson; "" where nobody does.
func (v view) voiceOf(cl *sayso.Claim) string {
	for _, h := range cl.Chain {
		if h.Role == sayso.HopSpokesperson {
			return h.Name
		}
	}
	return ""
}

// ways are the hops between those who speak and the reader, nearest the speaker
// first, without the agency that carried the whole article.
func (v view) ways(cl *sayso.Claim) []sayso.Hop {
	var out []sayso.Hop
	for i, h := range cl.Chain {
		if h.Role == sayso.HopSpeaker || h.Role == sayso.HopSpokesperson || i == 0 && h.Role == sayso.HopAgency && h.Name == v.wire || v.isSource(cl, i) {
			continue
		}
		out = append(out, h)
	}
	slices.Reverse(out)
	return out
}

// isSource reports whether hop i is the source itself: the last, which is a
// document or a medium.
func (v view) isSource(cl *sayso.Claim, i int) bool {
	return i == len(cl.Chain)-1 && cl.Source != nil && cl.Within == 0
}

// way writes a hop as part of a line: "in a statement", "via state television".
func way(h sayso.Hop) string {
	if h.Role != sayso.HopDocument {
		return "via " + h.Name
	}
	switch {
	case strings.HasSuffix(h.Name, "s"):
		return "in " + h.Name
	case strings.ContainsAny(h.Name[:1], "aeiouAEIOU"):
		return "in an " + h.Name
	}
	return "in a " + h.Name
}

func (v view) speakerLine(c *canvas, cl *sayso.Claim) {
	var runs []run
	if voice := v.voiceOf(cl); voice != "" && voice != v.speaker(cl) {
		runs = append(runs, run{capital(voice), cyan}, run{" for " + v.speaker(cl), plain})
	} else {
		runs = append(runs, run{capital(v.speaker(cl)), cyan})
		if about := v.about(cl); about != "" {
			runs = append(runs, run{", " + about, plain})
		}
	}
	for _, h := range v.ways(cl) {
		runs = append(runs, run{" · " + way(h), dim})
	}
	if cl.Source != nil && cl.Source.Terms != nil {
		runs = append(runs, run{" · “" + oneLine(cl.Source.Terms.Of(v.text())) + "”", yellow})
	}
	c.line(0, 4, runs...)
}

// claim draws one claim, then the claims it reports and the events it tells.
func (v view) claim(c *canvas, cl *sayso.Claim, margin int, t telling) {
	runs := []run{{cl.ID.String() + " ", dim}}
	if margin > 2 {
		runs = append(runs, run{capital(v.speaker(cl)) + ": ", cyan})
	}
	if tag := stanceTag(cl); tag != "" {
		runs = append(runs, run{tag + " ", stanceInk(cl.Stance)})
	}
	runs = append(runs, v.content(cl)...)
	if cl.Said != 0 {
		runs = append(runs, run{" · said " + v.saidWhen(cl), dim})
	}
	if cl.SameAs != 0 {
		runs = append(runs, run{" (as " + cl.SameAs.String() + ")", dim})
	}
	for _, r := range cl.Responds {
		to := r.To
		if to == "outside" {
			to = "something said elsewhere"
		}
		runs = append(runs, run{" → " + r.How + " " + to, yellow})
	}
	for _, a := range t.answered[cl.ID.String()] {
		runs = append(runs, run{" ← " + past(a.how) + " by " + v.answerer(a.by) + " (" + a.by.ID.String() + ")", yellow})
	}
	c.line(margin, margin+4, runs...)
	for _, i := range t.events[cl.ID] {
		v.event(c, &v.Events[i], margin+4)
	}
	for _, i := range t.inside[cl.ID] {
		v.claim(c, &v.Claims[i], margin+4, t)
	}
}

// answerer names who answers, in the middle of a line.
func (v view) answerer(cl *sayso.Claim) string {
	if voice := v.voiceOf(cl); voice != "" {
		return voice
	}
	return v.speaker(cl)
}

// past writes how a claim was answered.
func past(how string) string {
	switch how {
	case "confirms":
		return "confirmed"
	case "denies":
		return "denied"
	case "retracts":
		return "retracted"
	case "corrects":
		return "corrected"
	case "characterises":
		return "judged"
	}
	return how
}

// saidWhen tells when a claim was made, by the words alone.
func (v view) saidWhen(cl *sayso.Claim) string {
	if cl.Said < 1 || int(cl.Said) > len(v.Times) {
		return ""
	}
	return oneLine(v.Times[cl.Said-1].Span.Of(v.text()))
}

// stanceTag says how the speaker stands to the words, "" for plain speech.
func stanceTag(cl *sayso.Claim) string {
	var tags []string
	if cl.Kind != sayso.Speech && cl.Kind != "" && string(cl.Kind) != kindOf(cl.Stance) {
		tags = append(tags, string(cl.Kind))
	}
	if cl.Stance != sayso.Asserted && cl.Stance != "" {
		tags = append(tags, string(cl.Stance))
	}
	if len(tags) == 0 {
		return ""
	}
	return "[" + strings.Join(tags, ", ") + "]"
}

// kindOf is the kind that a stance implies, so that it need not be said twice.
func kindOf(s sayso.Stance) string {
	if s == sayso.Asked {
		return string(sayso.Question)
	}
	return ""
}

func stanceInk(s sayso.Stance) ink {
	switch s {
	case sayso.Denied, sayso.Threatened:
		return red
	case sayso.Asserted, sayso.Admitted, sayso.Promised:
		return green
	}
	return yellow
}

// inSource reports whether a span lies in the words that name a claim's source:
// "{two} officials said".
func (v view) inSource(at sayso.Span) bool {
	for i := range v.Claims {
		if s := v.Claims[i].Source; s != nil && s.Span.Contains(at) {
			return true
		}
	}
	return false
}
