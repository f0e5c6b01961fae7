package terminal

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso"
)

// Explain draws what one claim, event, quantity or place rests on: its words, the
// rule or model that read it, its chain, and a sentence to copy. An unknown id
// is an error that tells which there are.
func Explain(w io.Writer, r *sayso.Reading, id string, style Style) error {
	c, v := newCanvas(style), newView(r)
	for i := range v.Claims {
		if v.Claims[i].ID.String() == id {
			v.explainClaim(c, &v.Claims[i])
			_, err := w.Write(c.buf.Bytes())
			return err
		}
	}
	for i := range v.Events {
		if v.Events[i].ID.String() == id {
			v.explainEvent(c, &v.Events[i])
			_, err := w.Write(c.buf.Bytes())
			return err
		}
	}
	for i := range v.Quantities {
		if v.Quantities[i].ID.String() == id {
			v.explainQuantity(c, &v.Quantities[i])
			_, err := w.Write(c.buf.Bytes())
			return err
		}
	}
	for i := range v.Places {
		if v.Places[i].ID.String() == id {
			v.explainPlace(c, &v.Places[i])
			_, err := w.Write(c.buf.Bytes())
			return err
		}
	}
	return fmt.Errorf("no %s in this reading: it has %s (c1 …), %s (v1 …), %s (q1 …) and %s (p1 …)", id,
		plural(len(v.Claims), "claim"), plural(len(v.Events), "event"), quantities(len(v.Quantities)), plural(len(v.Places), "place"))
}

func quantities(n int) string {
	if n == 1 {
		return "1 quantity"
	}
	return fmt.Sprintf("%d quantities", n)
}

// field draws "label  value" with the value hanging.
func (c *canvas) field(label, value string, in ink) {
	if strings.TrimSpace(value) == "" {
		return
	}
	c.buf.WriteString("  ")
	c.paint(run{label + strings.Repeat(" ", max(1, 15-len(label))), dim})
	c.line(0, 17, run{value, in})
}

func at(spans ...sayso.Span) string {
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = fmt.Sprintf("%d–%d", s.Start, s.End)
	}
	return "bytes " + strings.Join(parts, ", ")
}

func (v view) explainClaim(c *canvas, cl *sayso.Claim) {
	c.line(0, 2, run{"Claim " + cl.ID.String(), bold}, run{" · " + strings.Join([]string{string(cl.Kind), string(cl.Form), string(cl.Stance)}, " · ") + " · in the " + string(cl.Part), dim})
	c.field("content", v.words(cl.Content)+"  ("+at(cl.Content...)+")", plain)
	if cl.Source != nil {
		source := "“" + oneLine(cl.Source.Span.Of(v.text())) + "” (" + at(cl.Source.Span) + ")"
		if e := v.entity(cl.Source.Entity); e != nil && e.Name != "" {
			source += ", taken for " + e.Name
			if about := v.roles(e); about != "" {
				source += ", " + about
			}
		} else if len(cl.Chain) == 0 || cl.Chain[len(cl.Chain)-1].Role == sayso.HopAgency {
			source += ", and who that is stays open: " + v.whyOpen(cl)
		}
		c.field("source", source, plain)
		if cl.Source.Terms != nil {
			c.field("on terms", "“"+oneLine(cl.Source.Terms.Of(v.text()))+"” ("+at(*cl.Source.Terms)+")", yellow)
		}
	} else {
		c.field("source", "nobody is named", yellow)
	}
	if len(cl.Cue) > 0 {
		c.field("cue", "“"+v.words(cl.Cue)+"” ("+at(cl.Cue...)+")", plain)
	}
	if len(cl.Inserts) > 0 {
		c.field("inserted", v.words(cl.Inserts)+" (the outlet's own words)", plain)
	}
	if cl.Said != 0 {
		c.field("said", v.when(cl.Said, ""), plain)
	}
	v.path(c, cl)
	if cl.Within != 0 {
		c.field("told within", cl.Within.String()+", by "+v.speaker(&v.Claims[cl.Within-1]), plain)
	}
	if cl.SameAs != 0 {
		c.field("told before", "as "+cl.SameAs.String(), plain)
	}
	for _, r := range cl.Responds {
		c.field(r.How, v.named(r.To), plain)
	}
	for _, a := range v.telling().answered[cl.ID.String()] {
		c.field("answered", past(a.how)+" in "+v.named(a.by.ID.String()), plain)
	}
	c.field("read by", by(cl.By, cl.P), plain)
	c.blank()
	c.line(0, 0, run{"To copy:", dim})
	c.line(0, 0, run{v.citation(cl), plain})
}

