/** What finds targets again in a text that isn't the one that they were made in. Loaded when the first such text is met. */
export { findAgain } from '../texts/findAgain';
