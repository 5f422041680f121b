/** What keeps the index of the workspace, and goes from one annotation to the next by it. Loaded with the first part that may ask
 * for the index. */
export { Jumps } from '../commands/jumping';
export { Keeper } from '../corpus/keeper';
