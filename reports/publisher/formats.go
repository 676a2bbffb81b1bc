package publisher

// Formats lists the exports that Vitrine reads. Of one publisher's tables,
// the earlier one answers when several could.
var Formats = []Format{
	telegramSafety,
	telegramDisclosures,
	telegramChats,
	googleRemovals,
	googleRemovalsDetailed,
	googleHistory,
	googleHistoryDetailed,
	googleByProduct,
	googleUserData,
	googleCloud,
	googleDiplomaticRequests,
	googleCloudDiplomaticRequests,
	googleSecurity,
	metaStandards,
	metaContentRestrictions,
	metaContentRestrictions2013,
	metaGovernmentRequests,
	tiktokGuidelines,
	tiktokRequests,
	xRemovalRequests,
	xInformationRequests,
	snapReport,
	vitrineCSV,
}
