package publisher

import (
	"math"
	"regexp"
	"slices"
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// A dsaItem says what an indicator of parts 7 to 10 counts.
type dsaItem struct {
	measure reports.Measure
	time    reports.Measure // with the scope Median time
	share   reports.Measure // with the scope Percentage of outcomes implemented
	about   reports.Split
	by      reports.Dims // of about
	unit    dsaUnit
}

// dsaItems has the indicators.
var dsaItems = map[dsaIndicator]dsaItem{
	dsaComplaints:      {measure: dsaComplaintsMade, time: dsaComplaintTime},
	dsaNewRestrictions: {measure: dsaRestrictionsNew},
	dsaAboutVisibility: dsaComplaintAbout("removed, disabled or less visible information"),
	dsaAboutService:    dsaComplaintAbout("suspended or terminated service"),
	dsaAboutAccount:    dsaComplaintAbout("suspended or terminated account"),
	dsaAboutMoney:      dsaComplaintAbout("restricted monetisation"),
	dsaAboutNotice:     dsaComplaintAbout("no action on a notice"),
	dsaAboutFlagger:    dsaComplaintAbout("no action on a trusted flagger's notice"),
	dsaDisputes:        {measure: dsaDisputesMade, time: dsaDisputeTime, share: dsaDisputeShare},

	dsaIllegalContent:      dsaSuspension("manifestly illegal content"),
	dsaUnfoundedNotices:    dsaSuspension("manifestly unfounded notices"),
	dsaUnfoundedComplaints: dsaSuspension("manifestly unfounded complaints"),

	dsaAutomated:           {measure: dsaMeasuresAll, about: reports.Split{Decision: dsaSolely}, by: reports.ByDecision},
	dsaNotAutomated:        {measure: dsaMeasuresAll, about: reports.Split{Decision: dsaNot}, by: reports.ByDecision},
	dsaNoticesAutomated:    {measure: dsaNoticesDone, about: reports.Split{Decision: dsaSolely}, by: reports.ByDecision},
	dsaNoticesNotAutomated: {measure: dsaNoticesDone, about: reports.Split{Decision: dsaNot}, by: reports.ByDecision},
	dsaAccuracy:            {measure: dsaAccurate, unit: dsaFraction},
	dsaPrecision:           {measure: dsaPrecise, unit: dsaFraction},
	dsaRecall:              {measure: dsaRecalled, unit: dsaFraction},

	dsaInternal:   {measure: dsaModerators, about: reports.Split{Facet: "contract: internal"}, by: reports.ByFacet},
	dsaExternal:   {measure: dsaModerators, about: reports.Split{Facet: "contract: external"}, by: reports.ByFacet},
	dsaLinguistic: {measure: dsaLinguists},
	dsaRecipients: {measure: dsaUsers},
}

func dsaComplaintAbout(what string) dsaItem {
	return dsaItem{measure: dsaComplaintsMade, time: dsaComplaintTime, about: reports.Split{Facet: "complaint: " + what}, by: reports.ByFacet}
}

func dsaSuspension(why string) dsaItem {
	return dsaItem{measure: dsaSuspensions, about: reports.Split{Facet: "reason: " + why}, by: reports.ByFacet}
}

// listed reads a sheet of parts 7 to 10: an indicator, a scope and a value a
// row.
func (r *dsaReader) listed(s *dsaSheet) {
	if !slices.ContainsFunc(s.rows, func(row sheet.Row) bool { return !isDSABlank(row.Text(s.key + 2)) }) {
		return
	}
	decimals, thousands := s.givesDecimals(), s.givesThousands()
	for _, row := range s.rows {
		label, known := s.label(dsaMillionWords.ReplaceAllString(row.Text(s.key), ""))
		scope := strings.TrimSpace(row.Text(s.key + 1))
		blank := isDSABlank(row.Text(s.key + 2))
		switch {
		case blank && (!known || isDSAPlaceholder(scope)):
			continue
		case !known || label.part != s.part:
			r.Problem(s.origin(row, s.key), "%q is not an indicator of part %d: its row was not read", strings.TrimSpace(row.Text(s.key)), s.part)
		case thousands && dsaSmall.MatchString(strings.TrimSpace(row.Text(s.key+2))):
			r.item(s, row, label.indicator, scope, dsaThousand, dsaInThousands)
		case decimals:
			r.item(s, row, label.indicator, scope, dsaMillion, dsaInMillions)
		case dsaMillionWords.MatchString(row.Text(s.key)):
			r.item(s, row, label.indicator, scope, dsaMillion)
		default:
			r.item(s, row, label.indicator, scope, dsaItems[label.indicator].unit)
		}
	}
}

// dsaMillionWords finds in an indicator that its values are in millions.
var dsaMillionWords = regexp.MustCompile(`(?i)[\s,;:-]*\(?\bin\s+(?:mn|mio|millions?)\b\.?\)?`)

// dsaInMillions is the note of numbers that decimals show to be in millions.
const dsaInMillions = "read as millions: the report gives numbers of recipients with decimals"

var (
	dsaDecimals = regexp.MustCompile(`(?:^|[\s<>~≈≥≤=–-])\d{1,3}[.,]\d{1,2}(?:$|[\s–-])`)
	dsaLarge    = regexp.MustCompile(`\d{4}|\d[.,  ]\d{3}(?:\D|$)`)
)

// givesDecimals tells whether a part 10 has numbers with decimals and none of
// a thousand or more. There are no parts of recipients: it gives all its
// numbers in millions, as Booking.com does.
func (s *dsaSheet) givesDecimals() bool {
	decimals := false
	for _, row := range s.rows {
		text := strings.TrimSpace(row.Text(s.key + 2))
		if s.part != 10 || dsaLarge.MatchString(text) {
			return false
		}
		decimals = decimals || dsaDecimals.MatchString(text)
	}
	return decimals
}

// dsaInThousands is the note of numbers that the total shows to be in
// thousands.
const dsaInThousands = "read as thousands: only so do the countries add up to the total that the report states"

var dsaSmall = regexp.MustCompile(`^[1-9]\d{0,2}$`)

// givesThousands tells whether the countries of a part 10 add up to its total
// only if what is below a thousand is in thousands: a program that takes dots
// for decimals makes 563 of 563.000, as in Zalando's report.
func (s *dsaSheet) givesThousands() bool {
	var total, large, small, count float64
	for _, row := range s.rows {
		text := strings.TrimSpace(row.Text(s.key + 2))
		n, why := dsaWhole(row.Cell(s.key+2), text, true)
		switch {
		case s.part != 10 || why != "" || n.HasRange || text == "":
		case s.scope(row.Text(s.key+1)) == dsaTotal:
			total = n.Value
		case dsaSmall.MatchString(text):
			small, count = small+n.Value, count+1
		default:
			large += n.Value
		}
	}
	return count > 0 && large > 1e6 && math.Abs(total-large-1000*small) <= 500*count && total-large-small > 500*count
}

// item reads a row.
func (r *dsaReader) item(s *dsaSheet, row sheet.Row, i dsaIndicator, scope string, unit dsaUnit, notes ...string) {
	item := dsaItems[i]
	period, ok := r.period(s, row)
	if !ok {
		return
	}
	f := reports.Figure{Measure: item.measure, Period: period, Split: item.about, Breakdown: item.by}
	f.Service = s.named
	if s.part == 10 {
		area, by, ok := r.area(s, row, s.key+1)
		if !ok {
			return
		}
		f.Area, f.Breakdown = area, f.Breakdown|by
	} else if unit, ok = r.scope(s, row, item, scope, &f); !ok {
		return
	}
	if context := strings.TrimSpace(row.Text(s.key + 3)); !isDSABlank(context) {
		notes = append(notes, context)
	}
	f.Note = strings.Join(notes, "\n")
	r.value(s, row, s.key+2, unit, f)
}

// scope reads the scope of a row of parts 7 to 9. It is false where it makes
// no sense.
func (r *dsaReader) scope(s *dsaSheet, row sheet.Row, item dsaItem, scope string, f *reports.Figure) (dsaUnit, bool) {
	unit := item.unit
	if isDSAPlaceholder(scope) {
		r.Problem(s.origin(row, s.key+1), "%q is the template's own and names no language: the row was not read", scope)
		return unit, false
	}
	switch known := s.scope(scope); known {
	case dsaTotal:
	case dsaMedian:
		f.Measure, unit = item.time, dsaHours
	case dsaShare:
		f.Measure, unit = item.share, dsaFraction
	case dsaUpheld, dsaPartly, dsaReversed, dsaOmitted:
		f.Action, f.Breakdown = known, f.Breakdown|reports.ByAction
	case dsaOwn:
		f.Trigger, f.Breakdown = dsaOwnInitiative, f.Breakdown|reports.ByTrigger
	case dsaFlaggers:
		f.Trigger, f.Breakdown = dsaTrustedFlagger, f.Breakdown|reports.ByTrigger
	case dsaNotices:
		if item.unit == dsaFraction { // of notices, not of all that is moderated
			f.Trigger, f.Breakdown = dsaByNotice, f.Breakdown|reports.ByTrigger
		}
	default:
		if s.part == 7 || item.by.Has(reports.Facet) {
			f.Measure = ""
			break
		}
		f.Facet, f.Breakdown = dsaLanguage(scope), f.Breakdown|reports.ByFacet
	}
	if _, declared := r.format.Declared(s.named, dsaTables[s.part], f.Measure, f.Breakdown); !declared {
		r.Problem(s.origin(row, s.key+1), "%q is not a scope of this indicator: its row was not read", scope)
		return unit, false
	}
	return unit, true
}

// dsaLanguage writes the scope of a language as a facet; of anything else,
// such as the name of a tool, as it stands.
func dsaLanguage(scope string) string {
	if rest, found := cutTotal(scope); found {
		scope = rest
	}
	if scope == "" {
		return "scope: " + reports.NotStated
	}
	if letters := strings.ToLower(scope); len(letters) == 2 && letters[0] >= 'a' && letters[1] >= 'a' && max(letters[0], letters[1]) <= 'z' {
		return "language: " + letters
	}
	return "scope: " + strings.ReplaceAll(scope, ";", ",")
}

// cutTotal takes "Total number: " off a scope.
func cutTotal(scope string) (rest string, found bool) {
	before, after, cut := strings.Cut(scope, ":")
	return strings.TrimSpace(after), cut && dsaScopes[dsaFold(before)] == dsaTotal
}
