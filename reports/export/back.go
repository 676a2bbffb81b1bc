package export

import (
	"vitrine/reports"
)

// notesPage lists what a reader must know: the notes of the answer, what the
// reports themselves say in words, why parts are not added, what the measures count, and the shorthand.
func (b Book) notesPage(n names) page {
	w := b.Words
	rows := [][]any{}
	add := func(subject, text string) { rows = append(rows, []any{subject, text}) }
	for _, note := range b.Answer.Notes {
		add(w.Say("export.notes.note"), w.Note(note))
	}
	for _, note := range b.Answer.SourceNotes {
		add(w.SourceNote(note), note.Text)
	}
	if b.Answer.Unstackable != "" && len(b.Answer.Series) > 1 {
		add(w.Say("export.notes.adding"), w.Say("export.notadded", "reason", w.Reason(b.Answer.Unstackable)))
	}
	add(w.Say("export.notes.adding"), w.Say("export.notes.rules"))
	add(w.Say("export.notes.gaps"), w.Say("export.notes.unknown"))
	for _, m := range b.measures() {
		add(w.Measure(m), joinSentences(w.Definition(m), w.Say("export.unit", "unit", w.Unit(m))))
	}
	for _, s := range signs {
		add(s.sign, signName(w, s.sign))
	}
	p := page{name: w.Say("export.sheet.notes"), title: w.Say("export.notes.title"), landscape: true}
	p.grid = &grid{
		name: n.takeTable("Notes"), count: len(rows), rows: listed(rows),
		columns: []column{
			{w.Say("export.column.subject"), wrapColumn, 30},
			{w.Say("export.column.note"), wrapColumn, 86},
		},
	}
	return p
}

// measures lists the measures of the answer, each once.
func (b Book) measures() []reports.Measure {
	var names []string
	for _, s := range b.Answer.Series {
		names = append(names, string(s.Measure))
	}
	var list []reports.Measure
	for _, name := range distinct(names) {
		list = append(list, reports.Measure(name))
	}
	return list
}

// dictionaryPage says what each column of the long data holds.
func (b Book) dictionaryPage(s survey, n names) page {
	w := b.Words
	rows := [][]any{}
	for _, i := range s.kept {
		name := dataColumns[i]
		kind := map[kind]string{dayColumn: "date", numberColumn: "number", textColumn: "text", statusColumn: "text"}[dataKind(name)]
		rows = append(rows, []any{name, w.Say("export.kind." + kind), w.Say("export.dictionary." + name)})
	}
	p := page{
		name: w.Say("export.sheet.dictionary"), title: w.Say("export.dictionary.title"), landscape: true,
		lines: []line{{text: w.Say("export.dictionary.about")}},
	}
	p.grid = &grid{
		name: n.takeTable("Data dictionary"), count: len(rows), rows: listed(rows),
		columns: []column{
			{w.Say("export.column.column"), textColumn, 20},
			{w.Say("export.column.kind"), textColumn, 12},
			{w.Say("export.column.meaning"), wrapColumn, 86},
		},
	}
	return p
}

// sourcesPage lists the sources, the newest first.
func (b Book) sourcesPage(n names) page {
	w := b.Words
	rows := [][]any{}
	for _, s := range newest(b.Sources) {
		rows = append(rows, []any{
			s.Name, w.Publisher(s.Publisher), dayOr(s.Published), dayOr(retrieved(s)), orText(s.Format, signNotAvailable),
			address(s), int(s.Bytes), s.ID,
		})
	}
	p := page{name: w.Say("export.sheet.sources"), title: w.Say("export.sources.title"), landscape: true}
	p.lines = []line{{text: w.Say("export.sources.about")}}
	p.grid = &grid{
		name: n.takeTable("Sources"), count: len(rows), rows: listed(rows),
		columns: []column{
			{w.Say("export.column.file"), wrapColumn, 28},
			{w.Say("export.column.publisher"), wrapColumn, 14},
			{w.Say("export.column.vintage"), dayColumn, 13},
			{w.Say("export.column.retrieved"), dayColumn, 13},
			{w.Say("export.column.format"), wrapColumn, 24},
			{w.Say("export.column.address"), wrapColumn, 32},
			{w.Say("export.column.bytes"), numberColumn, 14},
			{"SHA-256", statusColumn, 72},
		},
	}
	return p
}

func retrieved(s reports.Source) reports.Day {
	if s.Retrieved.IsZero() {
		return 0
	}
	return reports.DayOf(s.Retrieved.UTC().Date())
}

func dayOr(d reports.Day) any {
	if d == 0 {
		return signNotAvailable
	}
	return d
}

func address(s reports.Source) any {
	if s.Address == "" {
		return signNotAvailable
	}
	return link{s.Address, s.Address}
}
