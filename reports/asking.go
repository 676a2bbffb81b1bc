package reports

// An Asking is a question with the settings by which it was asked, as the
// command line writes them: so a person can read it, and repeat it.
type Asking struct {
	Command  string // series, table, export, compare or revisions
	Question Question
	Pair     Pair           // of compare
	Worked   Transform      // of series, table and export
	Only     []RevisionKind // of revisions: those that are listed; none: all
	Shown    []string       // flags that change how numbers are shown, and none of them: "--profile=analyst"
}

// askingCommands are the commands whose tables can be repeated.
var askingCommands = []string{"series", "table", "export", "compare", "revisions"}

// shownFlags are the flags that may be among Shown.
var shownFlags = []string{"rows", "columns", "profile", "kind", "log", "language", "bom", "percent"}

// Words writes the asking as arguments of the command line, the command first:
// "series", "--publisher=Telegram", "--by=category".
func (a Asking) Words() []string {
	q := a.Question
	words := []string{a.Command}
	add := func(name string, values ...string) {
		for _, v := range values {
			words = append(words, "--"+name+"="+v)
		}
	}
	yes := func(name string, on bool) {
		if on {
			words = append(words, "--"+name)
		}
	}
	add("publisher", q.Publisher...)
	add("table", q.Table...)
	add("measure", q.Measure...)
	for _, d := range AllDims() {
		add(d.String(), q.Where[d]...)
	}
	add("country", q.Country...)
	add("code", q.Code...)
	if q.Since != 0 {
		add("since", q.Since.String())
	}
	if q.Until != 0 {
		add("until", (q.Until - 1).String())
	}
	if q.AsOf != 0 {
		add("as-published-on", q.AsOf.String())
	}
	if a.Command != "table" { // its rows and columns say it
		add("by", byWords(q)...)
	}
	if q.Every != AsPublished {
		add("every", q.Every.String())
	}
	yes("partial", q.Partial)
	yes("derived", q.Derived)
	add("from", periodWord(a.Pair.From)...)
	add("to", periodWord(a.Pair.To)...)
	if s := a.Pair.Against; s != (Subject{}) {
		add("against", s.Publisher+"/"+s.Service)
	}
	yes("per-day", a.Pair.PerDay)
	yes("per-million", a.Worked.Kind == PerMillion)
	yes("per-recipients", a.Worked.Kind == PerRecipients)
	yes("week-mean", a.Worked.Kind == WeekMean)
	if a.Worked.Kind == Indexed {
		add("index", a.Worked.At.String())
	}
	for _, k := range a.Only {
		add("only", string(k))
	}
	return append(words, a.Shown...)
}

// byWords names the dimensions that a question is split by.
func byWords(q Question) []string {
	var words []string
	for _, d := range q.By {
		words = append(words, d.String())
	}
	if q.ByCountry {
		words = append(words, "country")
	}
	if q.ByCode {
		words = append(words, "code")
	}
	return words
}

func periodWord(p Period) []string {
	if p == (Period{}) {
		return nil
	}
	return []string{p.String()}
}
