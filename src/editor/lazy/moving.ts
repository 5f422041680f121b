/** What is needed when articles are moved, copied or missed. Loaded a while after the start, or when the first file is moved. */
export { tellOfMissingItems } from '../moving/codebookChange';
export { withSidecarsDeleted, withSidecarsMoved } from '../moving/companions';
export { copyCommand } from '../moving/copies';
export { follow } from '../moving/following';
export { chooseArticle, findMovedArticles, showAnnotationsWithoutArticle } from '../moving/strayCommands';
export { findStrays } from '../moving/strayFiles';
