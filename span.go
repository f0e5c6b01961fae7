package sayso

import (
	"encoding/json"
	"fmt"
)

// Span is a half-open range [Start, End) of UTF-8 byte offsets into one
// article's text. Both ends lie on rune boundaries. The zero Span is empty and
// stands for "nowhere".
type Span struct{ Start, End int32 }

// Len returns the number of bytes covered.
func (s Span) Len() int { return int(s.End - s.Start) }

// Empty reports whether the span covers nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Of returns the words of text that the span covers.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Overlaps reports whether the two spans share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Contains reports whether t lies wholly within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Union returns the smallest span that covers both; an empty span counts for nothing.
func (s Span) Union(t Span) Span {
	switch {
	case s.Empty():
		return t
	case t.Empty():
		return s
	}
	return Span{min(s.Start, t.Start), max(s.End, t.End)}
}

// MarshalJSON writes the span as [start, end].
func (s Span) MarshalJSON() ([]byte, error) { return json.Marshal([2]int32{s.Start, s.End}) }

// UnmarshalJSON reads a span written as [start, end].
func (s *Span) UnmarshalJSON(b []byte) error {
	var v []int32
	if err := json.Unmarshal(b, &v); err != nil {
		return fmt.Errorf("span: want [start, end]: %w", err)
	}
	if len(v) != 2 {
		return fmt.Errorf("span: want [start, end], got %d numbers", len(v))
	}
	s.Start, s.End = v[0], v[1]
	return nil
}
