/** The views of the workspace, by their ids without the prefix. */
export const viewNames = ['actors', 'topics', 'claims', 'sources', 'articles'] as const;
export type ViewName = (typeof viewNames)[number];

/** The commands on the views as a whole. */
export const viewCommandIds = ['filterClaims', 'groupClaims', 'listClaims', 'filterArticles'] as const;
export type ViewCommand = (typeof viewCommandIds)[number];
