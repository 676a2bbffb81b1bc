package publisher

import "vitrine/reports"

// googleDiplomaticRequests is a row per half-year and country whose requests
// came by way of diplomacy, as under a treaty of mutual legal assistance;
// later editions also tell the country that passed them on.
var googleDiplomaticRequests = Format{
	Publisher: "Google",
	Table:     googleDiplomaticTable,
	Title:     "google-global-user-data-dlr-requests.csv, from the zip of government requests for user information",
	URL:       googleUserDataURL,
	Fetch:     googleUserDataURL,
	Columns:   []string{googlePeriod, googleCountry, googleCode, googleDiplomatic},
	Optional:  []string{googleAssisting},
	Rename:    googleNames(),
	Breakdown: reports.ByArea | reports.ByFacet,
	Split:     CompleteAndDisjoint,
	Absent:    reports.AbsentNone,
	Read:      func(l *Line) { readGoogleDiplomatic(l, googleDiplomatic, "diplomatic information requests received") },
}

// googleCloudDiplomaticRequests is the same of customers of Google's cloud,
// by product. A product without requests has a row without a country.
var googleCloudDiplomaticRequests = Format{
	Publisher: "Google",
	Table:     googleCloudDiplomaticTable,
	Title:     "google-enterprise-data-dlr-requests.csv, from the same zip",
	URL:       googleUserDataURL,
	Fetch:     googleUserDataURL,
	Columns:   []string{googlePeriod, googleProduct, googleCountry, googleCloudDiplomaticAsks},
	Optional:  []string{googleCode, googleAssisting},
	Rename:    googleNames(),
	Breakdown: reports.ByService | reports.ByArea | reports.ByFacet,
	Split:     CompleteAndDisjoint,
	Absent:    reports.AbsentNone,
	Read: func(l *Line) {
		readGoogleDiplomatic(l, googleCloudDiplomaticAsks, "diplomatic cloud information requests received")
	},
}

func readGoogleDiplomatic(l *Line, column string, m reports.Measure) {
	s := reports.Split{Area: googleArea(l)}
	if l.header.find(googleProduct) > 0 {
		s.Service = l.Part(googleProduct)
	}
	if l.header.find(googleAssisting) > 0 {
		s.Facet = "assisting country: " + l.Area(googleAssisting)
	}
	l.Add(column, m, googlePeriodOf(l, googlePeriod), s)
}
