package text

import "sayso"

// Front is where the parts of an article stand in its text; empty where absent.
type Front struct {
	Headline   sayso.Span
	Standfirst sayso.Span // a summary between headline and body
	Byline     sayso.Span
	Dateline   sayso.Span   // with its dash
	Lead       sayso.Span   // the first paragraph of the report, without dateline
	Body       sayso.Span   // from the dateline or lead to the end of the report
	Outside    []sayso.Span // lines that are not part of the report: "All news", credits, tables
}
