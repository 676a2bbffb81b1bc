package reports

import (
	"strings"
	"sync"
)

// The measures that Telegram's reports state, and those of other publishers
// that the rules name.
const (
	GroupsAndChannelsBlocked    Measure = "groups and channels blocked"
	ContentBlocked              Measure = "content blocked"
	RestrictionsImposed         Measure = "restrictions imposed"
	RequestsFulfilled           Measure = "requests fulfilled"
	UsersAffected               Measure = "users affected"
	TakedownRequestsReceived    Measure = "takedown requests received"
	InformationRequestsReceived Measure = "information requests received"
	RemovalRequestsReceived     Measure = "removal requests received"
	ItemsNamedInRequests        Measure = "items named in requests"
	VideosRemoved               Measure = "videos removed"
	ShareOfVideosRemoved        Measure = "share of videos removed"
	ContentActioned             Measure = "content actioned"
	ProactiveRate               Measure = "proactive rate"
	AccountsSuspended           Measure = "accounts suspended"
)

// Units that many measures share.
const (
	items    = "items"
	accounts = "accounts"
	requests = "requests"
	percent  = "%"
)

// count makes a measure whose figures add over time and over parts.
func count(name Measure, unit string, family Family, definition string) MeasureInfo {
	return MeasureInfo{
		Name: name, Unit: unit, Family: family, OverTime: true, OverParts: true,
		Definition: definition, HigherIsMore: true,
	}
}

// share makes a measure in percent of base; share × base counts derives.
func share(name, base, derives Measure, definition string) MeasureInfo {
	return MeasureInfo{Name: name, Unit: percent, Family: Rates, Base: base, Derives: derives, Definition: definition}
}

// level makes a measure that is never added: an average, a median, a rate, a
// number of people at one time.
func level(name Measure, unit string, family Family, definition string) MeasureInfo {
	return MeasureInfo{Name: name, Unit: unit, Family: family, Definition: definition}
}

