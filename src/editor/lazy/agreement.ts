/** Whose annotations are shown, and how far annotators agree. Loaded when that is first asked for, or some are hidden. */
export { filterCreators, showOnlyMine } from '../visibility/choosing';
export { ShownItem } from '../visibility/shownItem';
export { showAgreement } from '../disagreements/showAgreement';
