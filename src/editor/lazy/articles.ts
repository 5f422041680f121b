/** What brings articles in, and compares them. Loaded when that is first asked for. */
export { dropArticles } from '../articles/dropping';
export { importArticles } from '../articles/importArticles';
export { findNearDuplicates } from '../articles/nearDuplicateList';
