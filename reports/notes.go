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
	for _, s := range a.Series {
		a.noteBasis(s)
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

// noteBasis says where the numbers along a line came about in different ways.
func (a *Answer) noteBasis(s Series) {
	for i := 1; i < len(s.Numbers); i++ {
		if s.Numbers[i].Breakdown == s.Numbers[i-1].Breakdown && s.Numbers[i].Table == s.Numbers[i-1].Table &&
			(s.Numbers[i].Basis == Derived) == (s.Numbers[i-1].Basis == Derived) {
			continue
		}
		p := s.Numbers[i].Period
		a.addNote("basischange", fmt.Sprintf("The basis changes at %s: %s before, %s from then on.",
			p, s.Numbers[i-1].how(), s.Numbers[i].how()),
			"at", p.String(), "before", s.Numbers[i-1].how(), "after", s.Numbers[i].how())
		return
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
