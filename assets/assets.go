// Package assets holds what Vitrine brings along: words in each language of
// the interface, areas, codes and their crosswalk, fonts, the icon and the
// starter figures.
package assets

import (
	"bytes"
	"embed"
	"io/fs"
	"sync"

	"vitrine/reports"
)

// Translations holds a JSON file per language and subject: en.json, fr.json,
// window.en.json and so on, in the form that Fyne's lang package reads too.
//
//go:embed translations/*.json
var Translations embed.FS

//go:embed starter
var starter embed.FS

//go:embed countries.csv
var countries []byte

//go:embed codes.csv
var codes []byte

//go:embed crosswalk.csv
var crosswalk []byte

//go:embed unmapped.csv
var unmapped []byte

//go:embed events.csv
var events []byte

//go:embed icon.svg
var icon []byte

//go:embed icon.png
var iconPNG []byte

//go:embed fonts/NotoSans-Regular.ttf
var font []byte

//go:embed fonts/NotoSans-Bold.ttf
var boldFont []byte

// Areas returns the countries of ISO 3166-1, Kosovo, and the groups of
// countries that publishers name.
func Areas() *reports.Areas { return areas() }

// Codes returns the harmonised categories.
func Codes() *reports.Codes { return codeList() }

// Crosswalk returns which code a publisher's category belongs to.
func Crosswalk() *reports.Crosswalk { return crosswalkList() }

// Unmapped returns the categories that belong to no code on purpose.
func Unmapped() *reports.Unmapped { return unmappedList() }

// Events returns the dated facts that explain jumps in published figures, in
// the order of their days.
func Events() reports.Events { return eventList() }

// Icon returns the program's icon as SVG.
func Icon() []byte { return icon }

// IconPNG returns the program's icon as a PNG of 512 × 512 pixels.
func IconPNG() []byte { return iconPNG }

// Font returns the typeface of charts, Noto Sans, as TrueType.
func Font() []byte { return font }

// BoldFont returns the bold typeface of charts, Noto Sans Bold, as TrueType.
func BoldFont() []byte { return boldFont }

// Starter returns the figures that come with Vitrine: the files of
// assets/starter.
func Starter() fs.FS { return sub(starter, "starter") }

var areas = sync.OnceValue(func() *reports.Areas {
	return must(reports.ReadAreas(bytes.NewReader(countries)))
})

var codeList = sync.OnceValue(func() *reports.Codes {
	return must(reports.ReadCodes(bytes.NewReader(codes)))
})

var crosswalkList = sync.OnceValue(func() *reports.Crosswalk {
	return must(reports.ReadCrosswalk(bytes.NewReader(crosswalk), Codes()))
})

var unmappedList = sync.OnceValue(func() *reports.Unmapped {
	return must(reports.ReadUnmapped(bytes.NewReader(unmapped), Crosswalk()))
})

var eventList = sync.OnceValue(func() reports.Events {
	return must(reports.ReadEvents(bytes.NewReader(events), Areas()))
})

// must is for files that are built into the program, which the tests read: an
// error in one is a mistake of ours, not of the user's.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func sub(files fs.FS, dir string) fs.FS { return must(fs.Sub(files, dir)) }
