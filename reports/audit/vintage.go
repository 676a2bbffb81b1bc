package audit

// mostVerified is how many cases of a finding are looked at one by one for
// whether they are of one vintage; the rest is of the same blocks.
const mostVerified = 200

// ofOneSource leaves a finding the cases whose figures all stand in one
// source: between two vintages of a table, a difference is a revision.
func (a *auditor) ofOneSource(f *Finding) error {
	var kept []Case
	for i, c := range f.Cases {
		if i < mostVerified {
			one, err := a.oneSource(c)
			if err != nil {
				return err
			}
			if !one {
				f.Compared--
				continue
			}
		}
		kept = append(kept, c)
	}
	f.Cases = kept
	return nil
}

func (a *auditor) oneSource(c Case) (bool, error) {
	const most = 2000
	figures, err := Rests(a.ctx, a.library, c, most)
	sources := map[string]bool{}
	for _, f := range figures {
		sources[f.Origin.Source] = true
	}
	return len(sources) <= 1, err
}
