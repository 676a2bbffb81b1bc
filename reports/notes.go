package reports

import (
	"fmt"
	"slices"
	"strings"
)

// note says of the answer what its reader must know.
func (a *Answer) note(by *asker) {
	if day := a.Question.AsOf; day != 0 {
		a.addNote("asof", fmt.Sprintf("As published on %s: of each report the newest edition of that day.", day), "day", day.String())
	}
	if len(a.Series) == 0 {
		a.Notes = append(a.Notes, by.why())
		return
	}
	if by.countsSets() {
		a.addNote("countrysets", "What covers several countries is counted once in each of them; countries overlap and are never added up.")
	}
	if a.Unstackable == ReasonNotComplete || a.Unstackable == ReasonOverlapping {
		a.addNote("notcomplete", "The parts shown are "+a.Unstackable+" and are not added up.")
	}
	a.noteTables()
	a.noteBases()
	for _, s := range a.Series {
		if s.Relation == "narrower" || s.Relation == "broader" {
			a.addNote("relation."+s.Relation, fmt.Sprintf("%s: the publisher's category is %s than the code.", s.Code, s.Relation), "code", s.Code)
		}
	}
	a.noteNumbers()
	a.noteReports()
}

func (a *Answer) addNote(key, text string, args ...string) {
	n := Note{Key: "note." + key, Text: text, Args: map[string]string{}}
	for i := 0; i+1 < len(args); i += 2 {
		n.Args[args[i]] = args[i+1]
	}
	for _, have := range a.Notes {
		if have.Key == n.Key && have.Text == n.Text {
			return
		}
	}
	a.Notes = append(a.Notes, n)
}

// noteTables names the tables that answer and the others that could.
func (a *Answer) noteTables() {
	for _, o := range a.Others {
		for _, s := range a.Series {
			if s.Publisher != o.Publisher || s.Measure != o.Measure || s.Key != o.Key {
				continue
			}
			differ, shared := 0, 0
			for _, n := range o.Numbers {
				m, ok := s.Number(n.Period)
				if !ok || !n.Known() || !m.Known() {
					continue
				}
				shared++
				if n.Value != m.Value {
					differ++
				}
			}
			if shared > 0 {
				a.noteOther(s.Table, o.Table, differ, shared)
			}
		}
	}
}

// noteOther adds up what is said of one other table over the series.
func (a *Answer) noteOther(table, other string, differ, shared int) {
	for i, n := range a.Notes {
		if n.Key == "note.othertable" && n.Args["other"] == other && n.Args["table"] == table {
			var d, s int
			fmt.Sscan(n.Args["differ"], &d)
			fmt.Sscan(n.Args["shared"], &s)
			a.Notes[i] = otherNote(table, other, d+differ, s+shared)
			return
		}
	}
	a.Notes = append(a.Notes, otherNote(table, other, differ, shared))
}

func otherNote(table, other string, differ, shared int) Note {
	text := fmt.Sprintf("As told by %s. %s tells it too: %d numbers in common, %d of them differ.", table, other, shared, differ)
	return Note{"note.othertable", text, map[string]string{
		"table": table, "other": other, "differ": fmt.Sprint(differ), "shared": fmt.Sprint(shared),
	}}
}

// A basisChange is where the numbers along a line begin to come about in
// another way.
type basisChange struct{ at, before, after string }

// basisChange returns the first of a line.
func (s Series) basisChange() (c basisChange, found bool) {
	for i := 1; i < len(s.Numbers); i++ {
		n, last := s.Numbers[i], s.Numbers[i-1]
		if n.Breakdown != last.Breakdown || n.Table != last.Table || (n.Basis == Derived) != (last.Basis == Derived) {
			return basisChange{n.Period.String(), last.how(), n.how()}, true
		}
	}
	return c, false
}

