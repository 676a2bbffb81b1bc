package publisher

import "vitrine/reports"

// The measures that several of Apple's tables have.
const (
	appleAsked      = reports.InformationRequestsReceived
	appleAnswered   = reports.Measure("demands answered with data")
	appleShare      = reports.Measure("share of demands answered with data")
	appleChallenged = reports.Measure("information requests challenged")
)

// appleTakedowns are the columns of both tables of requests to take apps out
// of the App Store, after the one that counts the requests.
var appleTakedowns = []appleColumn{
	{name: "Apps Specified in Requests", measure: reports.ItemsNamedInRequests},
	{name: "Requests Objected to in Part or Rejected in Full", measure: "removal requests objected to"},
	{name: "Requests where App Removed", measure: "demands complied with"},
	{name: "Apps Removed", measure: "apps removed"},
	{name: "Appeals Received", measure: "appeals received"},
	{name: "Appeals Granted", measure: "appeals granted"},
	{name: "Apps Reinstated", measure: "apps reinstated"},
}

var appleLegalTakedowns = apple("app_takedown_legal_violation_requests", "app takedowns, legal violations", reports.Split{Ground: "law"},
	append([]appleColumn{{name: "Legal Violation Takedown Requests Received", measure: reports.RemovalRequestsReceived}}, appleTakedowns...)...)

var applePolicyTakedowns = apple("app_takedown_platform_policy_violation_requests", "app takedowns, platform policy violations", reports.Split{Ground: "terms"},
	append([]appleColumn{{name: "Platform Policy Violation Takedown Requests Received", measure: reports.RemovalRequestsReceived}}, appleTakedowns...)...)

var appleRestrictions = apple("account_restriction_deletion_requests", "account restriction and deletion requests", reports.Split{},
	appleColumn{name: "Account Restriction/ Account Deletion Requests Received", measure: "account restriction requests received"},
	appleColumn{name: "Accounts Specified in the Requests", measure: "accounts named in demands"},
	appleColumn{name: "Requests Rejected/Challenged where No Action Taken", measure: "account restriction requests rejected"},
	appleColumn{name: "Requests where Account Restricted", measure: "account restriction requests complied with", action: "restricted"},
	appleColumn{name: "Requests where Account Deleted", measure: "account restriction requests complied with", action: "deleted"},
)

var appleDevices = tellingPushTokens(apple("device_requests", "device requests", reports.Split{},
	appleColumn{name: "Device Requests Received", measure: appleAsked},
	appleColumn{name: "Devices Specified in Requests", measure: "devices named in information requests"},
	appleColumn{name: "Requests where Data Provided", measure: appleAnswered},
	appleColumn{name: applePercent, measure: appleShare},
))

var appleFinancial = apple("financial_identifier_requests", "financial identifier requests", reports.Split{},
	appleColumn{name: "Financial Identifier Requests Received", measure: appleAsked},
	appleColumn{name: "Financial Identifiers Specified in Requests", measure: "financial identifiers named in information requests"},
	appleColumn{name: "Requests where Data Provided", measure: appleAnswered},
	appleColumn{name: applePercent, measure: appleShare},
)

var appleAccounts = tellingPushTokens(apple("account_requests", "account requests", reports.Split{},
	appleColumn{name: "Account Requests Received", measure: appleAsked},
	appleColumn{name: "Accounts Specified in Requests", measure: "accounts named in information requests"},
	appleColumn{name: "Requests Challenged in Part or Rejected in Full", measure: appleChallenged},
	appleColumn{name: "Requests where Only Non-Content Data Provided", measure: "demands answered without content"},
	appleColumn{name: "Requests where Content Provided", measure: "demands answered with content"},
	appleColumn{name: applePercent, measure: appleShare},
))

// tellingPushTokens declares the day before which a table has requests about
// push tokens too: Apple was not allowed to tell them apart.
func tellingPushTokens(f Format) Format {
	f.Breaks = []reports.Break{{
		Publisher: f.Publisher, Measure: appleAsked, At: reports.DayOf(2022, 7, 1), From: f.Table, To: f.Table,
		Why: "requests about push tokens have a table of their own from here on",
	}}
	return f
}

var applePushTokens = apple("push_token_requests", "push token requests", reports.Split{},
	appleColumn{name: "Push Token Requests Received", measure: appleAsked},
	appleColumn{name: "Push Tokens Specified in Requests", measure: "push tokens named in information requests"},
	appleColumn{name: "Requests where Data Provided", measure: appleAnswered},
	appleColumn{name: applePercent, measure: appleShare},
)

var appleContentProviders = apple("digital_content_provider_requests", "digital content provider requests", reports.Split{},
	appleColumn{name: "Digital Content Provider Requests Received", measure: appleAsked},
	appleColumn{name: "Requests where Data Provided", measure: appleAnswered},
	appleColumn{name: "Requests Objected to in Part or Rejected in Full", measure: appleChallenged},
	appleColumn{name: applePercent, measure: appleShare},
)

var appleEmergencies = apple("emergency_requests", "emergency requests", reports.Split{},
	appleColumn{name: "Emergency Requests Received", measure: "emergency demands received"},
	appleColumn{name: "Requests where Data Provided", measure: "emergency demands answered with data"},
	appleColumn{name: "Requests Rejected/Challenged and No Data Provided", measure: "emergency demands rejected"},
	appleColumn{name: "Requests where No Data Provided", measure: "emergency demands without data"},
	appleColumn{name: applePercent, measure: "share of emergency demands answered with data"},
)

var applePreservations = apple("account_preservation_requests", "account preservation requests", reports.Split{},
	appleColumn{name: "Account Preservation Requests Received", measure: "preservation demands received"},
	appleColumn{name: "Accounts Specified in Requests", measure: "accounts named in preservation demands"},
	appleColumn{name: "Accounts where Data Preserved", measure: "accounts preserved"},
)
