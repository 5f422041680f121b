/** What finds targets again in a text that isn't the one that they were made in. Loaded when the first such text is met, or
 * a while after a text was annotated, to keep it. */
export { Finding } from '../texts/finding';
export { findAnnotationsAgain, forgetOldTexts } from '../texts/commands';
