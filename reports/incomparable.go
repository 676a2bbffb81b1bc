package reports

import (
	"fmt"
	"strings"
)

// An Incomparable is the error of a comparison that is refused: one sentence
// that says why, and its translation's key.
type Incomparable struct{ Note }

// Error returns the reason, lower case.
func (e Incomparable) Error() string { return e.Text }

// refuse makes the error of a comparison that cannot be made; args are names
// and values, in turn, of what the text leaves open.
func refuse(key, text string, args ...string) error {
	return Incomparable{noteOf("incomparable."+key, text, args...)}
}

// noteOf fills a text's {name} with the values of args.
func noteOf(key, text string, args ...string) Note {
	n := Note{Key: key, Args: map[string]string{}}
	for i := 0; i+1 < len(args); i += 2 {
		n.Args[args[i]] = args[i+1]
		text = strings.ReplaceAll(text, "{"+args[i]+"}", args[i+1])
	}
	n.Text = text
	return n
}

// oneSubject returns the publisher and the measure that an answer is about,
// or refuses an answer that is about several or none. side is the name of a
// subject that is set against another.
func oneSubject(a Answer, side string) (publisher string, m Measure, err error) {
	if len(a.Series) == 0 {
		if side == "" && len(a.Notes) > 0 {
			return "", "", Incomparable{a.Notes[0]}
		}
		return "", "", refuse("nothing", "{side} states nothing that answers this question", "side", side)
	}
	var publishers, measures []string
	for _, s := range a.Series {
		publishers = addOnce(publishers, s.Publisher)
		measures = addOnce(measures, string(s.Measure))
	}
	if len(publishers) > 1 {
		return "", "", refuse("publishers", "{list} are several publishers; name one, and another to compare it against", "list", strings.Join(publishers, ", "))
	}
	if len(measures) > 1 {
		return "", "", refuse("measures", "{list} are several measures; name one", "list", strings.Join(measures, ", "))
	}
	return publishers[0], Measure(measures[0]), nil
}

func addOnce(list []string, text string) []string {
	for _, have := range list {
		if have == text {
			return list
		}
	}
	return append(list, text)
}

// comparable refuses two sides that must not be set against each other.
func (c *comparer) comparable() error {
	var publisher [2]string
	var measure [2]Measure
	for i := range c.sides {
		if len(c.sides[i].answer.Series) == 0 {
			return c.unstated(i)
		}
		var err error
		if publisher[i], measure[i], err = oneSubject(c.sides[i].answer, c.subject(i).String()); err != nil {
			return err
		}
		c.Sides[i].Publisher = publisher[i]
	}
	c.Measure, c.Unit = measure[0], c.sides[0].answer.Series[0].Unit
	own := MeasureOf(measure[0]).Definition == "" && publisher[0] != publisher[1]
	switch split := DimsOf(c.Question.By...); {
	case measure[0] != measure[1]:
		return refuse("othermeasure", "{first} counts {measure}, {second} {othermeasure}; name a measure that both state",
			"first", publisher[0], "second", publisher[1], "measure", string(measure[0]), "othermeasure", string(measure[1]))
	case own:
		return refuse("ownmeasure", "{measure} is a measure of {first}'s own mapping, and may be another thing at {second}",
			"first", publisher[0], "second", publisher[1], "measure", string(measure[0]))
	case publisher[0] != publisher[1] && split&(ByCategory|BySubcategory) != 0:
		return refuse("words", "the categories of {first} and {second} are their own words; compare by code",
			"first", publisher[0], "second", publisher[1])
	case c.Pair.PerDay && !c.overTime():
		return refuse("perday", "{measure} is no count that adds up over time, so there is none per day", "measure", string(c.Measure))
	}
	return nil
}

// overTime tells whether the measure adds up over time.
func (c *comparer) overTime() bool {
	for _, b := range c.blocks {
		if b.Measure == c.Measure && b.Publisher == c.Sides[0].Publisher {
			return b.Info().OverTime
		}
	}
	return MeasureOf(c.Measure).OverTime
}

// String names the subject as the command line does: Meta/Instagram.
func (s Subject) String() string { return strings.Trim(s.Publisher+"/"+s.Service, "/") }

// noteSides says what the two sides' periods must make a reader careful of,
// ahead of what each side says of itself.
func (c *comparer) noteSides() {
	sides := c.Notes
	c.Notes = nil
	defer func() { c.Notes = append(c.Notes, sides...) }()
	a, b := c.Sides[0].Period, c.Sides[1].Period
	days := []string{"from", a.String(), "to", b.String(), "fromdays", fmt.Sprint(a.Days()), "todays", fmt.Sprint(b.Days())}
	switch {
	case a.Days() == b.Days() || !c.overTime():
	case c.Pair.PerDay:
		c.note("perday", "{from} has {fromdays} days and {to} {todays}; the numbers are for each day.", days...)
	default:
		c.note("length", "{from} has {fromdays} days and {to} {todays}; the numbers are of the whole periods.", days...)
	}
	if c.SameSubject() && a.Start < b.End && b.Start < a.End {
		c.note("overlap", "{from} and {to} share days: the same figures are on both sides.", days...)
	}
	if c.Unit == percent {
		c.note("points", "Differences are in percentage points.")
	}
	if c.Unaddable != "" && len(c.Items) > 1 {
		c.note("unaddable", "There are no shares and contributions: {reason}.", "reason", c.Unaddable)
	}
}

func (c *comparer) note(key, text string, args ...string) {
	c.Notes = append(c.Notes, noteOf("note.compare."+key, text, args...))
}
