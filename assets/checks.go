package assets

import "vitrine/reports"

// Dims lists dimensions within a sentence: "area and category".
func (w *Words) Dims(dims reports.Dims) string {
	if dims == 0 {
		return ""
	}
	return w.dimsText(dims.String())
}

// Check returns a check's name, with a capital: "Total and parts".
func (w *Words) Check(name string) string { return w.or("check."+name, capital(name)) }

// Severity returns how surely a finding is wrong: "error", "question".
func (w *Words) Severity(name string) string { return w.or("severity."+name, name) }
