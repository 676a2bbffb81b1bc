package publisher

import (
	"strings"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/sheet"
)

// The Wikimedia Foundation published one workbook with a sheet per half-year,
// from July 2012 to June 2018. On most sheets two tables stand side by side,
// and below them the same two again: first by the project that a request
// named, then by the country that it came from.
var wikimediaWorkbook = Format{
	Name:      "Wikimedia, workbook",
	Publisher: wikimedia,
	Title:     "data_jun_2018.xlsx, data_aug2014.ods: all that the site had to download, a sheet per half-year",
	URL:       "https://transparency.wikimedia.org/",
	Blocks: append(
		append(wikimediaBlocks(wikimediaContent, reports.ByCategory, contentRequestsReceived, contentRequestsGranted),
			wikimediaBlocks(wikimediaContent, 0, "copyright counter-notices received")...),
		wikimediaBlocks(wikimediaUserData, reports.ByGround,
			"user data requests received", "user data requests granted",
			"usernames named in user data requests", "usernames whose data were disclosed")...),

	Recognise: func(f *sheet.File) bool {
		return hasHeader(f, func(row sheet.Row) bool { return len(wikimediaTables(row)) > 0 })
	},
	Explicit: func(e *Export) {
		for _, f := range e.Files {
			for _, t := range f.Tables {
				r := wikimediaReader{Export: e, file: f, table: t}
				r.read()
			}
		}
	},
}

const (
	wikimedia         = "Wikimedia"
	wikimediaContent  = "content requests"
	wikimediaUserData = "user data requests"

	contentRequestsReceived = "content requests received"
	contentRequestsGranted  = "content requests granted"
)

// wikimediaBlocks declares a table's blocks: by country, by project, their
// totals, and each of these by the kind of request, if there are kinds. What is counted under
// RTBF (the right to be forgotten) is counted under Takedown/Alteration too.
func wikimediaBlocks(table string, kind reports.Dims, measures ...reports.Measure) []reports.Block {
	var blocks []reports.Block
	for _, m := range measures {
		for _, by := range []reports.Dims{0, reports.ByArea, reports.ByService} {
			blocks = append(blocks, reports.Block{Table: table, Measure: m, Breakdown: by, Complete: by, Absent: reports.AbsentNone})
			if kind != 0 {
				blocks = append(blocks, reports.Block{
					Table: table, Measure: m, Breakdown: by | kind, Complete: by | kind, Absent: reports.AbsentNone})
			}
			if kind == reports.ByCategory {
				blocks = append(blocks, reports.Block{
					Table: table, Measure: m, Breakdown: by | kind | reports.BySubcategory, Complete: by, Absent: reports.AbsentNone})
			}
		}
	}
	return blocks
}

// A wikimediaTable is a table of a sheet: its columns, and what its rows are
// about.
type wikimediaTable struct {
	label   int    // the column that says what a row is about
	header  string // of that column
	area    bool   // a row is about a country, not about a project
	columns map[int]wikimediaColumn
	unread  map[int]string // headers that are not known
}

// A wikimediaColumn is what a column states.
type wikimediaColumn struct {
	table                         string
	measure                       reports.Measure
	category, subcategory, ground string
}

// wikimediaTables finds the tables whose header a row is.
func wikimediaTables(row sheet.Row) []wikimediaTable {
	var tables []wikimediaTable
	for i, c := range row.Cells {
		name := foldHeader(c.Text)
		if name == "country" || name == "project affected" {
			tables = append(tables, wikimediaTable{label: i + 1, header: name, columns: map[int]wikimediaColumn{}, unread: map[int]string{}})
			continue
		}
		if len(tables) == 0 || name == "" {
			continue
		}
		t := &tables[len(tables)-1]
		if column, ok := wikimediaColumnOf(name); ok {
			t.columns[i+1] = column
		} else {
			t.unread[i+1] = c.Text
		}
	}
	for i := range tables {
		if len(tables[i].columns) < 4 {
			return nil
		}
		tables[i].area = tables[0].header == "country"
	}
	return tables
}

// wikimediaCounts are what a header's end says that is counted of user data
// requests.
var wikimediaCounts = []struct {
	end     string
	measure reports.Measure
}{
	{" usernames potentially affected", "usernames named in user data requests"},
	{" usernames actually affected", "usernames whose data were disclosed"},
	{" complied", "user data requests granted"},
	{"", "user data requests received"},
}

// wikimediaColumnOf says what a column of a folded header states.
func wikimediaColumnOf(header string) (wikimediaColumn, bool) {
	kind, granted := strings.CutSuffix(header, " complied")
	c := wikimediaColumn{table: wikimediaContent, measure: contentRequestsReceived}
	if granted {
		c.measure = contentRequestsGranted
	}
	switch kind {
	case "total content requests":
		return c, true
	case "takedown/alteration":
		c.category = wikimediaTakedown
		return c, true
	case "rtbf":
		c.category, c.subcategory = wikimediaTakedown, "RTBF"
		return c, true
	case "dmca":
		c.category = "DMCA"
		return c, true
	case "dmca counter-notices received":
		c.measure = "copyright counter-notices received"
		return c, true
	}
	for _, count := range wikimediaCounts {
		if kind, ok := strings.CutSuffix(header, count.end); ok {
			ground, known := wikimediaGrounds[strings.TrimSuffix(kind, " requests")]
			return wikimediaColumn{table: wikimediaUserData, measure: count.measure, ground: ground}, known
		}
	}
	return c, false
}

const wikimediaTakedown = "Takedown/Alteration"

// wikimediaGrounds are the kinds of user data requests; "" is all of them.
var wikimediaGrounds = map[string]string{
	"total": "", "total user data": "",
	"informal private": "Informal Private", "civil subpoenas": "Civil Subpoenas", "criminal subpoenas": "Criminal Subpoenas",
	"informal government": "Informal Government", "search warrants": "Search Warrants",
	"administrative subpoenas": "Administrative Subpoenas", "court orders": "Court Orders",
}

// wikimediaProjects join the spellings of a project. The site calls both
// jp.wikipedia and ja.wikipedia the Japanese Wikipedia. cs.wikipedia and
// cz.wikipedia stand side by side on some sheets and stay apart.
var wikimediaProjects = map[string]string{
	"jp.wikipedia": "ja.wikipedia", "sr. wikipedia": "sr.wikipedia", "sr.wikpedia": "sr.wikipedia",
	"commons": "commons", "meta": "meta", "gerrit": "gerrit", "mailing lists": "mailing lists",
	"species": "wikispecies", "multiple": "Multiple projects", "not a wmf site": "Not a WMF site", "foundation wiki": "Foundation wiki",
}

// wikimediaProject returns the name of a project.
func wikimediaProject(text string) string {
	if project, ok := wikimediaProjects[strings.ToLower(text)]; ok {
		return project
	}
	return text
}

// wikimediaArea returns the area that a text names. "Span" stands where Spain
// stands on the other sheets.
func wikimediaArea(text string) string {
	if text == "Span" {
		text = "Spain"
	}
	if code, ok := assets.Areas().Lookup(text); ok {
		return code
	}
	return text
}
