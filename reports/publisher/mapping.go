package publisher

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"vitrine/reports"
)

// A Mapping says what the columns of a table mean that no format knows. It is
// a format like any other, kept as a small TOML file that people can pass on.
//
// Whatever is Ask could not be told from a table alone: a mapping with one
// shows how it reads a table, and loads none.
type Mapping struct {
	Name string `toml:"-"` // of its file; "" where it stands in none

	Publisher string `toml:"publisher"`
	Table     string `toml:"table"`
	Title     string `toml:"title"`   // what the table is and how it is got, one line
	Address   string `toml:"address"` // where the publisher offers it

	Sheet      string `toml:"sheet"`       // of a workbook, the only one that is read; "": each that has the header
	HeaderRows int    `toml:"header_rows"` // 1 where it is 0; the texts of two are joined by a space
	Numbers    string `toml:"numbers"`     // one of NumberStyles; "" is the first
	Days       string `toml:"days"`        // one of DayStyles, for days such as 3/4/2017
	Period     string `toml:"period"`      // one of PeriodPlaces; "" is the first

	// The dimensions whose parts are disjoint and add to the total, are
	// disjoint, and of which one thing may be in several parts. Nothing is
	// added over a dimension of which nothing is said.
	Complete    []string `toml:"complete"`
	Disjoint    []string `toml:"disjoint"`
	Overlapping []string `toml:"overlapping"`
	Absent      string   `toml:"absent"` // "unknown", "none" or "below 10"; "" is unknown
	Extent      []string `toml:"extent"` // as Format.Extent

	Constant map[string]string `toml:"constant"` // by dimension: what all figures are about
	Columns  []MappedColumn    `toml:"column"`
	Measures []OwnMeasure      `toml:"measure"`

	// Remarks say, by the name of a key, why it has its value; they become
	// comments of the file.
	Remarks map[string][]Remark `toml:"-"`
}

// A MappedColumn says what one column means, or several that are alike.
type MappedColumn struct {
	// Header is the column's header, whatever its case and spaces. In a value
	// column's, one of the placeholders {period}, {month}, {quarter}, {half},
	// {measure} or the name of a dimension stands for the part that says which
	// of many columns it is: "Requests {period}".
	Header   string            `toml:"header"`
	Is       string            `toml:"is"`       // one of ColumnKinds
	Measure  string            `toml:"measure"`  // of a value
	Period   string            `toml:"period"`   // of a value that is always of one
	Part     map[string]string `toml:"part"`     // of a value, by dimension: what it is about
	Empty    string            `toml:"empty"`    // "above": an empty cell repeats the one above it; "" or "not stated"
	Every    string            `toml:"every"`    // of a period: a day stands for the "month", "quarter", "half" or "year" that it is in
	Optional bool              `toml:"optional"` // the header may lack it
	Remarks  []Remark          `toml:"-"`        // why; comments of the file
}

// An OwnMeasure is a measure that the table states, by its name in the
// vocabulary or a name of its own.
type OwnMeasure struct {
	Name       string   `toml:"name"`
	Says       []string `toml:"says"` // how cells and headers call it
	Unit       string   `toml:"unit"`
	Definition string   `toml:"definition"`
	OverTime   bool     `toml:"over_time"`  // figures of consecutive periods may be added
	OverParts  bool     `toml:"over_parts"` // figures of disjoint parts may be added
}

// Ask is the value of whatever a proposal leaves to the user.
const Ask = "ask"

// What a mapping may say.
var (
	NumberStyles = []string{"1,234.5", "1.234,5", "1 234,5"}
	DayStyles    = []string{"", "day first", "month first"}
	PeriodPlaces = []string{"columns", "title", "file"} // in the cells and headers, in the lines above the header, in the file's name
	DayStands    = []string{"", "day", "month", "quarter", "half", "year"}
	ColumnKinds  = []string{
		"period", "from", "to", "year", "half", "quarter", "month",
		"service", "area", "area code", "category", "subcategory", "trigger", "detection", "decision", "ground", "action", "facet",
		"measure", "value", "low", "high", "note", "ignored",
	}
)

// Asks lists what the mapping leaves to the user, one phrase each.
func (m Mapping) Asks() []string {
	var asks []string
	add := func(value, what string) {
		if value == Ask {
			asks = append(asks, what)
		}
	}
	add(m.Publisher, "who the publisher is")
	add(m.Table, "what the table is called")
	add(m.Numbers, "how numbers are written")
	add(m.Days, "whether the day or the month comes first")
	add(m.Period, "which period the table is of")
	for _, c := range m.Columns {
		add(c.Is, fmt.Sprintf("what the column %q is", c.Header))
		add(c.Measure, fmt.Sprintf("what the column %q counts", c.Header))
		add(c.Every, fmt.Sprintf("what a day of the column %q stands for", c.Header))
		add(c.Empty, fmt.Sprintf("what an empty cell of the column %q means", c.Header))
	}
	for _, o := range m.Measures {
		add(o.Name, fmt.Sprintf("what %q counts", strings.Join(o.Says, ", ")))
	}
	return asks
}

