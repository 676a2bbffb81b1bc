package window

import (
	"slices"

	"vitrine/reports"
)

// A writtenPair is a comparison as it is written down.
type writtenPair struct {
	From, To, Publisher, Service, View string `json:",omitempty"`
	PerDay                             bool   `json:",omitempty"`
}

// keep writes a comparison down; nil where nothing is compared.
func (c comparing) keep() *writtenPair {
	if !c.on {
		return nil
	}
	k := &writtenPair{Publisher: c.pair.Against.Publisher, Service: c.pair.Against.Service, View: c.view.String(), PerDay: c.pair.PerDay}
	if c.pair.From != (reports.Period{}) {
		k.From = c.pair.From.String()
	}
	if c.pair.To != (reports.Period{}) {
		k.To = c.pair.To.String()
	}
	return k
}

// recall reads a comparison that was written down. A period that is none is
// left for the comparison to choose.
func (k *writtenPair) recall() comparing {
	if k == nil {
		return comparing{}
	}
	c := comparing{on: true, view: sidedView(max(0, slices.Index(sidedNames[:], k.View)))}
	c.pair = reports.Pair{Against: reports.Subject{Publisher: k.Publisher, Service: k.Service}, PerDay: k.PerDay}
	if from, err := reports.ParsePeriod(k.From); err == nil {
		c.pair.From = from
	}
	if to, err := reports.ParsePeriod(k.To); err == nil {
		c.pair.To = to
	}
	return c
}
