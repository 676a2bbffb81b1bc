package publisher

import (
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// A spreadsheet program in much of Europe writes decimals behind a comma, and
// so may a file that was saved by one. "3,56" and "1.234,5" can be read in one
// way only; "1,234" can be 1234 or 1.234.

// spellText reads a text as a number in English spelling, else in one with a
// decimal comma.
func spellText(text string) (reports.Stated, bool) {
	n, ok := reports.SpellNumber(text)
	if !ok {
		n, ok = reports.GermanNumbers.Read(text)
	}
	return n, ok
}

// hasDecimalComma tells whether a text is a number with a decimal comma, and
// nothing else.
func hasDecimalComma(text string) bool {
	if _, english := reports.SpellNumber(text); english || !strings.Contains(text, ",") {
		return false
	}
	_, ok := reports.GermanNumbers.Read(text)
	return ok
}

// hasEitherComma tells whether a text is one number with thousands and another
// with decimals.
func hasEitherComma(text string) bool {
	if strings.Count(text, ",") != 1 {
		return false
	}
	english, ok := reports.SpellNumber(text)
	german, also := reports.GermanNumbers.Read(text)
	return ok && also && english != german
}

// decimalsOf returns the decimals of the text of a share: a comma is no sign
// of thousands in one.
func decimalsOf(text string) string {
	_, decimals, _ := strings.Cut(strings.Replace(text, ",", ".", 1), ".")
	return strings.TrimRight(decimals, "%\u00a0\u202f ")
}

// hasDot tells whether a text has a dot where one stands between thousands.
func hasDot(text string) bool {
	whole, rest, found := strings.Cut(strings.TrimSpace(text), ".")
	n, ok := reports.GermanNumbers.Read(text)
	return found && len(rest) == 3 && whole != "0" && ok && !n.Percent && !n.HasRange
}

// refuseAmbiguous leaves out the texts of CSV files that a spreadsheet program
// may have written in the way of another language: counts such as "1.234",
// since they have no decimals, and times such as "1,234" beside numbers with a
// decimal comma. Shares end at 100, so they say which they are.
func (e *Export) refuseAmbiguous() {
	texts, commas := map[string]bool{}, map[string]bool{}
	for _, f := range e.Files {
		texts[f.Path] = f.Kind == sheet.CSV && !e.format.EachPublisher && !e.format.spelled && e.format.rank == 0
	}
	for _, f := range e.reading.Figures {
		if texts[f.Origin.File] && !commas[f.Origin.File] && hasDecimalComma(f.Origin.Text) {
			commas[f.Origin.File] = true
		}
	}
	kept := e.reading.Figures[:0]
	for _, f := range e.reading.Figures {
		if texts[f.Origin.File] && isAmbiguous(f, commas[f.Origin.File]) {
			e.Problem(f.Origin, "%q may have thousands or decimals behind its separator: it was not read", f.Origin.Text)
			continue
		}
		kept = append(kept, f)
	}
	e.reading.Figures = kept
}

func isAmbiguous(f reports.Figure, commas bool) bool {
	switch reports.MeasureOf(f.Measure).Unit {
	case "%", "":
		return false
	case "hours":
		return commas && hasEitherComma(f.Origin.Text)
	}
	return hasDot(f.Origin.Text)
}
