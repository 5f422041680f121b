/** The views of the workspace, by their ids without the prefix. */
export const viewNames = ['actors', 'topics', 'claims', 'sources', 'articles', 'disagreements'] as const;
export type ViewName = (typeof viewNames)[number];

/** The commands on the views as a whole. */
export const viewCommandIds = ['filterClaims', 'groupClaims', 'listClaims', 'filterArticles'] as const;
/** The commands about disagreements. */
export const disagreementCommandIds = [
  ...(['showDisagreements', 'nextDisagreement', 'previousDisagreement', 'adjudicate'] as const),
] as const;
export type DisagreementCommand = (typeof disagreementCommandIds)[number];

export type ViewCommand = (typeof viewCommandIds)[number];
