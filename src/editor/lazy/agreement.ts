/** Whose annotations are shown. Loaded when that is first asked for, or some are hidden. */
export { filterCreators, showOnlyMine } from '../visibility/choosing';
export { ShownItem } from '../visibility/shownItem';
