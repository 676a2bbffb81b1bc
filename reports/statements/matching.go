package statements

import "vitrine/reports"

// Matching returns what Trace takes: whether a statement is counted in one of
// the figures that Reading made of the dump.
func (d *Dump) Matching(figures []reports.Figure, areas *reports.Areas) func(Statement) bool {
	f := figuring{dump: d, areas: areas, reach: d.reach()}
	wanted := map[string]map[about]bool{}
	for _, figure := range figures {
		sheet := figure.Origin.Sheet
		if wanted[sheet] == nil {
			wanted[sheet] = map[about]bool{}
		}
		wanted[sheet][about{figure.Period.Start, figure.Split}] = true
	}
	return func(s Statement) bool {
		return wanted[decisionTable.sheet][about{f.dayOf(s.Day), f.decisionSplit(s.Key)}] ||
			f.any(wanted[keywordTable.sheet], s, s.Keywords, keywordSplit) ||
			f.any(wanted[contentTypeTable.sheet], s, s.ContentTypes, contentTypeSplit) ||
			f.any(wanted[languageTable.sheet], s, []string{s.Language}, languageSplit)
	}
}

// any tells whether a statement is counted in a wanted split of one of its
// values.
func (f *figuring) any(wanted map[about]bool, s Statement, values []string, split func(service, category, value string) reports.Split) bool {
	if len(wanted) == 0 {
		return false
	}
	if len(values) == 0 {
		values = []string{""}
	}
	for _, v := range values {
		if wanted[about{f.dayOf(s.Day), f.inPart(split(s.Service, s.Category, v))}] {
			return true
		}
	}
	return false
}
