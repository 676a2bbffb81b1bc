package library

import (
	"cmp"
	"context"
	"database/sql/driver"
	"fmt"
	"slices"
	"sync"

	"vitrine/reports"
)

// How a library stood on a day is decided once a day that is asked for, on the
// extents, and kept beside the library until something is loaded or forgotten.

var _ reports.Dated = (*Library)(nil)

// everything is no day: the view of all vintages at once.
const everything = reports.Day(-1 << 31)

// mostStandings is how many views are kept.
const mostStandings = 16

// A standing is a view of the library: the extents that count, and the parts
// of their figures.
type standing struct {
	day            reports.Day
	extents, parts string // tables
}

// standings are the views that are kept, the last used one last.
type standings struct {
	mu    sync.Mutex
	made  int
	kept  []*standing
	stale []*standing
}

// forget gives up the views, since what they were made from has changed.
func (s *standings) forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stale, s.kept = append(s.stale, s.kept...), nil
}

// AsOf returns the library as it stood on a day: for each extent the newest
// source published by then. The zero Day is today.
func (l *Library) AsOf(ctx context.Context, day reports.Day) (reports.Ledger, error) {
	return l.at(ctx, day)
}

// AllVintages returns a ledger in which the figures of every vintage count: to
// find what figures there are, never to add them.
func (l *Library) AllVintages(ctx context.Context) (reports.Ledger, error) {
	return l.at(ctx, everything)
}

func (l *Library) at(ctx context.Context, day reports.Day) (*Library, error) {
	if day == 0 {
		return l, nil
	}
	l.stands.mu.Lock()
	defer l.stands.mu.Unlock()
	view := *l
	if i := slices.IndexFunc(l.stands.kept, func(s *standing) bool { return s.day == day }); i >= 0 {
		view.view = l.stands.kept[i]
		l.stands.kept = append(slices.Delete(l.stands.kept, i, i+1), view.view)
		return &view, nil
	}
	made, err := l.stand(ctx, day)
	view.view = made
	return &view, cancelled(ctx, err)
}

// holdings selects the holdings whose figures count.
func (l *Library) holdings() string {
	if l.view == nil {
		return current
	}
	return held + " JOIN " + l.view.extents + " e ON h.extent = e.extent WHERE 1 = 1"
}

// partsTable names the table of the parts that blocks have.
func (l *Library) partsTable() string {
	if l.view == nil {
		return "parts"
	}
	return l.view.parts
}

// stand makes the view of a day. The oldest of many goes.
func (l *Library) stand(ctx context.Context, day reports.Day) (*standing, error) {
	s := l.stands
	s.made++
	made := &standing{day: day, extents: fmt.Sprint(beside, ".extents_", s.made), parts: fmt.Sprint(beside, ".parts_", s.made)}
	t, err := begin(ctx, l.db)
	if err != nil {
		return nil, err
	}
	if err := t.end(t.stand(ctx, made)); err != nil {
		return nil, err
	}
	s.kept = append(s.kept, made)
	if len(s.kept) > mostStandings {
		s.stale, s.kept = append(s.stale, s.kept[0]), s.kept[1:]
	}
	for ; len(s.stale) > mostStandings; s.stale = s.stale[1:] {
		for _, name := range []string{s.stale[0].extents, s.stale[0].parts} {
			if _, err := l.db.ExecContext(ctx, "DROP TABLE "+name); err != nil {
				return nil, err
			}
		}
	}
	return made, nil
}

func (t *transaction) stand(ctx context.Context, s *standing) error {
	list, err := ordered(ctx, t)
	if err != nil {
		return err
	}
	if _, err := t.ExecContext(ctx, "CREATE TEMPORARY TABLE incoming_order (place INTEGER, source INTEGER, starter BOOLEAN)"); err != nil {
		return err
	}
	err = t.add(ctx, "incoming_order", func(yield func([]driver.Value) bool) {
		for i, source := range list {
			if s.day != everything && source.Published > s.day {
				return
			}
			if !yield([]driver.Value{int32(i), source.number, source.Starter}) {
				return
			}
		}
	})
	if err != nil {
		return err
	}
	chosen := standingThen
	if s.day == everything {
		chosen = "SELECT id AS extent FROM extents"
	}
	for _, statement := range []string{
		"CREATE TABLE " + s.extents + " AS " + chosen,
		"CREATE TABLE " + s.parts + ` AS SELECT DISTINCT h.block AS block, f.split AS split
			FROM figures f JOIN holdings h ON f.holding = h.id JOIN ` + s.extents + " e ON h.extent = e.extent",
		"DROP TABLE incoming_order",
	} {
		if _, err := t.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

// ordered lists the sources by vintage, in the order in which they replace
// each other.
func ordered(ctx context.Context, q querier) ([]numbered, error) {
	list, err := sources(ctx, q, "")
	slices.SortFunc(list, func(a, b numbered) int {
		return cmp.Or(cmp.Compare(a.Published, b.Published), a.Retrieved.Compare(b.Retrieved), cmp.Compare(a.number, b.number))
	})
	return list, err
}

// standingThen selects of the sources in incoming_order the extents of the
// newest, as choose does: starter figures yield to any other source of their
// table.
const standingThen = `SELECT e.id AS extent FROM extents e JOIN incoming_order o ON o.source = e.source
	JOIN (SELECT c.name AS name, max(c.place) AS place FROM (
			SELECT e.name AS name, o.place AS place FROM extents e JOIN incoming_order o ON o.source = e.source
			LEFT JOIN (SELECT DISTINCT x.publisher AS publisher, x.table_name AS table_name
				FROM extents x JOIN incoming_order p ON p.source = x.source WHERE NOT p.starter) t
				ON t.publisher = e.publisher AND t.table_name = e.table_name
			WHERE NOT o.starter OR t.publisher IS NULL) c
		GROUP BY c.name) m ON m.name = e.name AND m.place = o.place`
