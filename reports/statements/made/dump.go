// Package made makes daily dumps of the DSA Transparency Database for tests
// and benchmarks, in the exporter's own form, with made-up statements and the
// exact counts that a reader must arrive at. The same Dump gives the same
// bytes.
package made

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"time"
)

// A Dump says what is made. The zero values of the numbers are those of the
// database's own dumps.
type Dump struct {
	Rows       int
	PerFile    int // statements of a CSV file; 100,000
	PerArchive int // CSV files of an archive in the dump; 10
	Run        int // how many statements of one kind stand together, on average; 60
	Seed       uint64
	Quirks     float64 // share of statements with a text that trips CSV readers
	Twice      int     // how many of the last statements have the UUID of a first one
	Slug       string  // global
	Day        string  // 2025-08-01
	Light      bool    // without scope and long texts
	V1         bool    // without content_id_ean
	Single     bool    // one CSV file in one zip, as until April 2024
	Deflated   bool    // the archives in the dump are packed, too
}

// A Truth is what a dump states.
type Truth struct {
	Rows         int64
	Decisions    map[Decision]int64
	Keywords     map[Detail]int64
	ContentTypes map[Detail]int64
	Languages    map[Detail]int64
}

// A Decision has the codes of a statement; Action and Scope are sets, sorted
// and with commas between.
type Decision struct {
	Service, Category, Action, Trigger, Detection, Decision, Ground, Scope string
}

// A Detail is one value of a column, by service and category.
type Detail struct{ Service, Category, Value string }

// Name returns the name that the database would give the dump.
func (d Dump) Name() string { return d.stem() + ".zip" }

func (d Dump) stem() string {
	version := "full"
	if d.Light {
		version = "light"
	}
	return fmt.Sprintf("sor-%s-%s-%s", or(d.Slug, "global"), or(d.Day, "2025-08-01"), version)
}

func or[T comparable](value, otherwise T) T {
	var zero T
	if value == zero {
		return otherwise
	}
	return value
}

// Write writes the dump and returns what it states.
func (d Dump) Write(w io.Writer) (*Truth, error) {
	day, err := time.Parse(time.DateOnly, or(d.Day, "2025-08-01"))
	if err != nil {
		return nil, err
	}
	m := newMaker(d, day)
	outer := zip.NewWriter(w)
	if d.Single {
		err = m.file(outer, d.stem()+".csv", d.Rows)
	} else {
		err = m.archives(outer)
	}
	if err != nil {
		return nil, err
	}
	return m.truth, outer.Close()
}

// archives writes the dump's archives, each with some CSV files.
func (m *maker) archives(outer *zip.Writer) error {
	perFile, perArchive := or(m.PerFile, 100_000), or(m.PerArchive, 10)
	for archive := 0; m.made < m.Rows || archive == 0; archive++ {
		var packed bytes.Buffer
		inner := zip.NewWriter(&packed)
		for file := 0; file < perArchive && (m.made < m.Rows || file == 0); file++ {
			name := fmt.Sprintf("%s-%05d-%05d.csv", m.stem(), archive, file)
			if err := m.file(inner, name, min(perFile, m.Rows-m.made)); err != nil {
				return err
			}
		}
		if err := inner.Close(); err != nil {
			return err
		}
		method := zip.Store
		if m.Deflated {
			method = zip.Deflate
		}
		entry, err := outer.CreateHeader(&zip.FileHeader{Name: fmt.Sprintf("%s-%05d.csv.zip", m.stem(), archive), Method: method})
		if err != nil {
			return err
		}
		if _, err := entry.Write(packed.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

// file writes a CSV file of some statements, the last without a newline.
func (m *maker) file(z *zip.Writer, name string, rows int) error {
	entry, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
	if err != nil {
		return err
	}
	var b bytes.Buffer
	m.header(&b)
	for range rows {
		b.WriteByte('\n')
		m.statement(&b)
		if b.Len() > 1<<20 {
			if _, err := b.WriteTo(entry); err != nil {
				return err
			}
		}
	}
	_, err = b.WriteTo(entry)
	return err
}

// newMaker makes a maker with the kinds of statements of a day.
func newMaker(d Dump, day time.Time) *maker {
	m := &maker{Dump: d, day: day, random: rand.New(rand.NewPCG(d.Seed, 20230925)), truth: &Truth{
		Rows: int64(d.Rows), Decisions: map[Decision]int64{}, Keywords: map[Detail]int64{}, ContentTypes: map[Detail]int64{}, Languages: map[Detail]int64{},
	}}
	for _, c := range header {
		if !(d.Light && c.onlyFull || d.V1 && c.name == "content_id_ean") {
			m.columns = append(m.columns, c.name)
		}
	}
	for range kindCount {
		m.kinds = append(m.kinds, m.newKind())
	}
	return m
}
