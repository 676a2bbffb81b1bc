package publisher

import "slices"

// askBeside finds out from the files beside it whose report a single file is
// of, of when, and when it was published, where it does not say so itself: the
// names of one report's files begin alike. Nothing else of these files is read.
func (r *dsaReader) askBeside() {
	if r.options.Beside == nil || len(r.Files) != 1 || len(r.sheets) == 0 {
		return
	}
	facts := r.sheets[0].report
	if facts.service != "" && facts.span().Days() > 0 && facts.published > 0 {
		return
	}
	stem := dsaStemOf(r.Name)
	sisters := dsaReader{Export: &Export{Name: r.Name, ctx: r.ctx, format: r.format}, spelled: r.spelled}
	for _, f := range r.options.Beside(func(name string) bool { return name != r.Name && dsaStemOf(name) == stem }) {
		for _, t := range f.Tables {
			sisters.find(f, t)
		}
	}
	var reports []dsaFacts
	for _, s := range sisters.sheets {
		sisters.look(s)
		said := sisters.said(s)
		at := said.place("")
		i := slices.IndexFunc(reports, func(other dsaFacts) bool { return other.place("") == at })
		switch {
		case at.service == "" || at.span.Days() <= 0 || facts.service != "" && facts.service != at.service || facts.span().Days() > 0 && facts.span() != at.span:
		case i >= 0:
			reports[i].fill(&said)
		default:
			reports = append(reports, said)
		}
	}
	if len(reports) == 1 {
		facts.fill(&reports[0])
	}
}
