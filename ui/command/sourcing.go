package command

import (
	"errors"
	"fmt"
	"os"

	"vitrine/reports"
	"vitrine/reports/library"
	"vitrine/reports/sheet"
)

// A sourcing finds the sources of a record, byte for byte.
type sourcing struct {
	*job
	record reports.AuditRecord
	given  []identified
	own    *library.Library // the user's; nil where it was not needed, or cannot be opened
	found  []foundSource
}

// An identified input is a file that was given, with its SHA-256.
type identified struct {
	sheet.Input
	id string
}

// A foundSource is a source of the record and its bytes.
type foundSource struct {
	source reports.Source
	input  sheet.Input
}

// find finds every source, a line for each; one that is missing or changed is
// an error, after all lines.
func (s *sourcing) find(files []string) error {
	if err := s.identify(files); err != nil {
		return err
	}
	refused := 0
	for _, r := range s.record.Sources {
		in, why := s.one(r)
		if s.ctx.Err() != nil {
			return s.ctx.Err()
		}
		if why != "" {
			refused++
			fmt.Fprintf(s.Out, "refused  source %s, %s: %s\n", short(r.SHA256), r.Name, why)
			continue
		}
		s.found = append(s.found, foundSource{r.Source(), in})
		fmt.Fprintf(s.Out, "same     source %s, %s: %d bytes\n", short(r.SHA256), r.Name, r.Bytes)
	}
	if refused > 0 {
		return fmt.Errorf("nothing was repeated, because %s missing or changed", isAre(refused, "source"))
	}
	return nil
}

func short(id string) string { return reports.Source{ID: id}.Short() }

func isAre(n int, what string) string {
	if n == 1 {
		return "1 " + what + " is"
	}
	return fmt.Sprintf("%d %ss are", n, what)
}

// identify reads the files that were given, once each.
func (s *sourcing) identify(files []string) error {
	inputs, errs := sheet.Inputs(files)
	if len(errs) > 0 {
		return errs[0]
	}
	for _, in := range inputs {
		id, err := library.Identify(s.ctx, in)
		if err != nil {
			return err
		}
		s.given = append(s.given, identified{in, id})
	}
	return nil
}

// one finds a source: among the files, among the starter figures, in the
// library. Where it is not as it was, why says so.
func (s *sourcing) one(r reports.RecordedSource) (in sheet.Input, why string) {
	for _, g := range s.given {
		if g.id == r.SHA256 {
			return g.Input, ""
		}
	}
	for _, g := range s.given {
		if g.Name == r.Name {
			return in, differently(g.Path, r, g.id, g.Size)
		}
	}
	if in, ok := library.StarterInput(r.SHA256); ok {
		return in, ""
	}
	if r.Starter {
		return in, "it came with another Vitrine; verify the record with that one"
	}
	return s.held(r)
}

// differently says that bytes are not those of a source.
func differently(where string, r reports.RecordedSource, id string, size int64) string {
	return fmt.Sprintf("it has changed: %s has SHA-256 %s (%d bytes), the record says %s (%d bytes)", where, id, size, r.SHA256, r.Bytes)
}

// held finds a source in the user's library.
func (s *sourcing) held(r reports.RecordedSource) (in sheet.Input, why string) {
	if err := s.openLibrary(); err != nil {
		return in, "it is not among the files that were given; " + err.Error()
	}
	in, err := s.own.Input(s.ctx, r.SHA256)
	if errors.Is(err, library.ErrNoSource) {
		return in, "it is neither among the files that were given nor in your library; name its file: vitrine verify RECORD FILE"
	}
	if err != nil {
		return in, err.Error()
	}
	id, err := library.Identify(s.ctx, in)
	switch {
	case err != nil:
		return in, err.Error()
	case id != r.SHA256 && in.Path != "":
		return in, differently(in.Path, r, id, in.Size)
	case id != r.SHA256:
		return in, differently("what the library keeps", r, id, in.Size)
	}
	return in, ""
}

// openLibrary opens the user's library, if there is one.
func (s *sourcing) openLibrary() error {
	if s.own != nil {
		return nil
	}
	path, err := s.path()
	if err != nil {
		return err
	}
	if _, err := os.Stat(path); err != nil && path != library.Memory {
		return errors.New("name its file: vitrine verify RECORD FILE")
	}
	s.own, err = library.Open(path)
	return err
}

func (s *sourcing) close() {
	if s.own != nil {
		s.own.Close()
	}
}