// Check says in one sentence why nothing can be loaded with the mapping; nil
// if it can.
func (m Mapping) Check() error {
	if asks := m.Asks(); len(asks) > 0 {
		more := ""
		if len(asks) > 1 {
			more = fmt.Sprintf(", and %d more", len(asks)-1)
		}
		return fmt.Errorf("%s asks %s%s; write the answer in the place of each %q", m.called(), asks[0], more, Ask)
	}
	_, err := m.compile()
	return err
}

// called returns how messages name the mapping.
func (m Mapping) called() string {
	if m.Name != "" {
		return "the mapping " + m.Name
	}
	return "the mapping"
}

// sound says what is wrong with a mapping that has been read.
func (m Mapping) sound() error {
	for _, check := range []func() error{m.soundHead, m.soundColumns, m.soundMeasures} {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

const (
	mostColumns = 2000
	mostText    = 1000 // bytes of a name
)

func (m Mapping) soundHead() error {
	switch {
	case m.Publisher == "" || m.Table == "":
		return errors.New("it must name a publisher and a table")
	case len(m.Publisher) > mostText || len(m.Table) > mostText || len(m.Sheet) > mostText:
		return errors.New("the name of its publisher, table or sheet is too long")
	case m.HeaderRows < 0 || m.HeaderRows > 3:
		return fmt.Errorf("header_rows is %d; a header has 1 to 3 rows", m.HeaderRows)
	case len(m.Columns) == 0:
		return errors.New("it has no [[column]]")
	case len(m.Columns)+len(m.Measures) > mostColumns:
		return fmt.Errorf("it has more than %d columns and measures", mostColumns)
	}
	for _, c := range []struct {
		key, value string
		of         []string
	}{
		{"numbers", m.Numbers, append([]string{""}, NumberStyles...)}, {"days", m.Days, DayStyles},
		{"period", m.Period, append([]string{""}, PeriodPlaces...)},
	} {
		if c.value != Ask && !slices.Contains(c.of, c.value) {
			return fmt.Errorf("%s is %q; it can be %s", c.key, c.value, oneOf(c.of))
		}
	}
	_, _, err := m.absent()
	return err
}

func (m Mapping) soundColumns() error {
	seen := map[string]bool{}
	for _, c := range m.Columns {
		name := foldHeader(c.Header)
		switch {
		case name == "" || len(name) > mostText:
			return fmt.Errorf("a column's header is %q", c.Header[:min(len(c.Header), 40)])
		case seen[name]:
			return fmt.Errorf("the column %q stands twice", c.Header)
		case c.Is != Ask && !slices.Contains(ColumnKinds, c.Is):
			return fmt.Errorf("the column %q is %q; it can be %s", c.Header, c.Is, oneOf(ColumnKinds))
		case !slices.Contains([]string{"", "above", "not stated", Ask}, c.Empty):
			return fmt.Errorf("empty of the column %q is %q; it can be above or not stated", c.Header, c.Empty)
		case c.Every != Ask && !slices.Contains(DayStands, c.Every):
			return fmt.Errorf("every of the column %q is %q; it can be %s", c.Header, c.Every, oneOf(DayStands))
		}
		seen[name] = true
		if _, err := c.compile(); err != nil {
			return fmt.Errorf("the column %q: %w", c.Header, err)
		}
	}
	return nil
}

func (m Mapping) soundMeasures() error {
	for _, o := range m.Measures {
		known := reports.MeasureOf(reports.Measure(o.Name)).Unit != ""
		switch {
		case strings.TrimSpace(o.Name) == "" || len(o.Name) > mostText:
			return errors.New("a measure has no name")
		case known && (o.Unit != "" || o.Definition != "" || o.OverTime || o.OverParts):
			return fmt.Errorf("the measure %q is one that Vitrine knows: its unit and whether it adds are not the mapping's to say", o.Name)
		}
	}
	return nil
}

// oneOf lists what a key may be.
func oneOf(list []string) string {
	list = slices.DeleteFunc(slices.Clone(list), func(s string) bool { return s == "" })
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:len(list)-1], ", ") + " or " + list[len(list)-1]
}
