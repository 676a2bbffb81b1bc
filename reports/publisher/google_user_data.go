package publisher

import (
	"math"
	"strings"

	"vitrine/reports"
)

// The names of the tables of requests for data of users.
const (
	googleUserTable            = "user data requests"
	googleCloudTable           = "Enterprise Cloud requests"
	googleDiplomaticTable      = "diplomatic legal requests"
	googleCloudDiplomaticTable = "Enterprise Cloud diplomatic legal requests"
)

const (
	accountsNamed             = reports.Measure("accounts named in information requests")
	customersNamed            = reports.Measure("customers named in information requests")
	cloudInformationRequests  = reports.Measure("cloud information requests received")
	shareOfCloudWithData      = reports.Measure("share of cloud demands answered with data")
	shareOfDemandsWithData    = reports.Measure("share of demands answered with data")
	googleAskedBy             = reports.ByArea | reports.ByGround
	googleCloudAsked          = reports.ByService | googleAskedBy
	googlePreservation        = "Preservation Requests"
	googleShareDisclosed      = "Percentage disclosed"
	googleRequests            = "User Data Requests"
	googleAccounts            = "Accounts"
	googleCloudRequests       = "Enterprise Cloud customer requests"
	googleCloudCustomers      = "Enterprise Cloud customers"
	googleDiplomatic          = "User Data Diplomatic Legal requests"
	googleCloudDiplomaticAsks = "Enterprise Diplomatic Legal requests"
	googleAssisting           = "Assisting Country"
)

// What Google did not tell at first, it wrote as 0 in later editions: shares
// before the second half of 2010, accounts before 2011.
var (
	googleFirstShares   = reports.DayOf(2010, 7, 1)
	googleFirstAccounts = reports.DayOf(2011, 1, 1)
)

// googleUserData is a row per half-year, country and legal process: requests
// for data of users, the accounts that they named, and the share upon which
// some data were disclosed.
var googleUserData = Format{
	Publisher: "Google",
	Table:     googleUserTable,
	Title:     "google-global-user-data-requests.csv, from the zip of government requests for user information; until 2018 google-user-data-requests.csv",
	URL:       googleUserDataURL,
	Fetch:     googleUserDataURL,
	Columns:   []string{googlePeriod, googleCountry, googleCode, googleRequests, googleShareDisclosed, googleAccounts},
	Optional:  []string{googleProcess},
	Rename: googleNames(
		[]string{googlePeriod, googleCountry, googleCode, googleProcess, googleRequests, googleShareDisclosed, googleAccounts},
		[]string{googlePeriod, googleCountry, googleCode, googleRequests, googleShareDisclosed, googleAccounts},
	),
	Breakdown: googleAskedBy,
	Blocks: append(googleAsked(googleUserTable, reports.InformationRequestsReceived, googleAskedBy),
		append(googleAsked(googleUserTable, accountsNamed, googleAskedBy),
			googleDisclosed(googleUserTable, shareOfDemandsWithData, googleAskedBy)...)...),
	Before: markGoogleProcess,
	Read: googleAnswer{googleRequests, googleAccounts,
		reports.InformationRequestsReceived, accountsNamed, shareOfDemandsWithData}.read,
}

// googleCloud is the same of customers of Google's cloud, by product.
var googleCloud = Format{
	Publisher: "Google",
	Table:     googleCloudTable,
	Title:     "google-enterprise-data-requests.csv, from the same zip",
	URL:       googleUserDataURL,
	Fetch:     googleUserDataURL,
	Columns:   []string{googlePeriod, googleCountry, googleCode, googleProduct, googleProcess, googleCloudRequests, googleCloudCustomers},
	Optional:  []string{googleShareDisclosed},
	Rename:    googleNames(),
	Breakdown: googleCloudAsked,
	Blocks: append(googleAsked(googleCloudTable, cloudInformationRequests, googleCloudAsked),
		append(googleAsked(googleCloudTable, customersNamed, googleCloudAsked),
			googleDisclosed(googleCloudTable, shareOfCloudWithData, googleCloudAsked)...)...),
	Before: markGoogleProcess,
	Read: googleAnswer{googleCloudRequests, googleCloudCustomers,
		cloudInformationRequests, customersNamed, shareOfCloudWithData}.read,
}

