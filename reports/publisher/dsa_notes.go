package publisher

import (
	"slices"
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// dsaExplains has, by a text of part 11, which measures it is about.
var dsaExplains = map[dsaIndicator][]reports.Measure{
	dsaSummary:        {dsaTermsMeasures, dsaIllegalMeasures},
	dsaInformation:    {dsaTermsMeasures, dsaIllegalMeasures},
	dsaMeans:          {dsaMeasuresAll, dsaNoticesDone},
	dsaPurposes:       {dsaMeasuresAll, dsaNoticesDone},
	dsaSafeguards:     {dsaMeasuresAll, dsaNoticesDone},
	dsaIndicators:     {dsaAccurate, dsaPrecise, dsaRecalled},
	dsaMethodology:    {dsaModerators, dsaLinguists},
	dsaQualifications: {dsaModerators, dsaLinguists},
	dsaTraining:       {dsaModerators, dsaLinguists},
	dsaSupport:        {dsaModerators, dsaLinguists},
	dsaGovernance:     {dsaModerators, dsaLinguists},
}

// dsaCategoryNote is what part 2 calls its notes.
const dsaCategoryNote = "Contextual information"

// isNotes tells whether a part has texts and no figures.
func (s *dsaSheet) isNotes() bool { return s.part <= 2 || s.part == 11 }

// explains tells whether a part of texts has any.
func (s *dsaSheet) explains() bool {
	return s.isNotes() && slices.ContainsFunc(s.rows, func(row sheet.Row) bool { return !isDSABlank(row.Text(s.key + 1)) })
}

// notes reads a part of texts: each is a note of the report.
func (r *dsaReader) notes(s *dsaSheet) {
	if !s.explains() || !r.known(s) || !r.named(s) {
		return
	}
	category := ""
	for _, row := range s.rows {
		code := dsaCode(row.Text(s.key))
		if strings.HasPrefix(code, "STATEMENT_") {
			category = code
		}
		if isDSABlank(row.Text(s.key + 1)) {
			continue
		}
		period, ok := r.period(s, row)
		if !ok {
			return
		}
		n := reports.SourceNote{
			Publisher: s.named, Table: dsaTables[s.part], Service: s.named, Period: period,
			Name: dsaCategoryNote, Text: strings.TrimSpace(row.Text(s.key + 1)), Origin: s.origin(row, s.key+1),
		}
		switch {
		case s.part != 2:
			if !r.indicator(s, row, &n) {
				continue
			}
		case strings.HasPrefix(code, "KEYWORD_"):
			n.Category, n.Subcategory = category, code
		case code != dsaAll:
			n.Category = code
		}
		n.Extent = dsaExtent(reports.Figure{Period: period, Split: reports.Split{Service: s.named}})
		r.AddNote(n)
	}
}

// indicator names a note of part 1 or 11. The days on which a report begins
// and ends are its period, and no note of it.
func (r *dsaReader) indicator(s *dsaSheet, row sheet.Row, n *reports.SourceNote) bool {
	label, known := s.label(row.Text(s.key))
	n.Name, n.Measures = strings.Join(strings.Fields(row.Text(s.key)), " "), dsaExplains[label.indicator]
	for _, l := range dsaLabels {
		if known && l.indicator == label.indicator {
			n.Name = l.words[0]
		}
	}
	return label.indicator != dsaStart && label.indicator != dsaEnd
}

// known refuses texts of which it is not known whose they are.
func (r *dsaReader) known(s *dsaSheet) bool {
	if s.report.unclear {
		r.Problem(reports.Origin{File: s.file.Path, Sheet: s.table.Name},
			"it does not say which of the reports beside it it is of: its texts were not read; put it into a folder with the parts of its report alone")
	}
	return !s.report.unclear
}
