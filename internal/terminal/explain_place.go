package terminal

import (
	"fmt"
	"strconv"
	"strings"

	"sayso"
)

// rulesOfPlaces says in words what the rules in a place's By stand for.
var rulesOfPlaces = map[string]string{
	"rule:demonym":      "the adjective or the name of people",
	"rule:holds":        "what the words beside it say lies in it",
	"rule:named-before": "what the name means elsewhere in the article",
	"rule:somewhere-in": "what it lies in: no table has it, and the point is that of its surroundings",
	"rule:weights":      "the weights of rules/geo/weights.tsv",
	"rule:within":       "what the words beside it say it lies in",
}

// explainPlace draws what one place was told by, and what else its name could
// have meant.
func (v view) explainPlace(c *canvas, p *sayso.Place) {
	kind := string(p.Precision)
	if kind == "" {
		kind = "left open"
	}
	meant := "meant literally"
	if !p.Literal {
		meant = "its people or government are meant"
	}
	c.line(0, 2, run{"Place " + p.ID.String(), bold}, run{" · " + kind + " · " + meant, dim})
	c.field("words", "“"+oneLine(p.Span.Of(v.text()))+"” ("+at(p.Span)+")", plain)
	c.field("sentence", v.sentence(p.Span, 1000), plain)
	if p.Point != nil {
		c.field("is", siteWords(p.Name, p.Country, p.Admin1), plain)
		point := degrees(p.Lat) + " " + degrees(p.Lon)
		if p.Extent > 0 {
			point += fmt.Sprintf(", reaching about %d km", p.Extent)
		}
		c.field("point", point, plain)
		c.field("countries", strings.Join(p.Countries, ", "), plain)
		if p.GeoNames != 0 {
			c.field("GeoNames", strconv.Itoa(int(p.GeoNames)), plain)
		}
		c.field("told by", rulesOfPlaces[p.By], plain)
	}
	total := 0.0
	for i, e := range p.Basis {
		label := ""
		if i == 0 {
			label = "evidence"
		}
		total += e.Weight
		c.field(label, fmt.Sprintf("%+6.2f  %s", e.Weight, e.What), plain)
	}
	if len(p.Basis) > 0 {
		c.field("together", fmt.Sprintf("%+6.2f", total), plain)
	}
	if p.Namesakes > 0 {
		c.field("weighed", plural(p.Namesakes, "place")+" of that name", plain)
	}
	for i, r := range p.Rivals {
		label := ""
		if i == 0 {
			label = "rivals"
		}
		c.field(label, fmt.Sprintf("%6.2f  %s", -r.Behind, siteWords(r.Name, r.Country, r.Admin1)), plain)
	}
	if p.Point == nil {
		for _, g := range v.Gaps {
			if g.Stage == "place" && g.Span != nil && *g.Span == p.Span {
				c.field("left open", g.Why, plain)
			}
		}
	}
	c.field("read by", p.By, plain)
}

func siteWords(name, country, admin1 string) string {
	if admin1 != "" {
		country = admin1
	}
	if country == "" {
		return name
	}
	return name + " (" + country + ")"
}

func degrees(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
