/** Pictures of what was annotated, in panels. Loaded when the first is shown, or brought back. */
export { Pictures } from '../panels/pictures/picturePanels';
