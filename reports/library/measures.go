package library

import (
	"context"
	"database/sql/driver"

	"vitrine/reports"
)

// An ownMeasure is a publisher's measure that the vocabulary lacks.
type ownMeasure struct {
	publisher string
	measure   reports.Measure
}

// addMeasures stores what the source declares of measures of its own.
func (n *loading) addMeasures(ctx context.Context) error {
	told := map[ownMeasure]bool{}
	return n.add(ctx, "measures", func(yield func([]driver.Value) bool) {
		for _, b := range n.reading.Blocks {
			name := ownMeasure{b.Publisher, b.Measure}
			if b.Own == (reports.MeasureInfo{}) || told[name] {
				continue
			}
			told[name] = true
			if !yield([]driver.Value{n.number, b.Publisher, string(b.Measure), valid(b.Own.Unit), valid(b.Own.Definition), b.Own.OverTime, b.Own.OverParts}) {
				return
			}
		}
	})
}

// ownMeasures returns what the sources declare of measures of their own.
// Where several declare one, it adds only where all of them say so.
func (l *Library) ownMeasures(ctx context.Context) (map[ownMeasure]reports.MeasureInfo, error) {
	own := map[ownMeasure]reports.MeasureInfo{}
	err := each(ctx, l.db, `
		SELECT m.publisher, m.measure, m.unit, m.definition, m.over_time, m.over_parts
		FROM measures m JOIN sources s ON m.source = s.number ORDER BY m.source`, nil,
		func(scan func(...any) error) error {
			var name ownMeasure
			var info reports.MeasureInfo
			err := scan(&name.publisher, &name.measure, &info.Unit, &info.Definition, &info.OverTime, &info.OverParts)
			info.Name = name.measure
			if held, twice := own[name]; twice {
				info.OverTime, info.OverParts = info.OverTime && held.OverTime, info.OverParts && held.OverParts
			}
			own[name] = info
			return err
		})
	return own, err
}
