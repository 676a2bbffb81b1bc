package window

import "vitrine/reports"

// A state is all that the user chose about what the page shows. The window
// is built from it.
type state struct {
	question reports.Question
	view     view
	asLines  bool // lines were chosen, even of a single period
	log      bool
	noEvents bool                  // the picture leaves dated events out
	ownAxis  bool                  // small multiples have a value axis each
	panels   reports.Dims          // that have a panel for each value; zero: as chart.Options has it
	worked   reports.TransformKind // what is worked out of the numbers; "": nothing
	off      []string              // the series that the picture leaves out, by their IDs
	shown    reports.Period        // that a map shows; zero: the one that chart.MapPeriod chooses
	compare  comparing             // what the answer is compared with
	pin      pin                   // the selected number; zero: none
	side     side                  // what the drawer shows; zero: it is closed
}

// A side is what the drawer shows. Its zero value is nothing.
type side struct {
	kind   sideKind
	source string         // of findings and of a source's own notes: its ID; of a mapping: the file's path; of a meaning: its kind and name
	origin reports.Origin // of an excerpt or a sheet: the cell, or only its source
	from   *side          // what it was opened from; nil: nothing to go back to
}

type sideKind int

const (
	noSide          sideKind = iota
	numberSide               // the pinned number
	findingsSide             // a source's problems
	excerptSide              // a source's surroundings of a cell
	notesSide                // what a reader of the answer must know, or what a source says in words
	keysSide                 // the keys
	aboutSide                // Vitrine itself
	sheetSide                // a source as it stood
	revisionsSide            // what later vintages changed of what the question asks
	vintagesSide             // what every vintage states of the pinned number
	checksSide               // what the checks find, of a publisher or of all
	preferencesSide          // language, colours, size of texts
	welcomeSide              // what can be done, at the first start
	meaningSide              // what a word means, or all that is explained
	incomingSide             // the files that come in, or came in last
	rereadSide               // what is other of a source since it was read anew
	mappingSide              // what the columns of a table mean that no format knows
)

// A pin is a selected number: a period of a series. Its zero value selects
// nothing.
type pin struct {
	series reports.Series // its identity only; Numbers are not compared
	period reports.Period
}

func (p pin) set() bool { return p.period != reports.Period{} }

func (p pin) is(q pin) bool { return p.period == q.period && p.series.Is(q.series) }

// in tells whether the answer still has the pinned number.
func (p pin) in(series []reports.Series) (reports.Series, reports.Number, bool) {
	for i := range series {
		if !p.set() {
			break
		}
		if s := series[i]; s.Is(p.series) {
			n, ok := s.Number(p.period)
			return s, n, ok
		}
	}
	return reports.Series{}, reports.Number{}, false
}

// A history holds the states that the page went through. Its zero value is
// empty; set makes the first one.
type history struct {
	states []state
	at     int
}

func (h *history) now() state {
	if len(h.states) == 0 {
		return state{}
	}
	return h.states[h.at]
}

// set replaces the state of now, for what is no step of its own to undo: the
// selection, the drawer, the very first question.
func (h *history) set(s state) {
	if len(h.states) == 0 {
		h.states = []state{s}
		return
	}
	h.states[h.at] = s
}

// push adds a state; what was undone before is forgotten.
func (h *history) push(s state) {
	if len(h.states) == 0 {
		h.set(s)
		return
	}
	h.states = append(h.states[:h.at+1:h.at+1], s)
	h.at++
}

func (h *history) canUndo() bool { return h.at > 0 }

func (h *history) canRedo() bool { return h.at+1 < len(h.states) }

func (h *history) undo() {
	if h.canUndo() {
		h.at--
	}
}

func (h *history) redo() {
	if h.canRedo() {
		h.at++
	}
}