// path draws a claim's chain from the speaker to the reader, a hop a line.
func (v view) path(c *canvas, cl *sayso.Claim) {
	for i := len(cl.Chain) - 1; i >= 0; i-- {
		h := cl.Chain[i]
		words := ""
		if h.Span != nil {
			words = ": “" + oneLine(h.Span.Of(v.text())) + "” (" + at(*h.Span) + ")"
		}
		c.field(string(h.Role), h.Name+words, plain)
	}
}

// named tells what an id that a claim answers stands for.
func (v view) named(id string) string {
	for i := range v.Claims {
		if cl := &v.Claims[i]; cl.ID.String() == id {
			return id + ", by " + v.speaker(cl) + ": " + shorten(v.words(cl.Content), 80)
		}
	}
	for i := range v.Events {
		if e := &v.Events[i]; e.ID.String() == id {
			return id + ": " + v.sentence(e.Trigger, 80)
		}
	}
	if id == "outside" {
		return "something said elsewhere"
	}
	return id
}

// whyOpen tells why a source has no name, from the gaps.
func (v view) whyOpen(cl *sayso.Claim) string {
	for _, g := range v.Gaps {
		if g.Span != nil && g.Span.Overlaps(cl.Source.Span) {
			return g.Why
		}
	}
	return "nobody named before fits for certain"
}

func by(rule string, p float64) string {
	if p > 0 {
		return fmt.Sprintf("%s, probability %.2f", rule, p)
	}
	return rule
}

// verb is how a citation tells that someone said something.
func verb(cl *sayso.Claim) string {
	switch cl.Stance {
	case sayso.Denied:
		return "denied"
	case sayso.Alleged:
		return "alleged"
	case sayso.Admitted:
		return "admitted"
	case sayso.Promised:
		return "promised"
	case sayso.Threatened:
		return "threatened"
	case sayso.Asked:
		return "asked"
	case sayso.Doubted:
		return "doubted"
	case sayso.Declined:
		return "declined"
	}
	switch cl.Kind {
	case sayso.Writing:
		return "wrote"
	case sayso.Belief:
		return "believes"
	case sayso.Intention:
		return "means"
	case sayso.Order:
		return "ordered"
	case sayso.Question:
		return "asked"
	case sayso.Perception:
		return "perceived"
	}
	return "said"
}

// citation is a sentence that keeps the whole chain: "X, for Y, said in a
// statement, via Z, as A reported (date): …".
func (v view) citation(cl *sayso.Claim) string {
	var b strings.Builder
	who := v.speaker(cl)
	if cl.Source == nil {
		who = "somebody not named"
	}
	if voice := v.voiceOf(cl); voice != "" && voice != who {
		who = voice + ", for " + who + ","
	}
	b.WriteString(capital(who) + " " + verb(cl))
	for _, h := range v.ways(cl) {
		b.WriteString(", " + way(h))
	}
	if cl.Within != 0 {
		b.WriteString(", as " + v.speaker(&v.Claims[cl.Within-1]) + " tells")
	}
	switch {
	case v.wire != "":
		b.WriteString(", as " + v.wire + " reported")
	case v.Article.Outlet != "":
		b.WriteString(", as " + v.Article.Outlet + " reported")
	}
	if v.Article.Published != "" {
		b.WriteString(" (" + date(v.Article.Published) + ")")
	}
	words := v.words(cl.Content)
	if cl.Form == sayso.Indirect {
		words = "in the article's words, “" + words + "”"
	}
	b.WriteString(": " + unfinished.Replace(strings.TrimRight(words, " ,")+"\x00") + closing(words))
	return b.String()
}

