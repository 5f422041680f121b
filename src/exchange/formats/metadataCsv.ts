import { described } from '../catalogue';
import type { ExportArticle, ExportInput, Format } from '../format';
import { loseOfArticle, loseOfCodebooks } from '../losing';
import { attributeCell, attributeColumns, attributeHeaders } from '../writing/attributeColumns';
import { CSV_START, csvRow, type Cell } from '../writing/csv';
import { oneFile } from '../writing/streaming';
import { valueOf } from '../../model/annotation';
import type { AttributeDefinition } from '../../model/codebook';
import { metadataFields } from '../../model/article';
import { metadataColumns } from './metadataCsv/columns';
import { read } from './metadataCsv/reading';

const held: ReadonlySet<string> = new Set([...metadataFields, 'attributes']);

/** What is known of articles, one row an article, annotated or not: its path, title, author, publisher, section, date, url, language, its
 * attributes as JSON, then a column attr_ID for each attribute that codebooks define for articles. RFC 4180 as in csv; no offsets, no
 * texts. Dates are "2023-12-20", "2023-12" or "2023". Lost: annotations, excluded ranges, coding, encodings, codebooks.
 *
 * Read are such tables, also as spreadsheet programs save them or hands make them: any delimiter, columns in any order, only `article`
 * needed; headings file, filename, path; headline; authors, byline; source, outlet, newspaper, publication; published, publication date;
 * link; lang are understood. Dates that programs write otherwise are taken where they can mean one day only. What is read fills
 * sidecars. The option `pattern` takes metadata from file names instead, or as well: see metadataCsv/pattern.ts. */
export const metadataCsv: Format = {
  ...described('metadata-csv'),
  write: ({ codebooks, articles }: ExportInput, { losses }) => {
    loseOfCodebooks(codebooks, {}, losses);
    const attributes = attributeColumns(codebooks, ['article']);
    const head = CSV_START + csvRow([...metadataColumns, ...attributeHeaders(attributes)]);
    return oneFile(head, articles, function* (article) {
      losses.add('annotations', article.annotations.length);
      loseOfArticle(article, { info: held }, losses);
      yield csvRow(metadataRow(article, attributes));
    });
  },
  read,
};

/** An article's row: the cells of {@link metadataColumns}, then of attributes. */
export function metadataRow(
  { info, path }: ExportArticle,
  attributes: readonly AttributeDefinition[],
): readonly Cell[] {
  const own = info.attributes && JSON.stringify(info.attributes);
  const cells = attributes.map(({ id }) => attributeCell(valueOf(info.attributes, id)));
  return [path, ...metadataFields.map((field) => info[field]), own, ...cells];
}
