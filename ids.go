package sayso

import (
	"fmt"
	"strconv"
)

// Ids count from 1 within their list of a reading: the entity at index i of
// Reading.Entities has the id i+1. Zero means absent.
type (
	// EntityID numbers an entity: e1, e2, … in JSON.
	EntityID int32
	// TimexID numbers an expression of time: t1, t2, ….
	TimexID int32
	// PlaceID numbers a place: p1, p2, ….
	PlaceID int32
	// QuantityID numbers a quantity: q1, q2, ….
	QuantityID int32
	// ClaimID numbers a claim: c1, c2, ….
	ClaimID int32
	// EventID numbers an event: v1, v2, ….
	EventID int32
)

func (id EntityID) String() string   { return name('e', int32(id)) }
func (id TimexID) String() string    { return name('t', int32(id)) }
func (id PlaceID) String() string    { return name('p', int32(id)) }
func (id QuantityID) String() string { return name('q', int32(id)) }
func (id ClaimID) String() string    { return name('c', int32(id)) }
func (id EventID) String() string    { return name('v', int32(id)) }

// MarshalText and UnmarshalText carry the written form through JSON and CSV.
func (id EntityID) MarshalText() ([]byte, error)   { return []byte(id.String()), nil }
func (id TimexID) MarshalText() ([]byte, error)    { return []byte(id.String()), nil }
func (id PlaceID) MarshalText() ([]byte, error)    { return []byte(id.String()), nil }
func (id QuantityID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }
func (id ClaimID) MarshalText() ([]byte, error)    { return []byte(id.String()), nil }
func (id EventID) MarshalText() ([]byte, error)    { return []byte(id.String()), nil }

func (id *EntityID) UnmarshalText(b []byte) error   { return parse('e', b, (*int32)(id)) }
func (id *TimexID) UnmarshalText(b []byte) error    { return parse('t', b, (*int32)(id)) }
func (id *PlaceID) UnmarshalText(b []byte) error    { return parse('p', b, (*int32)(id)) }
func (id *QuantityID) UnmarshalText(b []byte) error { return parse('q', b, (*int32)(id)) }
func (id *ClaimID) UnmarshalText(b []byte) error    { return parse('c', b, (*int32)(id)) }
func (id *EventID) UnmarshalText(b []byte) error    { return parse('v', b, (*int32)(id)) }

func name(letter byte, id int32) string {
	if id == 0 {
		return ""
	}
	return string(letter) + strconv.Itoa(int(id))
}

func parse(letter byte, b []byte, id *int32) error {
	if len(b) == 0 {
		*id = 0
		return nil
	}
	n, err := strconv.ParseInt(string(b[1:]), 10, 32)
	if b[0] != letter || err != nil || n < 1 {
		return fmt.Errorf("id %q: want %c and a number from 1", b, letter)
	}
	*id = int32(n)
	return nil
}
