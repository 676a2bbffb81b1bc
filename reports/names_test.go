package reports_test

import (
	"os"
	"sync"

	"vitrine/reports"
)

// names reads the areas and codes that come with Vitrine.
var names = sync.OnceValue(func() reports.Names {
	var n reports.Names
	read := func(file string, parse func(*os.File) error) {
		f, err := os.Open("../assets/" + file)
		if err != nil {
			panic(err)
		}
		defer f.Close()
		if err := parse(f); err != nil {
			panic(err)
		}
	}
	read("countries.csv", func(f *os.File) (err error) { n.Areas, err = reports.ReadAreas(f); return })
	read("codes.csv", func(f *os.File) (err error) { n.Codes, err = reports.ReadCodes(f); return })
	read("crosswalk.csv", func(f *os.File) (err error) { n.Crosswalk, err = reports.ReadCrosswalk(f, n.Codes); return })
	return n
})
