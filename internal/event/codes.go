package event

import "sayso"

// modes are PLOVER's modes by type.
var modes = map[sayso.EventType][]string{
	sayso.Consult:  {"visit", "third-party", "multilateral", "phone"},
	sayso.Retreat:  {"withdraw", "release", "return", "disarm", "ceasefire", "access", "resign"},
	sayso.Request:  {"assist", "change", "yield", "meet"},
	sayso.Reject:   {"assist", "change", "yield", "meet"},
	sayso.Accuse:   {"disapprove", "investigate", "allege"},
	sayso.Threaten: {"restrict", "arrest", "relations", "expel", "territory", "violence"},
	sayso.Protest:  {"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"},
	sayso.Sanction: {"convict", "expel", "withdraw", "discontinue"},
	sayso.Mobilize: {"troops", "weapons", "police", "militia"},
	sayso.Coerce: {"seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold",
		"misinformation", "cyber"},
	sayso.Assault: {"abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
		"suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional"},
}

// contexts are PLOVER's contexts.
var contexts = []string{"military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy",
	"pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression", "human_security", "gender", "lgbt",
	"religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping", "health", "asylum", "migration", "disasters",
	"natural_resource", "environment", "technology", "terrorism", "cbrn", "cyber", "misinformation", "crime", "corruption", "illegal_drugs", "trafficking"}

// sectors are PLOVER's sector codes. IGO marks international bodies, which PLOVER
// gives a country code and no sector.
var sectors = []string{"COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN",
	"LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC", "IGO"}

// kinds are the sorts of participant that conditions ask for.
type kinds uint16

const (
	state      kinds = 1 << iota // a country, its government or one of its bodies
	official                     // who holds office
	armed                        // who bears arms
	court                        // courts and prosecutors
	legislator                   // parliaments and their members
	crowd                        // people without office
	worker                       // workers, students
	body                         // parties, companies, churches, organisations
	named                        // a name, of whatever
	pronoun                      // it, they: of unknown kind
	anyActor   = state | official | armed | court | legislator | crowd | worker | body | named
)

var sectorKinds = map[string]kinds{"COP": armed | state, "GOV": state | official, "JUD": court | state, "LEG": legislator | official,
	"MIL": armed | state, "PRM": armed, "PTY": body, "REB": armed, "SPY": state | armed, "UAF": armed, "UNK": crowd, "AGR": crowd | worker, "BUS": body,
	"CRM": armed, "CVL": crowd, "EDU": crowd | worker, "ELI": official, "JRN": body | crowd, "LAB": worker | crowd, "MED": worker | crowd, "REF": crowd,
	"OPP": body | crowd, "PRE": state, "REL": body | crowd, "SOC": body | crowd, "IGO": state | body}

// domain is what a word says a sentence is about.
type domain uint8

const (
	sport domain = 1 << iota
	business
	weather
	accident
	culture
	violence
	science
)

var domainNames = map[string]domain{"sport": sport, "business": business, "weather": weather, "accident": accident, "culture": culture,
	"violence": violence, "science": science}
