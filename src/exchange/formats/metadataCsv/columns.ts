import { metadataFields } from '../../../model/article';
import { columnFinder } from '../../reading/columns';

/** Fields of an article that are one text each. */
export type TextField = (typeof metadataFields)[number];

export const metadataColumns = ['article', ...metadataFields, 'attributes'] as const;

const synonyms: ReadonlyMap<string, string> = new Map([
  ...['file', 'filename', 'file_name', 'path'].map((name) => [name, 'article'] as const),
  ...['headline'].map((name) => [name, 'title'] as const),
  ...['authors', 'byline'].map((name) => [name, 'author'] as const),
  ...['source', 'outlet', 'newspaper', 'publication'].map((name) => [name, 'publisher'] as const),
  ...['published', 'publication_date'].map((name) => [name, 'date'] as const),
  ...['link'].map((name) => [name, 'url'] as const),
  ...['lang'].map((name) => [name, 'language'] as const),
]);

/** The column of a table of metadata that a heading means: "Headline" gives "title". */
export const columnOf = columnFinder(metadataColumns, synonyms);