// noteBases says where numbers along lines came about in different ways, and of
// how many lines where it is not the same for all.
func (a *Answer) noteBases() {
	var changes []basisChange
	lines := map[basisChange]int{}
	for _, s := range a.Series {
		if c, found := s.basisChange(); found {
			if lines[c]++; lines[c] == 1 {
				changes = append(changes, c)
			}
		}
	}
	for _, c := range changes {
		text := fmt.Sprintf("The basis changes at %s: %s before, %s from then on.", c.at, c.before, c.after)
		args := []string{"at", c.at, "before", c.before, "after", c.after}
		if len(changes) == 1 {
			a.addNote("basischange", text, args...)
			continue
		}
		text = fmt.Sprintf("In %d of %d lines the basis changes at %s: %s before, %s from then on.", lines[c], len(a.Series), c.at, c.before, c.after)
		a.addNote("basischange.some", text, append(args, "count", fmt.Sprint(lines[c]), "total", fmt.Sprint(len(a.Series)))...)
	}
}

func (n Number) how() string {
	if n.Basis != Summed {
		return n.BasisText()
	}
	if n.Breakdown == 0 {
		return "sum over time"
	}
	return "sum of parts by " + n.Breakdown.String()
}

// noteNumbers says once of each kind of mark that some numbers carry it.
func (a *Answer) noteNumbers() {
	var provisional, incomplete, derived bool
	var partial []string
	seen := map[Period]bool{}
	for _, s := range a.Series {
		for _, n := range s.Numbers {
			provisional = provisional || n.Status == Provisional
			incomplete = incomplete || n.Incomplete
			derived = derived || n.Basis == Derived
			if n.Partial() && !seen[n.Period] {
				seen[n.Period] = true
				partial = append(partial, fmt.Sprintf("%s: %d of %d days", n.Period, n.Days, n.Period.Days()))
			}
		}
	}
	if len(partial) > 0 {
		a.addNote("partial", "Incomplete periods: "+strings.Join(partial, ", ")+".", "periods", strings.Join(partial, ", "))
	}
	if provisional {
		a.addNote("provisional", "The publisher will still change provisional numbers.")
	}
	if incomplete {
		a.addNote("incomplete", "Some parts are withheld or unknown; such sums are what is known, with their bounds.")
	}
	if derived {
		a.addNote("derived", "Derived numbers are a published share times its published base.")
	}
}

// noteReports says of each publisher how many notes of its report explain what
// is shown.
func (a *Answer) noteReports() {
	explain := map[string]int{}
	var publishers []string
	for _, n := range a.SourceNotes {
		if !slices.ContainsFunc(a.Series, n.Explains) {
			continue
		}
		if explain[n.Publisher]++; explain[n.Publisher] == 1 {
			publishers = append(publishers, n.Publisher)
		}
	}
	for _, p := range publishers {
		a.addNote("sourcenotes", fmt.Sprintf("Notes of the report of %s on this: %d.", p, explain[p]), "publisher", p, "count", fmt.Sprint(explain[p]))
	}
}

// why says why nothing answers the question.
func (a *asker) why() Note {
	switch {
	case len(a.blocks) == 0:
		return Note{"note.empty", "There are no figures for this question.", nil}
	case !a.anyCandidate():
		return a.whyNotSplit()
	case a.q.Every != AsPublished:
		return Note{"note.notiles", fmt.Sprintf(
			"No published periods tile a %s here; ask for the periods as published, or with --partial.", a.q.Every),
			map[string]string{"every": a.q.Every.String()}}
	}
	return Note{"note.nothing", "No figure matches the filters and the span.", nil}
}

func (a *asker) anyCandidate() bool {
	for _, b := range a.blocks {
		if len(candidates([]Block{b}, a.group, a.by)) > 0 {
			return true
		}
	}
	return false
}

// whyNotSplit says by what the figures are split instead.
func (a *asker) whyNotSplit() Note {
	var have []string
	for _, b := range a.blocks {
		text := "by " + b.Breakdown.String()
		if b.Breakdown == 0 {
			text = "in total"
		}
		if !strings.Contains(strings.Join(have, "; ")+";", text+";") {
			have = append(have, text)
		}
	}
	held := strings.Join(have, "; ")
	text := "The figures are published " + held + "; they are not added to answer this question, because they are not a complete split of the total."
	if a.group != 0 {
		text = fmt.Sprintf("The figures are not published by %s; they are published %s.", a.group, held)
	}
	return Note{"note.notsplit", text, map[string]string{"held": held, "group": a.group.String()}}
}
