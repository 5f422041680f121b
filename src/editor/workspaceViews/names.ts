/** The views of the workspace, by their ids without the prefix. */
export const viewNames = ['actors', 'topics', 'claims', 'sources', 'articles'] as const;
export type ViewName = (typeof viewNames)[number];
