package reports

// An Extreme is the least and the greatest number that the current figures of
// a block stand for; NaN where none has one.
type Extreme struct {
	Publisher, Table string
	Measure          Measure
	Breakdown        Dims
	Low, High        float64
}

// A StatedPeriod is a period that a block states, in how many figures, and the
// first source that does.
type StatedPeriod struct {
	Publisher, Table string
	Measure          Measure
	Breakdown        Dims
	Period           Period
	Figures          int
	Source           string
}

// An Aside is a finding that somebody set aside, and why.
type Aside struct {
	ID   string // the finding's identity
	Note string // why, in the words of who did it
	Said string // the finding's sentence at that time
	On   Day
}
