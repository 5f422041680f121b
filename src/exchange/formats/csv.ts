import { attributeColumns, attributeHeaders } from '../writing/attributeColumns';
import { CSV_START, csvRow } from '../writing/csv';
import { described } from '../catalogue';
import type { ExportChunk, ExportInput, Format, WriteContext } from '../format';
import { namesByCodebook } from '../../model/names';
import { ResolvedArticle } from '../resolvedArticle';
import { oneFile } from '../writing/streaming';
import { read } from './csv/reading';
import { annotationColumns, annotationRows, loseItems, loseOfRows } from './csv/rows';

/** All annotations (superseded ones and those of unknown types too), one row a range, then a column attr_ID for each
 * attribute; RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180) with a byte order mark and guarded formulas, see writing/csv.ts.
 *
 * - `start`, `end`: UTF-16 code units of the LF text, end exclusive, as in the sidecar; `line` and `target_no` count from 1.
 *   Where `standing` isn't anchored, they and `line` are empty: the range isn't in this text for sure. `exact` is then as it was
 *   last seen, at `text_start` to `text_end` of an earlier text, of which `text_sha256` is the hash.
 * - `confidence`: 0 to 1, of a range that was looked for in a changed text; empty where it was never in doubt. `orphan_kept`: true
 *   where a person said that the annotation's text is gone.
 * - `date`: the annotation's own, else its article's.
 * - Ids are the survivors' where actors, topics or sources were merged. A name that the codebook lacks is the id.
 * - `speakers`, `speaker_ids`, …: a link to a mention alone counts as one to the mention's actor. `sources`: links of the roles
 *   source, evidence and counterevidence, in words; claims-csv keeps them apart.
 * - `kind`, `reference`, `url`: the annotation's own, else its codebook source's kind, name and url.
 * - `links`, `attributes`: all of them as JSON, so that reading gives them back as they are. `inherited`: the columns whose value
 *   isn't the annotation's own, but its article's or a codebook item's; reading passes these over.
 * - `prefix`, `suffix`: what stands around a range that isn't anchored; the context of one that is can be had from the text.
 * - `article_sha256`: of the text that `start` and `end` belong to.
 * - Written as UTF-8; a lone surrogate has no UTF-8 and becomes U+FFFD there.
 * - Lost: likely places of what is uncertain, fields that aren't ours, of an article all but title and date, codebook items but for the
 *   names (and an actor's kind) of those that are referred to.
 *
 * Read is what this writes, also as spreadsheet programs save it again (with semicolons or tabs, other line ends, columns moved or left
 * out), and a table made by hand: see csv/reading.ts. */
export const csv: Format = {
  ...described('csv'),
  write: (input, context) => writeTable(input, context, ','),
  read,
};

/** The table with another delimiter. */
export function writeTable(
  { codebooks, articles }: ExportInput,
  { losses }: WriteContext,
  delimiter: ',' | '\t',
): AsyncIterable<ExportChunk> {
  loseItems(codebooks, losses);
  const attributes = attributeColumns(codebooks);
  const namesOf = namesByCodebook();
  const head = CSV_START + csvRow([...annotationColumns, ...attributeHeaders(attributes)], delimiter);
  return oneFile(head, articles, function* (article) {
    const resolved = new ResolvedArticle(article, namesOf(article.codebook));
    loseOfRows(article, losses);
    for (const annotation of article.annotations) {
      for (const row of annotationRows(resolved, annotation, attributes)) yield csvRow(row, delimiter);
    }
  });
}
