/** What is needed when articles are moved, copied or missed. Loaded when the first file is moved, or the first time that
 * sidecars without an article are looked for. */
export { tellOfMissingItems } from '../moving/codebookChange';
export { withSidecarsDeleted, withSidecarsMoved } from '../moving/companions';
export { copyCommand, offerCopies } from '../moving/copies';
export { offerChoosing, offerJoining } from '../moving/joining';
export { certain } from '../moving/matches';
export { findMoved } from '../moving/search';
export { slowWork } from '../moving/slowWork';
export { askAndJoin, chooseArticle, findMovedArticles, showAnnotationsWithoutArticle } from '../moving/strayCommands';
export { findStrays } from '../moving/strayFiles';
