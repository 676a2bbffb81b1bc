package reports

import "strings"

// A Dim is one of the dimensions that a total can be split by.
type Dim int

// The dimensions, in the order of the fields of Split and of the columns of
// every table that Vitrine writes.
const (
	Service Dim = iota
	Area
	Category
	Subcategory
	Trigger
	Detection
	Decision
	Ground
	Action
	Facet
	dimCount
)

var dimNames = [dimCount]string{
	"service", "area", "category", "subcategory", "trigger",
	"detection", "decision", "ground", "action", "facet",
}

// AllDims lists the dimensions in order.
func AllDims() []Dim {
	all := make([]Dim, dimCount)
	for i := range all {
		all[i] = Dim(i)
	}
	return all
}

// String returns the dimension's name on the command line.
func (d Dim) String() string { return dimNames[d] }

// ParseDim finds a dimension by its name on the command line.
func ParseDim(name string) (Dim, bool) {
	for i, n := range dimNames {
		if strings.EqualFold(n, strings.TrimSpace(name)) {
			return Dim(i), true
		}
	}
	return 0, false
}

// Dims is a set of dimensions.
type Dims uint16

// DimsOf returns the set of the dimensions given.
func DimsOf(dims ...Dim) Dims {
	var s Dims
	for _, d := range dims {
		s |= 1 << d
	}
	return s
}

// The sets of one dimension, for declarations: ByArea | ByCategory.
const (
	ByService     Dims = 1 << Service
	ByArea        Dims = 1 << Area
	ByCategory    Dims = 1 << Category
	BySubcategory Dims = 1 << Subcategory
	ByTrigger     Dims = 1 << Trigger
	ByDetection   Dims = 1 << Detection
	ByDecision    Dims = 1 << Decision
	ByGround      Dims = 1 << Ground
	ByAction      Dims = 1 << Action
	ByFacet       Dims = 1 << Facet
)

// Has tells whether the set holds d.
func (s Dims) Has(d Dim) bool { return s&(1<<d) != 0 }

// Contains tells whether every dimension of other is in the set.
func (s Dims) Contains(other Dims) bool { return s&other == other }

// Without returns the set less the dimensions of other.
func (s Dims) Without(other Dims) Dims { return s &^ other }

// Len returns the number of dimensions in the set.
func (s Dims) Len() int {
	n := 0
	for ; s != 0; s &= s - 1 {
		n++
	}
	return n
}

// List returns the dimensions of the set in order.
func (s Dims) List() []Dim {
	var list []Dim
	for d := Dim(0); d < dimCount; d++ {
		if s.Has(d) {
			list = append(list, d)
		}
	}
	return list
}

// String lists the set as "area, category"; the empty set is "".
func (s Dims) String() string {
	names := make([]string, 0, dimCount)
	for _, d := range s.List() {
		names = append(names, d.String())
	}
	return strings.Join(names, ", ")
}

// NotStated is the part of a split whose cell was empty in a splitting column.
const NotStated = "(not stated)"

// A Split holds a value of each dimension, in the publisher's words; "" where
// the figure is not about one value of it. An Area is an ISO 3166-1 alpha-2
// code, the code of a named group of countries, or the publisher's words for
// what is neither.
type Split struct {
	Service, Area, Category, Subcategory, Trigger, Detection, Decision, Ground, Action, Facet string
}

func (s *Split) field(d Dim) *string {
	return [dimCount]*string{
		&s.Service, &s.Area, &s.Category, &s.Subcategory, &s.Trigger,
		&s.Detection, &s.Decision, &s.Ground, &s.Action, &s.Facet,
	}[d]
}

// Get returns the split's value of a dimension.
func (s Split) Get(d Dim) string {
	switch d {
	case Service:
		return s.Service
	case Area:
		return s.Area
	case Category:
		return s.Category
	case Subcategory:
		return s.Subcategory
	case Trigger:
		return s.Trigger
	case Detection:
		return s.Detection
	case Decision:
		return s.Decision
	case Ground:
		return s.Ground
	case Action:
		return s.Action
	}
	return s.Facet
}

// With returns the split with a dimension's value replaced.
func (s Split) With(d Dim, value string) Split {
	*s.field(d) = value
	return s
}

// Only returns the split with the dimensions outside the set left empty.
func (s Split) Only(dims Dims) Split {
	for d := Dim(0); d < dimCount; d++ {
		if !dims.Has(d) {
			*s.field(d) = ""
		}
	}
	return s
}

// Stated returns the dimensions that the split has a value of.
func (s Split) Stated() Dims {
	var dims Dims
	for d := Dim(0); d < dimCount; d++ {
		if s.Get(d) != "" {
			dims |= 1 << d
		}
	}
	return dims
}

// Compare orders splits by their dimensions in order.
func (s Split) Compare(other Split) int {
	for d := Dim(0); d < dimCount; d++ {
		if c := strings.Compare(s.Get(d), other.Get(d)); c != 0 {
			return c
		}
	}
	return 0
}
