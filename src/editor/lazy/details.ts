/** The panel of the Details view. Loaded when the view is first shown. */
export { DetailsPanel } from '../panels/details/panel';
