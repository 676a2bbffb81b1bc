package publisher

// Formats lists the exports that Vitrine reads. Of one publisher's tables,
// the earlier one answers when several could.
var Formats = []Format{
	telegramSafety,
	telegramDisclosures,
	telegramChats,
	metaStandards,
	metaContentRestrictions,
	metaContentRestrictions2013,
	metaGovernmentRequests,
	xRemovalRequests,
	xInformationRequests,
	vitrineCSV,
}
