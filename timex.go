package sayso

// Timex is an expression of time with its TIMEX3 type and value.
type Timex struct {
	ID    TimexID   `json:"id"`
	Span  Span      `json:"span"`
	Type  TimexType `json:"type"`
	Value string    `json:"value,omitempty"` // TIMEX3: "2022-01-07", "P3D", "PRESENT_REF"; unknown parts are X
	Mod   string    `json:"mod,omitempty"`   // TIMEX3: START MID END BEFORE AFTER ON_OR_BEFORE ON_OR_AFTER APPROX LESS_THAN MORE_THAN
	Start string    `json:"start,omitempty"` // half open [start, end), dates; an open side is absent
	End   string    `json:"end,omitempty"`
}

// TimexType is the TIMEX3 type.
type TimexType string

const (
	TimexDate     TimexType = "DATE"
	TimexTime     TimexType = "TIME"
	TimexDuration TimexType = "DURATION"
	TimexSet      TimexType = "SET"
)
