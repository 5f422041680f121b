/** What the views show: of the active article, and of the workspace. Loaded when one of them is opened first. */
export { rowsReached } from '../workspaceViews/rowsReached';
export { WorkspaceViews } from '../workspaceViews/workspaceViews';
