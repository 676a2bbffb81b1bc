package window

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"vitrine/reports/publisher"
	"vitrine/reports/sheet"
)

// stand is where the table stands.
func (m *mapper) stand() publisher.Stand {
	return publisher.Stand{File: m.laid.File, Sheet: m.laid.Sheet, Row: m.laid.HeaderRow, Rows: max(1, m.now().HeaderRows)}
}

// standAt makes a step to what is proposed of a table that stands elsewhere.
// The names that the user gave stay.
func (m *mapper) standAt(at publisher.Stand) {
	p, now := m.page, m.now()
	latest(p.looking, func(ctx context.Context) proposed {
		to, err := publisher.ProposeAt(ctx, m.book, at)
		if errors.Is(err, publisher.ErrNoTable) && at.Row == 0 {
			to, err = publisher.Mapping{Publisher: publisher.Ask, Table: publisher.Ask, Sheet: at.Sheet}, nil
		}
		return proposed{mapping: to, err: err}
	}, func(found proposed) {
		if found.err != nil {
			p.status.say(p.mappingError(found.err))
			return
		}
		to, called := found.mapping, found.mapping.Table
		if now.Publisher != publisher.Ask {
			to.Publisher = now.Publisher
		}
		if now.Table != publisher.Ask && now.Table != m.called {
			to.Table = now.Table
		}
		m.called = called
		m.change(to)
		m.view.rename()
	})
}

// stands lists what is said of where the table stands.
func (m *mapper) stands() []saidOfAll {
	p := m.page
	var list []saidOfAll
	if len(m.sheets()) > 1 {
		text := p.say("mapping.sheet", "name", short(m.laid.Sheet, 40))
		if n := len(m.shared); n > 1 && m.now().Sheet == "" {
			text = p.words.Plural("window.mapping.sheets", n)
		}
		list = append(list, saidOfAll{text, p.say("hint.mapping.sheet"), m.chooseSheet})
	}
	rows := m.headerRows()
	texts := make([]string, len(rows))
	for i, r := range rows {
		texts[i] = rowNumber(r)
	}
	return append(list, saidOfAll{p.words.Plural("window.mapping.header", len(rows), "rows", join(texts)), p.say("hint.mapping.header"), m.chooseHeader})
}

// sheets lists the tables of the book.
func (m *mapper) sheets() []sheet.Leaf {
	return slices.DeleteFunc(slices.Clone(m.book.Leaves()), func(l sheet.Leaf) bool { return l.Lines })
}

// headerRows are the rows that are the header now.
func (m *mapper) headerRows() []sheet.Row {
	var rows []sheet.Row
	for _, r := range m.laid.Rows {
		if !r.Blank() && r.Number <= m.laid.HeaderRow {
			rows = append(rows, r)
		}
	}
	return rows[max(0, len(rows)-m.stand().Rows):]
}

// chooseSheet opens the menu of the sheets of a workbook. Where several have
// the header, one or each of them is read.
func (m *mapper) chooseSheet(anchor fyne.CanvasObject) {
	p, now := m.page, m.now()
	var list []choice
	if len(m.shared) > 1 {
		only := now.Sheet != ""
		list = append(list,
			choice{Label: p.words.Plural("window.mapping.each", len(m.shared)), Note: join(m.shared), Checked: !only, Choose: func() { m.change(now.OfSheet("")) }},
			choice{Label: p.say("mapping.only", "name", m.laid.Sheet), Checked: only, Choose: func() { m.change(now.OfSheet(m.laid.Sheet)) }})
	}
	for _, l := range m.sheets() {
		c := choice{Label: l.Name, Choose: func() { m.standAt(publisher.Stand{File: l.File, Sheet: l.Name}) }}
		if len(m.book.Files) > 1 || l.Name == "" {
			c.Note = base(l.File)
		}
		here := l.File == m.laid.File && l.Name == m.laid.Sheet
		if c.Checked = here && len(m.shared) < 2; here {
			c.Note = joinPlaces(c.Note, p.say("mapping.shown"))
		}
		list = append(list, c)
	}
	p.choose(anchor, "sheet", list)
}

// chooseHeader opens the menu of how many rows the header has, and which is
// its last.
func (m *mapper) chooseHeader(anchor fyne.CanvasObject) {
	m.page.choose(anchor, "header", append(m.countChoices(m.laid.HeaderRow), m.rowChoices()...))
}

// chooseHeaderAt opens the menu of a header that ends in a row.
func (m *mapper) chooseHeaderAt(anchor fyne.CanvasObject, row int) {
	if row <= publisher.MostAboveHeader+1 {
		m.page.choose(anchor, "header", m.countChoices(row))
		return
	}
	m.page.status.say(m.page.say("refused.header", "n", publisher.MostAboveHeader+1))
}

// countChoices offers headers of one row or more that end in a row.
func (m *mapper) countChoices(row int) []choice {
	p, above := m.page, 0
	for _, r := range m.laid.Rows {
		if r.Number <= row && !r.Blank() {
			above++
		}
	}
	var list []choice
	for n := 1; n <= publisher.MostHeaderRows; n++ {
		at := m.stand()
		c := choice{Label: p.words.Plural("window.mapping.headerof", n, "row", row), Checked: at.Row == row && at.Rows == n}
		at.Row, at.Rows = row, n
		if c.Choose = func() { m.standAt(at) }; n > above {
			c.Refused = p.say("refused.headerrows")
		}
		list = append(list, c)
	}
	return list
}

// rowChoices offers the rows in which the header can end.
func (m *mapper) rowChoices() []choice {
	var list []choice
	for _, r := range m.laid.Rows {
		if r.Blank() || r.Number > publisher.MostAboveHeader+1 {
			continue
		}
		at := m.stand()
		c := choice{Label: m.page.say("mapping.headerrow", "row", strconv.Itoa(r.Number)), Note: short(rowText(r), 60), Checked: at.Row == r.Number}
		at.Row = r.Number
		c.Choose = func() { m.standAt(at) }
		list = append(list, c)
	}
	return list
}

// rowText writes the texts of a row.
func rowText(r sheet.Row) string {
	var texts []string
	for _, c := range r.Cells {
		if text := strings.TrimSpace(c.Text); text != "" && len(texts) < 6 {
			texts = append(texts, short(text, 24))
		}
	}
	return strings.Join(texts, " · ")
}
