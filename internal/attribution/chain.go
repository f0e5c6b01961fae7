package attribution

import "sayso"

// chains fills in every claim's chain.
func (f *Finder) chains(p *page, claims []told, order []int32, out []sayso.Claim, article *sayso.Article, entities []sayso.Entity, index *sayso.EntityIndex) {
	for i := range out {
		out[i].Chain = []sayso.Hop{}
	}
}
