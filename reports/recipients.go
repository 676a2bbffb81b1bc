package reports

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
)

// PerRecipients is a transform: each number of a service divided by the people
// who use it.
const PerRecipients TransformKind = "per million recipients"

// RecipientCounts are the people who use services in a month, as part 10 of their
// DSA reports states them.
type RecipientCounts map[recipientsOf]Figure

type recipientsOf struct {
	service, area string
	period        Period
}

// recipientsMeasure counts them.
const recipientsMeasure Measure = "monthly active recipients"

// LookUpRecipients finds what a ledger knows of recipients, as it stands for a
// question.
func LookUpRecipients(ctx context.Context, q Question, l Ledger) (RecipientCounts, error) {
	l, err := q.asOf(ctx, l)
	if err != nil {
		return nil, err
	}
	blocks, err := l.Blocks(ctx)
	if err != nil {
		return nil, err
	}
	known := RecipientCounts{}
	for _, b := range blocks {
		if b.Measure != recipientsMeasure || b.Breakdown.Without(ByArea|ByService) != 0 {
			continue
		}
		figures, err := l.Figures(ctx, Request{Publisher: b.Publisher, Table: b.Table, Measure: b.Measure, Breakdown: b.Breakdown})
		if err != nil {
			return nil, err
		}
		for _, f := range figures {
			if low, _ := f.Bounds(); low > 0 {
				known[recipientsOf{strings.ToLower(cmp.Or(f.Service, f.Publisher)), f.Area, f.Period}] = f
			}
		}
	}
	return known, nil
}

// Why nothing can be said per recipient.
const (
	NoRecipients      = "no recipients are known: load part 10 of the service's DSA report"
	NotPerRecipient   = "rates, times and recipients are not divided by recipients"
	OtherRecipients   = "the recipients that are known are of other services, periods or countries: they go with the same half-year or year only"
	recipientsPerUnit = 1e6
)

// PerMillionRecipients returns the answer with each number divided by the
// recipients of its service in the same period and country: both origins stay
// with it. A number without recipients is left out, and a note says how many.
// Where none is left, a reason says why.
func PerMillionRecipients(a Answer, known RecipientCounts) (out Answer, reason string) {
	out = a.transformed()
	left, counted := 0, false
	for _, s := range a.Series {
		if info := MeasureOf(s.Measure); !info.counts(s.Unit) || info.Family == Recipients || info.Family == Accuracy {
			left += len(s.Numbers)
			continue
		}
		counted = true
		per := s.perRecipients(known)
		left += len(s.Numbers) - len(per.Numbers)
		if len(per.Numbers) > 0 {
			out.Series = append(out.Series, per)
		}
	}
	out.tell("note.perrecipients", "Per million recipients, worked out by Vitrine: each number divided by the average monthly recipients of the service in the same period and country, as its DSA report states them.", "count", "")
	if left > 0 {
		out.tell("note.norecipients", fmt.Sprintf("Left out, since no recipients of the same service, period and country are known: %d numbers.", left), "count", fmt.Sprint(left))
	}
	switch {
	case len(out.Series) > 0:
		return out, ""
	case !counted && len(a.Series) > 0:
		return out, NotPerRecipient
	case len(known) == 0:
		return out, NoRecipients
	}
	return out, OtherRecipients
}

// Work returns what the transform makes of an answer of a ledger. It fails, in
// a sentence, where nothing can be divided by recipients.
func (t Transform) Work(ctx context.Context, a Answer, p Populations, l Ledger) (Answer, error) {
	if t.Kind != PerRecipients {
		return t.Of(a, p), nil
	}
	known, err := LookUpRecipients(ctx, a.Question, l)
	if err != nil {
		return a, err
	}
	out, reason := PerMillionRecipients(a, known)
	if reason != "" {
		return a, errors.New(reason)
	}
	return out, nil
}

// OfRecipients tells whether a note says by what recipients numbers were
// divided.
func (n Note) OfRecipients() bool {
	return n.Key == "note.perrecipients" || n.Key == "note.norecipients"
}

// perRecipients divides the numbers of which the recipients are known.
func (s Series) perRecipients(known RecipientCounts) Series {
	about := s.About()
	service := strings.ToLower(cmp.Or(about.Service, s.Publisher))
	numbers := s.Numbers
	s.Transform, s.Numbers = Transform{Kind: PerRecipients}, nil
	for _, n := range numbers {
		base, ok := known[recipientsOf{service, about.Area, n.Period}]
		if ok && !n.Partial() {
			s.Numbers = append(s.Numbers, n.perRecipient(base))
		}
	}
	return s
}

// perRecipient divides a number, and its bounds by those of the recipients.
func (n Number) perRecipient(base Figure) Number {
	low, high := base.Bounds()
	n.Transform, n.Stated, n.Recipients = PerRecipients, n.Value, &base
	from, to := n.Value, n.Value
	if n.HasRange {
		from, to = n.Low, n.High
	}
	n.Value = n.Value / base.Value * recipientsPerUnit
	if low != high || n.HasRange {
		n.HasRange, n.Low, n.High = true, from/high*recipientsPerUnit, to/low*recipientsPerUnit
	}
	if math.IsNaN(n.Low) || math.IsNaN(n.High) {
		n.HasRange = false
	}
	return n
}

// partsPerRecipient lists the figures of a number that was divided, and the
// recipients.
func partsPerRecipient(ctx context.Context, q Question, l Ledger, names Names, s Series, n Number) ([]Figure, error) {
	base := n.Recipients
	n.Transform, n.Recipients, s.Transform = "", nil, Transform{}
	figures, err := Parts(ctx, q, l, names, s, n)
	if err != nil {
		return nil, err
	}
	return append(figures, *base), nil
}
