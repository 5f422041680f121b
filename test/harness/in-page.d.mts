/** A rectangle on the page, in CSS pixels. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}
/** Computed style of an element: `border` is that of the bottom edge, as "width style color". */
export interface Style {
  className: string;
  text: string;
  color: string;
  backgroundColor: string;
  border: string;
  outline: string;
  textDecoration: string;
  opacity: string;
  fontStyle: string;
  fontWeight: string;
}
/** A text found in the editor: where, the spans that hold it, and the elements painted behind it. */
export interface FoundText {
  boxes: Box[];
  spans: Style[];
  behind: Style[];
}
/** A row of a list or tree. */
export interface Row {
  label: string;
  description: string;
  detail: string;
  aria: string;
  level: number;
  focused: boolean;
  selected: boolean;
  expanded?: boolean;
}
export function findInEditor(wanted: { text: string; nth: number }): FoundText | null;
export function rowsOf(list: unknown): Row[];
