package window

import (
	"testing"

	"vitrine/reports"
)

func TestHistory(t *testing.T) {
	var h history
	h.set(state{question: reports.Question{Every: reports.EveryMonth}})
	h.push(state{question: reports.Question{Every: reports.EveryYear}})
	h.push(state{question: reports.Question{Every: reports.EveryDay}})
	h.undo()
	if got := h.now().question.Every; got != reports.EveryYear {
		t.Errorf("undo leads to %v, want the year", got)
	}
	if !h.canRedo() {
		t.Error("an undone change cannot be redone")
	}
	h.push(state{question: reports.Question{Every: reports.Span}})
	if h.canRedo() {
		t.Error("a new change must forget what was undone")
	}
	h.undo()
	h.undo()
	h.undo()
	if got := h.now().question.Every; got != reports.EveryMonth {
		t.Errorf("undoing all leads to %v, want the first question", got)
	}
}

func TestSelectionIsNoStepToUndo(t *testing.T) {
	var h history
	h.push(state{})
	s := h.now()
	s.side.kind = keysSide
	h.set(s)
	if h.canUndo() {
		t.Error("opening the drawer became a step to undo")
	}
}