// googleAsked declares a count by all of dims, and the totals over the legal
// process that stand beside their parts. These are not all countries', so
// nothing is added from them.
func googleAsked(table string, m reports.Measure, dims reports.Dims) []reports.Block {
	return []reports.Block{
		{Table: table, Measure: m, Breakdown: dims, Complete: dims, Absent: reports.AbsentNone},
		{Table: table, Measure: m, Breakdown: dims.Without(reports.ByGround)},
	}
}

func googleDisclosed(table string, m reports.Measure, dims reports.Dims) []reports.Block {
	return []reports.Block{
		{Table: table, Measure: m, Breakdown: dims},
		{Table: table, Measure: m, Breakdown: dims.Without(reports.ByGround)},
	}
}

// markGoogleProcess marks whose requests a half-year tells by legal process.
func markGoogleProcess(l *Line) {
	if l.header.find(googleProcess) > 0 && googleLabel(l, googleProcess, googleProcesses).label != "" {
		l.Mark(googleAsker(l))
	}
}

// googleAsker names a line's half-year, product and country as they stand.
func googleAsker(l *Line) string {
	return strings.Join([]string{l.Text(googlePeriod), l.Text(googleProduct), l.Text(googleCode), l.Text(googleCountry)}, "\n")
}

// A googleAnswer is what a row of requests states: how many there were, what
// they named, and the share of them upon which data were disclosed.
type googleAnswer struct {
	asked, named          string // columns
	requests, name, share reports.Measure
}

// read reads a row. “All” beside a split is the total of it; without one it
// says that the legal process was not stated. Its share is the country's.
func (a googleAnswer) read(l *Line) {
	process := googleLabel(l, googleProcess, googleProcesses)
	if l.header.find(googleProcess) == 0 {
		process.label = ""
	}
	f := reports.Figure{
		Period: googlePeriodOf(l, googlePeriod), Note: process.note,
		Split: reports.Split{Area: googleArea(l), Ground: process.label},
	}
	if l.header.find(googleProduct) > 0 {
		f.Service = l.Part(googleProduct)
	}
	a.addShare(l, f)
	if process.label == "" && !l.Marked(googleAsker(l)) {
		f.Ground = reports.NotStated
	}
	f.Measure = a.requests
	addGoogleCount(l, a.asked, f, 0)
	f.Measure = a.name
	addGoogleCount(l, a.named, f, googleFirstAccounts)
}

// addGoogleCount adds a count; before the day on which Google began to tell
// it, 0 is no number.
func addGoogleCount(l *Line, column string, f reports.Figure, told reports.Day) {
	f.Breakdown = l.export.format.Breakdown & f.Split.Stated()
	if f.Period.Start < told && l.Text(column) == "0" {
		addUntold(l, column, f, reports.NotAvailable)
		return
	}
	l.AddFigure(column, f)
}

// addShare adds the share of requests upon which data were disclosed. Nothing
// is disclosed upon a preservation request; 0 is no number there.
func (a googleAnswer) addShare(l *Line, f reports.Figure) {
	f.Measure, f.Breakdown = a.share, l.export.format.Breakdown&f.Split.Stated()
	zero := l.Text(googleShareDisclosed) == "0"
	switch {
	case zero && f.Ground == googlePreservation:
		addUntold(l, googleShareDisclosed, f, reports.NotApplicable)
	case zero && f.Period.Start < googleFirstShares:
		addUntold(l, googleShareDisclosed, f, reports.NotAvailable)
	default:
		l.AddShare(googleShareDisclosed, 1, f)
	}
}

// addUntold adds a figure of a cell in which 0 stands for no number.
func addUntold(l *Line, column string, f reports.Figure, status reports.Status) {
	if l.Failed() {
		return
	}
	f.Value, f.Status, f.Origin = math.NaN(), status, l.Origin(column)
	f.Note = "the publisher writes 0 for what it did not report"
	l.export.Add(f)
}
