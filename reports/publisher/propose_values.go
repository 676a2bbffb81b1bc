package publisher

import (
	"math"
	"strings"

	"vitrine/reports"
)

// proposeValues proposes what the columns of numbers are.
func (p *proposal) proposeValues() {
	p.proposeBounds()
	values := p.values()
	p.proposePatterns(values)
	rest := p.values()
	named := p.hasMeasureColumn()
	switch {
	case len(rest) == 1 && !p.hasValues() && !named:
		p.proposeOne(rest[0])
	case len(rest) == 1 && !p.hasValues():
		p.set(rest[0], "value", "")
	case len(rest) > 0:
		p.proposeSeveral(rest)
	}
	if !p.isDated() && !p.hasPeriodHeaders() {
		p.proposeNoPeriod()
	}
}

// values lists the columns of numbers whose meaning is open.
func (p *proposal) values() []*facts {
	var list []*facts
	for i := range p.facts {
		if f := &p.facts[i]; f.isValue() || !f.done && f.most(f.numbers) && f.isValueByName() {
			list = append(list, f)
		}
	}
	return list
}

func (p *proposal) hasValues() bool {
	for _, c := range p.Columns {
		if c.Is == "value" || c.Is == "low" {
			return true
		}
	}
	return false
}

func (p *proposal) hasMeasureColumn() bool {
	for _, c := range p.Columns {
		if c.Is == "measure" {
			return true
		}
	}
	return false
}

func (p *proposal) hasPeriodHeaders() bool {
	for _, c := range p.Columns {
		if c.Is == "value" && strings.Contains(c.Header, "{period}") || c.Period != "" {
			return true
		}
	}
	return false
}

// hasMonthHeaders tells whether the columns of numbers are named after parts
// of a year.
func (p *proposal) hasMonthHeaders() bool {
	n := 0
	for _, f := range p.values() {
		if _, _, kind := partPattern(f.name); kind != "" {
			n++
		}
	}
	return n > 1
}

// proposeBounds proposes the columns of a least and a greatest number.
func (p *proposal) proposeBounds() {
	var low, high *facts
	for _, f := range p.values() {
		switch f.says.is {
		case "low":
			low = f
		case "high":
			high = f
		}
	}
	if low == nil || high == nil {
		return
	}
	c := p.set(low, "low", "")
	c.Measure = p.measure(p.subjectOr(Ask), low)
	p.set(high, "high", "")
}

func (p *proposal) subjectOr(other string) string {
	if p.subject != "" {
		return p.subject
	}
	return other
}

// proposeOne proposes the only column of numbers: what it counts says its
// header, or the title where the header says only that it counts.
func (p *proposal) proposeOne(f *facts) {
	name, known := measureNamed(f.name)
	switch {
	case known:
	case f.says.is == "value" || isTotal(f.name) || strings.HasPrefix(f.name, "(column "):
		name = p.subjectOr(Ask)
	}
	remark := ""
	if name == Ask {
		remark = "what it counts neither its header nor a title says"
	}
	measure := p.measure(name, f)
	p.set(f, "value", "%s", remark).Measure = measure
}

// proposeSeveral proposes several columns of numbers: measures where their
// headers say so, parts of one where these are categories; else they are left
// to the user, since they may be either.
func (p *proposal) proposeSeveral(list []*facts) {
	categories, measures := 0, 0
	for _, f := range list {
		if isCategory(f.name) {
			categories++
		} else if _, ok := measureNamed(f.name); ok {
			measures++
		}
	}
	whole := p.totalOf(list)
	for _, f := range list {
		isCategory := isCategory(f.name)
		name, isMeasure := measureNamed(f.name)
		switch {
		case p.hasValues() && isTotal(f.name) && p.isSum(f):
			p.set(f, "ignored", "the sum of the columns that are read")
		case f == whole && categories*2 > len(list)-1:
			measure := p.measure(p.subjectOr(Ask), nil)
			p.set(f, "value", "the total of the other columns").Measure = measure
		case isCategory && categories > 1:
			measure := p.measure(p.subjectOr(Ask), nil)
			c := p.set(f, "value", "")
			c.Measure, c.Part = measure, map[string]string{"category": f.name}
		case isMeasure && measures > 1:
			measure := p.measure(name, f)
			p.set(f, "value", "").Measure = measure
		default:
			p.leave(f, whole)
		}
	}
}

// leave leaves a column of numbers to the user.
func (p *proposal) leave(f, whole *facts) {
	if whole != nil && f != whole {
		p.set(f, Ask, `numbers; it is a part of %q, to which it adds with the others: is = "value", measure = …, part = { category = %q }?`, whole.name, f.name)
		return
	}
	p.set(f, Ask, `numbers; a measure of its own (is = "value", measure = …), or a part of one (and part = { category = %q })?`, f.name)
}

// totalOf returns the column to which all others add in every row.
func (p *proposal) totalOf(list []*facts) *facts {
	for _, f := range list {
		if len(list) > 2 && p.adds(f, list) {
			return f
		}
	}
	return nil
}

// isSum tells whether a column is the sum of all columns of numbers besides
// it.
func (p *proposal) isSum(f *facts) bool {
	var list []*facts
	for i := range p.facts {
		o := &p.facts[i]
		if o.most(o.numbers) && !o.most(o.years) && p.reads(o.name) {
			list = append(list, o)
		}
	}
	return p.adds(f, append(list, f))
}

// reads tells whether a column is a value of the mapping, by its name or by a
// pattern.
func (p *proposal) reads(name string) bool {
	t, err := p.Mapping.compile()
	if err != nil {
		return false
	}
	for i := range t.columns {
		k := &t.columns[i]
		if k.Is != "value" {
			continue
		}
		if _, fits := t.fits(k, name); k.placeholder != "" && fits || k.Header == name {
			return true
		}
	}
	return false
}

