/** What the views show: of the active article, and of the workspace. Loaded when one of them is opened first. */
export { rowsOf } from '../views/articleNodes';
export { strayRows } from '../views/strayRows';
export { WorkspaceViews } from '../workspaceViews/workspaceViews';
