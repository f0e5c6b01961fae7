package sayso

import "time"

// ValidDate reports whether s is a publication date: a plain date
// ("2022-02-10") or an RFC 3339 time.
func ValidDate(s string) bool {
	if _, err := time.Parse(time.DateOnly, s); err == nil {
		return true
	}
	_, err := time.Parse(time.RFC3339, s)
	return err == nil
}
