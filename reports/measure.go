package reports

// A Measure names what a figure counts, in one vocabulary fine enough to keep
// different things apart.
type Measure string

// A Family groups measures.
type Family string

// The families of measures.
const (
	Removals     Family = "removals"
	Requests     Family = "requests"
	Disclosures  Family = "disclosures"
	Appeals      Family = "appeals"
	Restorations Family = "restorations"
	Rates        Family = "rates"
	Recipients   Family = "recipients"
	Staff        Family = "staff"
	Accuracy     Family = "accuracy"
)

// A MeasureInfo says what a measure is and what may be done with it.
type MeasureInfo struct {
	Name         Measure
	Unit         string // what one of it is, plural: "groups and channels", "%", "hours"
	Family       Family
	OverTime     bool    // figures of consecutive periods may be added
	OverParts    bool    // figures of disjoint parts may be added
	Base         Measure // of a share: what it is a share of
	Derives      Measure // of a share: what share × base counts
	Definition   string  // one sentence
	HigherIsMore bool    // false where a chart must not start at zero: medians, rates
}
