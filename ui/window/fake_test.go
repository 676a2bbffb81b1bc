package window

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vitrine/reports"
	"vitrine/reports/library"
)

// A shelf is a ledger in memory with sources, as the window needs it.
type shelf struct {
	reports.Memory
	sources  []reports.Source
	problems []reports.Problem
	content  string
	taken    []string

	meanwhile func(file int) // is called while a file is read
	after     func()         // is called when all were
}

func (s *shelf) Sources(context.Context) ([]reports.Source, error) { return s.sources, nil }

func (s *shelf) Content(context.Context, string) ([]byte, error) { return []byte(s.content), nil }

func (s *shelf) NotesOf(_ context.Context, id string) ([]reports.SourceNote, error) {
	return slices.DeleteFunc(slices.Clone(s.Noted), func(n reports.SourceNote) bool { return n.Origin.Source != id }), nil
}

func (s *shelf) Problems(context.Context, string) ([]reports.Problem, error) { return s.problems, nil }

// Answering names all sources: the shelf has one export.
func (s *shelf) Answering(context.Context, reports.Answer) ([]reports.Source, error) {
	return s.sources, nil
}

// BlocksOf names all blocks, as every source of the shelf is in them.
func (s *shelf) BlocksOf(ctx context.Context, _ string) ([]reports.Block, error) {
	return s.Blocks(ctx)
}

func (s *shelf) Forget(_ context.Context, id string) error {
	s.sources = nil
	return nil
}

// TakeWith knows one export, chat.json, and one that does not say its period,
// undated.csv; what else comes is broken.
func (s *shelf) TakeWith(ctx context.Context, paths []string, o library.TakeOptions, progress func(library.Progress)) []library.Receipt {
	var list []library.Receipt
	for i, path := range paths {
		progress(library.Progress{Path: path, Done: i, Total: len(paths), Bytes: 2, Of: 5, Stage: library.StageReading})
		if s.meanwhile != nil {
			s.meanwhile(len(s.taken))
		}
		s.taken = append(s.taken, path)
		r := library.Receipt{Path: path, New: 2, Source: reports.Source{ID: "c0ffee00", Name: "chat.json", Publisher: "Telegram", Format: "channel", Figures: 2}}
		r.Source.Address, r.Source.Retrieved = o.Address, o.Retrieved
		switch {
		case ctx.Err() != nil:
			r = library.Receipt{Path: path, Err: ctx.Err()}
		case strings.HasSuffix(path, "undated.csv") && o.Period == (reports.Period{}):
			r.Source = reports.Source{Name: "undated.csv", Address: o.Address, Retrieved: o.Retrieved}
			r.Err = fmt.Errorf("undated.csv: %w", reports.ErrUnknownPeriod)
		case strings.HasSuffix(path, "undated.csv"):
			r.Source.Name = "undated.csv of " + o.Period.String()
			s.sources = append(s.sources, r.Source)
		case !strings.HasSuffix(path, "chat.json"):
			r = library.Receipt{Path: path, Err: errors.New("sheet 2 is cut off: download it again")}
		default:
			s.sources = append(s.sources, r.Source)
		}
		list = append(list, r)
	}
	if s.after != nil {
		s.after()
	}
	return list
}

// telegram is a shelf of 14 months of days: a total, and two of its parts.
func telegram() *shelf {
	s := &shelf{content: "date,category,count\n2024-01-01,terrorism,10\n"}
	s.sources = []reports.Source{{ID: "abcdef0123", Name: "safety.html", Publisher: "Telegram", Format: "Safety Overview", Problems: 3, Figures: 3}}
	first, end := reports.DayOf(2023, 12, 15), reports.DayOf(2025, 2, 11)
	for _, b := range []reports.Dims{0, reports.ByCategory} {
		s.Declared = append(s.Declared, reports.Block{Publisher: "Telegram", Table: "Safety Overview, daily", Measure: "groups and channels blocked", Breakdown: b, Order: 1})
	}
	for d := first; d < end; d++ {
		s.add(d, 0, "", 1000)
		s.add(d, reports.ByCategory, "terrorism", 10)
		s.add(d, reports.ByCategory, "child abuse", 20)
	}
	return s
}

func (s *shelf) add(d reports.Day, by reports.Dims, category string, value float64) {
	s.Held = append(s.Held, reports.Figure{
		Publisher: "Telegram", Table: "Safety Overview, daily", Measure: "groups and channels blocked",
		Period: reports.Period{Start: d, End: d + 1}, Split: reports.Split{Category: category}, Breakdown: by, Value: value,
		Origin: reports.Origin{Source: "abcdef0123", File: "safety.html", Row: 2, Column: 3, Text: fmt.Sprint(value)},
	})
}

// inline makes workers that work at once.
func inline() *worker {
	now := func(f func()) { f() }
	return &worker{start: now, do: now}
}

// opened builds a window on a shelf, in English, at 1280 × 800.
func opened(t testing.TB, s ledger) *page {
	t.Helper()
	return openedIn(t, "en", s)
}

func openedIn(t testing.TB, lang string, s ledger) *page {
	t.Helper()
	p := newPage(test.NewTempApp(t), Options{Language: lang, Version: "1.2.3"}, inline)
	p.window.Resize(fyne.NewSize(1280, 800))
	if s != nil {
		p.use(s)
	}
	return p
}

// press does the action of a name, as its menu item and its key do.
func (p *page) press(t testing.TB, name string) {
	t.Helper()
	for _, a := range p.actions() {
		if a.name == name {
			p.run(a)
			return
		}
	}
	t.Fatalf("there is no action %q", name)
}

// pressKey does the action of a name as its key does it.
func (p *page) pressKey(t testing.TB, name string) {
	t.Helper()
	for _, a := range p.actions() {
		if a.name == name {
			p.pressed(a)
			return
		}
	}
	t.Fatalf("there is no action %q", name)
}

func key(f fyne.Focusable, names ...fyne.KeyName) {
	for _, n := range names {
		f.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

// sentence is the headline as it is read.
func (h *headline) text() string {
	var b strings.Builder
	for _, f := range h.phrases {
		b.WriteString(f.Text)
	}
	return b.String()
}