// adds tells whether the other columns of a list add to a column wherever it
// has a number.
func (p *proposal) adds(total *facts, list []*facts) bool {
	rows := 0
	for i := range total.cells {
		want, ok := p.numberOf(total, i)
		if !ok {
			continue
		}
		sum := 0.0
		for _, f := range list {
			if n, ok := p.numberOf(f, i); ok && f != total {
				sum += n
			}
		}
		if math.Abs(sum-want) > 1e-6*math.Abs(want)+1e-9 {
			return false
		}
		rows++
	}
	return rows > 1
}

func (p *proposal) numberOf(f *facts, row int) (float64, bool) {
	for _, s := range spellingsOf(p.Numbers) {
		n, ok := s.Read(f.cells[row].Text)
		return n.Value, ok && !math.IsNaN(n.Value)
	}
	return 0, false
}

// proposeNoPeriod proposes where the period stands of a table whose cells
// state none.
func (p *proposal) proposeNoPeriod() {
	if _, ok := periodInText(strings.Join(p.firstCells(), "\n")); ok {
		p.Period = "title"
		p.remark("period", "no column says the period, the lines above the header do")
		return
	}
	p.Period = "file"
	p.remark("period", "no column says the period: it is taken from the file's name, or given with --period")
}

// firstCells are the texts that mappedHeader.title has.
func (p *proposal) firstCells() []string {
	var list []string
	for row, err := range p.table.Rows() {
		if err != nil || row.Number >= p.header[0].Number {
			break
		}
		list = append(list, row.Text(1))
	}
	return list
}

// Patterns of headers.

// A spread is a pattern of headers and the columns that fit it.
type spread struct {
	before, after string
	kind          string
	columns       []*facts
}

// proposePatterns proposes columns that are alike but for what their headers
// name: periods, parts of a year, areas.
func (p *proposal) proposePatterns(values []*facts) {
	var spreads []*spread
	for _, f := range values {
		before, after, kind := periodPattern(f.name)
		if kind == "" && p.isDated() {
			before, after, kind = partPattern(f.name)
		}
		if _, ok := areaNamed(f.name); kind == "" && ok {
			kind = "area"
		}
		if kind == "" {
			continue
		}
		i := 0
		for i < len(spreads) && (spreads[i].before != before || spreads[i].after != after || spreads[i].kind != kind) {
			i++
		}
		if i == len(spreads) {
			spreads = append(spreads, &spread{before: before, after: after, kind: kind})
		}
		spreads[i].columns = append(spreads[i].columns, f)
	}
	for _, s := range spreads {
		for _, f := range values {
			if s.kind == "area" && len(s.columns) > 1 && isTotal(f.name) {
				s.columns = append(s.columns, f)
			}
		}
		if s.kind == "period" || len(s.columns) > 1 {
			p.proposeSpread(s)
		}
	}
}

func (p *proposal) proposeSpread(s *spread) {
	name, known := measureNamed(strings.TrimSpace(s.before + " " + s.after))
	if !known {
		name = p.subjectOr(Ask)
		if text := strings.TrimSpace(s.before + " " + s.after); text != "" {
			name = text
		}
	}
	header := strings.TrimSpace(s.before + " {" + s.kind + "} " + s.after)
	measure := p.measure(name, s.columns[0])
	if p.hasMeasureColumn() {
		measure = ""
	}
	for _, f := range s.columns {
		f.done = true
	}
	c := MappedColumn{Header: header, Is: "value", Measure: measure, Remark: "a column for each " + s.kind}
	if s.kind == "period" && s.days() {
		c.Every = Ask
		c.Remark += ", named by a day: does it stand for that day, or for its month, quarter, half or year?"
	}
	p.Columns = append(p.Columns, c)
}

// days tells whether the headers are first or last days of months.
func (s *spread) days() bool {
	for _, f := range s.columns {
		text := strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(f.name, s.before), s.after))
		p, ok := readPeriod(text, reports.DayFirst)
		month := reports.EveryMonth.Around(p.Start)
		if !ok || p.Days() != 1 || month.Start != p.Start && month.Last() != p.Start {
			return false
		}
	}
	return len(s.columns) > 1
}

// periodPattern finds the longest run of a header's words that is a period,
// and what stands around it.
func periodPattern(name string) (before, after, kind string) {
	return wordsThat(name, func(text string) bool {
		_, ok := readPeriod(text, reports.OrderUnknown)
		if !ok {
			_, ok = readPeriod(text, reports.DayFirst)
		}
		return ok && strings.ContainsAny(text, "0123456789")
	}, "period")
}

// partPattern does the same with the parts of a year.
func partPattern(name string) (before, after, kind string) {
	for _, kind := range []string{"month", "quarter", "half"} {
		before, after, found := wordsThat(name, func(text string) bool {
			_, ok := partOfYear("2024", text, kind)
			return ok && strings.Trim(text, "0123456789") != ""
		}, kind)
		if found != "" {
			return before, after, found
		}
	}
	return "", "", ""
}

func wordsThat(name string, fit func(string) bool, kind string) (before, after, found string) {
	words := strings.Fields(name)
	if len(words) > 12 {
		return "", "", ""
	}
	for n := len(words); n > 0; n-- {
		for at := 0; at+n <= len(words); at++ {
			if fit(strings.Join(words[at:at+n], " ")) {
				return strings.Join(words[:at], " "), strings.Join(words[at+n:], " "), kind
			}
		}
	}
	return "", "", ""
}
