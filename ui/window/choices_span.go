package window

import (
	"strings"

	"vitrine/reports"
)

// span returns the days of which there are figures that can answer the
// question.
func (p *page) span() reports.Period {
	q := p.history.now().question
	var span reports.Period
	for _, b := range p.about(q) {
		if !q.AnsweredBy(b) {
			continue
		}
		if span == (reports.Period{}) {
			span = b.Span
		}
		span.Start, span.End = min(span.Start, b.Span.Start), max(span.End, b.Span.End)
	}
	return span
}

// spanChoices offers all of the time, its last years, and each year.
func (p *page) spanChoices() []choice {
	q := p.history.now().question
	held := p.span()
	item := func(label string, since, until reports.Day) choice {
		return choice{Label: label, Checked: q.Since == since && q.Until == until, Choose: func() { p.setSpan(since, until) }}
	}
	list := []choice{item(p.say("span.all"), 0, 0)}
	if held.Days() <= 0 {
		return list
	}
	y, m, _ := held.End.Date()
	for _, years := range []int{1, 2, 5} {
		list = append(list, item(p.words.Plural("window.span.last", years), reports.DayOf(y-years, m, 1), 0))
	}
	newest, _, _ := held.Last().Date()
	oldest, _, _ := held.Start.Date()
	for year := newest; year >= oldest; year-- {
		whole := reports.EveryYear.Around(reports.DayOf(year, 1, 1))
		list = append(list, item(p.words.Period(whole), whole.Start, whole.End))
	}
	return list
}

func (p *page) setSpan(since, until reports.Day) {
	p.ask(func(q *reports.Question) { q.Since, q.Until = since, until })
}

// newSpanForm makes the entries of any span, below the list of spans.
func (p *page) newSpanForm(close func()) *twoPeriods {
	q := p.history.now().question
	var since, until string
	if q.Since != 0 {
		since = q.Since.String()
	}
	if q.Until != 0 {
		until = (q.Until - 1).String()
	}
	return p.newTwoPeriods("span", since, until, close, func(first, last string) error {
		since, until, err := readSpan(first, last)
		if err == nil {
			close()
			p.setSpan(since, until)
		}
		return err
	})
}

// readSpan reads the first and the last period of a span; an empty end is
// open.
func readSpan(first, last string) (since, until reports.Day, err error) {
	if strings.TrimSpace(first) != "" {
		p, ok := readPeriod(first)
		if !ok {
			return 0, 0, errNoPeriod
		}
		since = p.Start
	}
	if strings.TrimSpace(last) != "" {
		p, ok := readPeriod(last)
		if !ok {
			return 0, 0, errNoPeriod
		}
		until = p.End
	}
	if since != 0 && until != 0 && until <= since {
		return 0, 0, errBackwards
	}
	return since, until, nil
}
