import type { PlotDocument } from './plotted';
import type { Palette } from './palette';
import type { PictureWords } from './words';

/** What a picture is drawn with. */
export interface Drawing {
  readonly document: PlotDocument;
  /** In pixels; the height follows from what is drawn. */
  readonly width: number;
  readonly palette: Palette;
  readonly words: PictureWords;
  /** In the reader's words, or the words' own title where there is none. */
  readonly title?: string;
  /** What stands underneath: the settings in words, and what was counted. */
  readonly caption: readonly string[];
}

/** Letters' height, in pixels. */
export const LETTERS = 12;
export const SMALL = 11;

export const FONT = 'system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif';
