package entity

import (
	"strings"

	"sayso"
)

// MarkPublic sets Public on the entities that speak or act in a public role,
// besides those whose office or kind makes them public: the sources of claims,
// the hops of their chains, and the actors of events. Victims and bystanders,
// those to whom things are done, are not made public by it; nor are those of
// whom the text tells nothing but what they are to their family, at home or at
// work ("a pensioner", "mother of three"), nor people who are harmed, where somebody
// else tells what they said.
func (f *Finder) MarkPublic(entities []sayso.Entity, claims []sayso.Claim, events []sayso.Event) {
	harmed := map[sayso.EntityID]bool{}
	for i := range events {
		if events[i].Type == "ASSAULT" {
			for _, r := range events[i].Recipients {
				harmed[r.Entity] = true
			}
		}
	}
	mark := func(id sayso.EntityID, told bool) {
		if id <= 0 || int(id) > len(entities) {
			return
		}
		if e := &entities[id-1]; e.Type != sayso.Person || !f.private(e) && !(told && harmed[id]) {
			e.Public = true
		}
	}
	for i := range claims {
		told := claims[i].Within != 0
		if s := claims[i].Source; s != nil {
			mark(s.Entity, told)
		}
		for _, h := range claims[i].Chain {
			mark(h.Entity, told)
		}
	}
	for i := range events {
		for _, a := range events[i].Actors {
			mark(a.Entity, false)
		}
	}
}

// private reports whether the text tells of a person by private roles alone.
func (f *Finder) private(e *sayso.Entity) bool {
	if e.MemberOf != 0 {
		return false
	}
	found := false
	for _, about := range e.About {
		n := f.roleIn(about)
		if n == nil || !f.tables.privateWord[n.word] && n.use != kin {
			return false
		}
		found = true
	}
	return found
}

// roleIn returns the noun for a person that a role as the text gives it is about: the
// last before "of", "for" and the like.
func (f *Finder) roleIn(about string) (found *noun) {
	for w := range strings.FieldsSeq(strings.ToLower(about)) {
		switch w {
		case "of", "for", "in", "at", "from", "with", "who":
			if found != nil {
				return found
			}
		}
		w, _, _ = strings.Cut(strings.Trim(w, ",.;"), "-of-")
		if n := f.tables.noun(w, ""); n != nil && n.kind == sayso.Person {
			found = n
		}
	}
	return found
}
