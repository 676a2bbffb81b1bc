package window

import (
	"errors"

	"vitrine/reports"
)

// why says in the window's language why a question was not answered.
func (p *page) why(err error) string {
	var refused reports.Incomparable
	if errors.As(err, &refused) {
		return p.words.Incomparable(refused)
	}
	var unnamed reports.Unnamed
	if errors.As(err, &unnamed) {
		return p.words.Unnamed(unnamed)
	}
	return p.words.Error(err)
}
