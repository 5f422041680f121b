/** What is needed when articles are moved, copied or missed. Loaded when the first file is moved, or an article is missed. */
export { tellOfMissingItems } from '../moving/codebookChange';
export { withSidecarsDeleted, withSidecarsMoved } from '../moving/companions';
