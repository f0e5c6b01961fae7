package export

import (
	"strconv"
	"strings"

	"sayso"
)

// rows flattens one reading to the rows of a table that exists.
func rows(table string, r *sayso.Reading) (out [][]string) {
	text, id := r.Article.Text, r.Article.ID
	words := func(s sayso.Span) string { return s.Of(text) }
	add := func(cells ...string) { out = append(out, append([]string{id}, cells...)) }
	switch table {
	case "articles":
		a := r.Article
		var line sayso.Dateline
		at := ""
		if a.Dateline != nil {
			line, at = *a.Dateline, span(a.Dateline.Span)
		}
		add(a.URL, a.Outlet, a.Agency, a.Headline, a.Byline, strings.Join(a.Authors, "; "), a.Language, a.Published,
			string(a.PublishedFrom), a.PublishedWhy, string(a.Status), at, line.Place, line.Agency, line.Date,
			strconv.Itoa(len(r.Claims)), strconv.Itoa(len(r.Events)), strconv.Itoa(len(r.Quantities)), strconv.Itoa(len(r.Gaps)))
	case "sentences":
		for i, s := range r.Sentences {
			add(strconv.Itoa(i+1), span(s), words(s))
		}
	case "entities":
		for _, e := range r.Entities {
			add(e.ID.String(), string(e.Type), e.Name, strings.Join(e.About, "; "), e.MemberOf.String(), e.Country, e.Sector,
				strconv.FormatBool(e.Public), each(e.Mentions, ";", func(m sayso.Mention) string { return span(m.Span) }))
		}
	case "mentions":
		for _, e := range r.Entities {
			for _, m := range e.Mentions {
				add(e.ID.String(), span(m.Span), string(m.Form), words(m.Span))
			}
		}
	case "times":
		for _, t := range r.Times {
			add(t.ID.String(), span(t.Span), words(t.Span), string(t.Type), t.Value, t.Mod, t.Start, t.End)
		}
	case "places":
		for _, p := range r.Places {
			lat, lon := "", ""
			if p.Point != nil {
				lat, lon = decimal(&p.Lat), decimal(&p.Lon)
			}
			add(p.ID.String(), span(p.Span), p.Name, count(p.GeoNames), p.Entity.String(), lat, lon, p.Country, p.Admin1,
				string(p.Precision), strconv.FormatBool(p.Literal), strings.Join(p.Countries, ";"), count(int32(p.Extent)), p.By)
		}
	case "quantities":
		for _, q := range r.Quantities {
			of := ""
			if q.Of != nil {
				of = words(*q.Of)
			}
			add(q.ID.String(), span(q.Span), words(q.Span), decimal(q.Low), decimal(q.High), string(q.Bound), q.Unit,
				string(q.Harm), q.Who, spanOf(q.Of), of, q.PartOf.String(), strconv.FormatBool(q.Increment),
				q.Time.String(), q.Place.String(), string(q.Voice), q.Claim.String(), q.By)
		}
	case "claims":
		for i := range r.Claims {
			out = append(out, append([]string{id}, claimRow(r, &r.Claims[i])...))
		}
	case "events":
		for i := range r.Events {
			out = append(out, append([]string{id}, eventRow(r, &r.Events[i])...))
		}
	case "gaps":
		for _, g := range r.Gaps {
			at := ""
			if g.Span != nil {
				at = words(*g.Span)
			}
			add(g.Stage, g.Why, spanOf(g.Span), at)
		}
	}
	return out
}

func claimRow(r *sayso.Reading, c *sayso.Claim) []string {
	words := func(s sayso.Span) string { return s.Of(r.Article.Text) }
	source, sourceText, entity, name, terms := "", "", "", "", ""
	if c.Source != nil {
		if c.Source.Terms != nil {
			terms = words(*c.Source.Terms)
		}
		source, sourceText, entity = span(c.Source.Span), words(c.Source.Span), c.Source.Entity.String()
		if c.Source.Entity > 0 {
			name = r.Entities[c.Source.Entity-1].Name
		}
	}
	return []string{c.ID.String(), string(c.Kind), string(c.Form), string(c.Stance), source, sourceText, entity, name, terms,
		each(c.Cue, ";", span), each(c.Cue, " … ", words), each(c.Content, ";", span), each(c.Content, " … ", words),
		each(c.Inserts, ";", span), string(c.Part), c.Said.String(), c.Within.String(), c.SameAs.String(),
		each(c.Responds, ";", func(x sayso.Response) string { return x.How + ":" + x.To }),
		each(c.Chain, " < ", func(h sayso.Hop) string { return string(h.Role) + ":" + h.Name }), c.By, probability(c.P)}
}

func eventRow(r *sayso.Reading, e *sayso.Event) []string {
	words := func(s sayso.Span) string { return s.Of(r.Article.Text) }
	side := func(p []sayso.Participant) []string {
		return []string{each(p, ";", func(x sayso.Participant) string { return span(x.Span) }),
			each(p, "; ", func(x sayso.Participant) string { return words(x.Span) }),
			each(p, ";", func(x sayso.Participant) string { return x.Entity.String() }),
			each(p, ";", func(x sayso.Participant) string { return x.Code }),
			each(p, ";", func(x sayso.Participant) string { return x.Sector })}
	}
	value := ""
	if e.Time > 0 {
		value = r.Times[e.Time-1].Value
	}
	row := []string{e.ID.String(), string(e.Type), e.Mode, strings.Join(e.Contexts, ";"), e.Cameo, span(e.Trigger), words(e.Trigger)}
	row = append(append(row, side(e.Actors)...), side(e.Recipients)...)
	return append(row, e.Time.String(), value, e.TimeBound, e.Place.String(), each(e.Places, ";", sayso.PlaceID.String),
		each(e.Places, "; ", func(id sayso.PlaceID) string { return r.Places[id-1].Name }),
		each(e.Quantities, ";", sayso.QuantityID.String), string(e.Realis), e.Aspect, string(e.Voice), e.Claim.String(),
		e.SameAs.String(), e.By, probability(e.P))
}
