package export

import (
	"fmt"
	"math"
	"strconv"

	"vitrine/reports"
)

// A rate is a number per million people or recipients, and its series.
type rate struct {
	series reports.Series
	number reports.Number
}

// ratesPages list the numbers per million people or recipients: what each was
// before, what it was divided by, and a formula that divides. They are as many
// as the rows need; none where nothing was divided.
func (b Book) ratesPages(n names) []page {
	var all []rate
	for _, s := range b.Rates.Series {
		for _, number := range s.Numbers {
			if (number.People != nil || number.Recipients != nil) && !isMissing(number) {
				all = append(all, rate{s, number})
			}
		}
	}
	var pages []page
	for from := 0; from < len(all); {
		p := page{title: b.Words.Title(b.Rates), landscape: true, lines: b.ratesLines(), grid: b.ratesGrid()}
		first := p.fold().headerRow() + 1
		part := all[from:min(len(all), from+sheetRows-first+1)]
		p.name, p.grid.name = n.take(b.Words.Say(b.ratesText("export.sheet.rates"))), n.takeTable("Rates")
		p.grid.count, p.grid.rows = len(part), b.rateRows(part, first)
		pages, from = append(pages, p), from+len(part)
	}
	return pages
}

// perRecipients tells whether the rates are of recipients, not of people.
func (b Book) perRecipients() bool {
	return len(b.Rates.Series) > 0 && b.Rates.Series[0].Transform.Kind == reports.PerRecipients
}

// ratesText returns the key of a text about the rates.
func (b Book) ratesText(key string) string {
	if b.perRecipients() {
		return key + ".recipients"
	}
	return key
}

func (b Book) ratesLines() []line {
	lines := []line{{text: b.Words.Say(b.ratesText("export.rates.about"))}}
	for _, note := range b.Rates.Notes {
		if note.OfPeople() || note.OfRecipients() {
			lines = append(lines, line{text: b.Words.Note(note)})
		}
	}
	return lines
}

func (b Book) ratesGrid() *grid {
	w := b.Words
	divisor := []column{
		{w.Say("export.column.people"), numberColumn, 16},
		{w.Say("export.column.peopleof"), statusColumn, 13},
		{w.Say("export.column.peoplesource"), textColumn, 42},
		{w.Say("export.column.permillion"), numberColumn, 18},
	}
	if b.perRecipients() {
		divisor = []column{
			{w.Say("export.column.recipients"), numberColumn, 16},
			{w.Say("export.column.recipientscell"), statusColumn, 18},
			{w.Say("export.column.recipientsfile"), textColumn, 42},
			{w.Say("export.column.perrecipients"), numberColumn, 18},
		}
	}
	return &grid{freeze: b.Profile == Analyst, filter: b.Profile == Analyst, columns: append([]column{
		{w.Say("export.column.series"), textColumn, 30},
		{w.Say("export.column.first"), dayColumn, 14},
		{w.Say("export.column.last"), dayColumn, 14},
		{w.Say("export.column.number"), numberColumn, 14},
		{w.Say("export.column.status"), statusColumn, 14},
	}, divisor...)}
}

// rateRows lists rates as rows, the first of which is a sheet's given one.
func (b Book) rateRows(all []rate, first int) func(func([]any, error) bool) {
	label := b.Words.Labels(b.Rates.Series)
	return func(yield func([]any, error) bool) {
		for i, r := range all {
			if !yield(b.rateRow(r, label(r.series), first+i), nil) {
				return
			}
		}
	}
}

func (b Book) rateRow(r rate, label string, row int) []any {
	n, w := r.number, b.Words
	status := statusText(w, n, r.series.Breaks)
	if status == "" {
		status = w.Say("export.normal")
	}
	cells := []any{label, n.Period.Start, n.Period.Last(), instead(n), status, nil, nil, nil, instead(n)}
	if f := n.Recipients; f != nil {
		copy(cells[5:], []any{numberCell(numberOf(*f)), f.Origin.String(), f.Origin.File})
		cells[3] = numberCell(reports.Number{Value: n.Stated, Status: n.Status})
	} else {
		copy(cells[5:], []any{n.People.Count, yearsOf(*n.People), w.PeopleSource(n.People.Source)})
	}
	if n.Known() && !math.IsInf(n.Value, 0) {
		cells[3], cells[8] = n.Stated, formula{fmt.Sprintf("D%d/F%d*1000000", row, row), n.Value}
	}
	return cells
}

// yearsOf writes the years of people: 2012, 2018–2020 for a mean of several,
// shorthand where none is stated.
func yearsOf(p reports.People) string {
	switch {
	case p.From == 0:
		return signNotAvailable
	case p.From != p.To:
		return fmt.Sprintf("%d–%d", p.From, p.To)
	}
	return strconv.Itoa(p.From)
}