// Measures is the vocabulary of measures. Rates are in percent, from 0 to 100.
var Measures = []MeasureInfo{
	count(GroupsAndChannelsBlocked, "groups and channels", Removals,
		"Groups and channels that Telegram blocked."),
	count(ContentBlocked, items, Removals,
		"Pieces of content that were blocked after an organisation reported them."),
	count(RestrictionsImposed, "restrictions", Removals,
		"Restrictions imposed on accounts, communities or content, whatever their kind."),
	count("statements of reasons", "statements", Removals,
		"Decisions that a platform reported to the EU's DSA Transparency Database, each with its reasons."),
	count(ContentActioned, items, Removals,
		"Pieces of content that the platform acted upon: removed, covered with a warning, or disabled."),
	count("content removed", items, Removals, "Pieces of content that were removed."),
	count("content restricted by local law", items, Removals,
		"Pieces of content that were made unavailable in one country because of its law."),
	count("content withheld", items, Removals, "Posts that were withheld in one country upon a legal demand."),
	count(VideosRemoved, "videos", Removals, "Videos that were removed for breaking the platform's rules."),
	count("videos taken down with their fake account", "videos", Removals,
		"Videos that went with a fake account that was removed."),
	count("comments removed", "comments", Removals, "Comments that were removed."),
	count("ads removed", "ads", Removals, "Advertisements that were removed for breaking the rules."),
	count("ads lost with their account", "ads", Removals, "Advertisements that went with an account that was acted upon."),
	count("apps removed", "apps", Removals, "Apps that were taken out of a store."),
	count("links removed", "links", Removals, "Addresses that were removed from search results."),
	count("projects taken down", "projects", Removals, "Repositories that were taken down after a copyright notice."),
	count("projects taken down again", "projects", Removals,
		"Repositories that were taken down again after the objection to a copyright notice was withdrawn or rejected."),
	count("projects remaining offline", "projects", Removals,
		"Repositories taken down after a copyright notice, less those that were put back."),
	count("projects disabled", "projects", Removals, "Repositories that were disabled for breaking the terms."),
	count("repositories restricted", "repositories", Removals,
		"Repositories that were blocked or removed after a government's request."),
	count("pages restricted", "pages", Removals, "Web pages that were blocked or removed after a government's request."),
	count("accounts with content restricted", accounts, Removals,
		"Accounts whose content was blocked or removed after a government's request."),
	count("servers removed", "servers", Removals, "Communities that were removed."),
	count("live sessions interrupted", "live sessions", Removals, "Live sessions that were suspended."),
	count("enforcements", "enforcements", Removals, "Measures taken against content or accounts."),
	count("measures under the terms on own initiative", "measures", Removals,
		"Restrictions for breaking its terms that a provider imposed without a notice or an order (DSA, Article 15)."),
	count("measures against illegal content on own initiative", "measures", Removals,
		"Restrictions of illegal content that a provider imposed without a notice or an order (DSA, Article 15)."),
	count("content moderation measures", "measures", Removals,
		"Restrictions that a provider imposed for any reason, by how they were decided (DSA, Article 15)."),
	count("suspensions for misuse", "suspensions", Removals,
		"Suspensions of those who often provide manifestly illegal content or manifestly unfounded notices or complaints (DSA, Article 23)."),
	count(AccountsSuspended, accounts, Removals, "Accounts that were suspended, disabled or deleted."),
	count("accounts actioned", accounts, Removals, "Accounts that the platform acted upon in any way."),
	level("unique accounts actioned", accounts, Removals,
		"Different accounts that the platform acted upon; one may be counted in several parts."),
	count("accounts warned", accounts, Removals, "Accounts that were given a warning."),
	count("servers warned", "servers", Removals,
		"Communities that were given a warning."),
	count("server members warned", accounts, Removals,
		"Members of communities that were given a warning with their community."),
	count("accounts warned or restricted", accounts, Removals,
		"Accounts that were given a warning or restricted for a time."),
	count("servers warned or restricted", "servers", Removals,
		"Communities that were given a warning or restricted for a time."),
	count("server members warned or restricted", accounts, Removals,
		"Members of communities that were given a warning or restricted for a time with their community."),
	count("accounts withheld", accounts, Removals, "Accounts that were withheld in one country upon a legal demand."),
	count("accounts acted upon under the terms", accounts, Removals,
		"Accounts named in legal demands that had content removed for breaking the publisher's own terms."),
	count("fake engagement stopped", items, Removals,
		"Likes, followers and sign-ups by fake accounts that were removed or prevented."),

	count(RemovalRequestsReceived, requests, Requests,
		"Requests by governments and courts to remove content; one may name many items."),
	count("removal requests processed", requests, Requests, "Removal requests that were found valid and processed."),
	count("removal requests objected to", requests, Requests,
		"Removal requests that were objected to in part or rejected in full."),
	count(TakedownRequestsReceived, requests, Requests,
		"Requests by authorities to act against illegal content (DSA, Article 9)."),
	count(ItemsNamedInRequests, items, Requests, "Items that removal requests named."),
	count("items acted upon after a demand", items, Requests,
		"Items that removal requests named and that were removed or restricted."),
	count("accounts named in demands", accounts, Requests, "Accounts that legal demands named."),
	count("accounts named without action", accounts, Requests,
		"Accounts that legal demands named and against which nothing was done."),
	count("legal demands received", "demands", Requests,
		"Demands by courts, governments or others to remove content from accounts."),
	count("account restriction requests received", requests, Requests,
		"Requests by authorities to restrict or delete accounts."),
	count("account restriction requests rejected", requests, Requests,
		"Requests to restrict or delete accounts that were challenged or rejected, and not followed."),
	count("account restriction requests complied with", requests, Requests,
		"Requests to restrict or delete accounts that were followed."),
	count("local law reports received", "reports", Requests,
		"Reports of content that breaks a local law, by others than governments and courts."),
	count("orders not complied with", "orders", Requests, "Orders to remove content after which it was neither removed nor made inaccessible."),
	count("review proceedings brought", "proceedings", Appeals, "Proceedings of administrative or judicial review that the publisher brought against orders."),
	count("orders received", "orders", Requests, "Orders by authorities of member states (DSA, Articles 9 and 10)."),
	count("items named in orders", items, Requests, "Items that orders to act against illegal content named (DSA, Article 9)."),
	count("items named in notices", items, Requests, "Items that notices of content that may be illegal named (DSA, Article 16)."),
	count("actions taken upon notices", "actions", Requests,
		"Actions that a provider took upon notices of content that may be illegal (DSA, Article 15)."),
	count("notices processed", "notices", Requests,
		"Notices of content that may be illegal, by how they were processed (DSA, Article 15)."),
	level("median time to confirm an order to act", "hours", Rates,
		"Median time until the authority was told that its order to act against illegal content had been received (DSA, Article 9)."),
	level("median time to give effect to an order to act", "hours", Rates,
		"Median time until an order to act against illegal content was given effect (DSA, Article 9)."),
	count("notices received", "notices", Requests, "Notices by users or organisations of content that may be illegal (DSA, Article 16)."),
	count("copyright notices processed", "notices", Requests, "Copyright notices that were processed."),
	count("copyright notices received", "notices", Requests,
		"Copyright notices that asked for content to be removed."),
	count("circumvention claims processed", "notices", Requests,
		"Copyright notices that allege that a technical protection is circumvented and that were processed."),
	count("notices of legal action received", "notices", Requests,
		"Notices that a claimant has gone to court to keep content offline."),
	count("copyright counter-notices received", "notices", Requests,
		"Objections to the removal of content after a copyright notice."),
	count("trademark notices received", "notices", Requests,
		"Trademark notices that asked for content to be removed."),
	count("content requests received", requests, Requests,
		"Requests by authorities, rights holders or private people to change or remove content."),
	count("content requests granted", requests, Requests,
		"Requests by authorities, rights holders or private people to change or remove content that were followed in full or in part."),
	count("user reports received", "reports", Requests, "Reports by users of content or accounts."),
	count("user reports actioned", "reports", Requests,
		"Reports by users upon which the platform acted."),
	count("ads reported", "ads", Requests,
		"Advertisements that users reported."),
	count("reports to authorities", "reports", Requests, "Reports of child sexual abuse that were sent to the competent centre."),

	count(InformationRequestsReceived, requests, Disclosures, "Requests by authorities for information on users."),
	count("non-government information requests received", requests, Disclosures,
		"Requests for information on users by others than authorities."),
	count("orders to provide information received", "orders", Disclosures,
		"Orders by authorities of member states to provide information on users (DSA, Article 10)."),
	level("median time to confirm an order to provide information", "hours", Rates,
		"Median time until the authority was told that its order to provide information had been received (DSA, Article 10)."),
	level("median time to give effect to an order to provide information", "hours", Rates,
		"Median time until an order to provide information was given effect (DSA, Article 10)."),
	count(RequestsFulfilled, requests, Disclosures,
		"Requests by authorities for a user's IP address or phone number that Telegram fulfilled."),
	count(UsersAffected, "users", Disclosures,
		"Users whose data were disclosed upon the requests of a period."),
	count("demands answered with data", requests, Disclosures,
		"Requests for information upon which some data were disclosed."),
	count("demands answered with content", requests, Disclosures,
		"Requests for information upon which content of an account was disclosed."),
	count("demands answered without content", requests, Disclosures,
		"Requests for information upon which data were disclosed, but no content of an account."),
	count("information requests challenged", requests, Disclosures,
		"Requests for information that were challenged in part or rejected in full."),
	count("accounts named in information requests", accounts, Disclosures, "Accounts that requests for information named."),
	count("cloud information requests received", requests, Disclosures,
		"Requests by authorities for information on business customers of a cloud."),
	count("diplomatic information requests received", requests, Disclosures,
		"Requests for information on users that came by way of diplomacy, as under a treaty of mutual legal assistance."),
	count("diplomatic cloud information requests received", requests, Disclosures,
		"Requests for information on business customers of a cloud that came by way of diplomacy."),
	share("share of cloud demands answered with data", "cloud information requests received", "",
		"Share of the requests for information on business customers of a cloud upon which some data were disclosed."),
	count("customers named in information requests", "customers", Disclosures,
		"Business customers of a cloud that requests for information named."),
	count("devices named in information requests", "devices", Disclosures, "Devices that requests for information named."),
	count("financial identifiers named in information requests", "identifiers", Disclosures,
		"Payment cards and other financial identifiers that requests for information named."),
	count("push tokens named in information requests", "push tokens", Disclosures,
		"Identifiers of a device's notifications that requests for information named."),
	count("accounts with data disclosed", accounts, Disclosures, "Accounts whose data were disclosed upon requests."),
	count("emergency demands received", requests, Disclosures, "Requests for information because of a danger to life."),
	count("emergency demands answered with data", requests, Disclosures,
		"Requests for information because of a danger to life upon which some data were disclosed."),
	count("emergency demands rejected", requests, Disclosures,
		"Requests for information because of a danger to life that were challenged or rejected, without any data."),
	count("emergency demands without data", requests, Disclosures,
		"Requests for information because of a danger to life that were not rejected, and upon which no data were disclosed."),
	count("user data requests received", requests, Disclosures,
		"Requests for information on users, by authorities or by private people."),
	count("user data requests granted", requests, Disclosures,
		"Requests for information on users, by authorities or by private people, upon which some data were disclosed."),
	count("usernames named in user data requests", accounts, Disclosures,
		"Usernames that requests for information could have affected."),
	count("usernames whose data were disclosed", accounts, Disclosures,
		"Usernames whose data were disclosed upon a request."),
	count("outcomes of non-government information requests", requests, Disclosures,
		"What came of requests for information by others than authorities, counted by request or by account."),
	count("preservation demands received", requests, Disclosures, "Requests to keep data until a legal demand follows."),
	count("preservation demands complied with", requests, Disclosures,
		"Requests to keep data that were followed."),
	count("accounts named in preservation demands", accounts, Disclosures, "Accounts that requests to keep data named."),
	count("accounts preserved", accounts, Disclosures, "Accounts whose data were kept upon a preservation demand."),
	count("national security demands received", requests, Disclosures,
		"Demands for data in matters of national security, stated as ranges."),
	share("share of demands answered with data", InformationRequestsReceived, "demands answered with data",
		"Share of the requests for information upon which some data were disclosed."),
	share("share of non-government requests answered with data", "non-government information requests received", "",
		"Share of the requests for information by others than authorities upon which some data were disclosed."),
	share("share of information requests by outcome", InformationRequestsReceived, InformationRequestsReceived,
		"Share of the requests for information that met with one outcome."),
	share("share of emergency demands by outcome", "emergency demands received", "emergency demands received",
		"Share of the emergency requests for information that met with one outcome."),
	level("share of non-government requests by outcome", percent, Rates,
		"Share of the requests for information by others than authorities, or of the accounts that they named, that met with one outcome."),
	share("share of content requests granted", "content requests received", "content requests granted",
		"Share of the requests to change or remove content that were followed."),
	share("share of accounts reinstated", "accounts actioned", "accounts reinstated",
		"Share of the accounts acted upon that were given back."),
	share("share of non-government requests told to the user", "non-government information requests received", "",
		"Share of the requests for information by others than authorities of which the user was told."),

	count("appeals received", "appeals", Appeals, "Appeals by users against a decision."),
	count("appeals granted", "appeals", Appeals, "Appeals after which the decision was reversed."),
	count("appeals decided", "appeals", Appeals, "Appeals on which a decision was made."),
	count("retractions and counter-notices processed", "notices", Appeals,
		"Retractions, reversals and counter-notices to copyright notices that were processed."),
	count("complaints received", "complaints", Appeals, "Complaints to the internal system (DSA, Article 20)."),
	count("restrictions imposed after a complaint", "restrictions", Appeals,
		"Restrictions that were newly imposed because of a complaint to the internal system (DSA, Article 20)."),
	level("median time to decide a complaint", "hours", Rates,
		"Median time until a complaint to the internal system was decided (DSA, Article 24)."),
	count("disputes submitted to settlement bodies", "disputes", Appeals,
		"Disputes that users brought before a body outside the courts (DSA, Article 21)."),
	level("median time of a dispute", "hours", Rates, "Median time until a dispute before a body outside the courts was closed (DSA, Article 24)."),
	level("share of dispute outcomes implemented", percent, Rates,
		"Share of the disputes before a body outside the courts whose outcome the provider implemented (DSA, Article 24)."),
	count("decisions reversed", "decisions", Appeals, "Decisions that were reversed after a complaint."),
	share("share of appeals granted", "appeals received", "appeals granted",
		"Share of the appeals after which the decision was reversed."),
	share("share of suspended accounts that appealed", AccountsSuspended, "appeals received",
		"Share of the accounts that were suspended whose users appealed."),
	share("share of actioned accounts that appealed", "accounts actioned", "appeals received",
		"Share of the accounts that were acted upon whose users appealed."),
	share("share of suspended accounts reinstated", AccountsSuspended, "accounts reinstated",
		"Share of the accounts that were suspended and given back."),

	count("content restored", items, Restorations, "Pieces of content that were put back, with or without an appeal."),
	count("videos restored", "videos", Restorations, "Videos that were put back after an appeal."),
	count("apps reinstated", "apps", Restorations, "Apps that were put back into a store."),
	count("accounts reinstated", accounts, Restorations, "Accounts that were given back."),
	count("projects re-enabled", "projects", Restorations,
		"Repositories that were disabled for breaking the terms and put back later."),
	count("projects restored", "projects", Restorations,
		"Repositories that were put back after a copyright notice was withdrawn, reversed or countered."),
	count("projects restored, net", "projects", Restorations,
		"Repositories that were put back after a copyright notice, less those that were taken down again."),
	count("live sessions restored", "live sessions", Restorations, "Live sessions that were given back."),

	share(ShareOfVideosRemoved, VideosRemoved, VideosRemoved,
		"Share of the removed videos that falls on one part of them."),
	share("share of items by outcome", ItemsNamedInRequests, ItemsNamedInRequests,
		"Share of the items named in removal requests that met with one outcome."),
	share("share of demands complied with", RemovalRequestsReceived, "demands complied with",
		"Share of the removal requests that were followed in full or in part."),
	share("share of demands with content withheld", RemovalRequestsReceived, "",
		"Share of the removal requests upon which some content was withheld."),
	share("share of local law reports complied with", "local law reports received", "",
		"Share of the reports under a local law that were followed in full or in part."),
	share("share of copyright notices complied with", "copyright notices received", "",
		"Share of the copyright notices upon which some content was removed."),
	share("share of copyright counter-notices complied with", "copyright counter-notices received", "",
		"Share of the objections to copyright notices that were followed."),
	share("share of trademark notices complied with", "trademark notices received", "",
		"Share of the trademark notices upon which some content was removed."),
	share("share of user reports received", "user reports received", "user reports received",
		"Share of the users' reports that falls on one part of them."),
	share("share of user reports actioned", "user reports received", "user reports actioned",
		"Share of the users' reports upon which the platform acted."),
	count("demands complied with", requests, Requests, "Removal requests that were followed in full or in part."),
	share(ProactiveRate, ContentActioned, "items found before a report",
		"Share of the content acted upon that the platform found before anyone reported it."),
	count("items found before a report", items, Removals,
		"Pieces of content acted upon that the platform found before anyone reported them."),
	share("rate of removal before any view", VideosRemoved, "",
		"Share of the removed videos that nobody had seen."),
	share("rate of removal within 24 hours", VideosRemoved, "",
		"Share of the removed videos that were removed within 24 hours of being posted."),
	level("removal rate of published videos", percent, Rates, "Share of all published videos that were removed."),
	level("prevalence", percent, Rates, "Estimated share of views that were of content that breaks a rule."),
	count("content restricted in one country", items, Removals,
		"Pieces of content that were made unavailable in a country because of its own law, less what was restricted worldwide."),
	count("content restricted worldwide", items, Removals,
		"Pieces of content that were made unavailable everywhere because of one country’s law."),
	count("accounts found before a report", accounts, Removals,
		"Accounts acted upon that the platform found before anyone reported them."),
	count("accounts named in national security demands", accounts, Disclosures,
		"Accounts that demands in matters of national security named, stated as ranges."),
	share("share of national security demands answered with data", "national security demands received", "",
		"Share of the demands in matters of national security upon which some data were disclosed."),
	count("internet disruptions", "disruptions", Requests,
		"Disruptions of the internet by which a government restricted access to the publisher’s services."),
	count("content appealed", items, Appeals,
		"Pieces of content acted upon of which users asked another review."),
	share("share of accounts found before a report", "accounts actioned", "accounts found before a report",
		"Share of the accounts acted upon that the platform found before anyone reported them."),
	level("lower bound of prevalence", percent, Rates,
		"Lower bound of the estimated share of views that were of content that breaks a rule."),
	level("upper bound of prevalence", percent, Rates,
		"Upper bound of the estimated share of views that were of content that breaks a rule."),
	level("upper limit of prevalence", percent, Rates,
		"Share of views above which the prevalence does not lie, where too little was found to estimate it."),
	level("share of fake accounts", percent, Rates,
		"Estimated share of the monthly active users that are fake accounts."),
	level("lower bound of enforcement precision", percent, Accuracy,
		"Lower bound of the estimated share of actions on content that were right."),
	level("upper bound of enforcement precision", percent, Accuracy,
		"Upper bound of the estimated share of actions on content that were right."),
	level("lower bound of false positives", items, Accuracy,
		"Lower bound of the estimated number of pieces of content acted upon by mistake."),
	level("upper bound of false positives", items, Accuracy,
		"Upper bound of the estimated number of pieces of content acted upon by mistake."),
	level("median response time", "hours", Rates, "Median time from a report, a notice or an order to the decision."),

	share("rate of removal before a report", VideosRemoved, "",
		"Share of the removed videos that the platform removed before anyone reported them."),
	share("share of a policy's videos removed", VideosRemoved, "",
		"Share of the videos removed under one policy that falls on one sub-policy of it."),
	level("removal rate of published comments", percent, Rates, "Share of all published comments that were removed."),
	level("interruption rate of live sessions", percent, Rates, "Share of all live sessions that were suspended."),
	share("share of content moderators", "content moderators", "", "Share of the people who moderate content that works in one language."),
	share("share of user reports actioned within a time", "user reports actioned", "",
		"Share of the users' reports that were acted upon, by the time that it took."),
	level("share of items and accounts acted upon after a demand", percent, Rates,
		"Share of the items and accounts, taken together, that removal requests named and that were removed or restricted."),
	count("items not acted upon after a demand", items, Requests,
		"Items that removal requests named and that were left as they were."),
	count("accounts acted upon after a demand", accounts, Requests,
		"Accounts that removal requests named and that were removed or restricted."),
	count("legal demands for information received", requests, Disclosures,
		"Requests for information on users in the form that the law demands, other than in an emergency."),
	count("legal demands for information answered with data", requests, Disclosures,
		"Requests for information in the form that the law demands upon which some data were disclosed."),
	share("share of legal demands for information answered with data", "legal demands for information received",
		"legal demands for information answered with data",
		"Share of the requests for information in the form that the law demands upon which some data were disclosed."),
	share("share of emergency demands answered with data", "emergency demands received", "emergency demands answered with data",
		"Share of the requests for information because of a danger to life upon which some data were disclosed."),
	count("intellectual property notices received", "notices", Requests,
		"Notices that asked for content to be removed because of a copyright or a trademark."),
	count("intellectual property notices complied with", "notices", Requests,
		"Notices because of a copyright or a trademark upon which content was removed."),
	count("intellectual property notices found invalid", "notices", Requests,
		"Notices because of a copyright or a trademark that were incomplete or without ground."),
	share("share of intellectual property notices complied with", "intellectual property notices received", "",
		"Share of the notices because of a copyright or a trademark upon which content was removed."),
	count("copyright notices complied with", "notices", Requests, "Copyright notices upon which content was removed."),
	count("trademark notices complied with", "notices", Requests, "Trademark notices upon which content was removed."),

	level("accuracy of automated means", percent, Accuracy, "Share of automated decisions that were right."),
	level("precision of automated means", percent, Accuracy,
		"Share of what automated means took for a violation that was one."),
	level("recall of automated means", percent, Accuracy,
		"Share of the violations that automated means found."),
	level("error rate of automated means", percent, Accuracy, "Share of automated decisions that were wrong."),

	level("monthly active recipients", "recipients", Recipients,
		"Average number of people who use the service in a month (DSA, Article 24)."),
	level("content moderators", "people", Staff, "People who moderate content."),
	level("moderators with linguistic expertise", "people", Staff,
		"People who moderate content and know an official language of the EU well enough for it (DSA, Article 42)."),
}

// MeasureOf returns what is known of a measure. One that is not in the
// vocabulary is never added.
func MeasureOf(m Measure) MeasureInfo {
	if info, ok := measureIndex()[m]; ok {
		return info
	}
	return MeasureInfo{Name: m}
}

var measureIndex = sync.OnceValue(func() map[Measure]MeasureInfo {
	index := make(map[Measure]MeasureInfo, len(Measures))
	for _, info := range Measures {
		index[info.Name] = info
	}
	return index
})

// FindMeasures returns the measures that a text names: the one of that name,
// or else all whose names hold the text, whatever the case. No text names
// none.
func FindMeasures(text string) []Measure {
	text = strings.ToLower(strings.TrimSpace(text))
	if text == "" {
		return nil
	}
	var found []Measure
	for _, info := range Measures {
		if string(info.Name) == text {
			return []Measure{info.Name}
		}
		if strings.Contains(string(info.Name), text) {
			found = append(found, info.Name)
		}
	}
	return found
}