// unfinished takes off the comma that a quotation ended with before "she said".
var unfinished = strings.NewReplacer(",”\x00", "”", ",\"\x00", "\"", ",’\x00", "’", "\x00", "")

// capital writes a name as at a sentence's beginning.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// closing ends a sentence that does not end by itself.
func closing(s string) string {
	s = strings.TrimRight(s, "\"”’'» ,")
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") {
		return ""
	}
	return "."
}

func (v view) explainEvent(c *canvas, e *sayso.Event) {
	kind := string(e.Type)
	if e.Mode != "" {
		kind += "/" + e.Mode
	}
	c.line(0, 2, run{"Event " + e.ID.String(), bold}, run{" · " + kind + " · " + string(e.Realis), dim})
	c.field("trigger", "“"+oneLine(e.Trigger.Of(v.text()))+"” ("+at(e.Trigger)+")", plain)
	c.field("sentence", v.sentence(e.Trigger, 1000), plain)
	c.field("actors", v.who(e.Actors), plain)
	c.field("recipients", v.who(e.Recipients), plain)
	c.field("when", v.when(e.Time, e.TimeBound), plain)
	places := e.Places
	if len(places) == 0 && e.Place != 0 {
		places = []sayso.PlaceID{e.Place}
	}
	c.field("where", v.where(places), plain)
	for _, id := range e.Quantities {
		c.field("number", v.count(&v.Quantities[id-1])+" ("+id.String()+")", plain)
	}
	c.field("aspect", e.Aspect, plain)
	c.field("contexts", strings.Join(e.Contexts, ", "), plain)
	c.field("CAMEO", e.Cameo, plain)
	c.field("on the word of", v.voice(e.Voice, e.Claim), plain)
	if e.SameAs != 0 {
		c.field("told before", "as "+e.SameAs.String(), plain)
	}
	c.field("read by", by(e.By, e.P), plain)
	v.copyable(c, e.Voice, e.Claim, v.sentence(e.Trigger, 1000))
}

func (v view) explainQuantity(c *canvas, q *sayso.Quantity) {
	c.line(0, 2, run{"Quantity " + q.ID.String(), bold}, run{" · " + v.count(q) + " · " + string(q.Bound), dim})
	c.field("words", "“"+oneLine(q.Span.Of(v.text()))+"” ("+at(q.Span)+")", plain)
	c.field("sentence", v.sentence(q.Span, 1000), plain)
	c.field("range", bounds(q), plain)
	c.field("who", q.Who, plain)
	c.field("when", v.when(q.Time, ""), plain)
	if q.Place != 0 {
		c.field("where", v.where([]sayso.PlaceID{q.Place}), plain)
	}
	if q.PartOf != 0 {
		c.field("part of", q.PartOf.String(), plain)
	}
	if q.Increment {
		c.field("counts", "on top of others", plain)
	}
	c.field("on the word of", v.voice(q.Voice, q.Claim), plain)
	c.field("read by", q.By, plain)
	v.copyable(c, q.Voice, q.Claim, v.sentence(q.Span, 1000))
}

// copyable draws a sentence to copy for something told in the words sentence.
func (v view) copyable(c *canvas, voice sayso.Voice, claim sayso.ClaimID, sentence string) {
	c.blank()
	c.line(0, 0, run{"To copy:", dim})
	switch {
	case voice == sayso.VoiceSource && claim >= 1 && int(claim) <= len(v.Claims):
		c.line(0, 0, run{v.citation(&v.Claims[claim-1]), plain})
	case voice == sayso.VoiceOutlet:
		c.line(0, 0, run{v.sourceLine() + " reported, naming no source: “" + sentence + "”", plain})
	default:
		c.line(0, 0, run{v.sourceLine() + " has it, and it is unclear on whose word: “" + sentence + "”", plain})
	}
}

// sourceLine names the article's own voice with its date.
func (v view) sourceLine() string {
	s := v.outlet()
	s = capital(s)
	if v.Article.Published != "" {
		s += " (" + date(v.Article.Published) + ")"
	}
	return s
}
