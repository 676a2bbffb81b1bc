package publisher

import "vitrine/reports"

// The measures of TikTok's that the vocabulary has for no other.
const (
	tiktokPolicyShare    reports.Measure = "share of a policy's videos removed"
	tiktokBeforeReport   reports.Measure = "rate of removal before a report"
	tiktokRequestsFollow reports.Measure = "share of items and accounts acted upon after a demand"
)

// A tiktokMetric is what a name of TikTok's says that a number counts.
type tiktokMetric struct {
	measure reports.Measure
	rate    bool // a fraction of 1
	split   reports.Split
}

// tiktokEngagement is what fake accounts did.
func tiktokEngagement(action, kind string) tiktokMetric {
	return tiktokMetric{measure: "fake engagement stopped", split: reports.Split{Action: action, Facet: "kind: " + kind}}
}

// tiktokMetrics holds the metrics of the community guidelines enforcement
// report by their names in small letters: those of the data files, of the
// workbooks before them, and older ones of both.
var tiktokMetrics = map[string]tiktokMetric{
	"total videos removed":                {measure: reports.VideosRemoved},
	"total video removal":                 {measure: reports.VideosRemoved},
	"videos removed by automation":        {measure: reports.VideosRemoved, split: reports.Split{Decision: "Automation"}},
	"videos restored":                     {measure: "videos restored"},
	"category share":                      {measure: reports.ShareOfVideosRemoved, rate: true},
	"proactive removal rate":              {measure: tiktokBeforeReport, rate: true},
	"proactive removal":                   {measure: tiktokBeforeReport, rate: true},
	"removal rate before any views":       {measure: "rate of removal before any view", rate: true},
	"removal before any views":            {measure: "rate of removal before any view", rate: true},
	"removals before any views":           {measure: "rate of removal before any view", rate: true},
	"removal rate within 24 hours":        {measure: "rate of removal within 24 hours", rate: true},
	"removal within 24 hours":             {measure: "rate of removal within 24 hours", rate: true},
	"removals within 24 hours":            {measure: "rate of removal within 24 hours", rate: true},
	"removals before 24 hours":            {measure: "rate of removal within 24 hours", rate: true},
	"removal rate of published":           {measure: "removal rate of published videos", rate: true},
	"video: removal rate of published":    {measure: "removal rate of published videos", rate: true},
	"comment: removal rate of published":  {measure: "removal rate of published comments", rate: true},
	"live: suspension rate of published":  {measure: "interruption rate of live sessions", rate: true},
	"percentage of moderators assigned":   {measure: "share of content moderators", rate: true},
	"percentage of user reports actioned": {measure: "share of user reports actioned within a time", rate: true},
	"removal rate":                        {measure: tiktokRequestsFollow, rate: true},

	"comments removed":                                     {measure: "comments removed"},
	"live sessions suspended":                              {measure: "live sessions interrupted"},
	"live sessions restored":                               {measure: "live sessions restored"},
	"ad removals":                                          {measure: "ads removed"},
	"ads removed due to account actions":                   {measure: "ads lost with their account"},
	"videos removed from fake accounts":                    {measure: "videos taken down with their fake account"},
	"video removal by spam account removal":                {measure: "videos taken down with their fake account"},
	"fake accounts prevented":                              tiktokEngagement("prevented", "accounts"),
	"blocked spam account creation":                        tiktokEngagement("prevented", "accounts"),
	"fake follow requests prevented":                       tiktokEngagement("prevented", "follow requests"),
	"fake followers removed":                               tiktokEngagement("removed", "followers"),
	"fake likes prevented":                                 tiktokEngagement("prevented", "likes"),
	"fake likes removed":                                   tiktokEngagement("removed", "likes"),
	"accounts removed":                                     {measure: reports.AccountsSuspended},
	"total accounts removed":                               {measure: reports.AccountsSuspended},
	"total account removals":                               {measure: reports.AccountsSuspended},
	"fake accounts removed":                                tiktokBanReason("Fake accounts removed"),
	"total fake account removals":                          tiktokBanReason("Fake accounts removed"),
	"other accounts removed":                               tiktokBanReason("Other accounts removed"),
	"total other account removals":                         tiktokBanReason("Other accounts removed"),
	"accounts suspected to be under the age of 13 removed": tiktokBanReason("Accounts suspected to be under the age of 13 removed"),
}

func tiktokBanReason(reason string) tiktokMetric {
	return tiktokMetric{measure: reports.AccountsSuspended, split: reports.Split{Category: reason}}
}

// tiktokDecimals is how many decimals of TikTok's rates are there at least,
// less the zeros at their end: 0.9 stands for 0.900.
const tiktokDecimals = 3
