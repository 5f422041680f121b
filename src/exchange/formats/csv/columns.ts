import { columnFinder } from '../../reading/columns';
import { annotationColumns } from './rows';

/** Headings of tables made by hand, and the columns of ours that they mean. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ...['file', 'filename', 'path'].map((name) => [name, 'article'] as const),
  ...['quote', 'quotation'].map((name) => [name, 'exact'] as const),
  ...['speaker', 'holder', 'addressee'].map((name) => [name, `${name}s`] as const),
]);

/** The column of a table of annotations that a heading means: "Speaker" gives "speakers". */
export const columnOf = columnFinder(annotationColumns, synonyms);
