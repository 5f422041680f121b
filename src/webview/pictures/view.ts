import type { Channel } from './channel';
import type { Days, TableData } from '../../model/picture';

/** What one kind of picture adds to the page that all have. */
export interface PictureView {
  readonly element: HTMLElement;
  /** Draws; the data is of the kind's own type, as its panel made it.
   * @param caption the settings in words, for a file
   * @param days that were chosen in it for the other pictures */
  show(data: unknown, caption: readonly string[], days: Days | undefined): void;
  /** The same data as tables, in the order in which they are to be read. */
  tables(): readonly TableData[];
  /** The picture as it is seen, as an SVG that stands alone on white. */
  svg(): string;
}

export type MakeView = (channel: Channel) => PictureView;
