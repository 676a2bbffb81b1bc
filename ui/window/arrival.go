package window

import (
	"reflect"
	"slices"

	"vitrine/reports"
	"vitrine/reports/library"
	"vitrine/reports/publisher"
)

// A standing is where the user was when a load began: at which step, and at which
// number.
type standing struct {
	step, steps int
	pin         pin
}

func (p *page) here() standing {
	return standing{p.history.at, len(p.history.states), p.history.now().pin}
}

// loadBegins notes where the user is, to tell at the end of a load whether it
// may move the question. Loads that follow one another count as one.
func (p *page) loadBegins() {
	if !p.following {
		p.begun, p.came = p.here(), nil
	}
}

// occupied tells whether the user asked or selected something while files were
// loaded, or is about to: then what came in is offered, and the question stays.
func (p *page) occupied() bool {
	now := p.here()
	return p.menuOpen() || p.dialog != nil || len(p.came) > 0 ||
		now.step != p.begun.step || now.steps != p.begun.steps || !now.pin.is(p.begun.pin)
}

// moveTo asks about what a load brought: the blocks that it changed. An
// occupied user is offered it.
func (p *page) moveTo(receipts []library.Receipt, before held) {
	var came []reports.Block
	for _, r := range receipts {
		if r.Err == nil && !r.Already {
			came = p.blocksOf(r.Source, before.blocks)
		}
	}
	if len(came) > 0 && !p.occupied() {
		p.moveToBlocks(came)
		return
	}
	if len(came) > 0 {
		p.came, p.suggested = came, suggestions(came)
	}
	p.askAgain()
	if len(came) == 0 && !p.occupied() {
		p.notesOf(sourcesIn(receipts)...)
	}
}

// sourcesIn lists the sources that a load brought.
func sourcesIn(receipts []library.Receipt) []reports.Source {
	var list []reports.Source
	for _, r := range receipts {
		if r.Err == nil && !r.Already {
			list = append(list, r.Source)
		}
	}
	return list
}

// askAgain asks the question of now once more, since what the library holds
// changed: what it was answered with stays until then.
func (p *page) askAgain() {
	p.result.question = unasked().question
	p.update()
	p.renewMenu()
}

// moveToBlocks asks the first question about some blocks. If that is the
// question of now, it is asked again: its figures may have changed.
func (p *page) moveToBlocks(came []reports.Block) {
	q := reports.FirstQuestion(came)
	if first := p.firstOf(q); len(q.Table) == 0 && len(came) > 0 && first != came[0].Table && !slices.ContainsFunc(came, func(b reports.Block) bool { return b.Table == first }) {
		q.Table = []string{came[0].Table}
	}
	p.closeStale()
	p.result.question = unasked().question
	s := p.history.now()
	if len(p.history.states) == 0 || reflect.DeepEqual(s.question, q) {
		s.question = q
		p.history.set(s)
	} else {
		s.question, s.pin = q, pin{}
		if s.side.kind != incomingSide && s.side.kind != mappingSide {
			s.side = side{}
		}
		p.history.push(s)
	}
	p.arrival, p.came = true, nil
	p.suggested = suggestions(came)
	p.update()
}

// changedBlocks lists a publisher's blocks that hold something else than
// before; all of them where none does.
func changedBlocks(before, after []reports.Block, publisher string) []reports.Block {
	old := map[string]reports.Block{}
	for _, b := range before {
		old[b.Publisher+"|"+b.Table+"|"+string(b.Measure)+"|"+b.Breakdown.String()] = b
	}
	var all, changed []reports.Block
	for _, b := range after {
		if b.Publisher != publisher {
			continue
		}
		all = append(all, b)
		if old[b.Publisher+"|"+b.Table+"|"+string(b.Measure)+"|"+b.Breakdown.String()] != b {
			changed = append(changed, b)
		}
	}
	if len(changed) == 0 {
		return all
	}
	return changed
}

// blocksOf lists the blocks of the tables that a source's format reads; where
// it reads any table, those that changed.
func (p *page) blocksOf(s reports.Source, before []reports.Block) []reports.Block {
	tables := tablesOf(s.Format)
	var list []reports.Block
	for _, b := range p.held.blocks {
		if b.Publisher == s.Publisher && slices.Contains(tables, b.Table) {
			list = append(list, b)
		}
	}
	if len(list) == 0 {
		return changedBlocks(before, p.held.blocks, s.Publisher)
	}
	return list
}

// tablesOf lists the tables that a format reads; none where it reads any.
func tablesOf(format string) []string {
	var tables []string
	for _, f := range publisher.Formats {
		if f.String() == format {
			tables = append(tables, f.Table)
			for _, b := range f.Blocks {
				tables = append(tables, b.Table)
			}
		}
	}
	return slices.DeleteFunc(tables, func(name string) bool { return name == "" })
}

// firstOf returns the table that answers first what a question asks.
func (p *page) firstOf(q reports.Question) string {
	if list := p.about(q); len(list) > 0 {
		return list[0].Table
	}
	return ""
}
